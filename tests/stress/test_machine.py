"""A long run of outbox, clock and provider in any order; the short one is in tests/app."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.machine import Machine, run_machine

PARTS, EXAMPLES, STEPS = 6, 250, 50
"""In parts, so that a failure is told while the rest still runs."""


@pytest.mark.parametrize("part", range(PARTS))
def test_in_whatever_order_things_happen_nothing_is_lost_doubled_or_hidden(
    tell: Callable[[str], None], part: int
) -> None:
    Machine.counts.clear()
    run_machine(tell, examples=EXAMPLES, steps=STEPS)
    assert Machine.counts["documents"] > 0, part
