"""Export: what the page in sight shows goes into a file for a spreadsheet; the month's package into a ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.ports.tables import TableForm
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.opening import ReadFile
    from einvoice_desktop.gui.package_dialog import PackageDialog
    from einvoice_desktop.gui.pages.page import Exported
    from einvoice_desktop.gui.paper.saving import Saving

FOLDER, FORM = "export.folder", "export.form"
VIEWS = ("archive", "customers", "items", "figures")
"""Pages that have something to export."""


class ExportDeeds(QObject):
    """Makes and writes off the GUI thread; a whole file or none."""

    def __init__(
        self, window: MainWindow, read_file: ReadFile, when_ready: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._read_file = read_file
        self._saving: Saving | None = None
        self._is_writing = False
        self.package: PackageDialog | None = None
        window.actions_.on("export", self.export)
        window.actions_.on("monthPackage", lambda: when_ready(self.ask_for_package))
        window.book.currentChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """The command can be used where there is something to export."""
        self._window.actions_.enable(("export",), self._window.book.view in VIEWS)

    # --- a table --------------------------------------------------------------------------------

    def export(self) -> None:
        """Asks where the tables of the page in sight are to be written, and as what."""
        exported = self._exported()
        if exported is None:
            self._office.say(self.tr("There is nothing to export here."), "warning")
        elif not self._is_writing:
            self._ask(exported)

    def _exported(self) -> Exported | None:
        from einvoice_desktop.gui.pages.page import Exported

        view, language = self._window.book.view, self._office.language
        exports = self._office.the_desk.exports
        if view == "customers":
            return Exported(self.tr("Customers"), lambda: exports.customers(language))
        if view == "items":
            return Exported(self.tr("Items"), lambda: exports.items(language))
        return self._window.book.page(view).to_export() if view in VIEWS else None

    def _ask(self, exported: Exported) -> None:
        from einvoice_desktop.app.table_words import word

        forms = self._forms()
        dialog = QFileDialog(self._window, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(forms))
        chosen = self._office.preferences.get(FORM)
        first = next((words for words, form in forms.items() if form.value == chosen), next(iter(forms)))
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(_ending(forms[words])))
        dialog.selectNameFilter(first)
        dialog.setDefaultSuffix(_ending(forms[first]))
        environment = self._office.the_desk.environment
        unreal = "" if environment == "live" else word(environment, self._office.language)
        self._point(dialog, f"{exported.name} {unreal}")
        dialog.fileSelected.connect(
            lambda path: self.save(exported, Path(path), forms[dialog.selectedNameFilter()])
        )
        dialog.open()

    def _forms(self) -> dict[str, TableForm]:
        from einvoice_desktop.app.ports.tables import TableForm

        return {
            self.tr("Excel (*.xlsx)"): TableForm.XLSX,
            self.tr("CSV for a Greek Excel (*.csv)"): TableForm.CSV_GREEK,
            self.tr("CSV with commas, for other programs (*.csv)"): TableForm.CSV_PLAIN,
        }

    def _point(self, dialog: QFileDialog, name: str) -> None:
        from einvoice_desktop.app.file_names import file_name

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(self._office.preferences.get(FOLDER) or documents)
        dialog.selectFile(file_name((name,), dialog.defaultSuffix()))
        dialog.finished.connect(dialog.deleteLater)

    def save(self, exported: Exported, path: Path, form: TableForm) -> None:
        """Writes the tables."""
        exports = self._office.the_desk.exports
        self._is_writing = True
        self._office.preferences.choose(FORM, form.value)
        self._office.say(self.tr("Exporting…"))
        self._office.tasks.run(
            lambda: exports.write(path, exported.make(), form),
            lambda _done: self._on_saved(path),
            lambda error: self._on_failed(path, error),
        )

    def _on_saved(self, path: Path) -> None:
        self._is_writing = False
        self._office.preferences.choose(FOLDER, str(path.parent))
        self._say_saved(self.tr("Exported: {0}").format(path.name), path)

    def _on_failed(self, path: Path, error: Exception) -> None:
        self._is_writing = False
        self._files().on_failed(path.name, error)

    def _say_saved(self, told: str, path: Path, tone: str = "success") -> None:
        files = self._files()
        self._office.say(told, tone, self.tr("Open folder"), lambda: files.open_folder(path))

    def _files(self) -> Saving:
        from einvoice_desktop.gui.paper.saving import Saving

        if self._saving is None:
            self._saving = Saving(self._office, self._window)
        return self._saving

    # --- the month's package ----------------------------------------------------------------------

    def ask_for_package(self) -> None:
        """Asks for a month and makes its package."""
        from einvoice_desktop.app.spans import span_of
        from einvoice_desktop.gui.package_dialog import PackageDialog

        today = self._office.the_desk.surroundings().today
        # Of the month that is over, unless the figures show another.
        span = span_of("month", today).stepped(-1)
        if self._window.book.view == "figures":
            from einvoice_desktop.gui.pages.figures import FiguresPage

            page = self._window.book.page("figures")
            assert isinstance(page, FiguresPage)
            span = page.span_in_sight()
        dialog = self.package = PackageDialog(self._office, self._read_file, span, self._window)
        dialog.place_wanted.connect(lambda: self._ask_where(dialog))
        dialog.made.connect(self._on_package)
        dialog.failed.connect(lambda name, error: self._files().on_failed(name, error))
        self._window.closing.connect(dialog.stop)
        dialog.open()

    def _ask_where(self, dialog: PackageDialog) -> None:
        asked = QFileDialog(dialog, self.tr("Save the package"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("zip")
        asked.setNameFilters([self.tr("ZIP archives (*.zip)")])
        self._point(asked, dialog.file_name.removesuffix(".zip"))
        asked.fileSelected.connect(lambda path: dialog.start(Path(path)))
        asked.open()

    def _on_package(self, path: Path, count: int, without_pdf: int) -> None:
        self._office.preferences.choose(FOLDER, str(path.parent))
        told = self.tr("{0} is ready. Documents: {1}.").format(path.name, count)
        if without_pdf:
            told += " " + self.tr("Without a PDF: {0}; README.txt names them.").format(without_pdf)
        self._say_saved(told, path, "warning" if without_pdf else "success")


def _ending(form: TableForm) -> str:
    return "xlsx" if form.value == "xlsx" else "csv"
