"""Parties and addresses of generated documents."""

from __future__ import annotations

from random import Random

from tests.two_minds.facts import EUROPEAN, FAR, Facts, Json

ISSUER = "090000045"
BUYERS = ("094014201", "094019245", "800865360")
NOBODY = "000000000"


def address(country: str = "GR") -> Json:
    return {"countryCode": country, "city": "Αθήνα", "street": "Σταδίου", "number": "1", "postal": "10562"}


def issuer() -> Json:
    return {
        "registeredName": "Πωλητής ΑΕ",
        "vat": f"EL{ISSUER}",
        "taxOffice": "ΦΑΕ Αθηνών",
        "address": address(),
        "branchCode": 0,
    }


def greek(rng: Random) -> Json:
    prefix = rng.choice(("EL", ""))
    return {"registeredName": "Αγοραστής ΕΠΕ", "vat": prefix + rng.choice(BUYERS), "address": address()}


def foreign(rng: Random, numbers: dict[str, str]) -> Json:
    country = rng.choice(sorted(numbers))
    return {"registeredName": "Foreign Ltd", "vat": numbers[country], "address": address(country)}


def counterparty(code: str, facts: Facts, rng: Random) -> Json | None:
    """Of the country that the type wants; None where the type takes none, or may do without."""
    row = facts.types[code]
    if code == "9.2":
        return {**greek(rng), "vat": f"EL{NOBODY}"}
    if row["counterpart"] == "forbidden":
        return None if rng.random() < 0.7 else {"registeredName": "Πελάτης λιανικής", "vat": ""}
    if row["counterpart"] != "required" and rng.random() < 0.5:
        return None
    if row["counterpart_country"] == "EU_not_GR":
        return foreign(rng, EUROPEAN)
    if row["counterpart_country"] == "non_EU":
        return foreign(rng, FAR)
    if code in ("3.1", "3.2") and rng.random() < 0.4:
        return {"registeredName": "Ιδιώτης", "vat": f"EL{NOBODY}", "address": address()}
    return greek(rng)
