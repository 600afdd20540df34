"""The credit draft of an issued document: the right type, the original named, nothing that was its alone."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from einvoice_desktop.app.crediting import (
    can_be_credited,
    credit_of,
    credit_type,
    hash_of_credit,
    why_not_whole,
)
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Kind, SealedDocument, SignIn, Submission

MARK = "400001000000001"
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
ORIGINAL = """{
 "invoiceTypeCode": "%s", "invoiceType": "Title", "documentTypeCode": "INVOICE", "currencyCode": "EUR",
 "series": "A", "number": "7", "dateIssued": "2026-11-01", "mark": 400001000000001, "uid": "%s",
 "authenticationCode": "A1", "isDeliveryNote": true, "correlatedInvoices": [400001000000999],
 "issuer": {"registeredName": "Seller", "vat": "EL999999993", "address": {"countryCode": "GR"}},
 "counterParty": {"registeredName": "Buyer", "vat": "EL094014201",
   "address": {"countryCode": "GR", "city": "A", "postal": "1"}},
 "details": [{"descriptions": ["Coffee"], "quantity": 2, "unitPrice": 10.00, "vatCategoryCode": 1}],
 "paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 3, "amount": 24.80, "transactionId": "T1"}]},
 "distributionDetails": {"internalDocumentId": "doc-7", "dispatchDate": "2026-11-01", "vehileNumber": "ABC1"},
 "additionalDetails": {"transmissionMethod": "E", "accountingDepartmentEmails": ["a@example.com"]}
}"""


def row(type_code: str, mark: str = MARK, **changes: object) -> Submission:
    receipt = Receipt(mark, "U", "A1", "SUBMITTED", "", "A", "7", "", "doc-7", "")
    key = NaturalKey("999999993", "2026-11-01", 0, type_code, "A", "7")
    sealed = SealedDocument(b"", key, "doc-7", "hash", "Buyer", "094014201", "EUR", Decimal("24.80"))
    settled = Submission(
        1, "uat", SignIn.BEARER, False, State.ISSUED, sealed, "", NOW, NOW, None, 1, False, False, "", "",
        receipt, (),
    )  # fmt: skip
    return replace(settled, **changes)  # type: ignore[arg-type]


def document(type_code: str):
    return read_document((ORIGINAL % (type_code, "0F" * 20)).encode())


@pytest.mark.parametrize(
    ("original", "mark", "credit"),
    [
        *(("1.1", MARK, "5.1"), ("2.1", MARK, "5.1"), ("1.2", MARK, "5.1"), ("2.4", MARK, "5.1")),
        *(("1.1", "", "5.2"), ("2.3", "", "5.2"), ("11.1", MARK, "11.4"), ("11.2", "", "11.4")),
        *(("5.1", MARK, ""), ("5.2", MARK, ""), ("11.4", MARK, ""), ("9.3", MARK, ""), ("8.6", MARK, "")),
        *(("8.4", MARK, ""), ("6.1", MARK, ""), ("10.1", MARK, ""), ("", MARK, "")),
    ],
)
def test_the_type_follows_from_the_originals_and_its_mark(original: str, mark: str, credit: str) -> None:
    assert credit_type(original, mark) == credit
    assert can_be_credited(row(original, mark)) is bool(credit)


def test_a_business_credit_names_the_mark_and_takes_nothing_that_was_the_originals(codes) -> None:
    draft = credit_of(document("1.1"), row("1.1"), codes).document
    assert (draft.invoice_type_code, draft.correlated_invoices) == ("5.1", (int(MARK),))
    assert draft.multiple_connected_marks is None
    for name in ("number", "date_issued", "mark", "uid", "authentication_code", "distribution_details"):
        assert getattr(draft, name) is None, name
    assert draft.is_delivery_note is None
    (payment,) = draft.payment_details.payment_methods
    assert (payment.payment_method_type_code, payment.amount, payment.transaction_id) == (5, None, None)
    assert draft.counter_party.vat == "EL094014201"
    assert not draft.additional_details.accounting_department_emails
    summaries = compose(draft, Surroundings(codes, "2026-11-21")).summaries
    assert (summaries.net, summaries.gross) == (Decimal("20.00"), Decimal("24.80"))


def test_a_retail_credit_names_it_among_the_connected_marks(codes) -> None:
    draft = credit_of(document("11.1"), row("11.1"), codes).document
    assert (draft.invoice_type_code, draft.multiple_connected_marks) == ("11.4", (int(MARK),))
    assert draft.correlated_invoices is None


def test_without_a_mark_nothing_is_named_and_a_retail_credit_says_why(codes) -> None:
    business = credit_of(document("1.1"), row("1.1", ""), codes).document
    assert (business.invoice_type_code, business.correlated_invoices) == ("5.2", None)
    retail = credit_of(document("11.1"), row("11.1", ""), codes).document
    assert (retail.multiple_connected_marks, retail.special_invoice_category) == (None, 13)


@pytest.mark.parametrize("state", [state for state in State if state is not State.ISSUED])
def test_only_what_is_issued_is_credited(state: State, codes) -> None:
    with pytest.raises(UserError, match="credit_impossible"):
        credit_of(document("1.1"), row("1.1", state=state), codes)


def test_an_order_needs_a_mark_a_code_and_an_unencrypted_way() -> None:
    assert why_not_whole(row("1.1"), encrypted=False) == ""
    assert why_not_whole(row("1.1"), encrypted=True) == "credit_not_encrypted"
    assert why_not_whole(row("1.1", ""), encrypted=False) == "credit_needs_mark"
    no_code = replace(row("1.1").receipt, authentication_code="")  # type: ignore[type-var]
    assert why_not_whole(row("1.1", receipt=no_code), encrypted=False) == "credit_needs_mark"
    assert why_not_whole(row("9.3"), encrypted=False) == "credit_impossible"
    order = replace(row("5.1").sealed, kind=Kind.CREDIT)
    assert not can_be_credited(row("1.1", sealed=order))


def test_orders_are_told_apart_by_what_they_credit() -> None:
    assert hash_of_credit(row("1.1")) == hash_of_credit(row("1.1", attempts=9))
    assert hash_of_credit(row("1.1")) != hash_of_credit(row("1.1", "400001000000002"))
