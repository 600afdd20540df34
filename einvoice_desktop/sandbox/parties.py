"""The authority's checks of the two parties, of movement data and of credit notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.dates import athens, read_moment
from einvoice_desktop.sandbox.document import ZERO
from einvoice_desktop.sandbox.objections import Objection, cents
from einvoice_desktop.sandbox.vat import has_greek_prefix, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from decimal import Decimal

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document, Party

NO_VAT_NUMBER = "000000000"
_BETWEEN_OWN_BRANCHES = "8"
_COMPLEX_TRANSACTION = "5"
_CREDIT_OF_A_DOCUMENT = "5.1"
_MUST_CORRELATE = frozenset({"1.6", "2.4", _CREDIT_OF_A_DOCUMENT})
_MUST_NOT_CORRELATE = frozenset({"5.2"})
_COUNTRY_RULE = {"GR": 242, "EU_not_GR": 243, "non_EU": 244}


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of a credited document: its counterparty, its net and what was credited of it before."""

    counterparty: str
    net: Decimal
    credited: Decimal


def check_parties(document: Document, codes: CodeTables) -> Iterator[Objection]:
    """Test numbers such as 999999999 pass: the check digit is not looked at."""
    issuer, party = document.issuer, document.counterparty
    row = codes.invoice_type(document.invoice_type)
    if _is_greek(issuer) and not is_number(issuer.digits, (9,)):
        yield Objection(202, f"Issuer VAT number {issuer.digits} is invalid")
    if party.vat and not document.retail and _is_greek(party) and not is_number(party.digits, (9,)):
        yield Objection(202, f"Counterpart VAT number {party.digits} is invalid")
    if not party.vat and not document.retail and row.get("counterpart_country") == "GR":
        yield Objection(204, f"Counterpart vatNumber is mandatory for invoice type {document.invoice_type}")
    yield from _same_party(document)
    yield from _country(document, codes)
    unregistered = document.invoice_type == "9.2" or document.non_obligated_recipient
    if unregistered and party.digits != NO_VAT_NUMBER:
        yield Objection(289, f"Counterpart vatNumber must be {NO_VAT_NUMBER}")


def _is_greek(party: Party) -> bool:
    return party.country == "GR" or (not party.country and has_greek_prefix(party.vat))


def _same_party(document: Document) -> Iterator[Objection]:
    same = bool(document.counterparty.vat) and document.issuer.digits == document.counterparty.digits
    own_move = document.movement.purpose == _BETWEEN_OWN_BRANCHES
    if same and not own_move:
        yield Objection(235, "Issuer and counterpart must be different")
    if own_move and not same:
        yield Objection(286, "Issuer must be the same as counterpart for movePurpose 8")


def _country(document: Document, codes: CodeTables) -> Iterator[Objection]:
    country = document.counterparty.country
    wanted = codes.invoice_type(document.invoice_type).get("counterpart_country")
    if not country or document.special_category == _COMPLEX_TRANSACTION or wanted not in _COUNTRY_RULE:
        return
    union = codes.row("countries", country).get("eu") is True
    actual = "GR" if country == "GR" else "EU_not_GR" if union else "non_EU"
    if actual != wanted:
        told = f"Counterpart country {country} is not allowed for invoice type {document.invoice_type}"
        yield Objection(_COUNTRY_RULE[str(wanted)], told)


def check_movement(document: Document, codes: CodeTables, now: datetime) -> Iterator[Objection]:
    """What travels: 280 for every document with a dispatch date, the rest for movement documents."""
    movement = document.movement
    if movement.dispatch_date:
        moment = read_moment(movement.dispatch_date, now)
        if moment is None:
            yield Objection(101, "XML Syntax Validation Error: dispatchDate is not a valid date")
        elif moment.date() < now.astimezone(athens()).date():
            yield Objection(280, "DispatchDate must be greater or equal with current date")
    if movement.purpose and codes.row("move_purposes", movement.purpose).get("selectable") is False:
        yield Objection(273, f"movePurpose {movement.purpose} is no longer accepted")
    if movement.purpose == "19" and not movement.purpose_title:
        yield Objection(204, "otherMovePurposeTitle is mandatory for movePurpose 19")
    if document.moves_goods_only:
        yield from _movement_lines(document)
    if document.invoice_type == "9.3":
        yield from _delivery_note(document)


def _movement_lines(document: Document) -> Iterator[Objection]:
    for line in document.counted_lines:
        for name, value in (
            ("itemDescr", line.description),
            ("measurementUnit", line.codes["measurementUnitCode"]),
        ):
            if not value:
                yield Objection(230, f"{name} is mandatory for invoice line: {line.label}")


def _delivery_note(document: Document) -> Iterator[Objection]:
    for name, value in (
        ("movePurpose", document.movement.purpose),
        ("dispatchDate", document.movement.dispatch_date),
    ):
        if not value:
            yield Objection(204, f"{name} is mandatory for invoice type 9.3")
    if any(payment.amount for payment in document.payments):
        yield Objection(205, "paymentMethods is forbidden for invoice type 9.3")


def check_correlation(document: Document, original: Callable[[str], Original | None]) -> Iterator[Objection]:
    """`original` finds a document that was issued here by its MARK; one issued elsewhere is not judged."""
    kind = document.invoice_type
    if kind in _MUST_CORRELATE and not document.correlated:
        yield Objection(204, f"correlatedInvoices is mandatory for invoice type {kind}")
    if kind in _MUST_NOT_CORRELATE and document.correlated:
        yield Objection(205, f"correlatedInvoices is forbidden for invoice type {kind}")
    if kind != _CREDIT_OF_A_DOCUMENT or len(document.correlated) != 1:
        return
    found = original(document.correlated[0])
    if found is None:
        return
    if found.counterparty != document.counterparty.digits:
        yield Objection(318, "Counterpart must be that of the correlated document")
    net = cents(document.summaries.net or ZERO)
    if found.credited + net > found.net:
        left = found.net - found.credited
        yield Objection(319, f"The credited net value {net} exceeds what is left of the original, {left}")
