"""The two minds, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.two_minds.facts import Facts
from tests.two_minds.minds import OurMind, TheirMind

Tables = Mapping[str, Sequence[Mapping[str, Any]]]


@pytest.fixture(scope="session")
def facts(tables: Tables) -> Facts:
    return Facts(tables)


@pytest.fixture(scope="session")
def our_mind(tables: Tables) -> OurMind:
    return OurMind(tables)


@pytest.fixture
def their_mind(tables: Tables, tmp_path: Path) -> Iterator[TheirMind]:
    mind = TheirMind(tmp_path, tables)
    yield mind
    mind.close()
