"""A named way to break one rule of a correct document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.two_minds.facts import Facts, Json
from tests.two_minds.specials import Special

Apply = Callable[[Json, Facts, Random], None]
Where = Callable[[Json, Facts], bool]


def anywhere(document: Json, _facts: Facts) -> bool:
    """Every document that is sent to /invoice/json."""
    return "details" in document


@dataclass(frozen=True, slots=True)
class Mutation:
    """`where` says of which correct documents the rule speaks; `apply` breaks it in such a one.

    `wish`: the types, and the speciality, of a document that fits, where few do.
    """

    name: str
    apply: Apply
    where: Where = anywhere
    wish: tuple[tuple[str, ...], Special | None] | None = None


def of_types(*codes: str) -> Where:
    return lambda document, _facts: document["invoiceTypeCode"] in codes


def put(path: str, value: object) -> Apply:
    """Sets one member; an index in the path must exist, a missing object on the way is made."""

    def apply(document: Json, _facts: Facts, _rng: Random) -> None:
        set_at(document, path, value)

    return apply


def drop(path: str) -> Apply:
    def apply(document: Json, _facts: Facts, _rng: Random) -> None:
        remove_at(document, path)

    return apply


def both(*steps: Apply) -> Apply:
    def apply(document: Json, facts: Facts, rng: Random) -> None:
        for step in steps:
            step(document, facts, rng)

    return apply


def has(path: str) -> Where:
    return lambda document, _facts: value_at(document, path) not in (None, "", [], {})


def all_of(*tests: Where) -> Where:
    return lambda document, facts: all(test(document, facts) for test in tests)


def _parts(path: str) -> list[str | int]:
    return [int(part) if part.isdigit() else part for part in path.split(".")]


def value_at(document: Json, path: str) -> object:
    found: object = document
    for part in _parts(path):
        if isinstance(part, int):
            if not isinstance(found, list) or len(found) <= part:
                return None
            found = found[part]
        elif isinstance(found, dict):
            found = found.get(part)
        else:
            return None
    return found


def set_at(document: Json, path: str, value: object) -> None:
    *way, last = _parts(path)
    target: object = document
    for part in way:
        if isinstance(part, int):
            assert isinstance(target, list)
            target = target[part]
        else:
            assert isinstance(target, dict)
            target = target.setdefault(part, {})
    if isinstance(last, int):
        assert isinstance(target, list)
        target[last] = value
    else:
        assert isinstance(target, dict)
        target[last] = value


def remove_at(document: Json, path: str) -> None:
    *way, last = _parts(path)
    target = value_at(document, ".".join(map(str, way))) if way else document
    if isinstance(target, dict):
        target.pop(str(last), None)
    elif isinstance(target, list) and isinstance(last, int) and len(target) > last:
        del target[last]
