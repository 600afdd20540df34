"""The receipt page: one sealed document, followed live until it is issued or refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDesktopServices,
    QGuiApplication,
    QHideEvent,
)
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.gui import words
from einvoice_desktop.gui.pages.page import Page, label
from einvoice_desktop.gui.pages.receipt_cards import DocumentCard, IssueCard, StateCard, Sums
from einvoice_desktop.gui.qr import Matrix, matrix_of

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office

_TICK = 1000


class ReceiptPage(Page):
    """Shows the state of one submission in words, and once it is issued its MARK, QR and the rest."""

    new_requested = Signal()
    correct_requested = Signal(int)
    try_now_requested = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("receipt", office, parent)
        self._submission: Submission | None = None
        self._sums: Sums | None = None
        self._coded = ""
        self.try_button = self.add_button("receipt.tryNow", self.try_now_requested.emit, "F8", "sending")
        self.correct_button = self.add_button("receipt.correct", self._on_correct, "F2", "compose", "primary")
        self.new_button = self.add_button("receipt.new", self.new_requested.emit, "Ctrl+N", "new")
        self.state = StateCard(self)
        self.issue = IssueCard(self)
        self.document = DocumentCard(self)
        self.note = label("notice", self, wrap=True)
        self.empty = label("empty", self, wrap=True)
        self._lay_out_cards()
        self._ticker = QTimer(self, interval=_TICK)
        self._ticker.timeout.connect(self._say_state)
        self._show()

    def _lay_out_cards(self) -> None:
        self.copy_mark = self.make_button("receipt.copyMark", self._on_copy_mark, "copy", key="Ctrl+Shift+C")
        self.copy_address = self.make_button(
            "receipt.copyAddress", self._on_copy_address, "copy", key="Ctrl+Shift+A"
        )
        self.open_address = self.make_button("receipt.openAddress", self._on_open_address, "link", key="F12")
        self.issue.add_buttons(self.copy_mark, (self.copy_address, self.open_address))
        for card in (self.state, self.issue, self.document, self.note):
            self.content.addWidget(card)
        self.content.addWidget(self.empty, 1)
        self.content.addStretch(1)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def shown_id(self) -> int | None:
        """Which submission is shown."""
        return None if self._submission is None else self._submission.id

    def show_submission(self, submission: Submission) -> None:
        """From now on this one."""
        another = submission.id != self.shown_id
        self._submission = submission
        if another:
            self._sums = None
            self._read_sums(submission.id)
            # It may have moved while it was on its way here.
            self.look_again()
        self._show()

    def on_submission(self, submission: Submission) -> None:
        shown = self._submission
        if shown is not None and shown.id == submission.id and shown.changed_at <= submission.changed_at:
            self.show_submission(submission)

    def refresh(self) -> None:
        if self._submission is None:
            self.office.tasks.run(self._newest, self._on_newest, self.office.on_failed)
        self._show()

    def look_again(self) -> None:
        row = self._submission
        if row is not None and row.state in UNSETTLED:
            desk, submission_id = self.office.the_desk, row.id
            self.office.tasks.run(
                lambda: desk.submission(submission_id), self.on_submission, self.office.on_failed
            )

    def _newest(self) -> Submission | None:
        rows = self.office.the_desk.submissions()
        return rows[-1] if rows else None

    def _on_newest(self, submission: Submission | None) -> None:
        if submission is not None and self._submission is None:
            self.show_submission(submission)

    def _read_sums(self, submission_id: int) -> None:
        desk = self.office.the_desk

        def read() -> Sums:
            draft = desk.read_draft(desk.submission(submission_id).sealed.payload)
            sums = desk.compose(draft).summaries
            return Sums(sums.net, sums.vat, sums.gross, sums.payable)

        self.office.tasks.run(read, lambda sums: self._on_sums(submission_id, sums), self.office.on_failed)

    def _on_sums(self, submission_id: int, sums: Sums) -> None:
        if submission_id == self.shown_id:
            self._sums = sums
            self._show()

    def _show(self) -> None:
        row = self._submission
        issued = row is not None and row.state is State.ISSUED
        refused = row is not None and row.state is State.REFUSED
        self.empty.setVisible(row is None)
        self.state.setVisible(row is not None)
        self.document.setVisible(row is not None)
        self.issue.setVisible(issued)
        self.note.setVisible(issued and self.office.the_desk.is_practice)
        self.correct_button.setVisible(refused)
        self.try_button.setVisible(row is not None and row.state in UNSETTLED)
        if refused and self.new_button.hasFocus():
            # Enter must not step over what was refused.
            self.correct_button.setFocus()
        self._say_texts()
        if row is None:
            return
        self.document.show_document(row, self.office.kind(row.sealed.key.type_code), self._sums, self._amount)
        self.issue.show_receipt(row)
        self._show_code(row)
        self._say_state()

    def _amount(self, value: object) -> str:
        return show_amount(value, self.office.language)  # type: ignore[arg-type]

    def _show_code(self, row: Submission) -> None:
        address = row.receipt.url if row.receipt else ""
        web = QUrl(address).scheme() in ("http", "https")
        self.copy_address.setVisible(bool(address))
        self.open_address.setVisible(web)
        self.issue.code.setVisible(bool(address) and self._coded == address)
        if address and address != self._coded:
            self.office.tasks.run(
                lambda: matrix_of(address),
                lambda matrix: self._on_matrix(address, matrix),
                self.office.on_failed,
            )

    def _on_matrix(self, address: str, matrix: Matrix) -> None:
        row = self._submission
        if row is not None and row.receipt is not None and row.receipt.url == address:
            self._coded = address
            self.issue.code.show_code(matrix, address)
            self.issue.code.show()

    def _say_state(self) -> None:
        row, desk = self._submission, self.office.the_desk
        if row is None:
            return
        unsettled = row.state in UNSETTLED
        if unsettled and self.isVisible():
            self._ticker.start()
        else:
            self._ticker.stop()
        self.state.show_state(row, self.office.icons, self.office.theme.colours, self.devicePixelRatioF())
        self._announce(words.state_sentence(row))
        language = self.office.language
        reason = words.reason(row, desk.sentence, language)
        self.state.say(reason, words.next_step(row, datetime.now(UTC)))
        self.state.show_problems([desk.problem_sentence(problem, language) for problem in row.problems])

    def _announce(self, sentence: str) -> None:
        """Shows the state; a screen reader says it when it has changed."""
        if sentence != self.state.sentence.text():
            self.state.sentence.setText(sentence)
            if self.isVisible():
                event = QAccessibleAnnouncementEvent(self.state.sentence, sentence)
                QAccessible.updateAccessibility(event)

    # --- what is pressed ------------------------------------------------------------------------

    def _on_correct(self) -> None:
        if self._submission is not None:
            self.correct_requested.emit(self._submission.id)

    def _on_copy_mark(self) -> None:
        self._copy(self.issue.mark.text(), self.tr("MARK copied."))

    def _on_copy_address(self) -> None:
        self._copy(self.issue.url.text(), self.tr("Address copied."))

    def _copy(self, text: str, done: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self.office.say(done, "success")

    def _on_open_address(self) -> None:
        url = self.issue.url.text()
        row = self._submission
        if row is None or not self.office.the_desk.may_open(row.server, url):
            self.office.say(self.tr("The address is not the provider's own, so it is not opened."), "warning")
        elif not QDesktopServices.openUrl(QUrl(url)):
            self.office.say(self.tr("No program could open the address. You can copy it."), "warning")

    def focus_first(self) -> None:
        for widget in (self.correct_button, self.new_button):
            if widget.isVisible():
                widget.setFocus()
                return

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def repaint_icons(self) -> None:
        self._show()

    def retranslate(self) -> None:
        self._show()

    def _say_texts(self) -> None:
        row = self._submission
        self.heading.setText(self.tr("Receipt"))
        kind = "" if row is None else self.office.kind(row.sealed.key.type_code)
        self.hint.setText("" if row is None else words.document_name(row, kind))
        self.hint.setVisible(row is not None)
        self.new_button.setText(self.tr("New document"))
        self.correct_button.setText(self.tr("Correct"))
        self.try_button.setText(self.tr("Try now"))
        self.copy_mark.setText(self.tr("Copy MARK"))
        self.copy_address.setText(self.tr("Copy address"))
        self.open_address.setText(self.tr("Open page"))
        self.note.setText(
            self.tr(
                "PRACTICE – this document was sent to nobody and has no legal effect. The MARK is made up."
            )
        )
        self.empty.setText(self.tr("Nothing has been issued yet. What you issue is followed here."))
        self.state.retranslate()
        self.issue.retranslate()
        self.document.retranslate()
