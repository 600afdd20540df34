"""What the window of an import works on: the open file, how it is read, and what would become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.app.importing import before
from einvoice_desktop.app.importing.card_plan import CardPlan
from einvoice_desktop.app.importing.document_plan import DraftPlan
from einvoice_desktop.app.importing.headings import columns_of, guess, headings_of, width_of
from einvoice_desktop.app.importing.plan import RowPlan, Wish
from einvoice_desktop.app.importing.progress import Cancelled, Progress
from einvoice_desktop.app.importing.remembered import kept, recalled
from einvoice_desktop.app.importing.report import Report
from einvoice_desktop.app.importing.targets import Subject
from einvoice_desktop.gui.importing.files import Opened, ReadFile, open_files
from einvoice_desktop.gui.importing.turns import ShortTurns
from einvoice_desktop.gui.many_objects import ManyObjects
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.importer import AnyPlan, Importer
    from einvoice_desktop.app.importing.report import TakenBack
    from einvoice_desktop.app.ports.sheets import Row
    from einvoice_desktop.gui.office import Office

T = TypeVar("T")

MEANINGS = "import.columns"
"""The setting that holds what columns meant."""
FILES = "import.documents"
"""The setting that holds which documents were imported, and when."""
SHOWN_ROWS = 200
_AT_ONCE = 2 * SHOWN_ROWS


@dataclass(frozen=True)
class Reading:
    """How the open sheet is read."""

    sheet: int
    wish: Wish


class ImportWork(QObject):
    """Everything that blocks is done off the GUI thread; the window draws what the signals tell."""

    opened = Signal()
    """A file is open, or is read in another way."""
    reading_changed = Signal()
    """Its rows or columns mean something else."""
    planned = Signal()
    """What would become of the rows is known, of the first ones or of all."""
    carried_out = Signal(object)
    """The Report."""
    ended = Signal()
    """It was cancelled, or failed: nothing was written."""
    taken_back = Signal(object)
    """TakenBack."""
    failed = Signal(object)
    """An exception that a sentence may tell."""

    def __init__(self, office: Office, read_file: ReadFile, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._read_file = read_file
        self.file: Opened | None = None
        self.reading: Reading | None = None
        self.plan: AnyPlan | None = None
        """Of the first rows while `is_whole` is not yet true."""
        self.is_whole = False
        self.progress = Progress()
        self.by_row: dict[int, RowPlan] = {}
        self._taken: dict[int, tuple[int, str]] = {}
        """By column, from which one it took its meaning, and which."""

    @property
    def importer(self) -> Importer:
        """The desk's."""
        return self._office.the_desk.importer

    # --- opening ----------------------------------------------------------------------------------

    def open(self, paths: Sequence[Path]) -> None:
        """One sheet, or documents."""
        importer, read_file = self.importer, self._read_file
        self._run(lambda: open_files(paths, read_file, importer), self._on_opened)

    def read_as(self, encoding: str, separator: str) -> None:
        """The same file of text with another encoding or separator."""
        file, importer = self.file, self.importer
        if file is not None:
            self._run(
                lambda: file._replace(workbook=importer.read(file.data, encoding, separator)), self._on_opened
            )

    def _on_opened(self, file: Opened) -> None:
        again = self.file is not None and self.file.data == file.data and bool(file.data)
        subject = self.reading.wish.subject if again and self.reading else None
        self.file, self.reading, self._taken = file, None, {}
        if file.workbook is not None:
            self.reading = self._guessed(0, subject)
        self.opened.emit()
        self.replan()

    # --- how it is read -----------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Row]:
        """Of the chosen sheet; none of documents."""
        if self.file is None or self.file.workbook is None or self.reading is None:
            return ()
        return self.file.workbook.sheets[self.reading.sheet].rows

    @property
    def headings(self) -> tuple[str, ...]:
        """The text over each column."""
        return () if self.reading is None else headings_of(self.rows, self.reading.wish.header)

    def _guessed(self, sheet: int, subject: Subject | None) -> Reading:
        assert self.file is not None
        assert self.file.workbook is not None
        rows = self.file.workbook.sheets[sheet].rows
        found = guess(rows, subject)
        if found.header is None and subject is not None and self.reading is not None:
            # A person knows better what heads it than a guess at something else.
            header = self.reading.wish.header
            found = replace(found, header=header, columns=columns_of(rows, header, subject))
        columns = self._recalled(found.subject, headings_of(rows, found.header)) or found.columns
        update = self.reading.wish.update if self.reading is not None else True
        return Reading(sheet, Wish(found.subject, found.header, columns, update))

    def _recalled(self, subject: Subject, headings: Sequence[str]) -> tuple[str, ...] | None:
        return recalled(self._office.preferences.get(MEANINGS), subject, headings)

    def choose_sheet(self, sheet: int) -> None:
        """Another sheet of the workbook."""
        self._taken = {}
        self._take(self._guessed(sheet, None))

    def choose_subject(self, subject: Subject) -> None:
        """The sheet holds something else than was thought."""
        if self.reading is not None and self.reading.wish.subject is not subject:
            self._taken = {}
            self._take(self._guessed(self.reading.sheet, subject))

    def choose_header(self, header: int | None) -> None:
        """Another row heads the table."""
        if self.reading is None or self.reading.wish.header == header:
            return
        wish = self.reading.wish
        headings = headings_of(self.rows, header)
        columns = self._recalled(wish.subject, headings) or columns_of(self.rows, header, wish.subject)
        self._take(replace(self.reading, wish=replace(wish, header=header, columns=columns)))

    def choose_column(self, column: int, path: str) -> None:
        """A column means something else. The one that meant it before means nothing, until this one goes on
        to something else again: the keys pass by every meaning on their way."""
        if self.reading is None or self.reading.wish.columns[column] == path:
            return
        columns = list(self.reading.wish.columns)
        loser, lost = self._taken.pop(column, (-1, ""))
        if lost and columns[loser] == "":
            columns[loser] = lost
        if path and path in columns:
            self._taken[column] = (columns.index(path), path)
            columns[columns.index(path)] = ""
        columns[column] = path
        self._take(replace(self.reading, wish=replace(self.reading.wish, columns=tuple(columns))))

    def choose_update(self, update: bool) -> None:
        """Whether what is there already takes over what the file says."""
        if self.reading is not None and self.reading.wish.update is not update:
            self._take(replace(self.reading, wish=replace(self.reading.wish, update=update)))

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self.reading_changed.emit()
        self.replan()

    @property
    def width(self) -> int:
        """How many columns the sheet has."""
        return width_of(self.rows)

    # --- what would become of it ----------------------------------------------------------------------

    def replan(self) -> None:
        """Looks at the first rows, then at all of them; an earlier look is given up."""
        self.progress.cancel()
        self.plan, self.is_whole, self.by_row = None, False, {}
        if self.file is None:
            return
        self.progress = progress = Progress()
        many = len(self.rows) > _AT_ONCE
        if many:
            self._look(progress, SHOWN_ROWS + (self.reading.wish.header or 0 if self.reading else 0) + 1)
        else:
            self._look(progress, None)

    def _look(self, progress: Progress, most: int | None) -> None:
        importer, language, begin = self.importer, self._office.language, self._office.session.begin
        file, reading, rows = self.file, self.reading, self.rows
        assert file is not None

        def work() -> AnyPlan:
            if reading is None:
                return importer.plan_files(file.documents, language, progress)
            return importer.plan(rows[:most], reading.wish, language, progress, begin)

        def on_planned(plan: AnyPlan) -> None:
            if progress is not self.progress:
                return
            self.plan, self.is_whole = plan, most is None
            self.by_row = {row.row: row for row in plan.plan.rows}
            self.planned.emit()
            if most is not None:
                self._look(progress, None)

        self._run(work, on_planned, progress)

    # --- doing it -------------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Writes all of it or nothing; what the columns meant is remembered."""
        plan, file = self.plan, self.file
        if plan is None or file is None or not self.is_whole:
            return
        self.progress = progress = Progress()
        importer = self.importer
        if self.reading is not None:
            wish, settings = self.reading.wish, self._office.preferences
            settings.choose(MEANINGS, kept(settings.get(MEANINGS), wish.subject, self.headings, wish.columns))
        self._run(lambda: importer.carry_out(plan, file.name, progress), self._on_carried_out, progress)

    @property
    def imported_on(self) -> str:
        """When these same documents were imported before (yyyy-MM-dd); "" for never."""
        digest = self.plan.digest if isinstance(self.plan, DraftPlan) and self.is_whole else ""
        return before.day_of(self._office.preferences.get(FILES), digest) if digest else ""

    def _on_carried_out(self, report: Report) -> None:
        if report.digest:
            settings = self._office.preferences
            settings.choose(FILES, before.kept(settings.get(FILES), report.digest, report.day))
        self.carried_out.emit(report)

    def cancel(self) -> None:
        """Ends what is under way, where nothing is being written yet."""
        self.progress.cancel()

    def take_back(self) -> None:
        """Undoes the last import."""
        self._run(self.importer.take_back, self._on_taken_back)

    def _on_taken_back(self, taken: TakenBack) -> None:
        if taken.digest and not taken.left and not taken.gone:
            settings = self._office.preferences
            settings.choose(FILES, before.without(settings.get(FILES), taken.digest))
        self.taken_back.emit(taken)

    # --- threads --------------------------------------------------------------------------------------

    def _run(
        self, work: Callable[[], T], then: Callable[[T], None], progress: Progress | None = None
    ) -> None:
        def on_failed(error: Exception) -> None:
            if progress is None or progress is self.progress:
                if not isinstance(error, Cancelled):
                    self.failed.emit(error)
                self.ended.emit()

        def quietly() -> T:
            # Tens of thousands of objects: the collector would stop the window to look at each of them.
            with ShortTurns(), ManyObjects() as many:
                found = work()
                many.made = _many(found)
                return found

        self._office.tasks.run(quietly, while_alive(self, then), while_alive(self, on_failed))


def _many(found: object) -> int:
    """How many objects stay because of it, roughly."""
    if isinstance(found, Opened):
        return sum(len(sheet.rows) for sheet in found.workbook.sheets) if found.workbook else 0
    if isinstance(found, CardPlan | DraftPlan):
        return len(found.plan.rows)
    return found.written if isinstance(found, Report) else 0
