"""Keys by their place: a command's letter works with the Greek layout on, a menu's letter with either."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

# The Greek layout of Windows and of X. W (final sigma) and Q (semicolon) have no capital of their own.
GREEK = dict(zip("ABCDEFGHIJKLMNOPRSTUVXYZ", "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΡΣΤΘΩΧΥΖ", strict=True))
LATIN = {greek: latin for latin, greek in GREEK.items()}


def with_twins(sequences: Iterable[QKeySequence]) -> list[QKeySequence]:
    """`sequences`, and after each of one key with a letter the same key as the Greek layout names it."""
    found: list[QKeySequence] = []
    for sequence in sequences:
        if sequence in found:
            continue
        found.append(sequence)
        modifiers, plus, letter = sequence.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")
        if plus and "," not in modifiers and letter in GREEK:
            twin = QKeySequence(f"{modifiers}+{GREEK[letter]}")
            found += [twin] if twin not in found else []
    return found


def teach_greek(window: QWidget) -> None:
    """Gives every shortcut and action under `window` its Greek twin."""
    for shortcut in window.findChildren(QShortcut):
        shortcut.setKeys(with_twins(shortcut.keys()))
    for action in window.findChildren(QAction):
        if action.shortcuts():
            action.setShortcuts(with_twins(action.shortcuts()))


def mnemonic_twin(text: str) -> str | None:
    """The letter after & in `text`, as the other layout names its key; None where there is none."""
    marked = text.replace("&&", "").partition("&")[2][:1].upper()
    return GREEK.get(marked) or LATIN.get(marked)


class LatinKeys(QObject):
    """An event filter for top windows: Ctrl with a Greek letter reaches the focused field as its Latin key.

    Qt's own fields know copy, paste and the rest by the Latin letter alone. It sits on every QWindow that
    ever has the focus, dialogs too: there it sees every key that no shortcut took, and none of the
    thousands of other events of the widgets.
    """

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._watch(main.windowHandle())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is None:
            return
        # A window that has it already only calls it first from now on.
        window.installEventFilter(self)
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.windowHandle() is window:
                teach_greek(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        latin = latin_key(event)
        if latin is None:
            return False
        copy = QKeyEvent(event.type(), latin, event.modifiers(), "", event.isAutoRepeat(), event.count())
        return QCoreApplication.sendEvent(watched, copy)


def latin_key(event: QKeyEvent) -> int | None:
    """The Latin letter on the key of a Greek letter typed with Ctrl; None for any other key."""
    modifiers = event.modifiers()
    if not modifiers & Qt.KeyboardModifier.ControlModifier or modifiers & Qt.KeyboardModifier.AltModifier:
        return None
    if not 0x370 <= event.key() <= 0x3FF:
        return None
    pressed = event.nativeVirtualKey()
    if sys.platform == "win32" and ord("A") <= pressed <= ord("Z"):
        return pressed
    latin = LATIN.get(chr(event.key()))
    return ord(latin) if latin else None
