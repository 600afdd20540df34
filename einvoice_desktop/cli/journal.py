"""`outbox --verify`: checks the journal and prints each attempt: what was sent, when, what came back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.journal_view import attempts_with_bytes, is_note
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.submission import Attempt, OutcomeKind, Submission

_SHOWN = 500
"""Characters of an answer that people are shown; JSON has it whole."""


def verify(desk: Desk, output: Output, *, practice: bool) -> int:
    """1 where the journal is not as it was written. What is altered is shown all the same."""
    for row in desk.submissions(everywhere=not practice):
        _tell_all(row, attempts_with_bytes(desk, row.id), output)
    broken = desk.first_broken_attempt()
    if output.as_json:
        output.put({"journal": "whole" if broken is None else "broken", "brokenAt": broken})
    else:
        code = "journal_whole" if broken is None else "journal_cut" if broken == 0 else "journal_broken"
        output.say(output.messages.sentence(code, {"attempt": str(broken)}, output.language))
    return OK if broken is None else HAS_ERRORS


def _tell_all(row: Submission, entries: Iterable[tuple[Attempt, bytes]], output: Output) -> None:
    """What was noted at sealing is told with the first attempt after it; before any attempt, by itself."""
    note: tuple[Attempt, bytes] | None = None
    place = 0
    for attempt, sent in entries:
        if is_note(attempt):
            note = attempt, sent
            continue
        place += 1
        _tell(row, place, attempt, sent, output, note[0].outcome.problems if note else ())
        note = None
    if note is not None:
        _tell(row, place, *note, output, note[0].outcome.problems)


def _tell(
    row: Submission,
    place: int,
    attempt: Attempt,
    sent: bytes,
    output: Output,
    warnings: Sequence[Problem],
) -> None:
    """`warnings`: what stood when the document was issued all the same."""
    outcome, key = attempt.outcome, row.sealed.key
    answer = outcome.answer.decode("utf-8", "backslashreplace")
    told: dict[str, Any] = {
        "submission": row.id,
        "server": row.server,
        "series": key.series,
        "number": key.number,
        "attempt": place,
        "startedAt": attempt.started_at.isoformat(),
        "endedAt": attempt.ended_at.isoformat(),
        "outcome": str(outcome.kind),
        "reason": outcome.reason,
        "message": outcome.message,
        "httpStatus": outcome.http_status,
        "serverDate": outcome.server_date.isoformat() if outcome.server_date else None,
        "sentSha256": hashlib.sha256(sent).hexdigest() if sent else None,
        "warnings": output.problems(warnings),
        "answerSha256": hashlib.sha256(outcome.answer).hexdigest() if outcome.answer else None,
        "answer": answer or None,
        "problems": output.problems(outcome.problems),
    }
    if output.as_json:
        output.put(told)
        return
    status = f" · HTTP {outcome.http_status}" if outcome.http_status else ""
    when = _clock(attempt.started_at, attempt.ended_at)
    output.say(f"{row.id}.{place} · {key.type_code} {key.series} {key.number} · {row.server} · {when}")
    output.say(f"    {outcome.kind} {outcome.reason}{status}")
    if warnings:
        output.say(f"    {output.messages.sentence(OutcomeKind.SEALED_WITH_WARNINGS, {}, output.language)}")
        output.list_problems(warnings)
    output.list_problems(outcome.problems)
    if sent:
        output.say(f"    > {len(sent)} bytes, SHA-256 {told['sentSha256']}")
    if answer:
        output.say(f"    < {_one_line(answer)}")


def _clock(started: datetime, ended: datetime) -> str:
    return f"{started.isoformat(timespec='seconds')} + {(ended - started).total_seconds():.1f} s"


def _one_line(text: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in text[:_SHOWN])
    return shown + ("…" if len(text) > _SHOWN else "")
