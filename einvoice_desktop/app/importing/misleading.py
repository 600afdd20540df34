"""Headings and rows that look like what is imported and are something else: other prices, sums, totals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from einvoice_desktop.app.importing.targets import DOCUMENT
from einvoice_desktop.app.ports.sheets import Row
from einvoice_desktop.domain.folding import fold

_WORD = re.compile(r"[^\W_]+")
_WITH_VAT = re.compile(r"\b(?:με|συμπ\w*|incl\w*|inc|with|gross|μικτη|μικτο|λιανικ\w*|retail)\b")
_WITHOUT_VAT = re.compile(r"\b(?:χωρισ|προ|ανευ|excl\w*|ex|without|before|net|καθαρ\w*)\b")
_PRICE = re.compile(r"\b(?:τιμη|price|λιανικ\w*|χονδρικ\w*|retail|wholesale)\b")
_OF_NUMBERS = re.compile(r"\b(?:price|amount|value|rate|total|incl\w*|excl\w*|net|gross|code|category)\b|%|€")
_DISCOUNT = re.compile(r"\b(?:εκπτ\w*|discount)\b")
_AFTER = re.compile(r"\b(?:μετα|after)\b")
_BOUGHT = re.compile(r"\b(?:αγορ\w*|κοστ\w*|κτησ\w*|cost|purchase|buying)\b")
_SUM = re.compile(r"\b(?:αξια|ποσο|ποσον|συνολ\w*|amount|value|sum|total)\b|€|\beur\b|\bευρω\b")
_WHOLE = re.compile(r"\b(?:συνολικ\w*|πληρωτεο|τελικ\w*|φπα|vat|payable|grand)\b|^total (?:amount|value)$")
_TOTALS = re.compile(
    r"(?:(?:γενικ|μερικ|τελικ)\w*|grand|sub)?[\s-]*(?:συνολ\w*|αθροισμα\w*|totals?|sum)"
    r"(?:\s+(?:εγγραφων|πελατων|ειδων|παραστατικων|γραμμων|σελιδασ|παραστατικου"
    r"|τιμολογιου|εγγραφου|πελατη|ημερασ|μηνα|περιοδου|αξιασ|records|customers|items|documents|rows))?"
    r"[\s:.=\d,€]*|πληθοσ\b[^\d]*[\d.,\s]*|(?:απο|σε|εισ|εκ) μεταφορασ?[\s:.=\d,€]*"
)
_SUMMED_UP = frozenset({"details[0].quantity", "details[0].netTotal"})
_NAMED = frozenset({"details[0].code", "details[0].descriptions[0]"})
_SUMMED = 2
_FEW = 3
_LETTER = re.compile(r"[^\W\d_]")


def is_something_else(path: str, heading: str) -> bool:
    """Whether a heading with the right word in it means another thing: a price with VAT, a sum of VAT, what
    something cost, a discount in euro."""
    name, text = path.rpartition(".")[2], fold(heading).replace(".", "")
    if name in ("unitPrice", "netTotal", "grossPrice") and _BOUGHT.search(text):
        return True
    if name == "vat":
        return bool(_OF_NUMBERS.search(text))
    if name == "netTotal" and _DISCOUNT.search(text) and not _AFTER.search(text):
        return True
    if name == "grossPrice":
        return bool(_WITHOUT_VAT.search(text)) or not _WITH_VAT.search(text)
    if name == "unitPrice":
        return bool(_WITH_VAT.search(text)) and not _WITHOUT_VAT.search(text)
    if name == "netTotal":
        told = _WITH_VAT.search(text) or _WHOLE.search(" ".join(_WORD.findall(text)))
        return bool(told) and not _WITHOUT_VAT.search(text)
    if name in ("vatCategoryCode", "percentage"):
        return bool(_SUM.search(text) or _PRICE.search(text))
    return False


def says_total(row: Row) -> bool:
    """Whether all the words in a row say that it is what others come to."""
    texts = [cell for cell in row if isinstance(cell, str) and _LETTER.search(cell)]
    return 0 < len(texts) <= _FEW and all(_TOTALS.fullmatch(fold(text.strip())) for text in texts)


class RunningSums:
    """What the lines of a file come to so far, all of them and those of the last document. A row with nothing
    but that is no line."""

    def __init__(self) -> None:
        self._whole, self._part = _Sums(), _Sums()
        self._document: object = None

    def are(self, values: Mapping[str, object]) -> bool:
        """Whether `values` are such sums, and nothing else."""
        if not values or not values.keys() <= _SUMMED_UP:
            return False
        return self._whole.are(values) or self._part.are(values)

    def add(self, values: Mapping[str, object]) -> None:
        """One more line."""
        document = values.get(DOCUMENT, self._document)
        if document != self._document:
            self._part, self._document = _Sums(), document
        self._whole.add(values)
        self._part.add(values)


class _Sums:
    def __init__(self) -> None:
        self._sums: dict[str, Decimal] = {}
        self._count = 0
        self._least = _SUMMED

    def are(self, values: Mapping[str, object]) -> bool:
        found = (value and self._sums.get(path) == value for path, value in values.items())
        return self._count >= self._least and all(found)

    def add(self, values: Mapping[str, object]) -> None:
        self._count += 1
        if values.keys() & _NAMED:
            # Where lines say what they are, one that does not is the sum even of a single one.
            self._least = 1
        for path in _SUMMED_UP:
            value = values.get(path)
            if isinstance(value, Decimal):
                self._sums[path] = self._sums.get(path, Decimal(0)) + value
