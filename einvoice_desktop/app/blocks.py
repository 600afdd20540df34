"""Blocks of cells as spreadsheets put them on the clipboard: text, and tables of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from einvoice_desktop.app.entry import Language, Understood, show_amount, understand_amount
from einvoice_desktop.app.html_table import MOST_ROWS, Block, Cell, read_html, without_empty_end


def read_block(text: str, html: str) -> Block:
    """The cells of a clipboard. Text keeps blanks and line ends, a table knows its cells and their numbers:
    the text is taken where both agree on the cells, else the table where the text is no table."""
    plain, table = read_tsv(text), read_html(html) if "<t" in html.lower() else []
    if not table:
        return plain
    if [len(row) for row in plain] == [len(row) for row in table]:
        return [[_both(*pair) for pair in zip(*rows, strict=True)] for rows in zip(plain, table, strict=True)]
    ragged = len({len(row) for row in plain}) > 1 or max(map(len, plain), default=0) < max(map(len, table))
    return table if ragged else plain


def _both(plain: Cell, table: Cell) -> Cell:
    return Cell(plain.text, table.number, table.code)


# --- tab-separated text -----------------------------------------------------------------------------------

_FIELD = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)')


def read_tsv(text: str) -> list[list[Cell]]:
    """Rows of tab-separated text; a cell with tabs, line ends or quotes inside is quoted, as Excel does."""
    rows: list[list[Cell]] = [[]]
    place = 0
    while len(rows) <= MOST_ROWS:
        found = _FIELD.match(text, place)
        assert found is not None
        rows[-1].append(Cell(_unquoted(found)))
        place = found.end()
        if place >= len(text):
            break
        if text[place] != "\t":
            place += text.startswith("\r\n", place)
            rows.append([])
        place += 1
    return without_empty_end(rows)


def _unquoted(found: re.Match[str]) -> str:
    inside = found[1]
    if inside is None:
        return found[2]
    # Excel quotes only what needs it: "5" alone in quotes is a text with quotes.
    needed = any(mark in inside for mark in ('""', "\t", "\n", "\r"))
    return inside.replace('""', '"') if needed or not inside else found[0]


def write_tsv(block: Block) -> str:
    """Tab-separated text as spreadsheets take it."""
    return "\n".join("\t".join(_quoted(cell.text) for cell in row) for row in block)


def _quoted(text: str) -> str:
    if not re.search(r'[\t\r\n]|^"', text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


# --- numbers ----------------------------------------------------------------------------------------------


def number_form(texts: Iterable[str], language: Language) -> Language:
    """In which language's form a block's numbers are written: as those show that can be read in one way only,
    the window's where none does or they differ."""
    shown = {form for text in texts if (form := _form(text)) is not None}
    return shown.pop() if len(shown) == 1 else language


def _form(text: str) -> Language | None:
    marks = re.sub(r"[^.,]", "", text)
    if not marks or not re.search(r"\d", text) or not understand_amount(text, "el").ok:
        return None
    last = marks[-1]
    if len(set(marks)) == 2:
        return "el" if last == "," else "en"
    if len(marks) > 1:
        return "en" if last == "," else "el"
    if re.search(r"(?<![\d])[1-9]\d{0,2}[.,]\d{3}(?!\d)", text):
        return None
    return "el" if last == "," else "en"


def amount_of(cell: Cell, form: Language) -> Understood:
    """What a cell's amount is: as its text says, unless the number beside it shows that it means another."""
    text = re.sub(r"^\((.+)\)$", r"-\1", cell.text.strip())
    read = understand_amount(text, form)
    if cell.number is None:
        return read
    if not read.ok or read.value is None or not _is_rounded(cell.number, read.value):
        return Understood(cell.number, ok=True)
    return Understood(read.value, ok=True)


def _is_rounded(number: Decimal, shown: Decimal) -> bool:
    """Whether `shown` is `number` with fewer decimals."""
    exponent = shown.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(0)
    return abs(number - shown) * 2 <= step


def plainly(value: Decimal | None, language: Language) -> str:
    """An amount as text that can be read in one way only."""
    return show_amount(value, language)
