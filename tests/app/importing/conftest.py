"""A practice desk, and files imported into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.importing.headings import guess
from einvoice_desktop.app.importing.plan import Plan, RowPlan, Wish
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.targets import Subject


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, database_url=None))
    yield opened
    opened.close()


class Importing:
    """What a person does with a file, without the window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.importer = desk.importer

    def wish(self, rows: Any, subject: Subject | None = None, **how: Any) -> Wish:
        found = guess(rows, subject)
        return Wish(found.subject, found.header, found.columns, **how)

    def plan(self, text: str | bytes, subject: Subject | None = None, **wish: Any) -> Any:
        data = text if isinstance(text, bytes) else text.encode()
        rows = self.importer.read(data).sheets[0].rows
        return self.importer.plan(rows, self.wish(rows, subject, **wish), "el", Progress())

    def rows(self, text: str | bytes, subject: Subject | None = None, **wish: Any) -> list[RowPlan]:
        plan: Plan = self.plan(text, subject, **wish).plan
        return list(plan.rows)

    def do(self, text: str | bytes, subject: Subject | None = None, **wish: Any) -> Any:
        planned = self.plan(text, subject, **wish)
        return self.importer.carry_out(planned, "αρχείο.csv", Progress())


@pytest.fixture
def importing(desk: Desk) -> Importing:
    return Importing(desk)
