"""Where two states of a draft differ first: what undo and redo point at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from einvoice_desktop.domain.node import Node, members_of

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft

_COMPANIONS = frozenset(
    {"invoiceType", "measurementUnit", "vatCategory", "vatExcemptionCategory", "movePurpose", "taxCategory"}
)
"""Texts that follow from the code chosen beside them: the code is what the person changed."""


def first_difference(before: Draft, after: Draft) -> str:
    """The JSON path of the first field, in reading order, that `after` has otherwise; "" where none.

    A row that came or went is named by its place. It costs what differs: untouched parts are the same
    objects in both.
    """
    found = list(_between(before.document, after.document, ""))
    if not found:
        found = sorted(
            path
            for path in before.typed.keys() | after.typed.keys()
            if before.typed.get(path) != after.typed.get(path)
        )
    chosen = [path for path in found if path.rpartition(".")[2] not in _COMPANIONS]
    return next(iter(chosen or found), "")


def _between(before: Node, after: Node, above: str) -> Iterator[str]:
    for member in members_of(type(after)).ordered:
        old, new = getattr(before, member.name), getattr(after, member.name)
        if old is new or old == new:
            continue
        path = f"{above}.{member.json_name}" if above else member.json_name
        if isinstance(old, Node | None) and isinstance(new, Node | None):
            yield from _nodes(old, new, path)
        elif isinstance(old, tuple | None) and isinstance(new, tuple | None):
            yield from _rows(old or (), new or (), path)
        else:
            yield path


def _nodes(old: Node | None, new: Node | None, path: str) -> Iterator[str]:
    kind = type(new if new is not None else old)
    if old is not None and new is not None:
        yield from _between(old, new, path)
    elif issubclass(kind, Node):
        inside = list(_between(old or kind(), new or kind(), path))
        yield from inside or [path]


def _rows(old: Sequence[object], new: Sequence[object], path: str) -> Iterator[str]:
    if not any(isinstance(row, Node) for row in (*old[:1], *new[:1])):
        yield path
        return
    place = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b and a != b),
        min(len(old), len(new)),
    )
    if len(old) != len(new) or place >= len(new):
        yield f"{path}[{min(place, max(len(new) - 1, 0))}]" if new else path
        return
    a, b = old[place], new[place]
    if isinstance(a, Node) and isinstance(b, Node):
        yield from _between(a, b, f"{path}[{place}]")
