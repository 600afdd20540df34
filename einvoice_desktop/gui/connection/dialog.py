"""The dialog of the connection: the form, a try, going live, and the step to the chosen books."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from einvoice_desktop.app.connection import ConnectionChoice, is_real
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.gui.connection.encryption import ConnectionEncryption
from einvoice_desktop.gui.connection.form import ConnectionForm
from einvoice_desktop.gui.connection.going_live import GoingLive
from einvoice_desktop.gui.connection.trial import ConnectionTrial
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.app.ports import ConnectionCheck
    from einvoice_desktop.gui.office import Office


class ConnectionDialog(WordedDialog):
    """Stands beside the window. `opened`: the connection that this window's books are open on."""

    books_chosen = Signal()
    """Another connection is kept: the window is to go on with it."""

    def __init__(
        self,
        office: Office,
        connections: Connections,
        chosen: ConnectionChoice,
        opened: ConnectionChoice,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._office, self._connections, self._opened = office, connections, opened
        identify(self, "connection")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = label("muted", self, wrap=True)
        self.form = ConnectionForm(office, connections, chosen, self)
        self.encryption = ConnectionEncryption(office, connections, self)
        self.trial = ConnectionTrial(office, self._check_of_now, self)
        self.live = GoingLive(self)
        self._told = label("error", self, wrap=True)
        identify(self._told, "connection.fault")
        self._told.hide()
        self.use = QPushButton(self)
        identify(self.use, "connection.use")
        self.use.setProperty("role", "primary")
        self._close = QPushButton(self)
        identify(self._close, "connection.close")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._follow()
        self.resize(680, min(720, max(480, parent.height() - 40)))

    def _lay_out(self) -> None:
        inside = QFrame(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (self._heading, self.form, self.encryption, self.trial, self.live):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        foot.addStretch(0)
        foot.addWidget(self.use)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for button in (self.use, self._close):
            button.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self.use.clicked.connect(lambda _checked=False: self._on_use())
        self.form.choice_changed.connect(self._follow)
        self.live.confirmed_changed.connect(self._on_confirmed_changed)
        self.trial.tried.connect(lambda _fine: self._show_what_was_told())
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._show_what_was_told())

    def _show_what_was_told(self) -> None:
        """Where it is longer than the room, now or once the layout has made room for it."""
        if self.trial.has_told and not self.encryption.head.isChecked():
            self._area.ensureWidgetVisible(self.trial.told, 0, 24)

    # --- what is chosen -------------------------------------------------------------------------

    def _follow(self) -> None:
        """The choice is another one: what was told of the one before is taken away."""
        self.trial.forget()
        self._told.hide()
        choice = self.form.choice
        self.encryption.follow(choice.server)
        same = (choice.server, choice.vat) == (self._opened.server, self._opened.vat)
        self.live.ask(choice.vat, wanted=bool(choice.server) and is_real(choice.server) and not same)
        self._allow()

    def _allow(self) -> None:
        self.use.setEnabled(self.live.is_confirmed)

    def _on_confirmed_changed(self) -> None:
        self._allow()
        self._told.setVisible(bool(self.live.fault))
        self._told.setText(self.live.fault)

    def _check_of_now(self) -> Callable[[], ConnectionCheck] | None:
        if fault := self.form.fault():
            self._say(self._office.sentence(fault, {}))
            return None
        return partial(self._connections.check, self.form.choice, self.form.key.key)

    # --- taking it ------------------------------------------------------------------------------

    def _on_use(self) -> None:
        fault = self.form.fault()
        if fault:
            self._say(self._office.sentence(fault, {}))
            return
        choice, key, connections = self.form.choice, self.form.key.key, self._connections

        def work() -> ConnectionChoice:
            if key and not choice.is_practice:
                connections.save_key(choice.server, choice.vat, key)
            elif connections.key_state(choice.server, choice.vat) == "missing":
                raise UserError("connection_key_missing")
            connections.keep(choice)
            return ConnectionChoice(connections.server_name(choice.server), choice.vat, choice.sign_in)

        self.use.setEnabled(False)
        self._office.tasks.run(work, while_alive(self, self._on_kept), while_alive(self, self._on_failed))

    def _on_kept(self, kept: ConnectionChoice) -> None:
        self.form.forget_key()
        self.accept()
        if kept == self._opened or (kept.is_practice and self._opened.is_practice):
            self._office.say(self.tr("The connection is kept."), "success")
            desk = self._office.desk
            if desk is not None:
                # What waited for a key that opens may go now.
                self._office.tasks.run(desk.try_now, lambda _count: None, self._office.on_failed)
        else:
            self.books_chosen.emit()

    def _on_failed(self, error: Exception) -> None:
        self._allow()
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._say(sentence)
        if getattr(error, "code", "") == "connection_key_missing":
            self.form.key.setFocus()

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()

    # --- words ----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Connection to the provider"))
        self._heading.setText(
            self.tr("Where documents go. Each environment has its own books; nothing moves between them.")
        )
        self.use.setText(self.tr("Use this connection"))
        self._close.setText(self.tr("Close"))
        self._told.hide()

    def focus_first(self) -> None:
        self.form.server.setFocus()


def connection_dialog(office: Office, window: QWidget) -> ConnectionDialog:
    """The dialog of a window; taking other books makes room for a window on those."""
    connections = office.connections
    assert connections is not None
    dialog = ConnectionDialog(office, connections, connections.chosen(), connections.opened, window)
    dialog.books_chosen.connect(office.reopen)
    return dialog
