"""Imports Qt without compiling, at every start, the long patterns that PySide6 words its errors with."""

from __future__ import annotations

import re
from functools import partial

_LONG = 4000
"""Characters. PySide6 (6.9 to 6.11) has three of more, a sixth of what its import takes."""
_METHODS = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"})


_compile = re.compile


class LatePattern:
    """A pattern that is compiled when it is first used; its methods may be handed out before."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            # What a class asks each of its attributes for.
            raise AttributeError(name)
        return partial(self._do, name) if name in _METHODS else getattr(_compile(*self._given), name)

    def _do(self, method: str, *given: object, **named: object) -> object:
        # `re` itself keeps what it has compiled.
        return getattr(_compile(*self._given), method)(*given, **named)


def import_qt() -> None:
    """Imports PySide6.QtCore, the first time with long patterns left for later."""

    def compile_late(pattern: object, flags: int | re.RegexFlag = 0) -> object:
        if isinstance(pattern, str) and len(pattern) > _LONG:
            return LatePattern(pattern, flags)
        return _compile(pattern, flags)  # type: ignore[call-overload]

    re.compile = compile_late  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401 - for what comes with it
    finally:
        re.compile = _compile
