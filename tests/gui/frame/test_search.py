"""The search for everything: commands, pages, customers, drafts and documents, by keyboard, never stale."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from einvoice_desktop.app.archive import ArchiveBook

CTRL = Qt.KeyboardModifier.ControlModifier


def box(office: Any) -> Any:
    return office.find("search")


def enter(office: Any, text: str = "") -> Any:
    """Ctrl+K, and `text` letter by letter as an input method gives it."""
    office.key(Qt.Key.Key_K, CTRL)
    found = box(office)
    assert QApplication.focusWidget() is found
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(found, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    return found


def hits(office: Any, group: str) -> list[str]:
    return [hit.text for hit in box(office).results.hits if hit.group == group]


def issue(office: Any, name: str) -> None:
    office.program.deeds.new()
    office.fill()
    office.window.session.edit("counterParty.registeredName", name)
    office.window.open_view("compose")
    office.find("action.issue").click()
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.rest()


def test_ctrl_k_opens_it_and_esc_gives_the_focus_back(office: Any) -> None:
    field = office.find("counterParty.registeredName")
    field.setFocus()
    enter(office, "αρχ")
    office.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field
    assert box(office).text() == ""
    assert not box(office).results.isVisible()


def test_with_nothing_typed_the_pages_are_offered(office: Any) -> None:
    enter(office)
    assert hits(office, "pages")[0] == "Σύνταξη"
    assert hits(office, "documents") == []


def test_a_page_is_found_by_either_language_and_without_accents(office: Any) -> None:
    for typed in ("δειγμα", "ΔΕΊΓΜΑ", "sampl"):
        enter(office, typed)
        assert hits(office, "pages") == ["Δείγματα"], typed
        office.key(Qt.Key.Key_Escape)
    office.window.choose_language("en")
    office.rest()
    enter(office, "δειγμα")
    assert hits(office, "pages") == ["Samples"]


def test_enter_opens_the_marked_page(office: Any) -> None:
    enter(office, "δειγμα")
    office.key(Qt.Key.Key_Return)
    office.rest()
    assert office.window.book.view == "samples"
    assert not box(office).results.isVisible()


def test_down_and_up_move_the_mark_over_the_heads(office: Any) -> None:
    enter(office, "απο")
    results = box(office).results
    seen = [results.marked.text]
    for _ in results.hits:
        office.key(Qt.Key.Key_Down)
        seen.append(results.marked.text)
    assert list(dict.fromkeys(seen)) == [hit.text for hit in results.hits]
    office.key(Qt.Key.Key_Up)
    assert results.marked.text == results.hits[-2].text


def test_a_command_runs_and_one_that_rests_is_not_offered(office: Any) -> None:
    enter(office, "νέα γραμμή")
    before = office.window.session.row_count("details")
    assert hits(office, "commands") == ["Νέα γραμμή"]
    office.key(Qt.Key.Key_Return)
    assert office.window.session.row_count("details") == before + 1
    office.view("samples")
    enter(office, "νέα γραμμή")
    assert hits(office, "commands") == []


def test_a_draft_is_found_and_opened(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Αφοί Δραγούμη Ο.Ε.")
    office.wait(office.desk.draft_rows)
    office.program.deeds.new()
    enter(office, "δραγουμη")
    office.wait(lambda: any("Δραγούμη" in text for text in hits(office, "drafts")))
    while box(office).results.marked.group != "drafts":
        office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.text("counterParty.registeredName") == "Αφοί Δραγούμη Ο.Ε.")


def test_a_document_is_found_by_customer_number_and_mark_and_opens_its_receipt(office: Any) -> None:
    issue(office, "Ζαχαροπλαστεία Βέρας Α.Ε.")
    mark = office.text("receipt.mark")
    issue(office, "Άλλος Πελάτης")
    for typed in ("ζαχαροπλ", mark, "βερας"):
        enter(office, typed)
        office.wait(lambda: any(mark in text for text in hits(office, "documents")))
        office.key(Qt.Key.Key_Escape)
    enter(office, mark)
    office.wait(lambda: hits(office, "documents"))
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark") == mark)


def test_a_customer_begins_a_new_document(office: Any) -> None:
    issue(office, "Ζαχαροπλαστεία Βέρας Α.Ε.")
    office.view("samples")
    office.wait(lambda: office.window.stage.known.is_read)
    enter(office, "ζαχαρο")
    assert hits(office, "customers") == ["Ζαχαροπλαστεία Βέρας Α.Ε."]
    box(office).results.chosen.emit(next(hit for hit in box(office).results.hits if hit.group == "customers"))
    assert office.window.book.view == "compose"
    assert office.text("counterParty.registeredName") == "Ζαχαροπλαστεία Βέρας Α.Ε."
    assert office.window.session.row_count("details") == 1


def test_nothing_found_is_said(office: Any) -> None:
    enter(office, "ξξξψψψ")
    office.wait(lambda: box(office).nothing.isVisible())
    assert box(office).nothing.text() == "Δεν βρέθηκε τίποτα"
    office.key(Qt.Key.Key_Return)
    assert box(office).results.isVisible()


def test_an_answer_that_comes_too_late_is_dropped_and_the_last_question_is_asked(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    free = threading.Event()
    look = ArchiveBook.page

    def slow(book: ArchiveBook, query: Any, *rest: Any, **more: Any) -> Any:
        asked.append(query.words)
        free.wait(10)
        return look(book, query, *rest, **more)

    issue(office, "Πρώτος")
    monkeypatch.setattr(ArchiveBook, "page", slow)
    enter(office, "πρωτ")
    office.wait(lambda: asked)
    box(office).setText("ξξξ")
    box(office).typed.emit("ξξξ")
    assert hits(office, "documents") == []
    free.set()
    office.wait(lambda: asked[-1] == "ξξξ")
    office.rest()
    assert hits(office, "documents") == []
    assert len(asked) <= 3, "what was typed between is not asked"


def test_what_is_at_hand_is_there_before_the_books_answer(office: Any) -> None:
    enter(office)
    begun = time.thread_time()
    for typed in ("α", "απ", "απο", "αποθ"):
        box(office).setText(typed)
        box(office).typed.emit(typed)
    assert hits(office, "commands")
    assert time.thread_time() - begun < 0.4
    office.rest()


def test_the_list_stays_inside_the_window(office: Any) -> None:
    office.window.resize(1024, 700)
    enter(office, "α")
    office.rest()
    area = box(office).results.geometry()
    assert office.window.rect().contains(area)


def test_what_was_found_stays_inside_a_window_that_is_made_smaller(office: Any) -> None:
    shown, window = enter(office, "α"), office.window
    results = shown.results
    office.qtbot.waitUntil(results.isVisible)
    window.resize(1024, 700)

    office.qtbot.waitUntil(lambda: results.geometry().right() < window.width())
    assert results.geometry().left() >= 0
