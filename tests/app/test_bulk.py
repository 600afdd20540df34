"""Many drafts issued one after the other: in order, each for itself, paused, cancelled, killed."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.bulk import Bulk, BulkLine, Phase, Place, seal_line
from einvoice_desktop.app.bulk_plan import draft_sums, plan_of
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft, draft_of, edit_text
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.submit import Submitter
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import IllegalMove, State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, Submission
from tests.app.conftest import HeldClock
from tests.app.scripted import INVOICE, Scripted, receipt
from tests.stress.bad_line import TOP, Provider, running_provider, surroundings

UNKNOWN = Outcome(OutcomeKind.UNKNOWN, "read_timeout")
REFUSED = Outcome(OutcomeKind.REFUSED, "refused", "Vat number is not valid", http_status=400)
DOCUMENT = read_document(INVOICE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, database_url=None))
    yield opened
    opened.close()


def prepare(desk: Desk, *documents: Document) -> list[int]:
    drafts = [draft_of(document) for document in documents]
    return [desk.save_draft(draft, None, desk.compose(draft).summaries.gross) for draft in drafts]


def run(desk: Desk, bulk: Bulk, then: Callable[[Bulk], Bulk] = lambda bulk: bulk) -> Bulk:
    """As the window does it: one after the other, and `then` after each."""
    while (line := bulk.next) is not None:
        bulk = bulk.begun(line.draft_id)
        try:
            row = seal_line(desk, line, "el")
        except Exception as error:  # noqa: BLE001 - as the window hears of it
            bulk = bulk.failed(line.draft_id, error)
        else:
            bulk = bulk.sealed(line.draft_id, row)
        bulk = then(bulk)
    return bulk


def worker(desk: Desk, line: Scripted, clock: HeldClock) -> Submitter:
    return Submitter(desk._parts.store.outbox, line, clock, lambda: 0.5)


def numbers(desk: Desk) -> list[tuple[str, str]]:
    return [(row.sealed.key.series, row.sealed.key.number) for row in desk.submissions()]


def issued(row: Submission) -> Outcome:
    key = row.sealed.key
    mark = str(400001000000000 + int(key.number))
    told = receipt(mark, key.series, key.number, row.sealed.internal_id)
    return Outcome(OutcomeKind.ISSUED, "issued", receipt=told, http_status=201)


# --- what is shown before -------------------------------------------------------------------------


def test_the_plan_tells_sums_numbers_and_what_is_left_out(desk: Desk) -> None:
    credit = DOCUMENT.with_member("invoice_type_code", "5.2").with_member("series", "C")
    faulty = DOCUMENT.without_member("counter_party")
    own = DOCUMENT.with_member("series", "B")
    ids = prepare(desk, DOCUMENT, faulty, own, DOCUMENT, credit)
    numbered = desk.save_draft(Draft(own.with_member("number", "70")), None)
    desk.delete_draft(gone := prepare(desk, DOCUMENT)[0])
    plan = plan_of(desk, [*ids, numbered, gone], "el")
    assert [planned.draft_id for planned in plan.faulty] == [ids[1]]
    assert plan.gone == 1
    told = [(one.type_code, one.series, one.sums.count, one.first, one.last) for one in plan.series]
    assert told == [("1.1", "A", 2, "1", "2"), ("1.1", "B", 2, "1", "1"), ("5.2", "C", 1, "1", "1")]
    ((currency, amounts),) = plan.sums.amounts
    assert (currency, amounts.gross, plan.sums.credits) == ("EUR", Decimal("74.40"), 1)
    assert [line.draft_id for line in plan.begin().lines] == [ids[0], ids[2], ids[3], ids[4], numbered]


def test_the_sum_of_chosen_drafts_is_that_of_their_list_by_currency(desk: Desk) -> None:
    credit = DOCUMENT.with_member("invoice_type_code", "5.2")
    dollars = DOCUMENT.with_member("currency_code", "USD")
    sums = draft_sums(desk, prepare(desk, DOCUMENT, DOCUMENT, credit, dollars), "el")
    assert (sums.count, sums.credits) == (4, 1)
    assert [(currency, amounts.gross) for currency, amounts in sums.amounts] == [
        ("EUR", Decimal("24.80")),
        ("USD", Decimal("24.80")),
    ]


def test_a_series_whose_last_number_nobody_told_is_asked_about_once(tmp_path: Path) -> None:
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path, server="uat", database_url=None), "a-key")
    ids = prepare(desk, *[DOCUMENT] * 3, DOCUMENT.with_member("series", "B"))
    plan = plan_of(desk, ids, "el")
    assert [series.series for series in plan.asked_about] == ["A", "B"]
    unasked = run(desk, plan.begin())
    assert [getattr(line.error, "code", "") for line in unasked.lines] == ["series_unknown"] * 4
    assert desk.submissions() == []
    for series, last in zip(plan.asked_about, ("41", "0"), strict=True):
        desk.series.set_last_number(series.document, last)
    assert plan_of(desk, ids, "el").series[0].first == "42"
    run(desk, plan_of(desk, ids, "el").begin())
    assert numbers(desk) == [("A", "42"), ("A", "43"), ("A", "44"), ("B", "1")]
    desk.close()


def test_after_a_restore_each_series_is_asked_about_in_practice_too(desk: Desk, tmp_path: Path) -> None:
    desk.seal(draft_of(DOCUMENT))
    with contextlib.closing(sqlite3.connect(paths.database(tmp_path))) as books, books:
        books.execute("UPDATE series SET unsure = 1")
    ids = prepare(desk, DOCUMENT, DOCUMENT.with_member("series", "B"))
    plan = plan_of(desk, ids, "el")
    assert [(series.series, series.known) for series in plan.asked_about] == [("A", "1")]
    desk.series.set_last_number(plan.asked_about[0].document, "7")
    run(desk, plan.begin())
    assert numbers(desk) == [("A", "1"), ("A", "8"), ("B", "1")]


def test_who_looks_at_a_draft_does_not_save_over_what_somebody_else_saved(desk: Desk, tmp_path: Path) -> None:
    draft_id = prepare(desk, DOCUMENT)[0]
    mine = desk.load_draft(draft_id)
    other = bootstrap.open_desk(bootstrap.Options(tmp_path, database_url=None))
    theirs = other.load_draft(draft_id)
    assert mine is not None
    assert theirs is not None
    bulk = plan_of(desk, [draft_id], "el").begin()
    other.save_draft(theirs, draft_id)
    draft_sums(desk, [draft_id], "el")
    plan_of(desk, [draft_id], "el")
    assert [getattr(line.error, "code", "") for line in run(desk, bulk).lines] == ["bulk_changed"]
    with pytest.raises(UserError, match="draft_changed_elsewhere"):
        desk.save_draft(mine, draft_id)
    other.close()


# --- one after the other --------------------------------------------------------------------------


def test_the_numbers_follow_the_order_of_the_list_and_no_draft_is_left(desk: Desk) -> None:
    ids = prepare(desk, *[DOCUMENT.with_member("order_code", str(n)) for n in range(5)])
    order = [ids[n] for n in (3, 0, 4, 1, 2)]
    bulk = run(desk, plan_of(desk, order, "el").begin())
    assert bulk.figures.sealed == bulk.figures.total == 5
    sealed = [read_document(desk.submission(line.row.id).sealed.payload) for line in bulk.lines if line.row]
    assert [(one.order_code, one.number) for one in sealed] == [
        (str(n), str(place)) for place, n in enumerate((3, 0, 4, 1, 2), 1)
    ]
    assert desk.draft_rows() == []


def test_what_cannot_be_sealed_stops_only_itself_and_stays_a_draft(desk: Desk) -> None:
    taken = desk.seal(draft_of(DOCUMENT.with_member("series", "T"))).sealed.key.number
    ids = prepare(desk, *[DOCUMENT] * 5)
    conflict = desk.save_draft(Draft(DOCUMENT.with_member("series", "T").with_member("number", taken)), None)
    plan = plan_of(desk, [ids[0], ids[1], conflict, ids[2], ids[3], ids[4]], "el")
    desk.delete_draft(ids[1])
    changed = desk.load_draft(ids[2])
    assert changed is not None
    desk.save_draft(edit_text(changed, "details[0].unitPrice", "9999", "el", desk.codes), ids[2])
    bulk = run(desk, plan.begin())
    assert [line.place for line in bulk.lines] == [
        *(Place.SEALED, Place.STOPPED, Place.STOPPED, Place.STOPPED, Place.SEALED, Place.SEALED),
    ]
    assert [getattr(line.error, "code", type(line.error).__name__) for line in bulk.lines[1:4]] == [
        *("draft_gone", "NumberInUse", "bulk_changed"),
    ]
    assert numbers(desk)[1:] == [("A", "1"), ("A", "2"), ("A", "3")]
    assert sorted(row.id or 0 for row in desk.draft_rows()) == sorted([conflict, ids[2]])


@pytest.mark.parametrize("here", [True, False], ids=["by this desk", "by another"])
def test_what_is_saved_in_the_moment_of_sealing_is_not_issued_unseen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    draft_id = prepare(desk, DOCUMENT)[0]
    bulk = plan_of(desk, [draft_id], "el").begin()
    other = desk if here else bootstrap.open_desk(bootstrap.Options(tmp_path, database_url=None))
    peek = desk.peek_draft

    def peek_and_then_save(*words: Any) -> Any:
        found = peek(*words)
        theirs = other.load_draft(draft_id)
        assert theirs is not None
        other.save_draft(edit_text(theirs, "details[0].unitPrice", "9999", "el", desk.codes), draft_id)
        return found

    monkeypatch.setattr(desk, "peek_draft", peek_and_then_save)
    assert [line.place for line in run(desk, bulk).lines] == [Place.STOPPED]
    assert numbers(desk) == []
    assert [row.id for row in desk.draft_rows()] == [draft_id]
    if other is not desk:
        other.close()


def test_a_refusal_stops_only_its_own_and_an_open_outcome_holds_its_series_back(
    desk: Desk, clock: HeldClock
) -> None:
    series = ("A", "A", "B", "B", "B")
    ids = prepare(desk, *[DOCUMENT.with_member("series", name) for name in series])
    bulk = run(desk, plan_of(desk, ids, "el").begin())
    rows = desk.submissions()
    line = Scripted()
    line.outcomes = [REFUSED, issued(rows[1]), UNKNOWN]
    clock.moment = bootstrap.SystemClock().now()
    submitter = worker(desk, line, clock)
    while submitter.step([Scope()], lambda _row: None) is not None:
        pass
    bulk = bulk.told(desk.submissions())
    assert [one.state for one in bulk.lines] == [
        *(State.REFUSED, State.ISSUED, State.UNKNOWN, State.WAITING, State.WAITING),
    ]
    figures = bulk.figures
    assert (figures.sealed, figures.issued, figures.refused, figures.on_its_way) == (5, 1, 1, 3)
    held = [bulk.held_by(one) for one in bulk.lines]
    assert [one.sealed.key.number if one else "" for one in held] == ["", "", "", "1", "1"]
    assert [one.needs_a_person for one in bulk.lines] == [True, False, False, False, False]
    assert not bulk.is_over
    assert not bulk.is_sealing


def test_an_older_word_of_a_document_is_not_listened_to(desk: Desk, clock: HeldClock) -> None:
    bulk = run(desk, plan_of(desk, prepare(desk, DOCUMENT), "el").begin())
    before = desk.submissions()
    clock.moment = bootstrap.SystemClock().now()
    line = Scripted()
    line.outcomes = [issued(before[0])]
    worker(desk, line, clock).step([Scope()], lambda _row: None)
    done = bulk.told(desk.submissions())
    assert done.told(before) is done
    assert done.is_over


# --- a person's hand on it ------------------------------------------------------------------------


def test_a_pause_stops_before_the_next_one_and_cancelling_leaves_the_rest_untouched(desk: Desk) -> None:
    ids = prepare(desk, *[DOCUMENT] * 6)
    before = {row.id: row for row in desk.draft_rows()}

    def pause_after_two(bulk: Bulk) -> Bulk:
        return bulk.paused() if bulk.figures.sealed == 2 else bulk

    bulk = run(desk, plan_of(desk, ids, "el").begin(), pause_after_two)
    assert (bulk.phase, bulk.figures.sealed, bulk.figures.ready) == (Phase.PAUSED, 2, 4)
    assert bulk.is_sealing

    def cancel_after_four(bulk: Bulk) -> Bulk:
        return bulk.cancelled() if bulk.figures.sealed == 4 else bulk

    bulk = run(desk, bulk.resumed(), cancel_after_four)
    assert (bulk.phase, bulk.figures.sealed, bulk.figures.ready) == (Phase.CANCELLED, 4, 2)
    assert not bulk.is_sealing
    assert {row.id: row for row in desk.draft_rows()} == {id_: before[id_] for id_ in ids[4:]}
    assert numbers(desk) == [("A", str(n)) for n in (1, 2, 3, 4)]
    with pytest.raises(IllegalMove):
        bulk.resumed()


@pytest.mark.parametrize("trouble", [UserError("disk_full", path="x"), RuntimeError("a bug")])
def test_what_the_next_one_would_meet_as_well_pauses_all_and_blames_none(trouble: Exception) -> None:
    bulk = Bulk((BulkLine(1), BulkLine(2))).begun(1).failed(1, trouble)
    assert (bulk.phase, bulk.trouble) == (Phase.PAUSED, trouble)
    assert [line.place for line in bulk.lines] == [Place.READY, Place.READY]
    again = bulk.resumed()
    assert again.trouble is None
    assert again.next == BulkLine(1)


def test_while_one_is_being_sealed_no_other_is_and_no_move_is_made_twice() -> None:
    bulk = Bulk((BulkLine(1), BulkLine(2))).begun(1)
    assert bulk.next is None
    with pytest.raises(IllegalMove):
        bulk.begun(1)
    with pytest.raises(IllegalMove):
        bulk.failed(1, UserError("draft_gone")).failed(1, UserError("draft_gone"))
    stopped = bulk.cancelled()
    assert stopped.is_sealing
    assert not stopped.failed(1, UserError("draft_gone")).is_sealing


# --- a sudden end ---------------------------------------------------------------------------------


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path / "provider") as running:
        yield running


def issue_many(books: Path, provider: Provider, step: str = "", times: int = 1) -> int:
    words = [sys.executable, "-m", "tests.app.bulk_child", str(books), provider.address, step, str(times)]
    return subprocess.run(words, cwd=TOP, env=surroundings(), check=False, timeout=60).returncode


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is POSIX's")
def test_killed_while_it_issues_many_it_loses_nothing_and_issues_nothing_twice(
    tmp_path: Path, provider: Provider
) -> None:
    count, books = 8, tmp_path / "books"
    options = bootstrap.Options(books, server=provider.address, database_url=None)
    desk = bootstrap.open_desk(options, surroundings()["EINVOICE_API_KEY"])
    prepare(desk, *[DOCUMENT.with_member("order_code", str(n)) for n in range(count)])
    desk.series.set_last_number(DOCUMENT, "0")
    for step, times in (("seal: commit", 3), ("settle: commit", 2)):
        assert issue_many(books, provider, step, times) == -signal.SIGKILL
        assert len(desk.draft_rows()) + len(desk.submissions()) == count
    assert issue_many(books, provider) == 0
    rows = desk.submissions()
    assert [row.sealed.key.number for row in rows] == [str(n) for n in range(1, count + 1)]
    assert {row.state for row in rows} == {State.ISSUED}
    assert desk.draft_rows() == []
    theirs = provider.issued()
    assert sorted(one.number for one in theirs) == sorted(("A", str(n)) for n in range(1, count + 1))
    desk.close()


def test_a_hundred_documents_in_practice(desk: Desk, tell: Callable[[str], None]) -> None:
    ids = prepare(desk, *[DOCUMENT] * 100)
    started = time.monotonic()
    bulk = run(desk, plan_of(desk, ids, "el").begin())
    tell(f"a hundred documents sealed one after the other: {time.monotonic() - started:.1f} s")
    assert bulk.figures.sealed == 100
