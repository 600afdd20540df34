"""What is odd and yet taken: our rules may warn of it, and neither mind may refuse it without a reason."""

from __future__ import annotations

from random import Random

from tests.two_minds import specials
from tests.two_minds.breaks.lines import line
from tests.two_minds.facts import MOVEMENTS, POS_RECEIPTS, Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Apply, Mutation, Where, all_of, anywhere, both, drop, has, of_types, put

_WAY = "distributionDetails"
_NO_TAX = {"taxTypeCode": 5, "taxAmount": 0}


def priced(document: Json, _facts: Facts) -> bool:
    return "details" in document and document["invoiceTypeCode"] not in MOVEMENTS


def plain(document: Json, facts: Facts) -> bool:
    """Nothing depends on the net of one line."""
    entries = [line for line in document.get("details", ()) if "expensesClassifications" in line]
    taxed = any(name.endswith("Amount") for line in document.get("details", ()) for name in line)
    return priced(document, facts) and not (entries or taxed or "taxes" in document)


def _euro(document: Json, facts: Facts) -> bool:
    return priced(document, facts) and document["currencyCode"] == "EUR"


def _foreign(document: Json, facts: Facts) -> bool:
    return priced(document, facts) and document["currencyCode"] != "EUR"


def of_state(document: Json, _facts: Facts) -> bool:
    return document["documentTypeCode"] == "ELB2G"


def settled(document: Json, facts: Facts) -> bool:
    """An ordinary document that does not travel."""
    return priced(document, facts) and "isDeliveryNote" not in document


def _greek(document: Json, facts: Facts) -> bool:
    wanted = facts.types[document["invoiceTypeCode"]]["counterpart_country"] == "GR"
    return wanted and priced(document, facts) and document.get("specialInvoiceCategory") != 5


def _travelling(document: Json, facts: Facts, rng: Random) -> None:
    specials.delivery_note(document, facts, rng)


def _measured(document: Json, facts: Facts) -> bool:
    """Nothing else that goods need is missing."""
    return (
        settled(document, facts)
        and bool(document.get("counterParty", {}).get("registeredName"))
        and all("measurementUnitCode" in line for line in counted(document))
        and facts.types[document["invoiceTypeCode"]]["delivery_note_flag"] is False
    )


def _fuel_of_services(document: Json, facts: Facts, rng: Random) -> None:
    specials.fuel(document, facts, rng)


def _unit_price(document: Json, _facts: Facts, rng: Random) -> None:
    rng.choice(counted(document)).pop("unitPrice", None)


def _line_discount(document: Json, _facts: Facts, rng: Random) -> None:
    rng.choice(counted(document))["allowancesCharges"] = [
        {"type": "ALLOWANCE", "percentage": 10, "amount": 1, "grossAmount": 1}
    ]


def _paid_by(method: int) -> Apply:
    return put("paymentDetails.paymentMethods", [{"paymentMethodTypeCode": method}])


def _heated(document: Json, _facts: Facts, _rng: Random) -> None:
    document["specialInvoiceCategory"] = 11
    document["isFuelInvoice"] = True
    for item in counted(document):
        item["fuelCode"] = 10


def _linked_to_nothing(document: Json, _facts: Facts, _rng: Random) -> None:
    document.pop("multipleConnectedMarks", None)
    document.pop("specialInvoiceCategory", None)


def _named_anywhere(document: Json, facts: Facts) -> bool:
    """An ordinary document whose customer has a country."""
    return settled(document, facts) and bool(document.get("counterParty", {}).get("address"))


STATE: tuple[tuple[str, ...], specials.Special] = (("1.1", "2.1", "1.6", "5.1"), specials.public)
_paid: Where = has("paymentDetails.paymentMethods")

ODDITIES = (
    Mutation("odd: it has a MARK", put("mark", 400009990000001)),
    Mutation("odd: mixed letters in the series", put("series", "ΑB")),
    Mutation("odd: a rate for the euro", put("paymentDetails.exchangeCurrencyRate", 1.25), _euro),
    Mutation("rate of six decimals", put("paymentDetails.exchangeCurrencyRate", 1.234567), _foreign),
    Mutation("odd: currency of a movement", put("currencyCode", "EUR"), of_types(*MOVEMENTS)),
    Mutation(
        "odd: recipients and no way", put("additionalDetails", {"accountingDepartmentEmails": ["a@b.gr"]})
    ),
    Mutation(
        "odd: readers of a PDF that is not sent",
        put("additionalDetails", {"transmissionMethod": "A", "pdfNotificationEmails": ["a@b.gr"]}),
    ),
    Mutation(
        "odd: a message before its time",
        put("additionalDetails", {"transmissionMethod": "A", "notificationDelay": -1}),
    ),
    Mutation("odd: nobody in particular", put("counterParty.vat", "000000000"), of_types("1.1", "2.1")),
    Mutation(
        "odd: mobile number of a house",
        put("additionalDetails", {"transmissionMethod": "A", "customerCellNumbers": ["2101234567"]}),
    ),
    Mutation("odd: a MARK of two digits", put("correlatedInvoices", [12]), of_types("1.6", "2.4", "5.1")),
    Mutation("odd: registry number", put("issuer.generalCommercialRegistryNumber", "12")),
    Mutation("odd: delivery note of another type", _travelling, _measured),
    Mutation("odd: self-billing of another type", put("selfPricing", True), of_types("3.1", "7.1", "8.1")),
    Mutation("odd: fuel of another type", _fuel_of_services, of_types("2.1", "7.1", "6.2")),
    Mutation(
        "odd: supply account", put("counterParty.address.supplyAccountNo", "123"), has("counterParty.address")
    ),
    Mutation(
        "odd: taxes of an order form",
        put("taxes", [{"taxTypeCode": 2, "taxCategoryCode": 10, "taxAmount": 1}]),
        all_of(of_types("8.6"), lambda document, _facts: "totalCancelDeliveryOrders" not in document),
    ),
    Mutation("odd: discount of nothing", put("allowancesCharges", [{"type": "ALLOWANCE"}]), priced),
    Mutation("odd: IRIS without a transaction", _paid_by(8), _paid),
    Mutation("odd: IBAN", put("banks", [{"name": "Τράπεζα", "iban": "GR1601101250000000012300696"}])),
    Mutation("odd: another sum", put("summaries", {"totalNetAmount": 1}), priced),
    Mutation(
        "odd: another VAT analysis",
        put("vatAnalysis", [{"name": "24%", "percentage": 24, "underlyingValue": 1, "vatAmount": 9}]),
        priced,
    ),
    Mutation("odd: collection for third parties", put("thirdPartyCollection", True), anywhere),
    Mutation("odd: collection of a receipt", put("thirdPartyCollection", True), of_types(*POS_RECEIPTS)),
    Mutation(
        "odd: no description", line(descriptions=[]), all_of(priced, lambda d, _f: "isDeliveryNote" not in d)
    ),
    Mutation(
        "odd: long description",
        line(descriptions=["Α" * 301]),
        all_of(priced, lambda d, _f: "isDeliveryNote" not in d),
    ),
    Mutation("odd: no price", _unit_price, priced),
    Mutation("odd: another total", line(total=0.55), priced),
    Mutation("odd: another discount", _line_discount, plain),
    Mutation("line purpose of no table", line(movePurposeLineCode=44), of_types(*MOVEMENTS)),
    Mutation("line purpose without a title", line(movePurposeLineCode=19), of_types(*MOVEMENTS)),
    Mutation("odd: heating with petrol", _heated, of_types("1.1", "11.1"), (("1.1", "11.1"), None)),
    Mutation("odd: CPV check digit", line(cpvCode="15511000-9"), of_state, STATE),
    Mutation("odd: unit of the State", line(measurementUnitCodeEN="ΤΕΜ"), of_state, STATE),
    Mutation("odd: retail credit of nothing", _linked_to_nothing, of_types("11.4")),
    Mutation("odd: document to the State of another type", specials.public, of_types("1.4", "7.1", "8.1")),
    Mutation("odd: no country of the customer", drop("counterParty.address.countryCode"), _named_anywhere),
    Mutation("odd: no name of the customer", drop("counterParty.registeredName"), _named_anywhere),
    Mutation("odd: taxes of a movement", put("taxes", [dict(_NO_TAX)]), of_types(*MOVEMENTS)),
    Mutation("odd: VAT number of a country", put("counterParty.vat", "GR094014201"), _greek),
    Mutation("odd: line numbers twice", line(lineNo=1)),
    Mutation("odd: VAT number that fails its digit", put("counterParty.vat", "EL123456789"), _greek),
    Mutation("odd: nothing of the way is said", both(put(f"{_WAY}.vehileNumber", ""))),
)
