"""A price from an amount with VAT included, and a price or a discount from a total that is wanted.

The way back goes through the line's net in whole cents: it is looked for by composing the document as it
would then be, so what an offer says it comes to is what the document will say. Where no net gives the wanted
amount (0.03 with 24 % VAT), the nearest one is offered and the difference told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.app.recomputing import LINES
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import Composition, recompose
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import CENT, EXACT, HUNDRED, ZERO, percent_of, to_cents
from einvoice_desktop.domain.totals import is_charge, is_summed

Wish = Literal["grossPrice", "lineTotal", "payable"]
"""What an amount means: a unit price with VAT included, the line's total, what the document comes to."""
Lever = Literal["price", "discount"]
"""What is changed on the line to get there."""
Edit = tuple[str, Decimal | None]

LARGEST_WISH = Decimal("9999999999999.99")
_MOST_PLACES = 8
"""Decimals of a price: with so many, 100,000 pieces still come out to the cent."""
_AROUND = sorted(range(-4, 5), key=abs)
_STEPS = 3
_SHARES = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """The values to put in, by JSON path in their order, and the total that they come to."""

    edits: tuple[Edit, ...]
    lever: Lever
    value: Decimal
    wanted: Decimal
    reached: Decimal

    @property
    def difference(self) -> Decimal:
        """By how much it misses what was wanted; 0 where it does not."""
        return self.reached - self.wanted


def offer(
    composition: Composition, draft: Draft, row: int, wish: Wish, amount: Decimal, lever: Lever = "price"
) -> Offer | None:
    """What to change on line `row`; None where nothing can be: no such line, not summed, no quantity.

    A discount that would have to be a surcharge becomes a price.
    """
    if not 0 <= row < len(composition.composed_lines) or not ZERO <= amount <= LARGEST_WISH:
        return None
    line = composition.composed_lines[row].detail
    if not is_summed(_as_if_named(line)) or not _quantity(line):
        return None
    return _Search(composition, draft, row, wish, amount, lever).best()


def _as_if_named(line: Detail) -> Detail:
    """A line on which nothing but its quantity stands yet is priced like any other."""
    return line.with_member("code", line.code or "-")


def _quantity(line: Detail) -> Decimal:
    return Decimal(1) if line.quantity is None else line.quantity


class _Search:
    def __init__(
        self, composition: Composition, draft: Draft, row: int, wish: Wish, amount: Decimal, lever: Lever
    ) -> None:
        self._before = composition
        self._draft = draft
        self._row = row
        self._wish = wish
        self._amount = amount
        self._lever = lever
        self._line = composition.composed_lines[row].detail
        self._place = f"{LINES}[{row}]"

    def best(self) -> Offer:
        net = self._net()
        offers = [self._priced(net)]
        if self._lever == "discount":
            offers = [*self._discounted(net), *offers]
        return offers[0]

    # --- what is wanted -----------------------------------------------------------------------------

    @cached_property
    def _wanted(self) -> Decimal:
        """The total that is looked for, in cents."""
        if self._wish != "grossPrice":
            return to_cents(self._amount)
        whole = HUNDRED + self._vat_rate
        price = EXACT.divide(EXACT.multiply(self._amount, HUNDRED), whole)
        share, fixed = self._allowances
        net = EXACT.multiply(EXACT.multiply(_quantity(self._line), price), share) + fixed
        return max(to_cents(EXACT.divide(EXACT.multiply(net, whole), HUNDRED)), ZERO)

    @cached_property
    def _allowances(self) -> tuple[Decimal, Decimal]:
        """What the line's discounts and charges leave of its base: a share of it, and a fixed amount."""
        share, fixed = Decimal(1), ZERO
        items = self._line.allowances_charges or ()
        for item in items:
            sign = 1 if is_charge(item) else -1
            if item.percentage is not None:
                share += sign * item.percentage / HUNDRED
            else:
                fixed += sign * to_cents(item.amount or ZERO)
        if not items:
            fixed += to_cents(self._line.charges_total or ZERO)
            fixed -= to_cents(self._line.allowances_total or ZERO)
        return share, fixed

    @property
    def _vat_rate(self) -> Decimal:
        return self._codes.vat_rate(self._line.vat_category_code) or ZERO

    @property
    def _codes(self) -> CodeTables:
        return self._before.surroundings.codes

    def _after(self, edits: Sequence[Edit]) -> Composition:
        draft = self._draft
        for path, value in edits:
            draft = choose(draft, path, value, self._codes)
        return recompose(self._before, draft.document, self._before.surroundings, line=self._row)

    def _total_of(self, composition: Composition) -> Decimal:
        amounts = composition.line(self._row)
        if self._wish == "grossPrice":
            # The price of one piece knows nothing of the discounts of the whole document.
            net = amounts.before_share
            return net + (percent_of(net, self._vat_rate) if amounts.share else amounts.vat)
        return amounts.total if self._wish == "lineTotal" else composition.summaries.payable

    # --- the net in cents ---------------------------------------------------------------------------

    def _net(self) -> Decimal:
        """The net, not below zero, whose total is nearest to what is wanted."""
        net = max(self._before.line(self._row).net, ZERO)
        total, slope = self._total_at(net), Decimal(1)
        for _ in range(_STEPS):
            onward = max(to_cents(net + EXACT.divide(self._wanted - total, slope)), ZERO)
            if onward == net:
                break
            reached = self._total_at(onward)
            slope = EXACT.divide(reached - total, onward - net) or Decimal(1)
            net, total = onward, reached
        around = [net + step * CENT for step in _AROUND if net + step * CENT >= 0]
        return min(around, key=lambda near: abs(self._total_at(near) - self._wanted))

    def _total_at(self, net: Decimal) -> Decimal:
        return self._total_of(self._after([(f"{self._place}.netTotal", net)]))

    # --- by price -----------------------------------------------------------------------------------

    def _priced(self, net: Decimal) -> Offer:
        """By price. Discounts of the document take a share of what the line becomes: nearer each time."""
        best = self._nearest_price(net)
        for _ in range(_SHARES if self._draft.document.allowances_charges else 0):
            if not best.difference:
                break
            net = max(net - EXACT.divide(best.difference * HUNDRED, HUNDRED + self._vat_rate), ZERO)
            found = self._nearest_price(net)
            if abs(found.difference) >= abs(best.difference):
                break
            best = found
        return best

    def _nearest_price(self, net: Decimal) -> Offer:
        share, fixed = self._allowances
        quantity = EXACT.multiply(_quantity(self._line), share)
        ideal = max(EXACT.divide(net - fixed, quantity), ZERO) if quantity > 0 else ZERO
        best: Offer | None = None
        for price in _rounded(ideal):
            found = self._price_offer(price)
            if best is None or abs(found.difference) < abs(best.difference):
                best = found
            if not best.difference:
                break
        assert best is not None
        return best

    def _price_offer(self, price: Decimal) -> Offer:
        edits = ((f"{self._place}.unitPrice", price),)
        return Offer(edits, "price", price, self._wanted, self._total_of(self._after(edits)))

    # --- by discount --------------------------------------------------------------------------------

    def _discounted(self, net: Decimal) -> list[Offer]:
        """By the line's first discount, in an amount; nothing where it would be below zero."""
        items = self._line.allowances_charges or ()
        place = next((i for i, item in enumerate(items) if not is_charge(item)), len(items))
        path = f"{self._place}.allowancesCharges[{place}]"
        without = self._after(((f"{path}.amount", ZERO), (f"{path}.percentage", None))).line(self._row).net
        amount = without - net
        if amount < 0:
            return []
        edits = ((f"{path}.amount", amount), (f"{path}.percentage", None))
        return [Offer(edits, "discount", amount, self._wanted, self._total_of(self._after(edits)))]


def _rounded(ideal: Decimal) -> list[Decimal]:
    """A price with two decimals and more, and its neighbours: the shortest that fits is the best."""
    found: list[Decimal] = []
    for places in range(2, _MOST_PLACES + 1):
        unit = Decimal(1).scaleb(-places)
        middle = ideal.quantize(unit, ROUND_HALF_UP, context=EXACT)
        found += [price for step in (0, -1, 1) if (price := middle + step * unit) >= 0]
    return found
