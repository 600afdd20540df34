"""Breaks of the parties: VAT numbers, countries, names, addresses, the State as a customer."""

from __future__ import annotations

from random import Random

from tests.two_minds.facts import Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Apply, Mutation, Where, all_of, both, drop, of_types, put
from tests.two_minds.parties import ISSUER


def _business(document: Json, facts: Facts) -> bool:
    """A counterparty is there and is looked at."""
    code = document["invoiceTypeCode"]
    return (
        "details" in document and bool(_vat(document)) and not code.startswith("11.") and code in facts.types
    )


def _vat(document: Json) -> str:
    return str(document.get("counterParty", {}).get("vat", ""))


def _greek(document: Json, facts: Facts) -> bool:
    return _business(document, facts) and _country(document) == "GR" and document["invoiceTypeCode"] != "9.2"


def _country(document: Json) -> str:
    return str(document.get("counterParty", {}).get("address", {}).get("countryCode", ""))


def _wants(country: str) -> Where:
    return lambda document, facts: (
        "details" in document
        and facts.types[document["invoiceTypeCode"]]["counterpart_country"] == country
        and "counterParty" in document
    )


def _by_name(document: Json, facts: Facts) -> bool:
    """Name and address of the counterparty reach the authority."""
    abroad = _required(document, facts) and _country(document) not in ("", "GR")
    return abroad or _named(document, facts)


def _required(document: Json, facts: Facts) -> bool:
    return "details" in document and facts.types[document["invoiceTypeCode"]]["counterpart"] == "required"


def _travels(document: Json, _facts: Facts) -> bool:
    """Goods move: names and addresses must stand."""
    return document["invoiceTypeCode"].startswith(("9.", "10.")) or bool(document.get("isDeliveryNote"))


def _named(document: Json, facts: Facts) -> bool:
    return _travels(document, facts) and bool(_vat(document))


def _public(document: Json, _facts: Facts) -> bool:
    return document["documentTypeCode"] == "ELB2G"


def _wrong_length(document: Json, _facts: Facts, rng: Random) -> None:
    document["counterParty"]["vat"] = rng.choice(("EL1234567", "EL0940142011", "12345"))


def _eight(document: Json, _facts: Facts, _rng: Random) -> None:
    document["counterParty"]["vat"] = "EL12345678"


def _not_own(document: Json, facts: Facts) -> bool:
    return _greek(document, facts) and document.get("distributionDetails", {}).get("movePurposeCode") != 8


def _without(field: str) -> Apply:
    def apply(document: Json, _facts: Facts, _rng: Random) -> None:
        document["counterParty"]["address"].pop(field, None)

    return apply


def _line_without(name: str) -> Apply:
    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        rng.choice(counted(document)).pop(name, None)

    return apply


def _foreign_or_greek_address(document: Json, facts: Facts) -> bool:
    return _required(document, facts) and "address" in document["counterParty"]


PARTIES = (
    Mutation("no counterparty", drop("counterParty"), _required),
    Mutation("no VAT number of a Greek customer", put("counterParty.vat", ""), _wants("GR")),
    Mutation("VAT number of another length", _wrong_length, _greek),
    Mutation("VAT number of eight digits", _eight, _greek),
    Mutation("issuer's VAT number with a letter", put("issuer.vat", "EL99999999A")),
    Mutation("customer is the issuer", put("counterParty.vat", f"EL{ISSUER}"), _not_own),
    Mutation("Greek type abroad", put("counterParty.address.countryCode", "DE"), _wants("GR")),
    Mutation("Union type in Greece", put("counterParty.address.countryCode", "GR"), _wants("EU_not_GR")),
    Mutation("Union type outside", put("counterParty.address.countryCode", "US"), _wants("EU_not_GR")),
    Mutation("far type in the Union", put("counterParty.address.countryCode", "DE"), _wants("non_EU")),
    Mutation("far type in Greece", put("counterParty.address.countryCode", "GR"), _wants("non_EU")),
    Mutation(
        "unknown country of the customer",
        put("counterParty.address.countryCode", "EL"),
        _foreign_or_greek_address,
    ),
    Mutation("customer's address without a city", _without("city"), _foreign_or_greek_address),
    Mutation("customer's address without a postal code", _without("postal"), _foreign_or_greek_address),
    Mutation("goods travel: no customer name", drop("counterParty.registeredName"), _named),
    Mutation("goods travel: issuer without a city", drop("issuer.address.city"), _travels),
    Mutation("goods travel: issuer without a postal code", drop("issuer.address.postal"), _travels),
    Mutation("9.2 with a VAT number", put("counterParty.vat", "EL094014201"), of_types("9.2")),
    Mutation("nobody's VAT number wanted", put("nonObligatedRecipient", True), _not_own),
    Mutation("name too long", put("counterParty.registeredName", "Α" * 201), _by_name),
    Mutation("street too long", put("counterParty.address.street", "Α" * 151), _by_name),
    Mutation("city too long", put("counterParty.address.city", "Α" * 151), _by_name),
    Mutation("branch below 0", put("issuer.branchCode", -1)),
    Mutation("State: no authority", drop("b2GDetails.contractingAuthorityCode"), _public),
    Mutation("State: contract type", put("b2GDetails.contractTypeCode", "9|1"), _public),
    Mutation("State: no contract", drop("b2GDetails.contractReferenceCode"), _public),
    Mutation("State: no recipient", drop("recipient"), _public),
    Mutation("State: recipient without a city", drop("recipient.address.city"), _public),
    Mutation("State: no CPV", _line_without("cpvCode"), _public),
    Mutation("State: no unit", _line_without("measurementUnitCodeEN"), _public),
    Mutation(
        "State by accident",
        both(put("b2GDetails.contractingAuthorityCode", "1015.E00236.0001")),
        all_of(
            of_types("1.1", "2.1", "5.2", "1.6", "2.4", "5.1"),
            lambda document, _facts: "b2GDetails" not in document,
        ),
    ),
)
