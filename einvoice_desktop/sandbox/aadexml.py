"""The document as the tax authority would hold it: XML in the style of myDATA."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from einvoice_desktop.sandbox.document import Document
from einvoice_desktop.sandbox.fields import Node, read_json
from einvoice_desktop.sandbox.lines import TAX_KINDS, ZERO
from einvoice_desktop.sandbox.markup import clean
from einvoice_desktop.sandbox.objections import cents
from einvoice_desktop.sandbox.receipts import read_any
from einvoice_desktop.sandbox.shown import issue_moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from einvoice_desktop.sandbox.ledger import Entry
    from einvoice_desktop.sandbox.lines import Classification, Line
    from einvoice_desktop.sandbox.party import Party

_NAMESPACE = "http://www.aade.gr/myDATA/invoice/v1.0"
_CATEGORY_NAMES = {
    "1": "withheldPercentCategory",
    "2": "feesPercentCategory",
    "3": "otherTaxesPercentCategory",
    "4": "stampDutyPercentCategory",
}


def document_xml(entry: Entry) -> bytes:
    document = read_any(Node.root(read_json(entry.body)))
    top = ET.Element("InvoicesDoc", {"xmlns": _NAMESPACE})
    invoice = ET.SubElement(top, "invoice")
    for name, member in (("uid", "uid"), ("mark", "mark"), ("authenticationCode", "authenticationCode")):
        _add(invoice, name, str(entry.answer[member]))
    _party(invoice, "issuer", document.issuer)
    if document.counterparty.given and not document.retail:
        _party(invoice, "counterpart", document.counterparty)
    _header(invoice, document, issue_moment(entry).strftime("%Y-%m-%d"))
    _payments(invoice, document)
    for line in document.counted_lines:
        _line(invoice, line)
    _taxes(invoice, document)
    _summary(invoice, document)
    xml: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return xml


def _add(parent: ET.Element, name: str, text: str) -> None:
    """Empty values are left out, as the authority's schema wants it."""
    if text:
        ET.SubElement(parent, name).text = clean(text)


def _money(parent: ET.Element, name: str, amount: Decimal | None) -> None:
    _add(parent, name, format(cents(amount or ZERO), "f"))


def _party(parent: ET.Element, name: str, party: Party) -> None:
    element = ET.SubElement(parent, name)
    _add(element, "vatNumber", party.digits)
    _add(element, "country", party.country)
    _add(element, "branch", str(party.branch))


def _header(parent: ET.Element, document: Document, issued: str) -> None:
    header = ET.SubElement(parent, "invoiceHeader")
    _add(header, "series", document.series)
    _add(header, "aa", document.number)
    _add(header, "issueDate", issued)
    _add(header, "invoiceType", document.invoice_type)
    _add(header, "currency", document.currency)
    for mark in document.correlated:
        _add(header, "correlatedInvoices", mark)


def _payments(parent: ET.Element, document: Document) -> None:
    if not document.payments:
        return
    methods = ET.SubElement(parent, "paymentMethods")
    for payment in document.payments:
        element = ET.SubElement(methods, "paymentMethodDetails")
        _add(element, "type", payment.method)
        _money(element, "amount", payment.amount)


def _line(parent: ET.Element, line: Line) -> None:
    element = ET.SubElement(parent, "invoiceDetails")
    _add(element, "lineNumber", line.label)
    _add(element, "recType", line.record_type)
    _money(element, "netValue", line.net)
    _add(element, "vatCategory", line.vat_category)
    _money(element, "vatAmount", line.vat)
    _add(element, "vatExemptionCategory", line.codes["vatExemptionCategoryCode"])
    for kind in TAX_KINDS:
        tax = line.taxes[kind.code]
        if tax.amount:
            _money(element, kind.line_amount, tax.amount)
            _add(element, _CATEGORY_NAMES.get(kind.code, ""), tax.category)
    _classifications(element, "incomeClassification", line.income, line)
    _classifications(element, "expensesClassification", line.expense, line)


def _classifications(parent: ET.Element, name: str, entries: Sequence[Classification], line: Line) -> None:
    for entry in entries:
        element = ET.SubElement(parent, name)
        _add(element, "classificationType", entry.type)
        _add(element, "classificationCategory", entry.category)
        _money(element, "amount", line.net if entry.amount is None else entry.amount)


def _taxes(parent: ET.Element, document: Document) -> None:
    if not document.taxes:
        return
    totals = ET.SubElement(parent, "taxesTotals")
    for tax in document.taxes:
        element = ET.SubElement(totals, "taxes")
        _add(element, "taxType", tax.kind)
        _add(element, "taxCategory", tax.category)
        _money(element, "underlyingValue", document.summaries.net if tax.base is None else tax.base)
        _money(element, "taxAmount", tax.amount)


def _summary(parent: ET.Element, document: Document) -> None:
    element, summaries = ET.SubElement(parent, "invoiceSummary"), document.summaries
    _money(element, "totalNetValue", summaries.net)
    _money(element, "totalVatAmount", summaries.vat)
    for kind in TAX_KINDS:
        _money(element, kind.summary, summaries.taxes[kind.code])
    _money(element, "totalGrossValue", summaries.gross)
