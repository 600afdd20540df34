"""Lets SQLAlchemy come without asyncio, which it imports for ways that are not gone here."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_NAME = "asyncio"


class _Late(ModuleType):
    """asyncio, imported when something of it is asked for: SQLAlchemy does so to look at some errors."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(_NAME) is self:
            del sys.modules[_NAME]
        return getattr(importlib.import_module(_NAME), name)

    @staticmethod
    def iscoroutine(thing: object) -> bool:
        """The one name that SQLAlchemy keeps while it is imported."""
        import asyncio

        return asyncio.iscoroutine(thing)


@contextmanager
def without_asyncio() -> Iterator[None]:
    """What is imported meanwhile has asyncio only when it uses it: with TLS that is 6 MB and 60 ms."""
    if _NAME in sys.modules:
        yield
        return
    late = sys.modules[_NAME] = _Late(_NAME)
    try:
        yield
    finally:
        if sys.modules.get(_NAME) is late:
            del sys.modules[_NAME]
