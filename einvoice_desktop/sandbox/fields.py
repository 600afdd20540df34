"""Reads the JSON of a request: keys in any casing, numbers as decimals, codes as numbers or strings."""

from __future__ import annotations

import json
import re
import string
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_DEPTH = 64
"""Levels of nesting that are read: where the JSON readers of .NET, which the provider uses, stop."""

_MAX_DIGITS_BEFORE_POINT = 20
_MAX_DIGITS_AFTER_POINT = 20
_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")


class UnreadableError(Exception):
    """The body is not JSON that can be read; the text says why."""


class FieldError(Exception):
    """A member has the wrong type. `path` is its JSON path, `expected` what should stand there."""

    def __init__(self, path: str, expected: str) -> None:
        super().__init__(f"{path or 'The body'} must be {expected}")
        self.path = path
        self.expected = expected


def read_json(raw: bytes) -> object:
    """The JSON value in `raw` (UTF-8), its keys in lower case ASCII, its fractions as Decimal.

    Raises UnreadableError for anything else than well-formed JSON of at most MAX_DEPTH levels.
    """
    try:
        text = raw.decode("utf-8-sig")
        value = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("The request body is not valid JSON") from error
    return _folded(value, MAX_DEPTH)


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def fold_key(key: str) -> str:
    """ASCII letters only: a Greek look-alike in a key stays another key, as it does for the provider."""
    return key.translate(_ASCII_LOWER)


def _folded(value: object, levels: int) -> object:
    if isinstance(value, dict):
        return {fold_key(_sound(key)): _folded(item, _deeper(levels)) for key, item in value.items()}
    if isinstance(value, list):
        return [_folded(item, _deeper(levels)) for item in value]
    return _sound(value) if isinstance(value, str) else value


def _deeper(levels: int) -> int:
    if levels == 0:
        raise UnreadableError(f"The request body is nested deeper than {MAX_DEPTH} levels")
    return levels - 1


def _sound(text: str) -> str:
    """Half of a surrogate pair is legal JSON and no text: it can be neither stored nor shown."""
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise UnreadableError("The request body holds text that is not Unicode") from error
    return text


class Node:
    """One JSON object of the document, asked by the published names; absent and null are the same."""

    def __init__(self, members: Mapping[str, object] | None, path: str = "") -> None:
        self._members = members or {}
        self.path = path
        self.given = members is not None

    @classmethod
    def root(cls, value: object) -> Node:
        """Raises FieldError when the value is no JSON object."""
        if not isinstance(value, dict):
            raise FieldError("", "a JSON object")
        return cls(value)

    def _get(self, name: str) -> object:
        return self._members.get(fold_key(name))

    def _path_of(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        return self._get(name) is not None

    @property
    def empty(self) -> bool:
        return not self._members

    def text(self, name: str) -> str:
        """The text of a member, "" when absent; a number is taken as its digits."""
        return _text(self._get(name), self._path_of(name))

    def code(self, name: str) -> str:
        """A code, sent as number or string; "" when absent. Spaces around it make it another code."""
        return self.text(name)

    def whole(self, name: str) -> int | None:
        """A whole number, or None when absent."""
        value = self.amount(name)
        if value is None:
            return None
        if value != value.to_integral_value():
            raise FieldError(self._path_of(name), "a whole number")
        return int(value)

    def amount(self, name: str) -> Decimal | None:
        """A number, or None when absent; an empty string counts as absent."""
        return _amount(self._get(name), self._path_of(name))

    def flag(self, name: str) -> bool:
        value = self._get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        if isinstance(value, str) and value.lower() in {"true", "false"}:
            return value.lower() == "true"
        raise FieldError(self._path_of(name), "true or false")

    def node(self, name: str) -> Node:
        """The object under `name`; an empty one that is not `given` when absent."""
        value, path = self._get(name), self._path_of(name)
        if value is not None and not isinstance(value, dict):
            raise FieldError(path, "an object")
        return Node(value, path)

    def nodes(self, name: str) -> list[Node]:
        found = []
        for index, item in enumerate(self._items(name)):
            path = f"{self._path_of(name)}[{index}]"
            if not isinstance(item, dict):
                raise FieldError(path, "an object")
            found.append(Node(item, path))
        return found

    def texts(self, name: str) -> list[str]:
        """The non-empty texts of a list; the samples send [""] for none."""
        path = self._path_of(name)
        found = [_text(item, f"{path}[{index}]").strip() for index, item in enumerate(self._items(name))]
        return [text for text in found if text]

    def _items(self, name: str) -> list[object]:
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise FieldError(self._path_of(name), "a list")
        return value


def _text(value: object, path: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    number = _amount(value, path, expected="a text")
    if number is None:
        return ""
    return format(number.to_integral_value() if number == number.to_integral_value() else number, "f")


def _amount(value: object, path: str, expected: str = "a number") -> Decimal | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and _PLAIN_NUMBER.match(value.strip()):
        value = Decimal(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise FieldError(path, expected)
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if number.adjusted() > _MAX_DIGITS_BEFORE_POINT or not isinstance(exponent, int):
        raise FieldError(path, expected)
    if exponent < -_MAX_DIGITS_AFTER_POINT:
        raise FieldError(path, f"{expected} of at most {_MAX_DIGITS_AFTER_POINT} decimals")
    return number
