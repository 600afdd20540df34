"""Long work on many documents in short pieces, so that the window has its turn between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office

T = TypeVar("T")


class Piecewise(Generic[T]):
    """One order at a time: a new one takes the place of the one under way, which is not answered any more."""

    def __init__(self, office: Office, work: Callable[[list[int]], T], size: int) -> None:
        """`work` gets up to `size` ids; it blocks and runs off the GUI thread."""
        self._office = office
        self._work = work
        self._size = size
        self._ids: list[int] = []
        self._parts: list[T] = []
        self._done: Callable[[list[T]], None] = lambda _parts: None
        self._busy = False
        self._fresh = False

    def start(self, ids: list[int], done: Callable[[list[T]], None]) -> None:
        """`done` gets the answers to all pieces, in their order; none for no ids."""
        self._ids, self._parts, self._done, self._fresh = ids, [], done, True
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._fresh = False
        begun = len(self._parts) * self._size
        if begun >= len(self._ids):
            self._done(self._parts)
            return
        self._busy = True
        work, piece = self._work, self._ids[begun : begun + self._size]
        self._office.tasks.run(lambda: work(piece), self._on_part, self._on_failed)

    def _on_part(self, part: T) -> None:
        self._busy = False
        if not self._fresh:
            self._parts.append(part)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if self._fresh:
            self._next()
        self._office.on_failed(error)
