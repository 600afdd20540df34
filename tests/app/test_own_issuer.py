"""Whose invoice a new one is: our own, whatever was only opened before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.practice import practice_company


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path))
    yield made
    made.close()


def test_a_sample_that_was_only_opened_does_not_become_the_issuer(desk: Desk) -> None:
    desk.new_draft()
    sample = desk.read_draft(desk.samples()[0].data)
    fresh = desk.next_draft(sample)
    assert fresh.document.issuer == practice_company()
    assert fresh.document.series == "A"


def test_another_series_of_our_own_is_kept(desk: Desk) -> None:
    own = desk.new_draft()
    moved = Draft(own.document.with_member("series", "B"))
    assert desk.next_draft(moved).document.series == "B"


def test_a_line_without_a_price_is_told_and_a_price_of_nought_is_not(desk: Desk) -> None:
    draft = desk.new_draft()
    line = draft.document.details[0].with_member("code", "X1")
    forgotten = Draft(draft.document.with_member("details", (line,)))
    free = line.with_member("unit_price", Decimal(0))
    given = Draft(draft.document.with_member("details", (free,)))
    assert ("details[0].unitPrice", "price_missing") in _told(desk, forgotten)
    assert ("details[0].unitPrice", "price_missing") not in _told(desk, given)
    assert ("details[0].unitPrice", "price_missing") not in _told(desk, draft)


def _told(desk: Desk, draft: Draft) -> set[tuple[str, str]]:
    return {(problem.path, problem.code) for problem in desk.compose(draft).problems}
