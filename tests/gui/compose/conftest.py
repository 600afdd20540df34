"""The compose page on the real session and the real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.gui.session import DraftSession
from einvoice_desktop.gui.tasks import TaskRunner
from tests.gui.compose.office import Office, all_saved

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.app.desk import Desk

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen Qt cannot raise a window or hint at its size, and says so."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("data")
    opened = bootstrap.open_desk(bootstrap.Options(folder))
    yield opened
    opened.close()


@pytest.fixture
def unready(desk: Desk, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Office]:
    """The page while the engine is still on its way."""
    tasks = TaskRunner()
    language = getattr(request, "param", "el")
    office = Office(desk, DraftSession(tasks, language), qtbot)
    yield office
    if office.session.ready:
        qtbot.waitUntil(lambda: all_saved(office.session, tasks))
    tasks.shutdown()


@pytest.fixture
def office(unready: Office) -> Office:
    """The page with a new document."""
    unready.start()
    unready.page.focus_first()
    return unready


@pytest.fixture
def line(office: Office) -> Callable[..., None]:
    """Puts a line into the document the short way, past the keyboard."""

    def put(row: int, description: str, quantity: str, price: str) -> None:
        if row >= office.session.row_count("details"):
            office.session.insert_row("details")
        place = f"details[{row}]"
        office.session.edit(f"{place}.descriptions[0]", description)
        office.session.edit(f"{place}.quantity", quantity)
        office.session.edit(f"{place}.unitPrice", price)

    return put
