"""Text as a person types it and values as a person reads them, the Greek and the English way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from einvoice_desktop.domain.folding import fold as fold

Language = Literal["el", "en"]

_DECIMAL_MARK = {"el": ",", "en": "."}
_GROUP_MARK = {"el": ".", "en": ","}
_MINUS = "\N{MINUS SIGN}"
"""Lines up with the digits, as the hyphen does not."""
_NOTHING = str.maketrans("", "", " \u00a0\u202f\u2009'’€")
_LONGEST = 40
_RATES = ("percentage", "Rate")
_FEW_PLACES = ("quantity", *_RATES)
_DATES = ("dateIssued", "dispatchDate", "paymentDate", "vatPointDate")


class Understood(NamedTuple):
    """What a text means as an amount. `ok` without a value: nothing was typed. `ambiguous`: one lone mark
    that groups thousands in this language and would be a decimal mark in the other ("1.234")."""

    value: Decimal | None
    ok: bool
    ambiguous: bool = False


NOT_UNDERSTOOD = Understood(None, ok=False)


def understand_amount(text: str, language: Language) -> Understood:
    """A typed amount. Comma and point both mean decimal; a mark groups thousands in whole threes only.

    "12,5" "12.5" -> 12.5; "1.234,56" "1,234.56" -> 1234.56; "1.234" is 1234 in Greek, ambiguous; "1.234.5"
    is not understood.
    """
    bare = text.translate(_NOTHING).replace(_MINUS, "-")
    if not bare:
        return Understood(None, ok=True)
    if len(bare) > _LONGEST or not re.fullmatch(r"[+-]?[\d.,]*\d[\d.,]*", bare, re.ASCII):
        return NOT_UNDERSTOOD
    marks = set(bare) & {".", ","}
    if len(marks) == 2:
        decimal = max(marks, key=bare.rfind)
        return _grouped(bare, decimal)
    if not marks:
        return Understood(Decimal(bare), ok=True)
    (mark,) = marks
    if bare.count(mark) > 1:
        return _grouped(bare, "," if mark == "." else ".")
    whole_group = re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", bare, re.ASCII)
    if whole_group and mark == _GROUP_MARK[language]:
        return Understood(Decimal(bare.replace(mark, "")), ok=True, ambiguous=True)
    return Understood(_decimal(bare.replace(mark, ".")), ok=True)


def understand_typed(path: str, text: str, language: Language) -> Understood:
    """An amount as typed into the field at `path`: a rate may have its sign ("10 %")."""
    if path.endswith(_RATES):
        text = text.strip().removesuffix("%")
    return understand_amount(text, language)


def _grouped(bare: str, decimal: str) -> Understood:
    group = "," if decimal == "." else "."
    form = rf"[+-]?\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d*)?"
    if not re.fullmatch(form, bare, re.ASCII):
        return NOT_UNDERSTOOD
    return Understood(_decimal(bare.replace(group, "").replace(decimal, ".")), ok=True)


def _decimal(plain: str) -> Decimal:
    return Decimal(plain.rstrip(".") if plain.rstrip(".").strip("+-") else "0")


def show_amount(value: Decimal | None, language: Language, places: int = 2) -> str:
    """1.234,56 in Greek, 1,234.56 in English; further decimals are kept where there are any. "" for None."""
    if value is None:
        return ""
    text = format(value, "f")
    whole, _, fraction = text.lstrip("-").partition(".")
    fraction = fraction.rstrip("0").ljust(places, "0")
    groups = f"{int(whole):,}".replace(",", _GROUP_MARK[language])
    sign = _MINUS if value < 0 else ""
    return f"{sign}{groups}{_DECIMAL_MARK[language]}{fraction}" if fraction else f"{sign}{groups}"


def show_value(path: str, value: object, language: Language) -> str:
    """A value of the field at `path` as it is shown there."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return show_amount(value, language, 0 if path.endswith(_FEW_PLACES) else 2)
    if isinstance(value, str) and path.endswith(_DATES):
        return show_date(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def show_sum(values: Iterable[Decimal], language: Language) -> str:
    """What amounts add up to, as it is shown."""
    return show_amount(sum(values, Decimal(0)), language)


def show_date(iso: str | None) -> str:
    """dd/MM/yyyy, in both languages, of a date or date-time text; the text itself where it is none."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", iso or "")
    return f"{match[3]}/{match[2]}/{match[1]}" if match else (iso or "")


def understand_date(text: str, year: int | None = None) -> str | None:
    """yyyy-MM-dd of a typed date (1/2/2026, 01-02-2026, 1.2.26, 010226, 2026-02-01), None where it is none.

    `year`: of a date typed without one (1/2).
    """
    bare = re.sub(r"^(\d{2})(\d{2})(\d{4}|\d{2})$", r"\1/\2/\3", text.strip(), flags=re.ASCII)
    if year is not None and re.fullmatch(r"\d{1,2}[/.\- ]\d{1,2}", bare, re.ASCII):
        bare = f"{bare}/{year}"
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", bare, re.ASCII)
    if iso:
        whole, month, day = iso.groups()
    else:
        match = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})", bare, re.ASCII)
        if match is None:
            return None
        day, month, whole = match.groups()
    return _valid_date(int(whole) + (2000 if len(whole) == 2 else 0), int(month), int(day))


def understand_time(text: str) -> str | None:
    """HH:mm of a typed hour (930, 0930, 9.30, 9:30, 9), None where it is none."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.,\- ]?(\d{2}))?", text.strip(), re.ASCII)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _valid_date(year: int, month: int, day: int) -> str | None:
    from datetime import date

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
