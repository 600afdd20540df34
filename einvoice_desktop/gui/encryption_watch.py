"""Says, when the books are opened, that the key documents are encrypted to ends soon or is of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.encryption import EncryptionState
    from einvoice_desktop.gui.main_window import MainWindow

AGAIN_MS = 15_000
"""What is already said is not talked over by a warning: it comes so much later."""


def watch_the_key(window: MainWindow, desk: Desk) -> None:
    """Looks once, off the GUI thread; says nothing where all is well or nothing is encrypted."""
    office = window.office

    def look() -> EncryptionState | None:
        if desk.encryption is None or not desk.encrypts:
            return None
        return desk.encryption.state(desk.server)

    def tell(state: EncryptionState | None) -> None:
        if state is None:
            return
        if state.fault:
            office.say(office.sentence(state.fault, {}), "error")
        elif state.days_left is not None:
            _warn(window, state)

    office.tasks.run(look, tell, office.on_failed)


def _warn(window: MainWindow, state: EncryptionState) -> None:
    from einvoice_desktop.gui.encryption import expiry_warning

    if window.message:
        QTimer.singleShot(AGAIN_MS, window, lambda: _warn(window, state))
    else:
        window.office.say(expiry_warning(window.office, state), "warning")
