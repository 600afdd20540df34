"""What an edit touched, so that each part of the window draws only what it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Change:
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
