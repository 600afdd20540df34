"""Rules on document taxes, payments, and the sums that a file brings along."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.codes import TAX_KIND_BY_CODE
from einvoice_desktop.domain.completion import SUMMARY_BY_JSON_NAME, SUMMARY_FIELDS
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.money import CENT, ZERO, percent_of
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.lines import allowance_item
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.settlement import PaymentMethod, Tax
from einvoice_desktop.domain.totals import tax_base

CARD = 7
"""Payment method POS / e-POS: it carries the provider's signature and the terminal (403)."""


def document_taxes(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Each document tax has a kind, a category of that kind and an amount that agrees (225, 227, 229)."""
    for index, tax in enumerate(document.taxes or ()):
        yield from _document_tax(tax, f"taxes[{index}]", sums.tally.net, around)


def _document_tax(tax: Tax, path: str, net: Decimal, around: Surroundings) -> Iterator[Problem]:
    kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
    if kind is None:
        code = "code_unknown" if tax.tax_type_code else "field_missing"
        yield error(f"{path}.taxTypeCode", code, value=tax.tax_type_code or "")
        return
    category = tax.tax_category_code
    if kind.table and not category:
        yield error(f"{path}.taxCategoryCode", "tax_category_missing", "225")
    elif kind.table and not around.codes.has(kind.table, category):
        yield error(f"{path}.taxCategoryCode", "code_unknown", value=category)
    rate = around.codes.tax_rate(kind.table, category)
    if tax.tax_amount is None:
        if rate is None:
            yield error(f"{path}.taxAmount", "tax_amount_missing", "227")
        return
    if rate is not None:
        expected = percent_of(tax_base(tax, net), rate)
        difference = abs(tax.tax_amount - expected)
        if difference:
            certain = difference > CENT
            code = "tax_far_from_rate" if certain else "tax_differs"
            shown = {"given": tax.tax_amount, "expected": expected}
            yield problem(certain, f"{path}.taxAmount", code, "229" if certain else "", **shown)


def document_tax_bounds(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A tax's base is within the document's net (237), its amount within both (239, 240) and not negative."""
    net = sums.tally.net
    for index, (tax, amount) in enumerate(zip(document.taxes or (), sums.tax_amounts, strict=True)):
        path = f"taxes[{index}]"
        base = tax.underlying_value
        if amount < 0:
            yield error(f"{path}.taxAmount", "amount_negative")
        if base is not None and base > net:
            yield error(f"{path}.underlyingValue", "tax_base_above_net", "237")
        if amount > net:
            yield error(f"{path}.taxAmount", "tax_above_net", "239")
        # A base of 0 is how many programs say "not given".
        elif base and amount > base:
            yield error(f"{path}.taxAmount", "tax_above_base", "240")


def taxes_on_lines_or_document(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Taxes stand on the lines or on the document (224); beside fee and tax lines both may stand."""
    if document.taxes and sums.tally.taxed and not sums.tally.tax_records:
        yield error("taxes", "taxes_on_lines_and_document", "224")


def own_allowances(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The document's own discounts and charges are sound, and the lines' nets have taken them (207)."""
    for index, item in enumerate(document.allowances_charges or ()):
        yield from allowance_item(item, f"allowancesCharges[{index}]")
    if sums.unshared:
        yield warning("allowancesCharges", "allowance_not_shared", amount=sums.unshared)


def payments(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """How it is paid: present where the type asks for it, each by a method that exists (api 7.1.2)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    methods = _methods(document)
    if row is not None and row.payment_methods == "mandatory" and not methods:
        yield problem(row.payment_certain, "paymentDetails.paymentMethods", "payments_missing", "204")
    for index, method in enumerate(methods):
        path = f"paymentDetails.paymentMethods[{index}]"
        code = method.payment_method_type_code
        if not code:
            yield error(f"{path}.paymentMethodTypeCode", "field_missing")
        elif not around.codes.has("payment_methods", code):
            yield error(f"{path}.paymentMethodTypeCode", "code_unknown", value=code)
        elif code == CARD and not (method.providers_signature and method.terminal_id):
            yield warning(f"{path}.providersSignature", "card_signature_missing", "403")
        if method.amount is not None and method.amount < 0:
            yield error(f"{path}.amount", "amount_negative")


def payments_against_gross(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Payments do not pass the gross value (407); less is shown."""
    if not _methods(document):
        return
    paid, gross = sum(sums.payment_amounts, ZERO), sums.summaries.gross
    shown = {"paid": paid, "gross": gross}
    if paid > gross:
        yield error("paymentDetails.paymentMethods", "payments_above_gross", "407", **shown)
    elif paid < gross:
        yield warning("paymentDetails.paymentMethods", "payments_below_gross", "", **shown)


def _methods(document: Document) -> tuple[PaymentMethod, ...]:
    details = document.payment_details
    return (details.payment_methods or ()) if details else ()


def summaries_as_given(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The sums that a file brings against the sums made anew: shown, and the new ones are sent."""
    given = document.summaries
    if given is None:
        return
    for (attribute, source), name in zip(SUMMARY_FIELDS.items(), SUMMARY_BY_JSON_NAME, strict=True):
        value: Decimal | None = getattr(given, attribute)
        expected: Decimal = getattr(sums.summaries, source)
        if value is not None and value != expected:
            yield warning(f"summaries.{name}", "summary_differs", given=value, expected=expected)


def vat_analysis_as_given(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The VAT analysis that a file brings, likewise; rows of one rate are taken together."""
    given: dict[Decimal, tuple[int, Decimal, Decimal]] = {}
    for index, row in enumerate(document.vat_analysis or ()):
        first, base, vat = given.get(row.percentage or ZERO, (index, ZERO, ZERO))
        base += row.underlying_value or ZERO
        given[row.percentage or ZERO] = (first, base, vat + (row.vat_amount or ZERO))
    by_rate = sums.tally.by_rate or {}
    for rate, (index, base, vat) in given.items():
        expected = by_rate.get(rate)
        path = f"vatAnalysis[{index}]"
        expected_base, expected_vat = (expected.base, expected.vat) if expected else (ZERO, ZERO)
        if base != expected_base:
            yield warning(f"{path}.underlyingValue", "summary_differs", given=base, expected=expected_base)
        if vat != expected_vat:
            yield warning(f"{path}.vatAmount", "summary_differs", given=vat, expected=expected_vat)
