"""Five hundred kills, at every named step and at random moments, on a line on which everything goes wrong."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.stress.bad_line import running_provider
from tests.stress.steps import STEPS
from tests.stress.sudden_ends import Campaign, Figures, run_campaign

ROUNDS, SIDE_BY_SIDE = 20, 2
KILLS, SECONDS = 13, 140
"""Of each of the campaigns that run side by side in a round; a test that takes three minutes is ended."""
SEED_VARIABLE = "STRESS_SEED"
"""Names the first round's seed, to see a run again as far as the machine's own moments allow."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is POSIX's")


@pytest.fixture(scope="module")
def sums(tell: Callable[[str], None]) -> Iterator[list[Figures]]:
    """What each campaign came to; told in one line when all are over."""
    started = time.monotonic()
    all_of_them: list[Figures] = []
    yield all_of_them
    tell(f"sudden ends, {time.monotonic() - started:.0f} s: {sum(all_of_them, Figures()).told()}")


@pytest.mark.parametrize("part", range(ROUNDS))
def test_sudden_ends_lose_and_double_nothing(
    tmp_path: Path, tell: Callable[[str], None], sums: list[Figures], part: int
) -> None:
    first = int(os.environ.get(SEED_VARIABLE) or time.time_ns() % 1_000_000) + part * SIDE_BY_SIDE

    def run(side: int) -> Figures:
        folder = tmp_path / str(side)
        with running_provider(folder / "provider") as provider:
            campaign = Campaign(provider, folder, random.Random(first + side))
            steps = STEPS[part * SIDE_BY_SIDE + side :: ROUNDS * SIDE_BY_SIDE]
            run_campaign(campaign, KILLS, SECONDS, steps)
        return campaign.figures

    tell(f"sudden ends, round {part}: {SEED_VARIABLE} {first}")
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        figures = list(pool.map(run, range(SIDE_BY_SIDE)))
    sums += figures
    assert all(one.kills >= KILLS for one in figures), [one.told() for one in figures]


def test_there_were_kills_at_every_named_step(sums: list[Figures]) -> None:
    total = sum(sums, Figures())
    assert total.kills >= 500
    assert set(total.at_steps) == set(STEPS), set(STEPS) - set(total.at_steps)
