"""Which row heads a sheet, what the sheet holds, and what each column of it means."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from einvoice_desktop.app.importing.misleading import is_something_else
from einvoice_desktop.app.importing.targets import GROSS_PRICE, PRICE, TARGETS, Subject, Target
from einvoice_desktop.app.ports.sheets import Cell, Row
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identity import afm_is_valid

_LOOKED_AT = 20
_CONTENTS = 60
_MOSTLY = 0.6
_IN_PART = 2.0
"""The score of a heading that only holds a name's words among others lies below it."""
_WORD = re.compile(r"[^\W_]+|%")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|€|\beur\b|\bευρω\b")
_OF_WHOM = frozenset(
    {
        "πελατη",
        "πελατων",
        "ειδουσ",
        "ειδων",
        "customer",
        "customers",
        "item",
        "product",
        "του",
        "τησ",
        "of",
        "the",
    }
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """`header`: the row that heads the table (its place from 0, None for none); `columns`: by column the
    path of what it means, "" for nothing."""

    subject: Subject
    header: int | None
    columns: tuple[str, ...]


def width_of(rows: Sequence[Row]) -> int:
    """How many columns there are."""
    return max(map(len, rows), default=0)


def guess(rows: Sequence[Row], subject: Subject | None = None) -> Guess:
    """The best reading of a sheet; of `subject` where that is known."""
    subjects = (subject,) if subject is not None else tuple(Subject)
    found = [_guess_of(rows, one) for one in subjects]
    # Of equals the first: a list of customers is what is imported most.
    best = max(found, key=lambda pair: pair[0])
    return best[1]


def _guess_of(rows: Sequence[Row], subject: Subject) -> tuple[float, Guess]:
    header = header_row(rows, subject)
    columns = columns_of(rows, header, subject)
    return _fitness(columns, subject), Guess(subject, header, columns)


def _fitness(columns: Sequence[str], subject: Subject) -> float:
    """How much of a sheet has a meaning there. Lines without anybody to be billed are no documents."""
    held = {path for path in columns if path}
    who = held & {"counterParty.vat", "counterParty.registeredName", "counterParty.code"}
    how_much = held & {"details[0].quantity", "details[0].netTotal", PRICE, GROSS_PRICE}
    score = float(len(held))
    if subject is Subject.DOCUMENTS and not (who and how_much):
        return score / 4
    if subject is Subject.CUSTOMERS and not who:
        return score / 4
    if subject is Subject.ITEMS and not held & {"details[0].code", "details[0].descriptions[0]"}:
        return score / 4
    return score


# --- the heading ------------------------------------------------------------------------------------------


def header_row(rows: Sequence[Row], subject: Subject) -> int | None:
    """The first row of which two or more cells name something, one of them in full; one cell is enough for a
    narrow table. A street or a company may well have such a word in its own name."""
    best, most = None, 0
    for place, row in enumerate(rows[:_LOOKED_AT]):
        if any(not isinstance(cell, str) for cell in row if cell is not None):
            continue
        known = sum(1 for path in named_columns(row, subject) if path)
        if known > most and any(_is_named_in_full(cell, subject) for cell in row):
            best, most = place, known
    filled = sum(1 for cell in rows[best] if cell) if best is not None else 0
    return best if most >= 2 or (most and filled <= 2) else None


def _is_named_in_full(cell: Cell, subject: Subject) -> bool:
    scores = _scores(cell, subject).values() if isinstance(cell, str) else ()
    return any(score > _IN_PART for score in scores)


def headings_of(rows: Sequence[Row], header: int | None) -> tuple[str, ...]:
    """The text over each column; "" where there is none."""
    width = width_of(rows)
    row = rows[header] if header is not None and header < len(rows) else ()
    texts = ["" if cell is None else str(cell).strip() for cell in row]
    return (*texts, *[""] * (width - len(texts)))


def fingerprint(subject: Subject, headings: Sequence[str]) -> str:
    """The same for the same headings, however they are accented and cased; "" where nothing is headed."""
    words = [_bare(text) for text in headings]
    if not any(words):
        return ""
    return hashlib.sha256(f"{subject.value}|{'|'.join(words)}".encode()).hexdigest()[:16]


# --- the columns ------------------------------------------------------------------------------------------


def columns_of(rows: Sequence[Row], header: int | None, subject: Subject) -> tuple[str, ...]:
    """By column the path of what it means: as it is headed, else as what stands in it shows."""
    headings = headings_of(rows, header)
    named = list(named_columns(headings, subject))
    body = [row for row in rows[(0 if header is None else header + 1) :][: _CONTENTS * 2] if any_filled(row)]
    for place in range(len(named)):
        if not named[place] and not headings[place]:
            cells = [row[place] for row in body[:_CONTENTS] if place < len(row) and row[place] is not None]
            path = _path_of_contents(cells, subject)
            if path and path not in named:
                named[place] = path
    return tuple(named)


def any_filled(row: Row) -> bool:
    """Whether anything stands in a row."""
    return any(cell is not None for cell in row)


def named_columns(headings: Sequence[Cell], subject: Subject) -> tuple[str, ...]:
    """By column the path that its heading names; each path once, the closest name first."""
    texts = [cell if isinstance(cell, str) else "" for cell in headings]
    scored = [
        (-score, place, path)
        for place, text in enumerate(texts)
        for path, score in _scores(text, subject).items()
    ]
    named = [""] * len(texts)
    for _, place, path in sorted(scored):
        if not named[place] and path not in named:
            named[place] = path
    return tuple(named)


def _scores(heading: str, subject: Subject) -> dict[str, float]:
    """How well a heading names each meaning: as it stands, without asides, or with words beside."""
    bare = _bare(heading)
    if not bare:
        return {}
    plain = _bare(_ASIDE.sub(" ", fold(heading)))
    words = frozenset(_WORD.findall(_ASIDE.sub(" ", fold(heading).replace(".", "")))) - _OF_WHOM
    found: dict[str, float] = {}
    for path, rank, name, parts in _names(subject):
        if bare == name:
            score = 4.0
        elif plain == name:
            score = 3.0
        elif parts and words == parts:
            score = 2.5
        elif parts and len(name) > 2 and parts < words:
            score = 1.0 + len(parts) / (len(words) + 1)
        else:
            continue
        found[path] = max(found.get(path, 0.0), score - rank)
    return {path: score for path, score in found.items() if not is_something_else(path, heading)}


@cache
def _names(subject: Subject) -> tuple[tuple[str, float, str, frozenset[str]], ...]:
    """Every name: its path, how far down its list it stands, its letters, its words."""
    return tuple(
        (
            target.path,
            rank / 1000,
            _bare(word),
            frozenset(_WORD.findall(fold(word).replace(".", ""))) - _OF_WHOM,
        )
        for target in TARGETS[subject]
        for rank, word in enumerate(target.words)
    )


def _bare(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


# --- columns without a name -------------------------------------------------------------------------------


def _path_of_contents(cells: Sequence[Cell], subject: Subject) -> str:
    if not cells:
        return ""
    texts = [_plain(cell) for cell in cells]
    wanted = {target.path for target in TARGETS[subject]}
    for path, fits in _LOOKS.items():
        if path in wanted and sum(map(fits, texts)) >= len(texts) * _MOSTLY:
            return path
    return _name_or_price(cells, texts, subject)


def _name_or_price(cells: Sequence[Cell], texts: Sequence[str], subject: Subject) -> str:
    numbers = sum(
        isinstance(cell, Decimal) or bool(_PRICE.fullmatch(text))
        for cell, text in zip(cells, texts, strict=True)
    )
    if numbers >= len(texts) * _MOSTLY:
        return "details[0].unitPrice" if subject is Subject.ITEMS else ""
    worded = sum(1 for text in texts if re.search(r"[^\W\d_]{3}", text))
    if worded >= len(texts) * _MOSTLY and sum(map(len, texts)) / len(texts) >= 6:
        return {
            Subject.CUSTOMERS: "counterParty.registeredName",
            Subject.ITEMS: "details[0].descriptions[0]",
            Subject.DOCUMENTS: "",
        }[subject]
    return ""


_PRICE = re.compile(r"-?[\d.]*\d[.,]\d{2,4}\s*€?")
_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "counterParty.vat": lambda text: (
        afm_is_valid(re.sub(r"^(EL|GR)", "", text.strip()).zfill(9)) and len(text) >= 8
    ),
    "counterParty.emails[0]": lambda text: bool(_EMAIL.fullmatch(text.strip())),
    "counterParty.phones[0]": lambda text: bool(
        re.fullmatch(r"(?:\+30)?[26]\d{9}", re.sub(r"[\s\-/]", "", text))
    ),
    "counterParty.address.postal": lambda text: bool(re.fullmatch(r"[1-8]\d{2} ?\d{2}", text.strip())),
    "details[0].vatCategoryCode": lambda text: text.strip().rstrip("%").strip() in ("24", "13", "6"),
}


def _plain(cell: Cell) -> str:
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def senses(subject: Subject, columns: Sequence[str]) -> list[Target | None]:
    """By column what it means; None for nothing."""
    by_path = {target.path: target for target in TARGETS[subject]}
    return [by_path.get(path) for path in columns]
