"""The table of the provider's endpoints (resources/manual/endpoints.md) is whole and true."""

from __future__ import annotations

import re
from pathlib import Path

import einvoice_desktop
from einvoice_desktop import paths
from einvoice_desktop.app.ports import Form
from einvoice_desktop.provider import doors

PACKAGE = Path(einvoice_desktop.__file__).parent
TOP = PACKAGE.parent
PATH_IN_CODE = re.compile(r'"(/[A-Za-z][A-Za-z/]*)"')
PARTS_OF_A_VIEW = {"/v", "/aade", "/pdf", "/v/aade"}
FOLDERS = ("provider", "sandbox")


def table() -> list[list[str]]:
    """The cells of every row of both tables."""
    text = paths.resource("manual/endpoints.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if row[0] != "Endpoint"]


def listed() -> dict[str, list[str]]:
    found = {}
    for row in table():
        for path in re.findall(r"`(/[^`]*)`", row[0]):
            found[path.split("?")[0].lower()] = row
    return found


def used_in_code() -> set[str]:
    found = set()
    for folder in FOLDERS:
        for file in (PACKAGE / folder).rglob("*.py"):
            found |= {path.lower() for path in PATH_IN_CODE.findall(file.read_text(encoding="utf-8"))}
    return found - PARTS_OF_A_VIEW


def test_every_row_is_whole_and_stands_once() -> None:
    rows = table()
    assert len(rows) > 20
    assert {len(row) for row in rows} == {5}
    assert all(all(row) for row in rows)
    first = [row[0] for row in rows]
    assert len(set(first)) == len(first)


def test_every_path_that_the_program_uses_is_in_the_table_as_used() -> None:
    known = listed()
    used = used_in_code()
    assert {"/invoice/json", "/invoice/credit", "/authentication/login", "/oauth/token"} <= used
    assert used - known.keys() == set()
    assert [path for path in used if "not used" in known[path]] == []


def test_every_door_and_form_is_there() -> None:
    known = listed()
    for path in (*doors.IN_CLEAR.values(), *doors.ENCRYPTED.values()):
        assert path.lower() in known
    assert {f"/v/{{signature}}/{form}" for form in Form} <= known.keys()


def test_what_is_used_is_tested_by_a_file_that_is_there() -> None:
    for row in table():
        tests = re.findall(r"`(tests/[^`]*)`", row[4])
        assert bool(tests) is ("not used" not in row), row[0]
        for test in tests:
            assert (TOP / test).is_file(), test


def test_what_is_marked_as_unconfirmed_is_said_so_where_it_is_done() -> None:
    """In the code's own words and at the window."""
    from einvoice_desktop.app.credit_book import CreditBook
    from einvoice_desktop.domain.submission import Kind

    assert "**unconfirmed**" in listed()["/invoice/credit"][1]
    assert "Unconfirmed" in (CreditBook.whole.__doc__ or "")
    source = (PACKAGE / "gui" / "credit_dialog.py").read_text(encoding="utf-8")
    assert "(unconfirmed)" in source
    assert Kind.CREDIT in doors.IN_CLEAR
