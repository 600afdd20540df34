"""Looks things up in the authority's code tables, as they were handed to the practice provider."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NEEDED_TABLES = (
    "classification_combinations",
    "countries",
    "currencies",
    "expense_classifications",
    "fees",
    "fuel_codes",
    "income_classifications",
    "invoice_detail_types",
    "invoice_types",
    "move_purposes",
    "other_taxes",
    "packaging_types",
    "payment_methods",
    "rec_types",
    "reverse_delivery_note_purposes",
    "special_invoice_categories",
    "stamp_duty",
    "transport_types",
    "units",
    "vat_categories",
    "vat_exemptions",
    "withholding",
)


class CodeTables:
    """The tables by name; a row is found by its code.

    Raises ValueError when a needed table is missing: a practice provider without a table would let everything
    through that the table forbids.
    """

    def __init__(self, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        missing = [name for name in NEEDED_TABLES if not tables.get(name)]
        if missing:
            raise ValueError(f"code tables missing: {', '.join(missing)}")
        self._rows = {
            name: {str(row["code"]): row for row in tables[name]}
            for name in NEEDED_TABLES
            if name != "classification_combinations"
        }
        self._pairs = _pairs(tables["classification_combinations"])

    def has(self, table: str, code: str) -> bool:
        return code in self._rows[table]

    def row(self, table: str, code: str) -> Mapping[str, object]:
        """The row of a code, empty when there is none."""
        return self._rows[table].get(code, {})

    def invoice_type(self, code: str) -> Mapping[str, object]:
        return self.row("invoice_types", code)

    def rate(self, table: str, code: str) -> Decimal | None:
        """The percentage of a category, None for one that is an amount or for no category."""
        rate = self.row(table, code).get("rate")
        return None if rate is None else Decimal(str(rate))

    def pairs(self, invoice_type: str, side: str) -> frozenset[tuple[str, str]]:
        """The (category, type) pairs of classifications a document type may carry on `side`.

        The type is "" where the category goes alone. Empty when nothing is known; ("*", "*") stands for
        whatever the credited document carried.
        """
        return self._pairs.get((invoice_type, side), frozenset())

    def pair_exists(self, side: str, pair: tuple[str, str]) -> bool:
        """Whether any document type may carry the pair."""
        return any(pair in pairs for (_type, known), pairs in self._pairs.items() if known == side)


def _pairs(
    rows: Sequence[Mapping[str, object]],
) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        key = (str(row["invoice_type"]), str(row["side"]))
        found[key].add((str(row["category"]), str(row["type"] or "")))
    return {key: frozenset(pairs) for key, pairs in found.items()}
