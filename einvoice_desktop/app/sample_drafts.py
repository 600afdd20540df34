"""A sample as a new draft of today, with the MARKs of the samples that were issued before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.domain.fields import get_value, replace_value
from einvoice_desktop.domain.identity import bare_vat

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.samples import Sample
    from einvoice_desktop.domain.document import Document

_DATES = ("distributionDetails.dispatchDate", "distributionDetails.dispatchTime")
_MOST = 50
"""Of the documents of a type in which the one named is looked for, newest first."""


def sample_draft(desk: Desk, sample: Sample) -> Draft:
    """The draft that a sample opens as. Reads the file and the books: not on the GUI thread.

    A published document stays as published.
    """
    draft = desk.read_draft(sample.data)
    if sample.is_published:
        return draft
    document = on_day(draft.document, desk.surroundings().today)
    return replace(draft, document=_with_marks(desk, sample, document))


def on_day(document: Document, day: str) -> Document:
    """`document` with its goods leaving on `day`: in the file they leave on a day far ahead."""
    for path in _DATES:
        text = get_value(document, path)
        if text:
            document = replace_value(document, path, f"{day}{text[len(day) :]}")
    return document


def _with_marks(desk: Desk, sample: Sample, document: Document) -> Document:
    """What is not issued yet leaves the file's MARK standing, which belongs to nobody."""
    by_name = {other.name: other for other in desk.samples()}
    taken: set[int] = set()
    for path, name in sample.first:
        mark = _mark_of(desk, by_name[name], taken)
        if mark:
            taken.add(mark)
            as_text = isinstance(get_value(document, path), str)
            document = replace_value(document, path, str(mark) if as_text else mark)
    return document


def _mark_of(desk: Desk, sample: Sample, taken: set[int]) -> int | None:
    """The MARK of the newest issued document of a sample's issuer, type, counterparty and gross value."""
    composition = desk.compose(desk.read_draft(sample.data))
    document = composition.source
    issuer = bare_vat(document.issuer.vat) if document.issuer else ""
    name = (document.counter_party.registered_name if document.counter_party else None) or ""
    for row in desk.archive.page(ArchiveQuery(type_codes=frozenset({sample.type_code})), limit=_MOST).rows:
        sealed, mark = row.sealed, row.receipt.mark if row.receipt else None
        same = (sealed.key.issuer_vat, sealed.counterparty_name, sealed.gross)
        if mark and int(mark) not in taken and same == (issuer, name, composition.summaries.gross):
            return int(mark)
    return None
