"""The customer's number is checked on request: what was found stands beside what was typed, and is taken by
whoever wants it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.registry import RegistrySource, VatAnswer
from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "counterParty.registeredName"
POSTAL = "counterParty.address.postal"
CITY = "counterParty.address.city"


class Registry:
    """Answers what it is told to, when it is told to."""

    def __init__(self, office: Any) -> None:
        self.asked: list[str] = []
        self.issuers: list[str] = []
        self.free = threading.Event()
        self.free.set()
        self.answers: list[VatAnswer | UserError] = []
        office.desk._parts = replace(office.desk._parts, registry=self.opened)

    def opened(self, _server: str, _sign_in: object, issuer_vat: str) -> Registry:
        self.issuers.append(issuer_vat)
        return self

    def look_up(self, vat: str, source: RegistrySource) -> VatAnswer:
        self.asked.append(vat)
        self.free.wait(20)
        told = self.answers.pop(0)
        if isinstance(told, UserError):
            raise told
        return replace(told, vat=vat, source=source)


def found(**told: object) -> VatAnswer:
    return VatAnswer("", True, RegistrySource.GREEK, datetime(2026, 11, 21, tzinfo=UTC), **told)


def check(office: Any) -> None:
    office.key(Qt.Key.Key_F6, CTRL)


def take(office: Any, identifier: str) -> None:
    """A person does not press before having read."""
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    office.press(identifier)


def test_found_stands_beside_typed_and_is_taken_one_by_one_or_all_at_once(office: Any) -> None:
    registry, session = Registry(office), office.window.session
    registry.answers = [found(name="Αφθονία Ο.Ε.", city="Χαλκίδα", postal="34133", is_active=True)] * 2
    session.edit("counterParty.vat", "094014201")
    session.edit(NAME, "ΑΦΘΟΝΙΑ ΟΕ")
    session.edit(CITY, "Αθήνα")
    check(office)
    office.rest()

    assert (registry.asked, registry.issuers) == (["EL094014201"], ["999999993"])
    panel = office.find("vatCheck")
    assert [(row.path, row.same) for row in panel.rows] == [
        ("registeredName", True),
        ("address.postal", False),
        ("address.city", False),
    ]
    assert (session.text(NAME), session.text(CITY), session.text(POSTAL)) == ("ΑΦΘΟΝΙΑ ΟΕ", "Αθήνα", "")

    take(office, "vatCheck.take.address.postal")
    assert (session.text(POSTAL), session.text(CITY)) == ("34133", "Αθήνα")
    office.window.actions_["undo"].trigger()
    assert session.text(POSTAL) == ""

    assert not panel.isVisible()
    check(office)
    office.rest()
    take(office, "vatCheck.takeAll")
    assert (session.text(POSTAL), session.text(CITY), session.text(NAME)) == (
        "34133",
        "Χαλκίδα",
        "ΑΦΘΟΝΙΑ ΟΕ",
    )
    office.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    office.window.actions_["undo"].trigger()
    assert (session.text(POSTAL), session.text(CITY)) == ("", "Αθήνα")


def test_why_there_is_no_answer_is_said_and_typing_asks_nobody(office: Any) -> None:
    registry, session = Registry(office), office.window.session
    session.edit("counterParty.vat", "094014202")
    office.rest()
    check(office)
    office.rest()
    assert registry.asked == []
    assert "094014202" in office.text("vatCheck.state")
    office.press("vatCheck.close")

    registry.answers = [UserError("vat_check_absent"), replace(found(), found=False)]
    session.edit("counterParty.vat", "094014201")
    office.press("action.checkVat")
    office.rest()
    assert "επιβεβαιωμένη" in office.text("vatCheck.state")
    office.press("vatCheck.close")
    check(office)
    office.rest()
    assert office.text("vatCheck.state") == "Το μητρώο δεν γνωρίζει αυτόν τον αριθμό."
    assert not office.find("vatCheck.takeAll").isVisible()


def test_what_was_found_of_one_number_is_never_written_beside_another(office: Any) -> None:
    registry, session = Registry(office), office.window.session
    session.edit("counterParty.vat", "094014201")
    registry.answers = [found(name="Πρώτη")] * 2
    check(office)
    session.save_now()
    office.rest()
    assert office.find("vatCheck").is_open
    # It is issued with others from the list of drafts: another document takes its place.
    office.program.deeds.drafts.on_sealed(session.draft_id)
    take(office, "vatCheck.takeAll")
    assert session.text(NAME) == ""
    assert not office.find("vatCheck").is_open
    session.edit("counterParty.vat", "094014201")
    registry.free.clear()
    check(office)
    session.edit("counterParty.vat", "090000045")
    registry.free.set()
    office.rest()
    assert not office.find("vatCheck").is_open
    assert "άλλαξε στο μεταξύ" in office.text("message")


def test_an_answer_to_a_question_that_was_taken_back_opens_nothing(office: Any) -> None:
    registry, session = Registry(office), office.window.session
    registry.answers = [found(name="Πρώτη"), found(name="Δεύτερη", is_active=False)]
    registry.free.clear()
    session.edit("counterParty.vat", "094014201")
    check(office)
    panel = office.find("vatCheck")
    office.find(NAME).setFocus()
    assert not panel.is_open
    session.edit("counterParty.vat", "090000045")
    check(office)
    registry.free.set()
    office.rest()
    assert [row.found for row in panel.rows] in (["Πρώτη"], ["Δεύτερη"])
    assert registry.asked[-1] == "EL090000045"
    assert panel.isVisible()
