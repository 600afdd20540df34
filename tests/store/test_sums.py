"""What a document adds up to stands beside its bytes, to the cent, and older books learn it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import text

from einvoice_desktop.app.archive import ArchiveBook
from einvoice_desktop.app.figures import FiguresBook
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.app.spans import span_of
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums, VatPart
from einvoice_desktop.store.columns import in_cents, of_cents
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.sums import sums_of_payload
from tests.store.books import NOW, RECEIPT, attempt, later, request_of, settle
from tests.store.older import as_version_5

D = Decimal
DOCUMENT = {
    "summaries": {
        "totalNetAmount": 100.1,
        "totalVATAmount": 19.04,
        "totalWithheldAmount": 5,
        "totalGrossValue": 114.14,
        "totalPayableAmount": 114.14,
    },
    "details": [
        {"netTotal": 50.05, "vatTotal": 12.01, "vatCategoryCode": 1},
        {"netTotal": 29.29, "vatTotal": 7.03, "vatCategoryCode": 1},
        {"netTotal": 20.76, "vatTotal": 0, "vatCategoryCode": 7, "vatExemptionCategoryCode": 4},
        {"netTotal": 999, "vatTotal": 999, "vatCategoryCode": 1, "isInformative": True},
    ],
}
SUMS = DocumentSums(
    net=D("100.10"),
    vat=D("19.04"),
    gross=D("114.14"),
    withheld=D("5.00"),
    payable=D("114.14"),
    by_vat=(VatPart(1, 0, D("79.34"), D("19.04")), VatPart(7, 4, D("20.76"), D("0.00"))),
)


def sealed(store: SqlStore, **changes: object):  # type: ignore[no-untyped-def]
    asked = request_of()
    return store.outbox.seal(
        replace(asked, build=lambda number: replace(asked.build(number), **changes)),  # type: ignore[arg-type]
        NOW,
    )


def kept(store: SqlStore) -> dict[int, DocumentSums]:
    """What stands in the tables."""
    with store._database.reading() as connection:
        parts: dict[int, list[VatPart]] = {}
        vat = "SELECT submission_id, category, exemption, net, vat FROM submission_vat ORDER BY 1, 2, 3"
        for id_, category, exemption, net, tax in connection.execute(text(vat)):
            parts.setdefault(id_, []).append(VatPart(category, exemption, of_cents(net), of_cents(tax)))
        rows = connection.execute(text(f"SELECT submission_id, {', '.join(SUM_NAMES)} FROM submission_sums"))
        return {
            id_: DocumentSums(*map(of_cents, amounts), by_vat=tuple(parts.get(id_, ())))
            for id_, *amounts in rows
        }


def test_the_sums_are_written_with_the_seal_and_stay_when_it_is_sealed_again(store: SqlStore) -> None:
    known, alone = sealed(store, sums=SUMS), sealed(store)
    told = {known.id: SUMS, alone.id: DocumentSums.of_gross(D("124.00"))}
    assert kept(store) == told
    again = replace(known.sealed, payload=b"later", key=replace(known.sealed.key, date="2026-11-24"))
    store.outbox.seal_again(known, again, later(1), note=attempt())
    assert kept(store) == told


def test_what_stops_the_seal_leaves_no_sums_behind(store: SqlStore) -> None:
    try:
        sealed(store, sums=replace(SUMS, by_vat=(SUMS.by_vat[0], SUMS.by_vat[0])))
    except Exception:  # noqa: BLE001 - whatever the database says of it
        assert kept(store) == {}
        assert store.outbox.rows() == []
    else:
        raise AssertionError("one category cannot stand there twice")


def test_amounts_that_no_database_adds_are_sealed_found_and_told_apart(
    store: SqlStore, tables: Mapping[str, Any]
) -> None:
    codes = CodeTables(tables.__getitem__)
    huge = D("99999999999999999999.01")
    payload = json.dumps({"summaries": {"totalNetAmount": 12345, "totalVATAmount": 1}, "details": []})
    large = sealed(store, gross=huge, payload=payload.encode(), sums=replace(SUMS, gross=huge))
    twice = [sealed(store, gross=D(10**13), sums=DocumentSums.of_gross(D(10**13))) for _ in range(2)]
    for row in (large, *twice):
        settle(store, row, State.ISSUED)
    assert set(kept(store)) == {row.id for row in twice}
    archive = ArchiveBook(store.archive, "practice", codes)
    page = archive.page(ArchiveQuery())
    assert [row.id for row in page.rows] == [twice[1].id, twice[0].id, large.id]
    assert (page.rows[2].sealed.gross, page.rows[2].sealed.sums) == (huge, None)
    assert [row.id for row in archive.rows([large.id])] == [large.id]
    told = archive.sums([row.id for row in page.rows])
    assert (told.count, dict(told.amounts)["EUR"]) == (3, (D("12345.00"), D("1.00"), huge + 2 * 10**13))
    figures = FiguresBook(store.figures, "practice", codes).of(span_of("month", "2026-11-01"))
    assert (figures.total.count, figures.total.sums.gross, figures.too_large) == (2, D(2 * 10**13), 1)


def test_bytes_tell_what_they_add_up_to() -> None:
    assert sums_of_payload(json.dumps(DOCUMENT).encode(), D("114.14")) == SUMS
    receipt = b'{"invoiceTypeCode": "8.4", "totalAmount": 12.3, "cardLines": [{"amount": 12.3}]}'
    for unknown in (receipt, b"", b"coffee", b"[]", b"null", b'{"summaries": null}'):
        assert sums_of_payload(unknown, D("12.30")) == DocumentSums.of_gross(D("12.30"))
    assert in_cents(D("0.005")) == 1


def test_older_books_learn_what_their_documents_add_up_to(database) -> None:  # type: ignore[no-untyped-def]
    store = open_store(database)
    payload = json.dumps(DOCUMENT).encode()
    first = sealed(store, payload=payload, gross=D("114.14"))
    settle(store, first, State.ISSUED)
    receipt = json.dumps({name: getattr(RECEIPT, name) for name in RECEIPT.__slots__})
    with store._database.writing() as connection:
        connection.execute(text("UPDATE submissions SET receipt = :receipt"), {"receipt": receipt})
    order = json.dumps({"mark": int(RECEIPT.mark), "series": "A"}).encode()
    credit = sealed(store, payload=order, kind=Kind.CREDIT, content_hash="coffee", gross=D("114.14"))
    lost = sealed(store, payload=b'{"mark": 1}', kind=Kind.CREDIT, gross=D("7.00"))
    flat = sealed(store, payload=b'{"totalAmount": 9.5}', kind=Kind.RECEIPT, gross=D("9.50"))
    sealed(store, payload=b'{"totalAmount": 1e20}', kind=Kind.RECEIPT, gross=D("1E20"))
    as_version_5(store)
    store.close()
    again = open_store(database)
    assert kept(again) == {
        first.id: SUMS,
        credit.id: SUMS,
        lost.id: DocumentSums.of_gross(D("7.00")),
        flat.id: DocumentSums.of_gross(D("9.50")),
    }
    again.close()
