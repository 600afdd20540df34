"""What a person said of the columns of a sheet, remembered for the next sheet with the same headings."""

from __future__ import annotations

import json
from collections.abc import Sequence

from einvoice_desktop.app.importing.headings import fingerprint
from einvoice_desktop.app.importing.targets import Subject, target_of

MOST = 60
"""Sets of headings; the one not used for longest is forgotten."""

Kept = dict[str, list[str]]


def _read(text: str) -> Kept:
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def recalled(text: str, subject: Subject, headings: Sequence[str]) -> tuple[str, ...] | None:
    """By column the path of what it means, as it was kept in `text`; None where nothing was."""
    columns = _read(text).get(fingerprint(subject, headings))
    if not isinstance(columns, list) or len(columns) != len(headings):
        return None
    known = (path if isinstance(path, str) and target_of(subject, path) else "" for path in columns)
    return tuple(known)


def kept(text: str, subject: Subject, headings: Sequence[str], columns: Sequence[str]) -> str:
    """`text` with the columns of these headings in it; as it was for a sheet without headings."""
    key = fingerprint(subject, headings)
    if not key:
        return text
    told = {print_: paths for print_, paths in _read(text).items() if print_ != key}
    told[key] = list(columns)
    return json.dumps(dict(list(told.items())[-MOST:]))
