"""Documents whose sums the program has made, sent to the practice provider, which has its own arithmetic."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.writer import write_document

Json = dict[str, Any]
TODAY = "2026-11-23"
KINDS = {
    "withholding": (1, "withheld", -1),
    "fees": (2, "fees", 1),
    "other_taxes": (3, "otherTaxes", 1),
    "stamp_duty": (4, "stampDuty", 1),
}
"""Table -> tax type, how its members on a line begin, its effect on the gross."""
COMPUTED = ("netTotal", "vatTotal", "total")


@pytest.fixture
def completed(tables: Any) -> Callable[[Json], Json]:
    """A document without any sum, as the program completes and writes it."""
    around = Surroundings(CodeTables(tables.__getitem__), TODAY)

    def of(document: Json) -> Json:
        bare = {key: value for key, value in document.items() if key not in ("summaries", "vatAnalysis")}
        bare["details"] = [
            {key: value for key, value in line.items() if key not in COMPUTED} for line in document["details"]
        ]
        for method in (bare.get("paymentDetails") or {}).get("paymentMethods", ()):
            method.pop("amount", None)
        read = read_document(json.dumps(bare).encode())
        composition = compose(read, around)
        told: Json = json.loads(write_document(composition.document))
        return told

    return of


def taken(desk: Any, documents: list[Json]) -> None:
    numbers = count(1)
    for document in documents:
        desk.accepted(document | {"number": str(next(numbers))})


def rows_of(tables: Any, table: str) -> list[Json]:
    return [row for row in tables[table] if row.get("selectable", True)]


@pytest.mark.parametrize("table", KINDS)
def test_every_category_of_a_tax_on_the_document(desk, make, completed, tables, table):
    code, _, sign = KINDS[table]
    documents = []
    for row in rows_of(tables, table):
        tax = {"taxTypeCode": code, "taxCategoryCode": int(row["code"])}
        if row["kind"] == "amount":
            tax["taxAmount"] = 7.77
        document = completed(make("1.1") | {"taxes": [tax]})
        amount = document["taxes"][0]["taxAmount"]
        assert document["summaries"]["totalGrossValue"] == pytest.approx(180.50 + sign * amount)
        documents.append(document)
    taken(desk, documents)


@pytest.mark.parametrize("table", KINDS)
def test_every_category_of_a_tax_on_a_line(desk, make, completed, tables, table):
    _, name, _ = KINDS[table]
    documents = []
    for row in rows_of(tables, table):
        document = make("1.1")
        document["details"][0][f"{name}PercentCategoryCode"] = int(row["code"])
        if row["kind"] == "amount":
            document["details"][0][f"{name}Amount"] = 7.77
        documents.append(completed(document))
    taken(desk, documents)


def test_deductions_on_a_line_and_several_on_the_document(desk, make, completed):
    on_line = make("1.1")
    on_line["details"][0]["deductionsAmount"] = 12.34
    several = [
        {"taxTypeCode": 5, "taxCategory": name, "taxAmount": 10.01} for name in ("ΜΤΠΥ", "ΕΑΔΗΣΥ", "ΑΕΠΠ")
    ]
    document = completed(make("1.1") | {"taxes": several})
    assert document["summaries"]["totalDeductionsAmount"] == 30.03
    taken(desk, [completed(on_line), document, completed(make("3.1"))])


OWN = {
    "a discount in per cent": [{"type": "ALLOWANCE", "percentage": 3.33}],
    "a discount in euro": [{"type": "ALLOWANCE", "amount": 10.01}],
    "a charge": [{"type": "CHARGE", "amount": 5.55}],
    "several": [
        {"type": "ALLOWANCE", "percentage": 7},
        {"type": "ALLOWANCE", "amount": 1.99},
        {"type": "CHARGE", "percentage": 1.5},
    ],
}


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
def test_discounts_and_charges_of_the_document_over_lines_of_several_rates(desk, make, completed, own):
    document = completed(make("1.1") | {"allowancesCharges": own})
    shares = [line["netTotalAfterInlineALCs"] - line["netTotal"] for line in document["details"]]
    assert any(shares)
    taken(desk, [document, completed(make("5.2") | {"allowancesCharges": own})])


def test_discounts_and_charges_of_lines(desk, make, completed):
    document = make("1.1")
    document["details"][0]["allowancesCharges"] = OWN["several"]
    document["details"][1]["allowancesCharges"] = OWN["a discount in per cent"]
    taken(desk, [completed(document)])


@pytest.mark.parametrize("record", [2, 3, 6])
def test_lines_of_fees_and_taxes_with_vat_and_of_gift_vouchers(desk, make, completed, record):
    document = make("1.1")
    special = {"lineNo": 3, "descriptions": ["Ειδική γραμμή"], "quantity": 1, "unitPrice": 10}
    special |= {"vatCategoryCode": 1, "recordTypeCode": record}
    if record == 6:
        special["incomeClassification"] = document["details"][0]["incomeClassification"]
    document["details"].append(special)
    taken(desk, [completed(document)])


def test_informative_and_hidden_lines_beside_the_others(desk, make, completed):
    document = make("1.1")
    apart = document["details"][0] | {"unitPrice": 999, "withheldPercentCategoryCode": 7}
    document["details"] += [apart | {"isInformative": True}, apart | {"isHidden": True}]
    told = completed(document)
    assert told["summaries"]["totalGrossValue"] == 180.5
    taken(desk, [told])


def test_several_classifications_and_the_entries_of_the_whole_document(desk, make, completed):
    document = make("3.1", {"details.0.expensesClassification": None})
    document["details"][0]["expensesClassifications"] = [
        {"classificationTypeCode": "E3_585_004", "classificationCategoryCode": "category2_5", "amount": 400},
        {"classificationTypeCode": "E3_585_009", "classificationCategoryCode": "category2_3", "amount": 600},
    ]
    with_entries = completed(document)
    with_entries["summaries"]["expensesClassifications"] = document["details"][0]["expensesClassifications"]
    taken(desk, [completed(document), with_entries])


def test_an_amount_in_another_currency_goes_beside_the_one_in_euro(desk, make, completed):
    document = make("1.1") | {"currencyCode": "USD"}
    document["paymentDetails"]["exchangeCurrencyRate"] = 1.08375
    told = completed(document)
    assert told["summaries"]["totalGrossValue"] == 180.5
    assert Decimal(str(told["summaries"]["totalGrossValueAC"])) == Decimal("195.62")
    taken(desk, [told])
