"""Letters that look alike and are not: a Latin A and a Greek Α in a series make two series (RULES 10)."""

from __future__ import annotations

import unicodedata

_LATIN = "ABEZHIKMNOPTYXaoviukpxy"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονιυκρχγ"
_CYRILLIC = "АВЕ\u0417НІКМ\u0418ОРТУХао\u0475і\u0446крху"
_TWINS = {ord(twin): latin for row in (_GREEK, _CYRILLIC) for twin, latin in zip(row, _LATIN, strict=True)}
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def skeleton(text: str) -> str:
    """`text` as it looks: two texts with one skeleton cannot be told apart on paper."""
    return unicodedata.normalize("NFC", text).translate(_TWINS)


def scripts(text: str) -> tuple[str, ...]:
    """The alphabets whose letters `text` has, among Latin, Greek and Cyrillic."""
    names = [unicodedata.name(c, "") for c in text if c.isalpha()]
    return tuple(script for script in _SCRIPTS if any(name.startswith(script) for name in names))


def look_alikes(text: str, others: frozenset[str]) -> list[str]:
    """Those of `others` that look like `text` and are not."""
    shape = skeleton(text)
    return sorted(other for other in others if other != text and skeleton(other) == shape)
