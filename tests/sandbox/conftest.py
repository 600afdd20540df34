"""A practice provider with a clock that stands still, and correct documents to send to it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from einvoice_desktop.sandbox.app import PracticeProvider

PRACTICE_KEY = "practice-key"
ADDRESS = "http://127.0.0.1:8123"
ISSUER_VAT = "EL999999990"
BUYER_VAT = "EL888888880"

Json = dict[str, Any]


class Clock:
    """The time in UTC; a test moves it."""

    def __init__(self) -> None:
        # 10:30 in Athens, on a working day in winter time.
        self.moment = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_seconds(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class Desk:
    """Someone who sends documents to a practice provider."""

    def __init__(self, provider: PracticeProvider, clock: Clock) -> None:
        self.provider = provider
        self.clock = clock
        self.client = Client(provider)

    def post(self, path: str, value: object, **headers: str) -> TestResponse:
        return self.client.post(
            path, data=json.dumps(value), content_type="application/json", headers=list(headers.items())
        )

    def send(self, document: Json, key: str = PRACTICE_KEY, **headers: str) -> TestResponse:
        return self.post("/invoice/json", document, APIKey=key, **headers)

    def login(self, vat: str = ISSUER_VAT, key: str = PRACTICE_KEY) -> Json:
        response = self.post("/Authentication/login", {"vat": vat, "key": key})
        assert response.status_code == 200, response.text
        return response.get_json()

    def accepted(self, document: Json) -> Json:
        response = self.send(document)
        assert response.status_code == 201, response.text
        return response.get_json()

    def refused(self, document: Json) -> Json:
        """The answer to a document that breaks a rule of the authority or of the provider."""
        response = self.send(document)
        assert response.status_code == 400, response.text
        return response.get_json()

    def codes(self, document: Json) -> list[int]:
        """The authority's numbers in a refusal."""
        return [error["key"] for error in self.refused(document)["myDataErrors"]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_provider(tmp_path: Path, tables: Any, clock: Clock) -> Iterator[Callable[[], PracticeProvider]]:
    """Opens practice providers on one and the same folder, as a restart does."""
    opened = []

    def start() -> PracticeProvider:
        provider = PracticeProvider(
            tmp_path / "practice", tables, now=clock, address=lambda: ADDRESS, practice_key=PRACTICE_KEY
        )
        opened.append(provider)
        return provider

    yield start
    for provider in opened:
        provider.close()


@pytest.fixture
def desk(open_provider: Callable[[], PracticeProvider], clock: Clock) -> Desk:
    return Desk(open_provider(), clock)


def _party(vat: str, name: str) -> Json:
    address = {"countryCode": "GR", "city": "Αθήνα", "street": "Σταδίου", "number": "1", "postal": "10562"}
    return {
        "registeredName": name,
        "vat": vat,
        "taxOffice": "ΦΑΕ Αθηνών",
        "address": address,
        "branchCode": 0,
    }


def _line(number: int, net: float, rate: int, category: int, pair: tuple[str, str]) -> Json:
    vat = round(net * rate) / 100
    return {
        "lineNo": number,
        "descriptions": [f"Είδος {number}"],
        "measurementUnitCode": 1,
        "quantity": 1,
        "unitPrice": net,
        "netTotal": net,
        "vatTotal": vat,
        "total": net + vat,
        "vatCategoryCode": category,
        "incomeClassification": {"classificationCategoryCode": pair[0], "classificationTypeCode": pair[1]},
    }


def _document(code: str, title: str, number: int, lines: list[Json], buyer: Json | None) -> Json:
    net, vat = sum(line["netTotal"] for line in lines), sum(line["vatTotal"] for line in lines)
    document: Json = {
        "currencyCode": "EUR",
        "invoiceType": title,
        "invoiceTypeCode": code,
        "documentTypeCode": "INVOICE",
        "series": "Α",
        "number": str(number),
        "dateIssued": "2026-11-23T10:00:00",
        "issuer": _party(ISSUER_VAT, "Πωλητής ΑΕ"),
        "distributionDetails": {"internalDocumentId": f"doc-{code}-{number}"},
        "paymentDetails": {
            "paymentMethods": [
                {"paymentMethodType": "Επί πιστώσει", "paymentMethodTypeCode": 5, "amount": net + vat}
            ]
        },
        "additionalDetails": {"transmissionMethod": "A", "accountingDepartmentEmails": [""]},
        "details": lines,
        "summaries": {"totalNetAmount": net, "totalVATAmount": vat, "totalGrossValue": net + vat},
        "isDelayedCode": 0,
    }
    if buyer is not None:
        document["counterParty"] = buyer
    return document


def sale(number: int = 1, code: str = "1.1") -> Json:
    """1.1 or 5.2: two lines, 100.00 at 24% and 50.00 at 13%: 150.00 + 30.50 = 180.50."""
    pair = ("category1_1", "E3_561_001")
    lines = [_line(1, 100, 24, 1, pair), _line(2, 50, 13, 2, pair)]
    return _document(code, "Τιμολόγιο", number, lines, _party(BUYER_VAT, "Αγοραστής ΕΠΕ"))


def service(number: int = 1) -> Json:
    """2.1 with 20% withheld on the line: 1000.00 + 240.00 - 200.00 = 1040.00."""
    line = _line(1, 1000, 24, 1, ("category1_3", "E3_561_001"))
    line |= {"withheldAmount": 200, "withheldPercentCategoryCode": 3, "total": 1040}
    document = _document("2.1", "ΤΠΥ", number, [line], _party(BUYER_VAT, "Αγοραστής ΕΠΕ"))
    document["summaries"] |= {"totalWithheldAmount": 200, "totalGrossValue": 1040}
    document["paymentDetails"]["paymentMethods"][0]["amount"] = 1040
    return document


def receipt(number: int = 1) -> Json:
    """11.1 in cash with an empty counterparty: 109.73 + 14.27 = 124.00."""
    line = _line(1, 109.73, 13, 2, ("category1_1", "E3_561_003")) | {"vatTotal": 14.27, "total": 124}
    document = _document("11.1", "ΑΛΠ", number, [line], {"registeredName": "Πελάτης", "vat": ""})
    document["summaries"] = {"totalNetAmount": 109.73, "totalVATAmount": 14.27, "totalGrossValue": 124}
    document["paymentDetails"]["paymentMethods"] = [{"paymentMethodTypeCode": "3", "amount": 124}]
    return document


def expense(number: int = 1) -> Json:
    """3.1 with VAT category 8, 20% withheld and three deductions on the document: 1000 - 390.94 = 609.06."""
    line = _line(1, 1000, 0, 8, ("", ""))
    del line["incomeClassification"]
    line["expensesClassification"] = {
        "classificationCategoryCode": "category2_3",
        "classificationTypeCode": "E3_585_004",
    }
    document = _document("3.1", "Τίτλος κτήσης", number, [line], _party("EL000000000", "Ιδιώτης"))
    document["taxes"] = [
        {"taxTypeCode": 1, "taxCategoryCode": 2, "taxAmount": 200},
        {"taxTypeCode": 5, "taxCategory": "3,6%", "taxAmount": 36},
        {"taxTypeCode": 5, "taxCategory": "ΕΦΚΑ", "taxAmount": 101.84},
        {"taxTypeCode": 5, "taxCategory": "ΕΟΠΠΥ", "taxAmount": 53.1},
    ]
    document["summaries"] |= {
        "totalWithheldAmount": 200,
        "totalDeductionsAmount": 190.94,
        "totalGrossValue": 609.06,
    }
    document["paymentDetails"]["paymentMethods"][0]["amount"] = 609.06
    return document


def delivery_note(number: int = 1) -> Json:
    """9.3 without amounts, currency or payments."""
    document = _document("9.3", "Δελτίο αποστολής", number, [], _party(BUYER_VAT, "Αγοραστής ΕΠΕ"))
    for name in ("currencyCode", "paymentDetails"):
        del document[name]
    document["summaries"] = {}
    address = {"city": "Αθήνα", "street": "Σταδίου", "number": "1", "postal": "10562"}
    document["distributionDetails"] |= {
        "movePurposeCode": 1,
        "dispatchDate": "2026-11-23T12:00:00",
        "deliveryOriginDetails": {"address": dict(address)},
        "deliveryDestinationDetails": {"address": dict(address)},
    }
    document["details"] = [
        {
            "lineNo": 1,
            "descriptions": ["Είδος"],
            "measurementUnitCode": 2,
            "quantity": 2.2,
            "vatCategoryCode": 8,
            "incomeClassification": {"classificationCategoryCode": "category3"},
        }
    ]
    return document


MAKERS: dict[str, Callable[[], Json]] = {
    "1.1": sale,
    "2.1": service,
    "3.1": expense,
    "5.2": lambda: sale(code="5.2"),
    "9.3": delivery_note,
    "11.1": receipt,
}


@pytest.fixture
def make() -> Callable[..., Json]:
    """A correct document of a type; `change` sets members by path, None removes one."""

    def build(code: str = "1.1", change: dict[str, object] | None = None) -> Json:
        document = copy.deepcopy(MAKERS[code]())
        for path, value in (change or {}).items():
            *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
            target: Any = document
            for part in way:
                target = target[part] if isinstance(part, int) else target.setdefault(part, {})
            if value is None:
                del target[last]
            else:
                target[last] = value
        return document

    return build
