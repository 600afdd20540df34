"""Paper of a document that is issued without its MARK, or that the line keeps here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.handing_out import handed_out, is_kept_by_the_line
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.printing import paper_of_submission
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Submission
from tests.cli.conftest import PUBLISHED

WITHOUT_MARK = Receipt("", "0F" * 20, "CODE", "SUBMITTED", "https://portal.example/v/1", "A", "1", "", "", "")
LOSS = "Transmission Failure_"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path / "books"))
    yield desk
    desk.close()


@pytest.fixture
def row(desk: Desk) -> Submission:
    document = read_document((PUBLISHED / "3.1-4.json").read_bytes())
    sealed = desk.seal(Draft(document.without_member("date_issued").without_member("number")))
    return desk.submission(sealed.id)


def paper(desk: Desk, row: Submission, receipt: Receipt | None, state: State = State.ISSUED):
    settled = replace(row, state=state, receipt=receipt)
    document = read_document(row.sealed.payload)
    return paper_of_submission(document, settled, PaperWishes(), desk.codes, "live")


def test_what_the_provider_signed_prints_the_loss_and_that_the_mark_follows(desk, row):
    stamp = paper(desk, row, replace(WITHOUT_MARK, provider_signed=True)).stamp
    assert LOSS + "2" in stamp.notices[0][0]
    assert stamp.words == (("Εκδόθηκε – το ΜΑΡΚ ακολουθεί",),)
    assert (stamp.uid, stamp.address, stamp.mark) == (WITHOUT_MARK.uid, WITHOUT_MARK.url, "")


def test_without_the_provider_s_own_signature_no_loss_is_told(desk, row):
    stamp = paper(desk, row, WITHOUT_MARK).stamp
    assert not any(LOSS in notice[0] for notice in stamp.notices)
    assert stamp.words == (("Εκδόθηκε – το ΜΑΡΚ ακολουθεί",),)


def test_once_the_mark_is_there_the_paper_is_like_any_other(desk, row):
    stamp = paper(desk, row, replace(WITHOUT_MARK, mark="400001", provider_signed=True)).stamp
    assert stamp.words == ()
    assert not any(LOSS in notice[0] for notice in stamp.notices)


def test_handed_out_while_the_line_is_down_it_carries_code_and_words(desk, row):
    waiting = paper(desk, row, None, State.WAITING)
    assert waiting.watermark
    given = handed_out(waiting, "https://portal.example/TransmissionFailure?a=1", PaperWishes())
    assert given.watermark == ()
    assert given.stamp.address == "https://portal.example/TransmissionFailure?a=1"
    assert LOSS + "1" in given.stamp.notices[0][0]


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"reason": "connection_refused"}, True),
        ({"reason": "connect_timeout"}, True),
        ({"reason": ""}, False),
        ({"reason": "token_refused"}, False),
        ({"reason": "connection_refused", "may_have_arrived": True}, False),
        ({"reason": "connection_refused", "state": State.UNKNOWN}, False),
    ],
)
def test_only_what_provably_waits_for_the_line_is_handed_out(row, changes, kept):
    assert is_kept_by_the_line(replace(row, **changes)) is kept
