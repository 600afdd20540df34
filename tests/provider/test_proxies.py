"""Which proxy stands before an address: the environment's or the registry's, and its exceptions."""

from __future__ import annotations

import urllib.request

import pytest

from einvoice_desktop.provider.proxies import shown_proxy, system_proxy

UAT = "https://einvoiceapiuat.impact.gr"


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name}_proxy".upper(), raising=False)


def test_without_a_proxy_there_is_none() -> None:
    assert system_proxy(UAT) is None


@pytest.mark.parametrize(
    ("name", "value", "proxy"),
    [
        ("HTTPS_PROXY", "http://proxy.example:3128", "http://proxy.example:3128"),
        ("https_proxy", "proxy.example:3128", "http://proxy.example:3128"),
        ("ALL_PROXY", "http://proxy.example:3128", "http://proxy.example:3128"),
        ("HTTP_PROXY", "http://proxy.example:3128", None),
        ("HTTPS_PROXY", "  ", None),
    ],
)
def test_the_environments_proxy(
    name: str, value: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert system_proxy(UAT) == proxy


@pytest.mark.parametrize(
    ("exceptions", "direct"),
    [
        ("*", True),
        ("impact.gr", True),
        (".impact.gr", True),
        ("einvoiceapiuat.impact.gr", True),
        ("localhost,127.0.0.1", False),
        ("notimpact.gr", False),
    ],
)
def test_the_environments_exceptions(exceptions: str, direct: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert (system_proxy(UAT) is None) is direct


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080", "https://localhost", "http://[::1]:80"])
def test_this_machine_is_never_reached_through_one(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    assert system_proxy(address) is None


def test_on_windows_the_registrys_proxy_and_its_exceptions_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the library reads both from the registry, under these names."""
    proxy = "http://proxy.example:3128"
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"http": proxy, "https": proxy})
    monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: host.endswith(".s1ecos.gr"))
    assert system_proxy(UAT) == proxy
    assert system_proxy("https://einvoice.s1ecos.gr") is None


@pytest.mark.parametrize(
    ("proxy", "shown"),
    [
        ("http://user:hush@proxy.example:3128", "proxy.example:3128"),
        ("http://us%40er:hu@sh@proxy.example:3128/path", "proxy.example:3128"),
        ("http://proxy.example", "proxy.example"),
    ],
)
def test_a_proxy_is_shown_without_its_password(proxy: str, shown: str) -> None:
    assert shown_proxy(proxy) == shown
