"""What travels, and parts that a document type does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.movement import DeliveryDetails, DistributionDetails
from einvoice_desktop.domain.parties import Address
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Tax

TODAY = "2026-11-21"
PLACE = DeliveryDetails(address=Address(street="Σταδίου", number="1", postal="10000", city="Αθήνα"))
WHOLE = DistributionDetails(
    move_purpose_code=1,
    dispatch_date=TODAY,
    dispatch_time="14:30",
    delivery_origin_details=PLACE,
    delivery_destination_details=PLACE,
)


@pytest.fixture
def told(tables: Mapping[str, Any]):  # type: ignore[no-untyped-def]
    """The problems of a document, by path, of the rules on movements and parts."""
    codes = CodeTables(lambda table: tables[table])

    def problems(*, sealing: bool = False, **members: object) -> dict[str, tuple[str, Severity]]:
        around = Surroundings(codes, TODAY, sealing=sealing)
        found = compose(Document(**members), around).document_problems
        heads = ("distributionDetails", "isDeliveryNote", "multipleConnectedMarks")
        parts = ("payments_not_of_type", "taxes_not_of_type")
        return {p.path: (p.code, p.severity) for p in found if p.path.startswith(heads) or p.code in parts}

    return problems


def test_a_whole_movement_has_no_problem(told: Any) -> None:
    assert told(invoice_type_code="9.3", distribution_details=WHOLE) == {}


def test_a_movement_names_purpose_day_and_places(told: Any) -> None:
    assert told(invoice_type_code="9.3") == {
        "distributionDetails.movePurposeCode": ("delivery_field_missing", Severity.ERROR),
        "distributionDetails.dispatchDate": ("delivery_field_missing", Severity.ERROR),
        "distributionDetails.dispatchTime": ("delivery_field_missing", Severity.ERROR),
        "distributionDetails.deliveryOriginDetails.address.street": (
            "delivery_address_incomplete",
            Severity.ERROR,
        ),
        "distributionDetails.deliveryDestinationDetails.address.street": (
            "delivery_address_incomplete",
            Severity.ERROR,
        ),
    }


def test_an_invoice_that_is_a_delivery_note_too_may_leave_out_day_and_hour(told: Any) -> None:
    """The provider's own example of one has neither."""
    found = told(invoice_type_code="1.1", is_delivery_note=True)

    warned = {path for path, (_, severity) in found.items() if severity is Severity.WARNING}
    assert warned == {"distributionDetails.dispatchDate", "distributionDetails.dispatchTime"}
    assert "distributionDetails.movePurposeCode" in found


def test_an_ordinary_invoice_is_asked_for_nothing(told: Any) -> None:
    assert told(invoice_type_code="1.1") == {}


def test_goods_do_not_leave_before_today(told: Any) -> None:
    early = WHOLE.with_member("dispatch_date", "2026-11-20")
    path = "distributionDetails.dispatchDate"

    assert told(invoice_type_code="9.3", distribution_details=early)[path][1] is Severity.WARNING
    assert told(sealing=True, invoice_type_code="9.3", distribution_details=early)[path] == (
        "dispatch_date_past",
        Severity.ERROR,
    )


@pytest.mark.parametrize(("purpose", "code"), [(19, ""), (6, "move_purpose_inactive"), (99, "code_unknown")])
def test_purposes(told: Any, purpose: int, code: str) -> None:
    details = WHOLE.with_member("move_purpose_code", purpose)
    found = told(invoice_type_code="9.3", distribution_details=details)

    if code:
        assert found["distributionDetails.movePurposeCode"][0] == code
    else:
        assert found == {
            "distributionDetails.otherMovePurposeTitle": ("delivery_field_missing", Severity.ERROR)
        }


@pytest.mark.parametrize(
    ("code", "severity"), [("9.3", Severity.ERROR), ("8.6", Severity.WARNING), ("1.1", None)]
)
def test_payments_of_a_type_that_has_none(told: Any, code: str, severity: Severity | None) -> None:
    """An error only where the table is certain."""
    details = PaymentDetails(payment_methods=(PaymentMethod(payment_method_type_code=3),))
    found = told(invoice_type_code=code, payment_details=details, distribution_details=WHOLE)

    assert found.get("paymentDetails.paymentMethods", ("", None))[1] is severity


def test_taxes_links_and_marks_that_a_type_does_not_have(told: Any) -> None:
    taxed = told(invoice_type_code="9.3", distribution_details=WHOLE, taxes=(Tax(tax_type_code=5),))
    linked = told(invoice_type_code="5.1", multiple_connected_marks=(1,))
    flagged = told(invoice_type_code="2.1", is_delivery_note=True, distribution_details=WHOLE)

    assert taxed == {"taxes": ("taxes_not_of_type", Severity.WARNING)}
    assert linked["multipleConnectedMarks"][0] == "connected_marks_not_of_type"
    assert flagged == {"isDeliveryNote": ("delivery_note_not_of_type", Severity.WARNING)}
