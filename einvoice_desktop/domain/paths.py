"""How a place in a document is written: `counterParty.vat`, `details[2].unitPrice`, `issuer["odd.name"]`."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEP = re.compile(
    r"""(?:^|(?<=[\s\S])\.)(?P<name>[^.\[\]"]+)
      | \[(?P<index>0|[1-9][0-9]{0,8})\]
      | \[(?P<quoted>"(?:[^"\\]|\\.)*")\]""",
    re.VERBOSE,
)
_SPECIAL = re.compile(r'[.\[\]"]')


@lru_cache(maxsize=8192)
def parse_path(path: str) -> tuple[str | int, ...]:
    """The JSON names and row numbers (from 0) of a path; () for the document itself.

    A name with a dot, a bracket or a quote in it stands in brackets as a JSON string.
    Raises ValueError when the text is no path.
    """
    parts: list[str | int] = []
    place = 0
    while place < len(path):
        step = _STEP.match(path, place)
        if step is None:
            raise ValueError(f"no path of a document: {path!r}")
        parts.append(_part(step))
        place = step.end()
    if parts and isinstance(parts[0], int):
        raise ValueError(f"a path begins with a name: {path!r}")
    return tuple(parts)


def format_path(parts: Iterable[str | int]) -> str:
    """The path of these names and row numbers: what `parse_path` takes apart."""
    path = ""
    for part in parts:
        if isinstance(part, int):
            path += f"[{part}]"
        elif not part or _SPECIAL.search(part) or not part.isprintable():
            path += f"[{json.dumps(part)}]"
        else:
            path += f".{part}" if path else part
    return path


def _part(step: re.Match[str]) -> str | int:
    if step["name"] is not None:
        return step["name"]
    if step["index"] is not None:
        return int(step["index"])
    quoted: str = json.loads(step["quoted"])
    return quoted
