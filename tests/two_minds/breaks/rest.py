"""Breaks of the other places at which a rule may speak: each list, each address, each sum, each amount."""

from __future__ import annotations

from random import Random

from tests.two_minds import specials
from tests.two_minds.breaks.lines import line
from tests.two_minds.breaks.oddities import STATE, of_state, plain, priced, settled
from tests.two_minds.facts import MOVEMENTS, POS_RECEIPTS, Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Apply, Mutation, both, drop, has, of_types, put

_WAY = "distributionDetails"
_LONG = "Α" * 201
_CLOSING = (("11.1",), specials.restaurant)
_CANCEL = (("8.6",), specials.total_cancel)
_SOMEBODY = {"registeredName": "Μεταφορέας", "address": {"countryCode": "ZZ"}}
_receipts = of_types(*POS_RECEIPTS)
_notes = of_types(*MOVEMENTS)


def _travels(document: Json, _facts: Facts) -> bool:
    return document["invoiceTypeCode"] in MOVEMENTS or bool(document.get("isDeliveryNote"))


def _discount(target: str, **members: object) -> Apply:
    """A discount of one line, or of the document."""

    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        holder = document if target == "document" else rng.choice(counted(document))
        holder["allowancesCharges"] = [{"type": "ALLOWANCE", **members}]

    return apply


def _negative_tax(document: Json, _facts: Facts, rng: Random) -> None:
    name = rng.choice(
        ("withheldAmount", "feesAmount", "otherTaxesAmount", "stampDutyAmount", "deductionsAmount")
    )
    rng.choice(counted(document))[name] = -3


def _cent_off(document: Json, _facts: Facts, rng: Random) -> None:
    """A tax one cent from its percentage: still taken."""
    chosen = rng.choice(counted(document))
    chosen["withheldPercentCategoryCode"] = 3
    chosen["withheldAmount"] = round(chosen["netTotal"] * 0.2 + 0.01, 2)
    chosen.pop("total", None)


def _paid_in(name: str, amount: float = 1) -> Apply:
    """The receipt is paid in another way than by card."""

    def apply(document: Json, _facts: Facts, _rng: Random) -> None:
        document.pop("cardLines", None)
        document[name] = [{"lineNo": 1, "amount": amount}]

    return apply


def _receipt_lines(name: str) -> Apply:
    return put(name, [{"lineNo": 1, "amount": 1}])


def _fee_as_expense(document: Json, _facts: Facts, _rng: Random) -> None:
    fee = counted(document)[-1]
    for name in ("incomeClassification", "incomeClassifications"):
        fee.pop(name, None)
    fee["expensesClassification"] = {"classificationCategoryCode": "category2_9"}


def _no_category(document: Json, _facts: Facts, rng: Random) -> None:
    chosen = rng.choice(counted(document))
    chosen["incomeClassification"] = {"classificationTypeCode": "E3_561_001"}


def _restaurant(document: Json, _facts: Facts) -> bool:
    return document.get("specialInvoiceCategory") == 12


def _nothing_beside(document: Json, _facts: Facts, rng: Random) -> None:
    chosen = rng.choice(counted(document))
    chosen.update(feesPercentCategoryCode=10, feesAmount=1.5)
    chosen.pop("total", None)
    document["taxes"] = [{"taxTypeCode": 5, "taxAmount": 0}]


def _worthless(document: Json, _facts: Facts, rng: Random) -> None:
    chosen = rng.choice(counted(document))
    for name in ("unitPrice", "netTotal", "vatTotal", "total"):
        chosen.pop(name, None)


def _cancelled(document: Json, _facts: Facts) -> bool:
    return bool(document.get("totalCancelDeliveryOrders"))


def _two_lines(document: Json, _facts: Facts, _rng: Random) -> None:
    document["details"] += [{**document["details"][0], "lineNo": 2}]


def _income(document: Json, facts: Facts) -> bool:
    return settled(document, facts) and facts.side(document["invoiceTypeCode"]) == "income"


REST = (
    Mutation("discount below nothing", _discount("document", amount=-1), settled),
    Mutation("discount of less than no per cent", _discount("document", percentage=-1), settled),
    Mutation(
        "discount of an unknown kind",
        both(_discount("document", amount=1), put("allowancesCharges.0.type", "GIFT")),
        settled,
    ),
    Mutation("discount above the lines", _discount("document", amount=9_999_999), plain),
    Mutation("line discount below nothing", _discount("line", amount=-1), settled),
    Mutation("line discount of less than no per cent", _discount("line", percentage=-1), settled),
    Mutation("odd: line discount of nothing", _discount("line"), settled),
    Mutation(
        "State: authority's code of another shape",
        put("b2GDetails.contractingAuthorityCode", "ΔΗΜΟΣ"),
        of_state,
        STATE,
    ),
    Mutation(
        "odd: State: no name of the authority", drop("b2GDetails.contractingAuthority"), of_state, STATE
    ),
    Mutation("State: no contract type", drop("b2GDetails.contractTypeCode"), of_state, STATE),
    Mutation("odd: CPV of another shape", line(cpvCode="15511"), of_state, STATE),
    Mutation("State: recipient of no country", put("recipient.address.countryCode", "ZZ"), of_state, STATE),
    Mutation("State: recipient of a prefix", put("recipient.address.countryCode", "EL"), of_state, STATE),
    Mutation(
        "orders cancelled by another type",
        put("cancelDeliveryOrders", True),
        lambda d, f: priced(d, f) and d["invoiceTypeCode"] != "8.6",
    ),
    Mutation("customer's branch below 0", put("counterParty.branchCode", -2), has("counterParty.vat")),
    Mutation(
        "odd: customer's registry number",
        put("counterParty.generalCommercialRegistryNumber", "1"),
        has("counterParty.vat"),
    ),
    Mutation(
        "notes named by a correction",
        put("deliveryNoteMarks", ["400009990000001"]),
        of_types("5.1", "1.6", "2.4"),
    ),
    Mutation("odd: note's MARK of two digits", put("deliveryNoteMarks", ["12"]), of_types("1.1", "5.2")),
    Mutation(
        "odd: connected MARK of two digits",
        put("multipleConnectedMarks", [12]),
        of_types("1.1", "5.2", "11.1"),
    ),
    Mutation("line tax below nothing", _negative_tax, settled),
    Mutation("odd: a tax a cent off", _cent_off, plain),
    Mutation("odd: VAT of three decimals", line(vatTotal=0.001), of_types("1.1", "11.1", "2.1")),
    Mutation("odd: price below nothing", line(unitPrice=-4), settled),
    Mutation("odd: a receipt of no orders", drop("multipleConnectedMarks"), _restaurant, _CLOSING),
    Mutation("odd: a line tax beside a document tax of nothing", _nothing_beside, plain),
    Mutation("odd: neither price nor net", _worthless, plain),
    Mutation("odd: unit of the State in small letters", line(measurementUnitCodeEN="h87"), of_state, STATE),
    Mutation("total cancel of two lines", _two_lines, _cancelled, _CANCEL),
    Mutation("odd: total cancel of no orders", drop("multipleConnectedMarks"), _cancelled, _CANCEL),
    Mutation("total cancel with VAT", line(vatCategoryCode=1), _cancelled, _CANCEL),
    Mutation("total cancel of an amount", line(netTotal=3), _cancelled, _CANCEL),
    Mutation("movement with a price", line(unitPrice=4), _notes),
    Mutation("movement with VAT to pay", line(vatTotal=4), _notes),
    Mutation(
        "customer's country of no table",
        put("counterParty.address.countryCode", "ZZ"),
        has("counterParty.vat"),
    ),
    Mutation("issuer's country of no table", put("issuer.address.countryCode", "ZZ")),
    Mutation("transporter of no country", put("transporter", _SOMEBODY)),
    Mutation(
        "origin in no country", put(f"{_WAY}.deliveryOriginDetails.address.countryCode", "ZZ"), _travels
    ),
    Mutation("destination without a city", drop(f"{_WAY}.deliveryDestinationDetails.address.city"), _travels),
    Mutation("origin without a postal code", drop(f"{_WAY}.deliveryOriginDetails.address.postal"), _travels),
    Mutation("odd: dispatch time that is none", put(f"{_WAY}.dispatchTime", "noon"), _travels),
    Mutation(
        "packages of nothing",
        put(f"{_WAY}.packingDeclarations", [{"packagingTypeCode": 1, "quantity": 0}]),
        _travels,
    ),
    Mutation("goods travel: issuer's name too long", put("issuer.registeredName", _LONG), _travels),
    Mutation("goods travel: issuer's street too long", put("issuer.address.street", _LONG), _travels),
    Mutation("goods travel: issuer's city too long", put("issuer.address.city", _LONG), _travels),
    Mutation(
        "unit's title too long",
        line(measurementUnitCode=7, otherMeasurementUnitQuantity=3, otherMeasurementUnitTitle=_LONG),
    ),
    Mutation("odd: long item code", line(code="Κ" * 51)),
    Mutation("odd: long remarks", line(remarks="Σ" * 151)),
    Mutation("delay of no code", put("isDelayedCode", 9)),
    Mutation("no type", drop("invoiceTypeCode"), settled),
    Mutation(
        "tip below nothing",
        put("paymentDetails.paymentMethods.0.tipAmount", -1),
        has("paymentDetails.paymentMethods"),
    ),
    Mutation("document tax below nothing", put("taxes", [{"taxTypeCode": 5, "taxAmount": -1}]), plain),
    Mutation(
        "document tax on less than nothing",
        put("taxes", [{"taxTypeCode": 5, "taxAmount": 1, "underlyingValue": -9}]),
        plain,
    ),
    Mutation("document tax of no kind", put("taxes", [{"taxAmount": 1}]), plain),
    Mutation(
        "odd: issuer and sender are one",
        put("sender", {"vat": "EL090000045", "registeredName": "Α"}),
        has("selfPricing"),
        (("1.1", "2.1"), specials.self_priced),
    ),
    Mutation("fee as an expense", _fee_as_expense, of_types("1.5")),
    Mutation("classification without a category", _no_category, _income),
    *(
        Mutation(f"odd: {name} of another type", _receipt_lines(name), priced)
        for name in ("cardLines", "cashLines", "chequeLines", "voucherLines", "remittanceLines")
    ),
    Mutation("odd: total of a receipt in another type", put("totalAmount", 5), priced),
    *(
        Mutation(f"receipt with {name} below nothing", _paid_in(name, -1), _receipts)
        for name in ("cashLines", "chequeLines", "voucherLines", "remittanceLines")
    ),
    Mutation("odd: receipt by card without a terminal", drop("cardLines.0.terminalId"), _receipts),
    Mutation("odd: receipt paid in cash", _paid_in("cashLines"), _receipts),
)
