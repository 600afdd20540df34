"""Every word that a person reads is in both languages: the catalogues, the sentences, Qt's own texts."""

from __future__ import annotations

import ast
import json
import re
import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from einvoice_desktop import paths

GUI = Path(__file__).resolve().parents[2] / "einvoice_desktop" / "gui"
LATIN = re.compile(r"[A-Za-z]{2,}")
LETTERS = re.compile(r"[A-Za-zΑ-ώ]{2,}")
PLACE = re.compile(r"\{\w*\}|%\d|%n|%L\d")


def entries(catalogue: str) -> Iterator[tuple[str, str, str]]:
    """Context, English and Greek of every message."""
    for context in ElementTree.parse(paths.resource(f"i18n/{catalogue}")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = translation.findtext("numerusform")
            greek = plural if plural is not None else translation.text or ""
            yield context.findtext("name", ""), message.findtext("source", ""), greek


def sentences() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(paths.resource("i18n/messages.json").read_text("utf-8"))
    return found


# --- Greek that is not English ----------------------------------------------------------------------

NAMES = """
    MARK UID QR myDATA PDF Excel CSV XML JSON SQLite PostgreSQL Windows Linux PGP API URL http https UTF ISO
    Ctrl Alt Shift Enter Esc Tab Ins Insert Del Delete Home End Left Right Up Down F1 F2 F4 F5 F6 F8 F9 F10
    F12 einvoice-desktop pdf png E-mail e-mail IBAN BIC SWIFT POS EUR UAT SoftOne
    IMPACT English eInvoice Desktop Qt Python OK HTML Peppol VIES EL GR CPV TARIC ERP A4 PNG JPG JPEG SVG
    EINVOICE_DATABASE_URL EINVOICE_API_KEY OAuth Wi-Fi UTF8 postgresql sslmode verify-full login database
    desk.id IRIS EN MIS GLN GTIN e-transport House bill mm in pt CC DD Pica Didot Cicero
    byte bytes KB MB GB TB ZIP USB taxisnet
"""
"""Names, keys and units that Greek offices write in Latin letters themselves."""

NAME = re.compile(rf"\b(?:{'|'.join(NAMES.split())})\b")

PAPER_SIZES = "QPageSize"
"""Qt's names of paper sizes are names everywhere."""


@pytest.mark.parametrize("catalogue", ["einvoice_el.ts", "qt_el.ts"])
def test_no_greek_is_its_english(catalogue: str) -> None:
    left = [
        (context, english)
        for context, english, greek in entries(catalogue)
        if greek == english and LATIN.search(bare(english)) and context != PAPER_SIZES
    ]
    assert left == []


def bare(text: str) -> str:
    """`text` without places for values, marks of letters, and names."""
    return NAME.sub(" ", PLACE.sub(" ", text).replace("&", ""))


QUOTED = re.compile(r"[«“\"'`(][^»”\"'`)]*[»”\"'`)]|\*\.\w+|--[\w-]+|\b\w+\.\w{2,4}\b")
"""What is quoted from somewhere, a file's ending, a switch of the command line."""


def latin_left(greek: str) -> list[str]:
    """Latin words in a Greek text that are no name of anything."""
    return LATIN.findall(QUOTED.sub(" ", bare(greek)))


def test_no_english_word_is_left_in_a_greek_sentence() -> None:
    left = {code: words for code, said in sentences().items() if (words := latin_left(said["el"]))}
    assert left == {}


def test_no_english_word_is_left_in_a_greek_text_of_the_window() -> None:
    left = {english: words for _, english, greek in entries("einvoice_el.ts") if (words := latin_left(greek))}
    assert left == {}


def test_places_for_values_are_the_same_in_both_languages() -> None:
    for code, said in sentences().items():
        assert sorted(PLACE.findall(said["el"])) == sorted(PLACE.findall(said["en"])), code
    for catalogue in ("einvoice_el.ts", "qt_el.ts"):
        for _, english, greek in entries(catalogue):
            # A text without its Greek yet is another test's complaint.
            assert not greek or set(PLACE.findall(english)) == set(PLACE.findall(greek)), english


# --- Qt's own texts ---------------------------------------------------------------------------------

SHOWN_BY_QT = (
    "QAbstractFileIconProvider", "QAbstractSpinBox", "QAccessibleActionInterface", "QComboBox",
    "QCupsJobWidget", "QCupsPrinterSupport", "QDialog", "QFileDialog", "QFileSystemModel", "QGnomeTheme",
    "QInputDialog", "QLineEdit", "QPageSetupWidget", "QPageSize", "QPlatformTheme", "QPrintDialog",
    "QPrintPropertiesDialog", "QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget",
    "QProgressDialog", "QScrollBar", "QTabBar", "QWidgetTextControl",
)  # fmt: skip
"""The parts of Qt whose words this program can show. Keys are called what is printed on them."""


def qt_sources(catalogue: bytes) -> Iterator[tuple[str, str]]:
    """Context and English of every message of a .qm file (Qt's own format, qtranslator.cpp)."""
    sections, place = {}, 16
    while place < len(catalogue):
        tag, length = struct.unpack(">BI", catalogue[place : place + 5])
        sections[tag] = catalogue[place + 5 : place + 5 + length]
        place += 5 + length
    offsets, messages = sections[0x42], sections[0x69]
    for index in range(0, len(offsets), 8):
        place = struct.unpack(">I", offsets[index + 4 : index + 8])[0]
        told = {6: "", 7: ""}
        while (tag := messages[place]) != 1:
            length = struct.unpack(">I", messages[place + 1 : place + 5])[0]
            if tag in told:
                told[tag] = messages[place + 5 : place + 5 + length].decode()
            place += 5 + length
        yield told[7], told[6]


def test_every_text_that_qt_can_show_here_has_its_greek() -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    wanted = set(qt_sources((folder / "qtbase_de.qm").read_bytes()))
    assert len(wanted) > 1000
    # Qt keeps texts of older versions, which differ in the marked letter.
    have = {(context, english.replace("&", "")) for context, english, _ in entries("qt_el.ts")}
    shown = {(context, text.replace("&", "")) for context, text in wanted if context in SHOWN_BY_QT and text}
    assert shown - have == set()


# --- words outside the catalogue --------------------------------------------------------------------

SHOWING = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMessageBox", "QPushButton", "QRadioButton",
    "QToolButton", "addAction", "addItem", "addMenu", "addTab", "information", "label", "question", "say",
    "setAccessibleDescription", "setAccessibleName", "setHeaderLabels", "setInformativeText",
    "setPlaceholderText", "setStatusTip", "setTabText", "setText", "setTitle", "setToolTip", "setWhatsThis",
    "setWindowTitle", "warning",
}  # fmt: skip
LOOKS = {
    "info", "success", "warning", "error", "muted", "caption", "heading", "subheading", "section", "payable",
    "notice", "empty", "total", "warnings", "figure",
}  # fmt: skip
"""Roles and tones, which are given to the same calls as words are."""


def plain_literals(node: ast.Call) -> Iterator[str]:
    """Texts with letters that a call is given as they stand, f-strings included."""
    for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and LETTERS.search(part.value):
                yield part.value


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_no_word_is_shown_that_is_not_in_the_catalogue() -> None:
    found = []
    for path in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and name_of(node) in SHOWING:
                found += [
                    (path.name, node.lineno, text)
                    for text in plain_literals(node)
                    if text not in LOOKS and LETTERS.search(bare(text))
                ]
    assert found == []


# --- nothing from outside ---------------------------------------------------------------------------

LOADING = re.compile(
    r"QTextBrowser|QWebEngine|QNetworkAccessManager|setHtml|insertHtml|setMarkdown|toHtml\b|setOpenExternalLinks"
    r"|TextFormat\.(?:RichText|AutoText|MarkdownText)|TextBrowserInteraction|LinksAccessibleBy"
)


def test_nothing_in_the_window_can_show_markup_or_fetch_anything() -> None:
    found = [
        (path.name, place.group())
        for path in sorted(GUI.rglob("*.py"))
        for place in LOADING.finditer(path.read_text("utf-8"))
    ]
    assert set(found) <= HANDED_OUT


HANDED_OUT = {
    ("clipboard.py", "setHtml"),
    ("window.py", "QTextBrowser"),
    ("window.py", "setMarkdown"),
    ("window.py", "setOpenExternalLinks"),
}
"""Rows that are copied for another program: written, never read. The manual's own pages, which come along
with the program and never hold a word of a document; their links lead to one another alone."""
