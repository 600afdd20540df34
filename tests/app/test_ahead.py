"""A document composed ahead of its being shown is the same document, and no other one is taken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from einvoice_desktop.app import ahead
from einvoice_desktop.app.ahead import Ahead
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.paths import resource

DOCUMENT = read_document(resource("samples/published/3.1-1.json").read_bytes())


@pytest.fixture
def around(codes) -> Surroundings:
    return Surroundings(codes, "2026-11-23")


@pytest.fixture
def composed(monkeypatch) -> list[object]:
    """What was composed, one by one."""
    seen: list[object] = []
    monkeypatch.setattr(ahead, "compose", lambda *given: seen.append(given[0]) or compose(*given))
    return seen


def test_what_was_prepared_is_not_composed_again(around, composed):
    kept = Ahead()
    kept.prepare(DOCUMENT, around)
    shown = kept.compose(DOCUMENT, replace(around))
    assert len(composed) == 1
    assert shown.summaries == compose(DOCUMENT, around).summaries
    assert shown.problems == compose(DOCUMENT, around).problems


def test_another_document_or_another_day_is_composed_anew(around, composed):
    kept = Ahead()
    other = DOCUMENT.with_member("series", "B")
    kept.prepare(DOCUMENT, around)
    assert kept.compose(other, around).source is other
    kept.prepare(DOCUMENT, around)
    tomorrow = replace(around, today="2026-11-24")
    assert kept.compose(DOCUMENT, tomorrow).surroundings == tomorrow
    assert len(composed) == 4
