"""What documents are made from: the published tables, asked as a generator asks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

TODAY = "2026-11-23"
"""Monday; the clock of the practice provider stands at 10:30 in Athens."""

TYPES = (
    *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "5.1", "5.2"),
    *("6.1", "6.2", "7.1", "8.1", "8.2", "8.4", "8.5", "8.6", "9.1", "9.2", "9.3", "10.1", "10.2"),
    *("11.1", "11.2", "11.3", "11.4", "11.5"),
)
"""Every type of the provider channel."""
POS_RECEIPTS = ("8.4", "8.5")
MOVEMENTS = ("9.1", "9.2", "9.3", "10.1", "10.2")
SERVICES = ("2.1", "2.2", "2.3", "7.1", "8.1", "8.2", "11.2")
"""Types that take no quantity (RULES 3)."""
AS_CORRELATED = {"1.6": "1.1", "2.4": "2.1", "5.1": "1.1"}
EUROPEAN = {"DE": "DE123456789", "FR": "FR12345678901", "IT": "IT00743110157", "CY": "CY10259033P"}
"""Two without the check digits that their states give, two with them."""
FAR = {"US": "US99123", "CH": "CHE123456789", "GB": "GB123456789", "JP": "JP5700"}

TAX_MEMBERS = {
    "1": ("withheldAmount", "withheldPercentCategoryCode", "withholding"),
    "2": ("feesAmount", "feesPercentCategoryCode", "fees"),
    "3": ("otherTaxesAmount", "otherTaxesPercentCategoryCode", "other_taxes"),
    "4": ("stampDutyAmount", "stampDutyPercentCategoryCode", "stamp_duty"),
    "5": ("deductionsAmount", "", ""),
}

Json = dict[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]


class Facts:
    """The tables by what a generator looks for."""

    def __init__(self, tables: Tables) -> None:
        self.types = {str(row["code"]): row for row in tables["invoice_types"]}
        self.rates = {str(row["code"]): row["rate"] for row in tables["vat_categories"]}
        self.exemptions = [str(row["code"]) for row in tables["vat_exemptions"]]
        self.categories = {
            kind: [row for row in tables[table] if row.get("selectable") is not False]
            for kind, (_amount, _category, table) in TAX_MEMBERS.items()
            if table
        }
        self.pairs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for row in tables["classification_combinations"]:
            if row["category"] != "*":
                pair = (str(row["category"]), str(row["type"] or ""))
                self.pairs[str(row["invoice_type"]), str(row["side"])].append(pair)
        self.every_pair = {
            side: sorted(
                {pair for (_type, known), pairs in self.pairs.items() if known == side for pair in pairs}
            )
            for side in ("income", "expense")
        }
        self.purposes = [str(row["code"]) for row in tables["move_purposes"] if row["selectable"]]
        self.dead_purposes = [str(row["code"]) for row in tables["move_purposes"] if not row["selectable"]]
        self.fuels = [str(row["code"]) for row in tables["fuel_codes"] if str(row["code"]) != "999"]

    def side(self, code: str) -> str:
        """The side on which the issuer of a type classifies."""
        expense = self.types[code]["expense_sent_by_issuer"] and code != "1.5"
        return "expense" if expense else "income"

    def pairs_of(self, code: str, side: str) -> list[tuple[str, str]]:
        """The pairs that a type may carry; 1.6, 2.4 and 5.1 those of the type they correct."""
        return [
            pair
            for pair in self.pairs[AS_CORRELATED.get(code, code), side]
            if not pair[1].startswith(("VAT_", "NOT_VAT_"))
        ]

    def vat_categories(self, code: str) -> list[str]:
        return [str(category) for category in self.types[code]["vat_categories"]]

    def rate(self, category: str) -> Decimal:
        """Per cent; none for records without VAT."""
        rate = self.rates[category]
        return Decimal(str(rate)) if rate is not None else Decimal(0)

    def percentage(self, kind: str, rng: Random) -> Mapping[str, Any]:
        """A category of a tax that is a percentage of its base, of at most 30."""
        rows = [
            r for r in self.categories[kind] if r.get("rate") is not None and Decimal(str(r["rate"])) <= 30
        ]
        return rng.choice(rows)

    def fixed(self, kind: str, rng: Random) -> Mapping[str, Any]:
        """A category of a tax whose amount is typed."""
        return rng.choice([row for row in self.categories[kind] if row.get("rate") is None])
