"""Files as other programs make them: totals under the table, numbers that can be read in two ways, columns
that only look like a price, documents whose rows are scattered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop.app.importing.headings import named_columns
from einvoice_desktop.app.importing.json_plan import JsonFile
from einvoice_desktop.app.importing.plan import Verdict
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.targets import Subject

LINES = "Αριθμός;ΑΦΜ;Επωνυμία;Περιγραφή;Ποσότητα;Τιμή;ΦΠΑ\n"
NETS = "Αριθμός;ΑΦΜ;Επωνυμία;Περιγραφή;Ποσότητα;Έκπτωση;Καθαρή αξία;ΦΠΑ\n"


def codes_of(rows: Any) -> list[list[str]]:
    return [[note.code for note in row.notes] for row in rows]


def lines_of(importing: Any, text: str) -> list[Any]:
    return [line for one in importing.plan(text).drafts for line in one.draft.document.details]


# --- numbers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("quantity", "price"), [("1.000", "12.50"), ("1,000", "12,50")])
def test_another_column_tells_how_numbers_are_written(importing: Any, quantity: str, price: str) -> None:
    for language in ("el", "en"):
        rows = (
            importing.importer.read(f"{LINES}1;094014201;Α;x;{quantity};{price};24\n".encode()).sheets[0].rows
        )
        planned = importing.importer.plan(rows, importing.wish(rows), language, Progress())
        assert planned.drafts[0].gross == Decimal("15.50"), "a thousand times as much would be 15500"
        assert planned.plan.rows[0].notes == ()


def test_a_number_that_nothing_explains_is_told(importing: Any) -> None:
    (row,) = importing.rows("Κωδικός;Περιγραφή;Τιμή\n1;Α;1.234\n")
    (note,) = row.notes
    assert (note.code, note.is_fault) == ("import_two_ways", False)
    assert note.params == {"value": "1.234", "read": "1.234,00"}
    assert codes_of(importing.rows("Κωδικός;Περιγραφή;Τιμή\n1;Α;1.234\n2;Β;12,50\n")) == [[], []]


@pytest.mark.parametrize("vat", ["9.4014201E+07", "9,4014201E+07", "094014201/2"])
def test_what_a_spreadsheet_made_of_a_vat_number_is_no_vat_number(importing: Any, vat: str) -> None:
    rows = importing.rows(f"Επωνυμία;ΑΦΜ\nΑ;{vat}\nΒ;'094014201\n")
    assert codes_of(rows) == [["import_vat_unreadable"], []]


def test_a_count_before_a_word_is_no_code(importing: Any) -> None:
    rows = importing.rows("Επωνυμία;ΑΦΜ;Τρόπος πληρωμής\nΑ;;3 δόσεις\nΒ;;3 - Μετρητά\nΓ;;3 Μετρητά\n")
    assert [row.verdict for row in rows] == [Verdict.FAULTY, Verdict.NEW, Verdict.NEW]


def test_a_rate_written_as_a_share_is_a_rate(importing: Any) -> None:
    lines = lines_of(importing, LINES + "1;094014201;Α;x;1;10;0,24\n1;;;y;1;10;0,13\n")
    assert [line.vat_category_code for line in lines] == [1, 2]


# --- columns ----------------------------------------------------------------------------------------------

GROSS, PRICE, NET, RATE = (
    "details[0].grossPrice",
    "details[0].unitPrice",
    "details[0].netTotal",
    "details[0].vatCategoryCode",
)


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("Τιμή λιανικής", GROSS),
        ("Τιμή (με ΦΠΑ)", GROSS),
        ("Price incl. VAT", GROSS),
        ("Λιανική τιμή χωρίς ΦΠΑ", PRICE),
        ("Τιμή αγοράς", ""),
        ("Τιμή χωρίς ΦΠΑ", PRICE),
        ("Τιμή μονάδας €", PRICE),
        ("Αξία ΦΠΑ", ""),
        ("ΦΠΑ (€)", ""),
        ("VAT amount", ""),
        ("Φ.Π.Α. %", RATE),
        ("Έκπτωση €", ""),
        ("Αξία έκπτωσης", ""),
        ("Discount amount", ""),
        ("Αξία μετά την έκπτωση", NET),
        ("Συνολική αξία", ""),
        ("Ποσό με ΦΠΑ", ""),
        ("Αξία προ ΦΠΑ", NET),
        ("Net amount (EUR)", NET),
    ],
)
def test_a_column_that_only_looks_like_one_is_left_to_the_person(heading: str, path: str) -> None:
    assert named_columns([heading], Subject.DOCUMENTS) == (path,)


def test_a_price_with_vat_becomes_one_without(importing: Any, desk: Any) -> None:
    text = "Κωδικός;Περιγραφή;Τιμή λιανικής;ΦΠΑ\n1;Α;12,40;24%\n2;Β;9,99;13%\n3;Γ;5;\n"
    assert codes_of(importing.rows(text)) == [[], [], ["import_gross_needs_vat"]]
    importing.do(text)
    one, other = (kept.item.line.unit_price for kept in desk.items.rows())
    assert one == Decimal("10.00")
    assert round(other * 1000 * Decimal("1.13"), 2) == Decimal("9990.00"), "a thousand come out to the cent"
    both = lines_of(importing, LINES.replace("ΦΠΑ", "Τιμή με ΦΠΑ;ΦΠΑ") + "1;094014201;Α;x;1;10;99;24\n")
    assert both[0].unit_price == Decimal(10), "the price without VAT counts"


# --- rows -------------------------------------------------------------------------------------------------


def test_totals_under_a_table_are_nobody_and_no_line(importing: Any) -> None:
    head = "Κωδικός;Επωνυμία;ΑΦΜ;Υπόλοιπο\n"
    rows = importing.rows(head + "1;TOTAL ENERGIES;090000045;5\n;ΣΥΝΟΛΑ;;5\n;Πλήθος πελατών: 1;;\n")
    assert [row.verdict for row in rows] == [Verdict.NEW, Verdict.TOTALS, Verdict.TOTALS]
    rows = importing.rows(head + "1;ΑΘΡΟΙΣΜΑ;090000045;5\n")
    assert [row.verdict for row in rows] == [Verdict.NEW], "who has a number is somebody"
    planned = importing.plan(
        NETS + "1;094014201;Α;x;2;;20;24\n2;094014201;Α;y;1;;5;24\n;;;Γενικό σύνολο:;3;;25;\n;;;;3;;25;\n"
    )
    assert [row.verdict for row in planned.plan.rows] == [Verdict.NEW] * 2 + [Verdict.TOTALS] * 2
    assert [one.gross for one in planned.drafts] == [Decimal("24.80"), Decimal("6.20")]
    assert dict(planned.plan.counts) == {Verdict.NEW: 2, Verdict.TOTALS: 2}


def test_rows_of_one_document_find_each_other_in_the_file(importing: Any) -> None:
    planned = importing.plan(LINES + "1;094014201;Α;x;1;10;24\n2;094014201;Α;y;1;1;24\n1;;;z;1;5;24\n")
    assert [row.group for row in planned.plan.rows] == [1, 2, 1]
    assert [one.gross for one in planned.drafts] == [Decimal("18.60"), Decimal("1.24")]


def test_one_number_with_two_customers_bills_neither(importing: Any) -> None:
    rows = importing.rows(LINES + "1;094014201;Α;x;1;10;24\n1;999999993;Β;y;1;1;24\n2;094014201;Α;z;1;1;24\n")
    assert [row.verdict for row in rows] == [Verdict.FAULTY, Verdict.FAULTY, Verdict.NEW]
    assert codes_of(rows) == [[], ["import_other_customer"], []]
    spelled = importing.rows(LINES + "1;094014201;ΑΝΘΗ ΑΕ;x;1;10;24\n1;EL094014201;Άνθη Α.Ε.;y;1;1;24\n")
    assert codes_of(spelled) == [[], []]


def test_a_code_names_only_the_customer_whose_number_it_is(importing: Any) -> None:
    importing.do("Κωδικός πελάτη;Επωνυμία;ΑΦΜ;Πόλη\nΠ1;Α;094014201;Αθήνα\n")
    head = "Αριθμός;Κωδικός πελάτη;ΑΦΜ;Επωνυμία;Περιγραφή;Τιμή;ΦΠΑ\n"
    other, same = importing.plan(head + "1;Π1;999999993;Β;x;1;24\n2;Π1;EL094014201;Α;x;1;24\n").drafts
    assert other.draft.document.counter_party.address is None or (
        other.draft.document.counter_party.address.city is None
    )
    assert same.draft.document.counter_party.address.city == "Αθήνα"


def test_a_net_without_a_price_is_what_the_line_comes_to(importing: Any) -> None:
    planned = importing.plan(
        NETS + "1;094014201;Α;x;2;;20;24\n2;094014201;Α;y;3;10;20;24\n3;094014201;Α;z;;;7;24\n"
    )
    assert [one.gross for one in planned.drafts] == [Decimal("24.80"), Decimal("24.80"), Decimal("8.68")]
    prices = [one.draft.document.details[0].unit_price for one in planned.drafts]
    assert prices == [Decimal("10.00"), Decimal("7.407"), Decimal("7.00")]


def test_a_line_that_does_not_come_to_its_net_is_left_out(importing: Any) -> None:
    head = "Αριθμός;ΑΦΜ;Επωνυμία;Περιγραφή;Ποσότητα;Τιμή;Έκπτωση;Καθαρή αξία;ΦΠΑ\n"
    # The discount is in euro: 5,50 of 100 leaves 94,50 in either way, 10 of 200 does not.
    rows = importing.rows(head + "1;094014201;Α;x;1;200;10;190;24\n2;094014201;Α;x;1;100;5,5;94,50;24\n")
    assert codes_of(rows) == [["import_net_differs"], []]
    assert rows[0].notes[0].params == {"net": "190,00", "made": "180,00"}


# --- twice ------------------------------------------------------------------------------------------------


def test_the_same_documents_are_known_again(importing: Any, desk: Any) -> None:
    text = LINES + "1;094014201;Α;x;1;10;24\n"
    first, again = importing.plan(text), importing.plan("Πωλήσεις\n" + text.replace(";", "\t"))
    assert first.digest == again.digest != ""
    assert importing.plan(text.replace("1;10", "1;11")).digest != first.digest
    assert importing.do(text).digest == first.digest
    assert desk.importer.take_back().digest == first.digest
    files = [JsonFile("a.json", lambda: b'{"series": "A"}')]
    planned = [desk.importer.plan_files(files, "el", Progress()) for _ in range(2)]
    assert planned[0].digest == planned[1].digest != ""


def test_a_sum_under_each_document_is_no_line_of_it(importing: Any) -> None:
    planned = importing.plan(
        NETS
        + "1;094014201;Α;x;1;;10;24\n1;;;y;1;;10;24\n;;;Σύνολο παραστατικού;;;20;\n"
        + "2;999999993;Β;x;1;;10;24\n;;;;1;;10;\n3;094014201;Α;x;1;;10;24\n3;;;y;2;;30;24\n;;;;3;;40;\n"
    )
    assert [one.gross for one in planned.drafts] == [Decimal("24.80"), Decimal("12.40"), Decimal("49.60")]
    assert dict(planned.plan.counts) == {Verdict.NEW: 3, Verdict.TOTALS: 3}


def test_numbers_that_a_program_made_fractions_of_are_numbers_again(importing: Any) -> None:
    (card,) = importing.plan("Επωνυμία;ΑΦΜ;Τ.Κ.;Τηλέφωνο\nΑ;94014201.0;10431.0;2101234567.0\n").cards
    assert (b'"094014201"' in card.source, b'"10431"' in card.source, b'"2101234567"' in card.source) == (
        True,
    ) * 3
