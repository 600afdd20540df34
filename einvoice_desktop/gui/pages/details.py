"""What was sent and what came back, as text that a person can read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.journal_view import attempts_with_bytes, is_note
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import OutcomeKind
from einvoice_desktop.gui import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.domain.submission import Attempt, Outcome

LONGEST = 200_000
"""Characters that are shown of a text; the rest is named by its length."""

_INDENT = "  "


def indented(text: str) -> str:
    """JSON text over several lines, every number and letter as it was sent; other text as it is."""
    return "".join(_pieces(text)) if text[:1] in ("{", "[") else text


def _pieces(text: str) -> Iterator[str]:
    depth, place = 0, 0
    while place < len(text):
        char = text[place]
        if char == '"':
            end = _end_of_string(text, place)
            yield text[place:end]
            place = end
            continue
        if char in "{[":
            closing = text[place + 1 : place + 2]
            if closing in ("}", "]") and closing:
                yield char + closing
                place += 2
                continue
            depth += 1
            yield f"{char}\n{_INDENT * depth}"
        elif char in "}]":
            depth -= 1
            yield f"\n{_INDENT * depth}{char}"
        elif char == ",":
            yield f",\n{_INDENT * depth}"
        elif char == ":":
            yield ": "
        elif not char.isspace():
            yield char
        place += 1


def _end_of_string(text: str, start: int) -> int:
    place = start + 1
    while place < len(text) and text[place] != '"':
        place += 2 if text[place] == "\\" else 1
    return place + 1


def sent_text(payload: bytes) -> str:
    """The sealed bytes, readable."""
    return _bounded(indented(payload[:LONGEST].decode("utf-8", errors="replace")), len(payload))


def answers_text(desk: Desk, submission_id: int, language: Language) -> str:
    """Every attempt: when, how long it took, what it came to, what was sent, and the answer's body."""
    return "\n\n".join(
        _attempt_text(
            number,
            attempt,
            sent,
            _came_to(desk, attempt.outcome, language),
            _doubts(desk, attempt, language),
        )
        for number, (attempt, sent) in _counted(attempts_with_bytes(desk, submission_id))
    )


def _counted(
    entries: Iterable[tuple[Attempt, bytes]],
) -> Iterator[tuple[int, tuple[Attempt, bytes]]]:
    """Each entry with its number; what was noted at sealing is no try and takes none."""
    number = 0
    for entry in entries:
        number += 0 if is_note(entry[0]) else 1
        yield number, entry


def all_sent_text(desk: Desk, submission_id: int) -> str:
    """The sealed bytes, and below them those that stood there before it was sealed again."""
    texts = [sent_text(desk.submission(submission_id).sealed.payload)]
    before = QCoreApplication.translate("Details", "Before it was sealed again:")
    texts += [f"{before}\n{sent_text(payload)}" for payload in reversed(desk.earlier_seals(submission_id))]
    return "\n\n".join(texts)


def _came_to(desk: Desk, outcome: Outcome, language: Language) -> str:
    if outcome.kind is OutcomeKind.ISSUED:
        return words.state_word(State.ISSUED)
    return desk.sentence(outcome.reason, {"message": outcome.message}, language) if outcome.reason else ""


def _doubts(desk: Desk, attempt: Attempt, language: Language) -> list[str]:
    """What stood when it was sealed all the same, each with its place, and what an answer that was no refusal
    leaves open; a refusal's problems are the provider's own words."""
    problems = attempt.outcome.problems
    if is_note(attempt):
        return [f"{problem.path}: {desk.problem_sentence(problem, language)}" for problem in problems]
    if attempt.outcome.kind is OutcomeKind.REFUSED:
        return []
    return [desk.problem_sentence(problem, language) for problem in problems]


def _attempt_text(number: int, attempt: Attempt, sent: bytes, sentence: str, doubts: list[str]) -> str:
    outcome = attempt.outcome
    took = words.span((attempt.ended_at - attempt.started_at).total_seconds())
    if is_note(attempt):
        title = QCoreApplication.translate("Details", "Issued · {0}").format(
            words.moment_text(attempt.started_at)
        )
    elif outcome.kind is OutcomeKind.RESTORED:
        title = QCoreApplication.translate("Details", "{0} · The books came back · {1}").format(
            number, words.moment_text(attempt.started_at)
        )
    elif outcome.kind in (OutcomeKind.CANCELLED, OutcomeKind.CANCELLING):
        title = QCoreApplication.translate("Details", "Cancellation {0} · {1} · took {2}").format(
            number, words.moment_text(attempt.started_at), took
        )
    else:
        title = QCoreApplication.translate("Details", "Try {0} · {1} · took {2}").format(
            number, words.moment_text(attempt.started_at), took
        )
    lines = [title]
    if outcome.http_status is not None:
        lines.append(f"HTTP {outcome.http_status}")
    lines += [line for line in (sentence, outcome.message, *doubts) if line]
    if sent:
        if outcome.kind is OutcomeKind.NEVER_LEFT:
            told = QCoreApplication.translate("Details", "To be sent: {0} bytes, SHA-256 {1}")
        else:
            told = QCoreApplication.translate("Details", "Sent: {0} bytes, SHA-256 {1}")
        lines.append(told.format(len(sent), sha256(sent).hexdigest()))
    if outcome.answer:
        body = outcome.answer[:LONGEST].decode("utf-8", errors="replace")
        lines.append(_bounded(indented(body), len(outcome.answer)))
    return "\n".join(lines)


def _bounded(text: str, length: int) -> str:
    if length <= LONGEST:
        return text
    return text + "\n" + QCoreApplication.translate("Details", "… ({0} bytes in all)").format(length)
