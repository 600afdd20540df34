"""Breaks of the head: codes, dates, numbers, currency, sending."""

from __future__ import annotations

from random import Random

from tests.two_minds.facts import Facts, Json
from tests.two_minds.mutation import Mutation, Where, both, drop, has, of_types, put


def _foreign(document: Json, _facts: Facts) -> bool:
    return document.get("currencyCode", "EUR") != "EUR"


def _priced(document: Json, _facts: Facts) -> bool:
    return "currencyCode" in document and "details" in document


def _not(*codes: str) -> Where:
    return lambda document, _facts: "details" in document and document["invoiceTypeCode"] not in codes


def _not_public(document: Json, _facts: Facts) -> bool:
    return document["documentTypeCode"] != "ELB2G" and "details" in document


def _no_recipients(document: Json, _facts: Facts, rng: Random) -> None:
    document["additionalDetails"] = {"transmissionMethod": rng.choice("EMC")}


def _other_type(document: Json, _facts: Facts, rng: Random) -> None:
    document["invoiceTypeCode"] = rng.choice(("13.1", "14.1", "15.1", "17.1", "14.30"))


HEAD = (
    Mutation("no title", drop("invoiceType")),
    Mutation("no series", drop("series")),
    Mutation("no issuer name", drop("issuer.registeredName")),
    Mutation("no issuer country", drop("issuer.address.countryCode")),
    Mutation("no currency", drop("currencyCode"), _priced),
    Mutation("no lines", put("details", [])),
    Mutation("unknown type", put("invoiceTypeCode", "4.4")),
    Mutation("type of another channel", _other_type),
    Mutation("unknown currency", put("currencyCode", "XXQ"), _priced),
    Mutation("unknown country", put("issuer.address.countryCode", "EL")),
    Mutation("unknown special category", put("specialInvoiceCategory", 77)),
    Mutation("dead special category", put("specialInvoiceCategory", 8)),
    Mutation("tax free of another type", put("specialInvoiceCategory", 4), _not("11.1", "11.4", "11.5")),
    Mutation("no correlation of another type", put("specialInvoiceCategory", 13), _not("11.4")),
    Mutation("document kind not fiscal", put("documentTypeCode", "ORDER"), _not_public),
    Mutation("document kind unknown", put("documentTypeCode", "PAPER"), _not_public),
    Mutation("date of yesterday", put("dateIssued", "2026-11-22T10:00:00")),
    Mutation("date of tomorrow", put("dateIssued", "2026-11-24T10:00:00")),
    Mutation(
        "late and of tomorrow",
        both(put("dateIssued", "2026-11-24T10:00:00"), put("isDelayedCode", 1)),
    ),
    Mutation("date that is none", put("dateIssued", "2026-13-45")),
    Mutation("number with letters", put("number", "12Α")),
    Mutation("number too large", put("number", "18446744073709551616")),
    Mutation("series too long", put("series", "Α" * 51)),
    Mutation("variation", put("variationType", 1)),
    Mutation("foreign money without rate", drop("paymentDetails.exchangeCurrencyRate"), _foreign),
    Mutation("rate of nothing", put("paymentDetails.exchangeCurrencyRate", 0), _foreign),
    Mutation("rate too high", put("paymentDetails.exchangeCurrencyRate", 50001), _foreign),
    Mutation("delayed by another channel", put("isDelayedCode", 3)),
    Mutation("unknown way of sending", put("additionalDetails.transmissionMethod", "Q")),
    Mutation("nobody to send to", _no_recipients),
    Mutation(
        "message to a house",
        put("additionalDetails", {"transmissionMethod": "M", "customerCellNumbers": ["2101234567"]}),
    ),
    Mutation("no correlation", drop("correlatedInvoices"), has("correlatedInvoices")),
    Mutation(
        "connected on a correction",
        put("multipleConnectedMarks", [400009990000001]),
        of_types("5.1", "1.6", "2.4"),
    ),
    Mutation("correlation of 5.2", put("correlatedInvoices", [400009990000001]), of_types("5.2")),
    Mutation("sign policy unknown", put("iaprSignPolicy", "7")),
)
