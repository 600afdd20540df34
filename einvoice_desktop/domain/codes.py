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


Certainty = Literal["high", "medium", "low"]
"""How well a fact of the tables is attested: only what is `high` may stop an issue."""

RECEIPT_TYPES = frozenset({"8.4", "8.5"})
"""POS receipts: flat, without lines, sent to /Receipt (api 2)."""


@dataclass(frozen=True, slots=True)
class InvoiceType:
    """One document type: what it must, may and must not carry. Values as in invoice_types.json.

    Columns without a certainty of their own (`self_pricing`, `fuel`, `delivery_note_flag`, `tax_free`,
    `multiple_connected_marks`) come from one good source (RULES 3).
    """

    code: str
    label_el: str
    label_en: str
    provider_channel: bool
    counterpart: str
    counterpart_certainty: Certainty
    counterpart_country: str
    is_credit: bool
    correlated_invoices: str
    vat_categories: frozenset[int]
    vat_certainty: Certainty
    payment_methods: str
    payment_certainty: Certainty
    quantity: str
    quantity_certainty: Certainty
    income_classification: str
    expense_classification: str
    expense_sent_by_issuer: bool
    self_pricing: bool
    fuel: bool
    movement: bool
    multiple_connected_marks: str
    delivery_note_flag: bool
    tax_free: bool

    @property
    def side(self) -> Side:
        """Which classification the issuer of this type sends."""
        return "expense" if self.expense_sent_by_issuer else "income"

    @property
    def is_retail(self) -> bool:
        """11.x: to whom it goes is not told."""
        return self.code.startswith("11.")

    @property
    def is_receipt(self) -> bool:
        """Whether it has no lines and goes to /Receipt."""
        return self.code in RECEIPT_TYPES

    @property
    def is_order(self) -> bool:
        """8.6: a restaurant's order form."""
        return self.code == "8.6"

    @property
    def counterpart_certain(self) -> bool:
        """Whether the counterpart column may stop an issue."""
        return self.counterpart_certainty == "high"

    @property
    def vat_certain(self) -> bool:
        """Whether the column of VAT categories may stop an issue."""
        return self.vat_certainty == "high"

    @property
    def payment_certain(self) -> bool:
        """Whether the payments column may stop an issue."""
        return self.payment_certainty == "high"


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

    @cached_property
    def offered_types(self) -> tuple[InvoiceType, ...]:
        """The types that a provider carries, in the table's order."""
        known = (self.invoice_type(code) for code in self.rows("invoice_types"))
        return tuple(kind for kind in known if kind is not None and kind.provider_channel)

    def pairs(self, type_code: str, side: Side) -> frozenset[Pair]:
        """The classification pairs that a document type may carry on one side (RULES 8)."""
        return self._all_pairs.get((type_code, side), frozenset())

    def pair_exists(self, side: Side, pair: tuple[str | None, str | None]) -> bool:
        """Whether any document type may carry the pair on that side."""
        return any(pair in pairs for (_, other), pairs in self._all_pairs.items() if other == side)

    @cached_property
    def _all_pairs(self) -> Mapping[tuple[str, Side], frozenset[Pair]]:
        found: dict[tuple[str, Side], set[Pair]] = {}
        for row in self._load("classification_combinations"):
            side: Side = "income" if row["side"] == "income" else "expense"
            # One row of the table says "" where the others say null.
            pair = (str(row["category"]), str(row["type"]) if row["type"] else None)
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
        counterpart_certainty=_certainty(row, "counterpart"),
        counterpart_country=str(row["counterpart_country"]),
        is_credit=bool(row["is_credit"]),
        correlated_invoices=str(row["correlated_invoices"]),
        vat_categories=frozenset(int(str(c)) for c in categories),
        vat_certainty=_certainty(row, "vat"),
        payment_methods=str(row["payment_methods"]),
        payment_certainty=_certainty(row, "payment"),
        quantity=str(row["quantity"]),
        quantity_certainty=_certainty(row, "quantity"),
        income_classification=str(row["income_classification"]),
        expense_classification=str(row["expense_classification"]),
        expense_sent_by_issuer=bool(row["expense_sent_by_issuer"]),
        self_pricing=bool(row["self_pricing"]),
        fuel=bool(row["fuel"]),
        movement=bool(row["movement"]),
        multiple_connected_marks=str(row["multiple_connected_marks"]),
        delivery_note_flag=bool(row["delivery_note_flag"]),
        tax_free=bool(row["tax_free"]),
    )


def _certainty(row: Row, column: str) -> Certainty:
    """What the table says of the column; a word that is not there counts as the weakest."""
    match row.get(f"{column}_certainty"):
        case "high":
            return "high"
        case "medium":
            return "medium"
        case _:
            return "low"
