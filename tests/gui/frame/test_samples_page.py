"""The samples in their groups: found by words, as they print, with our sums beside those of the file."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from einvoice_desktop.app.samples import SumCheck, sum_checks
from einvoice_desktop.domain.settlement import Summaries
from einvoice_desktop.domain.totals import SummaryAmounts

SUMS = ("net", "vat", "withheld", "deductions", "gross", "payable")


def titles(office: Any) -> list[str]:
    model = office.find("samples").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def paper(office: Any) -> str:
    """What stands on the paper in sight."""
    return str(office.find("samples.paper").accessibleDescription())


def figures(office: Any, kind: str) -> dict[str, str]:
    return {name: office.text(f"samples.{name}.{kind}") for name in SUMS}


def chosen(office: Any) -> str:
    return str(office.find("samples").current_record().identity)


def open_samples(office: Any) -> None:
    office.view("samples")
    office.wait(lambda: office.find("samples.paper").page_count)


def type_words(words: str) -> None:
    """Letters as a keyboard of any layout sends them to what has the focus."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                QApplication.focusWidget(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )


def search(office: Any, words: str) -> None:
    """Types words into the search box, whatever stood there."""
    box = office.find("samples.search")
    box.setFocus()
    box.selectAll()
    type_words(words)


def test_the_five_published_samples_agree_and_stand_apart_before_our_own(office: Any) -> None:
    open_samples(office)
    listed = titles(office)
    assert listed[0] == "Δημοσιευμένα από τον πάροχο"
    assert [title[:3] for title in listed[1:6]] == ["3.1"] * 5
    assert listed[6] == "Πωλήσεις εσωτερικού"
    seen = []
    for name in ("3.1-1", "3.1-2", "3.1-3", "3.1-4", "3.1-5"):
        assert chosen(office) == name
        office.wait(lambda: office.find("samples.paper").page_count and office.text("samples.gross.here"))
        assert set(figures(office, "verdict").values()) <= {"✓", ""}
        seen.append(office.text("samples.gross.here"))
        office.key(Qt.Key.Key_Down)
    assert seen == ["9.000,00", "946,90", "9.000,00", "609,06", "946,90"]


def test_the_keys_pass_over_the_headings(office: Any) -> None:
    open_samples(office)
    for _ in range(5):
        office.key(Qt.Key.Key_Down)
    assert chosen(office) == "1.1-vat-rates"
    office.key(Qt.Key.Key_Up)
    assert chosen(office) == "3.1-5"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("καυσιμων", ["1.1-fuel"]),
        ("heating", ["11.1-heating"]),
        ("παραγγελιας ακυρωση", ["8.6-total-cancel", "8.6-cancelled-order"]),
        ("δεν υπάρχει", []),
    ],
)
def test_samples_are_found_by_words_without_accents_in_either_language(
    office: Any, words: str, found: list[str]
) -> None:
    open_samples(office)
    search(office, words)
    rows = office.find("samples").records.rows
    assert [row.sample.name for row in rows if row.sample] == found
    assert sum(row.sample is None for row in rows) == bool(found)
    assert office.find("samples.open").isEnabled() is bool(found)
    search(office, " ")
    assert len(titles(office)) > 60


def test_letters_typed_on_the_list_are_searched_for_and_enter_opens_what_was_found(office: Any) -> None:
    open_samples(office)
    type_words("usd")
    assert office.find("samples.search").text() == "usd"
    assert chosen(office) == "1.3-usd"
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "compose")
    assert office.window.session.value("currencyCode") == "USD"


def test_down_leaves_the_search_box_for_the_list_and_escape_empties_it(office: Any) -> None:
    open_samples(office)
    search(office, "8.6")
    office.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is office.find("samples")
    office.find("samples.search").setFocus()
    office.key(Qt.Key.Key_Escape)
    assert len(titles(office)) > 60


def test_a_sample_says_what_it_shows_and_what_must_be_issued_first(office: Any) -> None:
    open_samples(office)
    search(office, "5.1 ")
    office.wait(lambda: chosen(office) == "5.1-credit")
    about = office.text("samples.about")
    assert about.startswith("Επιστροφή ειδών")
    assert "«Τιμολόγιο πώλησης με τρεις συντελεστές ΦΠΑ»" in about


def test_taxes_that_a_document_has_stand_among_its_sums(office: Any) -> None:
    open_samples(office)
    search(office, "ξενοδοχειο παρεπιδημουντων")
    office.wait(lambda: office.text("samples.other_taxes.here") == "14,00")
    assert office.text("samples.fees.here") == "0,88"
    assert office.find("samples.fees.here").isVisible()
    assert not office.find("samples.stamp_duty.here").isVisible()


def test_a_sample_opens_with_the_dates_of_today(office: Any) -> None:
    open_samples(office)
    search(office, "συσκευασιες")
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "compose")
    today = office.desk.surroundings().today
    assert office.window.session.value("distributionDetails.dispatchDate") == today
    assert office.window.session.value("distributionDetails.dispatchTime") == f"{today}T12:30:00"


def test_our_sums_stand_beside_the_published_ones(office: Any) -> None:
    open_samples(office)
    for _ in range(3):
        office.key(Qt.Key.Key_Down)
    here = {
        "net": "1.000,00",
        "vat": "0,00",
        "withheld": "200,00",
        "deductions": "190,94",
        "gross": "609,06",
        "payable": "609,06",
    }
    office.wait(lambda: office.text("samples.gross.here") == "609,06")
    assert figures(office, "here") == here
    assert figures(office, "published") == here
    assert set(figures(office, "verdict").values()) == {"✓"}


def test_what_differs_is_told_with_its_difference(office: Any) -> None:
    open_samples(office)
    checks = (
        SumCheck("net", Decimal("10.00"), Decimal("10.10"), Decimal("-0.10")),
        SumCheck("vat", Decimal("2.40"), Decimal("2.39"), Decimal("0.01")),
        SumCheck("withheld", Decimal(0), None, Decimal(0)),
    )
    table = office.find("page.samples").sums
    table.show_checks(checks, "el")
    assert office.text("samples.net.verdict") == "−0,10"
    assert office.text("samples.vat.verdict") == "+0,01"
    assert office.text("samples.withheld.published") == "–"
    assert office.text("samples.withheld.verdict") == ""
    assert office.text("samples.gross.here") == ""


def test_what_was_not_published_counts_as_zero_and_payable_as_gross() -> None:
    sums = SummaryAmounts(
        net=Decimal(10), deductions=Decimal("0.50"), gross=Decimal("9.50"), payable=Decimal("9.50")
    )
    published = Summaries(total_net_amount=Decimal(10), total_gross_value=Decimal("9.50"))
    told = {check.name: check.difference for check in sum_checks(sums, published)}
    assert told["deductions"] == Decimal("0.50")
    assert told["payable"] == told["gross"] == told["net"] == told["vat"] == 0
    assert {check.published for check in sum_checks(sums, None)} == {None}


def test_the_arrow_keys_leaf_through_the_papers(office: Any) -> None:
    open_samples(office)
    assert QApplication.focusWidget() is office.find("samples")
    first = paper(office)
    assert "9.000,00" in first
    office.key(Qt.Key.Key_Down)
    office.wait(lambda: "946,90" in paper(office))
    office.key(Qt.Key.Key_Up)
    office.wait(lambda: paper(office) == first)


@pytest.mark.parametrize(
    ("language", "title", "word"), [("el", "κράτηση", "Αριθμός"), ("en", "deduction", "Number")]
)
def test_titles_and_paper_speak_the_language_of_the_window(
    start: Any, language: str, title: str, word: str
) -> None:
    office = start(language=language)
    open_samples(office)
    assert any(title in text for text in titles(office))
    assert word in paper(office)
    other = "en" if language == "el" else "el"
    office.window.choose_language(other)
    office.wait(lambda: office.find("samples.paper").page_count and word not in paper(office))
    office.rest()


@pytest.mark.parametrize("language", ["el", "en"])
def test_no_title_is_cut_in_a_small_window(start: Any, language: str) -> None:
    office = start(language=language)
    office.window.resize(1024, 700)
    open_samples(office)
    table = office.find("samples")
    office.qtbot.waitUntil(lambda: fits(table), timeout=3000)


def fits(table: Any) -> bool:
    """Whether the words of each row have room where the style puts them."""
    if table.columnWidth(0) > table.viewport().width():
        return False
    for row in range(table.model().rowCount()):
        index = table.model().index(row, 0)
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        option.rect = table.visualRect(index)
        table.itemDelegate().initStyleOption(option, index)
        element = QStyle.SubElement.SE_ItemViewItemText
        room = table.style().subElementRect(element, option, table)
        wrapped = QRect(0, 0, room.width() - 6, 1000)
        words = table.fontMetrics().boundingRect(wrapped, Qt.TextFlag.TextWordWrap, index.data())
        if words.height() > room.height():
            return False
    return True


def test_a_sample_opens_as_a_new_draft_by_button_enter_and_double_click(office: Any) -> None:
    open_samples(office)
    office.press("samples.open")
    office.wait(lambda: office.window.book.view == "compose")
    assert office.window.session.value("invoiceTypeCode") == "3.1"
    assert office.window.session.value("number") is None
    open_samples(office)
    office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "compose")
    assert office.text("summaries.totalPayableAmount") == "946,90"
    open_samples(office)
    table = office.find("samples")
    spot = table.visualRect(table.model().index(4, 0)).center()
    office.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    office.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    office.wait(lambda: office.window.book.view == "compose")
    assert office.text("summaries.totalPayableAmount") == "609,06"


def test_the_window_goes_on_while_samples_are_read_and_laid_out(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = office.desk.samples

    def slowly() -> Any:
        time.sleep(1.5)
        return read()

    monkeypatch.setattr(office.desk, "samples", slowly)
    began = time.monotonic()
    office.window.open_view("samples")
    assert time.monotonic() - began < 1.2, "opening the page waits for nothing"
    assert office.find("samples").model().rowCount() == 0
    office.wait(lambda: office.find("samples.paper").page_count)
