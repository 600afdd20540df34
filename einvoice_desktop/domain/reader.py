"""Reads a document from JSON as it is found in the wild."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.node import FieldKind, Member, Node, members_of
from einvoice_desktop.domain.paths import format_path
from einvoice_desktop.domain.scan import (
    MAX_DEPTH,
    MAX_ROWS,
    Marker,
    Repeated,
    check_depth,
    decode,
    parse_json,
)
from einvoice_desktop.domain.values import Fault, kind_name, scalar, text_of, wrong_type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Convert = Callable[[Any], Any]
    Entry = tuple[str, type | None, Convert]

_UNKNOWN_DEPTH = MAX_DEPTH - 1


def read_document(data: bytes) -> Document:
    """The document in a file: UTF-8 (with or without byte order mark) or UTF-16 with one.

    Keys are taken in any casing of their ASCII letters, codes and amounts also as texts, enumerations by name
    or number; trailing commas and a lost first brace are overlooked; unknown members are kept.

    Raises UnreadableDocument, and nothing else, with one of these codes:
    too_large, encoding, not_json, too_deep (with `line` and `column` where known), not_an_object,
    not_a_number, number_too_long, wrong_type (`expected`, `found`), duplicate_member, bad_text,
    too_many_lines (each with the path).
    """
    found = parse_json(data)
    if not isinstance(found, (dict, Repeated)):
        check_depth(decode(data))
        raise UnreadableDocument("not_an_object", params={"found": kind_name(found)})
    try:
        document: Document = _reader_of(Document)(found)
    except Fault as fault:
        raise UnreadableDocument(fault.code, format_path(reversed(fault.parts)), fault.params) from None
    return document


@cache
def _reader_of(node_class: type[Node]) -> Convert:
    """The function that makes a node of this class from an object's pairs."""
    entries = _entries(node_class)

    def read(found: Any) -> Node | None:
        if found is None:
            return None
        if type(found) is not dict:
            raise _no_object(node_class, found)
        values: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        key = ""
        try:
            for key, value in found.items():
                entry = entries.get(key) or entries.get(_folded(key))
                if entry is None:
                    unknown[key] = _unknown_member(key, value)
                else:
                    name, exact, convert = entry
                    values[name] = value if type(value) is exact else convert(value)
        except Fault as fault:
            fault.at(_spelling(node_class, key))
            raise
        if len(values) + len(unknown) != len(found):
            raise _repeated(node_class, list(found))
        return node_class.assembled(values, unknown)

    return read


def _entries(node_class: type[Node]) -> Mapping[str, Entry]:
    """Every field under its own spelling, in lower case and with a capital, as the samples write it."""
    entries: dict[str, Entry] = {}
    for member in members_of(node_class).ordered:
        name = member.json_name
        spellings = (name, name.lower(), name[0].upper() + name[1:])
        entries |= dict.fromkeys(spellings, (member.name, _EXACT.get(member.kind), _converter(member)))
    return entries


_EXACT: dict[FieldKind, type] = {
    FieldKind.DECIMAL: Decimal,
    FieldKind.INTEGER: int,
    FieldKind.BOOLEAN: bool,
}
"""The types that need no look at the value: the scan has bounded the numbers."""


def _converter(member: Member) -> Convert:
    kind = member.item or member.kind
    convert = _reader_of(member.node) if member.node else scalar(kind, member)
    return _list_reader(kind, convert) if member.kind is FieldKind.LIST else convert


def _list_reader(kind: FieldKind, convert: Convert) -> Convert:
    def read(found: Any) -> tuple[Any, ...] | None:
        if found is None:
            return None
        if type(found) is not list:
            raise wrong_type(FieldKind.LIST, found)
        if len(found) > MAX_ROWS:
            raise Fault("too_many_lines", limit=str(MAX_ROWS), found=str(len(found)))
        rows: list[Any] = []
        try:
            for value in found:
                row = convert(value)
                if row is None:
                    raise wrong_type(kind, value)
                rows.append(row)
        except Fault as fault:
            fault.at(len(rows))
            raise
        return tuple(rows)

    return read


def _folded(key: str) -> str:
    """Only ASCII letters fold: a Greek look-alike makes another, unknown name."""
    return key.lower() if key.isascii() else key


def _spelling(node_class: type[Node], key: str) -> str:
    member = members_of(node_class).folded.get(_folded(key))
    return member.json_name if member else key


def _no_object(node_class: type[Node], found: Any) -> Fault:
    if isinstance(found, Repeated):
        return _repeated(node_class, [key for key, _ in found.pairs])
    return wrong_type(FieldKind.NODE, found)


def _repeated(node_class: type[Node], keys: list[str]) -> Fault:
    seen: set[str] = set()
    for key in keys:
        spelled = _spelling(node_class, key)
        if spelled in seen:
            return Fault("duplicate_member").at(spelled)
        seen.add(spelled)
    raise AssertionError("no member is repeated")


def _unknown_member(key: str, value: Any) -> Any:
    text_of(key)
    return _unknown(value, _UNKNOWN_DEPTH)


def _unknown(value: Any, room: int) -> Any:
    """An unknown member's value as plain data; `room` is how many levels it may still open."""
    kind = type(value)
    if kind is str:
        return text_of(value)
    if kind is Marker:
        raise wrong_type(FieldKind.DECIMAL, value)
    if kind is Repeated:
        raise _repeated(Node, [key for key, _ in value.pairs])
    if kind is not dict and kind is not list:
        return value
    if not room:
        raise Fault("too_deep", limit=str(MAX_DEPTH))
    return _unknown_list(value, room - 1) if kind is list else _unknown_object(value, room - 1)


def _unknown_object(found: dict[str, Any], room: int) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    key = ""
    try:
        for key, value in found.items():
            text_of(key)
            plain[key] = _unknown(value, room)
    except Fault as fault:
        fault.at(key)
        raise
    return plain


def _unknown_list(found: list[Any], room: int) -> list[Any]:
    plain: list[Any] = []
    try:
        for value in found:
            plain.append(_unknown(value, room))
    except Fault as fault:
        fault.at(len(plain))
        raise
    return plain
