"""What a cell means under the meaning of its column: values for a document, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.blocks import number_form
from einvoice_desktop.app.entry import Language, show_amount, understand_amount
from einvoice_desktop.app.importing.code_words import CodeWords
from einvoice_desktop.app.importing.targets import Sense, Target
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat

if TYPE_CHECKING:
    from einvoice_desktop.app.ports.sheets import Cell
    from einvoice_desktop.domain.codes import CodeTables

_AFM = 9
_MOST_DIGITS = 18
_HUNDRED = Decimal(100)
_MUCH = Decimal(50)
"""A discount from here on may as well be half a percent."""
_BAD_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_GREEK = ("GR", "EL")
_SIGNS = re.compile(r"\s*(?:€|%|eur|euro|ευρ[ώω])\s*$", re.IGNORECASE)
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_ROUNDED = re.compile(r"[\d.,]+E[+-]?\d+", re.IGNORECASE)
"""How a spreadsheet writes a long number into a text: digits are lost."""
_WRITTEN = (Sense.AMOUNT, Sense.PERCENT, Sense.VAT_RATE)


@dataclass(frozen=True, slots=True)
class Note:
    """Something about one cell: the sentence's code and what fills it. A warning keeps nothing out."""

    path: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Meaning:
    """Values by path (none for an empty cell or one that means nothing), and notes."""

    values: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


NOTHING = Meaning()


def told_form(target: Target, cells: Iterable[Cell]) -> Language | None:
    """In which language's form the numbers of a column are written; None where nothing in it tells."""
    if target.sense not in _WRITTEN:
        return None
    texts = [_SIGNS.sub("", cell) for cell in cells if isinstance(cell, str)]
    if number_form(texts, "en") == "el":
        return "el"
    return "en" if number_form(texts, "el") == "en" else None


class ColumnReader:
    """Reads the cells of one column. How its numbers and rates are written, all of its cells tell, else
    those of the other columns (`form`), else the language of the window."""

    def __init__(
        self,
        target: Target,
        cells: Sequence[Cell],
        language: Language,
        codes: CodeTables,
        words: CodeWords,
        form: Language | None = None,
    ) -> None:
        self.target = target
        self._language = language
        self._codes = codes
        self._words = words
        self._read = {
            Sense.TEXT: self._text,
            Sense.NUMBER_TEXT: self._number_text,
            Sense.VAT: self._vat,
            Sense.WHOLE: self._whole,
            Sense.AMOUNT: self._amount,
            Sense.PERCENT: self._percent,
            Sense.VAT_RATE: self._vat_rate,
            Sense.CODE: self._code,
        }[target.sense]
        told = told_form(target, cells) or form
        self._form: Language = told or language
        self._is_guessed = told is None
        self._are_shares = self._are_categories = False
        if target.sense in _WRITTEN:
            numbers = [cell for cell in cells if isinstance(cell, Decimal)]
            # A cell shown as 24 % holds 0.24.
            self._are_shares = (
                bool(numbers) and all(abs(n) <= 1 for n in numbers) and any(n % 1 for n in numbers)
            )
            if target.sense is Sense.VAT_RATE:
                self._are_categories = self._looks_like_categories(cells)

    def read(self, cell: Cell) -> Meaning:
        """What one cell means."""
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return NOTHING
        return self._read(cell)

    # --- texts ------------------------------------------------------------------------------------

    def _text(self, cell: Cell) -> Meaning:
        text = " ".join(plain_text(cell).split())
        limit = self.target.limit
        if _BAD_TEXT.search(text):
            return self._fault("bad_text")
        if limit and len(text) > limit:
            return self._fault("text_too_long", limit=str(limit))
        return Meaning({self.target.path: text})

    def _number_text(self, cell: Cell) -> Meaning:
        return self._text(_without_point(plain_text(cell)))

    def _vat(self, cell: Cell) -> Meaning:
        """A spreadsheet takes a VAT number for a number and drops the noughts that it begins with."""
        written = _without_point(plain_text(cell)).lstrip("'")
        if _ROUNDED.fullmatch(written):
            return self._fault("import_vat_unreadable", value=written[:30])
        text = re.sub(r"[\s.\-]", "", written).upper().replace("ΕΛ", "EL")
        if not text.strip("0"):
            # What programs put where a private customer has none.
            return NOTHING
        if len(text) > self.target.limit:
            return self._fault("text_too_long", limit=str(self.target.limit))
        if not re.fullmatch(r"[A-Z0-9+*&]+", text):
            return self._fault("import_vat_unreadable", value=text[:30])
        if text.isascii() and text.isdigit() and len(text) < _AFM and afm_is_valid(text.zfill(_AFM)):
            text = text.zfill(_AFM)
        return Meaning({self.target.path: text})

    # --- numbers ----------------------------------------------------------------------------------

    def _number(self, cell: Cell) -> Decimal | None:
        """The number in a cell; None where it is none."""
        if isinstance(cell, Decimal):
            return cell
        if not isinstance(cell, str):
            return None
        text = re.sub(r"^\((.+)\)$", r"-\1", cell.strip())
        read = understand_amount(_SIGNS.sub("", text), self._form)
        return read.value if read.ok else None

    def _amount(self, cell: Cell) -> Meaning:
        value = self._number(cell)
        if value is None or len(value.as_tuple().digits) > _MOST_DIGITS:
            return self._fault("import_no_amount", value=plain_text(cell)[:30])
        if value < 0:
            return self._fault("import_negative", value=plain_text(cell)[:30])
        return Meaning({self.target.path: value}, self._doubts(cell, value))

    def _doubts(self, cell: Cell, value: Decimal) -> tuple[Note, ...]:
        """What could be a thousand times as much, where nothing in the file tells which it is."""
        if not (self._is_guessed and isinstance(cell, str) and _TWO_WAYS.fullmatch(_bare_amount(cell))):
            return ()
        read = show_amount(value, self._language)
        params = {"value": cell.strip()[:30], "read": read}
        return (Note(self.target.path, "import_two_ways", params, is_fault=False),)

    def _rate(self, cell: Cell) -> Decimal | None:
        value = self._number(cell)
        if value is None:
            return None
        is_share = self._are_shares and not (isinstance(cell, str) and "%" in cell)
        return (value * _HUNDRED if is_share else value).normalize() + 0

    def _percent(self, cell: Cell) -> Meaning:
        value = self._rate(cell)
        if value is None or not 0 <= value <= _HUNDRED:
            return self._fault("import_no_percent", value=plain_text(cell)[:30])
        if not value:
            return NOTHING
        doubts: tuple[Note, ...] = ()
        if self._are_shares and isinstance(cell, Decimal) and value >= _MUCH:
            params = {"value": plain_text(cell), "read": show_amount(value, self._language, 0)}
            doubts = (Note(self.target.path, "import_share", params, is_fault=False),)
        return Meaning({self.target.path: value}, doubts)

    def _whole(self, cell: Cell) -> Meaning:
        text = plain_text(cell).strip()
        if not (text.isascii() and text.isdigit() and len(text) < _AFM):
            return self._fault("import_no_whole_number", value=text[:30])
        return Meaning({self.target.path: int(text)})

    # --- codes ------------------------------------------------------------------------------------

    def _looks_like_categories(self, cells: Sequence[Cell]) -> bool:
        """Whether a column of VAT holds the authority's categories (1 for 24 %): one of them is no rate."""
        found = [value for cell in cells if (value := self._number(cell)) is not None]
        rates = {self._codes.vat_rate(int(code)) for code in self._codes.rows("vat_categories")}
        return any(value not in rates for value in found) and all(map(self._is_category, found))

    def _is_category(self, value: Decimal) -> bool:
        return value == value.to_integral_value() and self._codes.has("vat_categories", int(value))

    def _vat_rate(self, cell: Cell) -> Meaning:
        if isinstance(cell, str) and (share := re.search(r"(\d+(?:[.,]\d+)?)\s*%", cell)):
            cell = f"{share[1]}%"
        value = self._rate(cell)
        category = self._category(value, plain_text(cell))
        if category is None:
            return self._fault("import_vat_rate_unknown", value=plain_text(cell)[:30])
        rate = self._codes.vat_rate(category)
        head = self.target.path.removesuffix("Code")
        return Meaning({self.target.path: category, head: f"{rate}%"})

    def _category(self, value: Decimal | None, text: str) -> int | None:
        if value is None:
            code = self._words.code("vat_categories", text)
            return int(code) if code else None
        if self._are_categories:
            return int(value) if self._is_category(value) else None
        found = self._category_at(value)
        # 0,24 among texts: no rate of the list is below one.
        return self._category_at(value * _HUNDRED) if found is None and 0 < value < 1 else found

    def _category_at(self, rate: Decimal) -> int | None:
        """Of several categories at one rate the first one is the usual one."""
        rows = (int(code) for code in self._codes.rows("vat_categories"))
        return next((code for code in rows if self._codes.vat_rate(code) == rate), None)

    def _code(self, cell: Cell) -> Meaning:
        text, table, path = plain_text(cell).strip(), self.target.table, self.target.path
        code = self._words.code(table, text)
        if not code and table == "units":
            # It stands on paper as it is written; the authority's list has seven units.
            note = Note(path, "import_unit_unknown", {"value": text[:30]}, is_fault=False)
            return Meaning({path.removesuffix("Code"): text[:50]}, (note,))
        if not code:
            return self._fault("import_code_unknown", value=text[:30])
        values: dict[str, object] = {path: int(code) if table in _BY_NUMBER else code}
        title = _TITLES.get(table)
        if title:
            row = self._codes.rows(table).get(code, {})
            values[path.removesuffix("Code")] = str(row.get("label_el", ""))
        return Meaning(values)

    def _fault(self, code: str, **params: str) -> Meaning:
        return Meaning(notes=(Note(self.target.path, code, params),))


_BY_NUMBER = frozenset({"units", "payment_methods", "vat_exemptions"})
_TITLES = {"units": "measurementUnit", "payment_methods": "paymentMethodType"}


def _without_point(text: str) -> str:
    """A long number that a program took for a fraction: "94014201.0"."""
    return re.sub(r"^(\d{5,})\.0$", r"\1", text.strip(), flags=re.ASCII)


def _bare_amount(text: str) -> str:
    return re.sub(r"[\s€]", "", _SIGNS.sub("", text)).strip("()")


def plain_text(cell: Cell) -> str:
    """A cell as text: a number without an exponent and without a needless point."""
    if isinstance(cell, Decimal):
        return format(cell.to_integral_value() if cell == cell.to_integral_value() else cell, "f")
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else cell


def vat_note(vat: str, country: str, path: str) -> Note | None:
    """A warning where a VAT number has another check digit than it should."""
    bare = bare_vat(vat)
    greek = country in ("", *_GREEK) and (bare.isdigit() or vat.upper().startswith(_GREEK))
    fine = afm_is_valid(bare) if greek else not check_digit_is_wrong(vat)
    if not bare or fine:
        return None
    return Note(path, "import_vat_check", {"value": vat[:30]}, is_fault=False)
