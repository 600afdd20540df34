"""What a bookkeeper asks the books: the journal of a document, whether it is whole, and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from einvoice_desktop.gui.settled_series import settled_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.numbers_report import SeriesReport
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.office import Office


class BookDeeds(QObject):
    """Reads off the GUI thread and shows text beside the window."""

    def __init__(self, window: MainWindow, when_ready: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        window.actions_.on("numbers", lambda: when_ready(self.show_numbers))
        window.actions_.on("verifyJournal", lambda: when_ready(self.verify))

    def show_journal(self, submission: Submission) -> None:
        """Every attempt at one document, and the bytes that were sent."""
        from einvoice_desktop.gui import words
        from einvoice_desktop.gui.pages.details import all_sent_text, answers_text

        desk, language, submission_id = self._office.the_desk, self._office.language, submission.id
        title = self.tr("Journal: {0}").format(
            words.document_name(submission, self._office.kind(submission.sealed.key.type_code))
        )
        nothing, sent = self.tr("It has not been tried yet."), self.tr("What was sent")

        def read() -> str:
            answers = answers_text(desk, submission_id, language) or nothing
            return f"{answers}\n\n{sent}\n{all_sent_text(desk, submission_id)}"

        self._office.tasks.run(read, lambda text: self._show("journal", title, text), self._office.on_failed)

    def verify(self) -> None:
        """Checks the journal of the data folder and says what came of it."""
        check = self._office.the_desk.first_broken_attempt
        self._office.tasks.run(check, self._on_verified, self._office.on_failed)

    def _on_verified(self, broken: int | None) -> None:
        code = "journal_whole" if broken is None else "journal_broken" if broken else "journal_cut"
        told = self._office.sentence(code, {"attempt": str(broken)})
        self._office.say(told, "success" if broken is None else "error")

    def show_numbers(self) -> None:
        """Gaps, conflicts and look-alikes of each series."""
        report = self._office.the_desk.series.report
        self._office.tasks.run(report, self._on_reported, self._office.on_failed)

    def _on_reported(self, report: tuple[SeriesReport, ...]) -> None:
        text = report_text(report, self._office) or self.tr("No number has been given yet.")
        text = "\n\n".join(filter(None, (settled_text(self._office), text)))
        self._show("numbers", self.tr("Numbers of the series"), text)

    def _show(self, name: str, title: str, text: str) -> None:
        from einvoice_desktop.gui.text_dialog import TextDialog

        TextDialog(name, title, text, self._window).show()


def report_text(report: tuple[SeriesReport, ...], office: Office) -> str:
    """A block for each series: what is held, then what is to be asked about, or that there is nothing."""
    return "\n\n".join("\n".join(_series_lines(series, office)) for series in report)


def _series_lines(series: SeriesReport, office: Office) -> list[str]:
    translate, place = QCoreApplication.translate, series.place
    head = translate("Numbers", "Series {0} · {1} · branch {2} · VAT number {3}").format(
        place.series or "–", office.kind(place.type_code), place.branch, place.issuer_vat
    )
    lines = [head]
    if series.lowest is not None:
        held = translate("Numbers", "{0} documents, from {1} to {2}")
        lines.append("  " + held.format(series.count, series.lowest, series.highest))
    listed = {
        "report_gaps": [f"{a}" if a == b else f"{a}–{b}" for a, b in series.gaps],
        "report_conflicts": list(series.conflicts),
        "report_to_correct": list(series.to_correct),
        "report_open": list(series.open),
        "report_looks_like": list(series.looks_like),
    }
    for code, numbers in listed.items():
        if numbers:
            lines.append("  " + office.sentence(code, {"numbers": ", ".join(numbers)}))
    if series.is_clean:
        lines.append("  " + translate("Numbers", "No gaps and no conflicts."))
    return lines
