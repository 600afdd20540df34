"""Changes at random, of which nobody says beforehand whether they break a rule: both minds must find out."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.two_minds.facts import TYPES, Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Apply, Mutation, Where, has, put

_AMOUNTS = (
    "netTotal",
    "vatTotal",
    "total",
    "quantity",
    "unitPrice",
    "feesAmount",
    "withheldAmount",
    "deductionsAmount",
)
_VALUES = (0, -1, 0.01, 0.005, 1, 99.99, 1000000, 99999999999999)
_SUMS = (
    *("totalNetAmount", "totalVATAmount", "totalGrossValue", "totalAllowances", "totalCharges"),
    *("totalWithheldAmount", "totalFeesAmount", "totalOtherTaxesAmount", "totalStampDutyAmount"),
    *("totalDeductionsAmount", "totalPayableAmount", "totalCatalogNetAmount"),
    *("totalNetAmountAfterLineDiscounts", "totalAllowancesWithoutLines"),
)
_LINKS = ("correlatedInvoices", "multipleConnectedMarks", "deliveryNoteMarks")
_FLAGS = (
    "isDeliveryNote", "isFuelInvoice", "selfPricing", "isRetail", "nonObligatedRecipient",
    "isReverseDeliveryNote", "vatPaymentSuspension", "totalCancelDeliveryOrders", "cancelDeliveryOrders",
    "withoutDigitalTransportTracking",
)  # fmt: skip


def _goods(document: Json, _facts: Facts) -> bool:
    return bool(counted(document))


def _every(_document: Json, _facts: Facts) -> bool:
    return True


def _other_type(document: Json, _facts: Facts, rng: Random) -> None:
    """The same document under the name of another type."""
    document["invoiceTypeCode"] = rng.choice([code for code in TYPES if code not in ("8.4", "8.5")])


def _coded(member: str, last: int) -> Apply:
    """Any code of a member of one line, and a few beyond."""

    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        rng.choice(counted(document))[member] = rng.randint(0, last + 2)

    return apply


def _head_coded(path: str, last: int) -> Apply:
    def apply(document: Json, facts: Facts, rng: Random) -> None:
        put(path, rng.randint(0, last + 2))(document, facts, rng)

    return apply


def _country(document: Json, _facts: Facts, rng: Random) -> None:
    country = rng.choice(("GR", "DE", "US", "CY", "XI", "GB", "EL", "ZZ", "", "gr"))
    document["counterParty"]["address"]["countryCode"] = country


def _vat_number(document: Json, _facts: Facts, rng: Random) -> None:
    document["counterParty"]["vat"] = rng.choice(
        (
            "",
            "000000000",
            "EL000000000",
            "GR094014201",
            "094014201",
            "94014201",
            "EL 094014201",
            "DE123456789",
            "X",
            "0",
        )
    )


def _amount(document: Json, _facts: Facts, rng: Random) -> None:
    rng.choice(counted(document))[rng.choice(_AMOUNTS)] = rng.choice(_VALUES)


def _pair(side: str, member: str) -> Apply:
    def apply(document: Json, facts: Facts, rng: Random) -> None:
        category, kind = rng.choice(facts.every_pair[side])
        entry: Json = {"classificationCategoryCode": category}
        if kind and rng.random() < 0.8:
            entry["classificationTypeCode"] = kind
        rng.choice(counted(document))[member] = entry

    return apply


def _without(document: Json, _facts: Facts, rng: Random) -> None:
    """One member of the document is gone."""
    name = rng.choice(sorted(name for name in document if name not in ("invoiceTypeCode", "number")))
    del document[name]


def _line_without(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    del line[rng.choice(sorted(line))]


def _part_without(document: Json, _facts: Facts, rng: Random) -> None:
    """One member of a part of the document is gone."""
    parts = [part for part in document.values() if isinstance(part, dict) and part]
    part = rng.choice(parts)
    inner = [value for value in part.values() if isinstance(value, dict) and value]
    target = rng.choice(inner) if inner and rng.random() < 0.5 else part
    del target[rng.choice(sorted(target))]


def _link(document: Json, _facts: Facts, rng: Random) -> None:
    name = rng.choice(_LINKS)
    mark = 400009990000000 + rng.randint(1, 9_999_999)
    document[name] = rng.choice(([], [mark], [mark, mark + 1], [str(mark)]))


def _flag(document: Json, _facts: Facts, rng: Random) -> None:
    document[rng.choice(_FLAGS)] = rng.choice((True, False))


def _tax(document: Json, _facts: Facts, rng: Random) -> None:
    tax = {"taxTypeCode": rng.randint(1, 5), "taxAmount": rng.choice((0, 0.5, 3, 100))}
    if rng.random() < 0.7:
        tax["taxCategoryCode"] = rng.randint(0, 31)
    if rng.random() < 0.3:
        tax["underlyingValue"] = rng.choice((0, 10, 100))
    document["taxes"] = [*document.get("taxes", []), tax]


def _line_tax(document: Json, _facts: Facts, rng: Random) -> None:
    name = rng.choice(("withheld", "fees", "otherTaxes", "stampDuty", "deductions"))
    line = rng.choice(counted(document))
    line[f"{name}Amount"] = rng.choice((0, 0.5, 3, 100))
    if rng.random() < 0.7:
        line[f"{name}PercentCategoryCode"] = rng.randint(0, 31)


def _method(document: Json, _facts: Facts, rng: Random) -> None:
    document["paymentDetails"] = {
        "paymentMethods": [
            {"paymentMethodTypeCode": rng.randint(0, 9), "amount": rng.choice((0, 0.01, 5, 10**7))}
        ]
    }


def _leaves(value: object, wanted: type | tuple[type, ...]) -> list[tuple[Json | list[object], str | int]]:
    """Where values of a type stand, flags apart."""
    if isinstance(value, dict):
        items: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    else:
        return []
    found: list[tuple[Json | list[object], str | int]] = []
    for key, item in items:
        if isinstance(item, wanted) and not isinstance(item, bool):
            found.append((value, key))  # type: ignore[arg-type]
        found += _leaves(item, wanted)
    return found


def _everywhere(wanted: type | tuple[type, ...], change: Callable[[Any], object]) -> Apply:
    """Changes one value of a type, wherever it stands; the number stays, for it must be new each time."""

    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        found = _leaves(document, wanted)
        if places := [place for place in found if place[1] not in ("number", "invoiceTypeCode")]:
            holder, key = rng.choice(places)
            holder[key] = change(holder[key])  # type: ignore[index, call-overload]

    return apply


def _summary(document: Json, _facts: Facts, rng: Random) -> None:
    name = rng.choice(_SUMS)
    document["summaries"] = {name: rng.choice((0, 1, 33.33))}


def _allowance(document: Json, _facts: Facts, rng: Random) -> None:
    """A discount or a charge, of a line or of the document, in one of the ways to write it."""
    entry: Json = {"type": rng.choice(("ALLOWANCE", "CHARGE", "ALLOWANCE", "DISCOUNT", ""))}
    for name, values in (("amount", (1, 5.5, 0, -1, 10**6)), ("percentage", (10, 3.33, 0, -5, 150))):
        if rng.random() < 0.6:
            entry[name] = rng.choice(values)
    target = document if rng.random() < 0.4 else rng.choice(counted(document))
    if rng.random() < 0.6:
        for line in counted(document):
            for name in ("netTotal", "vatTotal", "total"):
                line.pop(name, None)
    target["allowancesCharges"] = [entry]


def _bank(document: Json, _facts: Facts, rng: Random) -> None:
    number = rng.choice(("GR1601101250000000012300695", "GR16 0110 1250 0000 0000 1230 0695", "DE00", ""))
    document["banks"] = [{"name": "Τράπεζα", "iban": number}]


_partied: Where = has("counterParty.address")

ANYTHING = (
    Mutation("any type", _other_type, _goods),
    Mutation("any VAT category", _coded("vatCategoryCode", 10), _goods),
    Mutation("any exemption", _coded("vatExemptionCategoryCode", 31), _goods),
    Mutation("any unit", _coded("measurementUnitCode", 7), _goods),
    Mutation("any record type", _coded("recordTypeCode", 7), _goods),
    Mutation("any detail type", _coded("invoiceDetailTypeCode", 2), _goods),
    Mutation("any fuel", _coded("fuelCode", 75), _goods),
    Mutation("any purpose of a line", _coded("movePurposeLineCode", 20), _goods),
    Mutation("any special category", _head_coded("specialInvoiceCategory", 13)),
    Mutation("any purpose", _head_coded("distributionDetails.movePurposeCode", 20)),
    Mutation("any reverse purpose", _head_coded("distributionDetails.reverseDeliveryNotePurpose", 5)),
    Mutation("any transport", _head_coded("distributionDetails.transportTypeCode", 7)),
    Mutation("any delay", _head_coded("isDelayedCode", 4)),
    Mutation("any sign policy", _head_coded("iaprSignPolicy", 2)),
    Mutation("any variation", _head_coded("variationType", 4)),
    Mutation("any country", _country, _partied),
    Mutation("any VAT number", _vat_number, _partied),
    Mutation("any amount of a line", _amount, _goods),
    Mutation("any income pair", _pair("income", "incomeClassification"), _goods),
    Mutation("any expense pair", _pair("expense", "expensesClassification"), _goods),
    Mutation("anything gone", _without, _every),
    Mutation("anything gone of a line", _line_without, _goods),
    Mutation("anything gone of a part", _part_without, _every),
    Mutation("any link", _link),
    Mutation("any flag", _flag),
    Mutation("any document tax", _tax, _goods),
    Mutation("any line tax", _line_tax, _goods),
    Mutation("any number negative", _everywhere((int, float), lambda number: -number), _every),
    Mutation("any number nought", _everywhere((int, float), lambda _number: 0), _every),
    Mutation("any number with a tail", _everywhere(float, lambda number: number + 0.0049), _goods),
    Mutation("any text long", _everywhere(str, lambda text: text + "Ω" * 400), _every),
    Mutation("any text empty", _everywhere(str, lambda _text: ""), _every),
    Mutation("any text padded", _everywhere(str, lambda text: f" {text} "), _every),
    Mutation("any summary", _summary, _goods),
    Mutation("any discount", _allowance, _goods),
    Mutation("any bank", _bank, _goods),
    Mutation("any payment", _method, _goods),
)
