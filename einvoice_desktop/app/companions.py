"""Texts and fields that go with a chosen code: its title beside it, what it makes meaningless gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.app.customer_kind import country_of, country_of_vat
from einvoice_desktop.domain.codes import EXEMPT, TAX_KIND_BY_CODE, CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value

Companion = tuple[str, object]

# Documents are printed in Greek: the titles are the authority's own words.
_LABEL = "label_el"

_TITLES = (
    (re.compile(r"^(.*\b)measurementUnitCode$"), "measurementUnit", "units"),
    (re.compile(r"^(.*\b)paymentMethodTypeCode$"), "paymentMethodType", "payment_methods"),
)


def companions_of(document: Document, path: str, value: object, codes: CodeTables) -> Iterator[Companion]:
    """(path, value) of everything that changes with `value` at `path`; a value of None takes it away."""
    if path == "counterParty.vat" and country_of(document) is None:
        country = country_of_vat(value, codes)
        if country is not None:
            yield "counterParty.address.countryCode", country
    if path == "invoiceTypeCode":
        yield "invoiceType", _title(codes, "invoice_types", value)
    for form, name, table in _TITLES:
        match = form.match(path)
        if match:
            yield f"{match[1]}{name}", _title(codes, table, value)
    if path.endswith(".vatCategoryCode"):
        yield from _vat(path.removesuffix("vatCategoryCode"), value, codes)
    if re.match(r"^taxes\[\d+\]\.tax(Type|Category)Code$", path):
        yield from _tax(document, path, value, codes)


def _title(codes: CodeTables, table: str, code: object) -> object:
    row = codes.rows(table).get(str(code))
    return None if row is None else row[_LABEL]


def _vat(prefix: str, value: object, codes: CodeTables) -> Iterator[Companion]:
    rate = codes.vat_rate(value) if isinstance(value, int) else None
    yield f"{prefix}vatCategory", None if rate is None else f"{rate}%"
    if value != EXEMPT:
        yield f"{prefix}vatExemptionCategoryCode", None


def _tax(document: Document, path: str, value: object, codes: CodeTables) -> Iterator[Companion]:
    row, _, name = path.rpartition(".")
    if name == "taxTypeCode":
        yield f"{row}.taxType", _title(codes, "tax_types", value)
        yield f"{row}.taxCategoryCode", None
        yield f"{row}.taxCategory", None
        return
    kind = TAX_KIND_BY_CODE.get(_whole(get_value(document, f"{row}.taxTypeCode")))
    if kind is not None and kind.table:
        yield f"{row}.taxCategory", _title(codes, kind.table, value)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
