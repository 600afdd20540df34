"""How goods move: dispatch, purpose, vehicle, the places they leave and reach."""

from __future__ import annotations

from einvoice_desktop.app.paper.content import Fact
from einvoice_desktop.app.paper.parties import address_text
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.app.paper.words import inline
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.movement import DeliveryDetails, DistributionDetails


def movement(document: Document, speech: Speech) -> tuple[Fact, ...]:
    """What the document says of the movement of goods; () where it says nothing."""
    details = document.distribution_details
    if details is None:
        return ()
    found = speech.fact("move_purpose", _purpose(details, speech))
    # A shared document of the provider writes the time with its date before it.
    time = flat(details.dispatch_time).rpartition("T")[2][:5]
    found += speech.fact("dispatch", " ".join(p for p in (speech.date(details.dispatch_date), time) if p))
    found += speech.fact("delivery_date", speech.date(details.delivery_date))
    found += speech.fact("vehicle", details.vehile_number)
    found += speech.fact("shipping", details.shipping_method)
    found += speech.fact("transport", speech.label("transport_types", details.transport_type_code))
    found += speech.fact("origin", _place(details.delivery_origin_details, speech))
    found += speech.fact(
        "destination", _place(details.delivery_destination_details, speech) or details.delivery
    )
    found += speech.fact("packages", speech.number(details.total_packages))
    found += speech.fact("total_quantity", speech.number(details.total_quantity))
    found += speech.fact("gross_weight", speech.number(details.gross_freight_weight))
    found += speech.fact("volume", speech.number(details.freight_volume))
    found += speech.fact("packing", _packing(details, speech))
    found += speech.fact("bill_of_lading", details.bill_of_lading)
    return tuple(found)


def _purpose(details: DistributionDetails, speech: Speech) -> str:
    label = inline(speech.label("move_purposes", details.move_purpose_code)) or flat(details.move_purpose)
    return " – ".join(part for part in (label, flat(details.other_move_purpose_title)) if part)


def _place(place: DeliveryDetails | None, speech: Speech) -> str:
    if place is None:
        return ""
    branch = f"{speech.run('branch')} {place.shipping_branch_code}" if place.shipping_branch_code else ""
    parts = (address_text(place.address, speech), branch, ", ".join(map(flat, place.phones or ())))
    return " · ".join(part for part in (*parts, flat(place.remarks)) if part)


def _packing(details: DistributionDetails, speech: Speech) -> str:
    packed = []
    for declared in details.packing_declarations or ():
        label = flat(declared.packaging_type) or inline(
            speech.label("packaging_types", declared.packaging_type_code)
        )
        packed.append(" ".join(part for part in (speech.number(declared.quantity), label) if part))
    return ", ".join(part for part in packed if part)
