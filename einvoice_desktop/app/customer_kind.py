"""What kind of customer a document goes to, as its type, country and kind of document tell.

The table decides (resources/codes/customer_kinds.json): the kind itself stands nowhere in a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables, InvoiceType
    from einvoice_desktop.domain.document import Document

TABLE = "customer_kinds"
GREECE, UNION, BEYOND, ANYWHERE = "GR", "EU_not_GR", "non_EU", "any"
"""Where a customer can be, as the table of types spells it."""
_PREFIX = 2


@dataclass(frozen=True)
class CustomerKind:
    """One row of the table. `types`, by trade, are what such a customer usually gets."""

    code: str
    country: str | None
    counterpart_country: str
    anonymous: bool
    document_type: str
    types: Mapping[str, str]
    invoice_types: tuple[str, ...] | None
    exemptions: Mapping[str, tuple[str, ...]]
    income_types: Mapping[str, str]
    payment_method: int

    @property
    def to_the_state(self) -> bool:
        """Whether it is known by the kind of document."""
        return self.document_type != "INVOICE"


@lru_cache(maxsize=4)
def customer_kinds(codes: CodeTables) -> Mapping[str, CustomerKind]:
    """All kinds by code, in the table's order."""
    return {code: _kind(row) for code, row in codes.rows(TABLE).items()}


def _kind(row: Mapping[str, object]) -> CustomerKind:
    only, country = row["invoice_types"], row["country"]
    return CustomerKind(
        code=str(row["code"]),
        country=None if country is None else str(country),
        counterpart_country=str(row["counterpart_country"]),
        anonymous=bool(row["anonymous"]),
        document_type=str(row["document_type"]),
        types=_texts(row["types"]),
        invoice_types=tuple(map(str, only)) if isinstance(only, list | tuple) else None,
        exemptions=_lists(row["exemptions"]),
        income_types=_texts(row["income_types"]),
        payment_method=int(str(row["payment_method"])),
    )


def _texts(given: object) -> Mapping[str, str]:
    return {str(k): str(v) for k, v in given.items()} if isinstance(given, Mapping) else {}


def _lists(given: object) -> Mapping[str, tuple[str, ...]]:
    return {str(k): tuple(map(str, v)) for k, v in given.items()} if isinstance(given, Mapping) else {}


# --- reading -----------------------------------------------------------------------------------------


def kind_of(document: Document, codes: CodeTables) -> CustomerKind:
    """The kind that a document's own fields tell."""
    kinds = list(customer_kinds(codes).values())
    b2g = document.b2g_details
    named = b2g is not None and bool(b2g.contracting_authority_code)
    row = codes.invoice_type(document.invoice_type_code)
    for kind in kinds:
        told = kind.to_the_state and (named or document.document_type_code == kind.document_type)
        if told and (row is None or fits(kind, row)):
            return kind
    party = document.counter_party
    anonymous = row is not None and (
        row.counterpart == "forbidden" or (row.counterpart == "optional" and not (party and party.vat))
    )
    group = _group_of_type(row) or country_group(country_of(document), codes)
    fitting = (kind for kind in kinds if not kind.to_the_state and kind.anonymous == anonymous)
    return next((kind for kind in fitting if anonymous or kind.counterpart_country == group), kinds[0])


def _group_of_type(row: InvoiceType | None) -> str | None:
    return None if row is None or row.counterpart_country == ANYWHERE else row.counterpart_country


def country_of(document: Document) -> str | None:
    """Where the customer is; None where nothing is said."""
    party = document.counter_party
    return party.address.country_code if party and party.address else None


def country_group(country: str | None, codes: CodeTables) -> str:
    """Greece, the Union or beyond, as the table of types spells them; Greece where nothing is said."""
    if not country or country == GREECE:
        return GREECE
    row = codes.rows("countries").get(country)
    return UNION if row is not None and row["eu"] else BEYOND


def country_of_vat(vat: object, codes: CodeTables) -> str | None:
    """The country whose prefix a VAT number has (EL094014201 is Greek); None where it has none."""
    prefix = vat[:2].upper() if isinstance(vat, str) else ""
    if len(prefix) < _PREFIX or not (prefix.isascii() and prefix.isalpha()):
        return None
    rows = codes.rows("countries").items()
    return next((code for code, row in rows if row["vat_prefix"] == prefix), None)


def fits(kind: CustomerKind, row: InvoiceType) -> bool:
    """Whether a document type can go to such a customer."""
    if kind.invoice_types is not None:
        return row.code in kind.invoice_types
    if kind.anonymous:
        return row.counterpart not in ("required", "required_self")
    if row.counterpart == "forbidden":
        return False
    return row.counterpart_country in (ANYWHERE, kind.counterpart_country)


def trade_of(type_code: str | None, codes: CodeTables) -> str:
    """Which trade a type is usual for: "goods", "services", …; goods where no kind says."""
    for kind in customer_kinds(codes).values():
        for trade, code in kind.types.items():
            if code == type_code:
                return trade
    row = codes.invoice_type(type_code)
    return "services" if row is not None and row.quantity == "forbidden" else "goods"


def usual_type(kind: CustomerKind, type_code: str | None, codes: CodeTables) -> str | None:
    """The type that a document of `type_code` has for such a customer: itself where that can be."""
    row = codes.invoice_type(type_code)
    if row is not None and fits(kind, row):
        return type_code
    return kind.types.get(trade_of(type_code, codes))
