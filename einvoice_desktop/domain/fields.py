"""Members of a document by their JSON path: what they hold, reading them, changing them.

A change makes a new document that shares every untouched part with the old one. Paths are spelled as the
model spells them (`parse_path`); ValueError tells of a path that the model cannot have, IndexError of a row
beyond the end of a list, DocumentError of a value that the field cannot hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.node import FieldKind, Member, Members, Node, members_of
from einvoice_desktop.domain.paths import format_path, parse_path
from einvoice_desktop.domain.values import Fault, typed, typed_row

if TYPE_CHECKING:
    from collections.abc import Callable

    Parts = tuple[str | int, ...]
    Rows = tuple[Any, ...]
    Edit = Callable[[Member | None, bool, Any], Any]

__all__ = [
    "FieldKind",
    "Member",
    "Members",
    "Node",
    "field_kind",
    "format_path",
    "get_value",
    "insert_row",
    "item_kind",
    "member_at",
    "members_of",
    "move_row",
    "parse_path",
    "remove_row",
    "replace_value",
]

_NodeT = TypeVar("_NodeT", bound=Node)


def get_value(document: Node, path: str) -> Any:
    """The value at a path: a scalar, a node, a tuple of rows, or plain data of an unknown member.

    None where it is absent or null, also below an absent parent and beyond the end of a list.
    """
    value: Any = document
    for part in parse_path(path):
        if isinstance(part, int):
            inside = isinstance(value, (tuple, list)) and part < len(value)
            value = value[part] if inside else None
        elif isinstance(value, Node):
            member = members_of(type(value)).by_json_name.get(part)
            value = getattr(value, member.name) if member else (value.model_extra or {}).get(part)
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def replace_value(document: Document, path: str, value: object) -> Document:
    """The document with `value` at `path`.

    Missing parents are made; the index after a list's last row appends; None takes the member away, so that
    it is not written any more, or takes the row out of its list. A path may name an unknown member, not
    something inside one.
    """

    def replace(member: Member | None, is_row: bool, _: Any) -> Any:
        if member is None or value is None:
            return value
        return typed_row(member.item or member.kind, member, value) if is_row else typed(member, value)

    return _changed(document, path, replace)


def insert_row(document: Document, path: str, index: int, row: object) -> Document:
    """The document with `row` standing at `index` in the list at `path`; a missing list is made."""

    def put_in(member: Member, rows: Rows) -> Rows:
        if not 0 <= index <= len(rows):
            raise IndexError(f"{path} has no place {index}")
        new = typed_row(member.item or member.kind, member, row)
        return (*rows[:index], new, *rows[index:])

    return _with_rows(document, path, put_in)


def remove_row(document: Document, path: str, index: int) -> Document:
    """The document without the row at `index` of the list at `path`; a list that loses its last row is []."""

    def take_out(_: Member, rows: Rows) -> Rows:
        _check_row(path, rows, index)
        return rows[:index] + rows[index + 1 :]

    return _with_rows(document, path, take_out)


def move_row(document: Document, path: str, index: int, to: int) -> Document:
    """The document with the row at `index` standing at `to`, counted in the list as it then is."""

    def move(_: Member, rows: Rows) -> Rows:
        _check_row(path, rows, index)
        _check_row(path, rows, to)
        rest = rows[:index] + rows[index + 1 :]
        return (*rest[:to], rows[index], *rest[to:])

    return _with_rows(document, path, move)


def field_kind(path: str) -> FieldKind:
    """What the field at a path holds: `details` is a LIST, `details[0]` a NODE, `issuer.phones[0]` a TEXT."""
    member, is_row = _resolved(path)
    return member.item or member.kind if is_row else member.kind


def item_kind(path: str) -> FieldKind:
    """What the rows of the list at a path hold."""
    member, is_row = _resolved(path)
    if is_row or member.item is None:
        raise ValueError(f"no list: {path}")
    return member.item


def member_at(path: str) -> Member:
    """The field that a path names, or whose row it names: its class of rows, its enumeration names."""
    return _resolved(path)[0]


def _resolved(path: str) -> tuple[Member, bool]:
    """The field at a path, and whether the path names one of its rows."""
    node_class: type[Node] | None = Document
    member: Member | None = None
    is_row = False
    for part in parse_path(path):
        if isinstance(part, int):
            if is_row or member is None or member.kind is not FieldKind.LIST:
                raise ValueError(f"no list: {path}")
            is_row = True
            continue
        below_list = member is not None and member.kind is FieldKind.LIST and not is_row
        member = None if node_class is None or below_list else members_of(node_class).by_json_name.get(part)
        if member is None:
            raise ValueError(f"no such field: {path}")
        node_class, is_row = member.node, False
    if member is None:
        raise ValueError("the document itself is no field")
    return member, is_row


def _changed(document: Document, path: str, edit: Edit) -> Document:
    parts = parse_path(path)
    if not parts:
        raise ValueError("the document itself is no member")
    try:
        return _edited(document, parts, edit)
    except Fault as fault:
        raise DocumentError(fault.code, path, fault.params) from None


def _with_rows(document: Document, path: str, change: Callable[[Member, Rows], Rows]) -> Document:
    def edit(member: Member | None, is_row: bool, rows: Any) -> Rows:
        if member is None or is_row or member.kind is not FieldKind.LIST:
            raise ValueError(f"no list: {path}")
        return change(member, rows or ())

    return _changed(document, path, edit)


def _edited(node: _NodeT, parts: Parts, edit: Edit) -> _NodeT:
    """The node with the member at `parts` made anew by `edit`; the same node where nothing changes."""
    name, *rest = parts
    member = members_of(type(node)).by_json_name.get(str(name))
    if member is None:
        return _with_unknown(node, str(name), rest, edit)
    old = getattr(node, member.name)
    new = _edited_below(member, old, tuple(rest), edit) if rest else edit(member, False, old)
    if new is None:
        return node.without_member(member.name) if member.name in node.model_fields_set else node
    return node if new is old else node.with_member(member.name, new)


def _edited_below(member: Member, old: Any, rest: Parts, edit: Edit) -> Any:
    if isinstance(rest[0], int):
        if member.kind is not FieldKind.LIST:
            raise ValueError(f"no list: {member.json_name}")
        return _edited_rows(member, old, rest[0], rest[1:], edit)
    if member.kind is not FieldKind.NODE or member.node is None:
        raise ValueError(f"no object: {member.json_name}")
    return _edited_child(member.node, old, rest, edit)


def _edited_rows(member: Member, old: Rows | None, index: int, rest: Parts, edit: Edit) -> Rows | None:
    rows = old or ()
    if index > len(rows):
        raise IndexError(f"{member.json_name} has {len(rows)} rows")
    row = rows[index] if index < len(rows) else None
    if not rest:
        new = edit(member, True, row)
    elif member.node is None:
        raise ValueError(f"no objects: {member.json_name}")
    else:
        new = _edited_child(member.node, row, rest, edit)
    if new is row:
        return old
    return rows[:index] + (() if new is None else (new,)) + rows[index + 1 :]


def _edited_child(node_class: type[Node], old: Node | None, rest: Parts, edit: Edit) -> Node | None:
    child = node_class.assembled({}, {}) if old is None else old
    new = _edited(child, rest, edit)
    return old if new is child else new


def _with_unknown(node: _NodeT, name: str, rest: list[str | int], edit: Edit) -> _NodeT:
    if rest or name.lower() in members_of(type(node)).folded:
        raise ValueError(f"no such field: {format_path([name, *rest])}")
    unknown = node.model_extra or {}
    new = edit(None, False, unknown.get(name))
    if new is None:
        return node.without_member(name) if name in unknown else node
    return node.with_member(name, new)


def _check_row(path: str, rows: Rows, index: int) -> None:
    if not 0 <= index < len(rows):
        raise IndexError(f"{path} has no row {index}")
