"""Templates: a document that others begin as, and its monthly proposals, by hand of one desk at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from einvoice_desktop.app.drafting import Draft, edit_text
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.app.template_book import TemplateBook
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.app.conftest import HeldClock
from tests.app.scripted import INVOICE

GROSS = Decimal("24.80")


@pytest.fixture
def book(store: SqlStore, clock: HeldClock, codes: CodeTables) -> TemplateBook:
    return TemplateBook(store.templates, clock, codes)


@pytest.fixture
def rent(codes: CodeTables) -> Draft:
    """A document as it was sealed, with what is its alone."""
    document = read_document(INVOICE).with_member("number", "41").with_member("date_issued", "2026-11-20")
    described = Draft(document.with_member("mark", "400001000000001"))
    return edit_text(described, "details[0].descriptions[0]", "Ενοίκιο {μήνας} {έτος}", "el", codes)


def at(clock: HeldClock, *moment: int) -> None:
    clock.moment = datetime(*moment, tzinfo=UTC)


def save_into(store: SqlStore, clock: HeldClock) -> Callable[[Draft], int]:
    return lambda draft: store.drafts.save(
        "practice", DraftRecord(write_document(draft.document)), clock.now()
    )


def test_a_draft_from_a_template_has_nothing_that_was_one_document_s_alone(
    book: TemplateBook, rent: Draft
) -> None:
    template_id = book.add(rent, GROSS, "  Ενοίκιο   γραφείου ")
    row = book.rows()[0]
    assert (row.name, row.type_code, row.counterparty_name, row.gross) == (
        "Ενοίκιο γραφείου",
        "1.1",
        "Buyer",
        GROSS,
    )
    draft = book.draft(template_id, "el")
    document = draft.document
    assert (document.number, document.date_issued, document.mark) == (None, None, None)
    assert document.counter_party.registered_name == "Buyer"
    assert document.details[0].descriptions == ("Ενοίκιο Νοέμβριος 2026",)
    methods = document.payment_details.payment_methods
    assert [(method.payment_method_type_code, method.amount) for method in methods] == [(5, None)]


def test_what_was_half_typed_comes_back_as_it_was_typed(
    book: TemplateBook, rent: Draft, codes: CodeTables
) -> None:
    half = edit_text(rent, "details[0].quantity", "δέκα", "el", codes)
    draft = book.draft(book.add(half, GROSS, "Α"), "el")
    assert draft.misread == {"details[0].quantity"}
    assert draft.typed["details[0].quantity"] == "δέκα"
    assert draft.document.details[0].unit_price == Decimal("10.00")


def test_a_template_without_a_name_is_not_kept(book: TemplateBook, rent: Draft) -> None:
    with pytest.raises(UserError, match="template_nameless"):
        book.add(rent, GROSS, "  ")
    assert book.rows() == []


def test_its_content_is_changed_without_its_name_and_its_name_without_its_content(
    book: TemplateBook, rent: Draft, codes: CodeTables
) -> None:
    template_id = book.add(rent, GROSS, "Α", 30)
    dearer = edit_text(rent, "details[0].unitPrice", "99", "el", codes)
    book.update(book.rows()[0], dearer, Decimal("245.52"))
    book.change(book.rows()[0], "Β", 0)
    row = book.rows()[0]
    assert (row.name, row.monthly, row.next_on, row.gross) == ("Β", 0, "", Decimal("245.52"))
    assert book.draft(template_id, "el").document.details[0].unit_price == Decimal(99)
    with pytest.raises(UserError, match="template_changed_elsewhere"):
        book.change(replace(row, version=1), "Γ", 0)


def test_a_deleted_one_is_brought_back(book: TemplateBook, rent: Draft) -> None:
    template_id = book.add(rent, GROSS, "Α", 30)
    deleted = book.delete(template_id)
    assert book.rows() == []
    with pytest.raises(UserError, match="template_gone"):
        book.draft(template_id, "el")
    assert deleted is not None
    again = book.bring_back(deleted)
    assert [(row.name, row.next_on) for row in book.rows()] == [("Α", "2026-11-30")]
    assert book.draft(again, "el").document.series == "A"


def test_the_day_comes_at_midnight_in_athens(book: TemplateBook, rent: Draft, clock: HeldClock) -> None:
    book.add(rent, GROSS, "Α", 30)
    at(clock, 2026, 11, 29, 21, 59)
    assert book.propose() == []
    at(clock, 2026, 11, 29, 22, 0)
    assert [(due.record.name, due.month) for due in book.propose()] == [("Α", "2026-11")]


def test_a_template_of_today_is_proposed_next_month(book: TemplateBook, rent: Draft) -> None:
    book.add(rent, GROSS, "Α", 21)
    assert book.propose() == []
    assert book.rows()[0].next_on == "2026-12-21"


def test_months_that_were_missed_are_proposed_once(
    book: TemplateBook, rent: Draft, clock: HeldClock, store: SqlStore
) -> None:
    book.add(rent, GROSS, "Α", 30)
    at(clock, 2027, 11, 5, 8)
    due = book.propose()
    assert [one.month for one in due] == ["2027-10"]
    draft_id = book.make(due[0], "el", save_into(store, clock), store.drafts.delete)
    assert draft_id is not None
    made = read_document(store.drafts.get(draft_id).document)  # type: ignore[union-attr]
    assert made.details[0].descriptions == ("Ενοίκιο Οκτώβριος 2027",)  # type: ignore[index]
    assert book.propose() == []
    assert book.rows()[0].next_on == "2027-11-30"


def test_two_desks_propose_it_once_and_what_nobody_answers_comes_again(
    book: TemplateBook, rent: Draft, clock: HeldClock, tmp_path: Path, codes: CodeTables
) -> None:
    other_store = open_store(tmp_path / "books.sqlite")
    other = TemplateBook(other_store.templates, clock, codes)
    book.add(rent, GROSS, "Α", 30)
    at(clock, 2026, 11, 30, 8)
    due = book.propose()
    assert len(due) == 1
    assert other.propose() == []
    assert book.propose() == []
    mine = {due[0].record.id: due[0].record.next_on}
    assert book.propose(mine) == due  # the window was closed and opened again
    at(clock, 2026, 12, 1, 8)
    assert [one.month for one in other.propose()] == ["2026-11"]
    assert book.propose(mine) == []
    other_store.close()


def test_skipped_it_comes_next_month(book: TemplateBook, rent: Draft, clock: HeldClock) -> None:
    book.add(rent, GROSS, "Α", 31)
    at(clock, 2026, 11, 30, 8)
    due = book.propose()[0]
    assert book.skip(due)
    assert book.rows()[0].next_on == "2026-12-31"
    at(clock, 2026, 12, 30, 8)
    assert book.propose() == []


def test_what_somebody_else_has_answered_leaves_no_draft(
    book: TemplateBook, rent: Draft, clock: HeldClock, store: SqlStore
) -> None:
    book.add(rent, GROSS, "Α", 30)
    at(clock, 2026, 11, 30, 8)
    due = book.propose()[0]
    assert book.skip(due)
    assert book.make(due, "el", save_into(store, clock), store.drafts.delete) is None
    assert store.drafts.rows("practice") == []
    assert not book.skip(due)


def test_a_draft_of_it_is_never_sent_by_itself(
    book: TemplateBook, rent: Draft, clock: HeldClock, store: SqlStore
) -> None:
    book.add(rent, GROSS, "Α", 30)
    at(clock, 2026, 11, 30, 8)
    assert book.make(book.propose()[0], "el", save_into(store, clock), store.drafts.delete)
    assert store.outbox.rows() == []
    assert len(store.drafts.rows("practice")) == 1
