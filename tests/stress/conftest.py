"""What the long tests share: the rules' surroundings, and figures that are told when all is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.rules.surroundings import Surroundings

TODAY = "2026-11-21"
_TOLD = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture(scope="session")
def around(codes: CodeTables) -> Surroundings:
    """A practice desk on a known day."""
    return Surroundings(codes, TODAY)


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Prints a figure at the end of the run, whether the test passes or not."""
    return pytestconfig.stash.setdefault(_TOLD, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    told = config.stash.get(_TOLD, [])
    if told:
        terminalreporter.section("what was measured")
        for line in told:
            terminalreporter.write_line(line)
