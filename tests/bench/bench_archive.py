"""What the archive costs by the number of documents in it: its first page, the answer to every key."""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench import TOP, Row, percentile, ratio

FEW, MANY = 1_000, 1_000_000
ROUNDS = 7
KEEP_VARIABLE = "EINVOICE_BENCH_BOOKS"
"""A folder in which the books are kept for the next run: to make a million takes longer than all that is
measured. They are made anew where what they are made with has changed."""
TYPED = ("καφεκοπτείο παπαδόπουλος", "δήμος αθηναίων 55", "ωραία ελλάς ξενοδ", "αε φαρμακείο μακρή 12")
HALF, MOST = 2.0, 2.5
"""What half of all keys, and all but one in twenty, may cost more among many documents than among few."""
_MEMORY = """
import resource, sys
from pathlib import Path
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.store.engine import open_store
store = open_store(Path(sys.argv[1]))
for words in ("", "α", "καφε", "1", "4000"):
    store.archive.page("practice", ArchiveQuery(words), None, 100)
    store.archive.count("practice", ArchiveQuery(words), 10**9)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def rows() -> list[Row]:
    """A million documents over a thousand."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    try:
        few, many = _Books(folder / "few.sqlite", FEW), _Books(folder / "many.sqlite", MANY)
        measured = [
            _row("first page", many.first_page, few.first_page),
            _row("one month of one type", many.month, few.month),
            _row("a year", many.year, few.year),
            *_keys("words", 10, many.words(), many, few.words(), few),
            *_keys("numbers", 1, many.numbers(), many, few.numbers(), few),
            *_keys("VAT numbers", 1, many.vats(), many, few.vats(), few),
            *_keys("MARKs", 1, many.marks(), many, few.marks(), few),
            _row("sums of 500", many.sums, few.sums),
            _row("what the window asks at its start", many.start, few.start),
            _row("what the window asks again and again", many.polls, few.polls),
            _counting(many),
            _memory(many, few),
        ]
        few.close()
        many.close()
        return measured
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _name(what: str) -> str:
    return f"archive, {what}, {MANY:,} over {FEW:,}"


def _row(name: str, many: Callable[[], object], few: Callable[[], object]) -> Row:
    return Row(_name(name), ratio(many, few, rounds=15), HALF, f"{_median(many):.2f} ms")


def _keys(
    name: str, answers: int, above: Iterable[str], many: _Books, below: Iterable[str], few: _Books
) -> list[Row]:
    """As many answers from both: how many there are is another matter."""
    slow = sorted(many.typed(text, answers) for text in above)
    quick = sorted(few.typed(text, answers) for text in below)
    told = []
    for share, goal in ((0.5, HALF), (0.95, MOST)):
        here = percentile(slow, share)
        note = f"{here:.2f} ms, the slowest {slow[-1]:.2f}"
        told.append(
            Row(_name(f"{name} key by key, {share:.0%}"), here / percentile(quick, share), goal, note)
        )
    return told


def _counting(many: _Books) -> Row:
    """In the background; it is to be there before somebody has read the first page."""
    slowest = max(_median(lambda words=words: many.count(words), 3) for words in ("", "α", "καφε", "1"))
    return Row(f"archive, the exact count of {MANY:,}, over 300 ms", slowest / 300, 1.0, f"{slowest:.0f} ms")


def _memory(many: _Books, few: _Books) -> Row:
    above, below = (
        int(subprocess.check_output([sys.executable, "-c", _MEMORY, str(books.path)])) / 1024
        for books in (many, few)
    )
    return Row(_name("memory of searching"), above / below, 1.2, f"{above:.0f} MiB")


class _Books:
    """Books of so many settled documents."""

    def __init__(self, path: Path, count: int) -> None:
        # Behind the installed package, which is what is measured.
        if str(TOP) not in sys.path:
            sys.path.append(str(TOP))
        from einvoice_desktop.store.engine import open_store
        from tests.store.many import LAST_DAY, document
        from tests.store.many_quickly import fill_quickly

        kept = os.environ.get(KEEP_VARIABLE)
        if kept:
            path = Path(kept) / f"{count}-{_made_with()}.sqlite"
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            half = path.with_suffix(".half")
            half.unlink(missing_ok=True)
            fill_quickly(half, count)
            half.rename(path)
        self.path = path
        self._store = open_store(path)
        # As every start of the window does for a while.
        self._store.archive.tidy(600)
        self._some = [document(count * place // 9 + 1, LAST_DAY, "practice", b"") for place in range(1, 8)]

    def _page(self, limit: int = 100, **asked: object) -> None:
        from einvoice_desktop.app.ports import ArchiveQuery

        self._store.archive.page("practice", ArchiveQuery(**asked), None, limit)  # type: ignore[arg-type]

    def first_page(self) -> None:
        """As the archive opens."""
        self._page()

    def month(self) -> None:
        """A month that both books have."""
        self._page(10, since="2026-11-01", until="2026-11-30", type_codes=frozenset({"1.1"}))

    def year(self) -> None:
        """A year and something typed."""
        self._page(10, since="2026-01-01", until="2026-12-31", words="καφ")

    def typed(self, text: str, answers: int) -> float:
        """Milliseconds of the answer to one key."""
        return _median(lambda: self._page(answers, words=text))

    def words(self) -> list[str]:
        """Names as they are typed."""
        return [text[:length] for text in TYPED for length in range(1, len(text) + 1)]

    def numbers(self) -> list[str]:
        """With their series and without."""
        numbers = [made.sealed.key.number for made in self._some]
        return _beginnings([*numbers, *(f"A {number}" for number in numbers)])

    def vats(self) -> list[str]:
        """With the country's letters and without."""
        vats = [made.sealed.counterparty_vat for made in self._some]
        return _beginnings([*vats, *(f"EL{vat}" for vat in vats)])

    def marks(self) -> list[str]:
        """Of those that have one."""
        return _beginnings([made.receipt.mark for made in self._some if made.receipt])

    def count(self, words: str) -> None:
        """All that there are."""
        from einvoice_desktop.app.ports import ArchiveQuery

        self._store.archive.count("practice", ArchiveQuery(words), 10**9)

    def sums(self) -> None:
        """Of as many as are added up in one go."""
        self._store.archive.amounts(range(400, 900))

    def start(self) -> None:
        """The series' names, the document that was sealed last."""
        self._store.numbers.names("practice")
        self._store.outbox.latest("practice")

    def polls(self) -> None:
        """What is to be sent, what still lacks its MARK."""
        from einvoice_desktop.app.ports import Scope

        now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self._store.outbox.due(Scope(), now)
        self._store.outbox.next_due_at(Scope())
        self._store.outbox.without_mark("practice")
        self._store.outbox.rows("practice", states=_unsettled())

    def close(self) -> None:
        """Gives the files back."""
        self._store.close()


def _made_with() -> str:
    """Tells books made by one version of the program from those of another."""
    import einvoice_desktop

    package = Path(einvoice_desktop.__file__).parent
    sources = [*(package / "store").glob("*.py"), package / "domain" / "folding.py"]
    sources += (TOP / "tests" / "store").glob("many*.py")
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(sources))).hexdigest()[:12]


def _unsettled():  # type: ignore[no-untyped-def]
    from einvoice_desktop.domain.lifecycle import UNSETTLED

    return UNSETTLED


def _beginnings(texts: Iterable[str]) -> list[str]:
    return [text[:length] for text in texts for length in range(1, len(text) + 1)]


def _median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds."""
    readings = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        readings.append(1000 * (time.perf_counter() - begun))
    return statistics.median(readings)
