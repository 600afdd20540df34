"""Reads and works the accessibility tree for atspi.py: one question a line in, one answer a line out (JSON).

Run by Debian's own Python, with the session bus and the display of one Desktop in its environment.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CALL_MS = 3000
START_MS = 15000
# Cells are reached by row and column; a table of thousands would make every look at the window slow.
CELLS_IN_A_DUMP = 60


class Reader:
    """Answers questions about the programs on one accessibility bus; the nodes it told of have numbers."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []

    def has_window(self, pid: int) -> bool:
        root = self.program(pid)
        return root is not None and root.get_child_count() > 0

    def find(
        self,
        pid: int,
        id: str | None = None,
        role: str | None = None,
        name: str | None = None,
        under: int | None = None,
    ) -> list[dict[str, Any]]:
        pattern = re.compile(name) if name is not None else None

        def wanted(node: Any) -> bool:
            return (
                (id is None or node.get_accessible_id() == id)
                and (role is None or node.get_role_name() == role)
                and (pattern is None or pattern.search(node.get_name() or "") is not None)
            )

        found = []
        cells = sys.maxsize if role is not None and role.startswith("table ") else 0
        for _, node in walk(self.nodes[under] if under is not None else self.root(pid), cells):
            try:
                if wanted(node):
                    found.append(self.told(node))
            except GLib.Error:  # it vanished while it was looked at
                continue
        return found

    def look(self, handle: int) -> dict[str, Any]:
        node = self.nodes[handle]
        node.clear_cache()
        return described(node, handle)

    def focused(self, pid: int) -> dict[str, Any] | None:
        """What has the keyboard, the innermost of it (a cell, not its table); None for nothing."""
        found = None
        for _, node in walk(self.root(pid), 0, in_sight=True):
            try:
                if has_keyboard(node):
                    found = self.current_cell(node) or node
            except GLib.Error:
                continue
        return None if found is None else self.told(found)

    def current_cell(self, node: Any) -> Any:
        """The cell that has the keyboard, of a table that has it."""
        if node.get_role() not in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST):
            return None
        cells = (node.get_child_at_index(i) for i in range(min(node.get_child_count(), CELLS_IN_A_DUMP)))
        return next((cell for cell in cells if cell is not None and has_keyboard(cell)), None)

    def labels(self, handle: int) -> list[str]:
        """The names of what labels a node."""
        found = []
        for relation in self.nodes[handle].get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                found += [relation.get_target(i).get_name() or "" for i in range(relation.get_n_targets())]
        return found

    def described_as(self, handle: int) -> str:
        """What is said of a node beside its name."""
        return str(self.nodes[handle].get_description() or "")

    def heads(self, handle: int) -> list[str]:
        """The names of the heads of a cell's column and row; "" where it has none."""
        cell = self.nodes[handle].get_table_cell()
        if cell is None:
            return []
        told = [*cell.get_column_header_cells(), *cell.get_row_header_cells()]
        return [head.get_name() or "" for head in told]

    def text(self, handle: int) -> str:
        node = self.nodes[handle]
        node.clear_cache()
        text = node.get_text_iface()
        if text is None:
            return str(node.get_name() or "")
        return str(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))

    def act(self, handle: int, names: list[str]) -> str:
        actions = self.nodes[handle].get_action_iface()
        have = [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []
        for name in names:
            if name in have:
                actions.do_action(have.index(name))
                return name
        raise LookupError(f"none of the actions {names} among {have}")

    def focus(self, handle: int) -> None:
        component = self.nodes[handle].get_component_iface()
        if component is None or not component.grab_focus():
            self.act(handle, ["SetFocus", "Set Focus"])

    def table_size(self, handle: int) -> list[int]:
        table = self.table(handle)
        return [table.get_n_rows(), table.get_n_columns()]

    def column_titles(self, handle: int) -> list[str]:
        table = self.table(handle)
        return [table.get_column_description(i) or "" for i in range(table.get_n_columns())]

    def cell(self, handle: int, row: int, column: int) -> dict[str, Any]:
        cell = self.table(handle).get_accessible_at(row, column)
        if cell is None:
            raise LookupError(f"the table has no cell in row {row}, column {column}")
        cell.clear_cache()
        return self.told(cell)

    def tree(self, pid: int) -> str:
        lines = []
        for depth, node in walk(self.root(pid), CELLS_IN_A_DUMP):
            lines.append(
                f"{'  ' * depth}{node.get_role_name()} {node.get_accessible_id() or '-'} {node.get_name()!r}"
            )
        return "\n".join(lines)

    def program(self, pid: int) -> Any:
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == pid:
                return child
        return None

    def root(self, pid: int) -> Any:
        program = self.program(pid)
        if program is None:
            raise LookupError(f"no program {pid} in the tree")
        return program

    def table(self, handle: int) -> Any:
        node = self.nodes[handle]
        node.clear_cache()
        table = node.get_table_iface()
        if table is None:
            raise LookupError(f"{node.get_role_name()} {node.get_name()!r} is no table")
        return table

    def told(self, node: Any) -> dict[str, Any]:
        self.nodes.append(node)
        return described(node, len(self.nodes) - 1)


def walk(node: Any, cells: int, depth: int = 0, *, in_sight: bool = False) -> Iterator[tuple[int, Any]]:
    """Yield a node and all below it, depth first, of a table `cells` children at most.

    The tree is alive: what vanishes meanwhile is passed over. `in_sight`: what is hidden is passed over too.
    """
    try:
        node.clear_cache()
        if in_sight and depth > 1 and not node.get_state_set().contains(Atspi.StateType.SHOWING):
            return
        count = node.get_child_count()
        if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
            count = min(count, cells)
    except GLib.Error:
        return
    yield depth, node
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child, cells, depth + 1, in_sight=in_sight)


PARTS = (Atspi.Role.PAGE_TAB, Atspi.Role.LIST_ITEM, Atspi.Role.TABLE_CELL, Atspi.Role.TREE_ITEM)


def has_keyboard(node: Any) -> bool:
    """Qt says of the chosen tab and of the present row that they have the keyboard, whoever has it."""
    whole = node.get_parent() if node.get_role() in PARTS else node
    return all(part.get_state_set().contains(Atspi.StateType.FOCUSED) for part in (node, whole))


def described(node: Any, handle: int) -> dict[str, Any]:
    component = node.get_component_iface()
    box = component.get_extents(Atspi.CoordType.SCREEN) if component is not None else None
    x, y, width, height = (box.x, box.y, box.width, box.height) if box is not None else (0, 0, 0, 0)
    states = [state.value_nick for state in node.get_state_set().get_states()]
    return {
        "handle": handle, "role": node.get_role_name(), "name": node.get_name() or "",
        "id": node.get_accessible_id() or "", "states": states,
        "x": x, "y": y, "width": width, "height": height,
    }  # fmt: skip


def main() -> None:
    Atspi.init()
    Atspi.set_timeout(CALL_MS, START_MS)
    reader = Reader()
    for line in sys.stdin:
        asked = json.loads(line)
        method: Callable[..., Any] = getattr(reader, asked.pop("question"))
        try:
            answer = {"answer": method(**asked)}
        except (GLib.Error, LookupError) as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
