"""Codes of tables as people write them in sheets: by number, by name in either language, by a short form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from einvoice_desktop.domain.folding import fold

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables

_SHORT = {
    "units": {
        "1": "τμχ τεμ τεμαχιο τεμαχια pcs pc piece pieces ea each unit units",
        "2": "κιλο κιλα κιλ κγ χγρ kg kgr kgs kilo kilos kilogram",
        "3": "λιτρο λιτρα λιτ λτ lt ltr lit l liter litre litres",
        "4": "μετρο μετρα μετ μ m mt meter metre metres",
        "5": "τμ τ.μ. m2 m² sqm μ2 μ² τετρ.μετρα",
        "6": "κμ κ.μ. m3 m³ cbm μ3 μ³ κυβ.μετρα",
    },
    "payment_methods": {
        "3": "μετρητα μετρητοισ cash",
        "4": "επιταγη επιταγεσ cheque check",
        "5": "πιστωση πιστωσει επιπιστωσει credit oncredit",
        "6": "webbanking e-banking ebanking",
        "7": "pos epos καρτα κάρτα card",
        "8": "iris",
        "1": "τραπεζα καταθεση εμβασμα τραπεζικη bank banktransfer transfer",
    },
    "provider_types": {
        "1.1": "τιμολογιο τδα τιμ τιμολογιοπωλησησ τιμολογιοδελτιοαποστολησ invoice",
        "2.1": "τπυ τιμολογιοπαροχησ τιμολογιοπαροχησυπηρεσιων serviceinvoice",
        "5.1": "πιστωτικοσυσχετιζομενο",
        "5.2": "πιστωτικο πιστωτικοτιμολογιο creditnote",
        "11.1": "αλπ αποδειξηλιανικησ αποδειξηλιανικησπωλησησ retailreceipt receipt",
        "11.2": "απυ αποδειξηπαροχησυπηρεσιων servicereceipt",
        "9.3": "δελτιοαποστολησ δα deliverynote",
    },
    "countries": {
        "GR": "ελλαδα ελλασ ελ el greece hellas gr",
        "CY": "κυπροσ cyprus",
        "GB": "uk ηνωμενοβασιλειο αγγλια england unitedkingdom",
        "US": "usa ηπα",
    },
    "languages": {
        "el": "ελληνικα greek gr",
        "en": "αγγλικα english",
        "both": "δυο διγλωσσο διγλωσσα bilingual",
    },
}
_LANGUAGES = ("el", "en", "both")


class CodeWords:
    """One table after the other, read when first asked for."""

    def __init__(self, codes: CodeTables) -> None:
        self._codes = codes
        self._tables: dict[str, dict[str, str]] = {}
        self._found: dict[tuple[str, str], str] = {}

    def code(self, table: str, text: str) -> str:
        """The code that a text means; "" for none."""
        key = (table, text)
        if key not in self._found:
            self._found[key] = self._resolve(table, text)
        return self._found[key]

    def _resolve(self, table: str, text: str) -> str:
        words = self._words(table)
        stripped = text.strip()
        first, rest = (*re.split(r"\s+", stripped, maxsplit=1), "")[:2]
        bare = _bare(stripped)
        if bare in words:
            return words[bare]
        # "6 pieces" is no code 6, "6 - cubic metres" and "1 pieces" are.
        if _bare(first) in words and (not first.isdigit() or self._goes_with(table, first, rest)):
            return words[_bare(first)]
        if len(bare) < 4:
            return ""
        begun = {code for word, code in words.items() if word.startswith(bare)}
        return begun.pop() if len(begun) == 1 else ""

    def _goes_with(self, table: str, number: str, rest: str) -> bool:
        return rest.startswith(("-", "–", ":")) or self._resolve(table, rest) == self._words(table)[number]

    def _words(self, table: str) -> dict[str, str]:
        if table not in self._tables:
            self._tables[table] = self._read(table)
        return self._tables[table]

    def _read(self, table: str) -> dict[str, str]:
        words: dict[str, str] = {}
        if table == "languages":
            words |= {code: code for code in _LANGUAGES}
        else:
            for language in ("el", "en"):
                for row in self._codes.choices(table, language):
                    words.setdefault(_bare(row.code), row.code)
                    words.setdefault(_bare(row.label), row.code)
        for code, short in _SHORT.get(table, {}).items():
            for word in short.split():
                words.setdefault(_bare(word), code)
        return words


def _bare(text: str) -> str:
    """Letters, digits and the points of a code; "τ.μ." is "τμ"."""
    folded = fold(text)
    if re.fullmatch(r"[\d.]+", folded):
        return folded.strip(".")
    return re.sub(r"[^\w²³]", "", folded)
