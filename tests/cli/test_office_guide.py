"""What the guide for an office says is so: its commands are the program's, its hosts and columns are ours."""

from __future__ import annotations

import re
import shlex
from urllib.parse import urlsplit

import pytest

from einvoice_desktop import paths
from einvoice_desktop.cli.commands import _parser
from einvoice_desktop.provider.servers import KNOWN_SERVERS
from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.schema import desks, submissions

LANGUAGES = ("el", "en")
GUIDES = {
    language: paths.resource(f"manual/office-{language}.md").read_text(encoding="utf-8")
    for language in LANGUAGES
}
COMMAND = re.compile(r"(?:^ {4,}|`)einvoice-desktop(?:-console)? (-.+?|[a-z].+?)(?:`|$)", re.MULTILINE)
BLOCK = re.compile(r"^ {4,}(\S.*)$", re.MULTILINE)
GREEK_NAME = "ΟΝΟΜΑ"


def commands(language: str) -> list[str]:
    return [found[1] for found in COMMAND.finditer(GUIDES[language])]


def blocks(language: str) -> list[str]:
    """What is typed, line by line."""
    return [line.replace(GREEK_NAME, "NAME") for line in BLOCK.findall(GUIDES[language])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_guide_is_one_of_the_programs(language: str) -> None:
    written = commands(language)
    assert len(written) > 12
    for line in written:
        words = [
            "self-check" if word == "--self-check" else word for word in shlex.split(line.replace("\\", "/"))
        ]
        assert _parser().parse_args(words).command, line


def test_what_is_typed_is_the_same_in_both_languages() -> None:
    assert blocks("el") == blocks("en")
    assert sorted(commands("en")) == sorted(line.replace(GREEK_NAME, "NAME") for line in commands("el"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_host_that_the_program_speaks_to_and_no_other(language: str) -> None:
    ours = {urlsplit(url).hostname for server in KNOWN_SERVERS for url in (server.api_url, server.portal_url)}
    told = set(re.findall(r"`([a-z0-9-]+(?:\.[a-z0-9-]+)+\.gr)`", GUIDES[language]))
    assert told == ours


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_addresses_of_shared_books_are_taken_and_checked_whole(language: str) -> None:
    written = re.findall(r"postgresql://\S+?(?=`|\s|$)", GUIDES[language])
    assert len(written) >= 3
    for one in written:
        address = database_address(one)
        assert (address.host, address.sslmode) == ("server.office.lan", "verify-full")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_that_the_guide_looks_at_are_there(language: str) -> None:
    for table, column in re.findall(r"max\((\w+)/|to_timestamp\((\w+)/", GUIDES[language]):
        name = table or column
        assert name in {*submissions.c.keys(), *desks.c.keys()}, name
    assert "FROM desks" in GUIDES[language]
    assert "FROM submissions" in GUIDES[language]
