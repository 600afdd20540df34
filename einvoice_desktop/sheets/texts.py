"""Tables kept as text: values apart by semicolons, commas or tabs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import MOST_SHEET_ROWS, SEPARATORS
from einvoice_desktop.sheets.encodings import decoded, encoding_of

_LOOKED_AT = 200
_BLANK = "\ufffd"


def read_text(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and its encoding. Raises UserError("sheet_unknown" | "sheet_encoding", encoding=)."""
    found = encoding or encoding_of(data)
    text = decoded(data, found) if found else "\0"
    if "\0" in text:
        raise UserError("sheet_unknown") if not encoding else UserError("sheet_encoding", encoding=encoding)
    if encoding and text.count(_BLANK) * 20 > len(text):
        raise UserError("sheet_encoding", encoding=encoding)
    return text, "utf-16" if found.startswith("utf-16") else found


def separator_of(text: str) -> tuple[str, str]:
    """What parts the values, and the text without the line in which Excel says so ("sep=;")."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.lower().startswith("sep=") and len(told) == len("sep=") + 1:
        return told[-1], rest
    scores = {separator: _evenness(text, separator) for separator in SEPARATORS}
    best = max(scores.values())
    # Of two that are alike the semicolon wins: a decimal comma is in every line too.
    return next((s for s in (";", "\t", "|", ",") if scores[s] >= best * 0.9), ";") if best else ";", text


def _evenness(text: str, separator: str) -> float:
    """In how many of the first rows it makes equally many values, more than one."""
    try:
        rows = [len(row) for row in islice(_rows(text[:400_000], separator), _LOOKED_AT) if row]
    except csv.Error:
        return 0.0
    if not rows:
        return 0.0
    width, count = max(Counter(rows).items(), key=lambda pair: (pair[1], pair[0]))
    if width < 2:
        # Titles and blank lines above a table may outnumber it.
        wide = [n for n in rows if n > 1]
        return len(wide) / len(rows) / 2
    return count / len(rows)


def rows_of(text: str, separator: str) -> list[list[str]]:
    """The rows. Raises UserError("sheet_damaged" | "sheet_too_long", limit=)."""
    try:
        rows = list(islice(_rows(text, separator), MOST_SHEET_ROWS + 1))
    except csv.Error:
        raise UserError("sheet_damaged") from None
    if len(rows) > MOST_SHEET_ROWS:
        raise UserError("sheet_too_long", limit=MOST_SHEET_ROWS)
    return rows


def _rows(text: str, separator: str) -> csv._reader:  # type: ignore[name-defined]
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
