"""Amounts in the document's own currency beside euro: turned one by one, their sums sums of those."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from einvoice_desktop.domain.alternative import twin_rate
from einvoice_desktop.domain.composition import Composition, compose, recompose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Tax
from einvoice_desktop.domain.writer import write_document

D = Decimal
RATE = D("1.08375")


def line(price: str, **more: object) -> Detail:
    return Detail(descriptions=("Είδος",), unit_price=D(price), vat_category_code=1, **more)


def invoice(*lines: Detail, currency: str = "USD", rate: Decimal | None = RATE, **more: object) -> Document:
    methods = (PaymentMethod(payment_method_type_code=3, amount=D("10")), PaymentMethod())
    payments = PaymentDetails(exchange_currency_rate=rate, payment_methods=methods)
    return Document(
        invoice_type_code="1.3", currency_code=currency, details=lines, payment_details=payments, **more
    )


def written(composition: Composition) -> dict:
    return json.loads(write_document(composition.document), parse_float=Decimal)


def test_the_amounts_in_euro_stay_and_their_twins_are_euro_times_rate(around):
    told = written(compose(invoice(line("33.33"), line("66.67")), around))
    assert [d["netTotal"] for d in told["details"]] == [D("33.33"), D("66.67")]
    assert [d["netTotalAC"] for d in told["details"]] == [D("36.12"), D("72.25")]
    assert [d["vatTotalAC"] for d in told["details"]] == [D("8.67"), D("17.34")]
    assert [d["totalAC"] for d in told["details"]] == [D("44.79"), D("89.59")]
    assert told["summaries"] == {
        "totalNetAmount": D("100.00"),
        "totalNetAmountAC": D("108.37"),
        "totalVATAmount": D("24.00"),
        "totalVATAmountAC": D("26.01"),
        "totalGrossValue": D("124.00"),
        "totalGrossValueAC": D("134.38"),
        "totalPayableAmount": D("124.00"),
        "totalPayableAmountAC": D("134.38"),
    }
    assert told["vatAnalysis"][0]["underlyingValueAC"] == D("108.37")
    assert told["vatAnalysis"][0]["vatAmountAC"] == D("26.01")


def test_payments_that_settle_the_document_settle_its_twin(around):
    told = written(compose(invoice(line("33.33"), line("66.67")), around))
    assert [m["amountAC"] for m in told["paymentDetails"]["paymentMethods"]] == [D("10.84"), D("123.54")]


def test_taxes_and_discounts_have_their_twins(around):
    own = (AllowanceCharge(type="ALLOWANCE", amount=D("10")),)
    tax = Tax(tax_type_code=1, tax_category_code=7, underlying_value=D("50"))
    document = invoice(
        line("100", allowances_charges=own), line("50"), allowances_charges=own, taxes=(tax,), rate=D("2")
    )
    told = written(compose(document, around))
    assert told["taxes"][0]["taxAmountAC"] == D("8.00")
    assert told["taxes"][0]["underlyingValueAC"] == D("100.00")
    assert told["allowancesCharges"][0]["amountAC"] == D("20.00")
    assert told["details"][0]["allowancesCharges"][0]["amountAC"] == D("20.00")
    assert told["details"][0]["allowancesTotalAC"] == D("32.86")
    sums = told["summaries"]
    assert (sums["totalAllowancesAC"], sums["totalAllowancesWithoutLinesAC"]) == (D("40.00"), D("20.00"))
    assert sums["totalGrossValueAC"] == 2 * sums["totalGrossValue"]


@pytest.mark.parametrize(
    ("currency", "rate", "expected"),
    [("EUR", D(1), None), ("eur", D(2), None), ("USD", None, None), ("USD", D(0), None), ("USD", D(2), D(2))],
)
def test_there_are_twins_only_in_another_currency_with_a_rate(around, currency, rate, expected):
    document = invoice(line("5"), currency=currency, rate=rate)
    assert twin_rate(document) == expected
    composition = compose(document, around)
    assert (composition.twins is None) is (expected is None)
    assert ("totalNetAmountAC" in written(composition)["summaries"]) is (expected is not None)


def test_the_rate_of_a_receipt_stands_on_the_document():
    document = Document(currency_code="USD", exchange_currency_rate=D("1.1"))
    assert twin_rate(document) == D("1.1")


def test_one_edit_turns_one_line(around, monkeypatch):
    from einvoice_desktop.domain import composition as module

    lines = [line(str(1 + i)) for i in range(300)]
    composition = compose(invoice(*lines), around)
    turned = []
    real = module.twin_amounts
    monkeypatch.setattr(module, "twin_amounts", lambda *a: turned.append(1) or real(*a))
    lines[5] = line("77.77")
    document = invoice(*lines)
    changed = recompose(composition, document, around, line=5)
    assert len(turned) == 1
    assert changed.twins.summaries == compose(document, around).twins.summaries


def test_another_rate_turns_them_all(around):
    composition = compose(invoice(line("1")), around)
    other = invoice(line("1"), rate=D("3"))
    assert recompose(composition, other, around).twins.summaries.net == D("3.00")
    euro = other.with_member("currency_code", "EUR")
    assert recompose(composition, euro, around).twins is None


def test_a_twin_of_a_sum_is_a_value_like_any_other(around):
    composition = compose(invoice(line("100"), rate=D("2")), around)
    assert composition.value("summaries.totalGrossValueAC") == D("248.00")
