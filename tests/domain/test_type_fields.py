"""What a type must and must not carry, as the forms draw it, is what the rules say of its documents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.type_fields import MUST, NOT, fields_of_type, needs_of_type

OFFERED = [
    *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "5.1", "5.2"),
    *("6.1", "6.2", "7.1", "8.1", "8.2", "8.4", "8.5", "8.6", "9.1", "9.2", "9.3", "10.1", "10.2"),
    *("11.1", "11.2", "11.3", "11.4", "11.5"),
]

FILLED: dict[str, object] = {
    "paymentDetails.paymentMethods": ("paymentDetails.paymentMethods[0].paymentMethodTypeCode", 3),
    "details": ("details[0].descriptions", ("Καφές",)),
    "taxes": ("taxes[0].taxTypeCode", 5),
    "currencyCode": ("currencyCode", "EUR"),
    "paymentDetails.exchangeCurrencyRate": ("paymentDetails.exchangeCurrencyRate", Decimal("1.1")),
    "counterParty.vat": ("counterParty.vat", "EL094014201"),
    "correlatedInvoices": ("correlatedInvoices", (400001234567890,)),
    "multipleConnectedMarks": ("multipleConnectedMarks", (400001234567890,)),
    "deliveryNoteMarks": ("deliveryNoteMarks", ("400001234567890",)),
    "totalAmount": ("totalAmount", Decimal(1)),
    "tableId": ("tableId", "1"),
    "b2GDetails.contractingAuthorityCode": None,
    "details.quantity": ("details[0].quantity", Decimal(3)),
    "details.measurementUnitCode": ("details[0].measurementUnitCode", 1),
    "details.fuelCode": ("details[0].fuelCode", 20),
    "details.invoiceDetailTypeCode": ("details[0].invoiceDetailTypeCode", 1),
}
"""How a field is filled where the type has none of it; the flags below are simply set."""
FLAGS = (
    "selfPricing",
    "isFuelInvoice",
    "isDeliveryNote",
    "totalCancelDeliveryOrders",
    "thirdPartyCollection",
)
LISTS = ("cardLines", "cashLines", "chequeLines", "voucherLines", "remittanceLines")


def a_line() -> Document:
    """Something stands on its line, and in nothing else."""
    return Document(details=(Detail(code="K", net_total=Decimal(0)),))


def said(document: Document, around) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for problem in compose(document, around).problems:
        path = problem.path.replace("details[0].", "details.").replace("descriptions[0]", "descriptions")
        if found.get(path) is not Severity.ERROR:
            found[path] = problem.severity
    return found


def test_the_types_of_a_provider_are_offered(codes):
    assert [kind.code for kind in codes.offered_types] == OFFERED
    assert [kind.code for kind in codes.offered_types if kind.is_receipt] == ["8.4", "8.5"]


def test_of_a_type_that_nobody_knows_nothing_is_said(codes):
    assert fields_of_type("99.9", codes) == fields_of_type(None, codes) == {}


@pytest.mark.parametrize("code", OFFERED)
def test_what_a_type_must_carry_is_missed_where_it_is_not(code, codes, around):
    document = a_line().with_member("invoice_type_code", code)
    found = said(document, around)
    for path, need in needs_of_type(code, codes).items():
        if need.what != MUST or path in ("invoiceTypeCode", "details") or path in found:
            continue
        # Of several parts of one address the first that lacks is told.
        assert "address" in path, path


@pytest.mark.parametrize("code", OFFERED)
def test_what_must_be_there_for_certain_stops_the_issue(code, codes, around):
    found = said(a_line().with_member("invoice_type_code", code), around)
    for path, need in needs_of_type(code, codes).items():
        if need.what == MUST and path in found and path != "details":
            assert (found[path] is Severity.ERROR) == (need.certainty == "high"), path


@pytest.mark.parametrize("code", OFFERED)
def test_what_a_type_does_not_carry_is_told_where_it_stands(code, codes, around):
    empty = a_line().with_member("invoice_type_code", code)
    for path, need in needs_of_type(code, codes).items():
        if need.what != NOT:
            continue
        filled = FILLED.get(path)
        if path in FLAGS:
            filled = (path, True)
        elif path in LISTS:
            filled = (f"{path}[0].amount", Decimal(1))
        if not isinstance(filled, tuple):
            continue
        document = replace_value(empty, *filled)
        if path == "paymentDetails.exchangeCurrencyRate":
            continue
        assert any(told.startswith(path) for told in said(document, around)), path
        if need.certainty != "high":
            assert said(document, around).get(path) is not Severity.ERROR, path


@pytest.mark.parametrize("code", ["8.4", "8.5"])
def test_a_receipt_without_lines_has_no_fields_of_lines(code, codes):
    assert [path for path in fields_of_type(code, codes) if path.startswith("details.")] == []
