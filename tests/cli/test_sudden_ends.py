"""Killed while it sends through a bad line, again and again: every document is issued once all the same."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.stress.sudden_ends import Campaign, Papers, run_campaign, running_provider

KILLS, SECONDS = 5, 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")


def test_five_sudden_ends_lose_and_double_nothing(tmp_path: Path) -> None:
    with running_provider(tmp_path / "provider") as provider:
        campaign = Campaign(provider, tmp_path / "books", Papers(tmp_path / "papers"), random.Random(5))
        run_campaign(campaign, KILLS, SECONDS)
    print(campaign.told())
    assert campaign.kills >= KILLS
