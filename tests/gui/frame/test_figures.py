"""The figures page, export and the month's package, as a person works them."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from einvoice_desktop.app.ports.tables import TableForm
from tests.app.scripted import INVOICE
from tests.gui.frame.conftest import Office
from tests.store.many import fill

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MANY = 1500


@pytest.fixture
def figures(office: Office) -> Any:
    """The figures of books in which November has 920 documents less those refused, with PDFs to be made."""
    fill(office.desk._parts.store, MANY, payload=INVOICE)
    office.view("figures")
    page = office.find("page.figures")
    page.chooser.look_at(page.chooser.span.stepped(_months_to("2026-11", page.chooser.span.since)))
    page.refresh()
    office.wait(lambda: office.text("figures.count") == "901")
    office.rest()
    return page


def _months_to(month: str, since: str) -> int:
    return (int(month[:4]) - int(since[:4])) * 12 + int(month[5:7]) - int(since[5:7])


def rows(table: Any) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def dialogs(kind: type[QDialog]) -> list[Any]:
    return [w for w in QApplication.allWidgets() if isinstance(w, kind) and w.isVisible()]


def test_a_month_is_told_in_cards_bars_and_tables_and_the_keys_go_through_time(office, figures) -> None:
    assert figures.chooser.name.text() == "Νοέμβριος 2026"
    assert "όχι πραγματικά" in office.text("figures.notice")
    shown = figures._figures
    assert office.text("figures.net") == _amount(shown.total.sums.net)
    assert office.find("figures.withheld").isHidden() or not office.find("figures.withheld").isVisible()
    assert not office.find("figures.others").isVisible()
    (vat,) = rows(office.find("figures.byVat"))
    assert (vat[0], vat[2]) == ("ΦΠΑ συντελεστής 24%", _amount(shown.total.sums.net))
    types = rows(office.find("figures.byType"))
    assert [row[0][:4] for row in types] == ["1.1 ", "2.1 ", "5.1 ", "11.2"]
    days = rows(office.find("figures.byDay"))
    assert (len(days), days[0][0], days[-1][0]) == (30, "01/11/2026", "30/11/2026")
    customers = rows(office.find("figures.byCustomer"))
    assert customers[-1][0] == "Λοιποί"
    assert office.find("figures.net").accessibleName() == ""
    bars = office.find("figures.bars")
    assert bars.accessibleName() == "Καθαρή αξία ανά ημέρα"
    bars.setFocus()
    office.key(Qt.Key.Key_Right)
    office.key(Qt.Key.Key_Right)
    assert bars.accessibleDescription() == f"02/11/2026: {days[1][1]}"
    office.wait(lambda: office.find("figures.year").accessibleName())
    office.key(Qt.Key.Key_PageUp)
    office.wait(lambda: figures.chooser.name.text() == "Οκτώβριος 2026")
    office.rest()
    office.wait(lambda: office.text("figures.count") != "901")
    figures.chooser.size_box.choose("quarter")
    assert figures.chooser.name.text() == "4ο τρίμηνο 2026"
    office.rest()
    figures.chooser.size_box.choose("own")
    figures.chooser.since.setText("23/11/2026")
    figures.chooser.until.setText("23.11.26")
    office.rest()
    office.wait(lambda: office.text("figures.count") == "39")
    office.window.choose_language("en")
    office.rest()
    assert bars.accessibleName() == "Net by day"


def _amount(value: Decimal) -> str:
    from einvoice_desktop.app.entry import show_amount

    return show_amount(value, "el")


@pytest.mark.usefixtures("figures")
def test_what_is_in_sight_is_exported_and_a_failure_is_told(office, tmp_path: Path) -> None:
    deeds = office.program.deeds.exporting
    office.key(Qt.Key.Key_E, CTRL_SHIFT)
    (dialog,) = dialogs(QFileDialog)
    assert dialog.defaultSuffix() == "xlsx"
    dialog.close()
    office.view("archive")
    page = office.find("page.archive")
    path = tmp_path / "όλα.csv"
    deeds.save(page.to_export(), path, TableForm.CSV_GREEK)
    office.wait(lambda: "Εξήχθη" in office.window.message)
    head, *told = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";")
    assert (len(told), head[0]) == (MANY - MANY // 50, "Ημερομηνία")
    page.table.setFocus()
    office.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.table.chosen_ids()) == 2
    deeds.save(page.to_export(), path, TableForm.CSV_GREEK)
    office.wait(lambda: path.read_text("utf-8-sig").count("\n") == 3)
    office.rest()
    net = [column.key for column in page.model.columns].index("net")
    for width, hidden in ((1024, True), (1700, False), (1024, True)):
        office.window.resize(width, 800)
        office.wait(lambda hidden=hidden: page.table.isColumnHidden(net) is hidden)
    deeds.save(page.to_export(), tmp_path / "nowhere" / "x.csv", TableForm.CSV_GREEK)
    office.wait(lambda: "x.csv" in office.window.message)
    assert [one.name for one in tmp_path.glob(".*.tmp")] == []
    office.view("compose")
    assert not office.window.actions_["export"].isEnabled()


def test_a_months_package_is_made_with_progress_and_can_be_stopped(office, figures, tmp_path: Path) -> None:
    figures.chooser.size_box.choose("own")
    figures.chooser.since.setText("22/11/2026")
    figures.chooser.until.setText("22/11/2026")
    office.rest()
    office.key(Qt.Key.Key_M, CTRL_SHIFT)
    dialog = office.program.deeds.exporting.package
    office.wait(lambda: dialog._count == 39)
    assert "PRACTICE" in dialog.file_name
    asked: list[str] = []
    dialog.place_wanted.disconnect()
    dialog.place_wanted.connect(lambda: asked.append(dialog.file_name))
    for place in (dialog.chooser.size_box, dialog._before, dialog._after, dialog._close):
        office.qtbot.keyClick(place, Qt.Key.Key_Return)
    assert asked == [dialog.file_name] * 4
    path = tmp_path / "πακέτο.zip"
    dialog.start(path)
    office.wait(lambda: dialog.bar.isVisible() and dialog._done > 0)
    dialog.stop()
    office.wait(lambda: not dialog._is_working)
    assert not path.exists()
    dialog.start(path)
    office.wait(lambda: "έτοιμο" in office.window.message, 60_000)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert sum(name.startswith("pdf/") for name in names) == 39
        assert archive.read(next(name for name in names if name.startswith("pdf/"))).startswith(b"%PDF-")
        assert archive.testzip() is None


def test_customers_and_items_are_exported_from_their_pages(office, tmp_path: Path) -> None:
    deeds = office.program.deeds.exporting
    for view, title in (("customers", "Επωνυμία"), ("items", "Περιγραφή")):
        office.view(view)
        assert office.window.actions_["export"].isEnabled()
        path = tmp_path / f"{view}.csv"
        deeds.save(deeds._exported(), path, TableForm.CSV_GREEK)
        office.wait(path.exists)
        assert title in path.read_text("utf-8-sig")
