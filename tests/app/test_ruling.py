"""The one decision about answers, as a table: what was told, what had been tried, what it comes to."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from einvoice_desktop.app.ruling import completed, rule, rule_on_mark, with_page
from einvoice_desktop.domain.agreement import Agreement, agreement
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn, Submission

K, S = OutcomeKind, State
MARK = "400001000000001"
KEY = NaturalKey("094014201", "2026-11-21", 0, "1.1", "A", "7")
BLANK = Receipt("", "", "", "", "", "", "", "", "", "")
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def uid_of(text: str, encoding: str = "ascii") -> str:
    return hashlib.sha1(text.encode(encoding)).hexdigest().upper()


OURS = uid_of("094014201-2026-11-21-0-1.1-A-7")
SEALED = SealedDocument(
    b'{"summaries":{"totalNetAmount":100,"totalVATAmount":24,"totalGrossValue":124}}',
    KEY, "doc-7", "hash", "Buyer", "1", "EUR", Decimal("124.00"),
)  # fmt: skip


def told(**names: str) -> Receipt:
    return replace(BLANK, **names)  # type: ignore[arg-type]


def row(state: State = S.SENDING, *, arrived: bool = True, receipt: Receipt | None = None) -> Submission:
    return Submission(
        1,
        "uat",
        SignIn.BEARER,
        False,
        state,
        SEALED,
        "",
        NOW,
        NOW,
        None,
        1,
        arrived,
        False,
        "",
        "",
        receipt,
        (),
    )


def ruled(outcome: Outcome, *, arrived: bool, today: str = "2026-11-21", delayed: bool = False):
    return rule(row(arrived=arrived), outcome, today=today, delayed=delayed, next_number=lambda: "8")


# --- what an answer names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ({}, Agreement.SILENT),
        ({"mark": MARK, "message": "already transmitted"}, Agreement.SILENT),
        ({"number": "007"}, Agreement.OURS),
        ({"series": " a "}, Agreement.OURS),
        ({"uid": OURS}, Agreement.OURS),
        ({"uid": OURS.lower(), "internal_id": "DOC-7"}, Agreement.OURS),
        ({"uid": uid_of("094014201-2026-11-21-0-1.1-A-007")}, Agreement.ANOTHER),
        ({"uid": "EL094014201-2026-11-21-0-1.1-A-7"}, Agreement.OURS),
        ({"uid": "094014201-2026-11-21-0-1.1-A-8"}, Agreement.ANOTHER),
        ({"uid": "094014201-2026-11-20-0-1.1-A-7"}, Agreement.ANOTHER),
        ({"series": "A", "number": "7", "internal_id": "doc-7", "uid": "0" * 40}, Agreement.ODD_UID),
        ({"series": "A", "number": "7", "uid": "0" * 40}, Agreement.ANOTHER),
        ({"uid": uid_of("094014201-2026-11-21-0-1.1-Α-7", "iso-8859-7")}, Agreement.ANOTHER),
        ({"series": "Α"}, Agreement.ANOTHER),
        ({"series": "A", "number": "8", "internal_id": "doc-7"}, Agreement.ANOTHER),
        ({"series": "A", "number": "7", "internal_id": "theirs"}, Agreement.TWIN),
        ({"uid": OURS, "internal_id": "theirs"}, Agreement.TWIN),
        ({"internal_id": "theirs"}, Agreement.TWIN),
        ({"number": "8", "internal_id": "theirs"}, Agreement.ANOTHER),
    ],
)
def test_whose_document_an_answer_names(names: dict[str, str], says: Agreement) -> None:
    assert agreement(told(**names), SEALED) is says


@pytest.mark.parametrize("encoding", ["iso-8859-7", "utf-8", "cp1253"])
def test_a_greek_series_is_known_by_its_hash_in_every_way_of_writing_it(encoding: str) -> None:
    greek = replace(SEALED, key=replace(KEY, series="ΤΔΑ"))
    uid = uid_of("094014201-2026-11-21-0-1.1-ΤΔΑ-7", encoding)
    assert agreement(told(uid=uid), greek) is Agreement.OURS
    # Another way of writing it that nobody has named would look like this: it proves nothing.
    assert agreement(told(uid="0" * 40), greek) is Agreement.OURS


# --- "already transmitted" --------------------------------------------------------------------------

ISSUED, PENDING, SPENT, ASK = "issued", "issued without its MARK", "number spent", "asked again"


@pytest.mark.parametrize(
    ("names", "first", "later"),
    [
        ({"mark": MARK, "series": "A", "number": "7", "internal_id": "doc-7", "uid": OURS}, SPENT, ISSUED),
        ({"mark": MARK, "uid": OURS}, SPENT, ISSUED),
        ({"mark": MARK}, SPENT, ISSUED),
        ({"uid": OURS}, SPENT, PENDING),
        ({}, SPENT, PENDING),
        ({"mark": MARK, "series": "A", "number": "7", "internal_id": "theirs"}, SPENT, SPENT),
        ({"mark": MARK, "uid": OURS, "internal_id": "theirs"}, SPENT, SPENT),
        ({"mark": MARK, "series": "A", "number": "8"}, ASK, ASK),
        ({"mark": MARK, "series": "B", "number": "7", "internal_id": "doc-7"}, ASK, ASK),
        ({"mark": MARK, "uid": "0" * 40}, ASK, ASK),
        ({"mark": MARK, "series": "A", "number": "7", "internal_id": "doc-7", "uid": "0" * 40}, ASK, ASK),
    ],
)
def test_a_conflict_is_ours_only_after_an_attempt_that_may_have_arrived(
    names: dict[str, str], first: str, later: str
) -> None:
    outcome = Outcome(K.CONFLICT, "already_transmitted", "words", told(**names))
    for arrived, expected in ((False, first), (True, later)):
        ruling = ruled(outcome, arrived=arrived)
        if expected == ISSUED:
            assert (ruling.to, ruling.receipt, ruling.tries_again) == (S.ISSUED, told(**names), False)
        elif expected == PENDING:
            assert (ruling.to, ruling.reason, ruling.tries_again) == (S.ISSUED, "mark_pending", True)
        elif expected == ASK:
            assert (ruling.to, ruling.reason, ruling.receipt) == (S.UNKNOWN, "answer_mismatch", None)
            assert ruling.may_have_arrived
        else:
            assert (ruling.to, ruling.receipt, ruling.number_spent) == (S.REFUSED, None, True)
            (problem,) = ruling.problems
            assert (problem.path, problem.code) == ("number", "number_conflict_next")
            assert dict(problem.params) == {"series": "A", "number": "7", "next": "8"}


# --- everything else --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "first", "later"),
    [
        (K.NEVER_LEFT, S.WAITING, S.UNKNOWN),
        (K.UNAUTHORISED, S.WAITING, S.UNKNOWN),
        (K.UNKNOWN, S.UNKNOWN, S.UNKNOWN),
        (K.REFUSED, S.REFUSED, S.REFUSED),
    ],
)
def test_the_three_failures_are_never_mixed(kind: K, first: State, later: State) -> None:
    for arrived, to in ((False, first), (True, later)):
        ruling = ruled(Outcome(kind, "why", "words"), arrived=arrived)
        assert (ruling.to, ruling.reason, ruling.message) == (to, "why", "words")
        assert ruling.tries_again is (to is not S.REFUSED)
        assert not ruling.number_spent


def test_a_document_that_the_provider_signed_is_issued_and_its_mark_asked_for() -> None:
    ruling = ruled(Outcome(K.ISSUED, "provider_signed", receipt=told(uid=OURS, signature="s")), arrived=False)
    assert (ruling.to, ruling.reason, ruling.tries_again) == (S.ISSUED, "mark_pending", True)


DATE = (Problem("dateIssued", "authority_238", authority_code="238"),)
MORE = (*DATE, Problem("series", "authority_205", authority_code="205"))


@pytest.mark.parametrize(
    ("today", "delayed", "problems", "to", "reason", "again"),
    [
        ("2026-11-22", False, DATE, S.WAITING, "sealed_again", True),
        ("2026-11-21", False, DATE, S.REFUSED, "refused", False),
        ("2026-11-22", False, MORE, S.REFUSED, "refused", False),
        ("2026-11-22", False, (), S.REFUSED, "refused", False),
        ("2026-11-22", True, DATE, S.REFUSED, "delayed_refused", False),
    ],
)
def test_the_date_error_after_midnight_proves_that_it_is_not_in(
    today: str, delayed: bool, problems: tuple[Problem, ...], to: State, reason: str, again: bool
) -> None:
    refused = Outcome(K.REFUSED, "refused", problems=problems)
    for arrived in (True, False):
        ruling = ruled(refused, arrived=arrived, today=today, delayed=delayed)
        assert (ruling.to, ruling.reason, ruling.seals_again) == (to, reason, again)
        assert ruling.number_spent is False


# --- the MARK of an issued document -----------------------------------------------------------------

HELD = told(uid=OURS, url="https://x/v/1", signature="s")


@pytest.mark.parametrize(
    ("outcome", "mark", "denied"),
    [
        (Outcome(K.ISSUED, "read_back", receipt=told(mark=MARK, uid=OURS)), MARK, False),
        (Outcome(K.CONFLICT, "already_transmitted", receipt=told(mark=MARK)), MARK, False),
        (Outcome(K.CONFLICT, "already_transmitted", receipt=told()), "", False),
        (Outcome(K.UNKNOWN, "mark_missing"), "", False),
        (Outcome(K.UNKNOWN, "answer_mismatch"), "", False),
        (Outcome(K.NEVER_LEFT, "connect_timeout"), "", False),
        (Outcome(K.UNAUTHORISED, "unauthorised"), "", False),
        (Outcome(K.REFUSED, "refused", "not in", problems=DATE), "", True),
        (Outcome(K.CONFLICT, "already_transmitted", receipt=told(mark=MARK, internal_id="x")), "", True),
        (Outcome(K.CONFLICT, "already_transmitted", receipt=told(mark=MARK, number="8")), "", True),
    ],
)
def test_an_issued_document_stays_issued_whatever_is_said(outcome: Outcome, mark: str, denied: bool) -> None:
    ruling = rule_on_mark(row(S.ISSUED, receipt=HELD), outcome)
    assert ruling.to is S.ISSUED
    assert ruling.receipt is not None
    assert (ruling.receipt.mark, ruling.receipt.url) == (mark, HELD.url)
    assert ruling.tries_again is (mark == "")
    assert [problem.code for problem in ruling.problems] == ["issued_but_denied"] * denied


def test_what_is_read_back_never_replaces_what_was_told() -> None:
    signed = replace(HELD, provider_signed=True)
    got = completed(signed, told(mark=MARK, uid="F" * 40, authentication_code="a"))
    assert got == replace(signed, mark=MARK, authentication_code="a")


@pytest.mark.parametrize(
    ("sums", "paths"),
    [
        ({}, []),
        ({"summaries.totalGrossValue": Decimal("124.0")}, []),
        ({"summaries.totalGrossValue": Decimal("248.00")}, ["summaries.totalGrossValue"]),
        (
            {"summaries.totalNetAmount": Decimal("99.99"), "summaries.totalVATAmount": Decimal("24.01")},
            ["summaries.totalNetAmount", "summaries.totalVATAmount"],
        ),
    ],
)
def test_other_sums_at_the_provider_are_never_silently_ours(
    sums: dict[str, Decimal], paths: list[str]
) -> None:
    ours = told(mark=MARK, url="https://x/v/1", internal_id="doc-7")
    ruling = ruled(Outcome(K.CONFLICT, "already_transmitted", receipt=ours), arrived=True)
    assert ruling.reads_back
    page = Outcome(K.ISSUED, "read_back", receipt=told(mark=MARK, uid=OURS), sums=sums)
    got = with_page(ruling, page, SEALED)
    assert (got.to, got.reason) == (S.ISSUED, "sums_differ" if paths else "")
    assert [problem.path for problem in got.problems] == paths
    assert all(problem.is_error and problem.code == "read_back_differs" for problem in got.problems)
