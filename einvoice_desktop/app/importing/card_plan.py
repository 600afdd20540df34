"""Rows of a sheet as customers' or items' cards: new ones, changes of those there are, and what is wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from einvoice_desktop.app.card_problems import card_problems
from einvoice_desktop.app.customer_kind import country_of_vat
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.importing.cells import Note, vat_note
from einvoice_desktop.app.importing.plan import Plan, RowPlan, Verdict, Wish, counted, verdict_of
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.rows import Plain, ReadRow, put, read_rows
from einvoice_desktop.app.importing.targets import LANGUAGE, NOTES, Subject
from einvoice_desktop.domain.cards import Customer, Item, customer_key, item_key, read_customer, read_item
from einvoice_desktop.domain.codes import EXEMPT
from einvoice_desktop.domain.writer import dump_json

if TYPE_CHECKING:
    from einvoice_desktop.app.card_book import KeptCard
    from einvoice_desktop.app.ports.sheets import Row
    from einvoice_desktop.domain.codes import CodeTables

_STEP = 200
_NAME, _VAT = "counterParty.registeredName", "counterParty.vat"
_COUNTRY = "counterParty.address.countryCode"
_CODE, _DESCRIPTION = "details[0].code", "details[0].descriptions[0]"

AnyCard = Customer | Item


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card to be written, as its JSON (a fraction of its model), and the one it takes the place of (None:
    it is new)."""

    row: int
    name: str
    source: bytes
    kept: KeptCard | None


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A plan and the cards that it would write."""

    plan: Plan
    cards: tuple[PlannedCard, ...]


def plan_cards(
    rows: Sequence[Row],
    wish: Wish,
    existing: Mapping[str, KeptCard],
    language: Language,
    codes: CodeTables,
    progress: Progress,
) -> CardPlan:
    """`existing` by key. Raises Cancelled."""
    planner = _Planner(wish, existing, codes)
    planned: list[RowPlan] = []
    for place, row in enumerate(read_rows(rows, wish, language, codes)):
        if place % _STEP == 0:
            progress.step(place, len(rows))
        planned.append(planner.plan(row))
    plan = Plan(wish.subject, tuple(planned), counted(planned))
    return CardPlan(plan, tuple(planner.cards))


def read_card(source: bytes, subject: Subject) -> AnyCard:
    """The card that its JSON writes."""
    return read_customer(source) if subject is Subject.CUSTOMERS else read_item(source)


class _Planner:
    def __init__(self, wish: Wish, existing: Mapping[str, KeptCard], codes: CodeTables) -> None:
        self._wish = wish
        self._existing = existing
        self._codes = codes
        self._is_customers = wish.subject is Subject.CUSTOMERS
        self._seen: dict[str, int] = {}
        self.cards: list[PlannedCard] = []

    def plan(self, row: ReadRow) -> RowPlan:
        """What becomes of one row."""
        if row.is_total:
            return RowPlan(row.number, Verdict.TOTALS)
        notes = [*row.notes, *(self._party_notes(row) if self._is_customers else self._item_notes(row))]
        name, key = self._identity(row.values)
        if key in self._seen:
            path = (_VAT if _VAT in row.values else _NAME) if self._is_customers else self._item_path(row)
            notes.append(Note(path, "import_twice", {"row": str(self._seen[key])}))
        if any(note.is_fault for note in notes):
            return RowPlan(row.number, Verdict.FAULTY, name, tuple(notes))
        self._seen[key] = row.number
        verdict, source = self._verdict(row.values, key)
        if source:
            card = read_card(source, self._wish.subject)
            notes += self._card_notes(card, row.values, {note.path for note in notes})
            verdict = verdict_of(notes, verdict)
            if verdict is not Verdict.FAULTY:
                self.cards.append(PlannedCard(row.number, card.name, source, self._existing.get(key)))
        return RowPlan(row.number, verdict, name, tuple(notes))

    def _identity(self, values: Mapping[str, object]) -> tuple[str, str]:
        """What a row is called, and what makes it one and the same."""
        if self._is_customers:
            name, vat = str(values.get(_NAME, "")), str(values.get(_VAT, ""))
            branch = values.get("counterParty.branchCode", 0)
            return name or vat, customer_key(vat, int(str(branch)), name)
        code, name = str(values.get(_CODE, "")), str(values.get(_DESCRIPTION, ""))
        return name or code, item_key(code, name)

    def _item_path(self, row: ReadRow) -> str:
        return _CODE if _CODE in row.values else _DESCRIPTION

    # --- what is said of a row ----------------------------------------------------------------------

    def _party_notes(self, row: ReadRow) -> Iterator[Note]:
        values, known = row.values, {note.path for note in row.notes}
        name, vat = str(values.get(_NAME, "")), str(values.get(_VAT, ""))
        if not name and _NAME not in known and customer_key(vat, 0, "") not in self._existing:
            yield Note(_NAME, "import_unnamed")
        note = vat_note(vat, str(values.get(_COUNTRY, "")), _VAT) if vat else None
        if note is not None:
            yield note

    def _item_notes(self, row: ReadRow) -> Iterator[Note]:
        values, known = row.values, {note.path for note in row.notes}
        code = str(values.get(_CODE, ""))
        if (
            not values.get(_DESCRIPTION)
            and _DESCRIPTION not in known
            and item_key(code, "") not in self._existing
        ):
            yield Note(_DESCRIPTION, "import_unnamed")

    def _card_notes(self, card: AnyCard, values: Mapping[str, object], told: set[str]) -> Iterator[Note]:
        """What the form of such a card would say of what the row holds. A VAT number is never kept out."""
        for problem in card_problems(card, self._codes):
            if problem.path in values and problem.path not in told:
                is_fault = problem.is_error and problem.path != _VAT
                yield Note(problem.path, problem.code, problem.params, is_fault)

    # --- what becomes of it -------------------------------------------------------------------------

    def _verdict(self, values: Mapping[str, object], key: str) -> tuple[Verdict, bytes]:
        """And the card that is to be written; empty for none."""
        kept = self._existing.get(key)
        if kept is None:
            return Verdict.NEW, dump_json(self._fresh(values)).encode()
        if not self._wish.update:
            return Verdict.LEFT, b""
        before = json.loads(kept.source, parse_float=Decimal)
        told = self._written(copy.deepcopy(before), values)
        return (Verdict.SAME, b"") if told == before else (Verdict.CHANGES, dump_json(told).encode())

    def _fresh(self, values: Mapping[str, object]) -> Plain:
        if not self._is_customers:
            return self._written({"line": {}}, values)
        card = self._written({"document": {"counterParty": {}}}, values)
        party: Any = card["document"]["counterParty"]
        party.setdefault("branchCode", 0)
        address = party.setdefault("address", {})
        address.setdefault("countryCode", country_of_vat(party.get("vat"), self._codes) or "GR")
        return card

    def _written(self, card: Plain, values: Mapping[str, object]) -> Plain:
        """`card` with what the row says; an empty cell leaves alone what is there."""
        document = card["document"] if self._is_customers else {"details": [card["line"]]}
        for path, value in values.items():
            if path in (NOTES, LANGUAGE):
                card[path] = value
            else:
                put(document, path, value)
                _follow(document, path, value)
        return card


def _follow(document: Plain, path: str, value: object) -> None:
    """What goes with a value: a discount is an allowance, and only what is exempt has a reason."""
    head, _, name = path.rpartition(".")
    if name == "percentage":
        put(document, f"{head}.type", "ALLOWANCE")
    if name == "vatCategoryCode" and value != EXEMPT:
        document["details"][0].pop("vatExemptionCategoryCode", None)
