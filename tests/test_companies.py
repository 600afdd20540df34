"""Several companies on one computer: data folders of their own, in which nothing of one meets another's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, companies, handover, paths
from einvoice_desktop.__main__ import _surroundings, _understand, _Unusable
from einvoice_desktop.app.companies import CARD_SETTING, card_from, card_text
from einvoice_desktop.app.connection import ConnectionChoice
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.companies import SystemCompanies
from einvoice_desktop.connections import SystemConnections
from einvoice_desktop.domain.reader import read_document

TOP = Path(__file__).resolve().parents[1]
INVOICE = paths.resource("samples/own/1.1-vat-rates.json")
KEY = "11111111-2222-4333-8444-555555555555"
VATS = ("094014201", "123456783")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The first company's data folder, as a first start leaves it."""
    folder = tmp_path / "data"
    bootstrap.open_settings(folder).set("language", "el")
    return folder


# --- folders ----------------------------------------------------------------------------------------


def test_a_further_company_is_a_folder_in_the_first_one_s(first: Path) -> None:
    made = SystemCompanies(first).make("Δεύτερη: Α/Ε", "green")
    place = Path(made.place)
    assert place.parent == paths.companies_dir(first)
    assert (made.name, made.colour) == ("Δεύτερη: Α/Ε", "green")
    assert companies.first_folder(place) == first
    assert companies.first_folder(first) == first
    there = SystemCompanies(place)
    assert (there.own, SystemCompanies(first).own) == (place.name, "")
    assert [one.folder for one in there.listed()] == ["", place.name]
    assert bootstrap.open_settings(place).get("language") == "el"


def test_a_further_company_is_known_however_its_folder_is_named(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(SystemCompanies(first).make("Δεύτερη", "").place)
    monkeypatch.chdir(place)
    named = [Path(), place / ".." / place.name]
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(place)
        named.append(tmp_path / "link")
    for folder in named:
        assert companies.is_further(folder), folder
        assert SystemCompanies(folder).own == place.name
        assert [one.place for one in SystemCompanies(folder).listed()] == [str(first), str(place)]
    monkeypatch.chdir(first)
    assert not companies.is_further(Path())


def test_a_folder_that_merely_has_that_name_is_nobody_s_further_company(tmp_path: Path) -> None:
    lonely = tmp_path / "companies" / "own"
    lonely.mkdir(parents=True)
    assert companies.first_folder(lonely) == lonely


def test_a_folder_that_is_there_is_never_made_a_company(first: Path) -> None:
    there = paths.companies_dir(first) / "Δεύτερη"
    there.mkdir(parents=True)
    (there / "settings.ini").write_text("[settings]\ncompany.name = Παλιά\n", encoding="utf-8")
    with pytest.raises(UserError) as told:
        SystemCompanies(first).make("Δεύτερη", "")
    assert told.value.code == "company_folder_there"
    assert [path.name for path in there.iterdir()] == ["settings.ini"]
    with pytest.raises(UserError):
        SystemCompanies(first).make("παλια", "")


def test_another_name_leaves_the_folder_where_it_is(first: Path) -> None:
    known = SystemCompanies(first)
    made = known.make("Δεύτερη", "")
    known.describe(made.folder, "Καινούργιο όνομα", "red")
    changed = known.listed()[1]
    assert (changed.place, changed.name, changed.colour) == (made.place, "Καινούργιο όνομα", "red")
    with pytest.raises(UserError):
        known.describe("", "ΚΑΙΝΟΥΡΓΙΟ ΟΝΟΜΑ", "")


def test_the_next_start_opens_the_company_that_was_opened_last(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(first))
    assert _understand([]).data_dir == first
    made = SystemCompanies(first).make("Δεύτερη", "")
    assert _understand([]).data_dir == first
    SystemCompanies(Path(made.place)).note_opened(made.folder)
    assert _understand([]).data_dir == Path(made.place)
    # What is named wins.
    assert _understand(["--data-dir", str(first)]).data_dir == first
    assert _understand(["--data-dir", str(first), "--company", "δευτερη"]).data_dir == Path(made.place)
    SystemCompanies(Path(made.place)).note_opened("")
    assert _understand(["--practice"]).data_dir == first
    for name in ("../x", "gone"):
        bootstrap.open_settings(first).set("companies.last", name)
        assert _understand([]).data_dir == first


def test_a_company_that_is_not_there_is_told(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(first))
    for words in (["--company", "Άλλη"], ["--company="], ["--company"]):
        with pytest.raises(_Unusable):
            _understand(words)


def test_a_company_s_window_is_opened_by_its_folder_alone(first: Path) -> None:
    made = SystemCompanies(first).make("Δεύτερη", "")
    assert SystemCompanies(first, ("program",)).words(made.folder) == ["program", "--data-dir", made.place]
    assert handover.address(first) != handover.address(Path(made.place))


# --- commands ---------------------------------------------------------------------------------------


def run(first: Path, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("EINVOICE_")}
    environ |= {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1", paths.DATA_DIR_VARIABLE: str(first)} | more
    command = [sys.executable, "-P", "-m", "einvoice_desktop", *map(str, words)]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)


def test_a_command_works_in_the_company_that_it_names(first: Path) -> None:
    made = SystemCompanies(first).make("Δεύτερη", "")
    shared = {bootstrap.DATABASE_VARIABLE: "postgresql://nobody@127.0.0.1:1/none"}
    done = run(first, "--company", "Δεύτερη", "outbox", "--practice", "--json", **shared)
    assert done.returncode == 0, done.stderr
    assert paths.database(Path(made.place)).exists()
    assert not paths.database(first).exists()
    unknown = run(first, "--company", "Άλλη", "outbox", "--json")
    assert unknown.returncode == 2
    assert "Άλλη" in unknown.stderr
    assert "Δεύτερη" in unknown.stderr


def test_the_environment_s_books_and_key_are_the_first_company_s(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = SystemCompanies(first).make("Δεύτερη", "")
    for folder, told in (
        (first, (KEY, "postgresql://nobody@127.0.0.1/none")),
        (Path(made.place), (None, "")),
    ):
        monkeypatch.setenv(bootstrap.API_KEY_VARIABLE, KEY)
        monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, "postgresql://nobody@127.0.0.1/none")
        assert tuple(_surroundings(folder)) == told
        # Neither goes on to a process that is started from here.
        assert bootstrap.API_KEY_VARIABLE not in os.environ
        assert bootstrap.DATABASE_VARIABLE not in os.environ


# --- two companies at work ----------------------------------------------------------------------------


class Vault(dict[tuple[str, str], str]):
    """One keyring for all companies of a person, as the system has it."""

    def api_key(self, server: str, vat: str) -> str | None:
        return self.get((server, vat))

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        self[server, vat] = key


@pytest.fixture
def two(first: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two desks that run at the same time."""
    made = SystemCompanies(first).make("Δεύτερη", "")
    folders = (first, Path(made.place))
    for folder, vat in zip(folders, VATS, strict=True):
        card = card_from({"vat": vat, "registeredName": f"Εταιρεία {vat}"}, None)
        bootstrap.open_settings(folder).set(CARD_SETTING, card_text(card))
    desks = [
        bootstrap.open_desk(
            bootstrap.Options(data_dir=folder, server="uat", company_vat=vat, database_url="")
        )
        for folder, vat in zip(folders, VATS, strict=True)
    ]
    yield desks[0], desks[1]
    for desk in desks:
        desk.close()


def test_drafts_numbers_and_outbox_of_two_companies_never_meet(two: tuple[Desk, Desk]) -> None:
    sample = read_document(INVOICE.read_bytes()).without_member("number").with_member("series", "A")
    for place, desk in enumerate(two):
        draft = desk.new_draft()
        assert draft.document.issuer is not None
        assert draft.document.issuer.vat == f"EL{VATS[place]}"
        issued = sample.with_member("issuer", sample.issuer.with_member("vat", f"EL{VATS[place]}"))
        desk.series.set_last_number(issued, str(40 * (place + 1)))
        desk.save_draft(draft, None)
        row = desk.seal(desk.read_draft(_bytes(issued)))
        assert row.sealed.key.number == str(40 * (place + 1) + 1)
    for place, desk in enumerate(two):
        assert len(desk.draft_rows()) == 1
        (row,) = desk.submissions(everywhere=True)
        assert row.sealed.key.issuer_vat == VATS[place]
        assert len(desk.series.report(everywhere=True)) == 1


def _bytes(document: object) -> bytes:
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.writer import write_document

    assert isinstance(document, Document)
    return write_document(document)


def test_a_key_opens_for_its_own_company_alone(first: Path) -> None:
    made = SystemCompanies(first).make("Δεύτερη", "")
    vault = Vault()
    both = [
        SystemConnections(folder, bootstrap.open_settings(folder), None, vault)
        for folder in (first, Path(made.place))
    ]
    both[0].save_key("uat", VATS[0], KEY)
    assert both[1].key_state("uat", VATS[1]) == "missing"
    assert both[0].key_state("uat", VATS[0]) == "stored"
    # The choice of one is not the other's.
    both[0].keep(both[0].chosen().__class__("uat", VATS[0]))
    assert both[1].chosen().is_practice
    assert json.dumps([one.server for one in SystemCompanies(first).listed()]) == '["uat", ""]'


def test_one_company_s_documents_go_out_of_one_set_of_books(first: Path) -> None:
    made = Path(SystemCompanies(first).make("Δεύτερη", "").place)
    SystemCompanies(first).describe("", "Πρώτη", "")

    def connect(folder: Path, server: str, vat: str) -> None:
        connections = bootstrap.open_connections(folder, bootstrap.open_settings(folder))
        connections.keep(ConnectionChoice(server, vat))

    connect(first, "production", VATS[0])
    with pytest.raises(UserError) as told:
        connect(made, "production", VATS[0])
    assert (told.value.code, told.value.params) == ("connection_other_company", {"name": "Πρώτη"})
    assert bootstrap.open_settings(made).get("connection.server") == ""
    connect(first, "production", VATS[0])
    with pytest.raises(UserError):
        connect(made, "https://other.example", VATS[0])
    # Trying things counts for nothing, and another number is another company.
    connect(made, "uat", VATS[0])
    connect(made, "production", VATS[1])
    # Shared books number in one place, whoever comes.
    bootstrap.open_settings(made).set("database.url", "postgresql://me@127.0.0.1/books")
    connect(made, "production", VATS[0])


def test_a_company_s_backup_does_not_become_a_second_set_of_its_books_here(first: Path) -> None:
    SystemCompanies(first).describe("", "Πρώτη", "")
    bootstrap.open_settings(first).set("connection.server", "production")
    bootstrap.open_settings(first).set("connection.vat", VATS[0])
    backup = bootstrap.open_backups(first, None).make()
    place = Path(SystemCompanies(first).make("Δεύτερη", "").place)
    with pytest.raises(UserError) as told:
        bootstrap.open_backups(place, None).restore(backup.path)
    assert told.value.code == "backup_company_elsewhere"
    assert told.value.params["name"] == "Πρώτη"
    assert bootstrap.open_settings(place).get("connection.server") == ""
    # Where the company is not on this computer, it comes here.
    bootstrap.open_settings(first).set("connection.server", "practice")
    bootstrap.open_backups(place, None).restore(backup.path)
    assert bootstrap.open_settings(place).get("connection.vat") == VATS[0]
