"""The preview: the paper of the document in sight, as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.paper.view import LARGEST, SMALLEST
from tests.gui.frame.paper.conftest import CTRL, choose, issue, preview, text_on_paper


def test_f5_shows_the_paper_of_the_form_as_it_stands(office: Any) -> None:
    office.fill()
    preview(office)
    told = text_on_paper(office)
    assert "Παπαδόπουλος και Υιοί Α.Ε." in told
    assert "124,00" in told
    assert "Δεν έχει εκδοθεί" in office.find("page.preview").hint.text()
    assert QApplication.focusWidget() is office.find("preview.paper")


def test_what_is_still_being_typed_stands_on_the_paper(office: Any) -> None:
    office.fill()
    field = office.find("counterParty.registeredName")
    field.setFocus()
    field.selectAll()
    for char in "Δήμος":
        QApplication.sendEvent(field, key_event(char))
    preview(office)
    assert "Δήμος" in text_on_paper(office)
    office.key(Qt.Key.Key_Escape)
    office.window.session.edit("counterParty.registeredName", "Κοινότητα")
    preview(office)
    assert "Κοινότητα" in text_on_paper(office)
    assert "Δήμος" not in text_on_paper(office)


def key_event(char: str) -> Any:
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)


def test_escape_goes_back_to_the_field_one_came_from(office: Any) -> None:
    office.find("counterParty.address.city").setFocus()
    preview(office)
    assert office.find("view.compose").isChecked()
    office.key(Qt.Key.Key_Escape)
    assert office.window.book.view == "compose"
    assert QApplication.focusWidget() is office.find("counterParty.address.city")


def test_the_preview_of_a_receipt_goes_back_to_the_receipt(office: Any) -> None:
    issue(office)
    preview(office)
    told = text_on_paper(office)
    assert "400001900000001" in told
    assert "0F" * 20 in told
    office.press("preview.back")
    assert office.window.book.view == "receipt"


def test_the_preview_of_an_archive_row_shows_that_row(office: Any) -> None:
    issue(office)
    office.window.open_view("compose")
    office.fill()
    office.window.session.edit("counterParty.registeredName", "Δήμος Αθηναίων")
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: all(r.state == "issued" for r in office.desk.submissions()))
    office.rest()
    office.view("archive")
    table = office.find("archive")
    table.setFocus()
    table.selectRow(1)
    preview(office)
    assert "Παπαδόπουλος" in text_on_paper(office)
    office.key(Qt.Key.Key_Escape)
    assert office.window.book.view == "archive"


def test_language_and_form_of_the_paper_are_remembered(start: Any) -> None:
    office = start()
    office.fill()
    preview(office)
    assert "Τιμολόγιο Πώλησης" in text_on_paper(office)
    choose(office, "preview.language", "en")
    office.wait(lambda: "Sales Invoice" in text_on_paper(office))
    choose(office, "preview.language", "both")
    office.wait(lambda: "Sales Invoice" in text_on_paper(office) and "Τιμολόγιο" in text_on_paper(office))
    choose(office, "preview.form", "80mm")
    view = office.find("preview.paper")
    office.wait(lambda: view._pages.size(0).width() == 80)
    assert office.settings.values["paper.language"] == "both"
    assert office.settings.values["paper.form"] == "80mm"
    office.window.close()
    again = start(**office.settings.values)
    preview(again)
    assert again.find("preview.form").value == "80mm"
    assert again.find("preview.paper")._pages.size(0).width() == 80


def test_the_wheel_changes_no_choice(office: Any) -> None:
    preview(office)
    box = office.find("preview.language")
    before = box.currentIndex()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    turn = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before


def test_ctrl_plus_minus_and_0_change_the_size(office: Any) -> None:
    preview(office)
    view = office.find("preview.paper")
    assert view.fit == "width"
    office.key(Qt.Key.Key_0, CTRL)
    assert (view.fit, view.factor) == ("own", 1.0)
    office.key(Qt.Key.Key_Plus, CTRL)
    assert view.factor > 1
    office.key(Qt.Key.Key_Minus, CTRL)
    assert view.factor == 1.0
    for _ in range(30):
        office.key(Qt.Key.Key_Plus, CTRL)
    assert view.factor == LARGEST
    for _ in range(60):
        office.key(Qt.Key.Key_Minus, CTRL)
    assert view.factor == SMALLEST
    choose(office, "preview.fit", "page")
    assert view.verticalScrollBar().maximum() == 0, "the whole page is in sight"


def test_page_down_and_up_go_through_many_pages(office: Any) -> None:
    office.fill()
    with office.window.session.together():
        for _ in range(80):
            office.window.session.duplicate_row("details", 0)
    preview(office)
    view = office.find("preview.paper")
    choose(office, "preview.fit", "page")
    view.setFocus()
    pages = view.page_count
    assert pages > 2
    seen = []
    for _ in range(pages):
        seen.append(view.page_in_sight)
        office.key(Qt.Key.Key_PageDown)
    assert seen == list(range(pages))
    assert office.text("preview.page") == f"Σελίδα {pages} από {pages}"
    office.key(Qt.Key.Key_PageUp)
    assert view.page_in_sight == pages - 2
    office.key(Qt.Key.Key_Home)
    assert view.page_in_sight == 0


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_paper_is_painted_crisply_at_every_scale(office: Any, ratio: float) -> None:
    office.fill()
    preview(office)
    view = office.find("preview.paper").viewport()
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    view.render(image)
    white = sum(
        image.pixelColor(x, y).lightness() > 250
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )
    dark = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 1)
        for y in range(0, min(300, image.height()), 3)
    ]
    assert white > 1000
    assert min(dark) < 60, "letters and rules are drawn at full strength"


def test_a_document_that_is_issued_while_it_is_previewed_shows_its_mark(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.line.sent)
    office.rest()
    preview(office)
    assert "400001900000001" not in text_on_paper(office)
    office.window.actions_["tryNow"].trigger()
    office.wait(lambda: "400001900000001" in text_on_paper(office))


def test_a_missing_logo_is_told_once_and_the_paper_is_made(start: Any, tmp_path: Path) -> None:
    office = start(**{"paper.logo": str(tmp_path / "λογότυπο.png")})
    preview(office)
    assert "λογότυπο.png" in office.window.message
    office.window.unsay()
    office.key(Qt.Key.Key_Escape)
    preview(office)
    assert office.window.message == ""


# --- where the commands can be used -----------------------------------------------------------------


def test_commands_of_paper_rest_where_no_document_is_in_sight(office: Any) -> None:
    names = ("preview", "print", "savePdf", "email")
    enabled = {}
    for view in ("compose", "drafts", "samples", "archive"):
        office.view(view)
        enabled[view] = [office.window.actions_[name].isEnabled() for name in names]
    assert enabled == {
        "compose": [True] * 4,
        "drafts": [False] * 4,
        "samples": [False] * 4,
        "archive": [False] * 4,
    }
    office.window.open_view("compose")
    issue(office)
    assert all(office.window.actions_[name].isEnabled() for name in names)
    preview(office)
    assert [office.window.actions_[name].isEnabled() for name in names] == [False, True, True, True]


def test_the_buttons_stand_where_the_document_is(office: Any) -> None:
    assert office.find("action.preview").isVisible()
    issue(office)
    page = office.find("page.receipt")
    shown = {b.accessibleIdentifier(): b.key for b in page.tools if b.isVisible()}
    assert shown == {
        "action.preview": "F5",
        "action.print": "Ctrl+P",
        "action.savePdf": "Ctrl+Shift+S",
        "action.email": "Ctrl+E",
    }
