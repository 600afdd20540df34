"""The tax authority's code tables, typed and frozen; each table is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

Row = Mapping[str, object]
Side = Literal["income", "expense"]
Pair = tuple[str, str | None]
"""(classification category, classification type); the type is None where the category goes alone."""

ANY = "*"
"""In a pair: as the correlated document has it (1.6, 2.4, 5.1)."""

NO_VAT = 8
"""VAT category: a document without VAT at all (rate None in the table)."""
EXEMPT = 7
"""VAT category: 0 % with a reason, which must be named (217)."""


@dataclass(frozen=True, slots=True)
class TaxKind:
    """One of the five taxes beside VAT (RULES 5). `sign` is its effect on the gross value.

    The names are the attributes of Detail (amount, category) and the table of categories; deductions
    have no categories.
    """

    code: int
    sign: int
    amount: str
    category: str | None
    table: str | None
    field: str


WITHHELD = TaxKind(1, -1, "withheld_amount", "withheld_percent_category_code", "withholding", "withheld")
FEES = TaxKind(2, +1, "fees_amount", "fees_percent_category_code", "fees", "fees")
OTHER_TAXES = TaxKind(
    3, +1, "other_taxes_amount", "other_taxes_percent_category_code", "other_taxes", "other_taxes"
)
STAMP_DUTY = TaxKind(
    4, +1, "stamp_duty_amount", "stamp_duty_percent_category_code", "stamp_duty", "stamp_duty"
)
DEDUCTIONS = TaxKind(5, -1, "deductions_amount", None, None, "deductions")

TAX_KINDS = (WITHHELD, FEES, OTHER_TAXES, STAMP_DUTY, DEDUCTIONS)
TAX_KIND_BY_CODE = {kind.code: kind for kind in TAX_KINDS}


@dataclass(frozen=True, slots=True)
class InvoiceType:
    """One document type: what it must, may and must not carry. Values as in invoice_types.json."""

    code: str
    label_el: str
    label_en: str
    provider_channel: bool
    counterpart: str
    counterpart_certain: bool
    counterpart_country: str
    is_credit: bool
    is_retail: bool
    correlated_invoices: str
    vat_categories: frozenset[int]
    vat_certain: bool
    payment_methods: str
    payment_certain: bool
    income_classification: str
    expense_classification: str
    expense_sent_by_issuer: bool
    movement: bool
    multiple_connected_marks: str
    delivery_note_flag: bool

    @property
    def side(self) -> Side:
        """Which classification the issuer of this type sends."""
        return "expense" if self.expense_sent_by_issuer else "income"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a code table, as a person chooses it."""

    code: str
    label: str


class CodeTables:
    """All tables by name (the file's stem in resources/codes). `load` gives a table's raw rows."""

    def __init__(self, load: Callable[[str], Sequence[Row]]) -> None:
        self._load = load
        self._rows: dict[str, Mapping[str, Row]] = {}
        self._pairs: dict[tuple[str, Side], frozenset[Pair]] = {}
        self._rates: dict[tuple[str, int], Decimal | None] = {}
        self._types: dict[str, InvoiceType | None] = {}

    def rows(self, table: str) -> Mapping[str, Row]:
        """The rows of `table` by code, in their order. Raises KeyError for a table that is not there."""
        if table not in self._rows:
            self._rows[table] = {str(row["code"]): row for row in self._load(table)}
        return self._rows[table]

    def has(self, table: str, code: object) -> bool:
        """Whether `code` (a number or a text) stands in `table`."""
        return str(code) in self.rows(table)

    def choices(self, table: str, language: str) -> list[Choice]:
        """The rows that a person may choose, labelled in `language` ("el" or "en").

        Beside the tables themselves: "income_categories", "income_types", "expense_categories",
        "expense_types", and "provider_types" (the document types that a provider carries).
        """
        label = f"label_{language}"
        rows = self._selectable(table)
        return [Choice(str(row["code"]), str(row.get(label) or row["code"])) for row in rows]

    def _selectable(self, table: str) -> list[Row]:
        side, _, part = table.rpartition("_")
        if side in ("income", "expense") and part in ("categories", "types"):
            kind = "category" if part == "categories" else "type"
            return [r for r in self.rows(f"{side}_classifications").values() if r["kind"] == kind]
        if table == "provider_types":
            return [r for r in self.rows("invoice_types").values() if r["provider_channel"]]
        return [
            r
            for r in self.rows(table).values()
            if r.get("selectable", True) and r.get("active", True) and not r.get("obsolete", False)
        ]

    def vat_rate(self, category: int | None) -> Decimal | None:
        """Per cent of a VAT category; 0 for "without VAT"; None for a category that does not exist."""
        if category is None:
            return None
        key = ("vat_categories", category)
        if key not in self._rates:
            row = self.rows("vat_categories").get(str(category))
            self._rates[key] = None if row is None else Decimal(str(row["rate"] or "0"))
        return self._rates[key]

    def tax_rate(self, table: str | None, category: int | None) -> Decimal | None:
        """Per cent of a tax category; None where the amount is typed, not computed."""
        if table is None or category is None:
            return None
        key = (table, category)
        if key not in self._rates:
            row = self.rows(table).get(str(category))
            percent = row is not None and row["kind"] == "percent"
            self._rates[key] = Decimal(str(row["rate"])) if row is not None and percent else None
        return self._rates[key]

    def invoice_type(self, code: str | None) -> InvoiceType | None:
        """None for a type that does not exist."""
        if code is None:
            return None
        if code not in self._types:
            row = self.rows("invoice_types").get(code)
            self._types[code] = None if row is None else _invoice_type(row)
        return self._types[code]

    def pairs(self, type_code: str, side: Side) -> frozenset[Pair]:
        """The classification pairs that a document type may carry on one side (RULES 8)."""
        return self._all_pairs.get((type_code, side), frozenset())

    @cached_property
    def _all_pairs(self) -> Mapping[tuple[str, Side], frozenset[Pair]]:
        found: dict[tuple[str, Side], set[Pair]] = {}
        for row in self._load("classification_combinations"):
            side: Side = "income" if row["side"] == "income" else "expense"
            pair_type = row["type"]
            pair = (str(row["category"]), None if pair_type is None else str(pair_type))
            found.setdefault((str(row["invoice_type"]), side), set()).add(pair)
        return {key: frozenset(pairs) for key, pairs in found.items()}


def _invoice_type(row: Row) -> InvoiceType:
    categories = row["vat_categories"]
    assert isinstance(categories, Sequence)
    return InvoiceType(
        code=str(row["code"]),
        label_el=str(row["label_el"]),
        label_en=str(row["label_en"]),
        provider_channel=bool(row["provider_channel"]),
        counterpart=str(row["counterpart"]),
        counterpart_certain=row["counterpart_certainty"] == "high",
        counterpart_country=str(row["counterpart_country"]),
        is_credit=bool(row["is_credit"]),
        is_retail=str(row["code"]).startswith("11."),
        correlated_invoices=str(row["correlated_invoices"]),
        vat_categories=frozenset(int(str(c)) for c in categories),
        vat_certain=row["vat_certainty"] == "high",
        payment_methods=str(row["payment_methods"]),
        payment_certain=row["payment_certainty"] == "high",
        income_classification=str(row["income_classification"]),
        expense_classification=str(row["expense_classification"]),
        expense_sent_by_issuer=bool(row["expense_sent_by_issuer"]),
        movement=bool(row["movement"]),
        multiple_connected_marks=str(row["multiple_connected_marks"]),
        delivery_note_flag=bool(row["delivery_note_flag"]),
    )
