"""What stands in a draft as it was typed and does not count, as problems at their fields."""

from __future__ import annotations

import re

from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.entry import understand_amount
from einvoice_desktop.domain.fields import FieldKind, field_kind
from einvoice_desktop.domain.problems import Problem


def misread_problems(draft: Draft, *, held: bool = False) -> tuple[Problem, ...]:
    """What was typed and means nothing: without these a wrong key would silently be no value.

    With `held`, also what has not been shown back yet and so stands in the way of sealing.
    """
    places = draft.misread | draft.held if held else draft.misread
    return tuple(_problem(path, draft.typed.get(path, "")) for path in sorted(places, key=_in_reading_order))


def _in_reading_order(path: str) -> tuple[tuple[int, str], ...]:
    """Row 2 before row 10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", path))


def _problem(path: str, text: str) -> Problem:
    """An amount that means something is here because it has not been shown back yet."""
    means_something = field_kind(path) is FieldKind.DECIMAL and understand_amount(text, "el").ok
    code = "amount_not_shown_back" if means_something else "not_understood"
    return Problem(path, code, params={"text": text[:40]})
