"""The document in sight on its way to paper, as a person sends it there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def text_on_paper(office: Any) -> str:
    """What a screen reader says of the paper."""
    return str(office.find("preview.paper").accessibleDescription())


def preview(office: Any) -> None:
    """F5, and the paper is there."""
    office.key(Qt.Key.Key_F5)
    office.wait(lambda: office.window.book.view == "preview")
    office.wait(lambda: office.find("preview.paper").page_count)
    office.rest()


def issue(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.rest()


def choose(office: Any, identifier: str, value: str) -> None:
    """As a person does it: down to the entry, by the keys."""
    box = office.find(identifier)
    box.setFocus()
    step = Qt.Key.Key_Down if box.findData(value) > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(box.findData(value) - box.currentIndex())):
        office.key(step)
    office.rest()


def dialog_of(kind: type) -> Any:
    """The dialog that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


def saved_pdf(office: Any, path: Path) -> bytes:
    """Answers the file dialog with `path`."""
    office.wait(lambda: dialog_of(QFileDialog))
    dialog = dialog_of(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    office.wait(path.exists)
    office.rest()
    return path.read_bytes()


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    """Qt's own dialogs: a test cannot answer the system's."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(attribute)
    QApplication.setAttribute(attribute, True)
    yield
    QApplication.setAttribute(attribute, before)
