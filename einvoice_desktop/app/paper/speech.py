"""How one paper speaks: its languages, the code tables in them, and figures in the first one's way."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from einvoice_desktop.app.entry import Language, show_amount, show_date
from einvoice_desktop.app.paper.content import Fact, Term
from einvoice_desktop.app.paper.plain import flat, plain
from einvoice_desktop.app.paper.words import inline, term
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document

_EURO = "EUR"
_OF_LANGUAGE_CODE: Mapping[str, Language] = {
    **dict.fromkeys(("el", "gr", "ell", "gre"), "el"),
    **dict.fromkeys(("en", "eng", "gb", "us"), "en"),
}
"""ISO codes of the two languages that paper speaks, and the countries' that are written for them."""


def languages_of(document: Document, wished: tuple[Language, ...]) -> tuple[Language, ...]:
    """The languages of a document's paper: its own `languageCode` before what the office wishes. Where the
    office wishes both, both stay, and the document's comes first."""
    code = flat(document.language_code).lower().replace("_", "-").partition("-")[0]
    own = _OF_LANGUAGE_CODE.get(code)
    if own is None:
        return wished
    return (own, *(language for language in wished if language != own)) if len(wished) > 1 else (own,)


class Speech:
    """Words and figures for a paper in `languages` (at least one)."""

    def __init__(self, languages: tuple[Language, ...], codes: CodeTables) -> None:
        self.languages: tuple[Language, ...] = languages or ("el",)
        self.codes = codes

    def term(self, key: str) -> Term:
        """The paper's own words."""
        return term(key, self.languages)

    def run(self, key: str) -> str:
        """The paper's own words in one run of text, all languages."""
        return inline(self.term(key))

    def label(self, table: str, code: object) -> Term:
        """A code's label in each language; () for a code that is not in the table."""
        row = self.codes.rows(table).get(str(code)) if code not in (None, "") else None
        if row is None:
            return ()
        return tuple(flat(str(row.get(f"label_{language}") or "")) for language in self.languages)

    def amount(self, value: Decimal | None, places: int = 2) -> str:
        """A figure; further decimals are kept where there are any. "" for None."""
        return plain(show_amount(value, self.languages[0], places))

    def number(self, value: Decimal | None) -> str:
        """A quantity or a rate, with the decimals that it has."""
        return self.amount(value, places=0)

    def percent(self, value: Decimal) -> str:
        """A rate in per cent."""
        return f"{self.number(value)}%"

    def money(self, value: Decimal, currency: str | None) -> str:
        """An amount with its currency."""
        return f"{self.amount(value)} {'€' if (currency or _EURO) == _EURO else flat(currency)}"

    def date(self, text: str | None) -> str:
        """dd/MM/yyyy."""
        return flat(show_date(text))

    def fact(self, key: str, value: str | Term | None) -> list[Fact]:
        """The fact as a list of one; empty where there is nothing to say."""
        words = tuple(flat(v) for v in value) if isinstance(value, tuple) else (flat(value),)
        return [Fact(self.term(key), words)] if any(words) else []

    def named(self, key: str, value: str | None) -> str:
        """ "Label: value"; "" where there is no value."""
        text = flat(value)
        return f"{self.run(key)}: {text}" if text else ""
