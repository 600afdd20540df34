"""Remakes the Greek catalogue: takes the words from the sources, keeps what is translated, makes the .qm.

    python packaging/translations.py

resources/i18n/einvoice_el.ts is edited by hand (or with Qt Linguist); qt_el.ts holds Qt's own words, for
which Qt has no Greek. Exits 1 and names them while words are without their Greek.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
I18N = TOP / "resources" / "i18n"
SOURCES = TOP / "einvoice_desktop" / "gui"
CATALOGUE = "einvoice_el.ts"
QT_WORDS = "qt_el.ts"
MADE = "einvoice_el.qm"


def main() -> int:
    update(I18N / CATALOGUE)
    missing = untranslated(I18N / CATALOGUE) + untranslated(I18N / QT_WORDS)
    for context, source in missing:
        print(f"{context}: {source}")
    release(I18N / MADE)
    return 1 if missing else 0


def update(catalogue: Path) -> None:
    """Bring the words of the sources into `catalogue`; what no source says any longer goes."""
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "el_GR"]
    _call("pyside6-lupdate", *options, *sources, "-ts", str(catalogue))


def release(made: Path) -> None:
    """Write the catalogue that the program loads, whole: a running program has the one before open."""
    beside = made.with_suffix(".new")
    _call("pyside6-lrelease", "-silent", str(I18N / CATALOGUE), str(I18N / QT_WORDS), "-qm", str(beside))
    beside.replace(made)


def untranslated(catalogue: Path) -> list[tuple[str, str]]:
    """Name context and words of every message that has no Greek yet."""
    found = []
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not translation.text:
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


def _call(tool: str, *arguments: str) -> None:
    folder = Path(sys.executable).parent
    program = folder / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
