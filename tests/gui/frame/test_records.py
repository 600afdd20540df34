"""The one model of every list behaves as Qt expects, and keeps its place while rows change."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.pages.table import RecordTable
from einvoice_desktop.gui.records import Column, FilteredRecords, RecordModel


@dataclass(frozen=True)
class Thing:
    id: int
    name: str
    price: Decimal


COLUMNS = [
    Column[Thing]("name", lambda: "Name", lambda row: row.name, width=0),
    Column[Thing](
        "price", lambda: "Price", lambda row: str(row.price), sort=lambda row: row.price, figure=True
    ),
]
THINGS = [
    Thing(1, "Ώρα", Decimal("9.00")),
    Thing(2, "Άλφα", Decimal("100.00")),
    Thing(3, "Βήτα", Decimal("20.00")),
]


@pytest.fixture
def model() -> RecordModel[Thing]:
    return RecordModel(COLUMNS, lambda row: row.id)


def test_the_model_keeps_qt_s_rules(model: RecordModel[Thing], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_rows(THINGS)
    model.set_rows([Thing(9, "Νέο", Decimal(1)), *THINGS])
    model.set_rows(THINGS[:1])
    model.refresh()
    qtmodeltester.check(model)


def test_the_filter_keeps_qt_s_rules(model: RecordModel[Thing], qtmodeltester: ModelTester) -> None:
    proxy = FilteredRecords()
    proxy.setSourceModel(model)
    model.set_rows(THINGS)
    qtmodeltester.check(proxy)
    proxy.search("αλφα")
    assert [proxy.index(row, 0).data() for row in range(proxy.rowCount())] == ["Άλφα"]
    proxy.sort(1)
    proxy.search("")
    assert [proxy.index(row, 1).data() for row in range(proxy.rowCount())] == ["9.00", "20.00", "100.00"]


def test_the_chosen_row_stays_chosen_while_others_come_and_change(
    model: RecordModel[Thing], qtbot: QtBot
) -> None:
    table: RecordTable[Thing] = RecordTable("things", model)
    qtbot.addWidget(table)
    model.set_rows(THINGS)
    table.choose(2)
    model.set_rows([Thing(4, "Δέλτα", Decimal(4)), *THINGS])
    chosen = table.current_record()
    assert chosen is not None
    assert chosen.id == 2
    model.set_rows([Thing(4, "Δέλτα", Decimal(4)), THINGS[0], Thing(2, "Άλλο", Decimal(5)), THINGS[2]])
    assert table.current_record() == Thing(2, "Άλλο", Decimal(5))
    assert table.selectionModel().isRowSelected(2)


def test_one_changed_row_redraws_one_row(model: RecordModel[Thing], qtbot: QtBot) -> None:
    model.set_rows(THINGS)
    drawn: list[Any] = []
    model.dataChanged.connect(lambda top, bottom: drawn.append((top.row(), bottom.row())))
    model.set_rows([THINGS[0], Thing(2, "Άλλο", Decimal(5)), THINGS[2]])
    assert drawn == [(1, 1)]
    assert qtbot is not None
