"""A customer of earlier days is found by words or by number and fills every field in one step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from einvoice_desktop.app.known_parties import PartyIndex, known_parties
from einvoice_desktop.gui.cards.offered import OfferedParty
from einvoice_desktop.gui.session import DraftSession
from einvoice_desktop.gui.tasks import TaskRunner
from tests.gui.compose.office import Office, all_saved

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.app.desk import Desk

TAB, BACKTAB, ENTER, ESCAPE, DOWN = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def payload(name: str, vat: str, city: str = "Αθήνα", **more: object) -> bytes:
    address = {"street": "Σταδίου", "number": "10", "postal": "10431", "city": city, "countryCode": "GR"}
    party = {"registeredName": name, "vat": vat, "branchCode": 0, "address": address, **more}
    return json.dumps({"counterParty": party}).encode()


PARTIES = [
    payload("Καφεκοπτείο Ωραία Α.Ε.", "EL094014201", taxOffice="Α' Αθηνών", phones=["2103210321"]),
    payload("Καφεκοπτείο Παλιό Ο.Ε.", "EL999999993", "Πάτρα"),
    payload("Χωρίς Αριθμό", ""),
]


@pytest.fixture
def office(desk: Desk, qtbot: QtBot) -> Iterator[Office]:
    tasks = TaskRunner()
    index = PartyIndex(known_parties(PARTIES))
    made = Office(
        desk,
        DraftSession(tasks, "el"),
        qtbot,
        find_parties=lambda typed: list(map(OfferedParty, index.find(typed))),
    )
    made.start()
    made.page.focus_first()
    yield made
    qtbot.waitUntil(lambda: all_saved(made.session, tasks))
    tasks.shutdown()


def shown(office: Office, path: str) -> list[str]:
    """What the open list under a field offers; [] where it is not open."""
    view = office.field(path).findChild(QListView)
    if view is None or not view.isVisible():
        return []
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def test_the_box_is_there_before_the_number_and_the_number_has_the_focus(office: Office) -> None:
    assert office.focus() is office.field("counterParty.vat")
    office.key(BACKTAB, SHIFT)
    assert office.focus() is office.field("counterParty.search")
    office.key(TAB)
    assert office.focus() is office.field("counterParty.vat")
    office.page.find_customer()
    assert office.focus() is office.field("counterParty.search")


def test_a_party_is_chosen_by_keys_and_fills_everything_in_one_step(office: Office) -> None:
    office.field("counterParty.brandName").setText("από πριν")
    before = office.session.draft.document
    office.page.find_customer()
    office.type("kafek")
    assert shown(office, "counterParty.search") == [
        "EL094014201 Καφεκοπτείο Ωραία Α.Ε.",
        "EL999999993 Καφεκοπτείο Παλιό Ο.Ε.",
    ]
    office.key(DOWN)
    office.key(ENTER)

    value = office.session.value
    assert (value("counterParty.vat"), value("counterParty.registeredName")) == (
        "EL999999993",
        "Καφεκοπτείο Παλιό Ο.Ε.",
    )
    assert value("counterParty.address.city") == "Πάτρα"
    assert office.field("counterParty.address.city").text() == "Πάτρα"
    assert office.field("counterParty.brandName").text() == ""
    assert office.field("counterParty.search").text() == ""
    assert shown(office, "counterParty.search") == []
    office.session.undo()
    assert office.session.draft.document == before
    assert office.field("counterParty.brandName").text() == "από πριν"


def test_the_focus_goes_on_to_the_lines(office: Office) -> None:
    office.page.find_customer()
    office.type("094014201")
    office.key(ENTER)

    assert office.focus() is office.table()
    assert (office.table().currentIndex().row(), office.table().currentIndex().column()) == (0, 0)


def test_the_focus_goes_to_what_the_party_lacks(office: Office) -> None:
    office.page.find_customer()
    office.type("χωρις")
    office.key(ENTER)

    assert office.focus() is office.field("counterParty.vat")
    assert office.field("counterParty.registeredName").text() == "Χωρίς Αριθμό"


def test_escape_closes_the_list_and_takes_nobody(office: Office) -> None:
    office.page.find_customer()
    office.type("καφ")
    office.key(ESCAPE)
    assert shown(office, "counterParty.search") == []
    office.key(ENTER)
    assert office.session.value("counterParty.vat") is None
    office.key(DOWN)
    assert len(shown(office, "counterParty.search")) == 2
    office.key(TAB)
    assert shown(office, "counterParty.search") == []
    assert office.session.value("counterParty.vat") is None


def test_a_click_takes_a_party(office: Office, qtbot: QtBot) -> None:
    office.page.find_customer()
    office.type("καφ")
    view = office.field("counterParty.search").findChild(QListView)
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert office.session.value("counterParty.vat") == "EL999999993"


@pytest.mark.parametrize("typed", ["094014201", "EL094014201"])
def test_a_known_number_typed_whole_offers_its_party_and_enter_takes_it(office: Office, typed: str) -> None:
    office.type(typed[:-1])
    assert shown(office, "counterParty.vat") == []
    office.type(typed[-1])
    assert shown(office, "counterParty.vat") == ["EL094014201 Καφεκοπτείο Ωραία Α.Ε."]
    office.key(ENTER)

    assert office.session.value("counterParty.registeredName") == "Καφεκοπτείο Ωραία Α.Ε."
    assert office.field("counterParty.taxOffice").text() == "Α' Αθηνών"
    assert office.focus() is office.table()


def test_tab_goes_past_the_offer_and_leaves_what_was_typed(office: Office) -> None:
    office.type("094014201")
    office.key(TAB)
    assert shown(office, "counterParty.vat") == []
    assert office.session.value("counterParty.vat") == "094014201"
    assert office.session.value("counterParty.registeredName") is None
    assert office.focus() is office.field("counterParty.registeredName")


def test_an_unknown_number_offers_nothing(office: Office) -> None:
    office.type("094014202")
    assert shown(office, "counterParty.vat") == []
    office.key(ENTER)
    assert office.session.value("counterParty.registeredName") is None
