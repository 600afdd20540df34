"""Goods that travel: what movement notes and invoices that accompany goods must carry, and must not."""

from __future__ import annotations

import pytest

WAY = "distributionDetails"
PLACE = {"city": "Αθήνα", "street": "Σταδίου", "number": "1", "postal": "10562"}
TRAVELS = {
    "isDeliveryNote": True,
    f"{WAY}.movePurposeCode": 1,
    f"{WAY}.deliveryOriginDetails": {"address": PLACE},
    f"{WAY}.deliveryDestinationDetails": {"address": PLACE},
}


@pytest.mark.parametrize("code", ["9.1", "9.3", "10.1", "10.2"])
def test_every_movement_note_is_taken(desk, make, code):
    desk.accepted(make("9.3", {"invoiceTypeCode": code}))


def test_a_summary_note_goes_to_nobody(desk, make):
    assert desk.codes(make("9.3", {"invoiceTypeCode": "9.2"})) == [289]
    desk.accepted(make("9.3", {"invoiceTypeCode": "9.2", "counterParty.vat": "EL000000000"}))


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({f"{WAY}.dispatchDate": "2026-11-23"}, 204),
        ({f"{WAY}.deliveryOriginDetails": None}, 204),
        ({f"{WAY}.deliveryOriginDetails.address.street": None}, 204),
        ({f"{WAY}.deliveryOriginDetails.address.city": ""}, 204),
        ({f"{WAY}.deliveryDestinationDetails.address.postal": None}, 204),
        ({"issuer.address.city": None}, 204),
        ({"issuer.address.postal": None}, 204),
        ({"counterParty.registeredName": None}, 204),
        ({"counterParty.address.city": None}, 204),
        ({"details.0.vatCategoryCode": 7, "details.0.vatExemptionCategoryCode": 14}, 215),
        ({"details.0.netTotal": 5}, 213),
        ({"details.0.feesAmount": 5, "details.0.feesPercentCategoryCode": 10}, 213),
        ({"details.0.descriptions": ["Α" * 301]}, 262),
        ({"counterParty.registeredName": "Α" * 201}, 262),
        ({f"{WAY}.vehileNumber": "Α" * 151}, 262),
        ({f"{WAY}.movePurposeCode": 19, f"{WAY}.otherMovePurposeTitle": "Α" * 151}, 262),
        ({"paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 3}]}}, 205),
        ({"details.0.quantity": 0}, 222),
        ({"details.0.measurementUnitCode": 7, "details.0.otherMeasurementUnitTitle": "Κιβώτια"}, 230),
    ],
)
def test_what_a_movement_note_may_not_lack(desk, make, change, number):
    assert number in desk.codes(make("9.3", change))


@pytest.mark.parametrize(
    "change",
    [
        {f"{WAY}.dispatchDate": "2026-11-23", f"{WAY}.dispatchTime": "2026-11-23T12:00:00"},
        {f"{WAY}.movePurposeCode": 19, f"{WAY}.otherMovePurposeTitle": "Επίδειξη"},
        {f"{WAY}.movePurposeCode": 8, "counterParty.vat": "EL999999990"},
        {f"{WAY}.packingDeclarations": [{"packagingType": "Box", "packagingTypeCode": 3, "quantity": 1}]},
        {"details.0.measurementUnitCode": 7, "details.0.otherMeasurementUnitTitle": "Κιβώτια",
         "details.0.otherMeasurementUnitQuantity": 3},
        {"details.0.movePurposeLineCode": 0},
        {"currencyCode": "EUR"},
    ],
)  # fmt: skip
def test_what_a_movement_note_may_carry(desk, make, change):
    desk.accepted(make("9.3", change))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (f"{WAY}.transportTypeCode", 44),
        (f"{WAY}.reverseDeliveryNotePurpose", 44),
        (f"{WAY}.packingDeclarations", [{"packagingTypeCode": 44}]),
        ("details.0.movePurposeLineCode", 44),
        ("details.0.fuelCode", 11111),
    ],
)
def test_a_code_that_is_in_no_table(desk, make, path, code):
    answer = desk.refused(make("9.3", {path: code}))
    assert "is not a predefined value" in answer["message"]
    assert answer["myDataErrors"] == []


def test_an_invoice_that_accompanies_goods_names_its_way_and_needs_no_dispatch_date(desk, make):
    for missing in (f"{WAY}.movePurposeCode", f"{WAY}.deliveryOriginDetails"):
        change = {name: value for name, value in TRAVELS.items() if name != missing}
        assert 204 in desk.codes(make(change=change))
    assert 230 in desk.codes(make(change=TRAVELS | {"details.0.measurementUnitCode": None}))
    desk.accepted(make(change=TRAVELS))


def test_a_retail_receipt_may_accompany_goods_of_nobody(desk, make):
    change = {"details.0.measurementUnitCode": 1, "details.0.descriptions": ["Είδος"], "counterParty": None}
    desk.accepted(make("11.1", TRAVELS | change))
