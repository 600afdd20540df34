"""What the archive costs by the number of documents in it: its first page, the answer to every key."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import TOP, Row, ratio_of_readings

FEW, MANY = 1_000, 100_000
TIMES = 20
TYPED = "καφεκοπτείο παπαδόπουλος"


def rows() -> list[Row]:
    """A hundred thousand documents over a thousand."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    try:
        few, many = _Books(folder / "few.sqlite", FEW), _Books(folder / "many.sqlite", MANY)
        measured = [
            _row("first page", many.first_page, few.first_page, 1.5),
            _row("each key of a search", many.typing, few.typing, 2.0),
            _row("a MARK, key by key", many.mark, few.mark, 2.0),
            _row("one month of one type", many.filtered, few.filtered, 2.0),
        ]
        few.close()
        many.close()
        return measured
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _row(name: str, many: Callable[[], float], few: Callable[[], float], goal: float) -> Row:
    measured = ratio_of_readings(many, few, rounds=9, warmups=1)
    return Row(f"archive, {name}, {MANY:,} over {FEW:,}", measured, goal, f"{1000 * many():.2f} ms")


class _Books:
    """Books of so many settled documents; each reading is the seconds of one answer, over a few."""

    def __init__(self, path: Path, count: int) -> None:
        from einvoice_desktop.store.engine import open_store

        sys.path.append(str(TOP / "tests" / "store"))
        from many import fill

        self._store = open_store(path)
        self._count = count
        fill(self._store, count)

    def _page(self, limit: int = 200, **asked: object) -> None:
        from einvoice_desktop.app.ports import ArchiveQuery

        self._store.archive.page("practice", ArchiveQuery(**asked), None, limit)  # type: ignore[arg-type]

    def first_page(self) -> float:
        """As the archive opens."""
        return _timed(self._page, TIMES)

    def typing(self) -> float:
        """The first ten for every letter: how many there are is another matter."""
        begun = time.perf_counter()
        for length in range(1, len(TYPED) + 1):
            self._page(10, words=TYPED[:length])
        return (time.perf_counter() - begun) / len(TYPED)

    def mark(self) -> float:
        """The MARK of the document in the middle, digit by digit; the first ten each time."""
        mark = str(400_001_900_000_000 + self._count // 2 * 37)
        begun = time.perf_counter()
        for length in range(1, len(mark) + 1):
            self._page(10, words=mark[:length])
        return (time.perf_counter() - begun) / len(mark)

    def filtered(self) -> float:
        """A month that both books have in full."""
        asked = {"since": "2026-11-01", "until": "2026-11-30", "type_codes": frozenset({"1.1"})}
        return _timed(lambda: self._page(**asked), TIMES)

    def close(self) -> None:
        """Gives the files back."""
        self._store.close()


def _timed(work: Callable[[], None], times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times
