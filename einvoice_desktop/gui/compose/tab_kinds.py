"""The tabs of the compose page as data, and which of them the field of a JSON path belongs to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.gui.compose.form import MUST, NOT
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.part_fields import FieldGroup

CONTEXT = "Tabs"


class TabKind(NamedTuple):
    """A tab, by the part of the document that it shows; those with a `list_path` hold a table.

    A rare one is shown only where the document must have it, or has something there.
    """

    part: str
    title: str
    list_path: str = ""
    identifier: str = ""
    hint: str = ""
    is_rare: bool = False

    def is_had(self, need: str) -> bool:
        """Whether it is shown though empty: what few documents have is not in the way of all the others."""
        return need == MUST if self.is_rare else need != NOT


TABS = (
    TabKind(
        "lines",
        QT_TRANSLATE_NOOP("Tabs", "Lines"),
        "details",
        "details",
        QT_TRANSLATE_NOOP("Tabs", "No lines yet: type, or press Insert"),
    ),
    TabKind(
        "taxes",
        QT_TRANSLATE_NOOP("Tabs", "Taxes"),
        "taxes",
        "taxes",
        QT_TRANSLATE_NOOP("Tabs", "No withholding, fee, stamp duty or deduction: press Insert for one"),
    ),
    TabKind(
        "payments",
        QT_TRANSLATE_NOOP("Tabs", "Payments"),
        "paymentDetails.paymentMethods",
        "payments",
        QT_TRANSLATE_NOOP("Tabs", "No payment: press Insert for one"),
    ),
    TabKind("delivery", QT_TRANSLATE_NOOP("Tabs", "Delivery")),
    TabKind("references", QT_TRANSLATE_NOOP("Tabs", "References")),
    TabKind("public", QT_TRANSLATE_NOOP("Tabs", "Public body"), is_rare=True),
    TabKind("order", QT_TRANSLATE_NOOP("Tabs", "Special")),
    TabKind("notify", QT_TRANSLATE_NOOP("Tabs", "Notification")),
    TabKind("more", QT_TRANSLATE_NOOP("Tabs", "More")),
)

PLACE_OF = {kind.part: place for place, kind in enumerate(TABS)}
TABLES = tuple(place for place, kind in enumerate(TABS) if kind.list_path)
SHEETS = tuple(PLACE_OF[part] for part in ("delivery", "references", "public", "order", "notify"))
BELOW = (PLACE_OF["taxes"], PLACE_OF["payments"])
"""Tabs that have fields below their table."""
LINES, MORE = PLACE_OF["lines"], PLACE_OF["more"]
ABOVE = -1
"""The place of what stands above the tabs."""

_TABLE_OF = {"details": 0, "summaries": 0, "vatAnalysis": 0, "taxes": 1}
_ROW = re.compile(r"\[\d+\]")


def tab_of(path: str) -> int:
    """The place of the tab that shows `path`; ABOVE where header, parties or remarks do."""
    if path == "paymentDetails" or path.startswith(TABS[2].list_path):
        return 2
    if _is_among(_paths_above(), path):
        return ABOVE
    head = re.split(r"[.\[]", path, maxsplit=1)[0]
    if head in _TABLE_OF:
        return _TABLE_OF[head]
    return next((place for place in (*SHEETS, *BELOW) if covers(place, path)), MORE)


def covers(place: int, path: str) -> bool:
    """Whether a sheet has the field at `path`, one below it, or the list that it is a row of."""
    return _is_among(_paths_of(place), path)


def _is_among(paths: frozenset[str], path: str) -> bool:
    plain = _ROW.sub("", path)
    return any(own == plain or own.startswith(f"{plain}.") for own in paths)


@cache
def _paths_above() -> frozenset[str]:
    from einvoice_desktop.gui.compose.part_fields_special import MONEY_ROW
    from einvoice_desktop.gui.compose.party import CUSTOMER_ROWS, HEADER_ROW, ISSUER_ROWS, REMARKS

    found = {spec.path for spec in (*HEADER_ROW, *MONEY_ROW, REMARKS)}
    for party, rows in (("issuer", ISSUER_ROWS), ("counterParty", CUSTOMER_ROWS)):
        found |= {_ROW.sub("", f"{party}.{spec.path}") for row in rows for spec in row}
    return frozenset(found)


def groups_of(place: int) -> tuple[FieldGroup, ...]:
    """The groups of fields that the tab at `place` has; not before somebody looks at them."""
    from einvoice_desktop.gui.compose import notify_fields, part_fields, part_fields_special

    return {
        "taxes": part_fields_special.TAX_GROUPS,
        "payments": part_fields_special.PAYMENT_GROUPS,
        "delivery": part_fields.DELIVERY_GROUPS,
        "references": part_fields.REFERENCE_GROUPS,
        "public": part_fields_special.PUBLIC_GROUPS,
        "order": part_fields_special.SPECIAL_GROUPS,
        "notify": notify_fields.NOTIFY_GROUPS,
    }.get(TABS[place].part, ())


@cache
def _paths_of(place: int) -> frozenset[str]:
    found: set[str] = set()
    for group in groups_of(place):
        dot = "." if group.list_path else ""
        found |= {f"{group.prefix}{dot}{spec.path}" for row in group.rows for spec in row}
    return frozenset(found)
