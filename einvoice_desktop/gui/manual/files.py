"""The manual as it lies beside the program, in one language. Reads files: not on the GUI thread."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.help_book import (
    MESSAGES,
    HelpBook,
    HelpPage,
    escaped,
    messages_page,
    page_name,
    read_page,
)

FOLDER = "manual/help"
_COMMANDS = "%commands%"
"""In a line of its own: every command with its key, and where the manual tells of it."""
_OFFICE = "office"
"""The guide for whoever installs the program: read outside it too, and so without names of headings."""
_NUMBERED = re.compile(r"^#+ (\d+(?:\.\d+)*)\.? .*$", re.MULTILINE | re.ASCII)

Resource = Callable[[str], Path]


class CommandLine(NamedTuple):
    """A command in words, its key, and the address of its part of the manual."""

    words: str
    key: str
    address: str


def read_manual(resource: Resource, language: Language, commands: Sequence[CommandLine]) -> HelpBook:
    """All its pages, in the order of their files' names. Raises OSError where they do not lie there."""
    folder = resource(f"{FOLDER}/{language}")
    found = []
    for path in sorted(folder.iterdir()):
        name = page_name(path.name)
        if name:
            found.append(_page(resource, name, path.read_text(encoding="utf-8"), language, commands))
    # The messages stay last: whoever looks for one of those comes by its number.
    found.insert(-1, _guide(resource(f"manual/{_OFFICE}-{language}.md").read_text(encoding="utf-8")))
    return HelpBook(found)


def _guide(text: str) -> HelpPage:
    """Its headings are linked by their numbers: "5" and "5-1"."""
    title, rest = text.split("\n", 1)
    named = _NUMBERED.sub(lambda found: f"{found[0]} {{#{found[1].replace('.', '-')}}}", rest)
    return read_page(_OFFICE, f"{title} {{#start}}\n{named}")


def _page(
    resource: Resource, name: str, text: str, language: Language, commands: Sequence[CommandLine]
) -> HelpPage:
    if name == MESSAGES:
        return messages_page(
            text,
            _json(resource("codes/error_codes.json")),
            _json(resource(f"{FOLDER}/messages.json")),
            _json(resource("i18n/messages.json")),
            language,
        )
    if _COMMANDS in text:
        rows = (f"| [{escaped(one.words)}]({one.address}) | {escaped(one.key)} |" for one in commands)
        text = text.replace(_COMMANDS, "\n".join(rows))
    return read_page(name, text)


def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())
