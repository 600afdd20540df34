"""What the search finds, and how typed words meet the words of a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from einvoice_desktop.domain.folding import look_alikes, words_of

Group = Literal["pages", "commands", "drafts", "documents", "customers", "items"]
GROUPS: tuple[Group, ...] = ("pages", "commands", "customers", "items", "drafts", "documents")
"""In the order in which they are shown."""


class Hit(NamedTuple):
    """One thing that was found. `aside` stands at the right end: a key, an amount, a MARK."""

    group: Group
    text: str
    aside: str
    do: Callable[[], None]


class Thing(NamedTuple):
    """Something that can be found without asking anybody; `words` in every language it goes by."""

    hit: Hit
    words: tuple[str, ...]


def thing(hit: Hit, *names: str) -> Thing:
    """`hit`, to be found by any of `names`."""
    return Thing(hit, tuple(word for name in names for word in words_of(name)))


def matching(things: Iterable[Thing], typed: str, most: int) -> list[Hit]:
    """Those of whose words every typed word begins one; those come first whose first word it begins."""
    wanted = [look_alikes(word) for word in words_of(typed)]
    found = [one for one in things if all(_begins(word, one.words) for word in wanted)]
    if wanted:
        found.sort(key=lambda one: not one.words[0].startswith(tuple(wanted[0])))
    return [one.hit for one in found[:most]]


def is_met(typed: str, *texts: str) -> bool:
    """Whether every typed word begins a word of `texts`."""
    words = [word for text in texts for word in words_of(text)]
    return all(_begins(look_alikes(word), words) for word in words_of(typed))


def _begins(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return any(word.startswith(tuple(wanted)) for word in words)
