"""The month's package: which month, how far it is, and a way to stop it."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from einvoice_desktop.app.month_package import PackageStopped, Packed, package_name
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.figures_span import SpanChooser
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.app.spans import Span
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

_WIDTH = 620
_LOOK_MS = 150


class PackageDialog(QDialog):
    """Goes when it is closed; closing it while it works stops the work."""

    place_wanted = Signal()
    made = Signal(object, int, int)
    """The file, how many documents are in it, how many of them without a PDF."""
    failed = Signal(str, object)

    def __init__(self, office: Office, read_file: ReadFile, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "package")
        self._office = office
        self._read_file = read_file
        self._count: int | None = None
        self._done = 0
        self._stopped = threading.Event()
        self._is_working = False
        self._build(span)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._count_them()

    def _build(self, span: Span) -> None:
        self._before, self._after = KeyButton("PgUp", "", self), KeyButton("PgDown", "", self)
        identify(self._before, "package.before")
        identify(self._after, "package.after")
        self.chooser = SpanChooser(span.since, self._before, self._after, self)
        self.chooser.look_at(span)
        self._what = label("muted", self, wrap=True)
        self._found = label("section", self)
        identify(self._found, "package.found")
        self.bar = QProgressBar(self)
        identify(self.bar, "package.progress")
        self.bar.setTextVisible(False)
        self._go_on, self._close = KeyButton("Enter", "primary", self), KeyButton("Esc", "", self)
        identify(self._go_on, "package.save")
        identify(self._close, "package.close")
        self._ticker = QTimer(self, interval=_LOOK_MS)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 16)
        lines.setSpacing(12)
        for widget in (self._what, self.chooser, self._found, self.bar):
            lines.addWidget(widget)
        lines.addStretch(1)
        lines.addLayout(foot)
        self.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self.chooser.step(-1))
        self._after.clicked.connect(lambda: self.chooser.step(1))
        for key, button in (("PgUp", self._before), ("PgDown", self._after)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self.chooser.changed.connect(self._count_them)
        self._go_on.setDefault(True)
        for button in (self._before, self._after, self._close):
            # Enter saves wherever the keys are, as its button says.
            button.setAutoDefault(False)
        self.chooser.size_box.setFocus()
        self._go_on.clicked.connect(self.place_wanted)
        self._close.clicked.connect(self.reject)
        self._ticker.timeout.connect(self._say_progress)
        self.finished.connect(lambda _result: self.stop())
        self.finished.connect(self.deleteLater)

    @property
    def file_name(self) -> str:
        """What the package is called at first."""
        return package_name(self.chooser.span, self._office.the_desk.environment)

    # --- before -----------------------------------------------------------------------------------

    def _count_them(self) -> None:
        span, packages = self.chooser.span, self._office.the_desk.packages
        self._count = None
        self._follow()
        self._office.tasks.run(
            lambda: packages.count(span),
            while_alive(self, partial(self._on_counted, span)),
            while_alive(self, self._office.on_failed),
        )

    def _on_counted(self, span: Span, count: int) -> None:
        if span == self.chooser.span:
            self._count = count
            self._follow()

    def _follow(self) -> None:
        count, working = self._count, self._is_working
        self._go_on.setEnabled(bool(count) and not working)
        self.chooser.setEnabled(not working)
        self.bar.setVisible(working)
        if working:
            self._say_progress()
        elif count is None:
            self._found.setText("…")
        elif count:
            self._found.setText(self.tr("Documents: {0}").format(count))
        else:
            self._found.setText(self.tr("Nothing was issued in this period."))
        self._close.setText(self.tr("Stop") if working else self.tr("Close"))

    # --- at work ----------------------------------------------------------------------------------

    def start(self, path: Path) -> None:
        """Makes the package at `path`."""
        office, span, language = self._office, self.chooser.span, self._office.language
        packages, make_pdf = office.the_desk.packages, pdf_maker(office, self._read_file)
        self._done, self._is_working = 0, True
        self._stopped.clear()
        self.bar.setRange(0, self._count or 0)
        self._ticker.start()
        self._follow()
        office.tasks.run(
            lambda: packages.write(path, span, language, make_pdf, self._told),
            while_alive(self, partial(self._on_made, path)),
            while_alive(self, partial(self._on_failed, path)),
        )

    def _told(self, done: int) -> bool:
        """Called by the thread that works: it leaves a number and reads a flag, no more."""
        self._done = done
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Nothing is written then."""
        self._stopped.set()

    def _say_progress(self) -> None:
        self.bar.setValue(self._done)
        self._found.setText(self.tr("{0} of {1}").format(self._done, self._count))

    def _rest(self) -> None:
        self._is_working = False
        self._ticker.stop()
        self._follow()

    def _on_made(self, path: Path, packed: Packed) -> None:
        self._rest()
        self.made.emit(path, packed.documents, len(packed.without_pdf))
        self.accept()

    def _on_failed(self, path: Path, error: Exception) -> None:
        self._rest()
        if not isinstance(error, PackageStopped):
            self.failed.emit(path.name, error)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Month's package for the accountant"))
        self._what.setText(
            self.tr(
                "One ZIP file with everything that was issued: the list, the totals, and of each document "
                "its PDF, the data that were sent and the provider's receipt."
            )
        )
        self._before.setText(self.tr("Before"))
        self._after.setText(self.tr("After"))
        self._go_on.setText(self.tr("Save as…"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.chooser.retranslate(self._office.language)


def pdf_maker(office: Office, read_file: ReadFile) -> Callable[[int], bytes]:
    """What makes a document's PDF as it prints now. Called on the GUI thread; what it gives works off it."""
    from einvoice_desktop.gui.paper.fonts import point_at
    from einvoice_desktop.gui.paper.output import pdf_bytes
    from einvoice_desktop.gui.paper.subjects import SealedSubject
    from einvoice_desktop.gui.paper.wishes import WishReader

    point_at(office.resource)
    desk, reader = office.the_desk, WishReader(office.preferences, read_file)
    known: list[PaperWishes] = []

    def make(submission_id: int) -> bytes:
        if not known:
            known.append(reader.read().wishes)
        sheet = SealedSubject(submission_id).lay_out(desk, known[0])
        return pdf_bytes(sheet.pages, title=sheet.naming.title)

    return make
