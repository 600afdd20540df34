"""Monthly documents whose day has come are proposed: at the start, and past midnight in an open window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.template_book import Due
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.templates.repeats_list import RepeatsDialog
    from einvoice_desktop.gui.watch import OutboxWatch

MINE = "repeats.mine"
"""The setting: what this desk has proposed and nobody has answered, as id:day, with commas between."""


class Repeats(QObject):
    """Nothing is sent by it: a person makes drafts, and issues them."""

    def __init__(self, window: MainWindow, watch: OutboxWatch) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self._looked_on = ""
        self._dialog: RepeatsDialog | None = None
        self.due: list[Due] = []
        # It counts every few seconds, from the moment the books are open.
        watch.counted.connect(self.look)

    def look(self) -> None:
        """Asks the books, once a day in Athens."""
        book = self._office.the_desk.templates
        today = book.today
        if today == self._looked_on:
            return
        self._looked_on = today
        mine = self._mine()
        self._office.tasks.run(lambda: book.propose(mine), self._on_proposed, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        # At the next count it is tried again.
        self._looked_on = ""
        self._office.on_failed(error)

    def _on_proposed(self, due: list[Due]) -> None:
        self._keep(due)
        if not due:
            return
        if len(due) == 1:
            told = self.tr("A monthly document is due: {0}").format(due[0].record.name)
        else:
            told = self.tr("{0} monthly documents are due").format(len(due))
        self._office.say(told, "warning", self.tr("Show"), self.show)

    # --- what nobody has answered -------------------------------------------------------------------

    def _mine(self) -> dict[int, str]:
        pairs = (part.split(":") for part in self._window.preferences.get(MINE).split(",") if ":" in part)
        return {int(id_): day for id_, day, *_ in pairs if id_.isascii() and id_.isdigit()}

    def _keep(self, due: list[Due]) -> None:
        self.due = due
        kept = ",".join(f"{one.record.id}:{one.record.next_on}" for one in due)
        if kept != self._window.preferences.get(MINE):
            self._window.preferences.choose(MINE, kept)
        if self._dialog is not None:
            self._dialog.show_due(due)

    def _answered(self, answered: list[Due]) -> None:
        ids = {one.record.id for one in answered}
        self._keep([one for one in self.due if one.record.id not in ids])

    # --- the list -----------------------------------------------------------------------------------

    def show(self) -> None:
        """The list of them."""
        from einvoice_desktop.gui.templates.repeats_list import RepeatsDialog

        dialog = RepeatsDialog(self._office, self._window)
        dialog.drafts_wanted.connect(self._on_drafts)
        dialog.skip_wanted.connect(self._on_skip)
        dialog.put_off_wanted.connect(self._on_put_off)
        dialog.finished.connect(self._on_gone)
        self._dialog = dialog
        dialog.show_due(self.due)
        dialog.open()

    def _on_gone(self, _result: int) -> None:
        self._dialog = None

    def _on_drafts(self, chosen: list[Due]) -> None:
        desk, language = self._office.the_desk, self._office.language
        book = desk.templates

        def save(draft: Draft) -> int:
            return desk.save_draft(draft, None, desk.compose(draft).summaries.gross)

        def make() -> list[int]:
            made = [book.make(due, language, save, desk.delete_draft) for due in chosen]
            return [draft_id for draft_id in made if draft_id is not None]

        def done(draft_ids: list[int]) -> None:
            self._end(chosen, len(chosen) - len(draft_ids))
            if draft_ids:
                self._show_drafts(draft_ids)
                told = self.tr("Drafts made: {0}").format(len(draft_ids))
                self._window.say(told, "success")

        self._office.tasks.run(make, done, self._on_answer_failed)

    def _show_drafts(self, draft_ids: list[int]) -> None:
        """Chosen, so that one key issues them together."""
        from einvoice_desktop.gui.pages.drafts import DraftsPage

        page = self._window.book.page("drafts")
        assert isinstance(page, DraftsPage)
        page.choose(draft_ids)
        self._window.open_view("drafts")

    def _on_skip(self, chosen: list[Due]) -> None:
        book = self._office.the_desk.templates

        def skip() -> int:
            return sum(not book.skip(due) for due in chosen)

        self._office.tasks.run(skip, lambda taken: self._end(chosen, taken), self._on_answer_failed)

    def _on_put_off(self, chosen: list[Due]) -> None:
        """Its day was moved to tomorrow when it was proposed: it is only not asked again today."""
        self._end(chosen, 0)

    def _end(self, chosen: list[Due], taken: int) -> None:
        """`taken`: how many somebody else has answered meanwhile."""
        self._answered(chosen)
        told = self.tr("Somebody else has dealt with {0} of them.").format(taken) if taken else ""
        if self._dialog is not None and self.due:
            self._dialog.say(told)
            return
        if self._dialog is not None:
            self._dialog.accept()
        if told:
            self._office.say(told)

    def _on_answer_failed(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        if self._dialog is not None:
            self._dialog.say(sentence)
        else:
            self._office.say(sentence, "error")
