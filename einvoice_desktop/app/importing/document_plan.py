"""Rows of a sheet as documents: which rows are one, and the draft that they become."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.applying import apply_customer, apply_item
from einvoice_desktop.app.drafting import PAYMENTS, Draft, choose, new_line
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.importing.before import digest_of
from einvoice_desktop.app.importing.cells import Note, vat_note
from einvoice_desktop.app.importing.line_net import NET, PRICE, net_note, with_net
from einvoice_desktop.app.importing.misleading import RunningSums
from einvoice_desktop.app.importing.plan import Plan, RowPlan, Verdict, Wish, counted
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.rows import ReadRow, read_rows
from einvoice_desktop.app.importing.targets import DOCUMENT, is_of_line
from einvoice_desktop.domain.cards import customer_key, item_key
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lines import Detail

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.app.ports.sheets import Row
    from einvoice_desktop.domain.codes import CodeTables

MOST_DOCUMENTS = 5_000
_STEP = 200

Begin = Callable[[Draft], Draft]

_TYPE = "invoiceTypeCode"
_CODE, _DESCRIPTION = "details[0].code", "details[0].descriptions[0]"
_UNIT = "details[0].measurementUnit"
_NAME, _VAT, _OWN_CODE = "counterParty.registeredName", "counterParty.vat", "counterParty.code"
_COMPANIONS = frozenset({"details[0].vatCategory", f"{PAYMENTS}[0].paymentMethodType"})
"""Titles that come with their codes."""
_TOLD_APART = (_TYPE, "series", _VAT, _NAME, _OWN_CODE)
_NUMBERED = (DOCUMENT, _TYPE, "series")
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PlannedDraft:
    """A draft to be kept: the first row that it comes from, and what it adds up to."""

    row: int
    draft: Draft
    gross: Decimal


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A plan and the drafts that it would keep. `digest`: the same for the same documents."""

    plan: Plan
    drafts: tuple[PlannedDraft, ...]
    digest: str = ""


def plan_documents(
    rows: Sequence[Row],
    wish: Wish,
    desk: Desk,
    language: Language,
    progress: Progress,
    begin: Begin = lambda draft: draft,
) -> DraftPlan:
    """Reads the books. `begin`: what the office settled for a new document of its type. Raises Cancelled,
    UserError("import_too_many", limit=)."""
    found = []
    for place, row in enumerate(read_rows(rows, wish, language, desk.codes)):
        if place % _STEP == 0:
            progress.step(0, len(rows))
        found.append(row)
    totals = _totals(found)
    groups = list(_groups([row for row in found if row.number not in totals]))
    if len(groups) > MOST_DOCUMENTS:
        raise UserError("import_too_many", limit=MOST_DOCUMENTS)
    maker = _Maker(desk, begin, language)
    planned = [RowPlan(number, Verdict.TOTALS) for number in totals]
    drafts: list[PlannedDraft] = []
    for number, group in enumerate(groups, 1):
        progress.step(number - 1, len(groups))
        rows_of_one, draft = _planned(group, number, maker)
        planned += rows_of_one
        drafts += () if draft is None else (draft,)
    planned.sort(key=lambda row: row.row)
    digest = digest_of(repr(sorted(row.values.items())).encode() for row in found)
    return DraftPlan(Plan(wish.subject, tuple(planned), counted(planned)), tuple(drafts), digest)


def _planned(
    group: Sequence[ReadRow], number: int, maker: _Maker
) -> tuple[list[RowPlan], PlannedDraft | None]:
    """What becomes of the rows of one document, and its draft."""
    head, first, planned = _head(group), group[0].number, None
    notes = {row.number: (*row.notes, *_line_notes(row), *_other_customer(head, first, row)) for row in group}
    notes[first] = (*notes[first], *_head_notes(head, maker))
    if not any(note.is_fault for row_notes in notes.values() for note in row_notes):
        draft, differing = maker.draft(head, group)
        for row, note in differing:
            notes[row] = (*notes[row], note)
        if not differing:
            gross, faults = maker.weigh(draft)
            planned = PlannedDraft(first, draft, gross)
            notes[first] = (*notes[first], *faults)
    name = str(head.get(_NAME) or head.get(_VAT) or head.get(_OWN_CODE) or "")
    verdict = Verdict.FAULTY if planned is None else Verdict.NEW
    return [RowPlan(row.number, verdict, name, notes[row.number], number) for row in group], planned


# --- which rows are one document ----------------------------------------------------------------------------


def _totals(rows: Sequence[ReadRow]) -> frozenset[int]:
    """The numbers of the rows that only say what others come to."""
    sums, found = RunningSums(), set()
    for row in rows:
        if row.is_total or sums.are(row.values):
            found.add(row.number)
        else:
            sums.add(row.values)
    return frozenset(found)


def _groups(rows: Sequence[ReadRow]) -> Iterator[list[ReadRow]]:
    """By the column that tells documents apart, wherever in the file their rows are; without one by blank
    rows, headings that come again, and another customer, type or series."""
    if any(DOCUMENT in row.values for row in rows):
        yield from _by_number(rows)
        return
    group: list[ReadRow] = []
    for row in rows:
        if group and (row.begins or _differs(_head(group), row, _TOLD_APART)):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _by_number(rows: Sequence[ReadRow]) -> Iterator[list[ReadRow]]:
    """What a row leaves empty is as in the row above, or as the document with its number has it."""
    groups: dict[_Key, list[ReadRow]] = {}
    of_number: dict[object, list[_Key]] = {}
    told: dict[str, object] = {}
    for row in rows:
        if row.values.get(DOCUMENT, told.get(DOCUMENT)) != told.get(DOCUMENT):
            told = {}
        told |= {path: row.values[path] for path in _NUMBERED if path in row.values}
        keys = of_number.setdefault(told.get(DOCUMENT), [])
        key = _key_among(keys, tuple(told.get(path) for path in _NUMBERED))
        if key not in groups:
            keys.append(key)
        groups.setdefault(key, []).append(row)
        told = dict(zip(_NUMBERED, key, strict=True))
    yield from groups.values()


def _key_among(keys: Sequence[_Key], key: _Key) -> _Key:
    fits = [one for one in keys if all(b is None or a == b for a, b in zip(one, key, strict=True))]
    return key if key in keys or len(fits) != 1 else fits[0]


def _differs(head: Mapping[str, object], row: ReadRow, paths: Sequence[str]) -> bool:
    return any(path in row.values and row.values[path] != head.get(path) for path in paths)


def _head(group: Sequence[ReadRow]) -> dict[str, object]:
    """What is said of a document as a whole: where rows differ, what the first of them says."""
    head: dict[str, object] = {}
    for row in group:
        for path, value in row.values.items():
            if not is_of_line(path):
                head.setdefault(path, value)
    return head


# --- what is said of it -------------------------------------------------------------------------------------


def _head_notes(head: Mapping[str, object], maker: _Maker) -> Iterator[Note]:
    vat = str(head.get(_VAT, ""))
    note = vat_note(vat, str(head.get("counterParty.address.countryCode", "")), _VAT) if vat else None
    if note is not None:
        yield note
    code = head.get(_OWN_CODE)
    if code and not vat and not head.get(_NAME) and maker.customer_of(head) is None:
        yield Note(_OWN_CODE, "import_customer_unknown", {"value": str(code)[:30]})


def _other_customer(head: Mapping[str, object], first: int, row: ReadRow) -> Iterator[Note]:
    """One document bills one customer. A name may be spelled in two ways where there is a number."""
    vat, name = bare_vat(str(row.values.get(_VAT, ""))), fold(str(row.values.get(_NAME, "")))
    billed, called = bare_vat(str(head.get(_VAT, ""))), fold(str(head.get(_NAME, "")))
    if vat and vat != billed:
        yield Note(_VAT, "import_other_customer", {"row": str(first)})
    elif not vat and name and name != called:
        yield Note(_NAME, "import_other_customer", {"row": str(first)})


def _line_notes(row: ReadRow) -> Iterator[Note]:
    if not any(is_of_line(path) for path in row.values) and not row.notes:
        yield Note(_DESCRIPTION, "import_line_empty")


# --- the draft ----------------------------------------------------------------------------------------------


class _Maker:
    """Makes drafts of our own issuer and series, with what the books know of customers and items."""

    def __init__(self, desk: Desk, begin: Begin, language: Language) -> None:
        self._desk = desk
        self._begin = begin
        self._language: Language = language
        self._codes: CodeTables = desk.codes
        self._empty = desk.new_draft()
        customers = desk.customers.rows()
        self._customers = {kept.key: kept for kept in customers}
        self._by_code: dict[str, list[KeptCustomer]] = {}
        for kept in customers:
            if kept.facts.code:
                self._by_code.setdefault(kept.facts.code, []).append(kept)
        self._items = {kept.key: kept for kept in desk.items.rows()}
        self._dressed: dict[tuple[str, int, str | None], Detail] = {}

    def customer_of(self, head: Mapping[str, object]) -> KeptCustomer | None:
        """Whom a document's own number, name or code names in the book. A code is nobody's where several have
        it, or where he who has it has another number."""
        branch, vat = int(str(head.get("counterParty.branchCode", 0))), str(head.get(_VAT, ""))
        kept = self._customers.get(customer_key(vat, branch, str(head.get(_NAME, ""))))
        if kept is not None:
            return kept
        named = self._by_code.get(str(head.get(_OWN_CODE, "")), ())
        if len(named) != 1 or (vat and bare_vat(named[0].facts.vat) != bare_vat(vat)):
            return None
        return named[0]

    def draft(
        self, head: Mapping[str, object], rows: Sequence[ReadRow]
    ) -> tuple[Draft, list[tuple[int, Note]]]:
        """A document's draft; the rows whose own sum is another one, and what is to be said of it."""
        draft, codes = self._empty, self._codes
        kept = self.customer_of(head)
        if head.get(_TYPE):
            draft = choose(draft, _TYPE, head[_TYPE], codes)
        draft = self._begin(draft)
        if kept is not None:
            draft = self._for_customer(draft, kept)
        for path, value in head.items():
            if path not in (DOCUMENT, *_COMPANIONS):
                draft = choose(draft, path, value, codes)
        lines, differing = [], []
        for row, line in self._lines(draft, kept, rows):
            lines.append(line)
            note = net_note(line, row.values, self._language, codes)
            differing += [] if note is None else [(row.number, note)]
        return Draft(draft.document.with_member("details", tuple(lines))), differing

    def _for_customer(self, draft: Draft, kept: KeptCustomer) -> Draft:
        """The customer's own type may be in a series of its own."""
        applied = apply_customer(draft, kept, self._codes)
        series = kept.customer.document.series
        if series or applied.document.invoice_type_code == draft.document.invoice_type_code:
            return applied
        return self._begin(applied)

    def _lines(
        self, draft: Draft, kept: KeptCustomer | None, rows: Sequence[ReadRow]
    ) -> Iterator[tuple[ReadRow, Detail]]:
        first = (draft.document.details or (None,))[0]
        for row in rows:
            own = {path: value for path, value in row.values.items() if is_of_line(path)}
            if own:
                yield row, self._line(draft, first, kept, own)

    def _line(
        self, draft: Draft, first: Detail | None, kept: KeptCustomer | None, own: Mapping[str, object]
    ) -> Detail:
        codes = self._codes
        item = self._items.get(item_key(str(own.get(_CODE, "")), str(own.get(_DESCRIPTION, ""))))
        line = self._dress(draft, first or new_line(None), kept, item)
        alone = Draft(draft.document.with_member("details", (line,)))
        if _UNIT in own and f"{_UNIT}Code" not in own:
            alone = choose(alone, f"{_UNIT}Code", None, codes)
        for path, value in own.items():
            if path not in (*_COMPANIONS, NET):
                alone = choose(alone, path, value, codes)
        # A net follows from quantity and price where both are given.
        if NET in own and PRICE not in own:
            alone = with_net(alone, Decimal(str(own[NET])), codes)
        return (alone.document.details or (line,))[0]

    def _dress(self, draft: Draft, first: Detail, kept: KeptCustomer | None, item: KeptItem | None) -> Detail:
        """A new line, with what the book says of the item."""
        if item is None:
            return first
        key = (item.key, kept.id if kept else 0, draft.document.invoice_type_code)
        if key not in self._dressed:
            alone = Draft(draft.document.with_member("details", (first,)))
            dressed = apply_item(alone, 0, item, kept, self._codes).document.details or (first,)
            self._dressed[key] = dressed[0]
        return self._dressed[key]

    def weigh(self, draft: Draft) -> tuple[Decimal, tuple[Note, ...]]:
        """What it comes to, and how much is still to be settled before it can be issued."""
        return weigh(self._desk, draft)


def weigh(desk: Desk, draft: Draft) -> tuple[Decimal, tuple[Note, ...]]:
    """What a draft comes to, and how much is still to be settled before it can be issued."""
    composition = desk.compose(draft)
    count = sum(1 for problem in composition.problems if problem.is_error)
    notes = (Note("", "import_draft_problems", {"count": str(count)}, is_fault=False),) if count else ()
    return composition.summaries.gross, notes
