"""The window of an import: its steps one after the other, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from einvoice_desktop.app.importing.targets import Subject
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.importing.kinds import DOCUMENTS, SHEETS
from einvoice_desktop.gui.importing.preview import PreviewStep
from einvoice_desktop.gui.importing.result import ResultStep
from einvoice_desktop.gui.importing.running import RunningStep
from einvoice_desktop.gui.importing.source import SourceStep
from einvoice_desktop.gui.importing.work import ImportWork
from einvoice_desktop.gui.keys import with_twins
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.report import Report, TakenBack
    from einvoice_desktop.gui.importing.files import ReadFile
    from einvoice_desktop.gui.office import Office

_KEY = "Ctrl+Return"


class ImportDialog(WordedDialog):
    """Stands beside the window. One import at a time; after one there can be another."""

    books_changed = Signal(object)
    """The Subject of what was imported, or taken back."""
    shown_wanted = Signal(object)
    """The Subject whose page is wanted."""
    report_wanted = Signal(object)
    """A Report to be saved."""

    def __init__(self, office: Office, read_file: ReadFile, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._office = office
        self.work = ImportWork(office, read_file, self)
        self._subject = Subject.CUSTOMERS
        self.source = SourceStep(self)
        self.preview = PreviewStep(office, self.work, self)
        self.running = RunningStep(self.work, self)
        self.outcome = ResultStep(office, self)
        self._steps = QStackedWidget(self)
        for step in (self.source, self.preview, self.running, self.outcome):
            self._steps.addWidget(step)
        self._told = label("error", self, wrap=True)
        identify(self._told, "import.fault")
        self.other = self._button("import.other", "", self._begin_again)
        self.go = self._button("import.go", "Ctrl+Enter", self._on_go, "primary")
        self.leave = self._button("import.close", "Esc", self.reject)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show(self.source)
        self.resize(min(1080, max(900, parent.width() - 120)), min(720, max(560, parent.height() - 80)))

    def _button(self, identifier: str, key: str, pressed: object, role: str = "") -> KeyButton:
        button = KeyButton(key, role, self)
        identify(button, identifier)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: pressed())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(8)
        foot.addWidget(self.other)
        foot.addWidget(self._told, 1)
        foot.addStretch(0)
        foot.addWidget(self.go)
        foot.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(10)
        layout.addWidget(self._steps, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.source.files_wanted.connect(self._choose_files)
        self.source.folder_wanted.connect(self._choose_folder)
        for step in (self.source, self.outcome):
            step.undo_wanted.connect(self.work.take_back)
        self.outcome.save_wanted.connect(lambda: self.report_wanted.emit(self.outcome.report))
        self.outcome.show_wanted.connect(self._on_show_wanted)
        work = self.work
        work.opened.connect(self._on_opened)
        work.reading_changed.connect(self._allow)
        work.planned.connect(self._allow)
        work.carried_out.connect(self._on_carried_out)
        work.taken_back.connect(self._on_taken_back)
        work.ended.connect(self._on_ended)
        work.failed.connect(self._on_failed)
        shortcut = QShortcut(self)
        shortcut.setKeys(with_twins([QKeySequence(_KEY), QKeySequence("Ctrl+Enter")]))
        shortcut.activated.connect(self.go.click)

    # --- which file ---------------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path]) -> None:
        """As if a person had chosen these."""
        if self._steps.currentWidget() is not self.running:
            self._say("")
            self.work.open(paths)

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        every = " ".join(f"*{suffix}" for suffix in (*SHEETS, *DOCUMENTS))
        dialog.setNameFilters(
            [self.tr("Spreadsheets and documents ({0})").format(every), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of documents"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.open_files([Path(name)]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_files(paths)

    # --- the steps ------------------------------------------------------------------------------------

    def _show(self, step: SourceStep | PreviewStep | RunningStep | ResultStep) -> None:
        self._steps.setCurrentWidget(step)
        self.source.show_last(self.work.importer.last)
        self._allow()
        if not isinstance(step, RunningStep):
            step.focus_first()
        else:
            self.leave.setFocus()

    def _allow(self) -> None:
        """Which buttons can be used now."""
        step, plan = self._steps.currentWidget(), self.work.plan
        ready = plan is not None and self.work.is_whole and plan.plan.takes > 0
        self.go.setVisible(step is self.preview)
        self.go.setEnabled(step is self.preview and ready)
        count = plan.plan.takes if plan is not None and self.work.is_whole else 0
        self.go.setText(self.tr("Import {0}").format(count) if count else self.tr("Import"))
        self.other.setVisible(step in (self.preview, self.outcome))
        self.leave.setText(self.tr("Cancel") if step is self.running else self.tr("Close"))

    def _begin_again(self) -> None:
        self._say("")
        self._show(self.source)

    def _on_opened(self) -> None:
        self._say("")
        if self._steps.currentWidget() is not self.preview:
            self._show(self.preview)

    def _on_go(self) -> None:
        if self.go.isEnabled() and self.work.plan is not None:
            self._subject = self.work.plan.plan.subject
            self._say("")
            self._show(self.running)
            self.work.carry_out()

    def _on_carried_out(self, report: Report) -> None:
        self.outcome.show_report(report)
        self._show(self.outcome)
        self.books_changed.emit(report.plan.subject)

    def _on_taken_back(self, taken: TakenBack) -> None:
        self.source.show_last("")
        told = self.tr("The import was undone: {0}").format(taken.count)
        if taken.left:
            left = ", ".join(taken.left[:5]) + (" …" if len(taken.left) > 5 else "")
            told += " " + self.tr("Changed since, and left as they are ({0}): {1}").format(
                len(taken.left), left
            )
        if taken.gone:
            told += " " + self.tr("Issued or deleted since: {0}").format(taken.gone)
        self.outcome.show_taken_back(told)
        if self._steps.currentWidget() is self.source:
            self._say(told, "success")
            self.source.focus_first()
        for subject in Subject:
            self.books_changed.emit(subject)

    def _on_ended(self) -> None:
        if self._steps.currentWidget() is self.running:
            self._show(self.preview)
            self.work.replan()

    def _on_failed(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._say(sentence)

    def _say(self, sentence: str, role: str = "error") -> None:
        from einvoice_desktop.gui.fields.identity import restyle

        self._told.setProperty("role", role)
        restyle(self._told)
        self._told.setText(sentence)

    def _on_show_wanted(self) -> None:
        self.shown_wanted.emit(self._subject)
        self.accept()

    def reject(self) -> None:
        """Esc ends what is under way; where nothing is, it closes the window."""
        if self._steps.currentWidget() is self.running:
            self.work.cancel()
            return
        self.work.cancel()
        super().reject()

    # --- words ----------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self.other.setText(self.tr("Another file…"))
        for step in (self.source, self.preview, self.outcome):
            step.retranslate()
        self._allow()
