"""A draft that the books do not take is in a file of its own, at once, and opens as it was typed."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.gui.start import Opened, load


def refuses(office: Any, monkeypatch: pytest.MonkeyPatch, code: str, **told: object) -> None:
    def save(*_args: object) -> int:
        raise UserError(code, **told)

    monkeypatch.setattr(office.desk, "save_draft", save)


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.is_dir() else []


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("disk_full", "Ο δίσκος είναι γεμάτος"),
        ("store_read_only", "δεν επιτρέπει εγγραφή"),
        ("store_busy", "απασχολημένα"),
        ("store_damaged", "κατεστραμμένο"),
    ],
)
def test_what_happened_is_named_and_the_file_too(
    office: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path], code: str, word: str
) -> None:
    refuses(office, monkeypatch, code, path="books.sqlite")
    office.window.session.edit("counterParty.registeredName", "Δεν σώζεται")
    office.wait(lambda: files(rescued[0]))
    office.wait(lambda: str(files(rescued[0])[0]) in office.window.message)
    assert word in office.window.message
    assert files(rescued[0])[0].suffix == ".invdraft"


def test_the_file_stays_named_while_saving_goes_on_failing(
    office: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path]
) -> None:
    refuses(office, monkeypatch, "disk_full", path="books.sqlite")
    office.window.session.edit("counterParty.registeredName", "Δεν σώζεται")
    office.wait(lambda: files(rescued[0]) and str(files(rescued[0])[0]) in office.window.message)
    for _again in range(2):
        office.window.unsay()
        office.window.session.save_now()
        office.wait(lambda: str(files(rescued[0])[0]) in office.window.message)
    assert len(files(rescued[0])) == 1
    monkeypatch.undo()
    office.window.session.save_now()
    office.wait(lambda: office.window.message == "Το πρόχειρο αποθηκεύτηκε και πάλι.")


def test_the_file_opens_with_half_typed_text_and_all(
    office: Any, start: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path]
) -> None:
    office.fill()
    office.rest()
    refuses(office, monkeypatch, "disk_full")
    session = office.window.session
    session.edit("number", "17")
    session.edit("details[0].quantity", "8,5x")
    session.hold("details[0].unitPrice", "1.234")
    office.window.session.save_now()
    office.wait(lambda: files(rescued[0]))
    office.rest()
    office.window.session.save_now()
    office.rest()
    office.window.close()
    office.window.close()
    other = start()
    other.program.deeds.opening.open(files(rescued[0])[0])
    other.wait(lambda: other.window.session.text("number") == "17")
    assert other.window.session.text("details[0].quantity") == "8,5x"
    assert other.window.session.text("details[0].unitPrice") == "1.234"
    assert other.window.session.is_held("details[0].unitPrice")
    assert other.window.session.value("counterParty.registeredName") == "Παπαδόπουλος και Υιοί Α.Ε."


def test_where_the_first_place_is_full_the_second_takes_it(
    office: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path]
) -> None:
    keep, first = office.window.office.keep_file, rescued[0]

    def full(path: Path, data: bytes) -> None:
        if path.parent == first:
            raise OSError(errno.ENOSPC, "full", str(path))
        keep(path, data)

    office.window.office.keep_file = full
    refuses(office, monkeypatch, "disk_full")
    office.window.session.edit("counterParty.registeredName", "Δεύτερη θέση")
    office.wait(lambda: str(rescued[1]) in office.window.message)
    assert files(rescued[0]) == []
    assert len(files(rescued[1])) == 1


def test_where_no_place_takes_it_the_window_says_to_stay_open(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise OSError(errno.EROFS, "read-only", str(path))

    office.window.office.keep_file = full
    refuses(office, monkeypatch, "store_read_only")
    office.window.session.edit("counterParty.registeredName", "Πουθενά")
    office.wait(lambda: "Αφήστε το παράθυρο ανοιχτό" in office.window.message)


def test_one_document_has_one_file_however_often_it_fails(
    office: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path]
) -> None:
    (rescued[0]).mkdir(parents=True)
    (rescued[0] / "mine.invdraft").write_text("{}")
    refuses(office, monkeypatch, "disk_full")
    for name in ("Α", "ΑΒ", "ΑΒΓ"):
        office.window.session.edit("counterParty.registeredName", name)
        office.window.session.save_now()
        office.rest()
    assert len(files(rescued[0])) == 2
    assert (rescued[0] / "mine.invdraft").read_text() == "{}"
    newest = next(path for path in files(rescued[0]) if path.name != "mine.invdraft")
    assert "ΑΒΓ" in newest.read_text(encoding="utf-8")


def test_a_draft_that_somebody_else_changed_is_not_written_over(
    office: Any, monkeypatch: pytest.MonkeyPatch, rescued: tuple[Path, Path]
) -> None:
    session = office.window.session
    session.edit("counterParty.registeredName", "Πρώτη")
    session.save_now()
    office.rest()
    theirs = session.draft_id
    real, asked = office.desk.save_draft, []

    def save(draft: object, draft_id: int | None, *rest: object) -> int:
        asked.append(draft_id)
        if draft_id == theirs:
            raise UserError("draft_changed_elsewhere", computer="Μαρία", when="12:41")
        return int(real(draft, draft_id, *rest))

    monkeypatch.setattr(office.desk, "save_draft", save)
    session.edit("counterParty.registeredName", "Δεύτερη")
    session.save_now()
    office.wait(lambda: session.draft_id not in (None, theirs))
    assert "Μαρία" in office.window.message
    assert "12:41" in office.window.message
    names = {row.id: row.counterparty_name for row in office.desk.draft_rows()}
    assert names[theirs] == "Πρώτη"
    assert names[session.draft_id] == "Δεύτερη"
    assert files(rescued[0]) == []
    office.press("message.action")
    office.wait(lambda: session.draft_id == theirs)
    assert session.text("counterParty.registeredName") == "Πρώτη"


def test_what_was_typed_before_the_books_turned_out_damaged_is_kept(
    start: Any, rescued: tuple[Path, Path]
) -> None:
    office = start(late=True)
    QTest.keyClicks(office.find("counterParty.vat"), "094014201")

    def damaged() -> Opened:
        raise UserError("store_damaged", path="books.sqlite")

    load(office.program, damaged, None)
    office.wait(lambda: files(rescued[0]))
    office.wait(lambda: str(files(rescued[0])[0]) in office.window.message)
    office.window.close()
    other = start()
    other.program.deeds.opening.open(files(rescued[0])[0])
    other.wait(lambda: other.window.session.text("counterParty.vat") == "094014201")


@pytest.mark.parametrize(
    "content",
    [
        '{"rescuedDraft": 1, "typed": []}',
        '{"rescuedDraft": 1,',
        '{"rescuedDraft":1,"typed":{"x[":"1"},"document":"{}"}',
    ],
)
def test_a_damaged_rescue_file_is_told_in_words(office: Any, tmp_path: Path, content: str) -> None:
    (tmp_path / "broken.invdraft").write_text(content)
    office.program.deeds.opening.open(tmp_path / "broken.invdraft")
    office.wait(lambda: "broken.invdraft" in office.window.message)


def test_after_a_sudden_end_it_is_said_once_that_the_draft_is_back(start: Any) -> None:
    first = start()
    assert first.window.message == ""
    first.window.session.edit("counterParty.registeredName", "Μισογραμμένο")
    first.window.session.hold("details[0].unitPrice", "1.234")
    first.window.session.save_now()
    first.rest()
    killed = dict(first.settings.values)
    second = start(**killed)
    assert "Ανακτήθηκε" in second.window.message
    assert second.window.session.text("counterParty.registeredName") == "Μισογραμμένο"
    assert second.window.session.text("details[0].unitPrice") == "1.234"
    assert second.window.session.is_held("details[0].unitPrice")
    second.window.close()
    third = start(**second.settings.values)
    assert third.window.message == ""
