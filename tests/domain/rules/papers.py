"""Correct documents of many kinds, from which each test breaks one thing."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.reader import read_document

TODAY = "2026-11-21"
MARK = 400001234567890

ISSUER = {
    "registeredName": "Πωλητής",
    "vat": "EL999999993",
    "address": {"countryCode": "GR", "city": "Αθήνα", "street": "Κύρια", "number": "1", "postal": "10431"},
}
BUYER = {
    "registeredName": "Αγοραστής",
    "vat": "EL094014201",
    "address": {"countryCode": "GR", "city": "Αθήνα", "street": "Σταδίου", "number": "2", "postal": "10432"},
}
PLACE = {"address": {"street": "Κύρια", "number": "1", "postal": "10431", "city": "Αθήνα"}}
MOVE = {
    "movePurposeCode": 1,
    "dispatchDate": TODAY,
    "dispatchTime": "14:30",
    "deliveryOriginDetails": PLACE,
    "deliveryDestinationDetails": PLACE,
}


def income(category: str, kind: str | None = None) -> dict[str, str]:
    named = {"classificationCategoryCode": category}
    return named | ({"classificationTypeCode": kind} if kind else {})


GOODS = {
    "descriptions": ["Καφές"],
    "quantity": 2,
    "measurementUnitCode": 1,
    "unitPrice": 10,
    "vatCategoryCode": 1,
    "incomeClassification": income("category1_1", "E3_561_001"),
}
SERVICE = {
    "descriptions": ["Μελέτη"],
    "unitPrice": 20,
    "vatCategoryCode": 1,
    "incomeClassification": income("category1_3", "E3_561_001"),
}
PAID = {"paymentMethods": [{"paymentMethodTypeCode": 5}]}
HEAD: dict[str, Any] = {
    "invoiceType": "Παραστατικό",
    "documentTypeCode": "INVOICE",
    "currencyCode": "EUR",
    "series": "A",
    "number": "7",
    "dateIssued": f"{TODAY}T10:00:00",
    "issuer": ISSUER,
}
INVOICE = HEAD | {
    "invoiceTypeCode": "1.1",
    "counterParty": BUYER,
    "details": [GOODS],
    "paymentDetails": PAID,
}
RETAIL = HEAD | {
    "invoiceTypeCode": "11.1",
    "details": [GOODS | {"incomeClassification": income("category1_1", "E3_561_003")}],
    "paymentDetails": PAID,
}
NOTE = {name: value for name, value in HEAD.items() if name != "currencyCode"} | {
    "invoiceTypeCode": "9.3",
    "counterParty": BUYER,
    "distributionDetails": MOVE,
    "details": [
        {
            "descriptions": ["Καφές"],
            "quantity": 2,
            "measurementUnitCode": 1,
            "vatCategoryCode": 8,
            "incomeClassification": income("category3"),
        }
    ],
}
ORDER = HEAD | {
    "invoiceTypeCode": "8.6",
    "tableId": "2/20",
    "details": [GOODS | {"incomeClassification": income("category1_95")}],
}
FUEL_LINE = GOODS | {"fuelCode": 20, "quantityIn15Deg": 2, "measurementUnitCode": 3}
STATE = {
    "contractingAuthorityCode": "1015.E00236.0001",
    "contractingAuthority": "Υπουργείο",
    "contractTypeCode": "3|0",
    "contractReferenceCode": "0",
}
BOUGHT = {
    "descriptions": ["Ελιές"],
    "quantity": 1,
    "unitPrice": 20,
    "vatCategoryCode": 8,
    "expensesClassification": income("category2_5", "E3_585_004"),
}

PAPERS: dict[str, dict[str, Any]] = {
    "invoice": INVOICE,
    "to the Union": INVOICE
    | {
        "invoiceTypeCode": "1.2",
        "counterParty": BUYER | {"vat": "DE136695976", "address": BUYER["address"] | {"countryCode": "DE"}},
        "details": [
            GOODS
            | {
                "vatCategoryCode": 7,
                "vatExemptionCategoryCode": 14,
                "incomeClassification": income("category1_1", "E3_561_005"),
            }
        ],
    },
    "to a third country": INVOICE
    | {
        "invoiceTypeCode": "1.3",
        "counterParty": BUYER | {"vat": "US123", "address": BUYER["address"] | {"countryCode": "US"}},
        "details": [
            GOODS
            | {
                "vatCategoryCode": 7,
                "vatExemptionCategoryCode": 8,
                "incomeClassification": income("category1_1", "E3_561_006"),
            }
        ],
    },
    "clearance": INVOICE
    | {
        "invoiceTypeCode": "1.5",
        "details": [
            {name: value for name, value in GOODS.items() if name != "incomeClassification"}
            | {"invoiceDetailTypeCode": 1, "expensesClassification": income("category2_9")},
            SERVICE | {"invoiceDetailTypeCode": 2},
        ],
    },
    "service": INVOICE | {"invoiceTypeCode": "2.1", "details": [SERVICE]},
    "title": INVOICE | {"invoiceTypeCode": "3.1", "details": [BOUGHT]},
    "credit": INVOICE | {"invoiceTypeCode": "5.1", "correlatedInvoices": [MARK]},
    "credit of nothing": INVOICE | {"invoiceTypeCode": "5.2"},
    "rent": INVOICE
    | {
        "invoiceTypeCode": "8.1",
        "details": [
            SERVICE | {"vatCategoryCode": 8, "incomeClassification": income("category1_5", "E3_562")}
        ],
    },
    "receipt of a card": HEAD
    | {
        "invoiceTypeCode": "8.4",
        "totalAmount": 124,
        "cardLines": [{"amount": 124, "providersSignature": "S", "terminalId": "T"}],
    },
    "order": ORDER,
    "cancel of orders": ORDER
    | {
        "totalCancelDeliveryOrders": True,
        "multipleConnectedMarks": [MARK],
        "details": [
            {
                "descriptions": ["Ακύρωση"],
                "quantity": 1,
                "unitPrice": 0,
                "vatCategoryCode": 8,
                "incomeClassification": income("category1_95"),
            }
        ],
    },
    "delivery note": NOTE,
    "aggregate note": NOTE | {"invoiceTypeCode": "9.2", "counterParty": BUYER | {"vat": "000000000"}},
    "correlated note": NOTE | {"invoiceTypeCode": "9.1", "multipleConnectedMarks": [MARK]},
    "invoice and note": INVOICE | {"isDeliveryNote": True, "distributionDetails": MOVE},
    "retail": RETAIL,
    "retail credit": RETAIL | {"invoiceTypeCode": "11.4", "multipleConnectedMarks": [MARK]},
    "simplified": RETAIL | {"invoiceTypeCode": "11.3"},
    "closing of orders": RETAIL | {"specialInvoiceCategory": 12, "multipleConnectedMarks": [MARK]},
    "tax free": RETAIL
    | {
        "specialInvoiceCategory": 4,
        "details": [RETAIL["details"][0] | {"vatCategoryCode": 7, "vatExemptionCategoryCode": 28}],
    },
    "fuel": INVOICE | {"isFuelInvoice": True, "details": [FUEL_LINE]},
    "heating": INVOICE
    | {
        "isFuelInvoice": True,
        "specialInvoiceCategory": 11,
        "details": [FUEL_LINE | {"fuelCode": 30}],
    },
    "to the State": INVOICE
    | {
        "documentTypeCode": "ELB2G",
        "b2GDetails": STATE,
        "recipient": BUYER,
        "details": [GOODS | {"cpvCode": "15511000-3", "measurementUnitCodeEN": "H87"}],
    },
    "self-billing": INVOICE | {"selfPricing": True, "sender": BUYER},
    "taxed": INVOICE
    | {"taxes": [{"taxTypeCode": 1, "taxCategoryCode": 2, "taxAmount": 4, "underlyingValue": 20}]},
    "foreign money": INVOICE
    | {"currencyCode": "USD", "paymentDetails": PAID | {"exchangeCurrencyRate": 1.08}},
}
"""By kind. Nothing is wrong with any of them."""


@cache
def paper(kind: str) -> Document:
    return read_document(json.dumps(PAPERS[kind]).encode())


def broken(kind: str, changes: dict[str, Any]) -> Document:
    """The paper of that kind with values put at paths; JSON objects are read as the reader reads them."""
    document = paper(kind)
    for path, value in changes.items():
        document = replace_value(document, path, _read(value))
    return document


def _read(value: Any) -> Any:
    return value() if callable(value) else value
