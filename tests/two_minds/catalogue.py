"""Our catalogue of rules as the debate counts by it: which rule told a problem."""

from __future__ import annotations

import re
from collections import defaultdict

from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.catalogue import DOCUMENT_RULES, LINE_RULES

_INDEX = re.compile(r"\[\d+\]")
_LINE = "details[]."


def _bare(path: str) -> str:
    """A path without its numbers."""
    return _INDEX.sub("[]", path)


def _every_rule() -> dict[str, set[tuple[str, str]]]:
    """What each rule tells: paths without their numbers, and problem codes."""
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for prefix, rules in (("", DOCUMENT_RULES), (_LINE, LINE_RULES)):
        for rule in rules:
            name = f"line: {rule.name}" if prefix else rule.name
            told[name] |= {(_bare(f"{prefix}{tells.path}"), tells.code) for tells in rule.tells}
    return dict(told)


RULES = _every_rule()
_RULES_OF: dict[tuple[str, str], set[str]] = defaultdict(set)
for _name, _told in RULES.items():
    for _key in _told:
        _RULES_OF[_key].add(_name)


def place(problem: Problem) -> str:
    """The path of a problem without its numbers."""
    return _bare(problem.path)


def rules_of(problem: Problem) -> set[str]:
    """The rules that tell this problem at this place."""
    return _RULES_OF.get((place(problem), problem.code), set())
