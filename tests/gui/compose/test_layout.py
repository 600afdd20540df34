"""The page in small windows, with long names, large amounts and many problems."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from einvoice_desktop.gui.compose.problem_list import ProblemList
from tests.gui.compose.office import PAGE_SIZE, Office
from tests.gui.look import cut_words

SMALL = (964, 600)
"""What the page has of a window of 1024 x 700."""
MESSAGE = 48
"""What a message above the page takes of it."""
LONG = "Ανώνυμη Εταιρεία Παραγωγής & Εμπορίας Ειδών Διατροφής «Η <b>Ωραία</b> Μακεδονία του Βορρά» " * 2


def settle(office: Office, size: tuple[int, int]) -> None:
    office.page.resize(*size)
    for _ in range(3):
        QCoreApplication.processEvents()


def inside(office: Office, widget: QWidget) -> bool:
    """Whether nothing of a widget is scrolled or pushed away."""
    return widget.visibleRegion().boundingRect() == widget.rect() and office.page.rect().contains(
        QRect(widget.mapTo(office.page, QPoint(0, 0)), widget.size())
    )


def rows_in_sight(office: Office) -> int:
    table = office.table()
    shown = (table.visualRect(table.rows.index(row, 0)) for row in range(table.rows.rowCount()))
    return sum(table.viewport().rect().contains(rect.adjusted(1, 0, -1, 0)) for rect in shown)


def big(office: Office, line: Callable[..., None]) -> None:
    for row, price in enumerate(("999999999999,99", "15", "1", "2", "3")):
        line(row, LONG, "1", price)
        office.session.choose(f"details[{row}].vatCategoryCode", row + 1)
    for row, kind in enumerate((1, 5)):
        office.session.insert_row("taxes")
        office.session.choose(f"taxes[{row}].taxTypeCode", kind)
        office.session.edit(f"taxes[{row}].taxAmount", "190000000000,94")


@pytest.mark.parametrize("size", [PAGE_SIZE, SMALL])
def test_the_page_fits_its_window(office: Office, line: Callable[..., None], size: tuple[int, int]) -> None:
    line(0, "α", "1", "1")
    settle(office, size)

    assert (office.page.width(), office.page.height()) == size
    assert office.page.minimumSizeHint().width() <= size[0]
    assert office.page.minimumSizeHint().height() <= size[1]
    assert cut_words(office.page) == []


@pytest.mark.parametrize("opened", [False, True])
def test_three_lines_are_always_in_sight(office: Office, line: Callable[..., None], opened: bool) -> None:
    for row in range(8):
        line(row, "α", "1", "1")
    if opened:
        office.page.show_problem("issuer.vat")
    settle(office, SMALL)
    office.table().scrollToTop()

    assert (office.page.width(), office.page.height()) == SMALL
    assert rows_in_sight(office) >= 3
    assert inside(office, office.field("counterParty.vat"))
    assert inside(office, office.field("counterParty.registeredName"))
    assert inside(office, office.field("invoiceTypeCode"))


def test_a_field_that_is_scrolled_away_comes_into_sight(office: Office) -> None:
    office.page.show_problem("issuer.vat")
    settle(office, SMALL)
    for path in ("counterParty.address.city", "issuer.url", "counterParty.vat"):
        office.page.show_problem(path)
        QCoreApplication.processEvents()
        assert inside(office, office.field(path)), path


def test_a_row_that_an_edit_has_just_added_comes_into_sight(office: Office) -> None:
    settle(office, SMALL)
    office.page.show_problem("isDeliveryNote")
    office.session.edit("distributionDetails.packingDeclarations[0].quantity", "4")
    for path in (
        "distributionDetails.packingDeclarations[0].quantity",
        "distributionDetails.packingDeclarations[1].quantity",
        "isReverseDeliveryNote",
    ):
        office.page.show_problem(path)
        QCoreApplication.processEvents()
        assert inside(office, office.field(path)), path


@pytest.mark.parametrize("size", [PAGE_SIZE, SMALL])
def test_amounts_of_twelve_digits_are_shown_whole(
    office: Office, line: Callable[..., None], size: tuple[int, int]
) -> None:
    settle(office, size)
    big(office, line)
    settle(office, size)
    figures = [
        label
        for label in office.page.findChildren(QLabel)
        if re.match(r"summaries\.|vatAnalysis\[0\]", label.objectName()) and label.isVisible()
    ]

    assert office.sum("totalNetAmount") == "1.000.000.000.020,99"
    assert len(figures) >= 8
    for figure in figures:
        need = figure.fontMetrics().horizontalAdvance(figure.text())
        assert figure.width() >= need, figure.objectName()
        assert figure.height() >= figure.fontMetrics().height() - 1, figure.objectName()
        if figure.objectName().startswith("summaries"):
            assert inside(office, figure), figure.objectName()


def test_amounts_of_twelve_digits_are_shown_whole_in_the_lines(
    office: Office, line: Callable[..., None]
) -> None:
    line(0, "α", "1", "1")
    settle(office, SMALL)
    office.session.edit("details[0].unitPrice", "123456789012,34")
    settle(office, SMALL)
    table = office.table()
    for title in ("Price", "Net", "Total"):
        index = office.go(0, title).currentIndex()
        need = table.fontMetrics().horizontalAdvance(str(index.data()))
        assert need > 60
        assert table.columnWidth(index.column()) >= need, title


def test_a_long_name_is_shortened_and_told_whole_as_text(office: Office) -> None:
    office.session.edit("issuer.registeredName", LONG)
    settle(office, SMALL)
    head = office.page.findChild(QToolButton, "issuer")

    assert head.text().endswith("…")
    assert LONG in head.accessibleName()
    assert "<b>Ωραία" not in head.toolTip()
    assert "&lt;b&gt;" in head.toolTip()
    assert office.page.width() == SMALL[0]


def forty(office: Office) -> ProblemList:
    for row in range(20):
        if row:
            office.session.insert_row("details")
        office.session.edit(f"details[{row}].code", "x")
        office.session.choose(f"details[{row}].vatCategoryCode", 7)
    found = office.page.findChild(ProblemList, "problems")
    assert found is not None
    return found


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_forty_problems_are_counted_grouped_and_scrolled(office: Office) -> None:
    listed = forty(office)
    settle(office, PAGE_SIZE)
    severities = [told.severity for told in listed.problems.told]
    errors, warnings = severities.count("error"), severities.count("warning")

    assert errors + warnings >= 40
    assert severities == ["error"] * errors + ["warning"] * warnings
    texts = {label.text() for label in office.page.findChildren(QLabel) if label.isVisible()}
    assert f"Errors: {errors} · Warnings: {warnings}" in texts
    assert listed.verticalScrollBar().maximum() > 0
    for told in listed.problems.told:
        assert told.head.startswith({"error": "Error", "warning": "Warning"}[told.severity])
    listed.scrollToBottom()
    last = listed.visualRect(listed.problems.index(len(severities) - 1, 0))
    assert listed.viewport().rect().contains(last)


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_the_meter_follows_and_ends_with_ready(office: Office, line: Callable[..., None]) -> None:
    def meter() -> str:
        label = office.page.findChild(QLabel, "completeness")
        assert label is not None
        return label.text()

    assert meter() == "7 of 10 required fields filled"
    office.session.edit("counterParty.vat", "EL094014201")
    assert meter() == "8 of 10 required fields filled"
    office.session.edit("counterParty.registeredName", "Α")
    line(0, "α", "1", "1")

    assert meter() == "Ready to issue"


def test_panels_do_not_overlap(office: Office, line: Callable[..., None]) -> None:
    big(office, line)
    forty(office)
    office.page.show_problem("issuer.vat")
    settle(office, SMALL)
    panels = [w for w in office.page.findChildren(QFrame) if w.property("role") == "panel" and w.isVisible()]
    places = [QRect(panel.mapTo(office.page, QPoint(0, 0)), panel.size()) for panel in panels]

    assert len(places) == 5
    for i, one in enumerate(places):
        for other in places[i + 1 :]:
            assert not one.intersects(other)


def test_a_message_above_the_page_does_not_push_its_foot_off_the_screen(office: Office) -> None:
    settle(office, SMALL)
    assert office.page.minimumSizeHint().height() <= SMALL[1] - MESSAGE
