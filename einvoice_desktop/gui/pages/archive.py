"""The archive page: everything sealed, newest first, found without regard to accents."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.archive import PAGE
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.pages.archive_columns import archive_columns, block_of, titles_of
from einvoice_desktop.gui.pages.archive_filters import ArchiveFilters
from einvoice_desktop.gui.pages.archive_foot import ArchiveFoot
from einvoice_desktop.gui.pages.archive_model import ArchiveModel
from einvoice_desktop.gui.pages.archive_search import ArchiveSearch
from einvoice_desktop.gui.pages.archive_table import ArchiveTable
from einvoice_desktop.gui.pages.page import Exported, Page
from einvoice_desktop.gui.pages.piecewise import Piecewise
from einvoice_desktop.gui.pages.table import TableOrHint
from einvoice_desktop.gui.words import is_to_be_told

if TYPE_CHECKING:
    from einvoice_desktop.app.archive import ArchivePage as Found
    from einvoice_desktop.app.archive import ArchiveQuery
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

_TOOLS = ("duplicate", "credit", "preview", "print", "export")


MOST_JOINED = 100
"""Documents that one is made of."""


class ArchivePage(Page):
    """Sealed documents; opening one shows its receipt."""

    open_requested = Signal(int)

    def __init__(self, office: Office, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("archive", office, parent)
        self.open_button = self.add_button("archive.open", self.open_chosen, "Enter", "receipt", "primary")
        self.buttons.insertWidget(self.buttons.count() - 1, self.make_action(actions, "providerPdf"))
        self.filters = ArchiveFilters(self.make_button("archive.clear", self._on_clear), self)
        self.search = self.filters.search
        self.model = ArchiveModel(archive_columns(office), self)
        self.table = ArchiveTable(self.model, self)
        self.shown = TableOrHint(self.table, self)
        self.foot = ArchiveFoot(office, self)
        self._search = ArchiveSearch(office, self)
        self._query: ArchiveQuery | None = None
        self._copying = Piecewise(office, self._block, PAGE)
        self._fetching = False
        self._awaited: ArchiveQuery | None = None
        self._opens_when_found = False
        for widget in (self.filters, self.shown, self.foot):
            self.content.addWidget(widget, 1 if widget is self.shown else 0)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        made = {name: self.make_action(actions, name, "") for name in _TOOLS}
        for button in made.values():
            tools.addWidget(button)
        self._give_way(actions["join"], made["export"])
        for name, row in (("join", tools), ("cancelNote", self.buttons)):
            button = self.make_action(actions, name, "")
            button.take_no_room()
            row.insertWidget(0, button)
        tools.addStretch(1)
        self.content.addLayout(tools)
        self._connect()
        self.retranslate()
        self._follow_chosen()

    def _give_way(self, seldom: QAction, button: QWidget) -> None:
        """Not both have room in a narrow window; the command keeps its key and its place in the menu."""
        seldom.changed.connect(lambda: button.setVisible(not seldom.isEnabled()))

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.search.returnPressed.connect(self.open_chosen)
        self._search.found.connect(self._on_found)
        self._search.found_more.connect(self.model.add)
        self._search.found_more.connect(lambda _ids: self._say_found(more=True))
        self._search.ended.connect(lambda: self._say_found(more=False))
        self._search.counted.connect(self.foot.tell_all)
        self.model.missed.connect(self._fetch, Qt.ConnectionType.QueuedConnection)
        self.table.opened.connect(self.open_chosen)
        self.table.current_changed.connect(self._follow_chosen)
        self.table.chosen_changed.connect(lambda: self.foot.add_up(self.table.chosen_ids()))
        self.table.chosen_changed.connect(self.sight_changed)
        self.table.copy_requested.connect(self._copy)
        self.table.typed.connect(self._on_typed)

    # --- asking ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        if self.isVisible():
            query = self.filters.query(self.office.the_desk.surroundings().today)
            self._awaited = None if query == self._query else query
            self._opens_when_found = False
            self._search.ask(query)

    def on_submission(self, submission: Submission) -> None:
        if submission.state in (State.ISSUED, State.REFUSED) or self.model.has(submission.id):
            self.refresh()

    def _on_found(self, query: ArchiveQuery, page: Found) -> None:
        again = query == self._query
        self._query, self._awaited = query, None
        self.table.hide_columns(
            state=query.states == frozenset({State.ISSUED})
            and not any(is_to_be_told(row) for row in page.rows),
            mark=State.ISSUED not in query.states,
        )
        if again and self.model.take_newer(page.rows):
            self._say_found(more=False)
            return
        chosen = self.table.current_id() if again else None
        had_focus = self.table.hasFocus()
        self.table.fit_figures(page.rows)
        self.model.show(page.rows)
        if had_focus and not page.rows:
            self.search.setFocus()
        self._say_hint()
        if chosen is not None:
            self.table.choose_id(chosen)
        self.table.choose_first()
        self._follow_chosen()
        self._say_found(more=page.after is not None)
        self._search.follow_up(query, page)
        if self._opens_when_found:
            self.open_chosen()

    def _fetch(self) -> None:
        """The documents of the rows in sight, one piece at a time."""
        wanted = self.model.unknown(*self.table.in_sight())
        if self._fetching or not wanted:
            return
        self._fetching = True
        desk = self.office.the_desk
        self.office.tasks.run(lambda: desk.archive.rows(wanted), self._on_fetched, self._on_fetch_failed)

    def _on_fetched(self, rows: list[Submission]) -> None:
        self._fetching = False
        self.model.know(rows)
        self.sight_changed.emit()
        # Meanwhile others may have come into sight.
        self._fetch()

    def _on_fetch_failed(self, error: Exception) -> None:
        self._fetching = False
        self.office.on_failed(error)

    # --- what is shown --------------------------------------------------------------------------

    def _say_found(self, *, more: bool) -> None:
        self.foot.tell_found(len(self.model.ids), more=more)

    def _say_hint(self) -> None:
        if self._query is None:
            self.shown.hint.clear()
        elif self.filters.is_narrowed:
            self.shown.hint.setText(
                self.tr("No document answers to this. Press “Clear filters” to see all that were issued.")
            )
        else:
            self.shown.hint.setText(self.tr("Nothing has been issued yet."))

    def _follow_chosen(self) -> None:
        self.open_button.setEnabled(self.table.current_id() is not None)
        self.sight_changed.emit()

    def subject_in_sight(self) -> int | None:
        # Until the answer is there the rows in sight are those of another question.
        return None if self._awaited is not None else self.table.current_id()

    def to_export(self) -> Exported | None:
        """All that was found, or of several chosen ones these."""
        ids, query, language = self.table.chosen_ids(), self._query, self.office.language
        if query is None or not self.model.ids:
            return None
        exports = self.office.the_desk.exports
        several = 1 < len(ids) < len(self.model.ids)
        made = (lambda: exports.chosen(ids, language)) if several else lambda: exports.found(query, language)
        return Exported(self.tr("Documents"), made)

    def submissions_chosen(self) -> list[Submission] | None:
        """The chosen documents, None while some of them are not read."""
        ids = [] if self._awaited is not None else self.table.chosen_ids()
        rows = [self.model.row_of(id_) for id_ in ids[:MOST_JOINED]]
        known = [row for row in rows if row is not None]
        return known if len(known) == len(ids) else None

    def submission_in_sight(self) -> Submission | None:
        chosen = self.subject_in_sight()
        return None if chosen is None else self.model.row_of(chosen)

    # --- what is pressed ------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """The receipt of the document that the keys stand on."""
        self._opens_when_found = self._awaited is not None
        chosen = self.subject_in_sight()
        if chosen is not None:
            self.open_requested.emit(chosen)

    def _on_left_downwards(self) -> None:
        self.table.setFocus()
        self.table.choose_first()

    def _on_typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _on_clear(self) -> None:
        self.filters.clear()
        self.search.setFocus()

    def _copy(self) -> None:
        titles = titles_of(self.model.columns)
        self._copying.start(
            self.table.chosen_ids(), lambda parts: self._on_copied(titles + "".join(parts)) if parts else None
        )

    def _block(self, ids: list[int]) -> str:
        return block_of(self.model.columns, self.office.the_desk.archive.rows(ids))

    def _on_copied(self, block: str) -> None:
        QGuiApplication.clipboard().setText(block)
        count = show_amount(Decimal(block.count("\n") - 1), self.office.language, places=0)
        told = self.tr("Copied, to be pasted into a spreadsheet. Documents: {0}")
        self.office.say(told.format(count), "success")

    def focus_first(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def repaint_icons(self) -> None:
        self.model.refresh()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Archive"))
        self.hint.setText(self.tr("Everything issued, newest first."))
        self.open_button.setText(self.tr("Show receipt"))
        self.table.setAccessibleName(self.tr("Sealed documents"))
        codes, language = self.office.the_desk.codes, self.office.language
        types = codes.choices("provider_types", language)
        self.filters.offer_types([(row.code, f"{row.code} {row.label}") for row in types])
        self._say_hint()
        self.foot.retranslate()
        self.model.refresh()
        self.table.fit_titles()
