"""Every setting is found in one place, by any of its words."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop import paths

PACKAGE = Path(paths.__file__).parent
CTRL = Qt.KeyboardModifier.ControlModifier

ELSEWHERE = {
    "window": "where the window stands; kept by moving it",
    "recent": "the files opened last; kept by opening them",
    "running.": "whether a window is at work on these books",
    "printer.": "chosen in the system's print dialog and remembered",
    "folder.": "where a file was saved last",
    "setUp.": "how far the wizard is",
    "companies.last": "which company was opened last",
    "company.name": "Companies, F2",
    "company.colour": "Companies, F2",
    "connection.": "the connection's own dialog, to which a page leads: there it can be tried",
    "encryption.": "the page Encryption, whose box is its own",
    "columns.": "kept by moving columns",
    "cards.begun": "a card that is being typed, so that it is not lost",
    "export.": "chosen at each export and remembered",
    "import.columns": "which column is what, remembered at each import",
    "import.documents": "which documents came in from files, so that a second time is told",
    "paper.folder": "where a document was saved last",
    "repeats.mine": "what was proposed and nobody answered yet",
    "splitter.": "kept by moving the divider",
    "update.looked": "when it was last looked for a new version by itself",
    "update.seen": "the newest version that was ever offered, below which nothing is taken",
}
"""Settings that are no row of the dialog, by the beginning of their name, each with the reason."""
FIELDS = {
    "company.card": "settings.company.card.vat",
    "company.branches": "settings.company.branches",
    "document.series.": "settings.series.add",
    "document.signPolicy.": "settings.document.signPolicy",
    "document.template.": "settings.document.template",
}
"""Settings whose field is called otherwise."""
READERS = ("get", "number", "choose")
KEEPERS = ("settings", "preferences")


def names_in_code() -> Iterator[tuple[str, str]]:
    """Every setting that is read or kept through a constant name, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                keeper = ast.unparse(node.func.value).removesuffix("()").rpartition(".")[2].strip("_")
                if node.func.attr in READERS and keeper in KEEPERS:
                    name = named(node.args[0], path)
                    if name:
                        yield name, path.name


def named(argument: ast.expr, path: Path) -> str:
    """The name itself, of a constant or of the constant that a module holds; an f-string's beginning."""
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        return str(argument.values[0].value)
    if isinstance(argument, ast.Name) and argument.id.isupper():
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        for module in (".".join(parts), *imported_from(path, argument.id)):
            value = getattr(importlib.import_module(module), argument.id, None)
            if isinstance(value, str):
                return value
    return ""


def imported_from(path: Path, name: str) -> Iterator[str]:
    """The module that a name comes from, where it is imported inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and name in {one.name for one in node.names}:
            yield node.module


@pytest.fixture
def settings(office: Any, qapp: QApplication) -> Iterator[Any]:
    office.key(Qt.Key.Key_Comma, CTRL)
    office.rest()
    (shown,) = [w for w in qapp.topLevelWidgets() if w.objectName() == "settings" and w.isVisible()]
    yield shown
    office.rest()
    shown.close()


def pages(settings: Any) -> list[str]:
    shown = [settings.list.item(place) for place in range(settings.list.count())]
    return [item.text() for item in shown if not item.isHidden()]


def test_every_setting_of_the_code_is_in_the_dialog(settings: Any) -> None:
    there = {widget.objectName() for widget in settings.findChildren(QWidget)}
    found = dict(names_in_code())
    assert {"language", "paper.form", "company.card", "database.url"} <= set(found) | {"database.url"}
    assert len(found) >= 15
    lost = {
        name: where
        for name, where in found.items()
        if not name.startswith(tuple(ELSEWHERE))
        and f"settings.{name}" not in there
        and not any(name.startswith(start) and field in there for start, field in FIELDS.items())
    }
    assert lost == {}, "neither in the settings nor in ELSEWHERE"
    assert "settings.database.url" in there


def test_a_setting_is_found_by_any_word_without_accents(settings: Any) -> None:
    everything = pages(settings)
    settings.search.setText("λογοτυπο")
    assert pages(settings) == ["Έντυπο"]
    assert settings.findChild(QWidget, "settings.paper.logo").isVisible()
    assert not settings.findChild(QWidget, "settings.paper.form").isVisible()
    # What a list holds is found too, and the fields of a block.
    settings.search.setText("υψηλη αντιθεση")
    assert pages(settings) == ["Παράθυρο"]
    settings.search.setText("ΓΕΜΗ")
    assert "Εταιρεία" in pages(settings)
    settings.search.setText("ζζζζ")
    assert pages(settings) == []
    settings.search.clear()
    assert pages(settings) == everything


def test_each_page_says_how_a_setting_comes(settings: Any) -> None:
    box = settings.findChild(QWidget, "settings.paper.form")
    assert "Αρχικά: A4." in box.accessibleDescription()


def test_the_company_s_data_are_kept_field_by_field(office: Any, settings: Any) -> None:
    name = settings.findChild(QWidget, "settings.company.card.registeredName")
    vat = settings.findChild(QWidget, "settings.company.card.vat")
    vat.setText("12")
    vat.editingFinished.emit()
    assert settings.findChild(QWidget, "settings.company.fault").text()
    assert "company.card" not in office.settings.values
    vat.setText("094014201")
    vat.editingFinished.emit()
    name.setText("Καφεκοπτείο Α.Ε.")
    name.editingFinished.emit()
    office.rest()
    assert "Καφεκοπτείο Α.Ε." in office.settings.values["company.card"]
    assert office.desk.company.vat == "EL094014201"
    # A connection opens for one company alone.
    office.window.preferences.choose("connection.vat", "123456783")
    name.setText("Άλλη επωνυμία")
    name.editingFinished.emit()
    assert "123456783" in settings.findChild(QWidget, "settings.company.fault").text()


def test_a_settled_series_holds_for_the_next_document_and_its_last_number_is_in_the_books(
    office: Any, settings: Any
) -> None:
    settings.findChild(QWidget, "settings.series.add").click()
    series = settings.findChild(QWidget, "settings.series.0.series")
    series.setText("ΤΙΜ")
    series.editingFinished.emit()
    last = settings.findChild(QWidget, "settings.series.0.last")
    last.setText("99")
    last.editingFinished.emit()
    office.rest()
    assert (last.text(), last.placeholderText()) == ("", "99")
    office.press("action.new")
    document = office.window.session.draft.document
    assert document.series == "ΤΙΜ"
    assert office.desk.series.state(document).last_number == "99"
