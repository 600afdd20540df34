"""Imports: what one would do, doing it in one transaction, and taking the last one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.importing.card_plan import CardPlan, PlannedCard, plan_cards, read_card
from einvoice_desktop.app.importing.document_plan import Begin, DraftPlan, PlannedDraft, plan_documents
from einvoice_desktop.app.importing.json_plan import JsonFile, plan_json
from einvoice_desktop.app.importing.plan import Plan, Wish
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.report import Report, TakenBack
from einvoice_desktop.app.importing.targets import Subject
from einvoice_desktop.app.importing.web_tables import is_page, read_page
from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.writer import write_document

if TYPE_CHECKING:
    from einvoice_desktop.app.card_book import CardBook
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.parts import Parts
    from einvoice_desktop.app.ports.sheets import Row, Workbook

AnyPlan = CardPlan | DraftPlan


@dataclass(frozen=True, slots=True)
class _Done:
    """The last import: its file, and what takes it back."""

    source: str
    take_back: Callable[[], TakenBack]


class Importer:
    """Every method but `last` reads or writes the books or a file: not on the GUI thread."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        self._desk = desk
        self._parts = parts
        self._done: _Done | None = None

    @property
    def last(self) -> str:
        """The file of the import that can be taken back; "" for none."""
        return "" if self._done is None else self._done.source

    def read(self, data: bytes, encoding: str = "", separator: str = "") -> Workbook:
        """app.ports.ReadWorkbook, and pages that call themselves spreadsheets."""
        if is_page(data):
            return read_page(data)
        return self._parts.read_workbook(data, encoding, separator)

    # --- plans ------------------------------------------------------------------------------------

    def plan(
        self,
        rows: Sequence[Row],
        wish: Wish,
        language: Language,
        progress: Progress,
        begin: Begin = lambda draft: draft,
    ) -> AnyPlan:
        """What would become of the rows of a sheet; `begin`: what the office settled for new documents.
        Raises Cancelled, UserError("import_too_many", limit=)."""
        if wish.subject is Subject.DOCUMENTS:
            return plan_documents(rows, wish, self._desk, language, progress, begin)
        existing = {kept.key: kept for kept in self._book(wish.subject).rows()}
        return plan_cards(rows, wish, existing, language, self._desk.codes, progress)

    def plan_files(self, files: Sequence[JsonFile], language: Language, progress: Progress) -> DraftPlan:
        """What would become of JSON documents. Raises Cancelled, UserError("import_too_many", limit=)."""
        return plan_json(files, self._desk, language, progress)

    def _book(self, subject: Subject) -> CardBook[Any, Any]:
        return self._desk.customers if subject is Subject.CUSTOMERS else self._desk.items

    # --- deeds ------------------------------------------------------------------------------------

    def carry_out(self, planned: AnyPlan, source: str, progress: Progress) -> Report:
        """Writes what was planned, all of it or nothing. Raises Cancelled, UserError("import_nothing"),
        UserError where a card was changed since it was planned."""
        if not planned.plan.takes:
            raise UserError("import_nothing")
        progress.write()
        if isinstance(planned, DraftPlan):
            self._keep_drafts(planned, source)
            day = athens_day(self._parts.clock.now())
            return Report(source, planned.plan, planned.plan.takes, planned.digest, day)
        self._keep_cards(planned.cards, planned.plan, source)
        return Report(source, planned.plan, planned.plan.takes)

    def _keep_cards(self, cards: Sequence[PlannedCard], plan: Plan, source: str) -> None:
        book = self._book(plan.subject)
        saved = book.save_all((read_card(one.source, plan.subject), one.kept) for one in cards)
        pairs = list(zip(cards, saved, strict=True))
        changed = [(one.kept, after) for one, after in pairs if one.kept is not None]
        created = [after for one, after in pairs if one.kept is None]
        names = {after.id: one.name for one, after in pairs}

        def take_back() -> TakenBack:
            left = book.take_back(changed, created)
            return TakenBack(len(pairs) - len(left), tuple(names[id_] for id_ in left))

        self._done = _Done(source, take_back)

    def _keep_drafts(self, planned: DraftPlan, source: str) -> None:
        store, server = self._parts.store.drafts, self._desk.server
        records = [_record(one) for one in planned.drafts]
        ids = store.save_all(server, records, self._parts.clock.now())
        names = {id_: record.counterparty_name for id_, record in zip(ids, records, strict=True)}

        def take_back() -> TakenBack:
            there = {row.id for row in store.rows(server)}.intersection(ids)
            left = store.delete_unchanged(ids)
            kept = tuple(names[id_] for id_ in left)
            return TakenBack(len(there) - len(left), kept, planned.digest, len(ids) - len(there))

        self._done = _Done(source, take_back)

    def take_back(self) -> TakenBack:
        """Undoes the last import, once. Raises UserError("import_nothing_to_undo")."""
        if self._done is None:
            raise UserError("import_nothing_to_undo")
        taken = self._done.take_back()
        self._done = None
        return taken


def _record(planned: PlannedDraft) -> DraftRecord:
    document = planned.draft.document
    party = document.counter_party
    return DraftRecord(
        document=write_document(document),
        typed=dict(planned.draft.typed),
        type_code=document.invoice_type_code or "",
        counterparty_name=(party.registered_name or "") if party else "",
        gross=planned.gross,
    )
