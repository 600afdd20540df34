"""The window of one card's form: saved by a press, left by Esc without losing what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.keys import with_twins
from einvoice_desktop.gui.tasks import while_alive
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from einvoice_desktop.gui.cards.form import CardForm
    from einvoice_desktop.gui.cards.held import HeldCards
    from einvoice_desktop.gui.office import Office

_SIZE = (920, 740)
_AROUND = 40
_PAUSE_MS = 400
"""From the last key: what is typed is kept soon after."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardDialog(WordedDialog):
    """Over the window. Closed with something typed and not saved it is only hidden, and shown again later."""

    saved = Signal(object)
    """The kept card."""
    typed = Signal()
    """Something was, a moment ago."""
    left = Signal()
    """Closed with something not saved."""
    ended = Signal()
    """Nothing of it is left to be shown again."""
    other_wanted = Signal(str)
    """By its key: the card that is one and the same as this one."""

    def __init__(
        self,
        office: Office,
        form: CardForm[Any, Any],
        held: HeldCards[Any, Any],
        title: Callable[[], str],
        identifier: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self._office, self._held, self._title = office, held, title
        self._saving = False
        self._then: Callable[[], None] | None = None
        identify(self, identifier)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._fault = label("error", self, wrap=True)
        identify(self._fault, f"{identifier}.fault")
        self._way_out = QPushButton(self)
        identify(self._way_out, f"{identifier}.wayOut")
        self.discard = KeyButton("", "quiet", self)
        identify(self.discard, f"{identifier}.discard")
        self.close_button = KeyButton("Esc", "", self)
        identify(self.close_button, f"{identifier}.close")
        self.save_button = KeyButton("Ctrl+S", "primary", self)
        identify(self.save_button, f"{identifier}.save")
        self._lay_out()
        self._connect()
        self._before: object = form.state()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.typed)
        self._retranslate()
        self._follow()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self.discard)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.close_button)
        told = QHBoxLayout()
        told.setContentsMargins(16, 0, 16, 0)
        told.addWidget(self._fault, 1)
        told.addWidget(self._way_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(6)
        layout.addWidget(self.form, 1)
        problems = QHBoxLayout()
        problems.setContentsMargins(16, 0, 16, 0)
        problems.addWidget(self.form.told, 1)
        layout.addLayout(problems)
        layout.addLayout(told)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.discard.clicked.connect(self._end)
        self._way_out.clicked.connect(self._on_way_out)
        self.form.touched.connect(self._on_touched)
        for button in (self.save_button, self.close_button, self.discard, self._way_out):
            button.setAutoDefault(False)
        session = self.form.session
        deeds: dict[str, Callable[[], object]] = {"Ctrl+S": self.save, "Ctrl+Return": self.save}
        deeds |= {"Ctrl+Enter": self.save, "Ctrl+Z": session.undo, "Ctrl+Y": session.redo}
        for key, deed in deeds.items():
            shortcut = QShortcut(self)
            shortcut.setKeys(with_twins([QKeySequence(key)]))
            shortcut.activated.connect(deed)

    # --- saving ---------------------------------------------------------------------------------

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not saved."""
        return self.form.state() != self._before

    def count_as_changed(self, changed: bool) -> None:
        """What stands in the form was typed earlier and is not saved."""
        if changed:
            self._before = None
            self._follow()

    def _on_touched(self) -> None:
        self._pause.start()
        self._follow()

    def _follow(self) -> None:
        self.discard.setVisible(self.is_changed)
        self._hide_fault()

    def save(self) -> None:
        """Saves what is typed and closes; where something is wrong the keys stand on it."""
        self.form.commit()
        if self._saving or self.form.go_to_fault():
            return
        if self.form.prices.is_misread:
            self.form.tabs.setCurrentIndex(1)
            self._show_fault(
                self.tr("An amount in the prices cannot be read, or can be no price or discount.")
            )
            return
        self._save_over(self.form.kept)

    def _save_over(self, kept: Any) -> None:
        self._saving = True
        self._held.save(
            self.form.card(), kept, while_alive(self, self._on_saved), while_alive(self, self._on_failed)
        )

    def _on_saved(self, kept: Any) -> None:
        self._saving = False
        self.saved.emit(kept)
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        code = getattr(error, "code", "")
        if code == "card_twice":
            key = str(getattr(error, "params", {}).get("key", ""))
            self._show_fault(sentence, self.tr("Show the other card"), lambda: self._on_other(key))
        elif code == "card_changed_elsewhere":
            self._show_fault(sentence, self.tr("Save mine over it"), self._save_over_theirs)
        elif code == "card_gone":
            self._show_fault(sentence, self.tr("Save as a new one"), lambda: self._save_over(None))
        else:
            self._show_fault(sentence)

    def _save_over_theirs(self) -> None:
        self._saving = True
        assert self.form.kept is not None
        self._held.get_anew(
            self.form.kept.id, while_alive(self, self._save_over), while_alive(self, self._on_failed)
        )

    def _on_other(self, key: str) -> None:
        self.reject()
        self.other_wanted.emit(key)

    def _show_fault(self, text: str, way_out: str = "", then: Callable[[], None] | None = None) -> None:
        self._then = then
        self._fault.setText(text)
        self._fault.show()
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))

    def _hide_fault(self) -> None:
        self._then = None
        self._fault.hide()
        self._way_out.hide()

    def _on_way_out(self) -> None:
        then = self._then
        self._hide_fault()
        if then is not None:
            then()

    # --- opening and leaving --------------------------------------------------------------------

    def open_at_start(self) -> None:
        """Shows it with the keys where typing begins, or goes on."""
        parent = self.parentWidget()
        if parent is not None and not self.isVisible():
            room = parent.size()
            self.resize(min(_SIZE[0], room.width() - _AROUND), min(_SIZE[1], room.height() - _AROUND))
        self.open()
        self.activateWindow()
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc: what is typed stays here until it is saved or discarded."""
        self.form.commit()
        if self.is_changed:
            self.hide()
            self.left.emit()
        else:
            self._end()

    def _end(self) -> None:
        self.hide()
        self._pause.stop()
        self.ended.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self._title())
        self.save_button.setText(self.tr("Save"))
        self.close_button.setText(self.tr("Close"))
        self.discard.setText(self.tr("Discard changes"))
        self.form.retranslate()
