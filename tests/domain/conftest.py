"""What tests of the domain share: the surroundings of the rules."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.rules.surroundings import Surroundings

TODAY = "2026-11-21"


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture(scope="session")
def around(codes: CodeTables) -> Surroundings:
    """A practice desk on a known day."""
    return Surroundings(codes, TODAY, check_digit_is_wrong=check_digit_is_wrong)
