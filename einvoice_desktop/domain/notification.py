"""Who is written to about a document, and how: read from its additionalDetails (api 5, 8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.movement import AdditionalDetails

ARCHIVE, EMAIL, MOBILE, EMAIL_AND_MOBILE = "A", "E", "M", "C"
METHODS = (EMAIL, ARCHIVE, MOBILE, EMAIL_AND_MOBILE)
"""transmissionMethod (api 5, 7.2 step 2)."""
BY_EMAIL = (EMAIL, EMAIL_AND_MOBILE)
BY_MOBILE = (MOBILE, EMAIL_AND_MOBILE)

NOBODY, LINK, PDF, LINK_AND_PDF, PHONE, LINK_AND_PHONE = "nobody", "link", "pdf", "linkPdf", "phone", "both"
CHOICES = (NOBODY, LINK, PDF, LINK_AND_PDF, PHONE, LINK_AND_PHONE)
"""What a person chooses from: no message, e-mail with the link, with the PDF, with both, a message to the
mobile, e-mail with the link and a message to the mobile."""

FIELDS = (
    "accounting_department_emails",
    "pdf_notification_emails",
    "read_only_access_emails",
    "third_party_emails",
    "customer_cell_numbers",
    "location_email",
    "approver_emails",
)
"""Attributes of AdditionalDetails that name people."""

_MOBILE = re.compile(r"\+(?!30)[1-9]\d{7,14}|\+3069\d{8}|69\d{8}", re.ASCII)
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")


class Recipient(NamedTuple):
    """One address or number; `by` is LINK, PDF, PHONE, or "other" for who may be written to beside them."""

    by: str
    address: str


def named(values: tuple[str | None, ...] | None) -> tuple[str, ...]:
    """The addresses of a list; the samples send [""] for none."""
    return tuple(value.strip() for value in values or () if value and value.strip())


def is_mobile(number: str) -> bool:
    """International (+…) or 69…; neither spaces nor dashes, no Greek landline (api 8)."""
    return _MOBILE.fullmatch(number) is not None


def is_email(address: str) -> bool:
    """Whether something can be delivered there at all, by its form."""
    return _EMAIL.fullmatch(address) is not None


def chosen(more: AdditionalDetails | None) -> str | None:
    """The choice that the fields amount to; None where there are recipients and no way that there is."""
    if more is None:
        return NOBODY
    method, pdf = (more.transmission_method or "").upper(), bool(more.send_as_pdf)
    if method == EMAIL:
        return LINK_AND_PDF if pdf else LINK
    if method in BY_MOBILE:
        return PHONE if method == MOBILE else LINK_AND_PHONE
    if pdf:
        return PDF
    if method == ARCHIVE or (not method and not has_recipients(more)):
        return NOBODY
    return None


def fields_of(choice: str) -> tuple[str, bool]:
    """transmissionMethod and sendAsPdf of a choice (api 8: the PDF alone goes with A)."""
    method = {LINK: EMAIL, LINK_AND_PDF: EMAIL, PHONE: MOBILE, LINK_AND_PHONE: EMAIL_AND_MOBILE}
    return method.get(choice, ARCHIVE), choice in (PDF, LINK_AND_PDF)


def has_recipients(more: AdditionalDetails) -> bool:
    """Whether anybody is named, whatever the way."""
    return any(named(_listed(more, name)) for name in FIELDS)


def recipients(document: Document) -> tuple[Recipient, ...]:
    """Everybody who is written to when the document is issued, by what it says."""
    more = document.additional_details
    if more is None:
        return ()
    method = (more.transmission_method or ARCHIVE).upper()
    by_link = more.accounting_department_emails if method in BY_EMAIL else None
    by_pdf = more.pdf_notification_emails if more.send_as_pdf else None
    by_phone = more.customer_cell_numbers if method in BY_MOBILE else None
    return (
        *(Recipient(LINK, address) for address in named(by_link)),
        *(Recipient(PDF, address) for address in named(by_pdf)),
        *(Recipient(PHONE, number) for number in named(by_phone)),
        *(Recipient("other", address) for name in _OTHERS for address in named(_listed(more, name))),
    )


_OTHERS = ("read_only_access_emails", "third_party_emails", "approver_emails", "location_email")
"""The documentation does not say whether these are written to: they are named as people who may be."""


def silenced(more: AdditionalDetails) -> dict[str, object]:
    """What must be written so that nobody is written to unasked: an empty method with addresses sends the
    e-mail (api 5), and PDF recipients without a word on the PDF are nobody's wish."""
    said: dict[str, object] = {}
    if not more.transmission_method:
        said["transmission_method"] = ARCHIVE
    if more.send_as_pdf is None and named(more.pdf_notification_emails):
        said["send_as_pdf"] = False
    return said


def _listed(more: AdditionalDetails, name: str) -> tuple[str | None, ...]:
    value = getattr(more, name)
    return (value,) if isinstance(value, str) else value or ()
