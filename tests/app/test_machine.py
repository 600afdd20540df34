"""A short run of outbox, clock and provider in any order; the long one is in tests/stress."""

from collections.abc import Callable

from tests.app.machine import Machine, run_machine


def test_in_whatever_order_things_happen_nothing_is_lost_doubled_or_hidden(
    tell: Callable[[str], None],
) -> None:
    run_machine(tell, examples=50, steps=30)
    assert Machine.counts["documents"] > 0
