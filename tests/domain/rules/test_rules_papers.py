"""The correct papers have no problem at all: every neighbour of a broken one is sound."""

from __future__ import annotations

import pytest

from einvoice_desktop.domain.composition import compose
from tests.domain.rules.papers import PAPERS, paper


@pytest.mark.parametrize("kind", PAPERS)
def test_a_correct_paper_has_no_problem(kind, around):
    assert [(p.path, p.code) for p in compose(paper(kind), around).problems] == []
