"""What a person does about numbers and dates: the desk over real books, no server asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from tests.app.scripted import INVOICE

INVOICE_A = Draft(read_document(INVOICE))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, server="uat"), "a-key")
    yield opened
    opened.close()


def test_the_first_use_of_a_series_asks_for_its_last_number(desk: Desk) -> None:
    with pytest.raises(UserError) as error:
        desk.seal(INVOICE_A, asks=True)
    assert (error.value.code, error.value.params) == ("series_unknown", {"series": "A"})
    assert desk.submissions() == []
    assert desk.series.set_last_number(INVOICE_A.document, "41").next_number == "42"
    assert desk.seal(INVOICE_A, asks=True).sealed.key.number == "42"
    assert desk.seal(INVOICE_A, asks=True).sealed.key.number == "43"


def test_a_given_number_or_nobody_to_ask_starts_a_series_by_itself(desk: Desk) -> None:
    given = Draft(INVOICE_A.document.with_member("number", "7").with_member("series", "B"))
    assert desk.seal(given, asks=True).sealed.key.number == "7"
    assert desk.seal(INVOICE_A).sealed.key.number == "1"


def test_practice_never_asks(tmp_path: Path) -> None:
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path))
    assert desk.seal(INVOICE_A, asks=True).sealed.key.number == "1"
    desk.close()


def test_a_twin_of_a_series_is_warned_about_once_the_series_are_known(desk: Desk) -> None:
    greek = Draft(INVOICE_A.document.with_member("series", "Α"))
    assert "series_looks_alike" not in [p.code for p in desk.compose(greek).problems]
    desk.seal(INVOICE_A)
    assert "series_looks_alike" in [p.code for p in desk.compose(greek).problems]
    assert "series_looks_alike" not in [p.code for p in desk.compose(INVOICE_A).problems]


def test_the_series_of_earlier_days_are_learned(desk: Desk, tmp_path: Path) -> None:
    desk.seal(INVOICE_A)
    other = bootstrap.open_desk(bootstrap.Options(tmp_path, server="uat"))
    other.learn_series()
    greek = Draft(INVOICE_A.document.with_member("series", "Α"))
    assert "series_looks_alike" in [p.code for p in other.compose(greek).problems]
    other.close()


def test_a_person_may_declare_the_loss_of_connection_or_take_todays_date(desk: Desk) -> None:
    row = desk.seal(INVOICE_A)
    declared = desk.seal_again(row.id, delayed=True)
    document = read_document(declared.sealed.payload)
    assert (document.is_delayed_code, declared.sealed.key) == (1, row.sealed.key)
    assert desk.earlier_seals(row.id) == [row.sealed.payload]
    assert [a.outcome.reason for a in desk.journal(row.id)] == [
        "sealed_with_warnings",
        "sealed_again_delayed",
    ]
    assert desk.first_broken_attempt() is None


def test_what_leaves_while_a_person_chooses_is_not_sealed_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = desk.seal(INVOICE_A)
    outbox, now = desk._parts.store.outbox, bootstrap.SystemClock().now()
    outbox.move(row, State.SENDING, now)
    monkeypatch.setattr(outbox, "get", lambda _id: row)
    with pytest.raises(UserError, match="not_waiting"):
        desk.seal_again(row.id, delayed=False)
    assert desk.earlier_seals(row.id) == []


def test_what_has_left_is_not_sealed_again_by_hand(desk: Desk) -> None:
    row = desk.seal(INVOICE_A)
    outbox, now = desk._parts.store.outbox, bootstrap.SystemClock().now()
    outbox.move(outbox.move(row, State.SENDING, now), State.UNKNOWN, now, may_have_arrived=True)
    with pytest.raises(UserError, match="not_waiting"):
        desk.seal_again(row.id, delayed=False)


def test_a_refused_date_is_corrected_under_the_same_number_with_todays(desk: Desk) -> None:
    row = desk.seal_again(desk.seal(INVOICE_A).id, delayed=True)
    outbox, now = desk._parts.store.outbox, bootstrap.SystemClock().now()
    outbox.move(outbox.move(row, State.SENDING, now), State.REFUSED, now, reason="delayed_refused")
    draft = desk.correct(row.id)
    assert (draft.document.number, draft.document.date_issued) == (row.sealed.key.number, None)
    assert draft.document.is_delayed_code is None
    assert desk.seal(draft).sealed.key.number == row.sealed.key.number


def test_the_offline_address_is_the_portals_own_and_signed(desk: Desk) -> None:
    address = desk.offline_address(read_document(desk.seal(INVOICE_A).sealed.payload))
    assert address.startswith(
        "https://einvoiceportaluat.impact.gr/TransmissionFailure?issuerTin=EL999999993&"
    )
    assert "a-key" not in address
