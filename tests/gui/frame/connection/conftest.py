"""One person before the dialog of the connection: a keyring and a provider of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.connections import SystemConnections
from einvoice_desktop.practice import Practice

VAT = "094014201"


class Vault(dict[tuple[str, str], str]):
    """The system's keyring of one test."""

    locked = ""

    def api_key(self, server: str, vat: str) -> str | None:
        self._may_be_asked()
        return self.get((server, vat))

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        self._may_be_asked()
        self[server, vat] = key

    def _may_be_asked(self) -> None:
        if self.locked:
            raise UserError(self.locked)


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[str]:
    """The practice provider on a real port, as if it were somebody's server."""
    practice = Practice(tmp_path / "provider")
    served = practice.serve(0)
    assert served is not None
    yield served.address
    practice.close()


class Desk:
    """One person before the dialog."""

    def __init__(self, office: Any, vault: Vault, folder: Path, environment_key: str | None = None) -> None:
        self.office, self.vault = office, vault
        self.reopened = 0
        self.connections = SystemConnections(folder, office.settings, environment_key, vault)
        office.window.office.connections = self.connections
        office.window.office.reopen = self._on_reopen
        office.window.actions_["connection"].setEnabled(True)

    def _on_reopen(self) -> None:
        self.reopened += 1

    def open(self) -> None:
        self.office.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
        self.office.wait(lambda: self.dialog.isVisible())
        self.office.rest()

    @property
    def dialog(self) -> Any:
        return self.office.program.deeds.frame._open["connection"]

    def find(self, name: str) -> Any:
        (found,) = [
            widget for widget in self.dialog.findChildren(QWidget) if widget.accessibleIdentifier() == name
        ]
        return found

    def choose(self, server: str) -> None:
        self.find("connection.server").choose(server)

    def type(self, name: str, text: str) -> None:
        field = self.find(name)
        assert field.isVisible(), name
        field.setFocus()
        field.selectAll()
        self.office.qtbot.keyClicks(field, text)

    def press(self, name: str) -> None:
        button = self.find(name)
        assert button.isEnabled(), name
        self.office.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def try_it(self) -> str:
        self.press("connection.test")
        self.office.wait(lambda: self.find("connection.test").isEnabled(), 20_000)
        return str(self.find("connection.told").text())

    def use(self) -> None:
        self.press("connection.use")
        self.office.rest()

    @property
    def is_open(self) -> bool:
        return "connection" in self.office.program.deeds.frame._open and self.dialog.isVisible()


@pytest.fixture
def desk(start: Callable[..., Any], vault: Vault, tmp_path: Path) -> Desk:
    desk = Desk(start(language="en"), vault, tmp_path)
    desk.open()
    return desk
