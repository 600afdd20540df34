"""Which server a name or an address means, and which addresses may be spoken to at all.

Imports neither httpx nor pydantic: the command line and the settings ask it before anything is sent.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from einvoice_desktop.app.errors import UserError

PRACTICE = "practice"

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_LONGEST_HOST = 253
_LONGEST_ADDRESS = 500


@dataclass(frozen=True, slots=True)
class KnownServer:
    """A server under the name its books carry. Addresses have no trailing slash; "" where there is none."""

    name: str
    api_url: str
    portal_url: str


# Hosts as the provider's pages print them (api 0): IMPACT's own brand and SoftOne's, the same software.
KNOWN_SERVERS = (
    KnownServer("uat", "https://einvoiceapiuat.impact.gr", "https://einvoiceportaluat.impact.gr"),
    KnownServer("production", "https://einvoiceapi.impact.gr", "https://einvoice.impact.gr"),
    KnownServer("softone-uat", "https://einvoice-demo.s1ecos.gr", "https://einvoice-demo-portal.s1ecos.gr"),
    KnownServer("softone-production", "https://einvoice.s1ecos.gr", "https://einvoice.s1ecos.gr"),
)


def resolve(name_or_url: str) -> KnownServer:
    """The server that a person means by a known name, "practice" or an address.

    A known API host's address becomes its name; any other address is its own name, with no portal.
    Raises UserError("server_not_https", url=) for http to another machine and
    UserError("server_unknown", server=) for anything else that is no address.
    """
    given = name_or_url.strip()
    if given.casefold() == PRACTICE:
        return KnownServer(PRACTICE, "", "")
    for known in KNOWN_SERVERS:
        if given.casefold() == known.name:
            return known
    url = normal_address(given)
    for known in KNOWN_SERVERS:
        if url == known.api_url:
            return known
    return KnownServer(url, url, "")


def normal_address(url: str) -> str:
    """`url` with scheme and host in lower case, without a default port and without a trailing slash.

    Raises UserError as `resolve` does. An address with a user name, a query or a fragment is none: what
    stands there could be a secret, and addresses are written down.
    """
    given = url.strip()
    parts = _split(given)
    host, port = _host_and_port(parts, given)
    if parts.scheme == "http" and not _is_loopback_host(host):
        raise UserError("server_not_https", url=_printable(given))
    shown = f"[{host}]" if ":" in host else host
    tail = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{shown}{tail}{parts.path.rstrip('/')}"


def is_own_address(server: str, url: str) -> bool:
    """Whether an address that came in an answer of `server` (a name of books) is that provider's own.

    Practice: this machine. A known host: https on one of its brand's domains. Any other: the same host, and
    https unless it is this machine. A hostile or mistaken answer must not send anybody elsewhere.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in _DEFAULT_PORTS or not host or "\\" in url or not url.isprintable():
        return False
    if server == PRACTICE:
        return _is_loopback_host(host)
    known = next((k for k in KNOWN_SERVERS if k.name == server), None)
    if known is None:
        same = host == (urlsplit(server).hostname or "")
        return same and (parts.scheme == "https" or _is_loopback_host(host))
    brand = ".".join((urlsplit(known.api_url).hostname or "").split(".")[-2:])
    return parts.scheme == "https" and (host == brand or host.endswith(f".{brand}"))


def is_loopback(url: str) -> bool:
    """Whether an address names this machine: "localhost", 127.0.0.0/8 or ::1. False for no address."""
    try:
        return _is_loopback_host(urlsplit(url.strip()).hostname or "")
    except ValueError:
        return False


def _split(given: str) -> SplitResult:
    unclean = len(given) > _LONGEST_ADDRESS or not given.isascii() or not given.isprintable()
    if unclean or any(mark in given for mark in " \\@?#"):
        raise _unknown(given)
    try:
        parts = urlsplit(given)
    except ValueError:
        raise _unknown(given) from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise _unknown(given)
    return parts


def _host_and_port(parts: SplitResult, given: str) -> tuple[str, int | None]:
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unknown(given) from None
    if not _is_host(host):
        raise _unknown(given)
    return host, port


def _is_host(host: str) -> bool:
    if ":" in host:
        return _ip(host) is not None
    return 0 < len(host) <= _LONGEST_HOST and all(_LABEL.fullmatch(part) for part in host.split("."))


def _is_loopback_host(host: str) -> bool:
    address = _ip(host)
    return host == "localhost" if address is None else address.is_loopback


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _unknown(given: str) -> UserError:
    return UserError("server_unknown", server=_printable(given))


def _printable(given: str) -> str:
    """What may be shown of an address: no user name or password, no query, nothing endless."""
    without_user = given.rsplit("@", 1)[-1]
    return "".join(c for c in re.split(r"[?#]", without_user)[0] if c.isprintable())[:100]
