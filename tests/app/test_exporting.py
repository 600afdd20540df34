"""What is taken out of the books: lists into spreadsheets, and a month's package for the accountant."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from einvoice_desktop.app.archive import ArchiveQuery
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.month_package import PackageStopped, package_name
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports.tables import TableForm
from einvoice_desktop.app.records import Records
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.app.spans import span_of
from einvoice_desktop.domain.cards import Customer, Item
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.submission import Kind, SignIn
from einvoice_desktop.sheets.writing import write_tables
from einvoice_desktop.store.files import new_file
from tests.app.scripted import Scripted, receipt

NOVEMBER = span_of("month", "2026-11-21")


@pytest.fixture
def books(store, clock, codes, messages, line: Scripted) -> Records:
    parts = Parts(
        store=store,
        gateway=line,
        lock=None,
        clock=clock,
        codes=codes,
        messages=messages,
        samples=tuple,
        new_id=lambda: "id",
        jitter=lambda: 0.5,
        live=lambda _name: False,
        own_address=lambda _server, _url: True,
        practice_address=lambda: None,
        write_tables=write_tables,
        new_file=new_file,
    )
    return Records(parts, Way("practice", SignIn.BEARER, False))


@pytest.fixture
def issued(store, seal, clock):
    """Two invoices, a credit of 6.20 and one that was refused."""

    def issue(type_code: str = "1.1", name: str = "Buyer", to: State = State.ISSUED, **changes: object):
        party = Party(vat="EL094014201", registered_name=name)
        row = seal(invoice_type_code=type_code, counter_party=party, **changes)
        sending = store.outbox.move(row, State.SENDING, clock.now())
        mark = f"40000100000000{row.id}"
        return store.outbox.move(
            sending, to, clock.now(), receipt=receipt(mark, number=row.sealed.key.number)
        )

    rows = [issue(), issue(name="=cmd|' /C calc'!A0", series="ΤΔΑ"), issue(to=State.REFUSED)]
    credit = (
        Detail(descriptions=("Back",), quantity=Decimal(1), unit_price=Decimal(5), vat_category_code=1),
    )
    return [*rows, issue("5.2", details=credit)]


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


def test_the_archive_goes_out_whole_or_as_chosen_and_runs_nothing(books, issued, tmp_path):
    exports, path = books.exports, tmp_path / "παραστατικά.csv"
    exports.write(path, exports.found(ArchiveQuery(), "el"), TableForm.CSV_GREEK)
    head, *rows = table(path)
    assert head[:5] == ["Ημερομηνία", "Τύπος", "Είδος παραστατικού", "Σειρά", "Αριθμός"]
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Πελάτης"] for row in told] == ["Buyer", "'=cmd|' /C calc'!A0", "Buyer"]
    assert [row["Συνολική αξία"] for row in told] == ["6,20", "24,80", "24,80"]
    assert [row["Πρόσημο τζίρου"] for row in told] == ["-1", "1", "1"]
    assert {row["Κατάσταση"] for row in told} == {"Εκδόθηκε"}
    assert told[0]["ΜΑΡΚ"] == issued[3].receipt.mark
    assert told[0]["Ημερομηνία"] == "21/11/2026"
    exports.write(path, exports.chosen([issued[2].id], "en"), TableForm.CSV_PLAIN)
    assert "Refused" in path.read_text("utf-8")
    whole = exports.found(ArchiveQuery(states=frozenset(State)), "el")
    exports.write(tmp_path / "a.xlsx", whole, TableForm.XLSX)
    sheet = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert len(sheet) == 5


def test_customers_and_items_go_out_as_they_are_kept(books, tmp_path):
    party = Party(vat="EL094014201", registered_name="Παπαδόπουλος", phones=("210", "+30 697"))
    books.customers.save(Customer(Document(counter_party=party), notes="-5 %"))
    line = Detail(code="007", descriptions=("Καφές",), unit_price=Decimal("12.505"), vat_category_code=1)
    books.items.save(Item(line))
    exports = books.exports
    for made, wanted in (
        (exports.customers("el"), ["Παπαδόπουλος", "EL094014201", "210, +30 697", "'-5 %"]),
        (exports.items("el"), ["007", "Καφές", "12,505", "ΦΠΑ συντελεστής 24%"]),
    ):
        exports.write(tmp_path / "t.csv", made, TableForm.CSV_GREEK)
        (_, row) = table(tmp_path / "t.csv")
        assert [cell for cell in wanted if cell not in row] == []


@pytest.mark.usefixtures("issued")
def test_figures_go_out_with_what_they_are_made_of(books, tmp_path):
    figures = books.figures.of(NOVEMBER)
    assert (figures.total.count, figures.total.credits) == (3, 1)
    assert figures.total.sums.net == Decimal("35.00")
    assert [(row.category, row.net, row.vat) for row in figures.vat] == [(1, Decimal(35), Decimal("8.40"))]
    exports = books.exports
    exports.write(tmp_path / "t.xlsx", exports.figures(NOVEMBER, "el"), TableForm.XLSX)
    book = CalamineWorkbook.from_path(str(tmp_path / "t.xlsx"))
    assert book.sheet_names == ["Σύνολα", "ΦΠΑ ανά συντελεστή", "Ανά πελάτη", "Ανά τύπο", "Ανά ημέρα"]
    first = book.get_sheet_by_index(0).to_python()[1]
    assert first[3:6] == [35.0, 8.4, 43.4]
    assert first[0].endswith("ΕΞΑΣΚΗΣΗ")
    assert len(book.get_sheet_by_index(4).to_python()) == 31


def test_a_months_package_holds_everything_of_each_document(books, issued, store, tmp_path):
    path, done = tmp_path / "package.zip", []

    def paper(id_: int) -> bytes:
        if id_ == issued[1].id:
            raise UserError("document_not_found", named="1")
        return b"%PDF-" + str(id_).encode()

    packed = books.packages.write(path, NOVEMBER, "el", paper, lambda n: done.append(n) is None)
    assert (packed.documents, done, books.packages.count(NOVEMBER)) == (3, [1, 2, 3], 3)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {name for name in names if "/" not in name} == {
            *("README.txt", "documents.xlsx", "documents.csv", "totals.xlsx", "totals.csv")
        }
        first = "2026-11-21 1.1 A-1"
        row = store.outbox.get(issued[0].id)
        assert archive.read(f"json/{first}.json") == row.sealed.payload
        assert archive.read(f"pdf/{first}.pdf") == b"%PDF-" + str(row.id).encode()
        assert json.loads(archive.read(f"receipts/{first}.json"))["mark"] == row.receipt.mark
        text = archive.read("README.txt").decode("utf-8-sig")
        assert "ΠΡΑΚΤΙΚΗ" in text
        assert "35,00" in text
        assert packed.without_pdf == ("2026-11-21 1.1 ΤΔΑ-1",)
        assert packed.without_pdf[0] in text
        listed = archive.read("documents.csv").decode("utf-8-sig")
        assert listed.count("\r\n") == 4
        assert not [name for name in names if set(name) & set('<>:"\\|?*')]


@pytest.mark.usefixtures("issued")
def test_a_package_that_is_stopped_or_fails_leaves_no_file(books, tmp_path):
    path = tmp_path / "package.zip"
    path.write_bytes(b"before")
    with pytest.raises(PackageStopped):
        books.packages.write(path, NOVEMBER, "el", lambda _id: b"%PDF-", lambda n: n < 2)

    def broken(_id: int) -> bytes:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        books.packages.write(path, NOVEMBER, "el", broken, lambda _n: True)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.glob("*.tmp")] == []


def test_names_of_packages_say_what_is_no_real_month() -> None:
    assert package_name(NOVEMBER, "live") == "documents 2026-11.zip"
    assert package_name(NOVEMBER, "practice") == "documents 2026-11 PRACTICE.zip"


def test_an_order_to_credit_adds_up_to_what_it_credits(books, issued, store):
    order = books.credits.whole(issued[0].id)
    rows = {row.id: row.sealed for row in store.archive.rows([issued[0].id, order.id])}
    assert rows[order.id].kind is Kind.CREDIT
    assert rows[order.id].sums == rows[issued[0].id].sums
    assert rows[order.id].sums.vat == Decimal("4.80")
