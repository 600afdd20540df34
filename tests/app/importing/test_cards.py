"""Customers and items out of sheets: new, changed, the same, faulty; all or nothing; one step back."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.importing.plan import Verdict
from einvoice_desktop.app.importing.progress import Cancelled, Progress
from einvoice_desktop.app.importing.targets import Subject

CUSTOMERS = """Κωδικός;Επωνυμία;ΑΦΜ;ΔΟΥ;Διεύθυνση;Πόλη;Τ.Κ.;Τηλ.;Έκπτωση;Παρατηρήσεις
00012;Παπαδόπουλος Α.Ε.;94014201;ΦΑΕ Αθηνών;Σταδίου 5;Αθήνα;10431;2101234567;5%;Πληρώνει αργά
;Ιδιώτης;000000000;;;;;;;
"""
ITEMS = """Κωδικός;Περιγραφή;Μ.Μ.;Τιμή;ΦΠΑ;Έκπτωση
Α-1;Καφές φίλτρου;κιλά;1.234,50;24%;10
Α-2;Μεταφορικά;τμχ;15;13%;
"""


def verdicts(rows: Any) -> list[Verdict]:
    return [row.verdict for row in rows]


def notes(rows: Any) -> list[tuple[str, str]]:
    return [(note.path, note.code) for row in rows for note in row.notes]


def test_customers_become_cards_with_what_goes_with_them(importing: Any, desk: Any) -> None:
    report = importing.do(CUSTOMERS)
    assert report.written == 2
    first, private = (kept.customer for kept in desk.customers.rows())
    assert (first.vat, first.party.code, first.party.address.postal) == ("094014201", "00012", "10431")
    assert (first.party.address.country_code, first.branch, first.notes) == ("GR", 0, "Πληρώνει αργά")
    (discount,) = first.document.allowances_charges
    assert (discount.type, discount.percentage) == ("ALLOWANCE", Decimal(5))
    assert (private.name, private.vat) == ("Ιδιώτης", "")
    assert verdicts(importing.rows(CUSTOMERS)) == [Verdict.SAME, Verdict.SAME]


def test_items_become_lines(importing: Any, desk: Any) -> None:
    importing.do(ITEMS)
    coffee, freight = (kept.item for kept in desk.items.rows())
    line = coffee.line
    assert (line.code, coffee.name, line.unit_price) == ("Α-1", "Καφές φίλτρου", Decimal("1234.50"))
    assert (line.measurement_unit_code, line.vat_category_code, line.vat_category) == (2, 1, "24%")
    assert line.allowances_charges[0].percentage == Decimal(10)
    assert freight.line.vat_category_code == 2


def test_what_is_there_takes_over_what_the_file_says_and_keeps_the_rest(importing: Any, desk: Any) -> None:
    importing.do(CUSTOMERS)
    again = "ΑΦΜ;Πόλη;Τηλ.\nEL094014201;Πάτρα;\n"
    assert verdicts(importing.rows(again, Subject.CUSTOMERS, update=False)) == [Verdict.LEFT]
    importing.do(again, Subject.CUSTOMERS)
    first = desk.customers.rows()[0].customer
    assert first.party.address.city == "Πάτρα"
    assert (first.name, first.party.phones) == ("Παπαδόπουλος Α.Ε.", ("2101234567",))


def test_faulty_rows_say_why_and_are_left_out(importing: Any, desk: Any) -> None:
    text = (
        "Επωνυμία;ΑΦΜ;Πόλη;Έκπτωση\n"
        f"{'α' * 201};094014201;Αθήνα;\n"
        "Β;094014201;Αθήνα;120\n"
        "Γ;094014201;Αθήνα;\n"
        "Δ;EL094014201;;\n"
        ";999999993;;\n"
        "Ε;123456789;;\n"
    )
    rows = importing.rows(text)
    assert verdicts(rows) == [Verdict.FAULTY] * 2 + [Verdict.NEW] + [Verdict.FAULTY] * 2 + [Verdict.NEW]
    assert notes(rows) == [
        ("counterParty.registeredName", "text_too_long"),
        ("allowancesCharges[0].percentage", "import_no_percent"),
        ("counterParty.vat", "import_twice"),
        ("counterParty.registeredName", "import_unnamed"),
        ("counterParty.vat", "import_vat_check"),
    ]
    assert rows[3].notes[0].params == {"row": "4"}
    assert importing.do(text).written == 2
    assert [kept.facts.name for kept in desk.customers.rows()] == ["Γ", "Ε"]


def test_an_import_is_taken_back_in_one_step(importing: Any, desk: Any) -> None:
    importing.do(CUSTOMERS)
    before = [kept.source for kept in desk.customers.rows()]
    importing.do("ΑΦΜ;Επωνυμία;Πόλη\n094014201;Άλλο όνομα;Πάτρα\n999999993;Νέος;Σύρος\n")
    assert len(desk.customers.rows()) == 3
    taken = desk.importer.take_back()
    assert (taken.count, taken.left) == (2, ())
    assert [kept.source for kept in desk.customers.rows()] == before
    assert desk.importer.last == ""
    with pytest.raises(UserError) as told:
        desk.importer.take_back()
    assert told.value.code == "import_nothing_to_undo"


def test_a_card_that_was_changed_since_stays_as_it_is(importing: Any, desk: Any) -> None:
    importing.do(CUSTOMERS)
    first, second = desk.customers.rows()
    desk.customers.save(second.customer, second)
    taken = desk.importer.take_back()
    assert (taken.count, taken.left) == (1, ("Ιδιώτης",))
    assert [kept.id for kept in desk.customers.rows()] == [second.id]
    assert first.id != second.id


def test_a_card_that_was_changed_while_one_looked_stops_all_of_it(importing: Any, desk: Any) -> None:
    importing.do(CUSTOMERS)
    planned = importing.plan("ΑΦΜ;Επωνυμία\n094014201;Άλλο\n999999993;Νέος\n")
    first = desk.customers.rows()[0]
    desk.customers.save(first.customer, first)
    with pytest.raises(UserError) as told:
        desk.importer.carry_out(planned, "x.csv", Progress())
    assert told.value.code == "card_changed_elsewhere"
    assert len(desk.customers.rows()) == 2, "nothing of it was written"


def test_what_is_cancelled_leaves_nothing(importing: Any, desk: Any) -> None:
    planned = importing.plan(CUSTOMERS)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        desk.importer.carry_out(planned, "x.csv", progress)
    assert desk.customers.rows() == []
    with pytest.raises(UserError) as told:
        desk.importer.carry_out(importing.plan("Επωνυμία;ΑΦΜ\n;x\n"), "x.csv", Progress())
    assert told.value.code == "import_nothing"


def test_two_thousand_rows_are_imported_and_taken_back(importing: Any, desk: Any) -> None:
    rows = "".join(f"{n};Εταιρεία {n};Οδός {n};Αθήνα;10431\n" for n in range(2000))
    begun = time.monotonic()
    assert importing.do(f"Κωδικός πελάτη;Επωνυμία;Διεύθυνση;Πόλη;Τ.Κ.\n{rows}").written == 2000
    assert desk.importer.take_back().count == 2000
    assert desk.customers.rows() == []
    print(f"2,000 customers in and out: {time.monotonic() - begun:.1f} s")


def test_a_page_that_calls_itself_a_spreadsheet_is_read_as_the_table_that_it_is(importing: Any) -> None:
    page = "<html><meta charset=windows-1253><table><tr><td>ΑΦΜ<td>Επωνυμία<tr><td>094014201<td>Άνθη</table>"
    for data in (page.encode("cp1253"), page.replace("<meta charset=windows-1253>", "").encode("utf-8-sig")):
        assert [(row.row, row.name, row.verdict) for row in importing.rows(data)] == [
            (2, "Άνθη", Verdict.NEW)
        ]
    with pytest.raises(UserError) as told:
        importing.rows(b"<html><p>x</p></html>")
    assert told.value.code == "sheet_unknown"
