"""Whose API key opens which server: the environment's, the keyring's, or the practice provider's own."""

from __future__ import annotations

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Secrets
from einvoice_desktop.provider.servers import PRACTICE, KnownServer, is_loopback


class ApiKeys:
    """Asks the keyring only when asked: calls may take seconds."""

    def __init__(self, secrets: Secrets, practice_key: str, environment_key: str | None) -> None:
        """`environment_key` wins over the keyring, everywhere but in practice."""
        self._secrets = secrets
        self._practice_key = practice_key
        self._environment_key = (environment_key or "").strip()

    def of(self, known: KnownServer, vat: str) -> str:
        """The key of an issuer (bare VAT) on a server. Raises UserError("api_key_missing") and the keyring's
        own."""
        if known.name == PRACTICE:
            return self._practice_key
        if self._environment_key:
            return self._environment_key
        if is_loopback(known.api_url):
            return self._loopback_key(known, vat)
        key = self._secrets.api_key(known.name, vat)
        if not key:
            raise UserError("api_key_missing", server=known.name, vat=vat)
        return key

    def _loopback_key(self, known: KnownServer, vat: str) -> str:
        """A server on this machine is for trying things: neither a key nor a keyring is asked of anybody."""
        try:
            return self._secrets.api_key(known.name, vat) or self._practice_key
        except UserError:
            return self._practice_key
