"""What a failed try of the connection is called, so that a person knows what to mend."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from einvoice_desktop.provider.envelope import is_page, page_title
from einvoice_desktop.provider.failures import reason_of
from einvoice_desktop.provider.proxies import shown_proxy
from einvoice_desktop.provider.wire import Answer, LineError

_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.ENETRESET})
# OpenSSL's numbers (x509_vfy.h) and Windows' (winerror.h) for the same faults of a certificate.
_NOT_YET = frozenset({9})
_EXPIRED = frozenset({10, 0x800B0101})
_OTHER_NAME = frozenset({62, 64, 0x800B010F})
_BAD_GATEWAY = range(502, 505)


class Said(NamedTuple):
    """A sentence's code and what fills it."""

    code: str
    params: Mapping[str, str]

    @classmethod
    def of(cls, code: str, **params: object) -> Said:
        """With texts for parameters."""
        return cls(code, {name: str(value) for name, value in params.items()})

    @staticmethod
    def date_of(answer: Answer | None) -> datetime | None:
        """The server's own time (aware UTC); None where it does not tell."""
        try:
            told = parsedate_to_datetime(answer.headers.get("date", "")) if answer else None
        except (ValueError, TypeError, OverflowError):
            return None
        return None if told is None else told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)


def line_fault(error: httpx.HTTPError | LineError, address: str, proxy: str | None, now: datetime) -> Said:
    """Why no answer came. `proxy` is what stands between; its password is not told."""
    host = urlsplit(address).hostname or address
    causes = tuple(_causes(error))
    certificate = next((c for c in causes if isinstance(c, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        return _certificate_fault(certificate.verify_code, host, now)
    if isinstance(error, httpx.ProxyError):
        return _proxy_fault(str(error), proxy or "")
    if any(isinstance(c, OSError) and c.errno in _NO_NETWORK for c in causes):
        return Said.of("connection_no_network")
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout) and proxy:
        return Said.of("connection_proxy_absent", proxy=shown_proxy(proxy))
    lookup = next((c for c in causes if isinstance(c, socket.gaierror)), None)
    if lookup is not None:
        # EAI_AGAIN: nobody could be asked, which mostly means that there is no network at all.
        offline = lookup.errno == socket.EAI_AGAIN
        return Said.of("connection_no_network") if offline else Said.of("connection_no_name", host=host)
    return Said.of(_CODES.get(reason_of(error), "connection_lost_midway"), host=host)


_CODES = {
    "connection_refused": "connection_nobody_listens",
    "connect_timeout": "connection_no_answer",
    "connect_failed": "connection_no_network",
    "tls_failed": "connection_no_tls",
    "read_timeout": "connection_no_answer",
    "write_timeout": "connection_no_answer",
    "time_limit": "connection_no_answer",
    "answer_too_large": "connection_no_provider",
    "protocol_error": "connection_no_provider",
}


def answer_fault(answer: Answer, message: str, address: str, vat: str) -> Said:
    """Why an answer brought no token. `message` is what it says in words, without secrets."""
    host = urlsplit(address).hostname or address
    page = is_page(answer.body, answer.headers.get("content-type", ""))
    status = answer.status
    if 300 <= status < 400:
        return Said.of("connection_portal", host=host, title=_host_of(answer) or f"HTTP {status}")
    if status in (404, 405):
        return Said.of("connection_no_provider", host=host)
    if status == 407:
        return Said.of("connection_proxy_password", proxy=host)
    if page and status not in _BAD_GATEWAY:
        return Said.of("connection_portal", host=host, title=page_title(answer.body) or f"HTTP {status}")
    if status in (400, 401, 403, 422):
        return Said.of("connection_key_refused", vat=vat, words=message or status)
    if 200 <= status < 300:
        return Said.of("connection_no_token", host=host)
    return Said.of("connection_provider_down", host=host, status=status)


def _certificate_fault(number: int, host: str, now: datetime) -> Said:
    # Windows' codes come as signed numbers or as unsigned ones.
    number &= 0xFFFFFFFF
    today = now.astimezone().strftime("%d/%m/%Y %H:%M")
    if number in _NOT_YET:
        return Said.of("connection_clock_too_early", host=host, today=today)
    if number in _EXPIRED:
        return Said.of("connection_certificate_expired", host=host, today=today)
    if number in _OTHER_NAME:
        return Said.of("connection_certificate_name", host=host)
    return Said.of("connection_certificate_untrusted", host=host)


def _proxy_fault(words: str, proxy: str) -> Said:
    shown = shown_proxy(proxy)
    if words.startswith("407"):
        return Said.of("connection_proxy_password", proxy=shown)
    return Said.of("connection_proxy_refused", proxy=shown, words=words[:100])


def _host_of(answer: Answer) -> str:
    """Where it points to; nothing else of that address, which may hold what was sent."""
    try:
        return urlsplit(answer.headers.get("location", "")).hostname or ""
    except ValueError:
        return ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error` and what led to it."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
