"""The tabs of the compose page as data, and which of them the field of a JSON path belongs to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.part_fields import FieldGroup

CONTEXT = "Tabs"


class TabKind(NamedTuple):
    """A tab, by the part of the document that it shows; those with a `list_path` hold a table."""

    part: str
    title: str
    list_path: str = ""
    identifier: str = ""
    hint: str = ""


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
    TabKind("notify", QT_TRANSLATE_NOOP("Tabs", "Notification")),
    TabKind("more", QT_TRANSLATE_NOOP("Tabs", "More")),
)

PLACE_OF = {kind.part: place for place, kind in enumerate(TABS)}
TABLES = tuple(place for place, kind in enumerate(TABS) if kind.list_path)
SHEETS = tuple(PLACE_OF[part] for part in ("delivery", "references", "notify"))
MORE = PLACE_OF["more"]
ABOVE = -1
"""The place of what stands above the tabs."""

_TABLE_OF = {"details": 0, "summaries": 0, "vatAnalysis": 0, "taxes": 1}
_ROW = re.compile(r"\[\d+\]")


def tab_of(path: str) -> int:
    """The place of the tab that shows `path`; ABOVE where header, parties or remarks do."""
    if _is_among(_paths_above(), path):
        return ABOVE
    head = re.split(r"[.\[]", path, maxsplit=1)[0]
    if head in _TABLE_OF:
        return _TABLE_OF[head]
    if path == "paymentDetails" or path.startswith(TABS[2].list_path):
        return 2
    return next((place for place in SHEETS if covers(place, path)), MORE)


def covers(place: int, path: str) -> bool:
    """Whether a sheet has the field at `path`, one below it, or the list that it is a row of."""
    return _is_among(_paths_of(place), path)


def groups_of(place: int) -> tuple[FieldGroup, ...]:
    """The groups of fields of a sheet."""
    from einvoice_desktop.gui.compose.notify_fields import NOTIFY_GROUPS
    from einvoice_desktop.gui.compose.part_fields import DELIVERY_GROUPS, REFERENCE_GROUPS

    groups = (DELIVERY_GROUPS, REFERENCE_GROUPS, NOTIFY_GROUPS)
    return groups[SHEETS.index(place)]


def _is_among(paths: frozenset[str], path: str) -> bool:
    plain = _ROW.sub("", path)
    return any(own == plain or own.startswith(f"{plain}.") for own in paths)


@cache
def _paths_above() -> frozenset[str]:
    from einvoice_desktop.gui.compose.party import CUSTOMER_ROWS, HEADER_ROW, ISSUER_ROWS, REMARKS

    found = {spec.path for spec in (*HEADER_ROW, REMARKS)}
    for party, rows in (("issuer", ISSUER_ROWS), ("counterParty", CUSTOMER_ROWS)):
        found |= {_ROW.sub("", f"{party}.{spec.path}") for row in rows for spec in row}
    return frozenset(found)


@cache
def _paths_of(place: int) -> frozenset[str]:
    found: set[str] = set()
    for group in groups_of(place):
        dot = "." if group.list_path else ""
        found |= {f"{group.prefix}{dot}{spec.path}" for row in group.rows for spec in row}
    return frozenset(found)
