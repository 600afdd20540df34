"""Who is told of a document, when it is made from another one: nobody, before somebody asks for it anew."""

from __future__ import annotations

from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.notification import ARCHIVE, FIELDS, NOBODY, chosen, fields_of, has_recipients

_WISHES = ("transmission_method", "send_as_pdf", "notification_delay", "avoid_email_grouping", *FIELDS)


def without_recipients(document: Document) -> Document:
    """Of a duplicate or a credit note: its original's recipients stay behind, it goes to the archive."""
    more = document.additional_details
    if more is None:
        return document
    for name in _WISHES:
        if name in more.model_fields_set:
            more = more.without_member(name)
    return document.with_member("additional_details", more.with_member("transmission_method", ARCHIVE))


def asked_anew(document: Document) -> Document:
    """Of an opened file or a sample: its recipients stay in sight, the wish to write to them is taken away,
    so that the window asks (rules.notification.method)."""
    more = document.additional_details
    if more is None or not has_recipients(more) or chosen(more) in (None, NOBODY):
        return document
    for name in ("transmission_method", "send_as_pdf"):
        if name in more.model_fields_set:
            more = more.without_member(name)
    return document.with_member("additional_details", more)


def choose_way(draft: Draft, choice: str, codes: CodeTables) -> Draft:
    """With the way of telling that a person chose, one of domain.notification.CHOICES."""
    method, pdf = fields_of(choice)
    draft = choose(draft, "additionalDetails.transmissionMethod", method, codes)
    more = draft.document.additional_details
    if pdf or (more is not None and more.send_as_pdf is not None):
        draft = choose(draft, "additionalDetails.sendAsPdf", pdf, codes)
    return draft
