"""The authority's checks against what it holds: the documents that a new one names by their MARKs.

A MARK that this provider gave must be one of its documents; one that was given elsewhere is not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.classification import check_original_pairs
from einvoice_desktop.sandbox.identity import FIRST_MARK
from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.objections import Objection, cents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

OWN_MARKS = range(FIRST_MARK + 1, FIRST_MARK + 1_000_000_000)
"""The MARKs that this provider gives, one after the other."""

_CREDIT = "5.1"
_SUPPLEMENTS = {"1.6": "1.", "2.4": "2."}
_MUST_CORRELATE = frozenset({*_SUPPLEMENTS, _CREDIT})
_MUST_NOT_CORRELATE = frozenset({"5.2"})
_NEVER_CREDITED = ("5.", "8.4", "8.5", "8.6", "9.", "10.", "11.")
_MOVEMENT = ("9.", "10.")
_INVOICES_WITH_GOODS = ("1.", "5.", "11.")
_RESTAURANT = "12"
_ORDER_FORM = "8.6"


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of a document that was issued here; `credited` is what was credited of its net before."""

    invoice_type: str
    counterparty: str
    net: Decimal
    gross: Decimal
    credited: Decimal
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Finds documents that were issued here by their MARK: `own` those of the issuer, `anyones` all.

    A correction corrects a document of its own issuer; a receipt note names the note of its supplier.
    """

    own: Callable[[str], Original | None]
    anyones: Callable[[str], Original | None]


def check_links(document: Document, codes: CodeTables, register: Register) -> Iterator[Objection]:
    yield from _where_allowed(document)
    for mark in document.correlated:
        yield from _correlated(document, mark, codes, register.own)
    for mark in (*document.connected, *document.delivery_marks):
        if unknown(mark, register.anyones(mark)):
            yield Objection(252, f"MARK {mark} is not a valid invoice")
    yield from _kinds(document, register.anyones)


def _where_allowed(document: Document) -> Iterator[Objection]:
    kind = document.invoice_type
    if kind in _MUST_CORRELATE:
        if not document.correlated:
            yield Objection(204, f"correlatedInvoices is mandatory for invoice type {kind}")
        if document.connected or document.delivery_marks:
            yield Objection(205, f"multipleConnectedMarks is forbidden for invoice type {kind}")
    if kind in _MUST_NOT_CORRELATE and document.correlated:
        yield Objection(205, f"correlatedInvoices is forbidden for invoice type {kind}")


def _correlated(
    document: Document, mark: str, codes: CodeTables, original: Callable[[str], Original | None]
) -> Iterator[Objection]:
    found = original(mark)
    if unknown(mark, found):
        yield Objection(252, f"MARK {mark} is not a valid invoice")
    if found is None or document.invoice_type not in _MUST_CORRELATE:
        return
    supplement = _SUPPLEMENTS.get(document.invoice_type)
    if supplement and not found.invoice_type.startswith(supplement):
        told = f"{found.invoice_type} cannot be correlated with {document.invoice_type}"
        yield Objection(320, f"Correlated invoice type {told}")
    elif found.invoice_type.startswith(_NEVER_CREDITED):
        yield Objection(322, f"Correlated invoice type {found.invoice_type} is not supported")
    elif document.invoice_type == _CREDIT or supplement:
        yield from check_original_pairs(document, found.invoice_type, codes)
    if found.counterparty != document.counterparty.digits:
        yield Objection(318, "Counterpart must be that of the correlated document")
    if document.invoice_type == _CREDIT and len(document.correlated) == 1:
        yield from _ceiling(document, found)


def _ceiling(document: Document, found: Original) -> Iterator[Objection]:
    net = cents(document.summaries.net or ZERO)
    if found.credited + net > found.net:
        left = found.net - found.credited
        yield Objection(319, f"The credited net value {net} exceeds what is left of the original, {left}")


def unknown(mark: str, found: Original | None) -> bool:
    """Whether a MARK must have been given here and was not."""
    return found is None and mark.isascii() and mark.isdigit() and int(mark) in OWN_MARKS


def _kinds(document: Document, original: Callable[[str], Original | None]) -> Iterator[Objection]:
    """A receipt closes order forms; an invoice names movement notes, or a movement note its invoices."""
    kind = document.invoice_type
    wanted = _INVOICES_WITH_GOODS if document.moves_goods_only else _MOVEMENT
    for mark in document.delivery_marks:
        found = original(mark)
        if found and not found.invoice_type.startswith(wanted):
            yield Objection(320, f"deliveryNoteMarks: {found.invoice_type} cannot be named by {kind}")
    if document.special_category == _RESTAURANT and kind == "11.1":
        for mark in document.connected:
            found = original(mark)
            if found and found.invoice_type not in (_ORDER_FORM, "8.4", "8.5"):
                yield Objection(320, f"multipleConnectedMarks: {found.invoice_type} is not an order form")
