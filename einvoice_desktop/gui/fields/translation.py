"""Marks words in data for the translators."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """`source`, to be translated in `_context` where it is shown. PySide6's own twin has no types."""
    return source
