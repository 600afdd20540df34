"""A draft that came back with the books is issued only by a person who was told of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.bulk import Place, seal_line
from einvoice_desktop.app.bulk_plan import plan_of
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import draft_of
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.reader import read_document
from tests.app.scripted import INVOICE

MADE, NOW = datetime(2026, 11, 20, 22, 30, tzinfo=UTC), datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DRAFT = draft_of(read_document(INVOICE))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, database_url=None))
    yield opened
    opened.close()


@pytest.fixture
def back(desk: Desk) -> int:
    """A draft that came back from a copy, in books whose series is known again."""
    draft_id = desk.save_draft(DRAFT, None)
    desk._parts.store.mark_restored(MADE, NOW)  # type: ignore[attr-defined]
    desk.series.set_last_number(DRAFT.document, "0")
    return draft_id


def test_it_is_sealed_only_where_the_person_was_told_the_day_of_the_copy(desk: Desk, back: int) -> None:
    with pytest.raises(UserError) as error:
        desk.seal(DRAFT, back, asks=True)
    # Athens's day, in which it was the 21st already.
    assert (error.value.code, error.value.params) == ("draft_came_back", {"made": "21/11/2026"})
    assert desk.drafts_back.day(back) == "21/11/2026"
    assert desk.submissions() == []
    desk.seal(DRAFT, back, asks=True, sure=True)
    assert len(desk.submissions()) == 1


def test_what_is_typed_into_it_does_not_make_it_another_one(desk: Desk, back: int) -> None:
    loaded = desk.load_draft(back)
    assert loaded is not None
    desk.save_draft(loaded, back)
    assert desk.drafts_back.day(back) == "21/11/2026"
    with pytest.raises(UserError):
        desk.seal(loaded, back, asks=True)


def test_among_many_it_is_left_out_and_stays_a_draft(desk: Desk, back: int) -> None:
    new = desk.save_draft(DRAFT, None)
    plan = plan_of(desk, [back, new], "el")
    assert [planned.draft_id for planned in plan.ready] == [new]
    assert [planned.problems[0].code for planned in plan.faulty] == ["draft_came_back"]
    told = desk.problem_sentence(plan.faulty[0].problems[0], "en")
    assert told.startswith("This draft came back with the books from a copy of 21/11/2026")


def test_among_many_it_is_not_issued_where_the_books_came_back_meanwhile(desk: Desk) -> None:
    (line,) = plan_of(desk, [desk.save_draft(DRAFT, None)], "el").begin().lines
    desk._parts.store.mark_restored(MADE, NOW)  # type: ignore[attr-defined]
    desk.series.set_last_number(DRAFT.document, "0")
    with pytest.raises(UserError) as error:
        seal_line(desk, line, "el")
    assert error.value.code == "draft_came_back"
    assert line.place is Place.READY
    assert desk.submissions() == []
