"""What one edit costs by the number of lines: real keys, until line, sums and problems are painted."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bench import TOP, Row, percentile, ratio_of_readings

if TYPE_CHECKING:
    from tests.bench.long_window import LongWindow
    from tests.bench.typing_hands import Hands

GOALS = {1_000: 1.25, 10_000: 1.5}
BASE, LONG = 10, 1_000
ROUNDS = 7
FRAME_MS = 16.0
DEED_ROUNDS = 12
KEYS, PER_SECOND = 50, 30


def rows() -> list[Row]:
    """Many lines over ten, and the slowest of all that is done in a document of a thousand."""
    # Behind the installed package, which is what is measured.
    if str(TOP) not in sys.path:
        sys.path.append(str(TOP))
    from tests.bench.long_window import LongWindow
    from tests.bench.typing_hands import Hands

    window = LongWindow()
    hands = Hands(window)
    try:
        return [
            *(_row(hands, lines, goal) for lines, goal in GOALS.items()),
            *_deeds(hands),
            *(_typed_on(window, hands, lines) for lines in GOALS),
        ]
    finally:
        window.close()


def _row(hands: Hands, lines: int, goal: float) -> Row:
    took: list[float] = []

    def edits(count: int) -> Callable[[], float]:
        def measure() -> float:
            hands.open(count)
            hands.deeds["price"]()
            readings = [seconds for _ in range(4) for seconds in hands.deeds["price"]()]
            if count == lines:
                took.extend(readings)
            return statistics.fmean(readings)

        return measure

    measured = ratio_of_readings(edits(lines), edits(BASE), rounds=ROUNDS)
    note = f"{1000 * statistics.median(took):.1f} ms a key, the slowest {1000 * max(took):.1f}"
    return Row(f"one key in a price, painted, {lines:,} lines over {BASE}", measured, goal, note)


def _deeds(hands: Hands) -> list[Row]:
    """Half of all readings of each, and the slowest of any: over a frame."""
    hands.open(LONG)
    table = []
    for name, deed in hands.deeds.items():
        deed()
        took = sorted(1000 * seconds for _ in range(DEED_ROUNDS) for seconds in deed())
        late = percentile(took, 0.95)
        note = f"median {statistics.median(took):.1f} ms, the slowest {took[-1]:.1f}"
        table.append(Row(f"{LONG:,} lines, {name}, 95% over {FRAME_MS:.0f} ms", late / FRAME_MS, 1.0, note))
    return table


def _typed_on(window: LongWindow, hands: Hands, lines: int) -> Row:
    """Keys as quick as hands can be, while what they change is saved, from the key's due time on: one that
    waits behind other work of the window is late by that wait too."""
    hands.open(lines)
    hands.go("Description")
    took = []
    begun = time.perf_counter()
    for number in range(KEYS):
        due = begun + number / PER_SECOND
        while time.perf_counter() < due:
            window.application.processEvents()
            time.sleep(0.0005)
        hands.key("abcdefghij"[number % 10])
        took.append(1000 * (time.perf_counter() - due))
    half, late = percentile(took, 0.5), percentile(took, 0.95)
    note = f"median {half:.1f} ms, 95% {late:.1f}, the slowest {max(took):.1f}"
    name = f"{lines:,} lines, {PER_SECOND} keys a second, saved meanwhile, 95% over {FRAME_MS:.0f} ms"
    return Row(name, late / FRAME_MS, 1.0, note)
