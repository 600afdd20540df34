"""Opens providers, one per (server, sign-in, encryption), and knows whose key opens which server."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, Secrets
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.provider.keys import ApiKeys
from einvoice_desktop.provider.servers import PRACTICE, KnownServer, is_own_address, resolve

if TYPE_CHECKING:
    import httpx

    from einvoice_desktop.provider.client import Encrypt, HttpProvider
    from einvoice_desktop.provider.vat_check import ProviderRegistry
    from einvoice_desktop.provider.wire import Timeouts

    Practice = Callable[[], tuple[str, httpx.BaseTransport]]
    """Starts the practice provider in this process: its (loopback) address and the transport to it."""


class HttpGateway:
    """`app.ports.Gateway` over HTTP. Safe for many threads; never on the GUI thread.

    What speaks HTTP is imported with the first provider: a desk with nothing to send does without.
    """

    def __init__(
        self,
        secrets: Secrets,
        clock: Clock,
        *,
        practice: Practice | None,
        practice_key: str,
        environment_key: str | None,
        encryptor: Callable[[str], Encrypt] | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        """`practice` is called once, when practice is first needed; `encryptor` once per encrypted server,
        with its name, and may raise UserError. `environment_key` wins over the keyring, everywhere but in
        practice.
        """
        self._keys = ApiKeys(secrets, practice_key, environment_key)
        self._clock = clock
        self._practice = practice
        self._encryptor = encryptor
        self._timeouts = timeouts
        self._lock = threading.Lock()
        self._providers: dict[tuple[str, SignIn, bool], HttpProvider] = {}
        self._practice_line: tuple[str, httpx.BaseTransport] | None = None

    def provider(self, server: str, sign_in: SignIn, *, encrypted: bool) -> HttpProvider:
        """The one provider for these three; `server` is "practice", a known name or an address.

        Raises UserError("server_unknown" | "server_not_https" | "practice_absent" | "proxy_unusable" |
        "encryption_absent") and whatever the encryptor raises.
        """
        known = resolve(server)
        wanted = (known.name, sign_in, encrypted)
        with self._lock:
            if wanted not in self._providers:
                self._providers[wanted] = self._open(known, sign_in, encrypted=encrypted)
            return self._providers[wanted]

    def registry(self, server: str, sign_in: SignIn, issuer_vat: str) -> ProviderRegistry:
        """Asks whose a VAT number is. Raises UserError as `provider` does."""
        return self.provider(server, sign_in, encrypted=False).registry(issuer_vat)

    def signed_in_until(self, server: str, vat: str) -> datetime | None:
        """The latest end among the ways in to that server; None where there is none. Asks nobody."""
        with self._lock:
            opened = [provider for (name, _, _), provider in self._providers.items() if name == server]
        ends = [end for provider in opened if (end := provider.signed_in_until(vat)) is not None]
        return max(ends, default=None)

    def close(self) -> None:
        """Closes every provider; the next call to `provider` opens a new one."""
        with self._lock:
            opened, self._providers = list(self._providers.values()), {}
        for provider in opened:
            provider.close()

    def _open(self, known: KnownServer, sign_in: SignIn, *, encrypted: bool) -> HttpProvider:
        from einvoice_desktop.provider.client import HttpProvider
        from einvoice_desktop.provider.wire import Timeouts

        address, transport = self._line_to(known)
        return HttpProvider(
            address,
            partial(self._keys.of, known),
            sign_in=sign_in,
            transport=transport,
            clock=self._clock,
            encrypt=self._encrypt(known.name) if encrypted else None,
            timeouts=self._timeouts or Timeouts(),
            own_address=partial(is_own_address, known.name),
        )

    def _line_to(self, known: KnownServer) -> tuple[str, httpx.BaseTransport | None]:
        if known.name != PRACTICE:
            return known.api_url, None
        if self._practice is None:
            raise UserError("practice_absent")
        if self._practice_line is None:
            self._practice_line = self._practice()
        return self._practice_line

    def _encrypt(self, server: str) -> Encrypt:
        if self._encryptor is None:
            raise UserError("encryption_absent")
        return self._encryptor(server)
