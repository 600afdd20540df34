"""The submission that the receipt page follows: its newest state, its sums, the modules of its code."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.domain.lifecycle import UNSETTLED
from einvoice_desktop.gui.qr import Matrix, matrix_of

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office


@dataclass(frozen=True)
class Sums:
    """What the document adds up to."""

    net: Decimal
    vat: Decimal
    gross: Decimal
    payable: Decimal


def is_open(submission: Submission) -> bool:
    """Whether the worker still has something to do for it: send it, or ask for its MARK."""
    return submission.state in UNSETTLED or submission.mark_pending


@dataclass(frozen=True)
class OfflineCode:
    """The code for the customer's paper while the line is down; without one, `why_not` is a sentence."""

    address: str = ""
    matrix: Matrix = ()
    why_not: str = ""


class Followed(QObject):
    """One submission at a time. What is read of it comes later, by `changed`, unless another has come."""

    changed = Signal()
    exchanged = Signal()
    """It is another submission now."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.submission: Submission | None = None
        self.sums: Sums | None = None
        self.matrix: tuple[str, Matrix] | None = None
        """An address and its modules."""
        self.offline: OfflineCode | None = None
        """What the customer is handed while the line keeps this document here."""
        self._offline_asked = False

    @property
    def id(self) -> int | None:
        """Which one."""
        return None if self.submission is None else self.submission.id

    @property
    def address(self) -> str:
        """The official page; "" before there is one."""
        receipt = self.submission.receipt if self.submission else None
        return receipt.url if receipt else ""

    def follow(self, submission: Submission) -> None:
        """From now on this one."""
        another = submission.id != self.id
        self.submission = submission
        if another:
            self.sums = None
            self.offline, self._offline_asked = None, False
            self._read_sums(submission.id)
            # It may have moved while it was on its way here.
            self.look_again()
            self.exchanged.emit()
        self._read_code(self.address)
        self._read_offline(submission)
        self.changed.emit()

    def hear(self, submission: Submission) -> None:
        """A submission has moved; counts where it is this one and no older than what is known."""
        known = self.submission
        if known is not None and known.id == submission.id and known.changed_at <= submission.changed_at:
            self.follow(submission)

    def look_again(self) -> None:
        """Another process may have moved it."""
        row = self.submission
        if row is not None and is_open(row):
            desk, submission_id = self._office.the_desk, row.id
            self._office.tasks.run(lambda: desk.submission(submission_id), self.hear, self._office.on_failed)

    def find_newest(self) -> None:
        """The document that was sealed last, where none is followed yet."""
        newest = self._office.the_desk.latest_submission
        self._office.tasks.run(newest, self._on_newest, self._office.on_failed)

    def _on_newest(self, submission: Submission | None) -> None:
        if submission is not None and self.submission is None:
            self.follow(submission)

    def _read_sums(self, submission_id: int) -> None:
        desk = self._office.the_desk

        def read() -> Sums:
            from einvoice_desktop.app.drafting import Draft

            document = desk.credits.document_of(desk.submission(submission_id))
            sums = desk.compose(Draft(document)).summaries
            return Sums(sums.net, sums.vat, sums.gross, sums.payable)

        def done(sums: Sums) -> None:
            if submission_id == self.id:
                self.sums = sums
                self.changed.emit()

        self._office.tasks.run(read, done, self._office.on_failed)

    def _read_code(self, address: str) -> None:
        if not address or (self.matrix is not None and self.matrix[0] == address):
            return

        def done(matrix: Matrix) -> None:
            if address == self.address:
                self.matrix = (address, matrix)
                self.changed.emit()

        self._office.tasks.run(lambda: matrix_of(address), done, self._office.on_failed)

    def _read_offline(self, submission: Submission) -> None:
        from einvoice_desktop.app.handing_out import is_kept_by_the_line

        if not is_kept_by_the_line(submission):
            self.offline, self._offline_asked = None, False
            return
        if self._offline_asked:
            return
        self._offline_asked = True
        desk, submission_id = self._office.the_desk, submission.id

        def read() -> OfflineCode:
            document = desk.read_document(desk.submission(submission_id).sealed.payload)
            address = desk.offline_address(document)
            return OfflineCode(address, matrix_of(address))

        def done(code: OfflineCode) -> None:
            if submission_id == self.id and self._offline_asked:
                self.offline = code
                self.changed.emit()

        def failed(error: Exception) -> None:
            sentence = self._office.sentence_of(error)
            if sentence is None:
                raise error
            done(OfflineCode(why_not=sentence))

        self._office.tasks.run(read, done, failed)
