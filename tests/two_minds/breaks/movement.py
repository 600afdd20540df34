"""Breaks of movement: purposes, places, moments, packages."""

from __future__ import annotations

from random import Random

from tests.two_minds.facts import MOVEMENTS, Facts, Json
from tests.two_minds.mutation import Mutation, both, drop, of_types, put

_D = "distributionDetails"


def _travels(document: Json, _facts: Facts) -> bool:
    return document["invoiceTypeCode"] in MOVEMENTS or bool(document.get("isDeliveryNote"))


def _dead_purpose(document: Json, facts: Facts, rng: Random) -> None:
    document[_D]["movePurposeCode"] = int(rng.choice(facts.dead_purposes))


_notes = of_types(*MOVEMENTS)

MOVEMENT = (
    Mutation("no purpose", drop(f"{_D}.movePurposeCode"), _travels),
    Mutation("unknown purpose", put(f"{_D}.movePurposeCode", 77), _travels),
    Mutation("purpose out of use", _dead_purpose, _travels),
    Mutation(
        "other purpose without a title",
        both(put(f"{_D}.movePurposeCode", 19), drop(f"{_D}.otherMovePurposeTitle")),
        _travels,
    ),
    Mutation("between branches of another", put(f"{_D}.movePurposeCode", 8), _travels),
    Mutation("no dispatch date", drop(f"{_D}.dispatchDate"), _notes),
    Mutation("no dispatch time", drop(f"{_D}.dispatchTime"), _notes),
    Mutation("dispatched yesterday", put(f"{_D}.dispatchDate", "2026-11-22"), _travels),
    Mutation("dispatch date that is none", put(f"{_D}.dispatchDate", "22/11/2026"), _travels),
    Mutation("no origin", drop(f"{_D}.deliveryOriginDetails"), _travels),
    Mutation("origin without a street", drop(f"{_D}.deliveryOriginDetails.address.street"), _travels),
    Mutation("origin without a city", drop(f"{_D}.deliveryOriginDetails.address.city"), _travels),
    Mutation("no destination", drop(f"{_D}.deliveryDestinationDetails"), _travels),
    Mutation(
        "destination without a postal code", drop(f"{_D}.deliveryDestinationDetails.address.postal"), _travels
    ),
    Mutation("vehicle too long", put(f"{_D}.vehileNumber", "Χ" * 151), _travels),
    Mutation(
        "purpose title too long",
        both(put(f"{_D}.movePurposeCode", 19), put(f"{_D}.otherMovePurposeTitle", "Χ" * 151)),
        _travels,
    ),
    Mutation("unknown transport", put(f"{_D}.transportTypeCode", 44), _travels),
    Mutation(
        "unknown packaging",
        put(f"{_D}.packingDeclarations", [{"packagingTypeCode": 44, "quantity": 1}]),
        _travels,
    ),
    Mutation("unknown reverse purpose", put(f"{_D}.reverseDeliveryNotePurpose", 44), _travels),
)
