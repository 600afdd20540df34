"""Which amounts of a draft are worked out anew after an edit: they are taken away, and so computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from einvoice_desktop.domain.classifying import classifications_of
from einvoice_desktop.domain.codes import TAX_KINDS, CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.node import Node, json_name
from einvoice_desktop.domain.totals import apportioned_discount, document_tax_rate

N = TypeVar("N", bound=Node)

LINES = "details"
TAXES = "taxes"
OWN = "allowancesCharges"
"""The document's own discounts and charges."""

_RECOMPUTING = re.compile(
    r"^(?:quantity|unitPrice|vatCategoryCode|allowancesCharges\b.*|\w+PercentCategoryCode)$"
)
_PRICING = re.compile(r"^(?:quantity|unitPrice|allowancesCharges\b.*)$")
_SUMS = {"netTotal": "net_total", "vatTotal": "vat_total", "total": "total"}
_AFTER_VAT = re.compile(r"^(?:vatTotal|\w+Amount)$")
_SHARES = (
    "line_apportioned_discount_value",
    "net_total_after_inline_alcs",
    "total_net_value_before_total_discount",
)
"""What a line says of the document's discounts in its net."""


def recompute_line(document: Document, typed: Mapping[str, str], index: int, name: str) -> Document:
    """Drops the line's amounts that follow from `name`."""
    dropped: list[str] = []
    if _RECOMPUTING.match(name):
        dropped = ["netTotal", "vatTotal", "total"]
    elif name == "netTotal":
        dropped = ["vatTotal", "total"]
    elif _AFTER_VAT.match(name):
        dropped = ["total"]
    if not dropped:
        return document
    line = (document.details or ())[index]
    prefix = f"{LINES}[{index}]"
    if "vatTotal" in dropped:
        dropped += [
            json_name(kind.amount) for kind in TAX_KINDS if kind.category and getattr(line, kind.category)
        ]
        dropped += [
            f"allowancesCharges[{i}].amount"
            for i, item in enumerate(line.allowances_charges or ())
            if item.percentage is not None
        ]
    for place in dropped:
        follows = place in _SUMS or f"{prefix}.{place}" not in typed
        absent = place in _SUMS and getattr(line, _SUMS[place]) is None
        if place != name and follows and not absent:
            document = replace_value(document, f"{prefix}.{place}", None)
    if _PRICING.match(name):
        document = _repriced(document, index)
    return document


def _repriced(document: Document, index: int) -> Document:
    """Without the net that stood there before the document's discounts: quantity and price make it anew."""
    lines = document.details or ()
    line = lines[index]
    for name in _SHARES[1:]:
        if name in line.model_fields_set:
            line = line.without_member(name)
    return document if line is lines[index] else _with_line(document, index, line)


def _with_line(document: Document, index: int, line: Detail) -> Document:
    lines = list(document.details or ())
    lines[index] = line
    return document.with_member("details", tuple(lines))


def follow_net(document: Document, index: int, name: str) -> Document:
    """A classification that stands alone on its line is the whole line, whatever its net becomes. Several
    keep the amounts that they have."""
    if not (_RECOMPUTING.match(name) or name == "netTotal"):
        return document
    found = classifications_of((document.details or ())[index])
    if len(found) != 1 or found[0].item.amount is None:
        return document
    return replace_value(document, f"{LINES}[{index}].{found[0].path}.amount", None)


def recompute_taxes(document: Document, typed: Mapping[str, str], codes: CodeTables, edited: str) -> Document:
    """Drops the amount of every document tax of a percentage category, unless it was typed in this window."""
    for index, tax in enumerate(document.taxes or ()):
        place = f"{TAXES}[{index}].taxAmount"
        computed = tax.tax_amount is not None and document_tax_rate(tax, codes) is not None
        if computed and place not in typed and place != edited:
            document = replace_value(document, place, None)
    return document


def recompute_shares(before: Document, document: Document, typed: Mapping[str, str], edited: str) -> Document:
    """Where the document has, or had, discounts of its own: they are worked out and shared out anew.

    A net that was typed in this window stays.
    """
    if not (before.allowances_charges or document.allowances_charges):
        return document
    for index, item in enumerate(document.allowances_charges or ()):
        place = f"{OWN}[{index}].amount"
        computed = item.percentage is not None and item.amount is not None
        if computed and place not in typed and place != edited:
            document = replace_value(document, place, None)
    had = bool(before.allowances_charges)
    lines = document.details or ()
    freed = tuple(
        line if line.net_total is None or _stays(index, typed, edited) else _freed(line, had=had)
        for index, line in enumerate(lines)
    )
    same = all(a is b for a, b in zip(lines, freed, strict=True))
    return document if same else document.with_member("details", freed)


def without_twins(document: Document) -> Document:
    """Without the amounts in another currency, once the document is in euro."""
    payments = document.payment_details
    values: dict[str, object] = {
        name: tuple(_without_twins(row) for row in getattr(document, name) or ())
        for name in ("taxes", "vat_analysis", "allowances_charges")
    }
    values["details"] = tuple(_line_without_twins(line) for line in document.details or ())
    values["summaries"] = document.summaries and _without_twins(document.summaries)
    if payments is not None:
        methods = tuple(_without_twins(method) for method in payments.payment_methods or ())
        values["payment_details"] = payments.with_member("payment_methods", methods) if methods else payments
    return document.model_copy(
        update={name: value for name, value in values.items() if getattr(document, name) is not None}
    )


def _line_without_twins(line: Detail) -> Detail:
    bare = _without_twins(line)
    if not bare.allowances_charges:
        return bare
    return bare.with_member("allowances_charges", tuple(map(_without_twins, bare.allowances_charges)))


def _without_twins(node: N) -> N:
    for name in [name for name in node.model_fields_set if name.endswith("_ac")]:
        node = node.without_member(name)
    return node


def _stays(index: int, typed: Mapping[str, str], edited: str) -> bool:
    place = f"{LINES}[{index}].netTotal"
    return place in typed or place == edited


def _freed(line: Detail, *, had: bool) -> Detail:
    """The line with the net that it has before its share of the document's discounts, free to take one.

    `had`: the document had discounts before, so a net that does not say its share is priced anew.
    """
    shared, inline = apportioned_discount(line), line.net_total_after_inline_alcs
    net = (line.net_total or ZERO) + shared if shared or not had else inline
    if shared and line.allowances_total is not None and not line.allowances_charges:
        line = line.with_member("allowances_total", max(line.allowances_total - shared, ZERO))
    for name in ("net_total", "vat_total", "total", *_SHARES):
        if name in line.model_fields_set:
            line = line.without_member(name)
    return line if net is None else line.with_member("net_total_after_inline_alcs", net)
