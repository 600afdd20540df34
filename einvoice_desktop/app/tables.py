"""What people take out into a spreadsheet: documents, figures, customers, items, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from einvoice_desktop.app.cancelling import is_cancelled
from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.figures import Figures, Total, turnover_sign
from einvoice_desktop.app.item_book import KeptItem
from einvoice_desktop.app.paper.stamp import Environment
from einvoice_desktop.app.ports.tables import CellKind, Table, TableCell
from einvoice_desktop.app.table_words import columns_of, word
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.parties import Address
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums

Kinds = Sequence[tuple[str, CellKind]]
_SUM_KINDS: Kinds = tuple((name, "money") for name in SUM_NAMES)
_DOCUMENT: Kinds = (
    ("date", "date"),
    ("type", "text"),
    ("type_name", "text"),
    ("series", "text"),
    ("number", "text"),
    ("customer", "text"),
    ("vat_number", "text"),
    *_SUM_KINDS,
    ("currency", "text"),
    ("sign", "whole"),
    ("state", "text"),
    ("mark", "text"),
    ("uid", "text"),
    ("authentication_code", "text"),
    ("url", "text"),
    ("issuer_vat", "text"),
    ("branch", "whole"),
)
_CUSTOMER: Kinds = tuple(
    (key, "text")
    for key in (
        *("code", "name", "brand", "card_vat", "branch", "tax_office", "activity"),
        *("street", "street_number", "postal_code", "city", "country", "phones", "emails", "notes"),
    )
)
_ITEM: Kinds = (
    ("code", "text"),
    ("description", "text"),
    ("unit", "text"),
    ("price", "money"),
    ("vat_category", "text"),
    ("exemption", "text"),
    ("notes", "text"),
)


def label_of(codes: CodeTables, table: str, code: object, language: Language) -> str:
    """What a table calls a code; the code itself where it does not know it."""
    row = codes.rows(table).get(str(code))
    return str(code) if row is None else str(row.get(f"label_{language}") or code)


# --- documents --------------------------------------------------------------------------------------


def documents_table(rows: Iterable[Submission], codes: CodeTables, language: Language) -> Table:
    """Sealed documents with all that is known of each, as listed (without their bytes)."""
    made = map(partial(_document, codes=codes, language=language), rows)
    return Table(word("documents", language), columns_of(_DOCUMENT, language), made)


def _document(row: Submission, codes: CodeTables, language: Language) -> Sequence[TableCell]:
    sealed, receipt = row.sealed, row.receipt
    key, kind = sealed.key, codes.invoice_type(sealed.key.type_code)
    state = "cancelled" if is_cancelled(row) else row.state.value
    return (
        key.date,
        key.type_code,
        label_of(codes, "invoice_types", key.type_code, language),
        key.series,
        key.number,
        sealed.counterparty_name,
        sealed.counterparty_vat,
        *_cells(sealed.sums or DocumentSums.of_gross(sealed.gross)),
        sealed.currency,
        turnover_sign(kind),
        word(state, language),
        receipt.mark if receipt else "",
        receipt.uid if receipt else "",
        receipt.authentication_code if receipt else "",
        receipt.url if receipt else "",
        key.issuer_vat,
        key.branch,
    )


def _cells(sums: DocumentSums) -> tuple[Decimal, ...]:
    return tuple(getattr(sums, name) for name in SUM_NAMES)


# --- figures ----------------------------------------------------------------------------------------


def figures_tables(
    figures: Figures, environment: Environment, codes: CodeTables, language: Language
) -> list[Table]:
    """The totals, and what they are made of; figures that are not real say so."""
    say = partial(word, language=language)
    by_vat: Kinds = (("vat_category", "text"), ("exemption", "text"), ("net", "money"), ("vat", "money"))
    by_customer: Kinds = (("customer", "text"), ("vat_number", "text"), ("count", "whole"), *_SUM_KINDS)
    by_type: Kinds = (
        ("type", "text"),
        ("type_name", "text"),
        ("currency", "text"),
        ("in_turnover", "text"),
        ("count", "whole"),
        *_SUM_KINDS,
    )
    long = figures.span.is_long
    by_time: Kinds = (("month", "text") if long else ("date", "date"), ("net", "money"))
    return [
        _totals(figures, environment, language),
        Table(say("by_vat"), columns_of(by_vat, language), _vat_rows(figures, codes, language)),
        Table(say("by_customer"), columns_of(by_customer, language), _customer_rows(figures, language)),
        Table(say("by_type"), columns_of(by_type, language), _type_rows(figures, codes, language)),
        Table(say("by_month" if long else "by_day"), columns_of(by_time, language), figures.bars),
    ]


def _totals(figures: Figures, environment: Environment, language: Language) -> Table:
    unreal = "" if environment == "live" else f" · {word(environment, language)}"
    days = f"{figures.span.since} – {figures.span.until}"
    others = [(f"{word('figures', language)} {currency}", total) for currency, total in figures.others]
    named = (
        (f"{word('span', language)} {days} (EUR){unreal}", figures.total),
        (word("before", language), figures.before),
        (word("year_before", language), figures.year_before),
        *others,
        *([(word("too_large", language), Total(figures.too_large))] if figures.too_large else []),
    )
    kinds: Kinds = (("span", "text"), ("count", "whole"), ("credits", "whole"), *_SUM_KINDS)
    rows: list[Sequence[TableCell]] = [
        (name, total.count, total.credits, *_cells(total.sums)) for name, total in named
    ]
    return Table(word("figures", language), columns_of(kinds, language), rows)


def _vat_rows(figures: Figures, codes: CodeTables, language: Language) -> Iterator[Sequence[TableCell]]:
    for row in figures.vat:
        category = label_of(codes, "vat_categories", row.category, language) if row.category else ""
        exemption = label_of(codes, "vat_exemptions", row.exemption, language) if row.exemption else ""
        yield category, exemption, row.net, row.vat


def _customer_rows(figures: Figures, language: Language) -> Iterator[Sequence[TableCell]]:
    for row in figures.customers:
        yield row.name or word("retail", language), row.vat, row.count, *_cells(row.sums)
    rest: Total = figures.rest
    if rest.count:
        yield word("rest", language), "", rest.count, *_cells(rest.sums)


def _type_rows(figures: Figures, codes: CodeTables, language: Language) -> Iterator[Sequence[TableCell]]:
    for row in figures.types:
        name = label_of(codes, "invoice_types", row.type_code, language)
        counted = word("yes" if row.sign else "no", language)
        yield row.type_code, name, row.currency, counted, row.total.count, *_cells(row.total.sums)


# --- cards ------------------------------------------------------------------------------------------


def customers_table(rows: Iterable[KeptCustomer], language: Language) -> Table:
    """The book of customers."""
    made = map(_customer, rows)
    return Table(word("customers", language), columns_of(_CUSTOMER, language), made)


def _customer(kept: KeptCustomer) -> Sequence[TableCell]:
    party = kept.customer.party
    address = party.address or Address()
    texts = (
        *(party.code, party.registered_name, party.brand_name, party.vat),
        str(party.branch_code or 0),
        *(party.tax_office, ", ".join(party.activities or ())),
        *(address.street, address.number, address.postal, address.city, address.country_code),
        *(", ".join(party.phones or ()), ", ".join(party.emails or ()), kept.customer.notes),
    )
    return tuple(text or "" for text in texts)


def items_table(rows: Iterable[KeptItem], codes: CodeTables, language: Language) -> Table:
    """The book of items."""
    made = map(partial(_item, codes=codes, language=language), rows)
    return Table(word("items", language), columns_of(_ITEM, language), made)


def _item(kept: KeptItem, codes: CodeTables, language: Language) -> Sequence[TableCell]:
    facts, line = kept.facts, kept.item.line
    named = (
        ("vat_categories", facts.vat_category),
        ("vat_exemptions", line.vat_exemption_category_code),
    )
    vat, exemption = (label_of(codes, table, code, language) if code else "" for table, code in named)
    unit = "" if facts.unit is None else label_of(codes, "units", facts.unit, language)
    return facts.code, "\n".join(facts.descriptions), unit, facts.price, vat, exemption, facts.notes
