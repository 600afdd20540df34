"""A document of ten thousand lines on the page: an edit costs what its own line costs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QWidget

from einvoice_desktop.gui.compose.problem_list import ProblemList
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    pass


class Painted(QObject):
    """Counts what a table paints again."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.heights: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.heights.append(event.region().boundingRect().height())
        return False


@pytest.fixture
def many(unready: Office) -> Office:
    """A document of 10,000 lines."""
    draft = unready.desk.new_draft()
    first = draft.document.details[0].with_member("descriptions", ("Είδος",))
    unready.start(type(draft)(draft.document.with_member("details", (first,) * 10_000)))
    return unready


def test_one_edit_among_ten_thousand_lines_touches_one_row(many: Office) -> None:
    many.go(5_000, "Price")
    table = many.table()
    changed: list[tuple[int, int]] = []
    resets: list[bool] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    table.rows.dataChanged.connect(note)
    table.rows.modelReset.connect(lambda: resets.append(True))
    many.key(Qt.Key.Key_F2)
    painted = Painted(table.viewport())
    begin = time.thread_time()
    many.type("7")
    spent = time.thread_time() - begin

    assert changed == [(5_000, 5_000)]
    assert resets == []
    assert painted.heights
    assert max(painted.heights) <= table.rowHeight(5_000) + 2
    assert many.sum("totalNetAmount") == "7,00"
    # Measured at 4 ms; a pass over all lines costs far more.
    assert spent < 0.3


def test_ten_thousand_faults_do_not_slow_an_edit(many: Office) -> None:
    draft = many.session.draft
    assert draft is not None
    exempt = draft.document.details[0].with_member("vat_category_code", 7)
    many.session.replace(type(draft)(draft.document.with_member("details", (exempt,) * 10_000)), None)
    many.go(5_000, "Description")
    many.key(Qt.Key.Key_F2)
    begin = time.thread_time()
    many.type("ω")
    spent = time.thread_time() - begin
    problems = many.page.findChild(ProblemList, "problems")

    assert problems.problems.rowCount() == 200
    # Measured at 5 ms.
    assert spent < 0.3


def test_rows_come_and_go_among_ten_thousand_without_a_reset(many: Office) -> None:
    table = many.go(5_000, "Code")
    resets: list[bool] = []
    table.rows.modelReset.connect(lambda: resets.append(True))
    many.key(Qt.Key.Key_Insert)
    many.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert table.rows.rowCount() == 10_000
    assert resets == []
