"""The connections of a data folder: which one is chosen, whose key opens it, and whether it works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from einvoice_desktop.practice import PRACTICE_KEY, Practice, SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.connection import ConnectionChoice, Settings
    from einvoice_desktop.app.ports import ConnectionCheck, Secrets
    from einvoice_desktop.provider.servers import KnownServer


# As in app.connection, which is not imported before the window has painted.
_SETTINGS = ("connection.server", "connection.vat", "connection.signIn")


class SystemConnections:
    """`app.connection.Connections` over the keyring, the settings file and the network.

    `environment_key` is EINVOICE_API_KEY's; it wins over the keyring, everywhere but in practice.
    """

    def __init__(
        self,
        data_dir: Path,
        settings: Settings,
        environment_key: str | None = None,
        secrets: Secrets | None = None,
        *,
        practice: bool = False,
        who_issues: Callable[[str], str] = lambda _vat: "",
    ) -> None:
        """`secrets` stands in for the system's keyring. `practice`: that is open, whatever is chosen.
        `who_issues`: the name of another company here that issues with a VAT number, "" for none."""
        self._was = {} if practice else {name: settings.get(name) for name in _SETTINGS}
        self._data_dir = data_dir
        self._settings = settings
        self._environment_key = environment_key
        self._given_secrets = secrets
        self._who_issues = who_issues

    @property
    def server(self) -> str:
        """Of the connection that is open, as it was chosen."""
        return self._was.get(_SETTINGS[0], "").strip() or "practice"

    @property
    def opened(self) -> ConnectionChoice:
        """The connection that is open: what was chosen when this object was made."""
        from einvoice_desktop.app.connection import chosen_connection

        return chosen_connection(_Kept(self._was))

    def chosen(self) -> ConnectionChoice:
        """What the next start opens."""
        from einvoice_desktop.app.connection import chosen_connection

        return chosen_connection(self._settings)

    def server_name(self, server: str) -> str:
        """Raises UserError("server_unknown" | "server_not_https")."""
        return self._known(server).name

    def key_state(self, server: str, vat: str) -> str:
        """Raises UserError of the server's name, and the keyring's own."""
        from einvoice_desktop.provider.servers import PRACTICE, is_loopback

        known = self._known(server)
        if known.name == PRACTICE or is_loopback(known.api_url):
            return "needless"
        if self._environment_key:
            return "environment"
        return "stored" if self._secrets().api_key(known.name, vat) else "missing"

    def save_key(self, server: str, vat: str, key: str) -> None:
        """Raises UserError of the server's name, and the keyring's own."""
        self._secrets().set_api_key(self._known(server).name, vat, key)

    def check(self, choice: ConnectionChoice, key: str = "") -> ConnectionCheck:
        """Tries it without a document. Raises UserError only for a server's name that is none."""
        from einvoice_desktop.app.practice import PRACTICE_VAT
        from einvoice_desktop.domain.identity import bare_vat
        from einvoice_desktop.provider.checking import Target, check_connection
        from einvoice_desktop.provider.keys import ApiKeys
        from einvoice_desktop.provider.servers import PRACTICE

        known = self._known(choice.server)
        address, transport, vat = known.api_url, None, choice.vat
        if known.name == PRACTICE:
            address, transport = Practice(self._data_dir).transport()
            vat = vat or bare_vat(PRACTICE_VAT)
        keys = ApiKeys(self._secrets(), PRACTICE_KEY, self._environment_key)
        return check_connection(
            Target(address, vat, choice.sign_in, transport),
            lambda vat: key or keys.of(known, vat),
            SystemClock(),
        )

    def keep(self, choice: ConnectionChoice) -> None:
        """Raises UserError("connection_other_company", name=) and OSError."""
        from dataclasses import replace

        from einvoice_desktop.app.connection import is_real, keep_connection

        kept = replace(choice, server=self.server_name(choice.server))
        if is_real(kept.server):
            self._check_alone(kept)
        keep_connection(self._settings, kept)

    def _check_alone(self, choice: ConnectionChoice) -> None:
        """Two sets of books for one company would give the same numbers twice."""
        from einvoice_desktop.app.errors import UserError

        # Folders that share books on a server number in one place.
        shared = self._settings.get("database.url")
        name = "" if shared else self._who_issues(choice.vat)
        if name:
            raise UserError("connection_other_company", name=name)

    def _known(self, server: str) -> KnownServer:
        from einvoice_desktop.provider.servers import resolve

        return resolve(server)

    def _secrets(self) -> Secrets:
        from einvoice_desktop.vault.secrets import KeyringSecrets

        return KeyringSecrets() if self._given_secrets is None else self._given_secrets


class _Kept:
    """Settings as they were."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values

    def get(self, name: str, default: str = "") -> str:
        return self._values.get(name, default)

    def set(self, name: str, value: str) -> None:
        self._values[name] = value
