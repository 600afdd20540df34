"""Whole documents: out of sheets with a row for each line, and out of JSON files."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import paths
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.importing import json_plan
from einvoice_desktop.app.importing.json_plan import JsonFile, is_json
from einvoice_desktop.app.importing.plan import Verdict
from einvoice_desktop.app.importing.progress import Progress

HEADS = "Παραστατικό;Τύπος;ΑΦΜ πελάτη;Επωνυμία πελάτη;Κωδικός;Περιγραφή;Ποσότητα;Τιμή;ΦΠΑ\n"
SAMPLES = sorted(paths.resource("samples/published").glob("*.json"))


def documents(desk: Any) -> list[Any]:
    rows = sorted(desk.draft_rows(), key=lambda row: row.id)
    return [desk.load_draft(row.id).document for row in rows]


def test_rows_of_one_number_are_one_draft(importing: Any, desk: Any) -> None:
    text = HEADS + (
        "7;1.1;094014201;Παπαδόπουλος;Α-1;Καφές;3;12,50;24%\n"
        "7;;;;;Μεταφορικά;1;1.234,50;13%\n"
        "8;ΤΠΥ;999999993;Άνθη;;Υπηρεσία;;100;24%\n"
    )
    report = importing.do(text)
    assert (report.written, dict(report.counts)) == (2, {Verdict.NEW: 2})
    first, second = documents(desk)
    assert [line.descriptions for line in first.details] == [("Καφές",), ("Μεταφορικά",)]
    assert [line.vat_category_code for line in first.details] == [1, 2]
    assert first.details[1].unit_price == Decimal("1234.50")
    assert (first.invoice_type_code, second.invoice_type_code) == ("1.1", "2.1")
    assert first.counter_party.registered_name == "Παπαδόπουλος"
    assert first.issuer.vat == desk.new_draft().document.issuer.vat
    assert first.number is None
    assert first.date_issued is None, "both are given at issue"
    assert [row.gross for row in sorted(desk.draft_rows(), key=lambda r: r.id)] == [
        Decimal("1441.49"),
        Decimal("124.00"),
    ]


@pytest.mark.parametrize("between", ["\n", ";Επωνυμία;Περιγραφή;Ποσότητα;Τιμή\n"])
def test_without_a_number_blank_rows_and_headings_part_documents(importing: Any, between: str) -> None:
    head = ";Επωνυμία;Περιγραφή;Ποσότητα;Τιμή\n"
    text = head + "ι;Άνθη;Α;1;10\nι;;Β;1;10\n" + between + "ι;Άνθη;Γ;1;10\n"
    rows = importing.rows(text)
    assert [row.group for row in rows] == [1, 1, 2]
    other = importing.rows(head + "ι;Άνθη;Α;1;10\nι;Ρόδα;Β;1;10\n")
    assert [row.group for row in other] == [1, 2], "another customer is another document"


def test_one_faulty_row_keeps_its_whole_document_out(importing: Any, desk: Any) -> None:
    text = HEADS + "1;1.1;094014201;Α;;Ένα;1;5;24%\n1;;;;;Δύο;δύο;5;24%\n2;1.1;999999993;Β;;Τρία;1;5;24%\n"
    rows = importing.rows(text)
    assert [row.verdict for row in rows] == [Verdict.FAULTY, Verdict.FAULTY, Verdict.NEW]
    report = importing.do(text)
    assert dict(report.counts) == {Verdict.FAULTY: 1, Verdict.NEW: 1}
    assert [document.counter_party.registered_name for document in documents(desk)] == ["Β"]


def test_the_books_fill_in_what_the_file_leaves_out(importing: Any, desk: Any) -> None:
    importing.do("Κωδικός πελάτη;Επωνυμία;ΑΦΜ;Πόλη;Τ.Κ.\nΠ1;Παπαδόπουλος Α.Ε.;094014201;Αθήνα;10431\n")
    importing.do("Κωδικός;Περιγραφή;Μονάδα;Τιμή;ΦΠΑ\nΑ-1;Καφές φίλτρου;κιλά;12,5;13%\n")
    importing.do("Παραστατικό;Κωδικός πελάτη;Κωδικός είδους;Ποσότητα\n1;Π1;Α-1;4\n")
    (document,) = documents(desk)
    assert document.counter_party.vat == "094014201"
    assert document.counter_party.address.city == "Αθήνα"
    (line,) = document.details
    assert (line.descriptions, line.measurement_unit_code) == (("Καφές φίλτρου",), 2)
    assert (line.unit_price, line.quantity, line.vat_category_code) == (Decimal("12.5"), Decimal(4), 2)
    rows = importing.rows("Παραστατικό;Κωδικός πελάτη;Κωδικός είδους;Ποσότητα\n1;Π9;Α-1;4\n")
    assert [note.code for note in rows[0].notes] == ["import_customer_unknown"]


def test_drafts_that_nobody_touched_are_taken_back(importing: Any, desk: Any) -> None:
    importing.do(HEADS + "1;1.1;094014201;Α;;Ένα;1;5;24%\n2;1.1;999999993;Β;;Δύο;1;5;24%\n")
    touched = next(row.id for row in desk.draft_rows() if row.counterparty_name == "Β")
    desk.save_draft(desk.load_draft(touched), touched)
    taken = desk.importer.take_back()
    assert (taken.count, taken.left) == (1, ("Β",))
    assert [row.id for row in desk.draft_rows()] == [touched]


def test_new_documents_begin_as_the_office_settled(importing: Any) -> None:
    from einvoice_desktop.app.series_choice import with_series

    rows = importing.importer.read(f"{HEADS}1;ΤΠΥ;094014201;Α;;Ένα;1;5;24%\n".encode()).sheets[0].rows
    wish = importing.wish(rows)
    planned = importing.importer.plan(
        rows, wish, "el", Progress(), lambda draft: with_series(draft, lambda kind, _branch: f"Σ{kind}")
    )
    assert planned.drafts[0].draft.document.series == "Σ2.1"


# --- JSON -------------------------------------------------------------------------------------------------


def plan_of(desk: Any, *files: tuple[str, Callable[[], bytes]]) -> Any:
    return desk.importer.plan_files([JsonFile(*file) for file in files], "el", Progress())


def test_json_documents_become_drafts_by_the_hundred(desk: Any) -> None:
    files = [(path.name, path.read_bytes) for path in SAMPLES] * 30
    planned = plan_of(desk, *files)
    assert planned.plan.takes == len(files) >= 100
    desk.importer.carry_out(planned, "φάκελος", Progress())
    assert len(desk.draft_rows()) == len(files)
    assert desk.importer.take_back().count == len(files)
    assert desk.draft_rows() == []


def test_an_array_holds_several_and_each_faulty_file_is_told(desk: Any, tmp_path: Path) -> None:
    sample = json.loads(SAMPLES[0].read_bytes())
    array = json.dumps([sample, {"x": 1}, 5, sample]).encode()
    gone = tmp_path / "gone.json"
    planned = plan_of(
        desk,
        ("πολλά.json", lambda: array),
        ("μισό.json", lambda: b'{"details": ['),
        ("λείπει.json", gone.read_bytes),
        ("άλλο.json", lambda: b'{"name": "package"}'),
    )
    told = [
        (row.name, row.verdict, [note.code for note in row.notes if note.is_fault])
        for row in planned.plan.rows
    ]
    assert told == [
        ("πολλά.json [1]", Verdict.NEW, []),
        ("πολλά.json [2]", Verdict.FAULTY, ["import_no_document"]),
        ("πολλά.json [3]", Verdict.FAULTY, ["not_an_object"]),
        ("πολλά.json [4]", Verdict.NEW, []),
        ("μισό.json", Verdict.FAULTY, ["not_json"]),
        ("λείπει.json", Verdict.FAULTY, ["file_missing"]),
        ("άλλο.json", Verdict.FAULTY, ["import_no_document"]),
    ]


def test_too_many_documents_at_once_are_told(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_plan, "MOST_DOCUMENTS", 2)
    with pytest.raises(UserError) as told:
        plan_of(desk, *[(path.name, path.read_bytes) for path in SAMPLES[:3]])
    assert told.value.code == "import_too_many"


def test_json_is_known_by_its_first_letter() -> None:
    assert is_json(b'\xef\xbb\xbf \n{"a": 1}')
    assert is_json("[{}]".encode("utf-16"))
    assert not is_json("ΑΦΜ;Όνομα".encode())


def test_what_is_issued_or_there_twice_is_told(desk: Any) -> None:
    plain = b'{"series": "A", "number": "1"}'
    issued = b'{"series": "A", "number": "1", "mark": 400001234567890}'
    planned = plan_of(desk, ("a", lambda: plain), ("b", lambda: issued), ("c", lambda: plain))
    told = [
        [(n.code, n.params) for n in row.notes if n.code != "import_draft_problems"]
        for row in planned.plan.rows
    ]
    assert told == [
        [],
        [("import_has_mark", {"mark": "400001234567890"})],
        [("import_same_document", {"row": "1"})],
    ]
    assert planned.plan.takes == 3, "a person may want it"


def test_drafts_that_are_gone_are_not_counted_as_taken_back(importing: Any, desk: Any) -> None:
    importing.do(HEADS + "1;1.1;094014201;Α;;Ένα;1;5;24%\n2;1.1;999999993;Β;;Δύο;1;5;24%\n")
    desk.delete_draft(next(row.id for row in desk.draft_rows() if row.counterparty_name == "Β"))
    taken = desk.importer.take_back()
    assert (taken.count, taken.left, taken.gone) == (1, (), 1)
