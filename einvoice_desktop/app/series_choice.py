"""Which series a new document gets: by its type and the branch that issues it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.document import Document

LONGEST_SERIES = 50


class SeriesFor(NamedTuple):
    """Documents of one type, issued by one branch."""

    type_code: str
    branch: int


SeriesOf = Callable[[str, int], str]
"""Type and branch -> the series that is settled for them, "" for none."""


def series_table(text: str) -> dict[SeriesFor, str]:
    """What `series_text` wrote, in the order of types and branches; what is no such row is left out."""
    try:
        rows = json.loads(text or "{}")
    except ValueError:
        return {}
    found: dict[SeriesFor, str] = {}
    for name, series in rows.items() if isinstance(rows, dict) else ():
        type_code, _, branch = name.rpartition("/")
        if type_code and branch.isascii() and branch.isdigit() and len(branch) < 6 and series:
            found[SeriesFor(type_code, int(branch))] = str(series)[:LONGEST_SERIES]
    return dict(sorted(found.items()))


def series_text(table: Mapping[SeriesFor, str]) -> str:
    """As it is kept."""
    rows = {f"{place.type_code}/{place.branch}": series for place, series in sorted(table.items()) if series}
    return json.dumps(rows, ensure_ascii=False)


def series_place(document: Document) -> SeriesFor:
    """What decides on the series of a document."""
    branch = document.issuer.branch_code if document.issuer else None
    return SeriesFor(document.invoice_type_code or "", branch or 0)


def with_series(draft: Draft, series_of: SeriesOf) -> Draft:
    """A new draft in the series of its type and branch, where one is settled."""
    settled = series_of(*series_place(draft.document))
    if not settled or settled == draft.document.series:
        return draft
    return replace(draft, document=draft.document.with_member("series", settled))


def follow_series(before: Draft, after: Draft, series_of: SeriesOf) -> Draft:
    """After another type or branch was chosen: its series, unless a person typed one or it has a number."""
    same = series_place(before.document) == series_place(after.document)
    if same or "series" in after.typed or after.document.number:
        return after
    return with_series(after, series_of)
