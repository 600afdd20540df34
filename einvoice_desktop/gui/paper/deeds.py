"""Preview, print, save as PDF, e-mail: for the document in sight and for any sealed one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from einvoice_desktop.gui.paper.laying_out import LayingOut
from einvoice_desktop.gui.paper.wishes import FORM, LANGUAGE

if TYPE_CHECKING:
    from einvoice_desktop.app.mailing import Letter
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.opening import ReadFile
    from einvoice_desktop.gui.pages.page import Page
    from einvoice_desktop.gui.pages.preview import PreviewPage
    from einvoice_desktop.gui.paper.printing import Printing
    from einvoice_desktop.gui.paper.saving import Saving
    from einvoice_desktop.gui.paper.subjects import Sheet, Subject

COMMANDS = ("preview", "print", "savePdf", "email")


class PaperDeeds(QObject):
    """Everything that makes paper. What it needs is loaded when it is first asked for."""

    def __init__(self, window: MainWindow, read_file: ReadFile) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._laying_out = LayingOut(window.office, read_file, self)
        self._origin = "compose"
        self._asked = 0
        self._printing: Printing | None = None
        self._saving: Saving | None = None
        for name, deed in zip(COMMANDS, (self.preview, self.print, self.save_pdf, self.email), strict=True):
            window.actions_.on(name, deed)
        window.book.add("preview", self._make_page)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        window.session.ready_changed.connect(self.follow)
        self.follow()

    # --- the document in sight ----------------------------------------------------------------------

    def follow(self) -> None:
        """The commands can be used while there is a document in sight."""
        actions, view = self._window.actions_, self._window.book.view
        actions.enable(COMMANDS, self._is_something_in_sight(view))
        if view == "preview":
            actions["preview"].setEnabled(False)

    def _is_something_in_sight(self, view: str) -> bool:
        if view == "compose":
            return self._window.session.ready
        if view == "preview":
            return self._preview_page().subject is not None
        return self._page(view).subject_in_sight() is not None

    def _page(self, view: str) -> Page:
        return self._window.book.page(view)

    def _on_page_built(self, page: Page) -> None:
        page.sight_changed.connect(self.follow)

    def _subject_in_sight(self) -> Subject | None:
        """What is being typed is taken over first: never a stale copy."""
        from einvoice_desktop.gui.paper.subjects import ComposedSubject, SealedSubject

        view = self._window.book.view
        if view == "compose":
            self._window.stage.page.commit()
            composition = self._window.session.composition
            return None if composition is None else ComposedSubject(composition)
        if view == "preview":
            return self._preview_page().subject
        submission_id = self._page(view).subject_in_sight()
        return None if submission_id is None else SealedSubject(submission_id)

    def preview(self) -> None:
        """The paper of the document in sight."""
        self._with(self._subject_in_sight(), self._preview)

    def print(self) -> None:
        """Asks for a printer and prints the document in sight."""
        self._with(self._subject_in_sight(), self._print)

    def save_pdf(self) -> None:
        """Asks for a place and saves the document in sight there."""
        self._with(self._subject_in_sight(), self._save_pdf)

    def email(self) -> None:
        """Hands the document in sight to the mail program."""
        self._with(self._subject_in_sight(), self._email)

    def _with(self, subject: Subject | None, deed: Callable[[Subject], None]) -> None:
        if subject is not None:
            deed(subject)

    # --- any sealed document ------------------------------------------------------------------------

    def preview_issued(self, submission_id: int) -> None:
        """The paper of a sealed document."""
        self._preview(self._sealed(submission_id))

    def print_issued(self, submission_id: int) -> None:
        """Prints a sealed document."""
        self._print(self._sealed(submission_id))

    def save_pdf_issued(self, submission_id: int) -> None:
        """Saves a sealed document as PDF."""
        self._save_pdf(self._sealed(submission_id))

    def email_issued(self, submission_id: int) -> None:
        """Hands a sealed document to the mail program."""
        self._email(self._sealed(submission_id))

    def _sealed(self, submission_id: int) -> Subject:
        from einvoice_desktop.gui.paper.subjects import SealedSubject

        return SealedSubject(submission_id)

    # --- the preview page ---------------------------------------------------------------------------

    def _make_page(self) -> Page:
        from einvoice_desktop.gui.pages.preview import PreviewPage

        page = PreviewPage(self._office, self._window.actions_, self._window)
        page.back_requested.connect(lambda: self._window.open_view(self._origin))
        page.language_chosen.connect(lambda value: self._choose(LANGUAGE, value))
        page.form_chosen.connect(lambda value: self._choose(FORM, value))
        page.outdated.connect(self._lay_out_again)
        return page

    def _preview_page(self) -> PreviewPage:
        from einvoice_desktop.gui.pages.preview import PreviewPage

        page = self._page("preview")
        assert isinstance(page, PreviewPage)
        return page

    def _preview(self, subject: Subject) -> None:
        page = self._preview_page()
        if self._window.book.view != "preview":
            self._origin = self._window.book.view
        self._show(page, subject)
        self._window.open_view("preview")

    def _show(self, page: PreviewPage, subject: Subject) -> None:
        preferences = self._office.preferences
        page.show_choices(preferences.get(LANGUAGE, "el"), preferences.get(FORM, "a4"))
        page.show_waiting(subject)
        self._asked += 1
        asked = self._asked

        def show(sheet: Sheet) -> None:
            # Of several choices in quick succession the last one is shown.
            if asked == self._asked:
                page.show_sheet(subject, sheet)

        self._laying_out.lay_out(subject, show)

    def _choose(self, name: str, value: str) -> None:
        self._office.preferences.choose(name, value)
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        page = self._preview_page()
        if page.subject is not None:
            self._show(page, page.subject)

    # --- print, save, e-mail ------------------------------------------------------------------------

    def _print(self, subject: Subject) -> None:
        from einvoice_desktop.gui.paper.printing import has_printer

        if has_printer():
            self._laying_out.lay_out_once("print", subject, lambda sheet: self._the_printing().ask(sheet))
        else:
            self._office.say(
                self.tr("No printer is set up on this computer. You can save the document as PDF."),
                "warning",
                self.tr("Save PDF"),
                lambda: self._save_pdf(subject),
            )

    def _the_printing(self) -> Printing:
        if self._printing is None:
            from einvoice_desktop.gui.paper.printing import Printing

            self._printing = Printing(self._office.preferences, self._window)
            self._printing.printed.connect(self._on_printed)
            self._printing.refused.connect(self._on_print_refused)
        return self._printing

    def _on_printed(self, printer: str) -> None:
        self._office.say(self.tr("Sent to the printer {0}.").format(printer), "success")

    def _on_print_refused(self) -> None:
        self._office.say(self.tr("The printer did not take the document."), "error")

    def _the_saving(self) -> Saving:
        if self._saving is None:
            from einvoice_desktop.gui.paper.saving import Saving

            self._saving = Saving(self._office, self._window)
        return self._saving

    def _save_pdf(self, subject: Subject) -> None:
        self._laying_out.lay_out_once("savePdf", subject, lambda sheet: self._the_saving().ask(sheet))

    def _email(self, subject: Subject) -> None:
        from einvoice_desktop.gui.paper.mail import letter_of, put_down

        desk, write_file = self._office.the_desk, self._office.write_file

        def hand_over(sheet: Sheet) -> None:
            def work() -> tuple[Letter, Path]:
                letter = letter_of(sheet, desk)
                return letter, put_down(letter, write_file)

            self._office.tasks.run(
                work,
                lambda made: self._on_put_down(*made),
                lambda error: self._the_saving().on_failed(sheet.naming.pdf_name, error),
            )

        self._laying_out.lay_out_once("email", subject, hand_over)

    def _on_put_down(self, letter: Letter, pdf: Path) -> None:
        from einvoice_desktop.gui.paper.mail import open_message

        saving = self._the_saving()
        if open_message(letter, pdf):
            text, tone = self.tr("The mail program has the message with {0}.").format(pdf.name), "info"
        else:
            told = self.tr("No mail program could be opened. The PDF and the message are in {0}.")
            text, tone = told.format(pdf.parent), "warning"
        self._office.say(text, tone, self.tr("Open folder"), lambda: saving.open_folder(pdf))
