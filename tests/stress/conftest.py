"""What the long tests share: the rules' surroundings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.rules.surroundings import Surroundings

TODAY = "2026-11-21"


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture(scope="session")
def around(codes: CodeTables) -> Surroundings:
    """A practice desk on a known day."""
    return Surroundings(codes, TODAY)
