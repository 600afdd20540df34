"""POS receipts: one total of their payments, in their own flat shape."""

from __future__ import annotations

import json
from decimal import Decimal

from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.settlement import CardLine
from einvoice_desktop.domain.writer import write_document

D = Decimal
CARD = CardLine(amount=D("100.00"), tip_amount=D("5"))
CASH = CardLine(amount=D("24.00"))
APART = CardLine(amount=D("9"), is_informative=True)


def receipt(**members: object) -> Document:
    given = {"invoice_type_code": "8.4", "card_lines": (CARD, APART), "cash_lines": (CASH,)}
    return Document(**(given | members))


def test_the_total_is_what_the_payments_come_to(around):
    composition = compose(receipt(), around)
    assert composition.summaries.gross == composition.summaries.payable == D("124.00")
    assert composition.value("totalAmount") == D("124.00")
    assert composition.document.total_amount == D("124.00")


def test_a_total_that_is_given_is_kept(around):
    composition = compose(receipt(total_amount=D("120")), around)
    assert composition.summaries.payable == D("120.00")
    assert composition.document.total_amount == D("120")


def test_a_receipt_is_written_without_sums_and_vat_analysis(around):
    told = json.loads(write_document(compose(receipt(), around).document))
    assert not {"summaries", "vatAnalysis"} & told.keys()


def test_payments_of_a_receipt_mean_nothing_on_an_invoice(around):
    composition = compose(receipt(invoice_type_code="1.1"), around)
    assert composition.summaries.gross == 0
