"""Specialities of correct documents: what some of them carry beside lines and parties."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.two_minds import lines, parties
from tests.two_minds.facts import FAR, MOVEMENTS, TODAY, Facts, Json

Special = Callable[[Json, Facts, Random], None]


def moved(document: Json, facts: Facts, rng: Random) -> None:
    """Goods travel: purpose, moment, places."""
    purpose = rng.choice(facts.purposes)
    if purpose == "8" and document["invoiceTypeCode"] not in ("9.3", "10.2"):
        purpose = "1"
    details = document["distributionDetails"]
    details |= {
        "movePurposeCode": int(purpose),
        "dispatchDate": TODAY,
        "dispatchTime": f"{TODAY}T12:00:00",
        "vehileNumber": "ΙΑΒ1234",
        "deliveryOriginDetails": {"address": parties.address()},
        "deliveryDestinationDetails": {"address": parties.address()},
    }
    if purpose == "19":
        details["otherMovePurposeTitle"] = "Προς επίδειξη"
    if purpose == "8":
        document["counterParty"] = {**parties.greek(rng), "vat": f"EL{parties.ISSUER}"}
    if rng.random() < 0.3:
        details |= {"transportTypeCode": rng.randint(1, 7), "packingDeclarations": [_package(rng)]}


def _package(rng: Random) -> Json:
    return {"packagingType": "Κιβώτιο", "packagingTypeCode": rng.randint(1, 6), "quantity": 2}


def foreign_money(document: Json, _facts: Facts, rng: Random) -> None:
    document["currencyCode"] = rng.choice(("USD", "GBP", "CHF"))
    document.setdefault("paymentDetails", {})["exchangeCurrencyRate"] = 1.25


def fuel(document: Json, facts: Facts, rng: Random) -> None:
    """Fuel on every line; the last of several may be other charges of little value."""
    document["isFuelInvoice"] = True
    details = document["details"]
    for line in details:
        line["fuelCode"] = int(rng.choice(facts.fuels))
    if len(details) > 1 and lines.net_of(details[-1]) < lines.net_of(details[0]):
        details[-1]["fuelCode"] = 999


def delivery_note(document: Json, facts: Facts, rng: Random) -> None:
    """An invoice that travels with the goods."""
    moved(document, facts, rng)
    document["isDeliveryNote"] = True
    if document["invoiceTypeCode"] == "11.1":
        document["counterParty"] = parties.greek(rng)


def public(document: Json, _facts: Facts, rng: Random) -> None:
    """A document to the Greek State."""
    document["documentTypeCode"] = "ELB2G"
    document["counterParty"] = parties.greek(rng)
    document["recipient"] = parties.greek(rng)
    document["b2GDetails"] = {
        "contractingAuthorityCode": "1015.E00236.0001",
        "contractingAuthority": "Δήμος",
        "contractTypeCode": "3|0",
        "contractReferenceCode": "0",
    }
    for line in document["details"]:
        line |= {"cpvCode": "15511000-3", "measurementUnitCodeEN": "H87"}


def restaurant(document: Json, _facts: Facts, rng: Random) -> None:
    """A receipt that closes order forms."""
    document["specialInvoiceCategory"] = 12
    document["multipleConnectedMarks"] = [400009990000000 + rng.randint(1, 9_999_999)]


def heating(document: Json, _facts: Facts, _rng: Random) -> None:
    document["specialInvoiceCategory"] = 11


def complex_transaction(document: Json, _facts: Facts, rng: Random) -> None:
    """Category 5 lets a Greek type go abroad."""
    document["specialInvoiceCategory"] = 5
    document["counterParty"] = parties.foreign(rng, FAR)


def self_priced(document: Json, _facts: Facts, _rng: Random) -> None:
    document["selfPricing"] = True


def notes_named(document: Json, _facts: Facts, rng: Random) -> None:
    document["deliveryNoteMarks"] = [str(400009990000000 + rng.randint(1, 9_999_999))]


def late(document: Json, _facts: Facts, rng: Random) -> None:
    """Issued without a connection, sent on a later day."""
    document |= {"isDelayedCode": rng.choice((1, 2)), "dateIssued": "2026-11-22T18:00:00"}


def notified(document: Json, _facts: Facts, rng: Random) -> None:
    document["additionalDetails"] = {
        "transmissionMethod": rng.choice("EMC"),
        "accountingDepartmentEmails": ["a@example.com"],
        "customerCellNumbers": ["+306900000000"],
    }


def other_unit(document: Json, _facts: Facts, rng: Random) -> None:
    if "measurementUnitCode" in (line := rng.choice(document["details"])):
        line |= {
            "measurementUnitCode": 7,
            "otherMeasurementUnitTitle": "Παλέτες",
            "otherMeasurementUnitQuantity": 3,
        }


def informative(document: Json, _facts: Facts, rng: Random) -> None:
    """A line that stands in no sum."""
    document["details"].append(
        {
            "lineNo": 9,
            "descriptions": ["Σημείωση"],
            rng.choice(("isInformative", "isHidden")): True,
            "quantity": 1,
            "unitPrice": 3,
            "netTotal": 3,
            "vatTotal": 0,
            "vatCategoryCode": document["details"][0]["vatCategoryCode"],
        }
    )
    first = document["details"][0]
    if "vatExemptionCategoryCode" in first:
        document["details"][-1]["vatExemptionCategoryCode"] = first["vatExemptionCategoryCode"]


def voucher(document: Json, _facts: Facts, rng: Random) -> None:
    rng.choice(document["details"])["recordTypeCode"] = 6


def tax_with_vat(document: Json, _facts: Facts, rng: Random) -> None:
    """A line that is itself a fee or a tax; document taxes may stand beside it."""
    line = rng.choice(document["details"])
    if not any(name.endswith("Amount") for name in line):
        line["recordTypeCode"] = rng.choice((2, 3))


def total_cancel(document: Json, _facts: Facts, rng: Random) -> None:
    """An order form that cancels all orders of a table."""
    document["totalCancelDeliveryOrders"] = True
    document["multipleConnectedMarks"] = [400009990000000 + rng.randint(1, 9_999_999)]
    line = {
        "lineNo": 1,
        "descriptions": ["Ακύρωση"],
        "quantity": 1,
        "measurementUnitCode": 1,
        "vatCategoryCode": 8,
        "netTotal": 0,
        "vatTotal": 0,
        "total": 0,
        "incomeClassification": {"classificationCategoryCode": "category1_95"},
    }
    document["details"] = [line]


def returned(document: Json, _facts: Facts, rng: Random) -> None:
    """An order form of which a line takes something back."""
    rng.choice(document["details"])["recordTypeCode"] = 7


_ANY_PRICED: tuple[Special, ...] = (late, notified, informative, voucher, tax_with_vat, other_unit)
_OF_TYPE: dict[str, tuple[Special, ...]] = {
    "1.1": (
        foreign_money,
        fuel,
        delivery_note,
        public,
        heating,
        complex_transaction,
        self_priced,
        notes_named,
    ),
    "1.3": (foreign_money,),
    "2.3": (foreign_money,),
    "5.2": (foreign_money, public, self_priced),
    "2.1": (public, complex_transaction, self_priced),
    "1.6": (public,),
    "2.4": (public,),
    "5.1": (public, delivery_note),
    "11.1": (fuel, delivery_note, restaurant, heating),
    "11.5": (heating,),
    "8.6": (total_cancel, returned),
}


def special(document: Json, facts: Facts, rng: Random) -> None:
    """One speciality that the type may have."""
    code = document["invoiceTypeCode"]
    if code in MOVEMENTS:
        rng.choice((late, notified, other_unit, notes_named))(document, facts, rng)
        return
    own = _OF_TYPE.get(code, ())
    wanted = own if own and rng.random() < 0.6 else _ANY_PRICED
    rng.choice(wanted)(document, facts, rng)
