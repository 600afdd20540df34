"""Rules on the document's head: type, number, date, currency, coded fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.dates import issue_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.lookalikes import look_alikes, scripts
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

EURO = "EUR"
HIGHEST_RATE = 50_000
RATE_STEP = Decimal("0.00001")
"""RULES 2: an exchange rate is above 0, at most 50,000, with at most five decimals."""

HIGHEST_NUMBER = 18_446_744_073_709_551_615
"""RULES 2: the authority's `aa` is an unsigned 64-bit number."""

MANDATORY = ("currencyCode", "invoiceType", "documentTypeCode", "series", "issuer.address.countryCode")
"""The provider's M fields (api 4.1), those with a rule of their own aside."""

DELAYED_BY_A_FAILURE = (1, 2)
"""isDelayedCode CLIENT and IAPR: the document may carry an earlier date."""

SENT_TO_THE_AUTHORITY = frozenset({"INVOICE", "ELB2G", "0", "6"})
"""By name or by number, counting from 0 in the order of the provider's list (api 4, 5)."""
NOT_SENT_TO_THE_AUTHORITY = frozenset(
    {
        *("ORDER", "DELIVERYNOTE", "OFFER", "INTINVOICE", "APPROVALDOC", "APPROVAL", "INVOICEDOC", "FNB"),
        *("ERPINVOICE", "ERPEINVOICE", "INCOMECLASS", "INCOMECLASSIFICATION"),
        *(str(number) for number in range(1, 12) if number != 6),
    }
)
"""api 5, 5b."""
_ERP_ONLY_FAILURES = (3, 4)
_SERIES_LENGTH = 50


def invoice_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A type that exists and that a provider carries (RULES 3; api 7.1.2)."""
    code = document.invoice_type_code
    row = around.codes.invoice_type(code)
    if not code:
        yield error("invoiceTypeCode", "field_missing")
    elif row is None:
        yield error("invoiceTypeCode", "code_unknown", "223", value=code)
    elif not row.provider_channel:
        yield error("invoiceTypeCode", "type_not_by_provider", "223", value=code)


def mandatory_fields(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The provider's mandatory fields (api 4.1). Movement documents carry no currency (RULES 7)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    for path in MANDATORY:
        if row is not None and row.movement and path == "currencyCode":
            continue
        value = get_value(document, path)
        if not value or not str(value).strip():
            yield error(path, "field_missing")


def issued_already(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A MARK in a document says that it was issued: sending it makes a second one, under a new MARK."""
    if document.mark:
        yield warning("mark", "issued_already", mark=document.mark)


def number_is_whole(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A Greek issuer's number is whole (212), a series at most 50 characters. No number: given later."""
    number = document.number
    if number and not (re.fullmatch(r"\d{1,20}", number, re.ASCII) and int(number) <= HIGHEST_NUMBER):
        yield error("number", "number_not_whole", "212", value=number[:_SERIES_LENGTH])
    if document.series and len(document.series) > _SERIES_LENGTH:
        yield error("series", "text_too_long", "262", limit=_SERIES_LENGTH)


def series_letters(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A series of two alphabets, or one that looks like another series that is there (RULES 10, 14)."""
    series = document.series or ""
    if series.isascii() and not around.known_series:
        return
    alphabets = scripts(series)
    if len(alphabets) > 1:
        yield warning("series", "series_mixed_letters", value=series[:_SERIES_LENGTH])
    for other in look_alikes(series, around.known_series)[:1]:
        yield warning("series", "series_looks_alike", value=series[:_SERIES_LENGTH], other=other)


def date_issued(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Today in Athens, or a failure of the line is named (238). A missing date is filled at sealing."""
    if not document.date_issued:
        return
    day = issue_day(document.date_issued)
    if day is None:
        yield error("dateIssued", "date_malformed", value=document.date_issued[:40])
    elif day > around.today:
        number = "260" if document.is_delayed_code in DELAYED_BY_A_FAILURE else "238"
        yield problem(around.sealing, "dateIssued", "date_in_future", number, date=day, today=around.today)
    elif day != around.today and document.is_delayed_code not in DELAYED_BY_A_FAILURE:
        yield problem(around.sealing, "dateIssued", "date_not_today", "238", date=day, today=around.today)


def currency(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A currency that exists; other than euro it needs a rate above 0 and up to 50,000 (211)."""
    code = document.currency_code
    if not code:
        return
    if not around.codes.has("currencies", code):
        yield error("currencyCode", "code_unknown", value=code)
    elif code != EURO:
        rate = _rate(document)
        if rate is None or not 0 < rate <= HIGHEST_RATE:
            yield error("paymentDetails.exchangeCurrencyRate", "exchange_rate_missing", "211", currency=code)


def _rate(document: Document) -> Decimal | None:
    if document.payment_details and document.payment_details.exchange_currency_rate is not None:
        return document.payment_details.exchange_currency_rate
    return document.exchange_currency_rate


def exchange_rate(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A rate has at most five decimals (RULES 2) and goes with another currency than the euro (211)."""
    rate = _rate(document)
    path = "paymentDetails.exchangeCurrencyRate"
    if rate is None:
        return
    if document.currency_code == EURO and rate != 1:
        yield warning(path, "exchange_rate_with_euro", "211", value=rate)
    elif rate != rate.quantize(RATE_STEP):
        yield error(path, "exchange_rate_decimals", "101", rate=rate)


def currency_of_movement(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A movement document has no currency (205; RULES 7); the provider's page makes it mandatory."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is not None and row.movement and document.currency_code:
        yield warning("currencyCode", "currency_not_of_type", "205", type=row.code)


def variation_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Omissions and deviations do not go by a provider (RULES 9)."""
    if document.variation_type:
        yield error("variationType", "variation_not_by_provider", "205")


def coded_fields(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Coded fields hold a code that exists, whatever the type (api 7.1.2); 0 is "none" where the table
    starts at 1."""
    special = document.special_invoice_category
    if special and not around.codes.has("special_invoice_categories", special):
        yield error("specialInvoiceCategory", "code_unknown", value=special)
    if document.iapr_sign_policy is not None and document.iapr_sign_policy not in (0, 1, 2):
        yield error("iaprSignPolicy", "code_unknown", value=document.iapr_sign_policy)
    delayed = document.is_delayed_code
    if delayed in _ERP_ONLY_FAILURES:
        yield error("isDelayedCode", "delayed_code_erp_only", value=delayed)
    elif delayed is not None and delayed not in (0, *DELAYED_BY_A_FAILURE):
        yield error("isDelayedCode", "code_unknown", value=delayed)
    kind = document.document_type_code
    if kind and kind not in SENT_TO_THE_AUTHORITY | NOT_SENT_TO_THE_AUTHORITY:
        yield error("documentTypeCode", "code_unknown", value=kind)
    elif kind and kind not in SENT_TO_THE_AUTHORITY:
        yield error("documentTypeCode", "document_type_not_fiscal", value=kind)


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        invoice_type,
        (
            Tells("invoiceTypeCode", "field_missing"),
            Tells("invoiceTypeCode", "code_unknown", "223"),
            Tells("invoiceTypeCode", "type_not_by_provider", "223"),
        ),
        "high",
        "RULES 3; api 7.1.2",
    ),
    Rule(
        mandatory_fields,
        tuple(Tells(path, "field_missing") for path in MANDATORY),
        "high",
        "api 4.1",
    ),
    Rule(issued_already, (Tells("mark", "issued_already"),), "medium", "RULES 10"),
    Rule(
        number_is_whole,
        (Tells("number", "number_not_whole", "212"), Tells("series", "text_too_long", "262")),
        "high",
        "RULES 2",
    ),
    Rule(
        series_letters,
        (Tells("series", "series_mixed_letters"), Tells("series", "series_looks_alike")),
        "medium",
        "RULES 10, 14",
    ),
    Rule(
        date_issued,
        (
            Tells("dateIssued", "date_malformed"),
            Tells("dateIssued", "date_in_future", "238"),
            Tells("dateIssued", "date_in_future", "260"),
            Tells("dateIssued", "date_not_today", "238"),
        ),
        "high",
        "RULES 9; api 2.5",
    ),
    Rule(
        currency,
        (
            Tells("currencyCode", "code_unknown"),
            Tells("paymentDetails.exchangeCurrencyRate", "exchange_rate_missing", "211"),
        ),
        "high",
        "RULES 2; api 7.1.2",
    ),
    Rule(
        exchange_rate,
        (
            Tells("paymentDetails.exchangeCurrencyRate", "exchange_rate_with_euro", "211", "medium"),
            Tells("paymentDetails.exchangeCurrencyRate", "exchange_rate_decimals", "101"),
        ),
        "high",
        "RULES 2",
    ),
    Rule(currency_of_movement, (Tells("currencyCode", "currency_not_of_type", "205"),), "low", "RULES 7"),
    Rule(variation_type, (Tells("variationType", "variation_not_by_provider", "205"),), "high", "RULES 9"),
    Rule(
        coded_fields,
        (
            Tells("specialInvoiceCategory", "code_unknown"),
            Tells("iaprSignPolicy", "code_unknown"),
            Tells("isDelayedCode", "delayed_code_erp_only"),
            Tells("isDelayedCode", "code_unknown"),
            Tells("documentTypeCode", "code_unknown"),
            Tells("documentTypeCode", "document_type_not_fiscal"),
        ),
        "high",
        "api 3, 5, 7.1.2",
    ),
)
"""Of the head: type, number, date, currency, coded fields."""
