"""Sixty kills at random moments, in three rounds, on a line on which everything goes wrong that can."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stress.sudden_ends import Campaign, Papers, run_campaign, running_provider

ROUNDS = 3
KILLS, SECONDS = 20, 100
"""Of a round."""
SEED_VARIABLE = "STRESS_SEED"
"""Names the first round's seed, to see a run again as far as the machine's own moments allow."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")


@pytest.mark.parametrize("part", range(ROUNDS))
def test_sudden_ends_lose_and_double_nothing(tmp_path: Path, tell: Callable[[str], None], part: int) -> None:
    seed = int(os.environ.get(SEED_VARIABLE) or time.time_ns() % 1_000_000) + part
    with running_provider(tmp_path / "provider") as provider:
        campaign = Campaign(provider, tmp_path / "books", Papers(tmp_path / "papers"), random.Random(seed))
        try:
            run_campaign(campaign, KILLS, SECONDS)
        finally:
            tell(f"sudden ends, {SEED_VARIABLE} {seed}: {campaign.told()}")
    assert campaign.kills >= KILLS
