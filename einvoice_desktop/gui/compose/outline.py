"""Every field of the document as a tree of names, grown only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from einvoice_desktop.app.entry import fold
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.node import FieldKind, Member, Node, members_of

RowCount = Callable[[str], int]
"""How many rows the list at a JSON path has."""

COMPUTED = ("summaries", "vatAnalysis")
"""Always recomputed: shown, never edited."""

MADE_WHOLE = ("details", "taxes", "paymentMethods", "allowancesCharges")
"""Lists whose new rows begin with values of their own; in any other list typing makes the next row."""

_ROWS_SEARCHED = 3


@dataclass(eq=False, slots=True)
class OutlineNode:
    """One field, or one row of a list (`row` is its place). `node` is the class of what stands below."""

    path: str
    name: str
    kind: FieldKind
    member: Member | None = None
    node: type[Node] | None = None
    parent: OutlineNode | None = None
    row: int | None = None
    _children: list[OutlineNode] | None = field(default=None, repr=False)

    @property
    def is_leaf(self) -> bool:
        """Whether it holds a value of its own."""
        return self.kind not in (FieldKind.NODE, FieldKind.LIST)

    @property
    def is_computed(self) -> bool:
        """Whether its value follows from others alone."""
        return self.path.startswith(COMPUTED)

    @property
    def has_next_row(self) -> bool:
        """Whether a list shows the row that typing would make."""
        return self.kind is FieldKind.LIST and not self.is_computed and self.name not in MADE_WHOLE

    def rows_shown(self, row_count: RowCount) -> int:
        """How many rows a list shows, the next one included."""
        return row_count(self.path) + self.has_next_row

    @property
    def is_grown(self) -> bool:
        """Whether somebody has looked below."""
        return self._children is not None

    def children(self, row_count: RowCount) -> list[OutlineNode]:
        """What stands below, made when first asked for."""
        if self._children is None:
            if self.kind is FieldKind.LIST:
                self._children = [self.row_node(row) for row in range(self.rows_shown(row_count))]
            elif self.node is not None:
                self._children = [self._child(member) for member in members_of(self.node).ordered]
            else:
                self._children = []
        return self._children

    def _child(self, member: Member) -> OutlineNode:
        path = f"{self.path}.{member.json_name}" if self.path else member.json_name
        return OutlineNode(path, member.json_name, member.kind, member, member.node, self)

    def row_node(self, row: int) -> OutlineNode:
        """Row `row` of this list."""
        assert self.member is not None
        kind = self.member.item or FieldKind.TEXT
        return OutlineNode(f"{self.path}[{row}]", f"[{row}]", kind, self.member, self.member.node, self, row)

    def place(self) -> int:
        """Which child of its parent it is."""
        if self.row is not None:
            return self.row
        siblings = self.parent._children if self.parent is not None else None
        return siblings.index(self) if siblings else 0


def root() -> OutlineNode:
    """The document itself."""
    return OutlineNode("", "", FieldKind.NODE, node=Document)


def searchable(top: OutlineNode, row_count: RowCount, line: int) -> Iterator[OutlineNode]:
    """Every leaf that a search looks at, grown on a tree of its own.

    Of a long list only the first rows, and the next one that could be added; of the lines only `line`.
    """
    if top.is_leaf:
        yield top
    elif top.kind is FieldKind.LIST:
        for row in _rows_searched(top.path, row_count(top.path), line):
            yield from searchable(top.row_node(row), row_count, line)
    else:
        for child in top.children(row_count):
            yield from searchable(child, row_count, line)


def _rows_searched(path: str, count: int, line: int) -> list[int]:
    if path == "details":
        return [min(line, count)]
    if path.startswith(COMPUTED):
        return list(range(min(count, _ROWS_SEARCHED)))
    return [*range(min(count, _ROWS_SEARCHED)), *([count] if count < _ROWS_SEARCHED else [])]


def matches(words: list[str], path: str, label: str) -> bool:
    """Whether every folded word stands in a field's path or label."""
    text = fold(f"{path} {label}")
    return all(word in text for word in words)
