"""Templates in the window: the present document is kept as one, and a new document begins as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.ports import TemplateRecord
    from einvoice_desktop.app.template_book import TemplateBook
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.templates.list import TemplatesDialog
    from einvoice_desktop.gui.templates.repeats import Repeats
    from einvoice_desktop.gui.templates.saving import TemplatePanel

T = TypeVar("T")


class TemplateDeeds(QObject):
    """What the commands `saveTemplate` and `templates` do."""

    draft_made = Signal(object)

    def __init__(
        self, window: MainWindow, repeats: Repeats, when_ready: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(window)
        self._window, self._office, self._repeats = window, window.office, repeats
        self._panel: TemplatePanel | None = None
        self._dialog: TemplatesDialog | None = None
        self._deleted: list[TemplateRecord] = []
        window.actions_.on("saveTemplate", lambda: when_ready(self.keep))
        window.actions_.on("templates", lambda: when_ready(self.show))

    @property
    def _book(self) -> TemplateBook:
        return self._office.the_desk.templates

    # --- the present document becomes one -----------------------------------------------------------

    def keep(self) -> None:
        """Asks for a name: the customer's and the type, unless the person says otherwise."""
        page, session = self._window.stage.page, self._window.session
        page.commit()
        if session.is_sealing:
            return
        if self._panel is None:
            from einvoice_desktop.gui.templates.saving import TemplatePanel

            self._panel = TemplatePanel(page)
            self._panel.answered.connect(self._on_named)
            self._panel.cancelled.connect(lambda _by_person: page.focus_first())
        customer = str(session.value("counterParty.registeredName") or "")
        kind = self._office.kind(str(session.value("invoiceTypeCode") or ""))
        self._panel.ask(" · ".join(part for part in (customer, kind) if part))

    def _on_named(self, name: str, monthly: int) -> None:
        draft, composition = self._window.session.draft, self._window.session.composition
        self._window.stage.page.focus_first()
        if draft is None or composition is None:
            return
        book, gross = self._book, composition.summaries.gross
        self._office.tasks.run(
            lambda: book.add(draft, gross, name, monthly),
            lambda _id: self._office.say(
                self.tr("Kept as a template: {0}").format(name),
                "success",
                self.tr("Show templates"),
                self.show,
            ),
            self._office.on_failed,
        )

    # --- the list -----------------------------------------------------------------------------------

    def show(self) -> None:
        """The list of them."""
        from einvoice_desktop.gui.templates.list import TemplatesDialog

        self._deleted = []
        dialog = TemplatesDialog(self._office, len(self._repeats.due), self._window)
        dialog.document_wanted.connect(self._on_document)
        dialog.update_wanted.connect(self._on_update)
        dialog.change_wanted.connect(self._on_change)
        dialog.delete_wanted.connect(self._on_delete)
        dialog.undo_wanted.connect(self._on_undo)
        dialog.due_wanted.connect(self._on_due)
        dialog.finished.connect(self._on_gone)
        self._dialog = dialog
        dialog.open()
        self._read()

    def _on_gone(self, _result: int) -> None:
        self._dialog = None

    def _read(self, chosen: int | None = None) -> None:
        book = self._book
        self._run(book.rows, lambda dialog, rows: dialog.show_templates(rows, chosen))

    def _run(self, work: Callable[[], T], then: Callable[[TemplatesDialog, T], None]) -> None:
        """What went wrong is said in the dialog, over which nothing else can be read."""
        dialog = self._dialog
        if dialog is None:
            return

        def failed(error: Exception) -> None:
            sentence = self._office.sentence_of(error)
            if sentence is None:
                raise error
            dialog.say(sentence)

        def done(value: T) -> None:
            then(dialog, value)

        self._office.tasks.run(work, while_alive(dialog, done), while_alive(dialog, failed))

    def _on_document(self, row: TemplateRecord) -> None:
        book, language = self._book, self._office.language
        template_id = row.id
        if template_id is None:
            return

        def made(dialog: TemplatesDialog, draft: object) -> None:
            dialog.accept()
            self.draft_made.emit(draft)

        self._run(lambda: book.draft(template_id, language), made)

    def _on_update(self, row: TemplateRecord) -> None:
        draft, composition = self._window.session.draft, self._window.session.composition
        if draft is None or composition is None:
            return
        book, gross = self._book, composition.summaries.gross
        told = self.tr("“{0}” begins as the present document from now on.").format(row.name)
        self._run(lambda: book.update(row, draft, gross), lambda _dialog, _none: self._changed(row, told))

    def _on_change(self, row: TemplateRecord, name: str, monthly: int) -> None:
        book, told = self._book, self.tr("Changed: {0}").format(name)
        self._run(lambda: book.change(row, name, monthly), lambda _dialog, _none: self._changed(row, told))

    def _changed(self, row: TemplateRecord, told: str) -> None:
        if self._dialog is not None:
            self._dialog.say(told)
        self._read(row.id)

    def _on_delete(self, row: TemplateRecord) -> None:
        book, template_id = self._book, row.id
        if template_id is None:
            return

        def done(dialog: TemplatesDialog, deleted: TemplateRecord | None) -> None:
            self._deleted += [deleted] if deleted is not None else []
            dialog.offer_undo(bool(self._deleted))
            dialog.say(self.tr("Deleted: {0}").format(row.name))
            self._read()

        self._run(lambda: book.delete(template_id), done)

    def _on_undo(self) -> None:
        if not self._deleted:
            return
        book, record = self._book, self._deleted.pop()

        def done(dialog: TemplatesDialog, template_id: int) -> None:
            dialog.offer_undo(bool(self._deleted))
            dialog.say(self.tr("Brought back: {0}").format(record.name))
            self._read(template_id)

        self._run(lambda: book.bring_back(record), done)

    def _on_due(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._repeats.show()
