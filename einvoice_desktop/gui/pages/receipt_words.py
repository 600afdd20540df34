"""What the receipt page says beside the bare values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.gui.band import PRACTICE_SERVER, TRIAL_SERVERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from einvoice_desktop.domain.submission import Submission


def trial_words(server: str) -> tuple[str, str] | None:
    """For books that have no legal effect: the word behind the values, and the sentence below them."""
    translate = QCoreApplication.translate
    if server == PRACTICE_SERVER:
        return translate("Receipt", "PRACTICE"), translate(
            "Receipt",
            "PRACTICE – this document was sent to nobody and has no legal effect. The MARK is made up.",
        )
    if server in TRIAL_SERVERS:
        return translate("Receipt", "TRIAL"), translate(
            "Receipt",
            "TRIAL – this document was sent to the provider's trial service and has no legal effect.",
        )
    return None


def advice(submission: Submission) -> str:
    """What a person might do wrong now; "" where there is nothing of the kind."""
    if submission.sealed.kind is Kind.CREDIT:
        return QCoreApplication.translate(
            "Receipt",
            "Credited as a whole by order to the provider (unconfirmed): its pages do not say which type, "
            "series and sums the credit gets. See on the provider's page what it became.",
        )
    if submission.state is State.UNKNOWN:
        return QCoreApplication.translate(
            "Receipt",
            "It may have been issued. Do not write it again: the program finds out by itself, and nothing "
            "is issued twice.",
        )
    return ""


def announce(label: QLabel, sentence: str) -> None:
    """Shows `sentence`; a screen reader says it when it has changed."""
    if sentence == label.text():
        return
    label.setText(sentence)
    if label.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(label, sentence))
