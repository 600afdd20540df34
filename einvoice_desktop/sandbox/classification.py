"""The authority's checks of the income and expense classifications of the lines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import ZERO, Classification, Line
from einvoice_desktop.sandbox.objections import Objection, at_line, cents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

_AS_THE_ORIGINAL = ("*", "*")
_SETTLEMENT = "1.5"
_UNCLASSIFIED_RECORD_TYPES = frozenset({"2", "3"})


_SIDE_OF_DETAIL = {"1": "expense", "2": "income"}
"""In a settlement of third-party sales the sales are an expense, the fee is income."""


def check_classifications(document: Document, codes: CodeTables) -> Iterator[Objection]:
    for line in document.counted_lines:
        for side, entries in (("income", line.income), ("expense", line.expense)):
            for entry in entries:
                yield from _pair(document.invoice_type, line, side, entry, codes)
            yield from _repeated(line, entries)
            yield from _amounts(line, entries)
    yield from _all_or_none(document)
    yield from _one_side(document)
    yield from _sides_of_details(document)
    yield from _summary(document)


def check_original_pairs(document: Document, original_type: str, codes: CodeTables) -> Iterator[Objection]:
    """What a correction carries is what the document that it corrects might carry."""
    for line in document.counted_lines:
        for side, entries in (("income", line.income), ("expense", line.expense)):
            for entry in entries:
                yield from _pair(original_type, line, side, entry, codes)


def _pair(
    invoice_type: str, line: Line, side: str, entry: Classification, codes: CodeTables
) -> Iterator[Objection]:
    """A pair is refused only when something is known of the document type on that side."""
    if entry.without_category:
        if entry.category:
            yield at_line(line.label, 315, f"{entry.type} carries no category")
        return
    pairs, pair = codes.pairs(invoice_type, side), (entry.category, entry.type)
    if not pairs or _AS_THE_ORIGINAL in pairs or pair in pairs:
        return
    lone = {kind for category, kind in pairs if category == entry.category} == {""}
    told = f"{entry.category} {entry.type}".strip()
    if not entry.category:
        yield at_line(line.label, 313, f"classification type {told} has no category")
    elif entry.category not in {category for category, _type in pairs}:
        yield at_line(line.label, 308, f"category {told} is not allowed for invoice type {invoice_type}")
    elif lone:
        yield at_line(line.label, 331, f"there is no rule for classification {told}")
    elif not codes.pair_exists(side, pair):
        yield at_line(line.label, 307, f"classification {told}: the type is not allowed for the category")
    else:
        yield at_line(
            line.label, 313, f"classification {told} is not allowed for invoice type {invoice_type}"
        )


def _repeated(line: Line, entries: Sequence[Classification]) -> Iterator[Objection]:
    pairs = [(entry.category, entry.type) for entry in entries]
    if len(pairs) != len(set(pairs)):
        yield at_line(line.label, 305, "The same classification category and type stand twice")


def _amounts(line: Line, entries: Sequence[Classification]) -> Iterator[Objection]:
    """One classification without an amount takes the whole line; several must add up to its net."""
    counted = [entry for entry in entries if not entry.without_category]
    if not counted or (len(counted) == 1 and counted[0].amount is None):
        return
    total = sum((cents(entry.amount or ZERO) for entry in counted), Decimal(0))
    net = cents(line.net)
    if total != net or any(entry.amount is None for entry in counted):
        yield at_line(
            line.label, 306, f"The classification amounts {total} do not add up to the net value {net}"
        )


def _all_or_none(document: Document) -> Iterator[Objection]:
    lines = [line for line in document.counted_lines if line.record_type not in _UNCLASSIFIED_RECORD_TYPES]
    classified = [bool(line.income or line.expense) for line in lines]
    if any(classified) and not all(classified):
        yield Objection(304, "Either all lines are classified or none")


def _one_side(document: Document) -> Iterator[Objection]:
    """Income or expense, not both; a settlement of third-party sales has both by its nature."""
    income = any(line.income for line in document.counted_lines)
    expense = any(line.expense for line in document.counted_lines)
    if income and expense and document.invoice_type != _SETTLEMENT:
        yield Objection(314, "Send either income or expense classifications, not both")


def _sides_of_details(document: Document) -> Iterator[Objection]:
    if document.invoice_type != _SETTLEMENT:
        return
    for line in document.counted_lines:
        wanted = _SIDE_OF_DETAIL.get(line.codes["invoiceDetailTypeCode"])
        for side, entries in (("income", line.income), ("expense", line.expense)):
            if entries and wanted not in (None, side):
                code = 339 if side == "income" else 221
                yield at_line(line.label, code, f"{side} classification is not allowed on this detail type")


def _summary(document: Document) -> Iterator[Objection]:
    """A summary that is sent repeats what the lines hold, pair by pair; without one the provider makes it."""
    for side in ("income", "expense"):
        stated = document.summaries.income if side == "income" else document.summaries.expense
        if not stated:
            continue
        held = _held(document, side)
        if not held:
            yield Objection(321, f"The {side} classifications stand in the summary only")
        told = {(entry.category, entry.type): cents(entry.amount or ZERO) for entry in stated}
        for pair, amount in held.items():
            if pair not in told:
                yield Objection(311, f"classification {' '.join(pair)} is missing from the summary")
            elif told[pair] != amount:
                yield Objection(312, f"classification {' '.join(pair)}: the summary differs from the lines")


def _held(document: Document, side: str) -> dict[tuple[str, str], Decimal]:
    held: dict[tuple[str, str], Decimal] = {}
    for line in document.counted_lines:
        for entry in line.income if side == "income" else line.expense:
            amount = line.net if entry.amount is None else entry.amount
            pair = (entry.category, entry.type)
            held[pair] = held.get(pair, ZERO) + cents(amount)
    return held
