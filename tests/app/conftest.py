"""What tests of the application share: code tables, a clock that stands still, messages."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.domain.codes import CodeTables


class HeldClock:
    """A clock that moves only when told."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def messages() -> Messages:
    return bootstrap.open_messages()
