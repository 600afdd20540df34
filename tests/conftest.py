"""What every test has: no screen, Hypothesis profiles, codes, a guard on what outlives it, told figures."""

from __future__ import annotations

import json
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.pgp_keys import PgpKeys

TOP = Path(__file__).resolve().parent.parent
# How long something that is about to end may still take once its test is over.
GRACE_SECONDS = 2.0
LONG_FIRST = ("tests/window/", "tests/packaging/", "tests/two_minds/", "tests/store/", "tests/cli/")
_TOLD = pytest.StashKey[list[str]]()

# Before any test imports Qt; a test that wants a real window starts a process of its own (tests/driver).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("fast", deadline=None, database=None, max_examples=60)
settings.register_profile(
    "stress", deadline=None, database=None, max_examples=3000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def tables() -> Mapping[str, Any]:
    """Every table of resources/codes as it stands, by file name without `.json`; numbers are Decimal."""
    folder = TOP / "resources" / "codes"
    return MappingProxyType(
        {
            path.stem: json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
            for path in folder.glob("*.json")
        }
    )


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread or a running QTimer behind, which would strike in another test."""
    before = set(threading.enumerate())
    timers = _watched_timers(monkeypatch) if _uses_qt(request) else None
    yield
    if request.node.get_closest_marker("leaves_running"):
        return
    left = _left_threads(before)
    assert not left, f"threads still running: {[thread.name for thread in left]}"
    if timers is not None:
        still = _left_timers(timers)
        assert not still, f"timers still running: {still}"


def _uses_qt(request: pytest.FixtureRequest) -> bool:
    return not {"qtbot", "qapp"}.isdisjoint(request.fixturenames)


def _left_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return what runs now and did not before; a Qt thread that once ran Python stays listed as a dummy."""
    end = time.monotonic() + GRACE_SECONDS
    while True:
        new = set(threading.enumerate()) - before
        left = [thread for thread in new if not isinstance(thread, threading._DummyThread)]
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.01)


def _watched_timers(monkeypatch: pytest.MonkeyPatch) -> weakref.WeakSet[Any]:
    from PySide6.QtCore import QTimer

    started: weakref.WeakSet[Any] = weakref.WeakSet()
    start = QTimer.start

    def remembering_start(timer: QTimer, *args: Any) -> None:
        started.add(timer)
        start(timer, *args)

    monkeypatch.setattr(QTimer, "start", remembering_start)
    return started


def _left_timers(timers: weakref.WeakSet[Any]) -> list[str]:
    from shiboken6 import isValid

    alive = [timer for timer in timers if isValid(timer) and timer.isActive() and not timer.isSingleShot()]
    return [f"{timer.objectName() or 'unnamed'} of {timer.parent()!r}" for timer in alive]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Few long tests before many short ones, so that at the end no process works on alone."""

    def place(item: pytest.Item) -> int:
        return next(
            (number for number, folder in enumerate(LONG_FIRST) if item.nodeid.startswith(folder)),
            len(LONG_FIRST),
        )

    items.sort(key=place)


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Prints a figure at the end of the run, whether the test passes or not."""
    return pytestconfig.stash.setdefault(_TOLD, []).append


def pytest_sessionfinish(session: pytest.Session) -> None:
    """One of several processes hands its figures to the one that prints."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["told"] = session.config.stash.get(_TOLD, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The figures of a process that has ended."""
    told = getattr(node, "workeroutput", {}).get("told", [])
    node.config.stash.setdefault(_TOLD, []).extend(told)


def _name_what_failed(reporter: pytest.TerminalReporter) -> None:
    """For whoever runs these tests once more (packaging/run_tests.py)."""
    told = os.environ.get("EINVOICE_FAILED_TESTS")
    if told:
        reports = [*reporter.stats.get("failed", ()), *reporter.stats.get("error", ())]
        names = dict.fromkeys(getattr(report, "nodeid", "") for report in reports)
        Path(told).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    _name_what_failed(terminalreporter)
    told = config.stash.get(_TOLD, [])
    if told:
        terminalreporter.section("what was measured")
        for line in told:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def pgp_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PgpKeys]:
    """Keys of every kind and the real gpg that holds their secret parts."""
    from tests.pgp_keys import PgpKeys

    keys = PgpKeys(tmp_path_factory.mktemp("pgp"))
    try:
        keys.make()
        yield keys
    finally:
        keys.close()
