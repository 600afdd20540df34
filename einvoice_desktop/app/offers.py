"""Which rows of a code table a document's type, customer and row have: narrowed by the tables, not by code.

What a column of medium or low certainty leaves out stays to be had, below what is usual.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.customer_kind import ANYWHERE, country_group, fits, kind_of, trade_of
from einvoice_desktop.domain.codes import ANY, EXEMPT
from einvoice_desktop.domain.fields import get_value

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables, InvoiceType, Side
    from einvoice_desktop.domain.document import Document


class Offer(NamedTuple):
    """`codes` come first, in this order; nothing else is offered where that is `certain`."""

    codes: tuple[str, ...]
    certain: bool = False


class Wanted(NamedTuple):
    """What an offer depends on: a document, its type, and the path of the field that takes the code."""

    document: Document
    type: InvoiceType
    codes: CodeTables
    table: str
    path: str


Narrow = Callable[[Wanted], "Offer | None"]


def offer(document: Document, codes: CodeTables, table: str, path: str) -> Offer | None:
    """The rows of `table` for the field at `path`; None where all are alike."""
    if table == "provider_types":
        return _types(document, codes)
    row = codes.invoice_type(document.invoice_type_code)
    if row is None:
        return None
    wanted = Wanted(document, row, codes, table, path)
    side, _, part = table.rpartition("_")
    if side in ("income", "expense") and part in _CLASSIFIED:
        return _CLASSIFIED[part](wanted)
    return _NARROWED.get(table, _by_types)(wanted)


def _types(document: Document, codes: CodeTables) -> Offer:
    """Those for the kind of customer; the usual ones of all trades first."""
    kind = kind_of(document, codes)
    fitting = [row.code for row in codes.offered_types if fits(kind, row)]
    usual = [code for code in dict.fromkeys(kind.types.values()) if code in fitting]
    return Offer((*usual, *(code for code in fitting if code not in usual)))


def _vat(wanted: Wanted) -> Offer:
    allowed = wanted.type.vat_categories
    rows = (code for code in wanted.codes.rows("vat_categories") if int(code) in allowed)
    return Offer(tuple(rows), wanted.type.vat_certain)


def _exemptions(wanted: Wanted) -> Offer | None:
    """The usual reasons for such a customer; a rate above 0 has none."""
    category = get_value(wanted.document, f"{_row(wanted.path)}.vatCategoryCode")
    usual = kind_of(wanted.document, wanted.codes).exemptions
    trade = trade_of(wanted.type.code, wanted.codes)
    return Offer(usual.get(trade, ())) if category in (None, EXEMPT) and usual.get(trade) else None


def _side(table: str) -> Side:
    return "income" if table.startswith("income") else "expense"


def _categories(wanted: Wanted) -> Offer | None:
    pairs = wanted.codes.pairs(wanted.type.code, _side(wanted.table))
    if not pairs or any(ANY in pair for pair in pairs):
        return None
    held = {category for category, _ in pairs}
    return Offer(tuple(code for code in _in_order(wanted) if code in held), certain=True)


def _classification_types(wanted: Wanted) -> Offer | None:
    """Those that go with the row's category; every one of the type's where it has none yet."""
    pairs = wanted.codes.pairs(wanted.type.code, _side(wanted.table))
    if not pairs or any(ANY in pair for pair in pairs):
        return None
    head = wanted.path.rpartition(".")[0]
    category = get_value(wanted.document, f"{head}.classificationCategoryCode")
    held = {kind for held, kind in pairs if kind and category in (None, held)}
    usual = kind_of(wanted.document, wanted.codes).income_types.values()
    rows = [code for code in _in_order(wanted) if code in held]
    rows.sort(key=lambda code: code not in usual)
    return Offer(tuple(rows), certain=category is not None)


def _in_order(wanted: Wanted) -> Sequence[str]:
    return [choice.code for choice in wanted.codes.choices(wanted.table, "en")]


def _countries(wanted: Wanted) -> Offer | None:
    """Of the customer: those that his kind can be in."""
    where = wanted.type.counterpart_country
    if not wanted.path.startswith("counterParty.") or where in (ANYWHERE, ANY):
        return None
    rows = wanted.codes.rows("countries")
    return Offer(tuple(code for code in rows if country_group(code, wanted.codes) == where))


def _currencies(wanted: Wanted) -> Offer:
    """The euro, and the few that offices meet."""
    known = wanted.codes.rows("currencies")
    return Offer(tuple(code for code in ("EUR", "USD", "GBP", "CHF") if code in known))


def _by_types(wanted: Wanted) -> Offer | None:
    """A table whose rows name the types that have them."""
    if wanted.table not in _NAMING_TYPES:
        return None
    rows = wanted.codes.rows(wanted.table)
    named = [(code, rows[code].get("invoice_types")) for code in _in_order(wanted)]
    fitting = [code for code, types in named if types is None or wanted.type.code in _listed(types)]
    return Offer(tuple(fitting))


def _listed(types: object) -> Sequence[object]:
    return types if isinstance(types, list | tuple) else ()


def _row(path: str) -> str:
    """The row of a list that a field stands in ("details[2]")."""
    found = re.match(r"^.*?\[\d+\]", path)
    return found.group() if found else path.rpartition(".")[0]


_NAMING_TYPES = frozenset({"invoice_detail_types", "special_invoice_categories", "rec_types"})
_CLASSIFIED: dict[str, Narrow] = {"categories": _categories, "types": _classification_types}
_NARROWED: dict[str, Narrow] = {
    "vat_categories": _vat,
    "vat_exemptions": _exemptions,
    "countries": _countries,
    "currencies": _currencies,
}
