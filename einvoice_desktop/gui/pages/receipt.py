"""The receipt page: one sealed document, followed live until it is issued or refused."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from einvoice_desktop.app.crediting import can_be_credited
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.manual.meaning import MeaningButton
from einvoice_desktop.gui.pages.page import SPACING, Page
from einvoice_desktop.gui.pages.receipt_cards import DocumentCard, StateCard
from einvoice_desktop.gui.pages.receipt_choices import DateChoices
from einvoice_desktop.gui.pages.receipt_followed import Followed, is_open
from einvoice_desktop.gui.pages.receipt_issue import IssueCard
from einvoice_desktop.gui.pages.receipt_more import MoreCard
from einvoice_desktop.gui.pages.receipt_offline import OfflineCard
from einvoice_desktop.gui.pages.receipt_words import advice, announce, trial_words

if TYPE_CHECKING:
    from decimal import Decimal

    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

_TICK = 1000
_TOOLS = ("preview", "print", "savePdf", "email")
_OF_PROVIDER = ("providerPdf", "providerXml")


class _Cards(QWidget):
    """As high as its cards are at the width that they have, not as they would be at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ReceiptPage(Page):
    """Shows the state of one submission in words, and once it is issued its MARK, QR and the rest."""

    new_requested = Signal()
    correct_requested = Signal(int)
    try_now_requested = Signal()
    journal_requested = Signal(object)
    """The Submission whose journal is wanted."""

    def __init__(self, office: Office, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("receipt", office, parent)
        self.followed = Followed(office, self)
        self.try_button = self.add_button("receipt.tryNow", self.try_now_requested.emit, "F8", "sending")
        self.correct_button = self.add_button("receipt.correct", self._on_correct, "F2", "compose", "primary")
        self.new_button = self.add_button("receipt.new", self.new_requested.emit, "Ctrl+N", "new")
        self.credit_button = self.make_action(actions, "credit")
        self.buttons.insertWidget(self.buttons.count() - 1, self.credit_button)
        self.cancel_button = self.make_action(actions, "cancelNote")
        self.cancel_button.take_no_room()
        self.buttons.insertWidget(self.buttons.count() - 1, self.cancel_button)
        self.tools = [self.make_action(actions, name) for name in _TOOLS]
        self.journal_button = self.make_button("receipt.journal", self._on_journal, key="F3")
        self.state = StateCard(self)
        self.choices = DateChoices(office, self)
        self.state.add_choices(self.choices)
        self.offline = OfflineCard(self)
        self.issue = IssueCard(self)
        self.document = DocumentCard(self)
        self.more = MoreCard(self)
        self.more.copied.connect(self._on_copied)
        self.more.add_buttons([self.make_action(actions, name) for name in _OF_PROVIDER])
        self.compare_button = self.make_button("receipt.compare", self._on_compare, "search", key="F11")
        self.state.add_choices(self.compare_button)
        self.meaning = MeaningButton("receipt.meaning", self, key="F1")
        self.state.add_choices(self.meaning)
        self.note = label("notice", self, wrap=True)
        self.empty = label("empty", self, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add_issue_buttons()
        self._lay_out_cards()
        self._ticker = QTimer(self, interval=_TICK)
        self._ticker.timeout.connect(self._say_state)
        self.followed.changed.connect(self._show)
        self.followed.exchanged.connect(self._on_exchanged)
        self.choices.chosen.connect(self.followed.follow)
        self._show()

    def _add_issue_buttons(self) -> None:
        self.copy_mark = self.make_button("receipt.copyMark", self._on_copy_mark, "copy", key="Ctrl+Shift+C")
        self.copy_address = self.make_button(
            "receipt.copyAddress", self._on_copy_address, "copy", key="Ctrl+Shift+A"
        )
        self.open_address = self.make_button("receipt.openAddress", self._on_open_address, "link", key="F12")
        self.issue.add_buttons((self.copy_mark, self.copy_address, self.open_address))
        self.issue.copied.connect(self._on_copied)
        order = (
            self.issue.mark,
            self.issue.uid,
            self.issue.copy_uid,
            self.issue.authentication_code,
            self.issue.copy_code,
            self.issue.status,
            self.issue.time,
            self.issue.url,
            self.copy_mark,
            self.copy_address,
            self.open_address,
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _lay_out_cards(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.tools:
            row.addWidget(button)
        row.addStretch(1)
        cards = _Cards(self)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for card in (self.state, self.offline, self.issue, self.note, self.document, self.more):
            column.addWidget(card)
        column.addWidget(self.journal_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        identify(self._scroll, "receipt.cards")
        self._scroll.setWidget(cards)
        self.content.addLayout(row)
        self.content.addWidget(self._scroll, 1)
        self.content.addWidget(self.empty, 1)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def _submission(self) -> Submission | None:
        return self.followed.submission

    def subject_in_sight(self) -> int | None:
        return self.followed.id

    def submission_in_sight(self) -> Submission | None:
        return self._submission

    def show_submission(self, submission: Submission) -> None:
        """From now on this one."""
        self.followed.follow(submission)

    def on_submission(self, submission: Submission) -> None:
        self.followed.hear(submission)

    def refresh(self) -> None:
        if self._submission is None:
            self.followed.find_newest()
        self._show()

    def look_again(self) -> None:
        self.followed.look_again()

    def _on_exchanged(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self.sight_changed.emit()

    def _show(self) -> None:
        row = self._submission
        self._show_parts(row)
        self._say_texts()
        if row is None:
            return
        kind, sums = self.office.kind(row.sealed.key.type_code), self.followed.sums
        self.document.show_document(row, kind, sums, self._amount)
        self.issue.show_receipt(row)
        self.more.show_receipt(row.receipt if row.state is State.ISSUED else None)
        self.sight_changed.emit()
        self.copy_mark.setVisible(bool(self.issue.mark.text()))
        self._show_code()
        if self.followed.offline is not None:
            self.offline.show_offline(self.followed.offline)
        self._say_state()

    def _show_parts(self, row: Submission | None) -> None:
        issued = row is not None and row.state is State.ISSUED
        refused = row is not None and row.state is State.REFUSED
        self.empty.setVisible(row is None)
        self._scroll.setVisible(row is not None)
        for button in (*self.tools, self.journal_button):
            button.setVisible(row is not None)
        self.issue.setVisible(issued)
        self.more.setVisible(issued)
        self.compare_button.setVisible(row is not None and _is_to_be_compared(row))
        self.credit_button.setVisible(row is not None and can_be_credited(row))
        self.offline.setVisible(self.followed.offline is not None)
        self.note.setVisible(issued and bool(trial_words(self.office.the_desk.server)))
        self.correct_button.setVisible(refused)
        self.try_button.setVisible(row is not None and is_open(row))
        if refused and self.new_button.hasFocus():
            # Enter must not step over what was refused.
            self.correct_button.setFocus()

    def _amount(self, value: Decimal | None) -> str:
        return show_amount(value, self.office.language)

    def _show_code(self) -> None:
        address, matrix = self.followed.address, self.followed.matrix
        self.copy_address.setVisible(bool(address))
        self.open_address.setVisible(QUrl(address).scheme() in ("http", "https"))
        coded = matrix is not None and matrix[0] == address
        if matrix is not None and coded:
            self.issue.code.show_code(matrix[1], address)
        self.issue.code.setVisible(coded)

    def _say_state(self) -> None:
        row, desk = self._submission, self.office.the_desk
        if row is None:
            return
        if is_open(row) and self.isVisible():
            self._ticker.start()
        else:
            self._ticker.stop()
        self.state.show_state(row, self.office.icons, self.office.theme.colours, self.devicePixelRatioF())
        announce(self.state.sentence, words.state_sentence(row))
        language = self.office.language
        reason = words.reason(row, desk.sentence, language)
        self.state.say(reason, words.next_step(row, datetime.now(UTC)), advice(row))
        self._say_clock(row)
        self.meaning.show_codes(problem.authority_code for problem in row.problems)
        self.state.show_problems([desk.problem_sentence(problem, language) for problem in row.problems])

    def _say_clock(self, row: Submission) -> None:
        from einvoice_desktop.app.legal_clock import clock_problem

        desk, now = self.office.the_desk, datetime.now(UTC)
        problem = clock_problem(row, now)
        said = "" if problem is None else desk.problem_sentence(problem, self.office.language)
        self.state.show_clock(None if problem is None else desk.legal_clock(row), said)
        self.choices.show_for(row)

    # --- what is pressed ------------------------------------------------------------------------

    def _on_correct(self) -> None:
        if self._submission is not None:
            self.correct_requested.emit(self._submission.id)

    def _on_journal(self) -> None:
        if self._submission is not None:
            self.journal_requested.emit(self._submission)

    def _on_compare(self) -> None:
        row, desk = self._submission, self.office.the_desk
        if row is not None:
            self.compare_button.setEnabled(False)
            submission_id = row.id
            self.office.tasks.run(
                lambda: desk.compare_again(submission_id), self._on_compared, self._on_not_compared
            )

    def _on_compared(self, row: Submission) -> None:
        self.compare_button.setEnabled(True)
        self.followed.hear(row)
        if row.is_unverified:
            self.office.say(self.tr("The provider's page tells nothing to compare yet."), "warning")
        elif row.problems:
            self.office.say(self.tr("At the provider the document has other amounts."), "error")
        else:
            self.office.say(self.tr("Compared: the provider's document has the same amounts."), "success")

    def _on_not_compared(self, error: Exception) -> None:
        self.compare_button.setEnabled(True)
        self.office.on_failed(error)

    def _on_copy_mark(self) -> None:
        self._copy(self.issue.mark.text(), self.tr("MARK copied."))

    def _on_copy_address(self) -> None:
        self._copy(self.issue.url.text(), self.tr("Address copied."))

    def _on_copied(self, text: str, name: str) -> None:
        self._copy(text, self.tr("Copied: {0}").format(name))

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

    # --- words and colours ------------------------------------------------------------------------

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
        self.journal_button.setText(self.tr("Journal"))
        self.compare_button.setText(self.tr("Compare with the provider's page"))
        self.copy_mark.setText(self.tr("Copy MARK"))
        self.copy_address.setText(self.tr("Copy address"))
        self.open_address.setText(self.tr("Open page"))
        self.empty.setText(self.tr("Nothing has been issued yet. What you issue is followed here."))
        watermark, note = trial_words(self.office.the_desk.server) or ("", "")
        self.note.setText(note)
        self.issue.show_watermark(watermark, self.office.theme.colours, self.office.icons)
        self.issue.retranslate()
        self.document.retranslate()
        self.more.retranslate()
        self.more.paint_icons(self.office.theme.colours, self.office.icons)


def _is_to_be_compared(row: Submission) -> bool:
    """Something about its amounts is open, and its page can be read."""
    doubted = row.state is State.ISSUED and (row.is_unverified or row.reason == "sums_differ")
    return doubted and row.receipt is not None and bool(row.receipt.url)
