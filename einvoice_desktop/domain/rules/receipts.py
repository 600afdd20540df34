"""Rules on POS receipts (8.4, 8.5): flat documents of payments, without lines (api 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning
from einvoice_desktop.domain.settlement import CardLine

LISTS = (
    ("cardLines", "card_lines"),
    ("cashLines", "cash_lines"),
    ("chequeLines", "cheque_lines"),
    ("voucherLines", "voucher_lines"),
    ("remittanceLines", "remittance_lines"),
)
"""The lists of a receipt's payments: JSON name, attribute."""


def receipt_lines(document: Document) -> Iterator[tuple[str, CardLine]]:
    """Every payment of a receipt with its path."""
    for name, attribute in LISTS:
        for index, line in enumerate(getattr(document, attribute) or ()):
            yield f"{name}[{index}]", line


def _is_receipt(document: Document, around: Surroundings) -> bool:
    row = around.codes.invoice_type(document.invoice_type_code)
    return row is not None and row.is_receipt


def receipt_parts(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A receipt names its payments, whose sum is its whole; nothing else has such lines."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    if not row.is_receipt:
        for name, attribute in LISTS:
            if getattr(document, attribute):
                yield warning(name, "receipt_lines_not_of_type", "205", type=row.code)
        if document.total_amount is not None:
            yield warning("totalAmount", "receipt_lines_not_of_type", "205", type=row.code)
        return
    if not any(True for _ in receipt_lines(document)):
        yield error("cardLines", "payments_missing", "204")


def receipt_amounts(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Payments are not below zero and do not pass the receipt's whole (407)."""
    if not _is_receipt(document, around):
        return
    if document.total_amount is not None and document.total_amount < 0:
        yield error("totalAmount", "amount_negative", "101")
    paid = ZERO
    for path, line in receipt_lines(document):
        if line.amount is not None and line.amount < 0:
            yield error(f"{path}.amount", "amount_negative", "101")
        paid += to_cents(line.amount or ZERO)
    gross = document.total_amount
    if gross is not None and paid > gross:
        yield error("totalAmount", "payments_above_gross", "407", paid=paid, gross=gross)
    elif gross is not None and paid < gross:
        yield warning("totalAmount", "payments_below_gross", "", paid=paid, gross=gross)


def receipt_signatures(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A card's line has the provider's signature and the terminal (403). A published receipt has none."""
    if not _is_receipt(document, around):
        return
    for index, line in enumerate(document.card_lines or ()):
        for name, value in (
            ("providersSignature", line.providers_signature),
            ("terminalId", line.terminal_id),
        ):
            if not value:
                yield warning(f"cardLines[{index}].{name}", "card_signature_missing", "403")


def third_party(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Only a POS receipt collects for others (205)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is not None and document.third_party_collection and not row.is_receipt:
        yield warning("thirdPartyCollection", "third_party_not_of_type", "205", type=row.code)


_NAMES = tuple(name for name, _ in LISTS)

RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        receipt_parts,
        (
            *(Tells(name, "receipt_lines_not_of_type", "205", "medium") for name in (*_NAMES, "totalAmount")),
            Tells("cardLines", "payments_missing", "204"),
        ),
        "high",
        "api 4.2",
    ),
    Rule(
        receipt_amounts,
        (
            Tells("totalAmount", "amount_negative", "101"),
            *(Tells(f"{name}[].amount", "amount_negative", "101") for name in _NAMES),
            Tells("totalAmount", "payments_above_gross", "407"),
            Tells("totalAmount", "payments_below_gross", "", "medium"),
        ),
        "high",
        "RULES 2, 5",
    ),
    Rule(
        receipt_signatures,
        (
            Tells("cardLines[].providersSignature", "card_signature_missing", "403"),
            Tells("cardLines[].terminalId", "card_signature_missing", "403"),
        ),
        "medium",
        "RULES 9; api 9",
    ),
    Rule(
        third_party, (Tells("thirdPartyCollection", "third_party_not_of_type", "205"),), "medium", "RULES 3"
    ),
)
"""Of POS receipts."""
