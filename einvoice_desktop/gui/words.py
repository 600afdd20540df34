"""What a submission's state, its age and its next step are called, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.cancelling import is_being_cancelled, is_cancelled
from einvoice_desktop.app.entry import Language
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission

if TYPE_CHECKING:
    from einvoice_desktop.app.legal_clock import LegalClock

TONES = {
    State.WAITING: "info",
    State.SENDING: "info",
    State.UNKNOWN: "warning",
    State.ISSUED: "success",
    State.REFUSED: "error",
}
"""The tone of a state; its icon has the state's own name."""


def tone(submission: Submission) -> str:
    """The tone of a document: an issued one of which something is still to come or to be asked warns."""
    cancelled = is_cancelled(submission) or is_being_cancelled(submission)
    if submission.state is State.ISSUED and (submission.mark_pending or submission.problems or cancelled):
        return "warning"
    return TONES[submission.state]


Sentence = Callable[[str, Mapping[str, str], Language], str]
"""Says a code in a language."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def state_word(state: State) -> str:
    """The state in a word or two, for a table."""
    words = {
        State.DRAFT: QCoreApplication.translate("State", "Draft"),
        State.WAITING: QCoreApplication.translate("State", "Waiting"),
        State.SENDING: QCoreApplication.translate("State", "Sending"),
        State.UNKNOWN: QCoreApplication.translate("State", "Outcome unknown"),
        State.ISSUED: QCoreApplication.translate("State", "Issued"),
        State.REFUSED: QCoreApplication.translate("State", "Refused"),
    }
    return words[state]


def short_state(submission: Submission) -> str:
    """The same for a document: an issued one says that its MARK is still to come."""
    if submission.mark_pending:
        return QCoreApplication.translate("State", "Issued, MARK follows")
    return state_word(submission.state)


def listed_state(submission: Submission) -> str:
    """The state for a list of what is settled: an issued one says that nothing has verified it."""
    if is_cancelled(submission):
        return QCoreApplication.translate("State", "Cancelled")
    if is_being_cancelled(submission):
        return QCoreApplication.translate("State", "Cancelling?")
    if submission.is_unverified:
        return QCoreApplication.translate("State", "Not verified")
    return state_word(submission.state)


def is_to_be_told(submission: Submission) -> bool:
    """Whether a list of what was issued has more to say of this one than that."""
    cancelled = is_cancelled(submission) or is_being_cancelled(submission)
    return submission.is_unverified or cancelled


def mark_or_word(submission: Submission) -> str:
    """The MARK for a table; a word where it is still to come."""
    if submission.mark_pending:
        return QCoreApplication.translate("State", "follows")
    return submission.receipt.mark if submission.receipt else ""


def state_sentence(submission: Submission) -> str:
    """The state as the receipt page says it."""
    if is_cancelled(submission):
        return QCoreApplication.translate("State", "Cancelled")
    if is_being_cancelled(submission):
        return QCoreApplication.translate("State", "Issued – not known whether it is cancelled")
    if submission.provider_signed:
        return QCoreApplication.translate("State", "Issued, signed by the provider – its MARK follows")
    if submission.is_unverified:
        return QCoreApplication.translate("State", "Issued – it could not be verified")
    if submission.mark_pending:
        return QCoreApplication.translate("State", "Issued – its MARK follows")
    if submission.state is State.WAITING and not submission.attempts:
        return QCoreApplication.translate("State", "Sealed – waiting to be sent")
    sentences = {
        State.WAITING: QCoreApplication.translate("State", "Waiting – it has not left this computer"),
        State.SENDING: QCoreApplication.translate("State", "Sending…"),
        State.UNKNOWN: QCoreApplication.translate("State", "Outcome not known yet – asking the provider"),
        State.ISSUED: QCoreApplication.translate("State", "Issued"),
        State.REFUSED: QCoreApplication.translate("State", "Refused – it was not issued"),
    }
    return sentences.get(submission.state, state_word(submission.state))


def reason(submission: Submission, sentence: Sentence, language: Language) -> str:
    """Why it stands so: the sentence of its reason, and the provider's own words; "" where there is none."""
    if not submission.reason:
        return ""
    if submission.provider_signed:
        return QCoreApplication.translate(
            "State",
            "The provider could not reach the authority and signed it by itself: it is valid. Its paper says "
            "that their connection was lost.",
        )
    told = sentence(submission.reason, {"message": submission.message}, language)
    if submission.message and not submission.problems and submission.message not in told:
        return f"{told}\n{submission.message}"
    return told


def next_step(submission: Submission, now: datetime) -> str:
    """What happens next, and when; "" for an issued document that has its MARK."""
    match submission.state:
        case State.ISSUED if submission.mark_pending:
            return _asked_again(submission.next_try_at, now)
        case State.ISSUED | State.DRAFT:
            return ""
        case State.REFUSED if submission.number_spent:
            return QCoreApplication.translate("State", "Correct it: it will take the next number")
        case State.REFUSED:
            return QCoreApplication.translate("State", "Correct it: it keeps its number")
        case State.SENDING:
            return QCoreApplication.translate("State", "Waiting for the provider's answer")
    when = submission.next_try_at
    if when is None or _is_now(when, now):
        return QCoreApplication.translate("State", "It is sent as soon as its turn comes")
    if submission.state is State.UNKNOWN:
        text = QCoreApplication.translate("State", "The same document is sent again in {0}, at {1}")
    else:
        text = QCoreApplication.translate("State", "Next try in {0}, at {1}")
    return text.format(span((when - now).total_seconds()), clock(when))


def next_step_briefly(submission: Submission, now: datetime) -> str:
    """The same for a table whose heading says that it is the next step: short enough for a narrow column."""
    when = submission.next_try_at
    match submission.state:
        case State.ISSUED if submission.mark_pending:
            asked = QCoreApplication.translate("State", "MARK: {0}")
            return asked.format(_soon_or_at(when, now))
        case State.ISSUED | State.DRAFT:
            return ""
        case State.REFUSED if submission.number_spent:
            return QCoreApplication.translate("State", "correct, new no.")
        case State.REFUSED:
            return QCoreApplication.translate("State", "correct, same no.")
        case State.SENDING:
            return QCoreApplication.translate("State", "answer awaited")
    return _soon_or_at(when, now)


def _soon_or_at(when: datetime | None, now: datetime) -> str:
    if when is None or _is_now(when, now):
        return QCoreApplication.translate("State", "at its turn")
    text = QCoreApplication.translate("State", "in {0}, {1}")
    return text.format(span((when - now).total_seconds()), clock(when))


def _is_now(when: datetime, now: datetime) -> bool:
    return (when - now).total_seconds() < 1


def _asked_again(when: datetime | None, now: datetime) -> str:
    if when is None or _is_now(when, now):
        return QCoreApplication.translate("State", "The MARK is being asked for")
    text = QCoreApplication.translate("State", "The MARK is asked for again in {0}, at {1}")
    return text.format(span((when - now).total_seconds()), clock(when))


def clock_line(clock: LegalClock) -> str:
    """The last moment by law and what is left till then."""
    until = clock.latest.strftime("%d/%m/%Y %H:%M")
    if clock.is_over:
        return QCoreApplication.translate("State", "⚠ The legal limit has passed: {0}").format(until)
    text = QCoreApplication.translate("State", "◷ Legal limit: {0}, {1} left")
    return text.format(until, span(clock.left.total_seconds()))


def clock_tone(clock: LegalClock) -> str:
    """Muted while there is time, then as a warning, then as an error."""
    if clock.is_over:
        return "error"
    return "warning" if clock.left.total_seconds() < _DAY else "muted"


def span(seconds: float) -> str:
    """A length of time in one unit: "40 s", "4 min", "3 h", "2 d"."""
    if seconds < _MINUTE:
        return QCoreApplication.translate("Time", "{0} s").format(max(0, int(seconds)))
    if seconds < _HOUR:
        return QCoreApplication.translate("Time", "{0} min").format(int(seconds // _MINUTE))
    if seconds < _DAY:
        return QCoreApplication.translate("Time", "{0} h").format(int(seconds // _HOUR))
    return QCoreApplication.translate("Time", "{0} d").format(int(seconds // _DAY))


def age(since: datetime, now: datetime) -> str:
    """How long ago `since` was."""
    return span((now - since).total_seconds())


def clock(moment: datetime) -> str:
    """HH:mm in Athens, as on paper, whatever zone the computer is set to."""
    return _in_athens(moment).strftime("%H:%M")


def moment_text(moment: datetime | None) -> str:
    """dd/MM/yyyy HH:mm in Athens; "" for None."""
    return "" if moment is None else _in_athens(moment).strftime("%d/%m/%Y %H:%M")


def _in_athens(moment: datetime) -> datetime:
    # Not before the first paint: the zone's table is read from a file.
    from einvoice_desktop.domain.dates import ATHENS

    return moment.astimezone(ATHENS)


def document_name(submission: Submission, kind: str) -> str:
    """ "1.1 Sales invoice A 12": `kind` is the type's label."""
    key = submission.sealed.key
    parts = (kind or key.type_code, key.series, key.number)
    return " ".join(part for part in parts if part)
