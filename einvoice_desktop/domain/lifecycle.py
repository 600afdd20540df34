"""The states a submission can be in, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a document stands between the keyboard and the authority."""

    DRAFT = "draft"
    WAITING = "waiting"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ISSUED = "issued"
    REFUSED = "refused"


UNSETTLED = frozenset({State.WAITING, State.SENDING, State.UNKNOWN})
"""Sealed, and the worker still has something to do."""

MOVES = {
    State.DRAFT: frozenset({State.WAITING}),
    State.WAITING: frozenset({State.SENDING}),
    # Back to waiting: it provably never left this machine, or nobody let us in (401).
    State.SENDING: frozenset({State.WAITING, State.UNKNOWN, State.ISSUED, State.REFUSED}),
    State.UNKNOWN: frozenset({State.SENDING}),
    State.ISSUED: frozenset(),
    State.REFUSED: frozenset(),
}


class IllegalMove(RuntimeError):
    """Somebody asked for a move that the table does not have: a bug, never a person's mistake."""


def check_move(current: State, to: State) -> None:
    """Raises IllegalMove unless the table has the move."""
    if to not in MOVES[current]:
        raise IllegalMove(f"{current} -> {to}")
