"""Rounding of money, named in one place: half up, to the cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
HUNDRED = Decimal(100)

# 60 digits hold any product of two 40-digit numbers' leading parts that the reader lets in; the
# default context of 28 digits would round a long quantity before the cent is looked at.
EXACT = Context(prec=90, rounding=ROUND_HALF_UP)


def to_cents(value: Decimal) -> Decimal:
    """`value` rounded half up to two decimals (the myDATA rule: each amount before it is summed).

    Raises OverflowError for a value that is no number or has over 80 digits.
    """
    try:
        return value.quantize(CENT, context=EXACT)
    except InvalidOperation:
        raise OverflowError(str(value)) from None


def has_part_cents(value: Decimal) -> bool:
    """Whether `value` has decimals beyond the cent that are not nought; for any size of it."""
    if value.same_quantum(CENT):
        return False
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent >= -2:
        return False
    return any(digits[exponent + 2 :])


def percent_of(base: Decimal, rate: Decimal) -> Decimal:
    """`rate` per cent of `base`, rounded to the cent."""
    return to_cents(EXACT.divide(EXACT.multiply(base, rate), HUNDRED))


def product(quantity: Decimal, price: Decimal) -> Decimal:
    """`quantity` x `price`, exact, not rounded."""
    return EXACT.multiply(quantity, price)
