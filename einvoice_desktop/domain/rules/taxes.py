"""Rules on the five taxes beside VAT, on lines and on the document (RULES 5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.codes import DEDUCTIONS, OTHER_TAXES, TAX_KIND_BY_CODE, TAX_KINDS, TaxKind
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import CENT, ZERO, percent_of, to_cents
from einvoice_desktop.domain.node import json_name
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.settlement import Tax
from einvoice_desktop.domain.tally import FEE_WITH_VAT, OTHER_TAX_WITH_VAT
from einvoice_desktop.domain.totals import TAX_MEMBERS, LineAmounts, is_summed, tax_base

REFUSED_OTHER_TAXES = frozenset({1, 2})
"""Fire insurance under its old categories: 15 stands for both (RULES 5)."""


def line_taxes(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Each tax has amount and category (225, 227) and the amount of its percentage (229)."""
    for kind in TAX_KINDS:
        given: Decimal | None = getattr(line, kind.amount)
        category = getattr(line, kind.category) if kind.category else None
        path = json_name(kind.amount)
        if category and not around.codes.has(kind.table or "", category):
            yield error(json_name(kind.category or ""), "code_unknown", value=category)
            continue
        rate = around.codes.tax_rate(kind.table, category)
        if given and kind.category and not category:
            yield error(json_name(kind.category), "tax_category_missing", "225")
        if category and given is None and rate is None:
            yield error(path, "tax_amount_missing", "227")
        expected = ZERO if rate is None else percent_of(amounts.net, rate)
        if given is not None and rate is not None and abs(given - expected) > CENT:
            yield error(path, "tax_far_from_rate", "229", given=given, expected=expected)
        elif given is not None and rate is not None and given != expected:
            yield warning(path, "tax_differs", given=given, expected=expected)


def line_tax_bounds(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A tax of a line is not below zero (RULES 2) and within the line's net (241)."""
    for kind in TAX_KINDS:
        amount = amounts.tax(kind)
        if amount < 0:
            yield error(json_name(kind.amount), "amount_negative", "101")
        elif is_summed(line) and amount and amount > amounts.net:
            yield error(json_name(kind.amount), "tax_above_net", "241")


def line_other_tax(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Other taxes 1 and 2 are refused (273)."""
    if line.other_taxes_percent_category_code in REFUSED_OTHER_TAXES:
        path = json_name(OTHER_TAXES.category or "")
        yield error(path, "other_tax_inactive", "273", value=line.other_taxes_percent_category_code)


def tax_record(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A fee or tax that bears VAT is the line's net: no other tax stands on that line (RULES 5)."""
    if line.record_type_code not in (FEE_WITH_VAT, OTHER_TAX_WITH_VAT):
        return
    for kind in TAX_KINDS:
        if amounts.tax(kind):
            yield error(json_name(kind.amount), "tax_on_tax_record", "231")


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
    yield from _category(tax, kind, f"{path}.taxCategoryCode", around)
    rate = around.codes.tax_rate(kind.table, tax.tax_category_code)
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


def _category(tax: Tax, kind: TaxKind, path: str, around: Surroundings) -> Iterator[Problem]:
    category = tax.tax_category_code
    if kind is DEDUCTIONS and category:
        yield error(path, "deduction_with_category", "254", value=category)
    elif kind.table and not category:
        yield error(path, "tax_category_missing", "225")
    elif kind.table and not around.codes.has(kind.table, category):
        yield error(path, "code_unknown", value=category)


def document_other_tax(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Other taxes 1 and 2 are refused (273)."""
    for index, tax in enumerate(document.taxes or ()):
        if tax.tax_type_code == OTHER_TAXES.code and tax.tax_category_code in REFUSED_OTHER_TAXES:
            path = f"taxes[{index}].taxCategoryCode"
            yield error(path, "other_tax_inactive", "273", value=tax.tax_category_code)


def document_tax_bounds(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A tax's base is within the document's net (237), its amount within both (239, 240) and not negative."""
    net = sums.tally.net
    for index, (tax, amount) in enumerate(zip(document.taxes or (), sums.tax_amounts, strict=True)):
        path = f"taxes[{index}]"
        base = None if tax.underlying_value is None else to_cents(tax.underlying_value)
        if amount < 0:
            yield error(f"{path}.taxAmount", "amount_negative", "101")
        if base is not None and base < 0:
            yield error(f"{path}.underlyingValue", "amount_negative", "101")
        if base is not None and base > net:
            yield error(f"{path}.underlyingValue", "tax_base_above_net", "237")
        if amount > net:
            yield error(f"{path}.taxAmount", "tax_above_net", "239")
        elif base is not None and amount > base:
            yield error(f"{path}.taxAmount", "tax_above_base", "240")


def on_lines_or_document(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Taxes stand on the lines or on the document (224); beside fee and tax lines both may stand.

    A tax of 0 stands nowhere: files name every tax of every line.
    """
    if any(sums.tax_amounts) and sums.tally.taxed and not sums.tally.tax_records:
        yield error("taxes", "taxes_on_lines_and_document", "224")


def taxes_of_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A movement document has amounts of 0, so no taxes (RULES 7)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is not None and (kind.movement or kind.is_receipt) and document.taxes:
        yield warning("taxes", "taxes_not_of_type", "205", type=kind.code)


_AMOUNTS = tuple(json_name(kind.amount) for kind in TAX_KINDS)
_CATEGORIES = tuple(json_name(kind.category) for kind in TAX_KINDS if kind.category)

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        line_taxes,
        (
            *(Tells(path, "code_unknown") for path in _CATEGORIES),
            *(Tells(path, "tax_category_missing", "225") for path in _CATEGORIES),
            *(Tells(path, "tax_amount_missing", "227") for path in _AMOUNTS if path != "deductionsAmount"),
            *(Tells(path, "tax_far_from_rate", "229") for path in _AMOUNTS if path != "deductionsAmount"),
            *(Tells(path, "tax_differs", "", "medium") for path in _AMOUNTS if path != "deductionsAmount"),
        ),
        "high",
        "RULES 5",
        only_with=TAX_MEMBERS,
    ),
    Rule(
        line_tax_bounds,
        (
            *(Tells(path, "amount_negative", "101") for path in _AMOUNTS),
            *(Tells(path, "tax_above_net", "241") for path in _AMOUNTS),
        ),
        "high",
        "RULES 2, 5",
        only_with=TAX_MEMBERS,
    ),
    Rule(
        line_other_tax,
        (Tells("otherTaxesPercentCategoryCode", "other_tax_inactive", "273"),),
        "high",
        "RULES 5",
        only_with=frozenset({"other_taxes_percent_category_code"}),
    ),
    Rule(
        tax_record,
        tuple(Tells(path, "tax_on_tax_record", "231") for path in _AMOUNTS),
        "high",
        "RULES 5",
        only_with=frozenset({"record_type_code"}),
    ),
)
"""Of the taxes of one line."""

RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        document_taxes,
        (
            Tells("taxes[].taxTypeCode", "code_unknown"),
            Tells("taxes[].taxTypeCode", "field_missing"),
            Tells("taxes[].taxCategoryCode", "tax_category_missing", "225"),
            Tells("taxes[].taxCategoryCode", "code_unknown"),
            Tells("taxes[].taxCategoryCode", "deduction_with_category", "254"),
            Tells("taxes[].taxAmount", "tax_amount_missing", "227"),
            Tells("taxes[].taxAmount", "tax_far_from_rate", "229"),
            Tells("taxes[].taxAmount", "tax_differs", "", "medium"),
        ),
        "high",
        "RULES 5",
    ),
    Rule(
        document_other_tax,
        (Tells("taxes[].taxCategoryCode", "other_tax_inactive", "273"),),
        "high",
        "RULES 5",
    ),
    Rule(
        document_tax_bounds,
        (
            Tells("taxes[].taxAmount", "amount_negative", "101"),
            Tells("taxes[].underlyingValue", "amount_negative", "101"),
            Tells("taxes[].underlyingValue", "tax_base_above_net", "237"),
            Tells("taxes[].taxAmount", "tax_above_net", "239"),
            Tells("taxes[].taxAmount", "tax_above_base", "240"),
        ),
        "high",
        "RULES 5",
    ),
    Rule(on_lines_or_document, (Tells("taxes", "taxes_on_lines_and_document", "224"),), "high", "RULES 5"),
    Rule(taxes_of_type, (Tells("taxes", "taxes_not_of_type", "205"),), "medium", "RULES 7"),
)
"""Of the taxes of the document."""
