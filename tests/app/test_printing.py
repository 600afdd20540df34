"""Paper from the desk: a draft's at once, an issued document's with the marks that the provider gave."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.domain.reader import read_document
from tests.cli.conftest import PUBLISHED


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path / "books"))
    yield desk
    desk.close()


def test_a_document_carries_its_marks_once_it_is_issued(desk):
    document = read_document((PUBLISHED / "3.1-4.json").read_bytes())
    draft = Draft(document.without_member("date_issued").without_member("number"))
    before = desk.paper_of(desk.compose(draft), PaperWishes())
    assert (before.stamp.mark, before.watermark[0]) == ("", ("ΠΡΟΣΧΕΔΙΟ",))

    row = desk.seal(draft)
    waiting = desk.issued_paper(row.id, PaperWishes())
    assert waiting.stamp.words == (("Δεν έχει εκδοθεί ακόμη – αναμένει αποστολή",),)

    run_until(desk.sender(lambda _: None), lambda: is_settled(desk.submission(row.id)), 30.0)
    receipt = desk.submission(row.id).receipt
    assert receipt is not None
    issued = desk.issued_paper(row.id, PaperWishes(("el", "en"), provider_line="LICENCE"))
    stamp = issued.stamp
    assert (stamp.mark, stamp.uid, stamp.address) == (receipt.mark, receipt.uid, receipt.url)
    assert (stamp.authentication_code, stamp.provider_line) == (receipt.authentication_code, "LICENCE")
    assert stamp.mark
    assert stamp.words == ()
    assert issued.watermark[0] == ("ΔΟΚΙΜΑΣΤΙΚΟ", "PRACTICE")
    assert [line.net for line in issued.lines] == [line.net for line in before.lines]
    assert issued.payable is not None
    assert before.payable is not None
    assert issued.payable.value == before.payable.value
