"""Templates: documents that others begin as, by hand or every month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from einvoice_desktop.app.drafting import Draft, reread
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, TemplateRecord, Templates
from einvoice_desktop.app.repeats import month_of, next_day, tomorrow, with_month
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Due:
    """A template whose day has come; `month` (yyyy-MM) is the one it is proposed for."""

    record: TemplateRecord
    month: str


class TemplateBook:
    """The company's templates, whatever the server. Every method reads the store: not on the GUI thread."""

    def __init__(self, templates: Templates, clock: Clock, codes: CodeTables) -> None:
        self._templates = templates
        self._clock = clock
        self._codes = codes

    @property
    def today(self) -> str:
        """The day in Athens, yyyy-MM-dd."""
        return athens_day(self._clock.now())

    # --- the list -------------------------------------------------------------------------------

    def rows(self) -> list[TemplateRecord]:
        """By name, without their documents."""
        return self._templates.rows()

    def add(self, draft: Draft, gross: Decimal, name: str, monthly: int = 0) -> int:
        """A new template of a document, without what is that one's alone (duplicating.duplicate_of); its id.
        It is proposed from the next such day on: the document that it is made of is this month's. Raises
        UserError("template_nameless")."""
        record = replace(
            self._described(draft, gross), name=_named(name), monthly=monthly, next_on=self._next(monthly)
        )
        return self._templates.save(record, self._clock.now())

    def update(self, row: TemplateRecord, draft: Draft, gross: Decimal) -> None:
        """Its content is that of another document now; its name and its day stay. Raises UserError(
        "template_gone" | "template_changed_elsewhere")."""
        described = self._described(draft, gross)
        kept = replace(
            described, name=row.name, monthly=row.monthly, next_on=row.next_on, id=row.id, version=row.version
        )
        self._templates.save(kept, self._clock.now())

    def change(self, row: TemplateRecord, name: str, monthly: int) -> None:
        """Another name, another day. Raises as `add` and `update` do."""
        whole = self._whole(row)
        next_on = row.next_on if monthly == row.monthly else self._next(monthly)
        changed = replace(whole, name=_named(name), monthly=monthly, next_on=next_on, version=row.version)
        self._templates.save(changed, self._clock.now())

    def delete(self, template_id: int) -> TemplateRecord | None:
        """What was deleted, to be brought back; None where it was gone already."""
        record = self._templates.get(template_id)
        self._templates.delete(template_id)
        return record

    def bring_back(self, record: TemplateRecord) -> int:
        """A deleted one once more; its id."""
        return self._templates.save(replace(record, id=None, version=None), self._clock.now())

    def draft(self, template_id: int, language: Language, month: str = "") -> Draft:
        """A new draft of it, for `month` (yyyy-MM; "" for this one). Raises UserError("template_gone")."""
        record = self._templates.get(template_id)
        if record is None:
            raise UserError("template_gone")
        return self._draft_of(record, language, month or self.today[:7])

    def _draft_of(self, record: TemplateRecord, language: Language, month: str) -> Draft:
        document = read_document(record.document)
        duplicate = duplicate_of(document, self._codes).document
        filled = with_month(duplicate, month)
        typed = {path: text for path, text in record.typed.items() if _same(path, document, filled)}
        return reread(filled, typed, language)

    def _described(self, draft: Draft, gross: Decimal) -> TemplateRecord:
        document = duplicate_of(draft.document, self._codes).document
        party = document.counter_party
        return TemplateRecord(
            name="",
            document=write_document(document),
            typed={path: text for path, text in draft.typed.items() if _same(path, draft.document, document)},
            type_code=document.invoice_type_code or "",
            counterparty_name=(party.registered_name or "") if party else "",
            gross=gross,
        )

    def _next(self, monthly: int) -> str:
        return next_day(self.today, monthly)

    def _whole(self, row: TemplateRecord) -> TemplateRecord:
        whole = None if row.id is None else self._templates.get(row.id)
        if whole is None:
            raise UserError("template_gone")
        return whole

    # --- every month ----------------------------------------------------------------------------

    def propose(self, mine: Mapping[int, str] = MappingProxyType({})) -> list[Due]:
        """Those whose day has come and that nobody else proposes, the longest due first.

        Whoever proposes one moves its day to tomorrow: of several desks one asks its person, and what is not
        answered is asked again on another day. `mine`: by id the day to which this desk has moved what nobody
        has answered so far; that is asked again at once.
        """
        today = self.today
        claimed = tomorrow(today)
        found = []
        for record in self._templates.due(claimed):
            assert record.id is not None
            own = record.next_on > today and mine.get(record.id) == record.next_on
            if own or (record.next_on <= today and self._claim(record.id, record.next_on, claimed)):
                found.append(Due(replace(record, next_on=claimed), month_of(today, record.monthly)))
        return found

    def _claim(self, template_id: int, was_on: str, claimed: str) -> bool:
        return self._templates.propose_next(template_id, was_on, claimed)

    def make(
        self, due: Due, language: Language, save: Callable[[Draft], int], drop: Callable[[int], None]
    ) -> int | None:
        """A draft of it for its month; its id. None where somebody else has answered it meanwhile.

        The draft is saved first: a sudden end may leave one that is proposed once more, never none.
        """
        draft_id = save(self._draft_of(due.record, language, due.month))
        if self._moves_on(due):
            return draft_id
        drop(draft_id)
        return None

    def skip(self, due: Due) -> bool:
        """Not this month; False where somebody else has answered it meanwhile."""
        return self._moves_on(due)

    def _moves_on(self, due: Due) -> bool:
        record = due.record
        assert record.id is not None
        return self._templates.propose_next(record.id, record.next_on, self._next(record.monthly))


def _named(name: str) -> str:
    bare = " ".join(name.split())[:LONGEST_NAME]
    if not bare:
        raise UserError("template_nameless")
    return bare


def _same(path: str, before: Document, after: Document) -> bool:
    """Whether what was typed at `path` is still what stands there."""
    if path in ("number", "dateIssued") or path.startswith("paymentDetails") or path.endswith("Date"):
        return False
    return bool(get_value(before, path) == get_value(after, path))
