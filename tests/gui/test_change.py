"""What an undo or a redo touches, so that only that is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.gui.change import EVERYTHING, Change, change_between

LINES = tuple(Detail(code=f"K-{i}", quantity=Decimal(1)) for i in range(5))
OTHER = Detail(code="Other")
DRAFT = Draft(Document(series="A", details=LINES))


def with_lines(*lines: Detail, typed: dict[str, str] | None = None) -> Draft:
    return Draft(DRAFT.document.with_member("details", lines), typed or {})


def test_a_line_that_differs_is_a_row() -> None:
    other = with_lines(*LINES[:2], OTHER, *LINES[3:], typed={"details[2].code": "Other"})
    assert change_between(DRAFT, other) == change_between(other, DRAFT) == Change("row", "details", 2)


def test_a_line_that_comes_or_goes_is_told_by_its_place() -> None:
    for place in range(len(LINES) + 1):
        more = with_lines(*LINES[:place], OTHER, *LINES[place:])
        assert change_between(DRAFT, more) == change_between(more, DRAFT) == Change("rows", "details", place)


def test_a_line_that_is_there_twice_comes_and_goes_like_any_other() -> None:
    twice = with_lines(*LINES[:2], LINES[1], *LINES[2:])
    assert change_between(DRAFT, twice) == Change("rows", "details", 2)


def test_whatever_else_differs_is_everything() -> None:
    moved = with_lines(LINES[1], LINES[0], *LINES[2:])
    two_more = with_lines(OTHER, OTHER, *LINES)
    head = Draft(DRAFT.document.with_member("series", "B"))
    both = Draft(with_lines(OTHER, *LINES[1:]).document.with_member("series", "B"))
    typed_elsewhere = with_lines(OTHER, *LINES[1:], typed={"details[3].code": "K"})
    misread = replace(DRAFT, typed={"series": "?"}, misread=frozenset({"series"}))
    for other in (DRAFT, moved, two_more, head, both, typed_elsewhere, misread, with_lines()):
        assert change_between(DRAFT, other) == change_between(other, DRAFT) == EVERYTHING
