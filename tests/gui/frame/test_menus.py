"""The menus: letters that are unique in both languages, the files opened last, keys for what matters."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from einvoice_desktop import paths

SAMPLE = paths.resource("samples/published/3.1-4.json")
ALPHABETS = {"el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def letter(text: str) -> str:
    return text.partition("\t")[0].replace("&&", "").partition("&")[2][:1].upper()


def menus_of(menu: QMenu) -> list[QMenu]:
    inner = [action.menu() for action in menu.actions()]
    return [menu] + [found for one in inner if isinstance(one, QMenu) for found in menus_of(one)]


@pytest.mark.parametrize("language", ["el", "en"])
def test_no_two_entries_of_any_menu_share_a_letter(start: Any, language: str) -> None:
    office = start(language=language)
    row = office.window.menu_row
    office.wait(lambda: row.menus["file"].actions())
    for menu in [inner for top in row.menus.values() for inner in menus_of(top)]:
        actions = [action for action in menu.actions() if action.text()]
        letters = [letter(action.text()) for action in actions]
        assert all(letters), (menu.title(), [action.text() for action in actions])
        assert len(set(letters)) == len(letters), (menu.title(), letters)


def test_letters_follow_when_the_language_is_changed(office: Any) -> None:
    office.window.choose_language("en")
    office.rest()
    titles = [letter(menu.title()) for menu in office.window.menu_row.menus.values()]
    assert len(set(titles)) == 7
    assert set(titles) <= set(ALPHABETS["en"])


def test_the_main_commands_have_a_function_key(office: Any) -> None:
    commands = office.window.actions_.commands
    for name in ("new", "preview", "issue", "tryNow", "help"):
        assert any(key.lstrip("F").isdigit() for key in commands[name].keys), name


def test_the_menu_shows_what_was_chosen_elsewhere(office: Any) -> None:
    office.window.choose("appearance", "dark")
    office.rest()
    chosen = office.window.menu_row.findChild(QAction, "menu.appearance.dark")
    assert chosen is not None
    assert chosen.isChecked()
    office.window.choose("appearance", "light")
    office.rest()


# --- files opened last ---------------------------------------------------------------------------


def recent(office: Any) -> list[QAction]:
    return [
        action
        for action in office.window.menu_row.recent.actions()
        if action.objectName().removeprefix("menu.recent.").isdigit()
    ]


def opened(office: Any, folder: Path, name: str) -> Path:
    file = folder / name
    shutil.copy(SAMPLE, file)
    office.program.deeds.open_file(file)
    office.wait(lambda: str(file) in office.settings.get("recent"))
    return file


def test_a_file_that_was_opened_is_offered_again_and_kept(office: Any, start: Any, tmp_path: Path) -> None:
    assert not office.window.menu_row.recent.menuAction().isEnabled()
    opened(office, tmp_path, "Πρώτο & καλύτερο.json")
    file = opened(office, tmp_path, "Δεύτερο.json")
    assert [action.text().partition("  ")[2].partition(" – ")[0] for action in recent(office)] == [
        "Δεύτερο.json",
        "Πρώτο && καλύτερο.json",
    ]
    again = start(recent=office.settings.get("recent"))
    again.window.session.edit("counterParty.registeredName", "Άλλος")
    recent(again)[0].trigger()
    again.wait(lambda: again.window.session.value("invoiceTypeCode") == "3.1")
    assert json.loads(again.settings.get("recent"))[0] == str(file)


def test_only_the_last_eight_are_offered(office: Any, tmp_path: Path) -> None:
    for number in range(10):
        office.program.deeds.recent.add(tmp_path / f"{number}.json")
    assert len(recent(office)) == 8
    assert "9.json" in recent(office)[0].text()
    clear = office.window.menu_row.findChild(QAction, "menu.recent.clear")
    assert clear is not None
    clear.trigger()
    assert recent(office) == []


def test_a_file_that_is_gone_is_said_and_dropped(office: Any, tmp_path: Path) -> None:
    file = opened(office, tmp_path, "θα σβηστεί.json")
    office.window.session.edit("counterParty.registeredName", "Μένει")
    file.unlink()
    recent(office)[0].trigger()
    office.wait(lambda: "θα σβηστεί.json" in office.window.message)
    assert "δεν υπάρχει" in office.window.message
    assert recent(office) == []
    assert office.text("counterParty.registeredName") == "Μένει"


def test_a_damaged_list_is_no_list(start: Any) -> None:
    for damaged in ("{", "5", '[1, {"a": 2}]', '"x"'):
        assert recent(start(recent=damaged)) == []
