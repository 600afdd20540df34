"""Who is written to, and what the rules say of it (api 3.1, 5, 7.2 step 2, 8)."""

from __future__ import annotations

import pytest

from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.movement import AdditionalDetails
from einvoice_desktop.domain.notification import (
    CHOICES,
    chosen,
    fields_of,
    is_email,
    is_mobile,
    recipients,
    silenced,
)
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.rules.surroundings import Surroundings

ERROR, WARNING = Severity.ERROR, Severity.WARNING
MAIL, OTHER, CELL = "a@example.com", "b@example.com", "+306912345678"
PATH = "additionalDetails."


def document(**members: object) -> Document:
    return Document(additional_details=AdditionalDetails.model_validate(members))


def found(around: Surroundings, **members: object) -> set[tuple[str, str, Severity]]:
    return {
        (p.path.removeprefix(PATH), p.code, p.severity)
        for p in compose(document(**members), around).problems
        if p.path.startswith(PATH)
    }


@pytest.mark.parametrize(
    ("members", "problems"),
    [
        ({"transmission_method": "A"}, set()),
        ({}, set()),
        ({"accounting_department_emails": ("",)}, set()),
        ({"transmission_method": "A", "accounting_department_emails": (MAIL,)}, set()),
        ({"transmission_method": "E", "accounting_department_emails": (MAIL,)}, set()),
        ({"transmission_method": "M", "customer_cell_numbers": ("6912345678",)}, set()),
        (
            {
                "transmission_method": "C",
                "accounting_department_emails": (MAIL,),
                "customer_cell_numbers": (CELL,),
            },
            set(),
        ),
        ({"transmission_method": "A", "send_as_pdf": True, "pdf_notification_emails": (MAIL,)}, set()),
        ({"transmission_method": "A", "customer_cell_numbers": ("+300000000000",)}, set()),
        ({"notification_delay": 5}, set()),
        ({"transmission_method": "X"}, {("transmissionMethod", "code_unknown", ERROR)}),
        (
            {"accounting_department_emails": (MAIL,)},
            {("transmissionMethod", "recipients_without_method", WARNING)},
        ),
        (
            {"customer_cell_numbers": (CELL,)},
            {("transmissionMethod", "recipients_without_method", WARNING)},
        ),
        (
            {"transmission_method": "E", "accounting_department_emails": (" ",)},
            {("accountingDepartmentEmails", "recipients_missing", ERROR)},
        ),
        (
            {"transmission_method": "C"},
            {
                ("accountingDepartmentEmails", "recipients_missing", ERROR),
                ("customerCellNumbers", "recipients_missing", ERROR),
            },
        ),
        (
            {"transmission_method": "M", "customer_cell_numbers": ("2101234567",)},
            {("customerCellNumbers", "mobile_malformed", ERROR)},
        ),
        (
            {"transmission_method": "E", "accounting_department_emails": ("a.example.com",)},
            {("accountingDepartmentEmails", "email_malformed", WARNING)},
        ),
        (
            {"transmission_method": "A", "pdf_notification_emails": (MAIL,)},
            {("sendAsPdf", "pdf_recipients_without_pdf", WARNING)},
        ),
        (
            {"transmission_method": "A", "send_as_pdf": True},
            {("pdfNotificationEmails", "pdf_recipients_missing", WARNING)},
        ),
        ({"notification_delay": -1}, {("notificationDelay", "notification_delay_negative", WARNING)}),
    ],
)
def test_what_the_rules_say(
    around: Surroundings, members: dict[str, object], problems: set[tuple[str, str, Severity]]
) -> None:
    assert found(around, **members) == problems


@pytest.mark.parametrize(
    "number", ["6912345678", "+306912345678", "+35799123456", "+491711234567", "+12025550123"]
)
def test_a_mobile_number(number: str) -> None:
    assert is_mobile(number)


@pytest.mark.parametrize(
    "number",
    [
        *("", "691234567", "69123456789", "69 12345678", "69-1234-5678", "2101234567", "+302101234567"),
        *("00306912345678", "+30 6912345678", "306912345678", "6912345678\n", "٦٩١٢٣٤٥٦٧٨", "+300000000000"),
    ],
)
def test_what_is_no_mobile_number(number: str) -> None:
    assert not is_mobile(number)


@pytest.mark.parametrize("address", ["a@b.gr", "a.b+c@mail.example.com", "λογιστήριο@παράδειγμα.ελ"])
def test_an_address(address: str) -> None:
    assert is_email(address)


@pytest.mark.parametrize(
    "address", ["", "a", "a@b", "@b.gr", "a@", "a b@c.gr", "a@b.gr,c@d.gr", "a@.gr", "a@b."]
)
def test_what_is_no_address(address: str) -> None:
    assert not is_email(address)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_is_read_back_from_its_fields(choice: str) -> None:
    method, pdf = fields_of(choice)
    assert chosen(AdditionalDetails(transmission_method=method, send_as_pdf=pdf)) == choice


def test_recipients_without_a_way_are_no_choice() -> None:
    assert chosen(AdditionalDetails(accounting_department_emails=(MAIL,))) is None
    assert chosen(AdditionalDetails(transmission_method="X")) is None
    assert chosen(AdditionalDetails()) == "nobody"
    assert chosen(None) == "nobody"


def test_who_is_written_to_is_who_the_fields_say() -> None:
    everybody = {
        "accounting_department_emails": (MAIL, ""),
        "pdf_notification_emails": (OTHER,),
        "customer_cell_numbers": (CELL,),
    }
    told = {
        (method, pdf): [
            recipient.address
            for recipient in recipients(document(**everybody, transmission_method=method, send_as_pdf=pdf))
        ]
        for method in ("A", "E", "M", "C", None)
        for pdf in (False, True)
    }
    assert told == {
        ("A", False): [],
        ("A", True): [OTHER],
        ("E", False): [MAIL],
        ("E", True): [MAIL, OTHER],
        ("M", False): [CELL],
        ("M", True): [OTHER, CELL],
        ("C", False): [MAIL, CELL],
        ("C", True): [MAIL, OTHER, CELL],
        (None, False): [],
        (None, True): [OTHER],
    }


def test_an_empty_method_is_sealed_as_archive_only(around: Surroundings) -> None:
    """Empty with addresses, the provider sends the e-mail (api 5)."""
    given = document(accounting_department_emails=(MAIL,), pdf_notification_emails=(OTHER,))
    more = compose(given, around).document.additional_details
    assert more is not None
    assert (more.transmission_method, more.send_as_pdf) == ("A", False)
    assert recipients(compose(given, around).document) == ()


def test_what_was_said_is_not_silenced() -> None:
    asked = AdditionalDetails(
        transmission_method="E",
        accounting_department_emails=(MAIL,),
        pdf_notification_emails=(OTHER,),
        send_as_pdf=True,
    )
    assert silenced(asked) == {}
