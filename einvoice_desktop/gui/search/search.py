"""Searches everything while it is typed: what is at hand at once, the books off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTranslator

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.gui.actions import command_texts, view_texts
from einvoice_desktop.gui.search.hits import Group, Hit, Thing, is_met, matching, thing

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.app.ports import DraftRecord
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.cards.offered import Offered
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.search.box import SearchBox

MOST = {"pages": 6, "commands": 6, "drafts": 5, "documents": 8, "customers": 4, "items": 4}
_NOT_FOUND = frozenset({"search", "cut", "copy", "paste", "quit"})
"""Commands that mean the place where the keys were, or that nobody searches."""


class Ways(NamedTuple):
    """What choosing a hit does, by what it is."""

    draft: Callable[[int], None]
    document: Callable[[int], None]
    customer: Callable[[Offered], None]
    find_customers: Callable[[str], Sequence[Offered]]
    item: Callable[[KeptItem], None]
    find_items: Callable[[str], Sequence[KeptItem]]


class _Found(NamedTuple):
    drafts: list[DraftRecord]
    documents: list[Submission]


class Search(QObject):
    """Answers the box. One question to the books is under way at a time; stale answers are dropped."""

    def __init__(
        self,
        box: SearchBox,
        office: Office,
        actions: Actions,
        ways: Ways,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._box, self._office, self._actions, self._ways = box, office, actions, ways
        self._greek: QTranslator | None = None
        self._typed = ""
        self._asked: str | None = None
        self._from_books: list[Hit] = []
        box.typed.connect(self._on_typed)
        box.chosen.connect(lambda hit: hit.do())

    def _on_typed(self, typed: str) -> None:
        self._typed = typed.strip()
        if not self._typed:
            self._from_books = []
        self._show()
        self._ask()

    def _show(self) -> None:
        at_hand = self._at_hand(self._typed)
        self._box.show_hits(
            [*at_hand, *self._from_books], looking=bool(self._typed) and self._asked is not None
        )

    # --- at hand --------------------------------------------------------------------------------

    def _at_hand(self, typed: str) -> list[Hit]:
        pages = matching(self._pages(), typed, MOST["pages"])
        if not typed:
            return pages
        hits = pages + matching(self._commands(), typed, MOST["commands"])
        for known in self._ways.find_customers(typed)[: MOST["customers"]]:
            hits.append(_customer_hit(known, self._ways.customer))
        for item in self._ways.find_items(typed)[: MOST["items"]]:
            hits.append(self._item_hit(item))
        return hits

    def _pages(self) -> list[Thing]:
        other = view_texts(self._other)
        texts = view_texts().items()
        return [self._command(f"view.{view}", "pages", text, other[view]) for view, text in texts]

    def _commands(self) -> list[Thing]:
        other = command_texts(self._other)
        return [
            self._command(name, "commands", text, " ".join(other[name]))
            for name, (text, _button) in command_texts().items()
            if not name.startswith("view.") and name not in _NOT_FOUND and self._actions[name].isEnabled()
        ]

    def _command(self, name: str, group: Group, text: str, other: str) -> Thing:
        plain = text.replace("&", "").rstrip("…")
        hit = Hit(group, plain, self._actions.commands[name].key, self._actions[name].trigger)
        return thing(hit, plain, other.replace("&", ""))

    def _other(self, context: str, source: str) -> str:
        """The words of the other language: a command is found by either."""
        if self._office.language == "el":
            return source
        if self._greek is None:
            self._greek = QTranslator(self)
            self._greek.load(str(self._office.resource("i18n/einvoice_el.qm")))
        return self._greek.translate(context, source) or source

    # --- in the books ---------------------------------------------------------------------------

    def _ask(self) -> None:
        desk = self._office.desk
        if desk is None or not self._typed or self._asked is not None:
            return
        typed = self._asked = self._typed
        self._office.tasks.run(lambda: _look(desk, typed), self._on_found, self._on_failed)

    def _on_found(self, found: _Found) -> None:
        asked, self._asked = self._asked, None
        if asked == self._typed:
            self._from_books = [self._draft_hit(row) for row in found.drafts]
            self._from_books += [self._document_hit(row) for row in found.documents]
            self._show()
        self._ask_again(asked)

    def _on_failed(self, error: Exception) -> None:
        asked, self._asked = self._asked, None
        self._from_books = []
        self._show()
        self._office.on_failed(error)
        self._ask_again(asked)

    def _ask_again(self, asked: str | None) -> None:
        """What was typed while the books were being looked into is asked now."""
        if asked != self._typed:
            self._ask()

    def _draft_hit(self, row: DraftRecord) -> Hit:
        from einvoice_desktop.gui import words

        name = flat(row.counterparty_name) or self.tr("Draft without a customer")
        text = "  ·  ".join((name, self._office.kind(row.type_code), words.moment_text(row.updated_at)))
        draft_id = row.id
        assert draft_id is not None
        amount = show_amount(row.gross, self._office.language)
        return Hit("drafts", text, amount, lambda: self._ways.draft(draft_id))

    def _item_hit(self, item: KeptItem) -> Hit:
        facts = item.facts
        text = "  ·  ".join(filter(None, (facts.code, flat(facts.name))))
        price = "" if facts.price is None else show_amount(facts.price, self._office.language)
        return Hit("items", text, price, lambda: self._ways.item(item))

    def _document_hit(self, row: Submission) -> Hit:
        from einvoice_desktop.gui import words

        key = row.sealed.key
        name = flat(row.sealed.counterparty_name) or self.tr("Retail customer")
        parts = [name, words.document_name(row, key.type_code), show_date(key.date)]
        if row.receipt is not None and row.receipt.mark:
            parts.append(f"MARK {row.receipt.mark}")
        else:
            parts.append(words.state_word(row.state))
        amount = show_amount(row.sealed.gross, self._office.language)
        return Hit("documents", "  ·  ".join(parts), amount, lambda: self._ways.document(row.id))


def _customer_hit(known: Offered, do: Callable[[Offered], None]) -> Hit:
    return Hit("customers", known.name or known.vat, known.vat if known.name else "", lambda: do(known))


def _look(desk: Desk, typed: str) -> _Found:
    from einvoice_desktop.app.archive import STATES, ArchiveQuery

    drafts = [row for row in desk.draft_rows() if is_met(typed, row.counterparty_name, row.type_code)]
    page = desk.archive.page(ArchiveQuery(words=typed, states=STATES["all"]), limit=MOST["documents"])
    return _Found(drafts[: MOST["drafts"]], list(page.rows))
