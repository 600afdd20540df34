"""The document's own discounts and charges: what they come to, and what each line's net takes of them.

They are shared out in cents by largest remainder, in proportion to the lines' nets. No line is taken below
zero: what no line can take is told. A line whose net stands in the document has its share inside already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import EXACT, ZERO, to_cents
from einvoice_desktop.domain.totals import allowances_and_charges, apportioned_discount, is_summed


@dataclass(frozen=True, slots=True)
class Own:
    """The document's own discounts and charges. `base` is what those in per cent are taken from, `shares`
    what they add to each line's net, `unshared` what no line could take."""

    shares: Sequence[Decimal]
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    base: Decimal = ZERO
    unshared: Decimal = ZERO


def share_out(document: Document, nets: Sequence[Decimal]) -> Own:
    """What each line takes. `nets`: as given, else as they are before the document's discounts."""
    lines = list(zip(document.details or (), nets, strict=True))
    shares = [ZERO if line.net_total is None else given_share(line, net) for line, net in lines]
    counted = [(net, share) for (line, net), share in zip(lines, shares, strict=True) if is_summed(line)]
    base = sum((net - share for net, share in counted), ZERO)
    allowances, charges = allowances_and_charges(document.allowances_charges, base)
    free = [line.net_total is None and is_summed(line) for line, _ in lines]
    weights = [max(net, ZERO) if takes else ZERO for (_, net), takes in zip(lines, free, strict=True)]
    wanted = charges - allowances - sum((share for _, share in counted), ZERO)
    parts = apportion(max(wanted, -sum(weights, ZERO)), weights)
    unshared = wanted - sum(parts, ZERO)
    return Own([s + p for s, p in zip(shares, parts, strict=True)], allowances, charges, base, unshared)


def given_share(line: Detail, net: Decimal) -> Decimal:
    """The share inside a net that stands in the document, as far as the line says it."""
    discount = apportioned_discount(line)
    if discount or line.net_total_after_inline_alcs is None:
        return -discount
    return net - to_cents(line.net_total_after_inline_alcs)


def apportion(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`amount` over `weights` (both in cents, no weight below 0) in cents that add up to it again.

    Shares go in proportion to the weights, by largest remainder; of equal remainders the earlier line gets
    the cent. Where the weights are all zero, nothing is shared out.
    """
    cents = [int(EXACT.scaleb(weight, 2)) for weight in weights]
    whole, left = sum(cents), int(EXACT.scaleb(abs(amount), 2))
    if not whole or not left:
        return [ZERO] * len(weights)
    parts = [divmod(left * weight, whole) for weight in cents]
    shares = [share for share, _ in parts]
    by_remainder = sorted(range(len(parts)), key=lambda i: -parts[i][1])
    for i in by_remainder[: left - sum(shares)]:
        shares[i] += 1
    sign = -1 if amount < 0 else 1
    return [EXACT.scaleb(Decimal(sign * share), -2) if share else ZERO for share in shares]
