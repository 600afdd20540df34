"""The manual: F1 opens what speaks of the place, words are found in all pages, nothing leads nowhere."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from einvoice_desktop import paths
from einvoice_desktop.app.help_book import HelpBook, read_page
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.gui.actions import COMMANDS
from einvoice_desktop.gui.manual.deeds import HelpDeeds
from einvoice_desktop.gui.manual.files import CommandLine, read_manual
from einvoice_desktop.gui.manual.places import (
    COMMANDS as COMMAND_PLACES,
)
from einvoice_desktop.gui.manual.places import (
    VIEWS as VIEW_PLACES,
)
from einvoice_desktop.gui.manual.places import (
    WIDGETS,
    address_of,
    address_of_command,
    authority_code,
)
from einvoice_desktop.gui.manual.window import HelpWindow
from einvoice_desktop.gui.rail import VIEWS

LANGUAGES = ("el", "en")
CODES = [row["code"] for row in json.loads(paths.resource("codes/error_codes.json").read_bytes())]
CTRL = Qt.KeyboardModifier.ControlModifier


def book(language: Any) -> HelpBook:
    lines = [CommandLine(one.name, one.key, address_of_command(one.name)) for one in COMMANDS]
    return read_manual(paths.resource, language, lines)


BOOKS = {language: book(language) for language in LANGUAGES}


def leads_somewhere(address: str, language: str, here: str = "") -> bool:
    name, _, anchor = address.partition("#")
    page = BOOKS[language].page(name or here)
    return page is not None and (not anchor or page.place(anchor) is not None)


# --- what is written ----------------------------------------------------------------------------------


def test_both_languages_have_the_same_pages_with_the_same_headings() -> None:
    shapes = [
        [(page.name, [one.anchor for one in page.sections]) for page in BOOKS[language].pages]
        for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) >= 18
    for name, anchors in shapes[0]:
        assert all(anchors), name
        assert len(set(anchors)) == len(anchors), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_manual_leads_to_a_page_or_a_heading(language: str) -> None:
    links = [(page.name, link) for page in BOOKS[language].pages for link in page.links]
    assert len(links) > 60
    assert [pair for pair in links if not leads_somewhere(pair[1], language, pair[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_command_field_and_dialog_has_its_place_in_the_manual(language: str) -> None:
    assert set(VIEWS) <= set(VIEW_PLACES)
    named = {one.name for one in COMMANDS if not one.name.startswith("view.")}
    assert named <= set(COMMAND_PLACES), named - set(COMMAND_PLACES)
    for places in (VIEW_PLACES, WIDGETS, COMMAND_PLACES):
        assert [name for name, address in places.items() if not leads_somewhere(address, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_authority_has_its_cause_and_its_remedy(language: str) -> None:
    page = BOOKS[language].page("messages")
    assert page is not None
    by_anchor = {one.anchor: one for one in page.sections}
    assert set(CODES) <= set(by_anchor)
    cause, remedy = {"el": ("Αιτία.", "Τι κάνετε."), "en": ("Cause.", "What to do.")}[language]
    for code in CODES:
        section = by_anchor[code]
        assert section.heading.startswith(f"{code} – "), code
        assert re.search(rf"{re.escape(cause)} .{{15,}} {re.escape(remedy)} .{{15,}}", section.text), code


def test_a_message_is_found_by_its_number_and_by_a_word_without_accents() -> None:
    assert BOOKS["el"].find("319")[0].heading.startswith("319 – ")
    hits = BOOKS["el"].find("ΠΙΣΤΩΤΙΚΑ ξεπερνουν")
    assert hits[0].heading.startswith("319 – ")
    assert BOOKS["el"].find("πιστωτικα")[0].page.name == "credit-notes"
    assert BOOKS["en"].find("moving to a new")[0].page.name == "backups"
    assert BOOKS["en"].find("zzz") == []
    assert BOOKS["en"].find("  ") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_for_an_office_is_in_the_manual_by_the_numbers_of_its_headings(language: str) -> None:
    page = BOOKS[language].page("office")
    assert page is not None
    for anchor in ("1", "2-3", "5-4", "10"):
        place = page.place(anchor)
        assert place is not None
        assert page.sections[place].heading.startswith(anchor.replace("-", "."))
    assert BOOKS[language].find("BitLocker")[0].page.name == "office"


def test_data_in_a_page_is_never_markup() -> None:
    hostile = "<img src=x> [a](http://evil) *b* _c_ # d {#no}"
    error = {"code": "999", "message_en": hostile}
    told = {"codes": ["999"], "cause_en": hostile, "remedy_en": hostile}
    from einvoice_desktop.app.help_book import messages_page

    page = messages_page("# M {#start}\n%cause% C\n%remedy% R\n", [error], [told], {}, "en")
    assert page.place("no") is None
    assert page.place("999") == 1
    assert "](" not in page.markdown.replace("\\](", "").replace("\\]\\(", "")
    assert read_page("x", "no heading").title == "x"


# --- the window ---------------------------------------------------------------------------------------


def manual(office: Any) -> HelpWindow:
    deeds = office.window.findChild(HelpDeeds)
    office.wait(lambda: deeds.open_window is not None and deeds.open_window.book is not None)
    office.rest()
    return deeds.open_window


def shown(window: HelpWindow) -> str:
    """The heading at the top of what is in sight."""
    return window.text.toPlainText()


def ask_at(office: Any, widget: QWidget) -> None:
    """F1 there, back from the manual."""
    office.window.activateWindow()
    office.qtbot.waitUntil(office.window.isActiveWindow)
    widget.setFocus()
    office.key(Qt.Key.Key_F1)


def test_f1_opens_the_page_of_the_place_and_the_window_stays_beside(office: Any) -> None:
    office.find("counterParty.vat").setFocus()
    office.key(Qt.Key.Key_F1)
    window = manual(office)
    assert window.address == "vat-check#typing"
    assert "Καθώς γράφετε" in shown(window)
    assert not window.isModal()

    ask_at(office, office.find("series"))
    assert window.address == "numbers#series"
    office.view("archive")
    ask_at(office, office.window.book.page("archive"))
    assert window.address == "archive#find"

    window.back.click()
    assert window.address == "numbers#series"
    window.back.click()
    assert window.address == "vat-check#typing"
    assert not window.back.isEnabled()
    window.forward.click()
    assert window.address == "numbers#series"

    window.text.anchorClicked.emit(QUrl("backups#restore"))
    assert window.address == "backups#restore"
    for nowhere in ("https://evil.example/", "file:///etc/passwd", "nothing", "javascript:alert(1)"):
        window.text.anchorClicked.emit(QUrl(nowhere))
        assert window.address == "backups#restore"
    assert window.text.loadResource(2, QUrl("https://evil.example/x.png")) is None

    window.search.setText("ενδοδιακινηση")
    assert "286" in window.list.item(0).text()
    office.qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert "286" in window.list.currentItem().text()
    window.search.setText("ζζζζ")
    assert window.list.count() == 0
    assert not window._none.isHidden()
    window.search.clear()
    assert window.list.count() == len(BOOKS["el"].pages)

    office.window.choose_language("en")
    office.wait(lambda: "Messages of the authority" in window.list.item(window.list.count() - 1).text())
    window.go_to("first-invoice")
    before = window.text.document().toHtml()
    office.window.choose_appearance("dark")
    office.rest()
    assert window.text.document().toHtml() != before
    office.window.choose_appearance("light")
    window.close()
    office.qtbot.waitUntil(lambda: office.window.findChild(HelpDeeds).open_window is None)


def test_the_keys_of_all_commands_stand_in_the_manual_and_f1_works_in_dialogs(office: Any) -> None:
    office.window.actions_["settings"].trigger()
    settings = next(w for w in office.window.findChildren(QWidget) if w.objectName() == "settings")
    pages = office.window.findChild(QListWidget, "settings.pages")
    told = []
    for place in range(pages.count()):
        pages.setCurrentRow(place)
        told.append(address_of(pages, "compose"))
        assert told[-1].startswith("settings#"), pages.item(place).text()
    assert len(set(told)) == len(told) == pages.count() >= 9
    pages.setFocus()
    office.wait(lambda: settings.property("knowsHelp"))
    QTest.keyClick(settings.windowHandle(), Qt.Key.Key_F1)
    window = manual(office)
    assert window.address == told[-1]
    settings.close()
    window.close()

    deeds = office.window.findChild(HelpDeeds)
    deeds.show_page("keys#commands")
    window = manual(office)
    text = shown(window)
    for command in office.window.actions_.commands.values():
        assert not command.key or command.key in text, command.name
    window.close()


def test_a_refusal_leads_to_what_the_authority_means(office: Any) -> None:
    problem = Problem("counterParty.vat", "authority_102", authority_code="102")

    def refused(_sealed: SealedDocument) -> Outcome:
        return Outcome(
            OutcomeKind.REFUSED, "refused", "no", problems=(problem,), http_status=400, answer=b"{}"
        )

    office.line.will(refused)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.find("receipt.meaning").isVisible())
    office.key(Qt.Key.Key_F1)
    window = manual(office)
    assert window.address == "messages#102"
    window.close()


def test_a_problem_of_the_form_leads_there_too(office: Any) -> None:
    session = office.window.session
    session.edit("counterParty.vat", "094014202")
    session.edit("counterParty.address.city", "Αθήνα")
    office.rest()
    office.press("problems.meaning")
    first = manual(office)
    code = first.address.partition("#")[2]
    assert code in CODES
    problems = office.find("problems")
    problems.setFocus()
    row = next(
        row
        for row in range(problems.model().rowCount())
        if authority_code(problems.model().index(row, 0).data()) == "202"
    )
    problems.setCurrentIndex(problems.model().index(row, 0))
    assert address_of(problems, "compose") == "messages#202"
    first.close()
