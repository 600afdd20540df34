"""What every field has: the name of its JSON path, and the mark of a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession


class Field(Protocol):
    """A widget that shows and edits the value at `path`."""

    path: str

    def refresh(self) -> None:
        """Shows what the session holds, unless the person is in the middle of typing just that."""
        ...


def identify(widget: QWidget, path: str) -> None:
    """Names `widget` by a JSON path (or another identifier), for tests, style sheets and screen readers."""
    widget.setObjectName(path)
    widget.setAccessibleIdentifier(path)


def plain_tip(text: str) -> str:
    """`text` for a tool tip, which would take for markup whatever looks like it in a name or a remark."""
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


def mark(widget: QWidget, severity: str, text: str) -> None:
    """Puts a field into the state "error", "warning" or "" (fine); `text` says why."""
    tip = plain_tip(text)
    if widget.toolTip() != tip:
        widget.setToolTip(tip)
        widget.setAccessibleDescription(text)
    if (widget.property("problem") or "") != severity:
        widget.setProperty("problem", severity)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Has the style sheet look again at a widget whose dynamic property changed, if it has looked at all."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def tabular(font: QFont) -> QFont:
    """`font` with digits of one width, so that figures stand under each other."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key means undo or redo: the whole document's, never one field's own."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def given_value(session: DraftSession, path: str) -> object:
    """The value that stands in the document itself; None where it is computed, absent, or not known yet."""
    if session.composition is None:
        return None
    # By now the engine is loaded: only before the first paint it must not be imported.
    from einvoice_desktop.domain.fields import get_value

    value: object = get_value(session.composition.source, path)
    return value
