"""What of an issued document is credited already and what is left of it, line by line and in all.

A line of a credit belongs to the line of the original with its code and description; of several such lines to
the one at the same unit price, then to the one in the same place, then to the first of which something is
left. A line that has no such twin counts in the total alone. A credit that names several documents credits
none of them in particular, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO, to_cents

Key = tuple[str, tuple[str, ...]]
_COMPUTED = (
    *("net_total", "net_total_ac", "vat_total", "vat_total_ac", "total", "total_ac"),
    *("line_apportioned_discount_value", "net_total_after_inline_alcs", "catalog_net_total", "catalog_total"),
    *("allowances_total", "allowances_total_ac", "charges_total", "charges_total_ac"),
    *("total_net_value_before_total_discount", "quantity_in_15_deg"),
)
"""What of a line follows from its quantity."""


@dataclass(frozen=True, slots=True)
class CreditedLine:
    """A line of the original. `quantity` and `net` as issued, the others of all its credits."""

    index: int
    detail: Detail
    quantity: Decimal | None
    net: Decimal
    credited_quantity: Decimal = ZERO
    credited_net: Decimal = ZERO

    @property
    def left_net(self) -> Decimal:
        """What may still be credited; not below zero."""
        return max(self.net - self.credited_net, ZERO)

    @property
    def left_quantity(self) -> Decimal | None:
        """The same of the quantity; None for a line without one."""
        return None if self.quantity is None else max(self.quantity - self.credited_quantity, ZERO)

    @property
    def is_untouched(self) -> bool:
        """Nothing of it is credited."""
        return not (self.credited_net or self.credited_quantity)

    @property
    def name(self) -> str:
        """The first description, else the code."""
        return next(iter(self.detail.descriptions or ()), "") or self.detail.code or ""


@dataclass(frozen=True, slots=True)
class Creditable:
    """An issued document and what its credits come to. `counterparty` is a bare VAT number, `named` type,
    series and number as people read them; `credits` the outbox ids of its credits."""

    mark: str
    type_code: str
    named: str
    date: str
    counterparty: str
    net: Decimal
    credited: Decimal
    lines: tuple[CreditedLine, ...]
    credits: tuple[int, ...] = ()

    @property
    def left(self) -> Decimal:
        """Net that may still be credited; not below zero."""
        return max(self.net - self.credited, ZERO)


def summed(known: Sequence[Creditable]) -> tuple[Decimal, Decimal, Decimal]:
    """Net as issued, credited and left of several originals together."""
    return (
        sum((one.net for one in known), ZERO),
        sum((one.credited for one in known), ZERO),
        sum((one.left for one in known), ZERO),
    )


def net_of(document: Document) -> Decimal:
    """A sealed document's net."""
    summaries = document.summaries
    return to_cents((summaries.total_net_amount if summaries else None) or ZERO)


def lines_as_issued(document: Document) -> tuple[CreditedLine, ...]:
    """Every line of a sealed document, nothing of it credited yet."""
    return tuple(
        CreditedLine(index, line, line.quantity, _net(line))
        for index, line in enumerate(document.details or ())
    )


def taken_off(
    lines: Sequence[CreditedLine], credit: Iterable[tuple[Detail, Decimal]]
) -> tuple[tuple[CreditedLine, ...], dict[int, int]]:
    """The lines once one more credit (its lines, each with its net) is taken off them; and for each line
    that it credits, the place of the credit's last line that does."""
    now = list(lines)
    places: dict[Key, list[int]] = {}
    for at, one in enumerate(now):
        if _counts(one.detail):
            places.setdefault(line_key(one.detail), []).append(at)
    credited = {}
    for place, (line, net) in enumerate(credit):
        twins = places.get(line_key(line), []) if _counts(line) else []
        if twins:
            at = _best(now, twins, line, place)
            quantity = now[at].credited_quantity + (line.quantity or ZERO)
            now[at] = replace(now[at], credited_net=now[at].credited_net + net, credited_quantity=quantity)
            credited[at] = place
    return tuple(now), credited


def _best(lines: Sequence[CreditedLine], twins: Sequence[int], line: Detail, place: int) -> int:
    priced = [at for at in twins if lines[at].detail.unit_price == line.unit_price] or twins
    if place in priced and lines[place].left_net:
        return place
    return next((at for at in priced if lines[at].left_net), priced[0])


def credited_sums(
    original: Document, credits: Iterable[Document]
) -> tuple[Decimal, tuple[CreditedLine, ...]]:
    """The net of all credits, and the lines of the original with what was credited of each."""
    total, lines = ZERO, lines_as_issued(original)
    for credit in credits:
        total += net_of(credit)
        lines, _ = taken_off(lines, [(line, _net(line)) for line in credit.details or ()])
    return total, lines


def what_is_left(lines: Sequence[CreditedLine]) -> tuple[Detail, ...]:
    """The lines that a further credit starts with: as issued where nothing is credited of them, less where
    some is, and not at all where all is. Price, VAT and classification are the original's."""
    return tuple(_rest(line) for line in lines if line.is_untouched or line.left_net)


def _rest(line: CreditedLine) -> Detail:
    detail = line.detail
    if line.is_untouched or not _counts(detail):
        return detail
    for name in _COMPUTED:
        if name in detail.model_fields_set:
            detail = detail.without_member(name)
    if line.left_quantity:
        return detail.with_member("quantity", line.left_quantity)
    # Of the quantity nothing is left, or there was none: what is left is an amount.
    if "allowances_charges" in detail.model_fields_set:
        detail = detail.without_member("allowances_charges")
    if line.quantity is None:
        return detail.with_member("net_total", line.left_net)
    return detail.with_member("quantity", Decimal(1)).with_member("unit_price", line.left_net)


def _net(line: Detail) -> Decimal:
    return to_cents(line.net_total or ZERO) if _counts(line) else ZERO


def _counts(line: Detail) -> bool:
    return not (line.is_informative or line.is_hidden)


def line_key(line: Detail) -> Key:
    """Code and descriptions, blanks aside: what tells one line's goods from another's."""
    names = tuple(" ".join(text.split()) for text in line.descriptions or ())
    return " ".join((line.code or "").split()), names
