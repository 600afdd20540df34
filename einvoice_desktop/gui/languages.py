"""The window's language: Greek from the start, English by choice, changed while the program runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from einvoice_desktop.app.entry import Language

LOCALES = {
    "el": QLocale(QLocale.Language.Greek, QLocale.Country.Greece),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
NAMES: dict[Language, str] = {"el": "Ελληνικά", "en": "English"}
"""Each language in its own words."""


class Languages:
    """Installs the catalogue of a language; the source texts are English and need none."""

    def __init__(self, resource: Callable[[str], Path]) -> None:
        self._resource = resource
        self._translator: QTranslator | None = None

    def install(self, language: Language) -> None:
        """From now on everything is said in `language`; every widget hears of it (LanguageChange)."""
        QLocale.setDefault(LOCALES[language])
        before, self._translator = self._translator, None
        if language != "en":
            self._translator = QTranslator()
            self._translator.load(str(self._resource(f"i18n/einvoice_{language}.qm")))
            QCoreApplication.installTranslator(self._translator)
        if before is not None:
            QCoreApplication.removeTranslator(before)

    def remove(self) -> None:
        """The source texts again: another window of this process may speak another language."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None


def language_of(text: str) -> Language:
    """A setting's text as a language; Greek for anything else."""
    return "en" if text == "en" else "el"
