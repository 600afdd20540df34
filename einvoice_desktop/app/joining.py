"""One document from several: the invoice of delivery notes, the receipt that closes a restaurant's orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from einvoice_desktop.app.cancelling import is_cancelled
from einvoice_desktop.app.credit_ceiling import Key, line_key
from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.credited import RETAIL
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.submission import Submission

NOTES = frozenset({"9.1", "9.2", "9.3"})
ORDER = "8.6"
_INVOICE, _RECEIPT = "1.1", "11.1"
_RESTAURANT = 12
"""Special category of a retail receipt that closes order forms (api 10)."""
_RETURN = 7
"""Record type of a line that takes an order back."""
_OF_THE_WAY = ("distribution_details", "is_delivery_note", "is_reverse_delivery_note")
_OF_THE_ORDER = ("table_id", "order_code", "cancel_delivery_orders", "total_cancel_delivery_orders")
_AMOUNTS = (
    *("net_total", "net_total_ac", "vat_total", "vat_total_ac", "total", "total_ac"),
    *("catalog_net_total", "catalog_total", "net_total_after_inline_alcs", "line_apportioned_discount_value"),
)

Part = tuple[Submission, Document]


def can_be_joined(rows: Sequence[Submission]) -> bool:
    """Whether there is one document of these rows: all are delivery notes, or all are order forms."""
    kinds = {row.sealed.key.type_code for row in rows}
    return bool(kinds) and (kinds <= NOTES or kinds == {ORDER}) and all(map(_is_there, rows))


def joined(parts: Sequence[Part], codes: CodeTables) -> Draft:
    """The draft of their invoice, or of the receipt that closes them, in the order of sealing.

    Raises UserError("join_nothing" | "join_needs_marks" | "join_cancelled" | "join_other_party").
    """
    in_order = sorted(parts, key=lambda part: part[0].id)
    rows = [row for row, _ in in_order]
    if not can_be_joined(rows):
        raise UserError("join_nothing")
    for row in rows:
        name = f"{row.sealed.key.type_code} {row.sealed.key.series} {row.sealed.key.number}"
        if row.receipt is None or not row.receipt.mark:
            raise UserError("join_needs_marks", named=name)
        if is_cancelled(row):
            raise UserError("join_cancelled", named=name)
    documents = [document for _, document in in_order]
    _check_parties(rows, documents)
    marks = [row.receipt.mark for row in rows if row.receipt]
    if rows[0].sealed.key.type_code == ORDER:
        return _closing(documents, marks, codes)
    return _invoice(documents, marks, codes)


def _is_there(row: Submission) -> bool:
    return row.state is State.ISSUED and row.sealed.kind.is_document


def _check_parties(rows: Sequence[Submission], documents: Sequence[Document]) -> None:
    issuers = {(row.sealed.key.issuer_vat, row.sealed.key.branch) for row in rows}
    customers = {bare_vat(d.counter_party.vat) if d.counter_party else "" for d in documents}
    if len(issuers) > 1 or len(customers) > 1:
        raise UserError("join_other_party")


def _invoice(documents: Sequence[Document], marks: Sequence[str], codes: CodeTables) -> Draft:
    """Their lines without prices, which a delivery note has not: a person types them."""
    lines = [_unpriced(line) for document in documents for line in document.details or ()]
    base = _base(documents[0], _OF_THE_WAY, codes).with_member("details", _numbered(lines))
    draft = choose(Draft(base), "invoiceTypeCode", _INVOICE, codes)
    return Draft(draft.document.with_member("delivery_note_marks", tuple(marks)))


def _closing(documents: Sequence[Document], marks: Sequence[str], codes: CodeTables) -> Draft:
    """What was ordered less what was taken back; a credit where more was taken back than ordered."""
    cancels = [document for document in documents if document.total_cancel_delivery_orders]
    dead = {mark for document in cancels for mark in document.multiple_connected_marks or ()}
    live = [
        document
        for document, mark in zip(documents, marks, strict=True)
        if not document.total_cancel_delivery_orders and int(mark) not in dead
    ]
    ordered, returned = _balance(line for document in live for line in document.details or ())
    negative = not ordered and bool(returned)
    lines = returned if negative else ordered or [_nothing_left(documents)]
    base = _base(documents[0], _OF_THE_ORDER, codes).with_member("details", _numbered(lines))
    draft = choose(Draft(base), "invoiceTypeCode", RETAIL if negative else _RECEIPT, codes)
    document = draft.document.with_member("details", _numbered(lines))
    document = document.with_member("multiple_connected_marks", tuple(int(mark) for mark in marks))
    return Draft(document if negative else document.with_member("special_invoice_category", _RESTAURANT))


def _balance(lines: Iterable[Detail]) -> tuple[list[Detail], list[Detail]]:
    """Lines with something left of them, and returns that no order stands against, all positive."""
    ordered: list[Detail] = []
    returns: list[Detail] = []
    for line in lines:
        (returns if line.record_type_code == _RETURN else ordered).append(line)
    unmet = []
    for back in returns:
        rest = back.quantity or ZERO
        for at, line in enumerate(ordered):
            if rest and _order_key(line) == _order_key(back) and line.quantity:
                taken = min(rest, line.quantity)
                rest -= taken
                ordered[at] = line if not taken else _with_quantity(line, line.quantity - taken)
        if rest:
            unmet.append(_plain(back if rest == back.quantity else _with_quantity(back, rest)))
    return [line for line in ordered if line.quantity is None or line.quantity], unmet


def _order_key(line: Detail) -> tuple[Key, Decimal | None, int | None]:
    return line_key(line), line.unit_price, line.vat_category_code


def _with_quantity(line: Detail, quantity: Decimal) -> Detail:
    return _without(line, _AMOUNTS).with_member("quantity", quantity)


def _plain(line: Detail) -> Detail:
    return line.with_member("record_type_code", 0)


def _nothing_left(documents: Sequence[Document]) -> Detail:
    """Everything was taken back: a receipt of nothing keeps the order's VAT category (api 10)."""
    first = next(line for document in documents for line in document.details or ())
    emptied = _without(_plain(first), _AMOUNTS)
    return emptied.with_member("quantity", Decimal(1)).with_member("unit_price", ZERO)


def _unpriced(line: Detail) -> Detail:
    return _without(line, (*_AMOUNTS, "unit_price", "catalog_unit_price", "allowances_charges"))


def _base(document: Document, left_behind: Sequence[str], codes: CodeTables) -> Document:
    base = duplicate_of(document, codes).document
    for name in left_behind:
        if name in base.model_fields_set:
            base = base.without_member(name)
    return base


def _numbered(lines: Sequence[Detail]) -> tuple[Detail, ...]:
    return tuple(line.with_member("line_no", place) for place, line in enumerate(lines, 1))


def _without(line: Detail, names: Sequence[str]) -> Detail:
    for name in names:
        if name in line.model_fields_set:
            line = line.without_member(name)
    return line
