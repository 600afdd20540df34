"""The whole window on no screen, with its books on disk, and documents of as many lines as are wanted."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_AT_FIRST = 2.0
"""Seconds for what the window does after its start, when nothing else is to do."""
_LONGEST = 60.0


class LongWindow:
    """Opens documents in the window, and tells how long it takes until they are painted."""

    def __init__(self) -> None:
        from einvoice_desktop import bootstrap, paths
        from einvoice_desktop.gui import start

        self.folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
        start.import_plainly()
        self.application = start.make_application()
        settings = bootstrap.open_settings(self.folder)
        built = start.build_window(self.application, settings, paths.resource, "practice")
        self.program = start.equip(built, settings)
        self.window = built
        self.window.resize(1280, 900)
        self.window.show()
        self.desk = bootstrap.open_desk(bootstrap.Options(self.folder))
        start.attach(self.program, start.Opened(self.desk, self.desk.new_draft(), None, None))
        self.rest(_AT_FIRST)
        # As the start of the program does.
        gc.collect()
        gc.freeze()
        self.paints = _Paints(self.lines.viewport())

    @property
    def session(self):  # type: ignore[no-untyped-def]
        """The one writer of the document on the stage."""
        return self.window.session

    @property
    def lines(self):  # type: ignore[no-untyped-def]
        """The table of lines."""
        return self.window.stage.page.tabs.lines()

    def until_painted(self, wish: Callable[[], object], lines: int) -> float:
        """Seconds from a wish until a document of so many lines is painted."""
        from PySide6.QtCore import QEventLoop

        self.rest()
        self.paints.count, before = 0, self.session.draft
        begun = time.perf_counter()
        wish()
        while self.session.draft is before or self.session.row_count("details") != lines:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert time.perf_counter() - begun < _LONGEST
        return self.painted_since(begun)

    def painted_since(self, begun: float) -> float:
        """Seconds until the table of lines is painted, and all that is asked for with it."""
        self.application.processEvents()
        while not self.paints.count:
            self.application.processEvents()
            assert time.perf_counter() - begun < _LONGEST
        return time.perf_counter() - begun

    def rest(self, seconds: float = 0.05) -> None:
        """Until nothing is under way any more, and that long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until or not self.window.tasks.is_idle or self.session.is_saving_due:
            self.application.processEvents()
            time.sleep(0.002)

    def close(self) -> None:
        """The window goes, and its books."""
        self.rest()
        self.window.close()
        self.application.processEvents()
        self.desk.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def long_draft(desk, lines: int) -> Draft:  # type: ignore[no-untyped-def]
    """A sales invoice, its lines classified, its amounts still to be worked out."""
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.lines import Classification, Detail

    goods = Classification(classification_category_code="category1_1", classification_type_code="E3_561_001")
    details = tuple(
        Detail(
            line_no=i + 1,
            code=f"K-{i}",
            descriptions=(f"Είδος {i}",),
            measurement_unit="Τεμάχια",
            measurement_unit_code=1,
            quantity=Decimal(i % 7 + 1),
            unit_price=Decimal("12.34"),
            vat_category="24%",
            vat_category_code=1,
            record_type_code=0,
            income_classification=goods,
        )
        for i in range(lines)
    )
    return Draft(desk.new_draft().document.with_member("details", details))


def _Paints(viewport):  # type: ignore[no-untyped-def]  # noqa: N802 - a class that Qt's own must come before
    """Counts the paints of a widget."""
    from PySide6.QtCore import QEvent, QObject

    class Paints(QObject):
        count = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
            self.count += event.type() == QEvent.Type.Paint
            return False

    paints = Paints(viewport)
    viewport.installEventFilter(paints)
    return paints
