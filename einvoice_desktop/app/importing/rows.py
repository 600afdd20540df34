"""The rows of a sheet as values by path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.importing.cells import ColumnReader, Note, told_form
from einvoice_desktop.app.importing.code_words import CodeWords
from einvoice_desktop.app.importing.gross_price import without_gross
from einvoice_desktop.app.importing.headings import any_filled, fingerprint, headings_of, senses
from einvoice_desktop.app.importing.misleading import says_total
from einvoice_desktop.app.importing.plan import Wish
from einvoice_desktop.app.importing.targets import DOCUMENT
from einvoice_desktop.app.ports.sheets import Row
from einvoice_desktop.domain.paths import parse_path

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables

Plain = dict[str, Any]

_IDENTITIES = frozenset({DOCUMENT, "counterParty.vat", "counterParty.code", "details[0].code"})
"""Who has one of these is somebody or something, whatever the name says."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """`number` as the spreadsheet counts; `values` by path, of the cells that are filled; `begins`: it stands
    below a blank row or a heading; `is_total`: it only says what others come to."""

    number: int
    values: dict[str, object]
    notes: tuple[Note, ...]
    begins: bool
    is_total: bool = False


def read_rows(rows: Sequence[Row], wish: Wish, language: Language, codes: CodeTables) -> Iterator[ReadRow]:
    """The filled rows below the heading; a heading that comes again is none of them."""
    first = 0 if wish.header is None else wish.header + 1
    headings = headings_of(rows, wish.header)
    its_print = fingerprint(wish.subject, headings)
    readers = _readers(rows[first:], wish, language, codes)
    begins = True
    for place, row in enumerate(rows[first:], first):
        if not any_filled(row) or _is_heading(row, headings, its_print, wish):
            begins = True
            continue
        values: dict[str, object] = {}
        notes: list[Note] = []
        for column, reader in readers:
            if column < len(row):
                meaning = reader.read(row[column])
                values |= meaning.values
                notes += meaning.notes
        notes += without_gross(values, codes)
        if says_total(row) and not values.keys() & _IDENTITIES:
            yield ReadRow(place + 1, {}, (), begins, is_total=True)
        elif values or notes:
            yield ReadRow(place + 1, values, tuple(notes), begins)
            begins = False


def _is_heading(row: Row, headings: Sequence[str], its_print: str, wish: Wish) -> bool:
    if not its_print or row[0] != (headings[0] or None):
        return False
    texts = ["" if cell is None else str(cell) for cell in row]
    return fingerprint(wish.subject, (*texts, *[""] * (len(headings) - len(texts)))) == its_print


def _readers(
    body: Sequence[Row], wish: Wish, language: Language, codes: CodeTables
) -> list[tuple[int, ColumnReader]]:
    words = CodeWords(codes)
    columns = [
        (column, target, [row[column] for row in body if column < len(row)])
        for column, target in enumerate(senses(wish.subject, wish.columns))
        if target is not None
    ]
    forms = {form for _, target, cells in columns if (form := told_form(target, cells)) is not None}
    form = forms.pop() if len(forms) == 1 else None
    return [
        (column, ColumnReader(target, cells, language, codes, words, form))
        for column, target, cells in columns
    ]


# --- plain data by path -----------------------------------------------------------------------------------


def put(plain: Plain, path: str, value: object) -> None:
    """Sets the member at `path` of plain JSON; what it stands in is made."""
    place: Any = plain
    parts = parse_path(path)
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        if following is None:
            _set(place, part, value)
            return
        below = _below(place, part)
        if below is None:
            below = [] if isinstance(following, int) else {}
            _set(place, part, below)
        place = below


def _below(place: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return place[part] if part < len(place) else None
    return place.get(part)


def _set(place: Any, part: str | int, value: object) -> None:
    if isinstance(part, int) and part >= len(place):
        place.append(value)
    else:
        place[part] = value
