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
    # To itself: nothing of it has left, its date has passed, it is sealed again under its number.
    State.WAITING: frozenset({State.SENDING, State.WAITING}),
    # Back to waiting: it provably never left this machine, nobody let us in (401), or it provably is not in
    # and its date has passed, so that it was sealed again.
    State.SENDING: frozenset({State.WAITING, State.UNKNOWN, State.ISSUED, State.REFUSED}),
    State.UNKNOWN: frozenset({State.SENDING}),
    # Never anything else. To itself: its MARK was still to be fetched, and has been asked for.
    State.ISSUED: frozenset({State.ISSUED}),
    State.REFUSED: frozenset(),
}

AFTER_RESTORE = {
    State.WAITING: State.UNKNOWN,
    State.SENDING: State.UNKNOWN,
    State.UNKNOWN: State.UNKNOWN,
}
"""Once, and of nobody else: books that came back from a copy do not know what has left since it was made.
Settled ones stay settled, for the provider has them."""


class IllegalMove(RuntimeError):
    """Somebody asked for a move that the table does not have: a bug, never a person's mistake."""


def check_move(current: State, to: State) -> None:
    """Raises IllegalMove unless the table has the move."""
    if to not in MOVES[current]:
        raise IllegalMove(f"{current} -> {to}")
