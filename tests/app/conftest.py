"""What tests of the application share: code tables, a clock that stands still, messages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.sealing import Way, seal_request
from einvoice_desktop.app.submit import Submitter
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Outcome, SignIn, Submission
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.app.scripted import INVOICE, Scripted


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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path / "books.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def line() -> Scripted:
    return Scripted()


@pytest.fixture
def submitter(store, line, clock) -> Submitter:
    return Submitter(store.outbox, line, clock, lambda: 0.5)


@pytest.fixture
def seal(store, clock, codes) -> Callable[..., Submission]:
    ids = iter(range(1000))

    def seal(server: str = "practice", **changes: object) -> Submission:
        document = read_document(INVOICE)
        for name, value in changes.items():
            document = document.with_member(name, value)
        around = Surroundings(codes, athens_day(clock.now()))
        way = Way(server, SignIn.BEARER, False)
        request, _ = seal_request(document, way, around, clock.now(), lambda: f"id-{next(ids)}")
        return store.outbox.seal(request, clock.now())

    return seal


@pytest.fixture
def try_once(submitter, line):
    def try_once(*outcomes: Outcome | UserError) -> Submission:
        line.outcomes += outcomes
        settled = submitter.step([Scope()], lambda _: None)
        assert settled is not None
        return settled

    return try_once
