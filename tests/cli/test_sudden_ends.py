"""Killed while it sends through a bad line, again and again: every document is issued once all the same."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stress.bad_line import PROVIDER_LIMIT, SEND, TOP, running_provider, surroundings
from tests.stress.steps import STEPS
from tests.stress.sudden_ends import Campaign, run_campaign

KILLS, SECONDS = 9, 150
A_STEP_OF_EACH_KIND = (
    *("the answer is read", "the provider recorded", "the document left", "before the document leaves"),
    *("settle: commit", "to sending: after", "seal: commit", "recover: after", "seal again: statement 7"),
)


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Campaign]:
    with running_provider(tmp_path / "provider") as provider:
        yield Campaign(provider, tmp_path, random.Random(5))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is POSIX's")
def test_sudden_ends_at_named_steps_lose_and_double_nothing(
    campaign: Campaign, tell: Callable[[str], None]
) -> None:
    run_campaign(campaign, KILLS, SECONDS, A_STEP_OF_EACH_KIND)
    tell(f"sudden ends: {campaign.figures.told()}")
    assert campaign.figures.kills >= KILLS, campaign.figures.told()


def test_the_named_steps_are_those_that_a_document_comes_by(campaign: Campaign, tmp_path: Path) -> None:
    def come_by(words: list[str | Path], **order: object) -> None:
        said = json.dumps({"record": str(tmp_path / "came-by"), **order})
        command = [sys.executable, "-m", "tests.stress.dying", said, "--", "--data-dir", str(campaign.books)]
        subprocess.run(
            [*command, *map(str, words)], cwd=TOP, env=surroundings(), stdout=subprocess.DEVNULL, check=False
        )

    resume: list[str | Path] = ["outbox", "--resume", "--retry-after", "0.2"]
    campaign.provider.misbehave([{"path": SEND, "kind": "drop_after"}])
    come_by(campaign.new_words(), step="the document left", times=2)
    come_by(resume)
    come_by(campaign.new_words(), step="seal: after", days=-1)
    come_by(resume)
    came_by = set((tmp_path / "came-by").read_text(encoding="utf-8").splitlines())
    # Two attempts are written at once where a page was read too: three statements more. Where another one
    # is due, it is taken up in the same transaction.
    assert came_by - set(STEPS) <= {f"settle: statement {number}" for number in range(9, 13)}
    assert set(STEPS) <= came_by


@pytest.mark.parametrize("kind", ["mark_zero", "giant_answer", "truncated_json", "other_answer"])
def test_a_broken_answer_to_the_second_try_is_not_taken_for_the_receipt(
    campaign: Campaign, kind: str
) -> None:
    """The first try arrived and its answer was lost; "already transmitted" comes back in a bad shape."""
    second = {"kind": kind, "size": PROVIDER_LIMIT} if kind == "giant_answer" else {"kind": kind}
    campaign.provider.misbehave([{"path": SEND, "kind": "drop_after"}, {"path": SEND, **second}])
    assert campaign.submit(campaign.papers.new(1)) == 0
    campaign.check()
