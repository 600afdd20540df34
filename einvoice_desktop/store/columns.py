"""How values that a database would bend are kept: money as text, moments as whole microseconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator

from einvoice_desktop.domain.money import ZERO, to_cents

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WHOLE = re.compile(r"[0-9]{1,50}")
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970, UTC. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment}")
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment, aware UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def storable(text: str) -> str:
    r"""`text`, with each half of a surrogate pair spelled out as `\udXXX`, and NUL as `\x00`.

    A file name's stray byte or a broken \u escape in an answer has no UTF-8, PostgreSQL keeps no NUL, and
    neither must stop a row.
    """
    plain = text.replace("\0", r"\x00")
    return plain if plain.isascii() else plain.encode("utf-8", "backslashreplace").decode("utf-8")


def whole_number(number: str) -> int | None:
    """The value of a number of ASCII digits alone; None for any other, and beyond 50 digits (RULES 1).

    int() by itself would take other alphabets' digits, signs and blanks.
    """
    return int(number) if _WHOLE.fullmatch(number) else None


def number_key(number: str) -> str:
    """A document number as it is told from others: a whole number by its value, so that 7 and 007 are one
    (the provider's answers may leave the noughts out); any other by its text, byte for byte."""
    whole = whole_number(number)
    return number if whole is None else str(whole)


def in_cents(amount: Decimal) -> int:
    """An amount as so many cents; half a cent counts up."""
    return int(to_cents(amount).scaleb(2))


def of_cents(cents: int) -> Decimal:
    """So many cents as an amount with two decimals."""
    return Decimal(cents).scaleb(-2) if cents else ZERO


class DecimalText(TypeDecorator[Decimal]):
    """A finite Decimal as its own text, digit for digit (in SQLite `Numeric` would be a binary float)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise ValueError(f"no finite Decimal: {value!r}")
        return str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class UtcMicros(TypeDecorator[datetime]):
    """An aware moment as whole microseconds since 1970: exact, ordered, and the same in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else from_micros(value)


class Words(TypeDecorator[str]):
    """Text from outside, made `storable`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else storable(value)
