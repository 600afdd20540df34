"""Where shared books lie: a PostgreSQL address, checked before it is used; its password is never shown."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from einvoice_desktop.app.errors import UserError

SCHEMES = frozenset({"postgresql", "postgresql+psycopg"})
DEFAULT_PORT = 5432
STRICT = "verify-full"

_FILES = ("sslrootcert", "sslcert", "sslkey")
_TAKEN = frozenset({"host", "sslmode", *_FILES})
_MODES = ("disable", "allow", "prefer", "require", "verify-ca", STRICT)


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """`host`: a name, an address, or the folder of a Unix socket; `tls_files`: by libpq's own names."""

    user: str
    host: str
    port: int
    name: str
    sslmode: str
    tls_files: tuple[tuple[str, str], ...] = ()
    password: str | None = field(default=None, repr=False, compare=False)

    @property
    def is_near(self) -> bool:
        """Whether nothing that is said to it leaves this computer."""
        return _is_near(self.host)

    @property
    def place(self) -> str:
        """For people: host and database."""
        return f"{self.host}/{self.name}"

    @property
    def keyring_name(self) -> str:
        """Under which its password stands in the keyring: user@host:port/name."""
        return f"{self.user}@{self.host}:{self.port}/{self.name}"


def database_address(url: str) -> DatabaseAddress:
    """`url` taken apart. Raises UserError("database_url_bad" | "database_url_insecure", host=).

    Off this computer the server's certificate is checked, name and all, whatever the address leaves unsaid.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port or DEFAULT_PORT
        asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        # The reason would quote the address.
        raise UserError("database_url_bad") from None
    host = asked.get("host") or parts.hostname or "localhost"
    user, name = unquote(parts.username or ""), unquote(parts.path.removeprefix("/"))
    whole = user and name and "/" not in name and not parts.fragment and "," not in host
    both = "host" in asked and parts.hostname
    if parts.scheme not in SCHEMES or not whole or both or not asked.keys() <= _TAKEN:
        raise UserError("database_url_bad")
    return DatabaseAddress(
        user=user,
        host=host,
        port=port,
        name=name,
        sslmode=_mode(host, asked.get("sslmode")),
        tls_files=tuple((key, asked[key]) for key in _FILES if asked.get(key)),
        password=unquote(parts.password) if parts.password else None,
    )


def _mode(host: str, asked: str | None) -> str:
    if asked is not None and asked not in _MODES:
        raise UserError("database_url_bad")
    if _is_near(host):
        return asked or "prefer"
    if asked not in (None, STRICT):
        raise UserError("database_url_insecure", host=host)
    return STRICT


def _is_near(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def server_of(given: str | None, setting: str) -> str:
    """Where the books are that choice.open_books opens with these, "" for the data folder's own file; of an
    address that cannot be read, the address."""
    url = setting if given == "" else given
    if not url:
        return ""
    try:
        return database_address(url).place
    except UserError:
        return url
