"""For every eye and ear: nothing cut off at any scale, a name for every control, names that are no markup."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from einvoice_desktop.gui.rail import VIEWS
from tests.gui import look

TOP = Path(__file__).resolve().parents[3]
SCALED_SECONDS = 120
HOSTILE = '<img src="http://evil.example/x.png"><b>Α.Ε.</b> & "Υιοί"'
NOWHERE = QModelIndex()
DIALOGS = ("keys", "about", "settings", "help")


SCALES = ("1", "1.25", "1.5", "2")


def test_nothing_is_cut_off_on_any_page_in_any_language_at_any_scale(tmp_path: Path) -> None:
    """At 1280x900 and 1024x700; each scale in a process of its own, all at once."""
    script = str(TOP / "tests" / "gui" / "scaled.py")
    visits = {}
    for scale in SCALES:
        (tmp_path / scale).mkdir()
        visits[scale] = subprocess.Popen(
            [sys.executable, script, str(tmp_path / scale)],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    for scale, visit in visits.items():
        told, trouble = visit.communicate(timeout=SCALED_SECONDS)
        assert visit.returncode == 0, trouble
        assert json.loads(told.splitlines()[-1]) == [], f"at {scale}"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["el", "en"])
def test_every_control_has_a_name_in_the_window_s_language(office: Any, view: str, language: str) -> None:
    office.window.choose_language(language)
    office.fill()
    office.view(view)
    assert look.nameless(office.window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(office: Any, name: str) -> None:
    office.window.actions_[name].trigger()
    office.rest()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.parent()]
    try:
        assert shown
        assert [look.nameless(dialog) for dialog in shown] == [[] for _ in shown]
        assert [look.labels_that_read_markup(dialog) for dialog in shown] == [[] for _ in shown]
        assert [look.cut_words(dialog) for dialog in shown] == [[] for _ in shown]
    finally:
        for dialog in shown:
            dialog.close()


def test_no_label_takes_a_name_for_markup(office: Any) -> None:
    office.fill()
    for view in VIEWS:
        office.view(view)
    assert look.labels_that_read_markup(office.window) == []


def test_a_hostile_name_is_text_wherever_it_is_told(office: Any) -> None:
    """Labels show it letter by letter; a tool tip, which reads markup by itself, gets it as harmless text."""
    session = office.window.session
    office.fill()
    session.edit("counterParty.registeredName", HOSTILE)
    session.edit("counterParty.vat", HOSTILE[:15])
    session.edit("details[0].descriptions[0]", HOSTILE)
    session.edit("details[0].quantity", HOSTILE[:20])
    office.window.show_outbox(0, None)
    for view in VIEWS:
        office.view(view)
        for tip in tips(office.window):
            assert not (Text.mightBeRichText(tip) and "<img" in tip), tip


def tips(window: QWidget) -> list[str]:
    """Every tool tip of every widget and of every cell."""
    found = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(NOWHERE), 20) if model is not None else 0):
            for column in range(columns_of(model)):
                tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                found.append(tip if isinstance(tip, str) else "")
    return [tip for tip in found if tip]


def columns_of(model: Any) -> int:
    """Of a list model the count of columns is Qt's own secret."""
    return 1 if isinstance(model, QAbstractListModel) else int(model.columnCount(NOWHERE))
