"""What many drafts would be if they were issued now: their sums, their numbers, and which ones cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.app.archive import ArchiveSums, sums_of
from einvoice_desktop.app.bulk import Bulk, BulkLine
from einvoice_desktop.app.drafts_back import CODE
from einvoice_desktop.app.ports import AmountOf
from einvoice_desktop.app.sealing import issuer_of
from einvoice_desktop.domain.alternative import amounts_currency
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import error
from einvoice_desktop.domain.totals import SummaryAmounts

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language


@dataclass(frozen=True, slots=True)
class Planned:
    """One draft as it was read. `version` is the one whose figures are shown."""

    draft_id: int
    version: int | None
    document: Document
    sums: SummaryAmounts
    problems: tuple[Problem, ...] = ()

    @property
    def customer(self) -> str:
        """Whom it bills."""
        party = self.document.counter_party
        return (party.registered_name or "") if party else ""

    @property
    def type_code(self) -> str:
        """Its type."""
        return self.document.invoice_type_code or ""

    @property
    def is_faulty(self) -> bool:
        """Whether it is left out."""
        return any(problem.is_error for problem in self.problems)

    @property
    def line(self) -> BulkLine:
        """It as it is going to be issued."""
        return BulkLine(
            self.draft_id,
            self.version,
            self.type_code,
            self.document.series or "",
            self.customer,
            self.sums.gross,
            amounts_currency(self.document),
        )


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """The documents of one type and series. `first` and `last` are the numbers that they get, "" where each
    brings its own; `asks`: a person must say first which number was used last (for `document`); `known`: the
    last one that books know of which came back from a backup."""

    type_code: str
    series: str
    branch: int
    sums: ArchiveSums
    first: str
    last: str
    asks: bool
    known: str
    document: Document


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """`ready` in the order of issue. `gone`: drafts that are there no more."""

    ready: tuple[Planned, ...]
    faulty: tuple[Planned, ...]
    gone: int
    series: tuple[SeriesPlan, ...]
    sums: ArchiveSums

    @property
    def to_be_told(self) -> tuple[Planned, ...]:
        """Those with errors, then those with warnings alone."""
        return self.faulty + tuple(planned for planned in self.ready if planned.problems)

    @property
    def asked_about(self) -> tuple[SeriesPlan, ...]:
        """The series whose last number nobody has told."""
        return tuple(one for one in self.series if one.asks)

    def begin(self) -> Bulk:
        """All of them, none taken up yet."""
        return Bulk(tuple(planned.line for planned in self.ready))


def plan_of(desk: Desk, draft_ids: Sequence[int], language: Language) -> BulkPlan:
    """Reads and composes each draft; blocks."""
    read = [_read(desk, draft_id, language) for draft_id in draft_ids]
    found = [planned for planned in read if planned is not None]
    ready = tuple(planned for planned in found if not planned.is_faulty)
    return BulkPlan(
        ready,
        tuple(planned for planned in found if planned.is_faulty),
        len(read) - len(found),
        _series_of(desk, ready),
        _sums(ready, desk.codes),
    )


def draft_sums(desk: Desk, draft_ids: Iterable[int], language: Language) -> ArchiveSums:
    """What these drafts add up to, by currency, as their list shows them; credit documents are taken off."""
    rows = {row.id: row for row in desk.draft_rows()}
    amounts = []
    for draft_id in draft_ids:
        found = desk.peek_draft(draft_id, language)
        if found is not None and draft_id in rows:
            row = rows[draft_id]
            amounts.append(AmountOf(row.type_code, amounts_currency(found[0].document), row.gross))
    return sums_of(amounts, desk.codes)


def _read(desk: Desk, draft_id: int, language: Language) -> Planned | None:
    found = desk.peek_draft(draft_id, language)
    if found is None:
        return None
    draft, version = found
    composition, made = desk.compose(draft), desk.drafts_back.day(draft_id)
    problems = composition.problems
    if made:
        # Such a one is issued by itself, where a person is told of it.
        problems = (error("", CODE, made=made), *problems)
    return Planned(draft_id, version, draft.document, composition.summaries, problems)


def _sums(planned: Iterable[Planned], codes: CodeTables) -> ArchiveSums:
    return sums_of((_amount(one) for one in planned), codes)


def _amount(planned: Planned) -> AmountOf:
    sums, currency = planned.sums, amounts_currency(planned.document)
    return AmountOf(planned.type_code, currency, sums.gross, sums.net, sums.vat)


def _series_of(desk: Desk, ready: Sequence[Planned]) -> tuple[SeriesPlan, ...]:
    groups: dict[tuple[object, ...], list[Planned]] = {}
    for planned in ready:
        key = (*issuer_of(planned.document), planned.type_code, planned.document.series or "")
        groups.setdefault(key, []).append(planned)
    return tuple(_one_series(desk, group) for group in groups.values())


def _one_series(desk: Desk, group: Sequence[Planned]) -> SeriesPlan:
    unnumbered = [planned.document for planned in group if not planned.document.number]
    document = unnumbered[0] if unnumbered else group[0].document
    first = last = known = ""
    unsure = False
    if unnumbered:
        state = desk.series.state(document)
        first, unsure = state.next_number, state.unsure
        known = (state.last_number or "0") if unsure else ""
        last = str(int(first) + len(unnumbered) - 1) if first.isdigit() else ""
    return SeriesPlan(
        document.invoice_type_code or "",
        document.series or "",
        issuer_of(document)[1],
        _sums(group, desk.codes),
        first,
        last,
        unsure or desk.series.is_to_be_asked_about(document),
        known,
        document,
    )
