"""`login`: the key goes into the keyring, and `--test` says in words whether documents could go."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.domain.submission import SignIn
from tests.cli.conftest import Said

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
VAT = "EL094014201"
WITH_KEY = {"EINVOICE_API_KEY": KEY, "EINVOICE_LANGUAGE": "en"}
Command = Callable[..., Said]


def test_the_practice_provider_can_be_tried_without_a_key(command: Command) -> None:
    said = command("login", "--server", "practice", "--vat", VAT, "--test", env={"EINVOICE_LANGUAGE": "en"})
    assert said.status == 0, said.err
    lines = said.out.splitlines()
    assert lines[:1] == ["✓ The API key is there."]
    assert lines[-2] == "✓ The provider accepted the key."
    assert re.fullmatch(r"Signed in until \d\d:\d\d; it is renewed by itself\.", lines[-1])


@pytest.mark.parametrize("auth", ["bearer", "apikey", "oauth"])
def test_each_way_in_over_a_real_socket(auth: str, command: Command, sandbox: str) -> None:
    words = ("login", "--server", sandbox, "--vat", VAT, "--test", "--auth", auth, "--json")
    said = command(*words, env=WITH_KEY)
    assert said.status == 0, said.err
    (row,) = said.rows
    assert (row["server"], row["vat"], row["signIn"], row["ok"]) == (sandbox, "094014201", auth, True)
    assert [step["step"] for step in row["steps"]] == ["key", "line", "clock", "signIn"]
    assert {step["end"] for step in row["steps"]} == {"fine"}
    assert (row["signedInUntil"] is None) is (auth == "apikey")
    assert KEY not in said.out + said.err


def test_another_companys_key_is_refused_in_words(command: Command, sandbox: str) -> None:
    words = ("login", "--server", sandbox, "--vat", VAT, "--test")
    assert command(*words, env=WITH_KEY).status == 0
    said = command(*words, env={**WITH_KEY, "EINVOICE_API_KEY": "of-another-company"})
    assert said.status == 1
    assert "belongs to another VAT number" in said.out.splitlines()[-1]
    assert "of-another-company" not in said.out + said.err


def test_the_setting_is_the_way_in_and_auth_wins(command: Command, folder: Path, sandbox: str) -> None:
    folder.mkdir()
    (folder / "settings.ini").write_text("[settings]\nconnection.signIn = oauth\n", encoding="utf-8")
    words = ("login", "--server", sandbox, "--vat", VAT, "--test", "--json")
    assert command(*words, env=WITH_KEY).rows[0]["signIn"] == "oauth"
    assert command(*words, "--auth", "apikey", env=WITH_KEY).rows[0]["signIn"] == "apikey"


def test_submit_signs_in_as_the_settings_say(
    command: Command, folder: Path, sandbox: str, without_number: list[Path]
) -> None:
    folder.mkdir()
    (folder / "settings.ini").write_text("[settings]\nconnection.signIn = apikey\n", encoding="utf-8")
    file = without_number[0]
    said = command("submit", file, "--server", sandbox, "--today", "--wait", "20", "--json", env=WITH_KEY)
    assert said.rows[0]["state"] == "issued", said.out + said.err
    said = command(
        "submit", without_number[1], "--server", sandbox, "--today", "--auth", "oauth", env=WITH_KEY
    )
    assert said.status == 0, said.out + said.err
    assert ways_in(folder) == [SignIn.APIKEY, SignIn.OAUTH]


def ways_in(folder: Path) -> list[SignIn]:
    """How each sealed document of a data folder signs in, in the order of sealing."""
    desk = bootstrap.open_desk(bootstrap.Options(folder, database_url=None))
    try:
        return [row.sign_in for row in desk.submissions(everywhere=True)]
    finally:
        desk.close()


def test_nobody_there_is_told_and_is_no_misuse(command: Command) -> None:
    said = command("login", "--server", "https://127.0.0.1:9", "--vat", VAT, "--test", env=WITH_KEY)
    assert said.status == 1
    assert "✗ Nobody listens at 127.0.0.1" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--server", "uat", "--vat", VAT, "--json"),
        ("--server", "uat", "--vat", VAT, "--auth", "oauth"),
        ("--server", "uat", "--test"),
        ("--database", "postgresql://me@host/books", "--test"),
        ("--server", "uat", "--vat", VAT, "--test", "--auth", "basic"),
    ],
)
def test_words_that_do_not_go_together_are_misuse(words: tuple[str, ...], command: Command) -> None:
    said = command("login", *words, env=WITH_KEY, stdin=f"{KEY}\n")
    assert (said.status, said.out) == (2, "")
    assert KEY not in said.err


@pytest.mark.parametrize("server", ["http://einvoice.example.gr", "nonsense"])
def test_what_is_no_server_is_misuse(server: str, command: Command) -> None:
    said = command("login", "--server", server, "--vat", VAT, "--test", env=WITH_KEY)
    assert (said.status, said.out) == (2, "")
    assert said.err
