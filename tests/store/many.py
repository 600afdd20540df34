"""Fills books with many settled documents at once, through the store's own tables and index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice

from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import SealedDocument, SignIn, Submission
from einvoice_desktop.domain.sums import DocumentSums, VatPart
from einvoice_desktop.store import archive, outbox
from einvoice_desktop.store.engine import SqlStore
from einvoice_desktop.store.rows import submission_values
from einvoice_desktop.store.schema import submission_sums, submission_vat, submission_words
from einvoice_desktop.store.sums import sums_row, vat_rows

LAST_DAY = date(2026, 11, 23)
PER_DAY = 40
_FIRST = ("Καφεκοπτείο", "Βιβλιοπωλείο", "Δήμος", "Αρτοποιείο", "Ξενοδοχείο", "Φαρμακείο", "Συνεργείο")
_LAST = ("Παπαδόπουλος", "Γεωργίου", "Νικολάου", "Οικονόμου", "Αθηναίων", "Μακρή", "Ωραία Ελλάς")
_TYPES = ("1.1", "1.1", "1.1", "2.1", "11.2", "5.1")
_AT_ONCE = 5000


def fill(store: SqlStore, count: int, *, server: str = "practice", payload: bytes = b"{}") -> None:
    """`count` documents, the last one of LAST_DAY, PER_DAY a day; every 50th was refused. No journal."""
    rows = documents(count, server, payload)
    with store._database.writing() as connection:
        while some := list(islice(rows, _AT_ONCE)):
            connection.execute(outbox._INSERT, [{"id": r.id} | submission_values(r, "") for r in some])
            kept = [{"submission_id": r.id, "payload": payload} for r in some]
            connection.execute(outbox._INSERT_PAYLOAD, kept)
            known = [(r.id, sums_of(r.sealed.gross)) for r in some]
            connection.execute(submission_sums.insert(), [sums_row(*one) for one in known])
            connection.execute(submission_vat.insert(), [row for one in known for row in vat_rows(*one)])
            words = [{"submission_id": r.id, "words": archive._words(r)} for r in some]
            connection.execute(submission_words.insert(), words)


def sums_of(gross: Decimal) -> DocumentSums:
    """At 24 % of VAT."""
    net = (gross / Decimal("1.24")).quantize(Decimal("0.01"))
    by_vat = (VatPart(1, 0, net, gross - net),)
    return DocumentSums(net=net, vat=gross - net, gross=gross, payable=gross, by_vat=by_vat)


def documents(count: int, server: str, payload: bytes) -> Iterator[Submission]:
    """Document number 1 first, as they would have been sealed."""
    for number in range(1, count + 1):
        day = LAST_DAY - timedelta(days=(count - number) // PER_DAY)
        yield document(number, day, server, payload)


def document(number: int, day: date, server: str, payload: bytes) -> Submission:
    """What document `number` is follows from the number alone."""
    type_code = _TYPES[number % len(_TYPES)]
    refused = number % 50 == 0
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    key = NaturalKey("999999993", day.isoformat(), 0, type_code, "A", str(number))
    name = f"{_FIRST[number % 7]} {_LAST[number // 7 % 7]} {number % 997} Α.Ε."
    sealed = SealedDocument(
        payload=payload,
        key=key,
        internal_id=f"id-{number}",
        content_hash=str(number),
        counterparty_name=name,
        counterparty_vat=f"{100_000_000 + number * 7919 % 800_000_000}",
        currency="EUR" if number % 100 else "USD",
        gross=Decimal(number % 9000 + 100) / 100,
    )
    return Submission(
        id=number,
        server=server,
        sign_in=SignIn.BEARER,
        encrypted=False,
        state=State.REFUSED if refused else State.ISSUED,
        sealed=sealed,
        source="",
        sealed_at=moment,
        changed_at=moment,
        next_try_at=None,
        attempts=1,
        may_have_arrived=False,
        number_spent=False,
        reason="refused" if refused else "",
        message="",
        receipt=None if refused else _receipt(sealed, number),
        problems=(),
    )


def _receipt(sealed: SealedDocument, number: int) -> Receipt:
    mark = str(400_001_900_000_000 + number * 37)
    return Receipt(
        mark=mark,
        uid=f"{number:040X}",
        authentication_code="A1B2",
        status="SUBMITTED",
        url=f"https://einvoiceportaluat.impact.gr/v/{mark}",
        series="A",
        number=str(number),
        date_issued=sealed.key.date,
        internal_id=sealed.internal_id,
        message="",
    )
