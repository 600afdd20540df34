"""A sample that refers to another opens with the MARK of the one that was issued in these books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.sample_drafts import sample_draft
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.lifecycle import State
from tests.samples.conftest import OWN


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path))
    yield made
    made.close()


def issued(desk: Desk, name: str) -> int:
    """Opens a sample, issues it as it is, and gives its MARK."""
    row = desk.seal(sample_draft(desk, OWN[name]))
    run_until(desk.sender(lambda _: None), lambda: desk.submission(row.id).state is State.ISSUED, 20.0)
    settled = desk.submission(row.id)
    assert settled.state is State.ISSUED, settled.problems
    assert settled.receipt is not None
    return int(settled.receipt.mark)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("5.1-credit", ["1.1-vat-rates"]),
        ("1.1-from-notes", ["9.3-second-delivery", "9.3-packaging"]),
        ("11.1-closing", ["8.6-order", "8.6-return"]),
    ],
)
def test_the_marks_are_those_of_what_was_issued_before(desk: Desk, name: str, before: list[str]) -> None:
    marks = {issued(desk, other) for other in before}
    draft = sample_draft(desk, OWN[name])
    named = {int(get_value(draft.document, path)) for path, _first in OWN[name].first}
    assert named == marks
    issued(desk, name)


def test_what_was_not_issued_leaves_the_mark_of_the_file(desk: Desk) -> None:
    draft = sample_draft(desk, OWN["5.1-credit"])
    assert draft.document.correlated_invoices == (400009990000003,)


def test_a_published_sample_opens_as_published(desk: Desk) -> None:
    published = desk.samples()[0]
    assert sample_draft(desk, published) == desk.read_draft(published.data)
