"""Rules on one line: VAT category and reason, units, codes, texts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.codes import EXEMPT, NO_VAT
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import percent_of
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.totals import RETURN, LineAmounts, is_summed

VAT_TOLERANCE = Decimal("1.00")
"""Error 229 passes at 1.00 and refuses at 1.01 (seen with fuel invoices, api 3.1)."""

OTHER_PIECES = 7
"""Unit that is told in words and counted again (RULES 7)."""
TAX_FREE, TAX_FREE_REASON = 4, 28
"""Special category of a traveller's receipt, and its exemption reason."""
UNION_GOODS_REASON, UNION_GOODS = 14, "1.2"
"""Exemption reason of goods within the Union, and the type of their invoice."""

_INACTIVE_RECORDS = frozenset({1, 4, 5})
_RECORDS = frozenset({0, 2, 3, 6, 7})
_DESCRIPTION_LENGTH, _CODE_LENGTH, _REMARKS_LENGTH, _TITLE_LENGTH = 300, 50, 150, 150
_TARIC_LENGTH = 10


def has_lines(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A document has lines (api 4.1), a POS receipt none. Blank ones are not sent."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is not None and kind.is_receipt:
        if sums.tally.filled:
            yield warning("details", "lines_not_of_type", "205", type=kind.code)
        return
    blank = len(document.details or ()) - sums.tally.filled
    if not sums.tally.filled:
        yield error("details", "lines_missing")
    elif blank:
        yield warning("details", "lines_blank", count=blank)


def vat_category(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A VAT category that exists (api 7.1.2)."""
    if line.vat_category_code is None:
        yield error("vatCategoryCode", "vat_category_missing", "204")
    elif around.codes.vat_rate(line.vat_category_code) is None:
        yield error("vatCategoryCode", "code_unknown", value=line.vat_category_code)


def vat_category_of_type(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Category 8 on the types without VAT, and only there (215, 216)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    category = line.vat_category_code
    if row is None or category is None or category in row.vat_categories:
        return
    if around.codes.vat_rate(category) is None:
        return
    number = "216" if category == NO_VAT else "215"
    yield problem(
        row.vat_certain or row.movement, "vatCategoryCode", "vat_category_not_of_type", number, type=row.code
    )


def exemption(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """VAT 0 % needs a reason (217); the reason goes with it alone (271)."""
    reason = line.vat_exemption_category_code
    if line.vat_category_code == EXEMPT and not reason:
        yield error("vatExemptionCategoryCode", "exemption_missing", "217")
    elif reason and not around.codes.has("vat_exemptions", reason):
        yield error("vatExemptionCategoryCode", "code_unknown", value=reason)
    elif reason and line.vat_category_code not in (None, EXEMPT):
        yield error("vatExemptionCategoryCode", "exemption_not_allowed", "271")


def exemption_fits(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The usual reasons: goods within the Union on 1.2 and what follows it, tax free on tax-free receipts."""
    reason, code = line.vat_exemption_category_code, document.invoice_type_code
    abroad = code in ("1.1", "1.3", "2.1", "2.2", "2.3")
    if reason == UNION_GOODS_REASON and abroad and line.vat_category_code == EXEMPT:
        yield warning("vatExemptionCategoryCode", "exemption_unusual", type=code)
    tax_free = document.special_invoice_category == TAX_FREE
    if line.vat_category_code == EXEMPT and tax_free != (reason == TAX_FREE_REASON):
        yield warning("vatExemptionCategoryCode", "exemption_not_tax_free")


def vat_amount(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """VAT against net x rate: over 1.00 apart is refused (229), anything less is shown."""
    rate = around.codes.vat_rate(line.vat_category_code)
    if line.vat_total is None or rate is None:
        return
    expected = percent_of(amounts.net, rate)
    difference = abs(amounts.vat - expected)
    shown = {"given": amounts.vat, "expected": expected}
    if line.vat_category_code == NO_VAT and amounts.vat:
        yield error("vatTotal", "vat_on_line_without_vat", "218", **shown)
    elif difference:
        certain = difference > VAT_TOLERANCE
        code = "vat_far_from_rate" if certain else "vat_differs"
        yield problem(certain, "vatTotal", code, "229" if certain else "", **shown)


def coded_fields(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Unit and record type hold codes that exist (api 7.1.2); record types 1, 4, 5 are refused (247)."""
    unit = line.measurement_unit_code
    if unit and not around.codes.has("units", unit):
        yield error("measurementUnitCode", "code_unknown", value=unit)
    record = line.record_type_code
    if record in _INACTIVE_RECORDS:
        yield error("recordTypeCode", "record_type_inactive", "247", value=record)
    elif record == RETURN and document.invoice_type_code != "8.6":
        yield error("recordTypeCode", "record_type_not_of_type", "205", value=record)
    elif record is not None and record not in _RECORDS:
        yield error("recordTypeCode", "code_unknown", value=record)


def other_unit(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Unit 7 is named and counted in words of its own (RULES 7)."""
    if line.measurement_unit_code != OTHER_PIECES or not is_summed(line):
        return
    title = (line.other_measurement_unit_title or "").strip()
    if not title:
        yield error("otherMeasurementUnitTitle", "other_unit_incomplete", "230")
    elif len(title) > _TITLE_LENGTH:
        yield error("otherMeasurementUnitTitle", "text_too_long", "262", limit=_TITLE_LENGTH)
    if not line.other_measurement_unit_quantity:
        yield error("otherMeasurementUnitQuantity", "other_unit_incomplete", "230")


def taric(line: Detail, amounts: LineAmounts, document: Document, around: Surroundings) -> Iterator[Problem]:
    """A TARIC number has exactly ten characters (276; RULES 2)."""
    if line.taric_no and len(line.taric_no) != _TARIC_LENGTH:
        yield error("taricNo", "taric_length", "276", value=line.taric_no[:30])


def described(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """What was sold is named (law 4308/2014 art. 9)."""
    if not any(text and text.strip() for text in line.descriptions or ()):
        yield warning("descriptions[0]", "description_missing")


def texts(line: Detail, amounts: LineAmounts, document: Document, around: Surroundings) -> Iterator[Problem]:
    """Texts within the authority's limits (262; RULES 2). It is told what goods are called where they travel;
    elsewhere the provider may shorten."""
    row = around.codes.invoice_type(document.invoice_type_code)
    moves = bool(document.is_delivery_note) or (row is not None and row.movement)
    description = next((text for text in line.descriptions or () if text and text.strip()), None)
    if max(len(description or ""), len(line.code or ""), len(line.remarks or "")) <= _CODE_LENGTH:
        return
    for path, text, limit, certain in (
        ("descriptions[0]", description, _DESCRIPTION_LENGTH, moves),
        ("code", line.code, _CODE_LENGTH, False),
        ("remarks", line.remarks, _REMARKS_LENGTH, False),
    ):
        if text and len(text) > limit:
            yield problem(certain, path, "text_too_long", "262", limit=limit)


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        has_lines,
        (
            Tells("details", "lines_missing"),
            Tells("details", "lines_blank", "", "medium"),
            Tells("details", "lines_not_of_type", "205", "medium"),
        ),
        "high",
        "api 4.1; api 2",
    ),
)
"""Of the lines as a whole."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        vat_category,
        (Tells("vatCategoryCode", "vat_category_missing", "204"), Tells("vatCategoryCode", "code_unknown")),
        "high",
        "RULES 4; api 7.1.2",
    ),
    Rule(
        vat_category_of_type,
        (
            Tells("vatCategoryCode", "vat_category_not_of_type", "215"),
            Tells("vatCategoryCode", "vat_category_not_of_type", "216"),
        ),
        "high",
        "RULES 3, 7",
    ),
    Rule(
        exemption,
        (
            Tells("vatExemptionCategoryCode", "exemption_missing", "217"),
            Tells("vatExemptionCategoryCode", "code_unknown"),
            Tells("vatExemptionCategoryCode", "exemption_not_allowed", "271"),
        ),
        "high",
        "RULES 4",
    ),
    Rule(
        exemption_fits,
        (
            Tells("vatExemptionCategoryCode", "exemption_unusual"),
            Tells("vatExemptionCategoryCode", "exemption_not_tax_free"),
        ),
        "medium",
        "RULES 4",
    ),
    Rule(
        vat_amount,
        (
            Tells("vatTotal", "vat_on_line_without_vat", "218"),
            Tells("vatTotal", "vat_far_from_rate", "229"),
            Tells("vatTotal", "vat_differs", "", "medium"),
        ),
        "high",
        "RULES 4; api 3.1",
        only_with=frozenset({"vat_total"}),
    ),
    Rule(
        coded_fields,
        (
            Tells("measurementUnitCode", "code_unknown"),
            Tells("recordTypeCode", "record_type_inactive", "247"),
            Tells("recordTypeCode", "record_type_not_of_type", "205"),
            Tells("recordTypeCode", "code_unknown"),
        ),
        "high",
        "RULES 5; api 7.1.2",
        only_with=frozenset({"measurement_unit_code", "record_type_code"}),
    ),
    Rule(
        other_unit,
        (
            Tells("otherMeasurementUnitTitle", "other_unit_incomplete", "230"),
            Tells("otherMeasurementUnitTitle", "text_too_long", "262"),
            Tells("otherMeasurementUnitQuantity", "other_unit_incomplete", "230"),
        ),
        "high",
        "RULES 7",
        only_with=frozenset({"measurement_unit_code"}),
    ),
    Rule(
        taric,
        (Tells("taricNo", "taric_length", "276"),),
        "high",
        "RULES 2",
        only_with=frozenset({"taric_no"}),
    ),
    Rule(described, (Tells("descriptions[]", "description_missing"),), "medium", "law 4308/2014 art. 9"),
    Rule(
        texts,
        tuple(Tells(path, "text_too_long", "262") for path in ("descriptions[]", "code", "remarks")),
        "high",
        "RULES 2",
    ),
)
"""Of one line; their paths are relative to it."""
