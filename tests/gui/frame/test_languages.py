"""Greek and English, changed while the program runs; the catalogue complete and up to date."""

from __future__ import annotations

import importlib.util
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QTabWidget, QWidget

from einvoice_desktop import paths
from einvoice_desktop.gui.rail import VIEWS

TOP = Path(__file__).resolve().parents[3]
SAME_IN_BOTH = {"UID", "E-mail", "IBAN", "BIC", "EUR", "English", "Ελληνικά", "#", "POS", "SWIFT"}


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """packaging/translations.py, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("translations", TOP / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages() -> dict[str, str]:
    """Every English text of the catalogue with its Greek."""
    root = ElementTree.parse(paths.resource("i18n/einvoice_el.ts")).getroot()
    return {m.findtext("source", ""): m.findtext("translation", "") for m in root.iter("message")}


def visible_texts(window: QWidget) -> set[str]:
    texts: set[str] = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        texts |= {widget.accessibleName(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        if isinstance(widget, QTabWidget):
            texts |= {widget.tabText(place) for place in range(widget.count())}
    return {text.replace("&", "") for text in texts if text}


@pytest.mark.parametrize("view", VIEWS)
def test_the_language_changes_at_once_on_every_page(office: Any, view: str) -> None:
    office.view(view)
    catalogue = messages()
    english = {
        source.replace("&", "") for source, greek in catalogue.items() if source != greek
    } - SAME_IN_BOTH
    greek = {text.replace("&", "") for text in catalogue.values()} - SAME_IN_BOTH
    assert visible_texts(office.window) & (english - greek) == set()
    office.window.choose_language("en")
    office.rest()
    assert visible_texts(office.window) & (greek - english) == set()
    assert office.find("band").text().startswith("PRACTICE")
    office.window.choose_language("el")
    office.rest()
    assert visible_texts(office.window) & (english - greek) == set()
    assert office.settings.values["language"] == "el"


def test_amounts_and_problems_follow_the_language(office: Any) -> None:
    office.window.session.edit("details[0].unitPrice", "1250,5")
    assert office.text("summaries.totalNetAmount") == "1.250,50"
    office.window.choose_language("en")
    office.rest()
    assert office.text("summaries.totalNetAmount") == "1,250.50"


def test_the_window_starts_in_the_language_of_the_settings(start: Any) -> None:
    assert start(language="en").find("view.samples").text() == "Samples"


def test_the_menu_changes_the_language(office: Any) -> None:
    action = office.window.menu_row.findChild(QAction, "menu.language.en")
    assert action is not None
    action.trigger()
    office.rest()
    assert office.find("view.drafts").text() == "Drafts"
    assert office.settings.values["language"] == "en"


def test_every_text_has_its_greek(translations: ModuleType) -> None:
    for name in ("einvoice_el.ts", "qt_el.ts"):
        assert translations.untranslated(paths.resource(f"i18n/{name}")) == []


def test_the_catalogue_knows_every_text_of_the_sources(translations: ModuleType, tmp_path: Path) -> None:
    copy = tmp_path / "einvoice_el.ts"
    shutil.copy(paths.resource("i18n/einvoice_el.ts"), copy)
    translations.update(copy)
    assert translations.untranslated(copy) == []
    assert copy.read_text("utf-8") == paths.resource("i18n/einvoice_el.ts").read_text("utf-8")


def test_the_compiled_catalogue_is_the_one_of_the_texts(translations: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    translations.release(made)
    assert made.read_bytes() == paths.resource("i18n/einvoice_el.qm").read_bytes()


def test_qt_s_own_buttons_speak_greek(qtbot: Any) -> None:
    translator = QTranslator()
    assert translator.load(str(paths.resource("i18n/einvoice_el.qm")))
    QCoreApplication.installTranslator(translator)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
        qtbot.addWidget(box)
        words = {button.text().replace("&", "") for button in box.buttons()}
    finally:
        QCoreApplication.removeTranslator(translator)
    assert words == {"Άκυρο", "Κλείσιμο"}
