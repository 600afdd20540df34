"""Work leaves the GUI thread and comes back to it; nothing that hangs holds the window up."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.tasks import TaskRunner


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    assert qapp is not None
    runner = TaskRunner()
    yield runner
    runner.shutdown(1.0)


def test_the_result_comes_back_on_the_gui_thread(tasks: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool]] = []
    worked_in: list[str] = []

    def work() -> int:
        worked_in.append(threading.current_thread().name)
        return 42

    tasks.run(work, lambda value: seen.append((value, QThread.currentThread() is tasks.thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]
    assert worked_in != ["MainThread"]
    assert tasks.is_idle


def test_many_tasks_are_each_answered_once(tasks: TaskRunner, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(200):
        tasks.run(lambda number=number: number, answers.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(answers) == 200)
    assert sorted(answers) == list(range(200))


def test_a_failure_reaches_whoever_asked_for_it(tasks: TaskRunner, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    tasks.run(lambda: 1 // 0, lambda _value: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_failure_nobody_asked_for_is_not_swallowed(
    tasks: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append(kind))
    tasks.run(lambda: 1 // 0, lambda _value: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]


def test_a_call_that_hangs_does_not_hold_the_end_up(qtbot: QtBot) -> None:
    runner, free = TaskRunner(), threading.Event()
    answered: list[object] = []
    runner.run(lambda: free.wait(30), answered.append)
    start = time.monotonic()
    assert not runner.shutdown(0.2)
    assert time.monotonic() - start < 1.0
    free.set()
    qtbot.wait(50)
    assert answered == [], "a result after the end is dropped"
    runner.run(lambda: 1, answered.append)
    qtbot.wait(50)
    assert answered == []


def test_the_window_goes_on_while_work_is_slow(tasks: TaskRunner, qtbot: QtBot) -> None:
    done: list[object] = []
    tasks.run(lambda: time.sleep(0.3), done.append)
    beats = 0
    end = time.monotonic() + 0.25
    while time.monotonic() < end:
        qtbot.wait(10)
        beats += 1
    assert beats >= 10
    qtbot.waitUntil(lambda: bool(done))
