"""The checks of the tax authority that a document meets after the provider's own, step 6 of the order."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.classification import check_classifications
from einvoice_desktop.sandbox.dates import athens
from einvoice_desktop.sandbox.linechecks import check_lines
from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.movement import check_movement
from einvoice_desktop.sandbox.naming import delayed_code
from einvoice_desktop.sandbox.objections import Objection, too_long
from einvoice_desktop.sandbox.parties import check_parties
from einvoice_desktop.sandbox.registry import check_links
from einvoice_desktop.sandbox.settlement import check_payments, check_total
from einvoice_desktop.sandbox.taxes import check_taxes
from einvoice_desktop.sandbox.totals import check_amounts, check_totals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document
    from einvoice_desktop.sandbox.registry import Register

NOT_TODAY = "IssueDate is invalid, it must be equal with current date"
_LARGEST_NUMBER = 18446744073709551615
_LONGEST = 50
_LIVE = "0"
_HOME_CURRENCY = "EUR"
_HIGHEST_RATE = Decimal(50000)
_TAX_FREE = "4"
_TYPES_OF_SPECIAL = {_TAX_FREE: ("11.1", "11.4", "11.5"), "13": ("11.4",)}
"""Tax free, and documents whose original cannot be named."""


def check_authority(
    document: Document,
    issued: datetime,
    codes: CodeTables,
    now: datetime,
    register: Register,
) -> list[Objection]:
    """Everything the authority holds against a document that passed the provider's validation.

    `issued` is its date in Athens, `register` finds the documents that it names.
    """
    return list(
        chain(
            _date(document, issued, now),
            _header(document, codes),
            check_parties(document, codes),
            check_movement(document, codes, now),
            check_links(document, codes, register),
            check_lines(document, codes),
            check_taxes(document, codes),
            check_totals(document),
            check_payments(document, codes),
            check_classifications(document, codes),
        )
    )


def check_receipt_at_authority(
    document: Document,
    issued: datetime,
    codes: CodeTables,
    now: datetime,
    register: Register,
) -> list[Objection]:
    """What the authority holds against a POS receipt: it has no lines, and its payments are its content."""
    return list(
        chain(
            _date(document, issued, now),
            _header(document, codes),
            check_parties(document, codes),
            check_links(document, codes, register),
            check_amounts(document),
            check_total(document),
        )
    )


def _date(document: Document, issued: datetime, now: datetime) -> Iterator[Objection]:
    """Live documents are of today in Athens; those sent late (isDelayedCode 1, 2) of today or before."""
    today = now.astimezone(athens()).date()
    if delayed_code(document) == _LIVE and issued.date() != today:
        yield Objection(238, NOT_TODAY)
    elif issued.date() > today:
        yield Objection(260, "IssueDate must not be in the future")


def _header(document: Document, codes: CodeTables) -> Iterator[Objection]:
    if codes.invoice_type(document.invoice_type).get("provider_channel") is False:
        yield Objection(223, f"Invoice type {document.invoice_type} is not supported in the provider channel")
    for name, text in (("series", document.series), ("aa", document.number)):
        yield from too_long(name, text, _LONGEST)
    number = document.number
    whole = number.isascii() and number.isdigit() and len(number) <= _LONGEST
    if document.issuer.country == "GR" and not (whole and int(number) <= _LARGEST_NUMBER):
        yield Objection(212, f"aa {number[:_LONGEST]} must be a positive number for a Greek issuer")
    if document.variation:
        yield Objection(205, "invoiceVariationType is forbidden in the provider channel")
    yield from _special_category(document, codes)
    foreign = document.currency and document.currency != _HOME_CURRENCY
    if foreign and not ZERO < (document.exchange_rate or ZERO) <= _HIGHEST_RATE:
        told = f"must be above 0 and at most {_HIGHEST_RATE} for currency {document.currency}"
        yield Objection(211, f"exchangeRate {told}")
    if foreign and document.exchange_rate and document.exchange_rate != round(document.exchange_rate, 5):
        yield Objection(101, "XML Syntax Validation Error: exchangeRate has more than 5 decimals")


def _special_category(document: Document, codes: CodeTables) -> Iterator[Objection]:
    special, kind = document.special_category, document.invoice_type
    if special and codes.row("special_invoice_categories", special).get("selectable") is False:
        yield Objection(273, f"specialInvoiceCategory {special} is not accepted")
    if kind not in _TYPES_OF_SPECIAL.get(special, (kind,)):
        code = 267 if special == _TAX_FREE else 273
        yield Objection(code, f"specialInvoiceCategory {special} is not allowed for invoice type {kind}")
