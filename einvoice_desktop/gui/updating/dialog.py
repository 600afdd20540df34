"""From looking for a new version to its being ready: one window, one button, and a way to stop."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive
from einvoice_desktop.gui.updating import words as said
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.ports.updates import Ready, Step
    from einvoice_desktop.app.updates import Look, Updates
    from einvoice_desktop.gui.office import Office

_SIZE = (640, 480)
_DRAW_MS = 100


class State(Enum):
    """Where the dialog stands."""

    NOWHERE = auto()
    LOOKING = auto()
    NEWEST = auto()
    FOUND = auto()
    WORKING = auto()
    WAITING = auto()
    FAILED = auto()


class UpdateDialog(WordedDialog):
    """Stands beside the window: work goes on while it downloads."""

    ready = Signal(object)
    """A Ready: the window may close for it."""
    waiting_stopped = Signal()
    """It is not to take place after all."""

    def __init__(self, office: Office, updates: Updates, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._updates = office, updates
        self._look: Look | None = None
        self._error: Exception | None = None
        self._at: tuple[Step, int, int] | None = None
        self._stopped = False
        self._last_key = ""
        self.state = State.NOWHERE
        identify(self, "update")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_parts()
        self._make_buttons()
        self._lay_out()
        self._timer = QTimer(self, interval=_DRAW_MS)
        self._timer.timeout.connect(self._draw)
        self._tallest = min(_SIZE[1], max(400, parent.height() - 60))
        self.resize(_SIZE[0], self._tallest)
        self._retranslate()
        self.look()

    def _make_parts(self) -> None:
        self.heading = label("subheading", self, wrap=True)
        identify(self.heading, "update.heading")
        self._present = label("muted", self, wrap=True)
        identify(self._present, "update.present")
        self._offered = label("", self, wrap=True)
        identify(self._offered, "update.offered")
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        identify(self.notes, "update.notes")
        self._told = label("", self, wrap=True)
        identify(self._told, "update.told")
        self.tick = QCheckBox(self)
        identify(self.tick, "update.cared")
        self.tick.toggled.connect(lambda _on: self._follow())
        self.bar = QProgressBar(self)
        identify(self.bar, "update.progress")
        self.bar.setTextVisible(False)
        self._private = label("caption", self, wrap=True)

    def _make_buttons(self) -> None:
        self.install_button = self._button("install", "Enter", "primary", self._on_install)
        self.again_button = self._button("again", "F5", "", self.look)
        self.stop_button = self._button("stop", "Esc", "", self.stop)
        self.close_button = self._button("close", "Esc", "", self.reject)

    def _button(self, name: str, key: str, role: str, deed: Callable[[], object]) -> KeyButton:
        button = KeyButton(key, role, self)
        identify(button, f"update.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.install_button)
        foot.addWidget(self.again_button)
        foot.addStretch(1)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        for widget in (self.heading, self._present, self._offered):
            column.addWidget(widget)
        column.addWidget(self.notes, 1)
        column.addWidget(self._told)
        column.addWidget(self.tick)
        column.addWidget(self.bar)
        column.addStretch(0)
        column.addWidget(self._private)
        column.addLayout(foot)

    # --- looking ----------------------------------------------------------------------------------

    def look(self) -> None:
        """Asks the publisher's place, where this copy has one."""
        if self.state in (State.LOOKING, State.WORKING, State.WAITING):
            return
        self._look = self._error = None
        if not self._updates.has_place:
            self._enter(State.NOWHERE)
            return
        self._enter(State.LOOKING)
        self._office.tasks.run(
            self._updates.look, while_alive(self, self._on_looked), while_alive(self, self._on_failed)
        )

    def _on_looked(self, look: Look) -> None:
        self._look = look
        self._enter(State.NEWEST if look.release is None else State.FOUND)

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        if self._office.sentence_of(error) is None:
            self._enter(State.FAILED)
            raise error
        is_stopped = getattr(error, "code", "") == "update_stopped"
        self._enter(State.FOUND if is_stopped else State.FAILED)

    # --- installing -------------------------------------------------------------------------------

    def _on_install(self) -> None:
        look, updates = self._look, self._updates
        if look is None or look.release is None or not self.install_button.isEnabled():
            return
        self._stopped, self._at, self._error = False, None, None
        trusting = self.tick.isVisibleTo(self) and self.tick.isChecked()
        self._enter(State.WORKING)

        def note(step: Step, done: int, total: int) -> None:
            # From another thread: one assignment, which the timer reads.
            self._at = (step, done, total)

        self._office.tasks.run(
            lambda: updates.make_ready(look, note, lambda: self._stopped, trusting=trusting),
            while_alive(self, self._on_ready),
            while_alive(self, self._on_failed),
        )

    def _on_ready(self, ready: Ready) -> None:
        if self._stopped:
            self._enter(State.FOUND)
            return
        self._enter(State.WAITING)
        self.ready.emit(ready)

    def stop(self) -> None:
        """As soon as can be; nothing of the present version has been touched."""
        self._stopped = True
        if self.state is State.WAITING:
            self.waiting_stopped.emit()
            self._enter(State.FOUND)
        self.stop_button.setEnabled(False)

    def go_back(self, told: str) -> None:
        """The window could not close: nothing takes place."""
        self._enter(State.FOUND)
        self._told.setText(told)
        self._told.show()

    # --- what is in sight -------------------------------------------------------------------------

    def _enter(self, state: State) -> None:
        self.state = state
        (self._timer.start if state is State.WORKING else self._timer.stop)()
        self._show_all()
        self.focus_first()

    def focus_first(self) -> None:
        target = self.install_button if self.install_button.isEnabled() else self.close_button
        if self.state in (State.WORKING, State.WAITING):
            target = self.stop_button
        elif self.tick.isVisibleTo(self) and not self.tick.isChecked():
            self.tick.setFocus()
            return
        target.setFocus()

    def _follow(self) -> None:
        asks = self.tick.isVisibleTo(self) and not self.tick.isChecked()
        look = self._look
        can = self.state in (State.FOUND, State.FAILED) and look is not None and look.obstacle is None
        self.install_button.setEnabled(can and not asks)

    def _show_all(self) -> None:
        look, state = self._look, self.state
        busy = state in (State.WORKING, State.WAITING)
        release = None if look is None else look.release
        for widget in (self._offered, self.notes, self.install_button):
            widget.setVisible(release is not None)
        if look is not None and release is not None and look.package is not None:
            self._offered.setText(said.release_text(release, look.package))
            self.notes.setPlainText(said.notes_text(release, self._office.language))
        self.tick.setVisible(self._asks_to_tick() and not busy)
        self.tick.setText(self._tick_text())
        self.bar.setVisible(state in (State.LOOKING, State.WORKING, State.WAITING))
        self.bar.setRange(0, 0)
        self.again_button.setVisible(not busy and self._updates.has_place)
        self.again_button.setEnabled(state is not State.LOOKING)
        self.stop_button.setVisible(busy)
        self.stop_button.setEnabled(busy)
        self.close_button.setVisible(not busy)
        self.heading.setText(self._heading_text())
        self._show_told(self._told_text(), "error" if state is State.FAILED else "")
        self._follow()
        self._fit(has_notes=release is not None)

    def _fit(self, *, has_notes: bool) -> None:
        """What says little takes little room; a size that the person has chosen for the notes stays."""
        layout = self.layout()
        if has_notes and self.height() < _SIZE[1]:
            self.resize(self.width(), self._tallest)
        elif not has_notes and layout is not None:
            layout.invalidate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _show_told(self, text: str, role: str = "") -> None:
        if self._told.property("role") != role:
            self._told.setProperty("role", role)
            restyle(self._told)
        if self._told.text() != text:
            self._told.setText(text)
        self._told.setVisible(bool(text))

    def _draw(self) -> None:
        """Reads how far it has come."""
        if self._at is None or self.state is not State.WORKING:
            return
        step, done, total = self._at
        # A bar of pixels counts in thousandths: a package has more bytes than its numbers hold.
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(1000 * done // total)
        self._show_told(said.step_text(step, done, total, self._updates.company))

    # --- words ------------------------------------------------------------------------------------

    def _asks_to_tick(self) -> bool:
        look = self._look
        return bool(look and look.servers and look.obstacle is None) or self._is_doubtful()

    def _is_doubtful(self) -> bool:
        return getattr(self._error, "code", "") == "update_backup_doubtful"

    def _tick_text(self) -> str:
        if self._is_doubtful():
            return self.tr("Go on with this backup all the same")
        return self.tr("The server's books have been backed up there")

    def _heading_text(self) -> str:
        version = self._look.release.version if self._look and self._look.release else ""
        return {
            State.NOWHERE: self.tr("This copy was made without a place for updates"),
            State.LOOKING: self.tr("Looking for a new version…"),
            State.NEWEST: self.tr("This is the newest version"),
            State.FOUND: self.tr("Version {0} is there"),
            State.WORKING: self.tr("Getting version {0} ready"),
            State.WAITING: self.tr("Version {0} is ready"),
            State.FAILED: self.tr("The update to version {0} did not come about")
            if version
            else self.tr("No new version could be looked for"),
        }[self.state].format(version)

    def _told_text(self) -> str:
        if self.state is State.NOWHERE:
            return self.tr(
                "It came without the address at which its publisher lays new versions. A new version comes "
                "from wherever this one came from, and is installed over it; the books stay."
            )
        if self.state is State.WAITING:
            return self.tr(
                "As soon as nothing is being sent, the window saves, closes and opens again as the new "
                "version."
            )
        if self.state is State.FAILED and self._error is not None:
            return self._office.sentence_of(self._error) or type(self._error).__name__
        if self.state is State.FOUND and self._look is not None:
            obstacle = self._look.obstacle
            if obstacle is not None:
                return self._office.sentence_of(obstacle) or ""
            return " ".join(filter(None, (self._shared_text(), self._others_text())))
        return ""

    def _shared_text(self) -> str:
        if self._look is None or not self._look.servers:
            return ""
        return self.tr(
            "The books are shared ({0}): all desks run one version. Close the program at the other desks, "
            "back the server up, and update every desk before work goes on."
        ).format(", ".join(self._look.servers))

    def _others_text(self) -> str:
        if self._look is None or not self._look.others_unseen:
            return ""
        return self.tr("Close the windows of the other companies first: they run the same program.")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Updates"))
        self._present.setText(self.tr("Here runs version {0}.").format(self._updates.present))
        self.notes.setAccessibleName(self.tr("What is new"))
        self.bar.setAccessibleName(self.tr("How far it has come"))
        self.install_button.setText(self.tr("Install and start again"))
        self.again_button.setText(self.tr("Look again"))
        self.stop_button.setText(self.tr("Stop"))
        self.close_button.setText(self.tr("Close"))
        self._private.setText(
            self.tr(
                "Nothing of your office is sent: the publisher's files are fetched as a browser would, with "
                "this program's version as the only mark. They must carry the publisher's signature."
            )
        )
        self._show_all()

    # --- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5 and not self.again_button.isHidden():
            self.look()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.install_button.isHidden():
            if not event.isAutoRepeat():
                self._on_install()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc stops what is under way; the next one closes."""
        if self.state in (State.WORKING, State.WAITING):
            self.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.state in (State.WORKING, State.WAITING):
            self.stop()
            # Esc would only stop it; whoever closes the dialog, or the window behind it, wants it gone.
            self._enter(State.FOUND)
        super().closeEvent(event)
