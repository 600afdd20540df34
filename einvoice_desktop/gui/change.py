"""What an edit touched, so that each part of the window draws only what it must."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft


class Change(NamedTuple):
    """What an edit touched: a field outside the lists, a row of list `path`, its rows as such, or all."""

    scope: Literal["all", "field", "row", "rows"]
    path: str = ""
    row: int | None = None


EVERYTHING = Change("all")


def change_at(path: str) -> Change:
    """What an edit at `path` touches. The type decides what every line must carry."""
    if path == "invoiceTypeCode":
        return EVERYTHING
    for rows in ("details", "taxes", "paymentDetails.paymentMethods", "allowancesCharges"):
        if path.startswith(f"{rows}["):
            return Change("row", rows, int(path[len(rows) + 1 :].partition("]")[0]))
    return Change("field", path)


def change_between(before: Draft, after: Draft) -> Change:
    """What lies between two states of a draft that share all that is not changed: one line, one that came or
    went, else everything."""
    old, new = before.document, after.document
    names = (old.model_fields_set | new.model_fields_set) - {"details"}
    if any(getattr(old, name) is not getattr(new, name) for name in names):
        return EVERYTHING
    change = _change_of_lines(old.details or (), new.details or ())
    texts = {path for path, _ in before.typed.items() ^ after.typed.items()}
    texts |= (before.misread ^ after.misread) | (before.held ^ after.held)
    inside = "details[" if change.scope == "rows" else f"details[{change.row}]"
    return change if all(path.startswith(inside) for path in texts) else EVERYTHING


def _change_of_lines(old: Sequence[object], new: Sequence[object]) -> Change:
    pairs = zip(old, new, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if a is not b), min(len(old), len(new)))
    more = len(new) - len(old)
    # What follows upon the first difference, on both sides.
    left, right = old[first + (more <= 0) :], new[first + (more >= 0) :]
    same = len(left) == len(right) and all(a is b for a, b in zip(left, right, strict=True))
    if not same or first >= max(len(old), len(new)):
        return EVERYTHING
    return Change("rows" if more else "row", "details", first)
