"""Writes a document as JSON: one spelling, only what is set, amounts with the digits they were given."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.node import Node, members_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.domain.document import Document


def write_document(document: Document, *, indent: int | None = None) -> bytes:
    """The document as UTF-8 JSON: on one line, or indented by `indent` spaces a level.

    Members stand in the order of the model, unknown ones after them unchanged; what was written reads back as
    the same document. Raises DocumentError `not_a_number` for an amount that is NaN or infinite.
    """
    return dump_json(to_plain(document), indent).encode()


class DraftWriter:
    """Writes the same as `write_document`, at the cost of what has changed: lines that were there last time
    too keep the text that they had. May be called from any thread."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[Node, str]] = {}

    def write(self, document: Document) -> bytes:
        """The document as UTF-8 JSON on one line."""
        lines = document.details
        if not lines:
            return write_document(document)
        known, written = self._lines, {}
        for line in lines:
            kept = known.get(id(line))
            if kept is None or kept[0] is not line:
                kept = line, dump_json(_plain_node(line))
            written[id(line)] = kept
        self._lines = written
        plain = _plain_node(document.with_member("details", ()))
        plain["details"] = _Written(f"[{','.join(written[id(line)][1] for line in lines)}]")
        return dump_json(plain).encode()


class _Written(str):
    """JSON that is there already."""

    __slots__ = ()


def to_plain(document: Document) -> dict[str, Any]:
    """The same as plain data: dict, list, str, int, Decimal, bool and None."""
    return _plain_node(document)


def dump_json(plain: Any, indent: int | None = None) -> str:
    """Plain data as JSON text, Decimals as numbers, letters as they are.

    Raises DocumentError `not_a_number` for NaN and infinity, TypeError for what is not plain (a float).
    """
    if indent is None:
        return _dumped(plain, "", "", ":")
    return _dumped(plain, "\n", " " * indent, ": ")


@lru_cache(maxsize=1024)
def _spelled(node_class: type[Node], names: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """These fields of a class in written order, each with its JSON name. Lines of one document share it."""
    return tuple((m.name, m.json_name) for m in members_of(node_class).ordered if m.name in names)


def _plain_node(node: Node) -> dict[str, Any]:
    values = node.__dict__
    plain: dict[str, Any] = {}
    for name, json_name in _spelled(type(node), frozenset(node.model_fields_set)):
        value = values[name]
        if isinstance(value, Node):
            value = _plain_node(value)
        elif type(value) is tuple:
            value = [_plain_node(row) if isinstance(row, Node) else row for row in value]
        plain[json_name] = value
    if node.model_extra:
        plain.update(node.model_extra)
    return plain


def _dumped(value: Any, newline: str, step: str, colon: str) -> str:
    """`newline` begins each line on the level of `value`: empty, or a line end and the indentation."""
    text_of = _SCALARS.get(type(value))
    if text_of is not None:
        return text_of(value)
    inner = newline + step
    rows: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            text_of = _SCALARS.get(type(item))
            text = text_of(item) if text_of is not None else _dumped(item, inner, step, colon)
            rows.append(f"{encode_basestring(key)}{colon}{text}")
        return "{" + inner + ("," + inner).join(rows) + newline + "}" if rows else "{}"
    if isinstance(value, (list, tuple)):
        rows = [_dumped(item, inner, step, colon) for item in value]
        return "[" + inner + ("," + inner).join(rows) + newline + "]" if rows else "[]"
    raise TypeError(f"not plain data: {type(value).__name__}")


def _number(value: Decimal) -> str:
    if not value.is_finite():
        raise DocumentError("not_a_number", params={"found": str(value)})
    return format(value, "f")


_SCALARS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    Decimal: _number,
    bool: lambda value: "true" if value else "false",
    _Written: str,
    type(None): lambda _: "null",
}
