"""Rules on who is written to about a document: nobody gets a message that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.notification import (
    BY_EMAIL,
    BY_MOBILE,
    METHODS,
    has_recipients,
    is_email,
    is_mobile,
    named,
)
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning

_MORE = "additionalDetails"
METHOD = f"{_MORE}.transmissionMethod"
EMAILS = f"{_MORE}.accountingDepartmentEmails"
PDF_EMAILS = f"{_MORE}.pdfNotificationEmails"
SEND_AS_PDF = f"{_MORE}.sendAsPdf"
MOBILES = f"{_MORE}.customerCellNumbers"
DELAY = f"{_MORE}.notificationDelay"


def method(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """E, A, M or C (api 5, 7.2 step 2). Recipients without one: the provider would send the e-mail (api 5);
    this program sends A in its place, and says so."""
    more = document.additional_details
    if more is None:
        return
    if not more.transmission_method:
        if has_recipients(more) and not more.send_as_pdf:
            yield warning(METHOD, "recipients_without_method")
    elif more.transmission_method not in METHODS:
        yield error(METHOD, "code_unknown", value=more.transmission_method)


def recipients(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """ "Email recipient is mandatory for sendmethod E" (api 3.1), and its like for mobiles (api 7.2 step 2).
    Empty strings in a list count as none."""
    more = document.additional_details
    way = more.transmission_method if more is not None else None
    if more is None or way not in METHODS:
        return
    if way in BY_EMAIL and not named(more.accounting_department_emails):
        yield error(EMAILS, "recipients_missing", method=way)
    if way in BY_MOBILE and not named(more.customer_cell_numbers):
        yield error(MOBILES, "recipients_missing", method=way)
    if way in BY_EMAIL:
        yield from _emails(EMAILS, more.accounting_department_emails)


def mobiles(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Numbers that are written to are mobiles in the form the provider takes: +30… or 69…, neither spaces nor
    dashes, no landlines (api 8)."""
    more = document.additional_details
    if more is None or more.transmission_method not in BY_MOBILE:
        return
    for number in more.customer_cell_numbers or ():
        if number and number.strip() and not is_mobile(number):
            yield error(MOBILES, "mobile_malformed", value=number[:40])


def pdf_recipients(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The e-mail with the PDF needs both its recipients and sendAsPdf (api 8). What comes of one without the
    other is not documented, so it never blocks."""
    more = document.additional_details
    if more is None:
        return
    told = named(more.pdf_notification_emails)
    if told and not more.send_as_pdf:
        yield warning(SEND_AS_PDF, "pdf_recipients_without_pdf")
    elif more.send_as_pdf and not told and more.transmission_method not in BY_EMAIL:
        yield warning(PDF_EMAILS, "pdf_recipients_missing")
    if more.send_as_pdf:
        yield from _emails(PDF_EMAILS, more.pdf_notification_emails)


def delay(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """notificationDelay is how long the message waits for an uploaded file (api 8: 5): none, or more."""
    more = document.additional_details
    if more is not None and more.notification_delay is not None and more.notification_delay < 0:
        yield warning(DELAY, "notification_delay_negative", value=more.notification_delay)


def _emails(path: str, addresses: tuple[str, ...] | None) -> Iterator[Problem]:
    """No source says what the provider does with an address that is none: told, never blocked."""
    for address in addresses or ():
        if address and address.strip() and not is_email(address.strip()):
            yield warning(path, "email_malformed", value=address[:60])


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        method,
        (Tells(METHOD, "recipients_without_method", certainty="medium"), Tells(METHOD, "code_unknown")),
        "high",
        "api 5, 7.2",
    ),
    Rule(
        recipients,
        (
            Tells(EMAILS, "recipients_missing"),
            Tells(MOBILES, "recipients_missing"),
            Tells(EMAILS, "email_malformed", certainty="low"),
        ),
        "high",
        "api 3.1, 7.2",
    ),
    Rule(mobiles, (Tells(MOBILES, "mobile_malformed"),), "high", "api 8"),
    Rule(
        pdf_recipients,
        (
            Tells(SEND_AS_PDF, "pdf_recipients_without_pdf"),
            Tells(PDF_EMAILS, "pdf_recipients_missing"),
            Tells(PDF_EMAILS, "email_malformed"),
        ),
        "low",
        "api 8",
    ),
    Rule(delay, (Tells(DELAY, "notification_delay_negative"),), "low", "api 8"),
)
"""Of who is written to."""
