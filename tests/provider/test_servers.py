"""What a person may call a server, and what is no address at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.provider.servers import KNOWN_SERVERS, KnownServer, is_loopback, resolve


@pytest.mark.parametrize("known", KNOWN_SERVERS, ids=lambda known: known.name)
def test_a_known_server_goes_by_its_name_and_by_its_address(known: KnownServer) -> None:
    for called in (known.name, known.name.upper(), f" {known.name} ", known.api_url, known.api_url + "/"):
        assert resolve(called) == known
    assert resolve(known.api_url.upper().replace("HTTPS", "Https") + ":443/") == known


def test_the_hosts_are_the_published_ones() -> None:
    assert {known.name: (known.api_url, known.portal_url) for known in KNOWN_SERVERS} == {
        "uat": ("https://einvoiceapiuat.impact.gr", "https://einvoiceportaluat.impact.gr"),
        "production": ("https://einvoiceapi.impact.gr", "https://einvoice.impact.gr"),
        "softone-uat": ("https://einvoice-demo.s1ecos.gr", "https://einvoice-demo-portal.s1ecos.gr"),
        "softone-production": ("https://einvoice.s1ecos.gr", "https://einvoice.s1ecos.gr"),
    }


def test_practice_has_no_address() -> None:
    assert resolve("Practice") == KnownServer("practice", "", "")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("HTTPS://Einvoice.Example.GR:8443/Api/", "https://einvoice.example.gr:8443/Api"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://LOCALHOST:80/", "http://localhost"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
    ],
)
def test_an_address_is_its_own_name_in_one_spelling(given: str, address: str) -> None:
    assert resolve(given) == KnownServer(address, address, "")
    assert resolve(address).name == address


@pytest.mark.parametrize(
    "given",
    [
        "http://einvoice.example.gr",
        "http://192.168.1.5",
        "http://0.0.0.0:80",
        "http://localhost.example.gr",
        "http://127.1",
        "http://2130706433",
        "http://[::ffff:192.168.1.5]",
        "HTTP://einvoiceapi.impact.gr",
    ],
)
def test_http_is_for_this_machine_only(given: str) -> None:
    with pytest.raises(UserError) as caught:
        resolve(given)
    assert (caught.value.code, caught.value.params) == ("server_not_https", {"url": given})


@pytest.mark.parametrize(
    "given",
    [
        "",
        "   ",
        "einvoiceapi.impact.gr",
        "https://",
        "https:///path",
        "https://a..b",
        "https://-a.gr",
        "https://" + "a" * 64 + ".gr",
        "https://a.gr:notaport",
        "https://a.gr:99999",
        "https://[::1",
        "https://[nonsense]",
        "https://a b.gr",
        "https://a.gr/x?key=1",
        "https://a.gr/#x",
        "https://a.gr\\@b.gr",
        "https://a.gr\r\nHost: b.gr",
        "https://παράδειγμα.gr",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://" + "a." * 400 + "gr",
    ],
)
def test_nonsense_is_no_server(given: str) -> None:
    with pytest.raises(UserError) as caught:
        resolve(given)
    assert caught.value.code == "server_unknown"
    assert len(caught.value.params["server"]) <= 100
    assert "key=1" not in caught.value.params["server"]


@pytest.mark.parametrize("given", ["https://me:hush@a.gr", "http://hush@127.0.0.1", "me:hush@a.gr"])
def test_a_password_in_an_address_is_neither_taken_nor_repeated(given: str) -> None:
    with pytest.raises(UserError) as caught:
        resolve(given)
    assert caught.value.code == "server_unknown"
    assert "hush" not in repr(caught.value)


def test_loopback() -> None:
    assert all(is_loopback(url) for url in ("http://127.0.0.1:1", "https://localhost", "http://[::1]"))
    assert not any(is_loopback(url) for url in ("", "https://a.gr", "http://[::1", "http://10.0.0.1"))


def test_asking_for_a_server_loads_no_http() -> None:
    code = (
        "import sys; from einvoice_desktop.provider.servers import resolve; resolve('uat');"
        "print([m for m in ('httpx', 'pydantic', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("server", "url", "own"),
    [
        ("practice", "http://127.0.0.1:8123/v/EL1-2", True),
        ("practice", "https://einvoice.impact.gr/v/x", False),
        ("practice", "http://127.0.0.1.evil.example/v/x", False),
        ("uat", "https://einvoiceportaluat.impact.gr/v/x", True),
        ("uat", "http://einvoiceportaluat.impact.gr/v/x", False),
        ("uat", "https://impact.gr.evil.example/v/x", False),
        ("uat", "https://evilimpact.gr/v/x", False),
        ("uat", "https://einvoice.impact.gr@evil.example/", False),
        ("production", "javascript:alert(1)", False),
        ("production", "file:///etc/passwd", False),
        ("production", "", False),
        ("softone-production", "https://einvoice.s1ecos.gr/v/x", True),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000/v/x", True),
        ("https://provider.example", "https://provider.example/v/x", True),
        ("https://provider.example", "https://other.example/v/x", False),
    ],
)
def test_only_a_providers_own_pages_are_opened(server, url, own):
    from einvoice_desktop.provider.servers import is_own_address

    assert is_own_address(server, url) is own
