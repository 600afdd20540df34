"""One question at a time, only the newest one is answered: a keyring or a network may let threads wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from einvoice_desktop.gui.tasks import TaskRunner

T = TypeVar("T")


class _Question(NamedTuple, Generic[T]):
    work: Callable[[], T]
    then: Callable[[T], None]
    failed: Callable[[Exception], None]


class Newest(Generic[T]):
    """Of one `owner`; nothing is heard after it has gone."""

    def __init__(self, tasks: TaskRunner, owner: QObject) -> None:
        self._tasks, self._owner = tasks, owner
        self._under_way: _Question[T] | None = None
        self._wanted: _Question[T] | None = None

    def ask(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Calls `work` in a thread, once the one that is under way has ended."""
        self._wanted = _Question(work, then, failed)
        if self._under_way is None:
            self._begin()

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._wanted = None

    def _begin(self) -> None:
        question = self._under_way = self._wanted
        if question is not None:
            self._tasks.run(
                question.work,
                while_alive(self._owner, lambda value: self._end(question, lambda: question.then(value))),
                while_alive(self._owner, lambda error: self._end(question, lambda: question.failed(error))),
            )

    def _end(self, question: _Question[T], tell: Callable[[], None]) -> None:
        self._under_way = None
        if question is self._wanted:
            self._wanted = None
            tell()
        else:
            self._begin()
