"""How a value of foreign JSON, or one typed in code, becomes the value of a field."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from einvoice_desktop.domain.node import FieldKind, Member, Node
from einvoice_desktop.domain.scan import (
    MAX_DIGITS,
    NOT_A_NUMBER,
    TOO_LONG,
    Marker,
    Repeated,
    decimal_of,
    digits_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class Fault(Exception):
    """A value that cannot be taken. `parts` collects where, from the inside out."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.parts: list[str | int] = []

    def at(self, part: str | int) -> Fault:
        """The same fault, seen from the object or list that holds the value under `part`."""
        self.parts.append(part)
        return self


# What XML, and so the tax authority, refuses, and the controls that only a wrong encoding leaves behind.
_BAD_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_BOUND = 10**MAX_DIGITS
_FOUND: dict[type, str] = {
    str: "text",
    int: "number",
    Decimal: "number",
    bool: "boolean",
    dict: "object",
    Repeated: "object",
    list: "list",
    type(None): "null",
    Marker: "number",
}


def wrong_type(kind: FieldKind, value: object) -> Fault:
    """The fault of a value of another kind than the field's, or of a number that is none."""
    if value is TOO_LONG:
        return too_long()
    if value is NOT_A_NUMBER:
        return Fault("not_a_number")
    return Fault("wrong_type", expected=kind.value, found=kind_name(value))


def kind_name(value: object) -> str:
    """What a value of the scanned JSON is, in the words of `FieldKind`."""
    return _FOUND.get(type(value), type(value).__name__)


def too_long() -> Fault:
    """The fault of a number with too many digits."""
    return Fault("number_too_long", limit=str(MAX_DIGITS))


def _bounded(value: int) -> int:
    if -_BOUND < value < _BOUND:
        return value
    raise too_long()


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise Fault("not_a_number")
    if abs(value.adjusted()) > MAX_DIGITS or digits_of(value) > MAX_DIGITS:
        raise too_long()
    return value


def text_of(value: object) -> str | None:
    """A text; a number becomes its text. Raises bad_text for controls and lone surrogates."""
    if type(value) is str:
        if value.isprintable() or not _BAD_TEXT.search(value):
            return value
        raise Fault("bad_text")
    if value is None:
        return None
    if type(value) is int:
        return str(_bounded(value))
    if type(value) is Decimal:
        return format(_finite(value), "f")
    raise wrong_type(FieldKind.TEXT, value)


def decimal_value(value: object) -> Decimal | None:
    """A number from a number or from its text; an empty text is null."""
    if value is None:
        return None
    if type(value) is int:
        return Decimal(_bounded(value))
    if type(value) is str:
        digits = value.strip()
        if not digits:
            return None
        if not _NUMBER.fullmatch(digits):
            raise wrong_type(FieldKind.DECIMAL, value)
        value = decimal_of(digits)
    if type(value) is not Decimal:
        raise wrong_type(FieldKind.DECIMAL, value)
    return _finite(value)


def integer_value(value: object) -> int | None:
    """A code or MARK from a whole number or its digits; an empty text is null."""
    if value is None:
        return None
    if type(value) is int:
        return _bounded(value)
    if type(value) is Decimal and _finite(value) == value.to_integral_value():
        return int(value)
    if type(value) is not str:
        raise wrong_type(FieldKind.INTEGER, value)
    digits = value.strip()
    if not digits:
        return None
    if not _INTEGER.fullmatch(digits):
        raise wrong_type(FieldKind.INTEGER, value)
    if len(digits.lstrip("+-")) > MAX_DIGITS:
        raise too_long()
    return int(digits)


def boolean_value(value: object) -> bool | None:
    """A truth value, or the words true and false in any casing; an empty text is null."""
    if value is None or type(value) is bool:
        return value
    word = value.strip().lower() if type(value) is str else None
    if word == "":
        return None
    if word not in ("true", "false"):
        raise wrong_type(FieldKind.BOOLEAN, value)
    return word == "true"


def enumerated_number(names: tuple[str, ...]) -> Callable[[object], int | None]:
    """Turns a name of the list, a number or its digits into the number."""
    numbers = {name.lower(): number for number, name in enumerate(names)}

    def number_of(value: object) -> int | None:
        known = numbers.get(value.strip().lower()) if type(value) is str else None
        if known is not None:
            return known
        try:
            return integer_value(value)
        except Fault as fault:
            if fault.code == "wrong_type":
                raise wrong_type(FieldKind.ENUMERATION, value) from None
            raise

    return number_of


def enumerated_name(names: tuple[str, ...]) -> Callable[[object], str | None]:
    """Turns a name of the list in any casing, or its number, into the name; other texts are kept."""
    by_text = {str(number): name for number, name in enumerate(names)}
    by_text |= {name.lower(): name for name in names}

    def name_of(value: object) -> str | None:
        text = text_of(value)
        return by_text.get(text.strip().lower(), text) if text else None

    return name_of


def scalar(kind: FieldKind, member: Member) -> Callable[[object], Any]:
    """The function that turns a value into one of `kind`: the member's own kind, or that of its rows."""
    if kind is FieldKind.ENUMERATION:
        return enumerated_number(member.names) if member.by_number else enumerated_name(member.names)
    return _BY_KIND[kind]


_BY_KIND: dict[FieldKind, Callable[[object], Any]] = {
    FieldKind.TEXT: text_of,
    FieldKind.INTEGER: integer_value,
    FieldKind.DECIMAL: decimal_value,
    FieldKind.BOOLEAN: boolean_value,
}


def typed(member: Member, value: object) -> object:
    """A value made in code as the value of `member`: nodes are nodes, lists any sequence of rows."""
    if value is None:
        return None
    if member.kind is not FieldKind.LIST:
        return typed_row(member.kind, member, value)
    if not isinstance(value, (list, tuple)):
        raise wrong_type(FieldKind.LIST, value)
    return tuple(typed_row(member.item or FieldKind.TEXT, member, row) for row in value)


def typed_row(kind: FieldKind, member: Member, value: object) -> object:
    """One value of a kind: a row of a LIST, or the whole of any other member."""
    if kind is not FieldKind.NODE:
        return scalar(kind, member)(value)
    if not isinstance(value, member.node or Node):
        raise wrong_type(kind, value)
    return value
