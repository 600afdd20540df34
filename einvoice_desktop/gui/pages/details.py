"""What was sent and what came back, as text that a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.gui import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from einvoice_desktop.domain.submission import Attempt

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


def answers_text(journal: Sequence[Attempt], sentence: Callable[[Attempt], str]) -> str:
    """Every attempt: when, how long it took, what it came to, and the answer's body."""
    return "\n\n".join(
        _attempt_text(number, attempt, sentence(attempt)) for number, attempt in enumerate(journal, 1)
    )


def _attempt_text(number: int, attempt: Attempt, sentence: str) -> str:
    outcome = attempt.outcome
    took = words.span((attempt.ended_at - attempt.started_at).total_seconds())
    title = QCoreApplication.translate("Details", "Try {0} · {1} · took {2}").format(
        number, words.moment_text(attempt.started_at), took
    )
    lines = [title]
    if outcome.http_status is not None:
        lines.append(f"HTTP {outcome.http_status}")
    lines += [line for line in (sentence, outcome.message) if line]
    if outcome.answer:
        body = outcome.answer[:LONGEST].decode("utf-8", errors="replace")
        lines.append(_bounded(indented(body), len(outcome.answer)))
    return "\n".join(lines)


def _bounded(text: str, length: int) -> str:
    if length <= LONGEST:
        return text
    return text + "\n" + QCoreApplication.translate("Details", "… ({0} bytes in all)").format(length)
