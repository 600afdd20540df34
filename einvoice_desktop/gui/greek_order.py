"""Texts in the order of a Greek telephone book."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt

Row = TypeVar("Row")
GreekKey = tuple[bool, QCollatorSortKey]


def greek_key(text: Callable[[Row], str]) -> Callable[[Row], GreekKey]:
    """What rows are sorted by: accents and case count last; what is empty comes last."""
    collator = QCollator(QLocale("el_GR"))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def key(row: Row) -> GreekKey:
        shown = text(row)
        return (not shown.strip(), collator.sortKey(shown))

    return key
