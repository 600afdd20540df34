"""What opening a long document costs, from the file on disk until its lines are painted in the window."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable

from bench import TOP, Row, ratio_of_readings, timed

LINES = 1_000
ROUNDS = 9
GOAL = 2.0


def rows() -> list[Row]:
    """A sales invoice as the provider gets it, over pydantic's own validation of the same JSON.

    The base is `Document.model_validate_json` alone, of the very models that the program reads into. It bears
    with no other casing and no slip of published files, it computes nothing and shows nothing.
    """
    # Behind the installed package, which is what is measured.
    if str(TOP) not in sys.path:
        sys.path.append(str(TOP))
    from tests.bench.long_window import LongWindow

    window = LongWindow()
    try:
        return _measured(window)
    finally:
        window.close()


def _measured(window) -> list[Row]:  # type: ignore[no-untyped-def]
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.reader import read_document
    from tests.bench.long_window import long_draft

    program, desk = window.program, window.desk
    paths = {lines: window.folder / f"{lines}.json" for lines in (1, LINES)}
    for lines, path in paths.items():
        path.write_bytes(_as_sent(desk, long_draft(desk, lines)))
    data = paths[LINES].read_bytes()
    alone = timed(lambda: Document.model_validate_json(data, strict=False))
    short = _Opened(window, 1, lambda: program.deeds.opening.open(paths[1]))
    file = _Opened(window, LINES, lambda: program.deeds.opening.open(paths[LINES]), short)
    kept = desk.save_draft(long_draft(desk, LINES), None)
    draft = _Opened(window, LINES, lambda: program.deeds.drafts.open(kept), short)
    name = f"{LINES:,} lines {{}}, over pydantic alone"
    told = f"pydantic {1000 * statistics.median(alone() for _ in range(ROUNDS)):.1f} ms, {len(data):,} bytes"
    return [
        _row(name.format("read"), timed(lambda: read_document(data)), alone, lambda: told),
        _row(name.format("opened and painted"), file, alone, lambda: f"{file.told}; one line: {short.told}"),
        _row(name.format("opened from the drafts"), draft, alone, lambda: draft.told),
    ]


def _row(
    name: str, measured: Callable[[], float], alone: Callable[[], float], note: Callable[[], str]
) -> Row:
    return Row(name, ratio_of_readings(measured, alone, rounds=ROUNDS), GOAL, note())


def _as_sent(desk, draft) -> bytes:  # type: ignore[no-untyped-def]
    from einvoice_desktop.domain.writer import write_document

    return write_document(desk.compose(draft).document)


class _Opened:
    """Opens a document of so many lines, after another one (of one line) that was on the stage."""

    def __init__(self, window, lines: int, wish: Callable[[], object], before: _Opened | None = None) -> None:  # type: ignore[no-untyped-def]
        self._window = window
        self._lines = lines
        self._wish = wish
        self._before = before
        self._took: list[float] = []

    def __call__(self) -> float:
        if self._before is not None:
            self._before()
        took: float = self._window.until_painted(self._wish, self._lines)
        self._took.append(took)
        return took

    @property
    def told(self) -> str:
        return f"{1000 * statistics.median(self._took):.0f} ms, the slowest {1000 * max(self._took):.0f}"
