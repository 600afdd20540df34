"""Killed while it sends through a bad line, again and again: every document is issued once all the same."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stress.sudden_ends import PROVIDER_LIMIT, SEND, Campaign, Papers, run_campaign, running_provider

KILLS, SECONDS = 5, 20


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Campaign]:
    with running_provider(tmp_path / "provider") as provider:
        yield Campaign(provider, tmp_path / "books", Papers(tmp_path / "papers"), random.Random(5))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_five_sudden_ends_lose_and_double_nothing(campaign: Campaign) -> None:
    run_campaign(campaign, KILLS, SECONDS)
    assert campaign.kills >= KILLS, campaign.told()


@pytest.mark.parametrize("kind", ["mark_zero", "giant_answer", "truncated_json", "other_answer"])
def test_a_broken_answer_to_the_second_try_is_not_taken_for_the_receipt(
    campaign: Campaign, kind: str
) -> None:
    """The first try arrived and its answer was lost; "already transmitted" comes back in a bad shape."""
    second = {"kind": kind, "size": PROVIDER_LIMIT} if kind == "giant_answer" else {"kind": kind}
    campaign.provider.misbehave([{"path": SEND, "kind": "drop_after"}, {"path": SEND, **second}])
    assert campaign.submit(campaign.papers.new(1)) == 0
    campaign.check()
