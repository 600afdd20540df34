"""Which proxy the system wants before an address: the environment's, or on Windows the registry's."""

from __future__ import annotations

import urllib.request
from urllib.parse import urlsplit

from einvoice_desktop.provider.servers import is_loopback


def system_proxy(address: str) -> str | None:
    """The proxy's own address, a password in it included; None where there is none for `address`.

    This machine is never reached through one. The exceptions are the system's too (no_proxy, and the list
    that Windows keeps beside its proxy, which httpx by itself would not read).
    """
    if is_loopback(address):
        return None
    parts = urlsplit(address)
    named = urllib.request.getproxies()
    proxy = named.get(parts.scheme) or named.get("all") or ""
    if not proxy.strip() or urllib.request.proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def shown_proxy(proxy: str) -> str:
    """A proxy's host and port, for people; never its user name or password."""
    return proxy.partition("://")[2].rsplit("@", 1)[-1].partition("/")[0][:100]
