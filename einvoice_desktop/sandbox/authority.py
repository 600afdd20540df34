"""The checks of the tax authority that a document meets after the provider's own, step 6 of the order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.basic import delayed_code
from einvoice_desktop.sandbox.classification import check_classifications
from einvoice_desktop.sandbox.dates import athens
from einvoice_desktop.sandbox.linechecks import check_lines
from einvoice_desktop.sandbox.objections import Objection
from einvoice_desktop.sandbox.parties import Original, check_correlation, check_movement, check_parties
from einvoice_desktop.sandbox.totals import check_totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

NOT_TODAY = "IssueDate is invalid, it must be equal with current date"
_LARGEST_NUMBER = 18446744073709551615
_LONGEST = 50
_LIVE = "0"
_HOME_CURRENCY = "EUR"


def check_authority(
    document: Document,
    issued: datetime,
    codes: CodeTables,
    now: datetime,
    original: Callable[[str], Original | None],
) -> list[Objection]:
    """Everything the authority holds against a document that passed the provider's validation.

    `issued` is its date in Athens, `original` finds a document of the same issuer by its MARK.
    """
    return list(
        chain(
            _date(document, issued, now),
            _header(document, codes),
            check_parties(document, codes),
            check_movement(document, codes, now),
            check_correlation(document, original),
            check_lines(document, codes),
            check_totals(document),
            check_classifications(document, codes),
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
        if len(text) > _LONGEST:
            yield Objection(262, f"{name} is longer than {_LONGEST} characters")
    number = document.number
    whole = number.isascii() and number.isdigit() and len(number) <= _LONGEST
    if document.issuer.country == "GR" and not (whole and int(number) <= _LARGEST_NUMBER):
        yield Objection(212, f"aa {number[:_LONGEST]} must be a positive number for a Greek issuer")
    if document.variation:
        yield Objection(205, "invoiceVariationType is forbidden in the provider channel")
    foreign = document.currency and document.currency != _HOME_CURRENCY
    if foreign and not (document.exchange_rate and document.exchange_rate > 0):
        yield Objection(211, f"exchangeRate must be greater than 0 for currency {document.currency}")
