"""What one edit costs, from the key until line, sums and problems are painted, by the number of lines."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from bench import Row, ratio_of_readings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

GOALS = {100: 1.25, 1_000: 1.25, 10_000: 1.5}
BASE = 10
EDITS = 10


def rows() -> list[Row]:
    """Each number of lines over ten lines, and the milliseconds of one edit."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    desk = _desk(folder)
    try:
        base = _Page(desk, BASE)
        table = []
        for lines, goal in GOALS.items():
            page = _Page(desk, lines)
            measured = ratio_of_readings(page.edit, base.edit, rounds=15, warmups=3)
            note = f"{1000 * page.last:.1f} ms"
            table.append(Row(f"one edit painted, {lines:,} lines over {BASE}", measured, goal, note))
            page.close()
        base.close()
        return table
    finally:
        desk.close()
        application.processEvents()
        shutil.rmtree(folder, ignore_errors=True)


def _desk(folder: Path):  # type: ignore[no-untyped-def]
    from einvoice_desktop import bootstrap

    return bootstrap.open_desk(bootstrap.Options(data_dir=folder))


class _Page:
    """A compose page on a document of so many lines; `edit` types a price and waits for the picture."""

    def __init__(self, desk, lines: int) -> None:  # type: ignore[no-untyped-def]
        from PySide6.QtWidgets import QApplication

        from einvoice_desktop.app.drafting import Draft
        from einvoice_desktop.domain.lines import Detail
        from einvoice_desktop.gui.compose.page import ComposePage
        from einvoice_desktop.gui.session import DraftSession
        from einvoice_desktop.gui.tasks import TaskRunner

        self._tasks = TaskRunner()
        self._session = DraftSession(self._tasks)
        # Saving goes on in a thread and would be measured by chance.
        self._session.save_now = lambda: None  # type: ignore[method-assign]
        self._page = ComposePage(
            self._session,
            lambda table: desk.codes.choices(table, "el"),
            sentence=lambda problem: desk.problem_sentence(problem, "el"),
        )
        self._page.resize(1110, 790)
        self._page.show()
        draft = desk.new_draft()
        details = tuple(
            Detail(
                code=f"K-{i}",
                descriptions=(f"Είδος {i}",),
                quantity=Decimal(i % 7 + 1),
                unit_price=Decimal("12.34"),
                vat_category_code=i % 3 + 1,
            )
            for i in range(lines)
        )
        document = draft.document.with_member("details", details)
        self._session.attach(desk, Draft(document), None)
        self._application: Callable[[], None] = QApplication.processEvents
        self._application()
        self._turn = 0
        self.last = 0.0

    def edit(self) -> float:
        """Seconds of one edit, over a few."""
        begun = time.perf_counter()
        for _ in range(EDITS):
            self._turn += 1
            self._session.edit("details[3].unitPrice", f"{self._turn % 90 + 1},25")
            self._application()
        self.last = (time.perf_counter() - begun) / EDITS
        return self.last

    def close(self) -> None:
        """The page goes."""
        self._page.close()
        self._page.deleteLater()
        self._tasks.shutdown()
        self._application()
