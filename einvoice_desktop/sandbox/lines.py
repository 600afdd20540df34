"""The lines of a document and the taxes on them, as the practice provider reads them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.sandbox.fields import Node

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TaxKind:
    """A tax beside VAT: `sign` is its effect on the gross, the names are members of line and summaries."""

    code: str
    sign: int
    line_amount: str
    line_category: str
    summary: str
    table: str


TAX_KINDS = (
    TaxKind("1", -1, "withheldAmount", "withheldPercentCategoryCode", "totalWithheldAmount", "withholding"),
    TaxKind("2", 1, "feesAmount", "feesPercentCategoryCode", "totalFeesAmount", "fees"),
    TaxKind(
        "3", 1, "otherTaxesAmount", "otherTaxesPercentCategoryCode", "totalOtherTaxesAmount", "other_taxes"
    ),
    TaxKind("4", 1, "stampDutyAmount", "stampDutyPercentCategoryCode", "totalStampDutyAmount", "stamp_duty"),
    TaxKind("5", -1, "deductionsAmount", "", "totalDeductionsAmount", ""),
)
TAX_KIND = {kind.code: kind for kind in TAX_KINDS}

LINE_CODE_TABLES = (
    ("vatCategoryCode", "vat_categories"),
    ("vatExemptionCategoryCode", "vat_exemptions"),
    ("measurementUnitCode", "units"),
    ("recordTypeCode", "rec_types"),
    ("invoiceDetailTypeCode", "invoice_detail_types"),
    ("fuelCode", "fuel_codes"),
    ("movePurposeLineCode", "move_purposes"),
    *((kind.line_category, kind.table) for kind in TAX_KINDS if kind.line_category),
)
"""Members of a line that hold a code, with the table it must stand in."""

_ZERO_IS_A_CODE = frozenset({"vatCategoryCode"})


def optional_code(node: Node, name: str) -> str:
    """The published samples send 0 where an optional code has no value."""
    code = node.code(name)
    return "" if code == "0" and name not in _ZERO_IS_A_CODE else code


@dataclass(frozen=True, slots=True)
class Classification:
    category: str
    type: str
    amount: Decimal | None

    @property
    def without_category(self) -> bool:
        """VAT_36x and NOT_VAT_295 are expense types that carry no category (315)."""
        return self.type.startswith(("VAT_", "NOT_VAT_"))


@dataclass(frozen=True, slots=True)
class LineTax:
    """`given` is False when no amount stands there; it is 0 then."""

    amount: Decimal
    category: str
    given: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of `details`. `counted` is False for informative and hidden rows, which stand in no sum."""

    path: str
    label: str
    counted: bool
    description: str
    quantity: Decimal | None
    net: Decimal
    vat: Decimal
    total: Decimal | None
    codes: Mapping[str, str]
    taxes: Mapping[str, LineTax]
    income: tuple[Classification, ...]
    expense: tuple[Classification, ...]
    cpv: str
    unit_en: str
    taric: str
    allowances: tuple[str, ...]
    other_unit_title: str
    other_unit_quantity: Decimal | None

    @property
    def vat_category(self) -> str:
        return self.codes["vatCategoryCode"]

    @property
    def record_type(self) -> str:
        return self.codes["recordTypeCode"]


def read_line(node: Node) -> Line:
    expenses = [node.node("expensesClassification"), *node.nodes("expensesClassifications")]
    incomes = [node.node("incomeClassification"), *node.nodes("incomeClassifications")]
    return Line(
        path=node.path,
        label=node.code("lineNo"),
        counted=not (node.flag("isInformative") or node.flag("isHidden")),
        description=" ".join(node.texts("descriptions")),
        quantity=node.amount("quantity"),
        net=node.amount("netTotal") or ZERO,
        vat=node.amount("vatTotal") or ZERO,
        total=node.amount("total"),
        codes={name: optional_code(node, name) for name, _table in LINE_CODE_TABLES},
        taxes={kind.code: _line_tax(node, kind) for kind in TAX_KINDS},
        income=read_classifications(incomes),
        expense=read_classifications(expenses),
        cpv=node.code("cpvCode"),
        unit_en=node.code("measurementUnitCodeEN"),
        taric=node.code("taricNo"),
        allowances=allowance_types(node),
        other_unit_title=node.text("otherMeasurementUnitTitle").strip(),
        other_unit_quantity=node.amount("otherMeasurementUnitQuantity"),
    )


def _line_tax(node: Node, kind: TaxKind) -> LineTax:
    category = optional_code(node, kind.line_category) if kind.line_category else ""
    amount = node.amount(kind.line_amount)
    return LineTax(amount or ZERO, category, amount is not None)


def allowance_types(node: Node) -> tuple[str, ...]:
    """The types of the discounts and charges of a line, or of a document."""
    return tuple(item.code("type") for item in node.nodes("allowancesCharges"))


def read_classifications(nodes: list[Node]) -> tuple[Classification, ...]:
    """The samples send members with null or "" for no classification: these are none."""
    found = [
        Classification(
            node.code("classificationCategoryCode"),
            node.code("classificationTypeCode"),
            node.amount("amount") or None,
        )
        for node in nodes
    ]
    return tuple(item for item in found if item.category or item.type)
