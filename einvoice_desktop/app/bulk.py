"""Many drafts issued one after the other: how far they have come, and what stops one or all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.submit import WAITS_FOR_A_PERSON
from einvoice_desktop.domain.lifecycle import UNSETTLED, IllegalMove, State
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.submission import Submission

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language

_OF_ALL = ("store_", "disk_", "database_", "books_", "folder_", "encryption_")
"""How the codes of troubles begin that the next document would meet as well."""


class Phase(StrEnum):
    """Whether the next document is taken up."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Place(StrEnum):
    """Where one of the documents stands before it is in the outbox, and that it is."""

    READY = "ready"
    SEALING = "sealing"
    STOPPED = "stopped"
    SEALED = "sealed"


_PHASES = {
    Phase.RUNNING: frozenset({Phase.PAUSED, Phase.CANCELLED}),
    Phase.PAUSED: frozenset({Phase.RUNNING, Phase.CANCELLED}),
    Phase.CANCELLED: frozenset(),
}
_PLACES = {
    Place.READY: frozenset({Place.SEALING}),
    # Back: it was not its own fault that it could not be sealed.
    Place.SEALING: frozenset({Place.SEALED, Place.STOPPED, Place.READY}),
    Place.STOPPED: frozenset(),
    Place.SEALED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One of the documents. `version` is that of the draft whose figures were shown; `error` says why it was
    stopped; `row` is what it is in the outbox."""

    draft_id: int
    version: int | None = None
    type_code: str = ""
    series: str = ""
    customer: str = ""
    gross: Decimal = ZERO
    currency: str = ""
    place: Place = Place.READY
    error: Exception | None = None
    row: Submission | None = None

    @property
    def state(self) -> State | None:
        """Where it stands in the outbox; None while it is not there."""
        return None if self.row is None else self.row.state

    @property
    def needs_a_person(self) -> bool:
        """Whether it was stopped here or refused by the provider."""
        return self.place is Place.STOPPED or self.state is State.REFUSED


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of `total` stand where. `stopped`: by the rules, a number, another desk; `refused`: by the
    provider; `ready`: drafts still."""

    total: int
    sealed: int
    issued: int
    refused: int
    on_its_way: int
    stopped: int
    ready: int


@dataclass(frozen=True, slots=True)
class Bulk:
    """All of them in the order in which they get their numbers. Every move gives a new one; a move that there
    is not raises IllegalMove. `trouble`: what paused it that no document is to blame for."""

    lines: tuple[BulkLine, ...]
    phase: Phase = Phase.RUNNING
    trouble: Exception | None = None

    # --- what a person does ---------------------------------------------------------------------

    def paused(self) -> Bulk:
        """Nothing more is taken up; what is being sealed is sealed."""
        return self._in(Phase.PAUSED)

    def resumed(self) -> Bulk:
        """Goes on."""
        return self._in(Phase.RUNNING)

    def cancelled(self) -> Bulk:
        """What is not sealed stays a draft."""
        return self._in(Phase.CANCELLED)

    def _in(self, phase: Phase) -> Bulk:
        if phase not in _PHASES[self.phase]:
            raise IllegalMove(f"bulk: {self.phase} -> {phase}")
        return replace(self, phase=phase, trouble=None)

    # --- what becomes of them -------------------------------------------------------------------

    @property
    def next(self) -> BulkLine | None:
        """The one to be sealed now; None while one is being sealed, while it is paused and at the end."""
        if self.phase is not Phase.RUNNING or any(line.place is Place.SEALING for line in self.lines):
            return None
        return next((line for line in self.lines if line.place is Place.READY), None)

    def begun(self, draft_id: int) -> Bulk:
        """It is being sealed."""
        return self._moved(draft_id, Place.SEALING)

    def sealed(self, draft_id: int, row: Submission) -> Bulk:
        """It has its number and is in the outbox."""
        return self._moved(draft_id, Place.SEALED, row=row)

    def failed(self, draft_id: int, error: Exception) -> Bulk:
        """It could not be sealed. What the next one would meet as well pauses all and stops none."""
        if is_of_all(error):
            waiting = self._moved(draft_id, Place.READY)
            paused = Phase.PAUSED if self.phase is Phase.RUNNING else self.phase
            return replace(waiting, phase=paused, trouble=error)
        return self._moved(draft_id, Place.STOPPED, error=error)

    def told(self, rows: Iterable[Submission]) -> Bulk:
        """What the worker has made of those that are sealed; an older word of one is not listened to."""
        known = {row.id: row for row in rows}
        lines = tuple(_told(line, known) for line in self.lines)
        return self if lines == self.lines else replace(self, lines=lines)

    def _moved(
        self, draft_id: int, place: Place, *, row: Submission | None = None, error: Exception | None = None
    ) -> Bulk:
        here = next(n for n, line in enumerate(self.lines) if line.draft_id == draft_id)
        line = self.lines[here]
        if place not in _PLACES[line.place]:
            raise IllegalMove(f"draft {draft_id}: {line.place} -> {place}")
        moved = replace(line, place=place, row=row, error=error)
        return replace(self, lines=(*self.lines[:here], moved, *self.lines[here + 1 :]))

    # --- how it stands --------------------------------------------------------------------------

    @property
    def is_sealing(self) -> bool:
        """Whether one is being sealed or is still to be."""
        places = {line.place for line in self.lines}
        return Place.SEALING in places or (self.phase is not Phase.CANCELLED and Place.READY in places)

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be sealed any more and all that was sealed is issued or refused."""
        return not self.is_sealing and not self.on_its_way

    @property
    def on_its_way(self) -> list[int]:
        """The outbox ids of those that the worker still has something to do for."""
        return [line.row.id for line in self.lines if line.row is not None and line.row.state in UNSETTLED]

    @property
    def figures(self) -> Figures:
        """How many stand where."""
        places, states = [line.place for line in self.lines], [line.state for line in self.lines]
        return Figures(
            total=len(self.lines),
            sealed=places.count(Place.SEALED),
            issued=states.count(State.ISSUED),
            refused=states.count(State.REFUSED),
            on_its_way=len(self.on_its_way),
            stopped=places.count(Place.STOPPED),
            ready=places.count(Place.READY) + places.count(Place.SEALING),
        )

    def held_by(self, line: BulkLine) -> Submission | None:
        """The earlier document of its series that holds it back: one that has been tried and whose outcome is
        still open."""
        if line.state is not State.WAITING or line.row is None:
            return None
        row = line.row
        return next(
            (
                other
                for other in (one.row for one in self.lines)
                if other is not None
                and other.id < row.id
                and _series_of(other) == _series_of(row)
                and other.state in UNSETTLED
                and other.attempts
                and other.state is not State.SENDING
            ),
            None,
        )


def is_of_all(error: Exception) -> bool:
    """Whether it is no fault of the one document: the books, the disk, the key, or a bug."""
    code = getattr(error, "code", "")
    numbered = hasattr(error, "problem")
    return not numbered and (not code or code.startswith(_OF_ALL) or code in WAITS_FOR_A_PERSON)


def seal_line(desk: Desk, line: BulkLine, language: Language) -> Submission:
    """Seals one as a person would, or says why not; blocks. Raises as `Desk.seal` does; UserError(
    "draft_gone"), UserError("bulk_changed") where the draft is not the one whose figures were shown."""
    found = desk.peek_draft(line.draft_id, language)
    if found is None:
        raise UserError("draft_gone")
    draft, version = found
    if line.version not in (None, version):
        raise UserError("bulk_changed")
    return desk.seal(draft, line.draft_id, asks=True, version=version)


def _told(line: BulkLine, known: dict[int, Submission]) -> BulkLine:
    row = None if line.row is None else known.get(line.row.id)
    if row is None or line.row is None or row.changed_at < line.row.changed_at:
        return line
    return replace(line, row=row)


def _series_of(row: Submission) -> tuple[object, ...]:
    key = row.sealed.key
    return row.server, key.issuer_vat, key.branch, key.type_code, key.series
