"""Rules on the document's head: type, number, date, currency, coded fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.domain.dates import issue_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.lookalikes import look_alikes, scripts
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

HIGHEST_NUMBER = 18_446_744_073_709_551_615
"""RULES 2: the authority's `aa` is an unsigned 64-bit number."""

MANDATORY = ("currencyCode", "invoiceType", "documentTypeCode", "series", "issuer.address.countryCode")
"""The provider's M fields (api 4.1), those with a rule of their own aside."""

DELAYED_BY_A_FAILURE = (1, 2)
"""isDelayedCode CLIENT and IAPR: the document may carry an earlier date."""

SENT_TO_THE_AUTHORITY = frozenset({"INVOICE", "ELB2G", "0"})
"""0 is INVOICE by number (api 4: names or numbers, counting from 0)."""
NOT_SENT_TO_THE_AUTHORITY = frozenset(
    {
        *("ORDER", "DELIVERYNOTE", "OFFER", "INTINVOICE", "APPROVALDOC", "APPROVAL", "INVOICEDOC", "FNB"),
        *("ERPINVOICE", "ERPEINVOICE", "INCOMECLASS", "INCOMECLASSIFICATION"),
        *(str(number) for number in range(1, 12)),
    }
)
"""api 5, 5b."""
_ERP_ONLY_FAILURES = (3, 4)
_SERIES_LENGTH = 50
_B2G_BY_ACCIDENT = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})


def invoice_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A type that exists and that a provider carries (RULES 3; api 7.1.2)."""
    code = document.invoice_type_code
    row = around.codes.invoice_type(code)
    if not code:
        yield error("invoiceTypeCode", "field_missing")
    elif row is None:
        yield error("invoiceTypeCode", "code_unknown", value=code)
    elif not row.provider_channel:
        yield error("invoiceTypeCode", "type_not_by_provider", value=code)


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
        yield error("series", "text_too_long", limit=_SERIES_LENGTH)


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
        yield problem(around.sealing, "dateIssued", "date_in_future", "260", date=day, today=around.today)
    elif day != around.today and document.is_delayed_code not in DELAYED_BY_A_FAILURE:
        yield problem(around.sealing, "dateIssued", "date_not_today", "238", date=day, today=around.today)


def currency(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A currency that exists; other than euro it needs a rate above 0 and up to 50,000 (211)."""
    code = document.currency_code
    if not code:
        return
    if not around.codes.has("currencies", code):
        yield error("currencyCode", "code_unknown", value=code)
    elif code != "EUR":
        rate = document.payment_details.exchange_currency_rate if document.payment_details else None
        if rate is None or not 0 < rate <= 50_000:
            yield error("paymentDetails.exchangeCurrencyRate", "exchange_rate_missing", "211", currency=code)


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
        yield warning("documentTypeCode", "document_type_not_fiscal", value=kind)


def correlated_invoices(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """5.1 and its kin name the original's MARK (204); 5.2 and 11.x never do (205)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    if row.correlated_invoices == "mandatory" and not document.correlated_invoices:
        yield error("correlatedInvoices", "correlated_missing", "204", type=row.code)
    if row.correlated_invoices == "forbidden" and document.correlated_invoices:
        # Both sources agree on 5.2; on retail one does (RULES 3).
        yield problem(row.code == "5.2", "correlatedInvoices", "correlated_forbidden", "205", type=row.code)


def contracting_authority(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A contracting authority's code turns these types into documents to the state (api 7.1.5)."""
    b2g = document.b2g_details
    named = b2g is not None and bool(b2g.contracting_authority_code)
    if named and document.document_type_code != "ELB2G" and document.invoice_type_code in _B2G_BY_ACCIDENT:
        yield warning("b2GDetails.contractingAuthorityCode", "b2g_by_accident")
