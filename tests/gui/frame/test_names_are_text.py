"""Names that look like markup are shown as they were typed, everywhere, and fetch nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QToolTip, QWidget

from einvoice_desktop.gui.fields.identity import plain_tip
from einvoice_desktop.gui.review_figures import figures_of

CTRL = Qt.KeyboardModifier.ControlModifier
WICKED = (
    '<img src="file:///etc/passwd">',
    '<a href="https://example.org/">εδώ</a>',
    "<b>Έντονα</b> & Σία",
    "<html><body><h1>Α.Ε.</h1></body></html>",
    "<!-- κρυφό --> <table><tr><td>x",
)


def all_indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), 50)):
        # A list model keeps its number of columns to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(above)):
            index = model.index(row, column, above)
            yield index
            if column == 0 and not isinstance(model, QAbstractListModel):
                yield from all_indexes(model, index)


def tips(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every tool tip that could be shown now: of widgets and of cells."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.toolTip():
            yield widget.objectName(), widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in all_indexes(widget.model()):
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if tip:
                    yield f"{widget.objectName()} {index.row()}/{index.column()}", str(tip)


def check(window: QWidget) -> None:
    """No label and no tip takes a name for markup."""
    for label in window.findChildren(QLabel):
        as_markup = label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText) or (
            label.textFormat() is Qt.TextFormat.AutoText and RichText.mightBeRichText(label.text())
        )
        assert not as_markup, (label.objectName(), label.text())
    for where, tip in tips(window):
        if RichText.mightBeRichText(tip):
            assert not any(wicked in tip for wicked in WICKED), (where, tip)
    assert not window.findChildren(QTextEdit), "nothing here reads HTML"


def seal(office: Any, name: str) -> None:
    office.window.open_view("compose")
    office.fill()
    office.window.session.edit("counterParty.registeredName", name)
    office.window.session.edit("issuer.registeredName", name)
    office.window.session.edit("details[0].descriptions[0]", name)
    before = len(office.desk.submissions())
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: len(office.desk.submissions()) == before + 1)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.mark"))
    office.rest()


@pytest.mark.parametrize("wicked", WICKED)
def test_a_name_that_looks_like_markup_is_shown_as_typed(office: Any, wicked: str) -> None:
    seal(office, wicked)
    assert wicked in office.text("receipt.document.customer")
    check(office.window)
    office.key(Qt.Key.Key_F5)
    office.wait(lambda: office.find("preview.paper").page_count)
    told = " ".join(office.find("preview.paper").accessibleDescription().split())
    assert wicked.split()[0] in told
    check(office.window)
    for view in ("outbox", "archive", "samples", "compose"):
        office.view(view)
        office.window.session.edit("counterParty.registeredName", wicked)
        office.window.session.edit("counterParty.vat", wicked)
        check(office.window)
    office.rest()
    office.view("drafts")
    check(office.window)


def test_a_name_cannot_turn_round_the_number_beside_it(office: Any) -> None:
    turning = "Α.Ε. \u202e\u2067Ωραία"
    seal(office, turning)
    assert office.text("receipt.document.customer").startswith("Α.Ε. Ωραία · ")
    office.window.open_view("compose")
    office.window.session.edit("counterParty.registeredName", turning)
    figures = figures_of(office.window.session.composition, office.window.office, str)
    assert {one.name: one.value for one in figures.document}["customer"].startswith("Α.Ε. Ωραία")


def test_a_sentence_with_such_a_name_is_text(office: Any, tmp_path: Path) -> None:
    for wicked in WICKED:
        office.window.say(f"{wicked} δεν άνοιξε.", "error")
        assert wicked in office.window.message
        check(office.window)
    broken = tmp_path / "<b>Τιμολόγιο.json"
    broken.write_bytes(b"{")
    office.program.deeds.opening.open(broken)
    office.wait(lambda: "<b>Τιμολόγιο.json" in office.window.message)
    check(office.window)


def test_a_tool_tip_shows_the_letters_themselves(office: Any) -> None:
    seal(office, WICKED[2])
    office.view("archive")
    table = office.find("archive")
    model = table.model()
    keys = [column.key for column in table.records.columns] if hasattr(table, "records") else []
    place = keys.index("customer") if keys else 3
    index = model.index(0, place)
    spot = table.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(table.viewport(), event)
    assert QToolTip.text() == plain_tip(str(index.data()))
    assert "&lt;b&gt;" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("text", ["Καφεκοπτείο & Υιοί", "3 < 5", "α > β", ""])
def test_a_plain_tip_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text
