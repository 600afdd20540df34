"""Periods by name, sums of chosen documents, and what a duplicate takes along."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.archive import Amounts, period, sums_of
from einvoice_desktop.app.drafting import draft_of, new_draft
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.ports import AmountOf
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.node import members_of
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings


@pytest.mark.parametrize(
    ("name", "today", "days"),
    [
        ("all", "2026-11-23", ("", "")),
        ("today", "2026-11-23", ("2026-11-23", "2026-11-23")),
        ("month", "2024-02-29", ("2024-02-01", "2024-02-29")),
        ("lastMonth", "2026-03-31", ("2026-02-01", "2026-02-28")),
        ("lastMonth", "2026-01-01", ("2025-12-01", "2025-12-31")),
        ("year", "2026-11-23", ("2026-01-01", "2026-12-31")),
        ("lastYear", "2026-11-23", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_period_is_named_by_its_first_and_last_day(name, today, days):
    assert period(name, today) == days


def test_credit_documents_are_taken_off_and_currencies_stay_apart(codes: CodeTables):
    sums = sums_of(
        [
            AmountOf("1.1", "EUR", Decimal("999999999999.99")),
            AmountOf("5.1", "EUR", Decimal("0.01")),
            AmountOf("11.4", "EUR", Decimal("10"), Decimal("8"), Decimal("2"), 3),
            AmountOf("1.1", "USD", Decimal("5.50")),
            AmountOf("never", "", Decimal("1")),
        ],
        codes,
    )
    assert (sums.count, sums.credits) == (7, 4)
    assert dict(sums.amounts) == {
        "": Amounts(gross=Decimal(1)),
        "EUR": Amounts(Decimal(-8), Decimal(-2), Decimal("999999999989.98")),
        "USD": Amounts(gross=Decimal("5.50")),
    }
    assert sums_of([], codes).amounts == ()


FULL = {
    "mark": 400001,
    "uid": "0F",
    "authenticationCode": "AC",
    "uniqueId": "u",
    "integritySignature": "s",
    "publicSalt": "s",
    "publicSignature": "s",
    "privateSignature": "s",
    "cancellationMark": 400002,
    "classificationMark": 400003,
    "iaprSignPolicy": 2,
    "currencyCode": "EUR",
    "invoiceTypeCode": "1.1",
    "series": "A",
    "number": "17",
    "issuerFormatedInvoiceSeriesNumber": "A 17",
    "dateIssued": "2026-11-20T10:00:00",
    "relativeDocuments": ["ΔΑ 12"],
    "correlatedInvoices": [400001000000001],
    "multipleConnectedMarks": [400001000000002],
    "deliveryNoteMarks": ["400001000000003"],
    "gsisRelatedInvoices": ["g"],
    "orderNumber": "PO-7",
    "issuer": {"vat": "EL999999993", "registeredName": "Εκδότης", "branchCode": 0},
    "counterParty": {"vat": "EL094014201", "registeredName": "Πελάτης", "branchCode": 3},
    "distributionDetails": {
        "internalDocumentId": "id-1",
        "dispatchDate": "2026-11-20",
        "dispatchTime": "10:00:00",
        "deliveryDate": "2026-11-21",
        "relativeDocuments": ["x"],
        "vehileNumber": "ΙΒΖ-1234",
        "movePurposeCode": 1,
    },
    "paymentDetails": {
        "paymentDate": "2026-12-01",
        "paymentMethods": [{"paymentMethodTypeCode": 3, "amount": 124.00, "transactionId": "t"}],
    },
    "additionalDetails": {"transmissionMethod": "A", "pdfUrl": "https://x", "approvalDocumentId": "7"},
    "details": [
        {
            "lineNo": 1,
            "descriptions": ["Καφές"],
            "quantity": 8,
            "unitPrice": 12.5,
            "vatCategoryCode": 1,
            "remarks": "φρέσκος",
            "relativeDocuments": ["ΔΑ 12"],
            "serialNumbers": ["SN-1"],
            "lotNumber": "L7",
        }
    ],
    "taxes": [{"taxTypeCode": 1, "taxCategoryCode": 3, "taxAmount": 20}],
    "summaries": {"totalGrossValue": 124.00},
    "vatAnalysis": [{"percentage": 24, "vatAmount": 24}],
    "miscellaneousData": {"comments1": "Ευχαριστούμε"},
    "isDelayed": True,
    "isDelayedCode": 1,
    "cancelDeliveryOrders": True,
    "totalCancelDeliveryOrders": True,
    "vatPointDate": "2026-11-20",
    "aadeXml": "<x/>",
    "iaprResponse": "r",
    "supportedDocument": "d",
    "erpQrCode": "q",
    "providerSignatureIdentifier": "p",
    "totalAmount": 124,
    "cardLines": [{"lineNo": 1, "amount": 124}],
    "internalDocumentId": "id-1",
    "madeUp": "kept",
}
KEPT = {
    "iapr_sign_policy",
    "currency_code",
    "invoice_type_code",
    "series",
    "order_number",
    "issuer",
    "counter_party",
    "distribution_details",
    "payment_details",
    "additional_details",
    "details",
    "taxes",
    "miscellaneous_data",
}


@pytest.fixture(scope="module")
def full() -> Document:
    import json

    return read_document(json.dumps(FULL).encode())


def test_a_duplicate_takes_along_what_was_agreed_and_nothing_that_was_that_documents_alone(codes, full):
    copy = duplicate_of(full, codes).document
    assert copy.model_fields_set - {"made_up", "madeUp"} == KEPT
    for name in KEPT - {"distribution_details", "payment_details", "additional_details", "details"}:
        assert getattr(copy, name) == getattr(full, name), name
    assert copy.model_extra == {"madeUp": "kept"}
    distribution, additional = copy.distribution_details, copy.additional_details
    assert distribution.model_fields_set == {"vehile_number", "move_purpose_code"}
    assert additional.model_fields_set == {"transmission_method"}
    (line,) = copy.details
    kept = full.details[0]
    for name in ("relative_documents", "serial_numbers", "lot_number"):
        kept = kept.without_member(name)
    assert line == kept


def test_every_member_of_a_document_is_left_behind_or_kept_knowingly(full):
    """Members that name one sealed document, by their words, are all in this test's document,
    so that the test above looks at them."""
    telling = (
        "mark",
        "uid",
        "signature",
        "_id",
        "salt",
        "number",
        "date_issued",
        "delayed",
        "cancel",
        "response",
    )
    named = {m.name for m in members_of(Document).ordered if any(word in m.name for word in telling)}
    innocent = {
        "language_code",
        "order_number",
        "lot_number",
        "order_confirmation_number",
        "receiving_advice_number",
        "table_id",
        "non_obligated_recipient",
    }
    assert named - innocent <= full.model_fields_set


def test_a_duplicate_is_paid_like_a_new_document_by_one_payment_that_follows_the_gross(codes, full):
    copy = duplicate_of(full, codes)
    assert copy.document.payment_details == new_draft(None, "A", codes).document.payment_details
    assert copy.typed == {}
    composition = compose(copy.document, Surroundings(codes, "2026-11-21"))
    (payment,) = composition.document.payment_details.payment_methods
    assert payment.amount == composition.summaries.gross
    unpaid = full.without_member("payment_details")
    assert duplicate_of(unpaid, codes).document.payment_details is None


def test_a_small_document_is_duplicated_as_it_is(codes):
    small = Document(series="A", details=(Detail(unit_price=Decimal(1)),))
    assert duplicate_of(small, codes).document == small == draft_of(small).document
