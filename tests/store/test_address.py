"""Where shared books lie: what is taken, what is refused in words, and a password that nobody gets to see."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.engine import open_store

SECRET = "zx-Κρυφός-9"
SPELLED = "zx-%CE%9A%CF%81%CF%85%CF%86%CF%8C%CF%82-9"


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_both_spellings_are_one_place(scheme: str) -> None:
    address = database_address(f"{scheme}://maria@db.example:6543/books")
    assert (address.user, address.host, address.port, address.name) == ("maria", "db.example", 6543, "books")
    assert address.keyring_name == "maria@db.example:6543/books"
    assert address.place == "db.example/books"


@pytest.mark.parametrize("host", ["db.example", "192.0.2.7", "[2001:db8::1]"])
@pytest.mark.parametrize("asked", ["", "?sslmode=verify-full"])
def test_off_this_computer_the_certificate_is_checked(host: str, asked: str) -> None:
    assert database_address(f"postgresql://maria@{host}/books{asked}").sslmode == "verify-full"


@pytest.mark.parametrize("weaker", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_off_this_computer_nothing_weaker_is_taken(weaker: str) -> None:
    with pytest.raises(UserError) as error:
        database_address(f"postgresql://maria@db.example/books?sslmode={weaker}")
    assert (error.value.code, error.value.params) == ("database_url_insecure", {"host": "db.example"})


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"])
def test_on_this_computer_it_may_be_plain(host: str) -> None:
    assert database_address(f"postgresql://maria@{host}/books").sslmode == "prefer"
    assert database_address(f"postgresql://maria@{host}/books?sslmode=disable").sslmode == "disable"


def test_a_unix_socket_is_this_computer() -> None:
    address = database_address("postgresql://maria@/books?host=/var/run/postgresql")
    assert (address.host, address.sslmode) == ("/var/run/postgresql", "prefer")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "books",
        "mysql://maria@h/books",
        "postgresql://h/books",
        "postgresql://maria@h",
        "postgresql://maria@h/",
        "postgresql://maria@h/a/b",
        "postgresql://maria@h:port/books",
        "postgresql://maria@h:99999/books",
        "postgresql://maria@h/books#x",
        "postgresql://maria@h/books?sslmode=never",
        "postgresql://maria@h/books?options=-c%20x",
        "postgresql://maria@127.0.0.1/books?host=db.example&sslmode=disable",
        "postgresql://maria@/books?hostaddr=192.0.2.1",
        "postgresql://maria@a,b/books",
        "postgresql://maria@[::1/books",
        "postgresql://maria@h/books?sslmode",
    ],
)
def test_what_cannot_be_read_is_said(url: str) -> None:
    with pytest.raises(UserError) as error:
        database_address(url)
    assert (error.value.code, error.value.params) == ("database_url_bad", {})


def test_a_password_is_taken_and_shown_nowhere() -> None:
    address = database_address(f"postgresql://maria:{SPELLED}@127.0.0.1/books")
    assert address.password == SECRET
    for shown in (repr(address), str(address), address.place, address.keyring_name):
        assert SECRET not in shown
        assert SPELLED not in shown


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://maria:{SPELLED}@127.0.0.1:1/books",
        f"postgresql://maria:{SPELLED}@127.0.0.1:nought/books",
        f"postgresql://maria:{SPELLED}@db.example/books?sslmode=allow",
        f"postgresql://maria:{SPELLED}@127.0.0.1/books?password={SPELLED}",
    ],
)
def test_whatever_goes_wrong_the_password_is_neither_told_nor_logged(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(UserError) as error:
        open_store(url)
    told = "".join(traceback.format_exception(error.value)) + repr(error.value.params) + caplog.text
    assert SECRET not in told
    assert SPELLED not in told


def test_the_keyrings_password_is_asked_for_only_where_the_address_has_none() -> None:
    asked: list[str] = []

    def answer(name: str) -> str | None:
        asked.append(name)
        return SECRET

    for url in ("postgresql://maria:x@127.0.0.1:1/books", "postgresql://maria@127.0.0.1:1/books"):
        with pytest.raises(UserError) as error:
            open_store(url, password=answer)
        assert error.value.code == "store_unreachable"
    assert asked == ["maria@127.0.0.1:1/books"]


def test_a_file_of_books_needs_no_psycopg(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from einvoice_desktop.store.engine import open_store; "
        "open_store(Path(sys.argv[1]) / 'books.sqlite').close(); print('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
