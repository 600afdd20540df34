"""Rules on what travels, and on parts that a document type does not have (RULES 3, 5, 7)."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.codes import InvoiceType
from einvoice_desktop.domain.dates import issue_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.movement import DeliveryDetails, DistributionDetails
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

OTHER_PURPOSE = 19
"""Move purpose "other": it is named in words (RULES 7)."""

_PLACES = (
    ("deliveryOriginDetails", "delivery_origin_details"),
    ("deliveryDestinationDetails", "delivery_destination_details"),
)
_ADDRESS = ("street", "postal", "city")


def moves_goods(document: Document, kind: InvoiceType | None) -> bool:
    """Whether goods travel with it: a movement type, or an invoice that is the delivery note too."""
    return (kind is not None and kind.movement) or bool(document.is_delivery_note)


def movement(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Purpose, day and addresses of a movement (204), a day that is not past (280)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    details = document.distribution_details or DistributionDetails()
    if moves_goods(document, kind):
        yield from _missing(details, certain=kind is not None and kind.movement)
    yield from _purpose(details, around)
    day = issue_day(details.dispatch_date) if details.dispatch_date else None
    if details.dispatch_date and day is None:
        yield error("distributionDetails.dispatchDate", "date_malformed", value=details.dispatch_date[:40])
    elif day is not None and day < around.today:
        shown = {"date": day, "today": around.today}
        yield problem(
            around.sealing, "distributionDetails.dispatchDate", "dispatch_date_past", "280", **shown
        )


def _missing(details: DistributionDetails, *, certain: bool) -> Iterator[Problem]:
    """The provider's own example of an invoice that is a delivery note names neither day nor hour."""
    base = "distributionDetails"
    if not details.move_purpose_code:
        yield problem(certain, f"{base}.movePurposeCode", "delivery_field_missing", "204")
    if not details.dispatch_date:
        yield problem(certain, f"{base}.dispatchDate", "delivery_field_missing", "204")
    for name, attribute in _PLACES:
        place: DeliveryDetails | None = getattr(details, attribute)
        address = place.address if place else None
        lacking = [part for part in _ADDRESS if not (address and getattr(address, part))]
        if lacking:
            yield warning(f"{base}.{name}.address.{lacking[0]}", "delivery_address_incomplete", "204")


def _purpose(details: DistributionDetails, around: Surroundings) -> Iterator[Problem]:
    purpose = details.move_purpose_code
    path = "distributionDetails.movePurposeCode"
    if purpose == OTHER_PURPOSE and not details.other_move_purpose_title:
        yield warning("distributionDetails.otherMovePurposeTitle", "delivery_field_missing", "204")
    if not purpose:
        return
    row = around.codes.rows("move_purposes").get(str(purpose))
    if row is None:
        yield error(path, "code_unknown", value=purpose)
    elif row.get("selectable") is False:
        yield warning(path, "move_purpose_inactive", "273", value=purpose)


def parts_of_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Payments, taxes and links that the type does not have (205)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is None:
        return
    methods = document.payment_details.payment_methods if document.payment_details else None
    if kind.payment_methods == "forbidden" and methods:
        path = "paymentDetails.paymentMethods"
        yield problem(kind.payment_certain, path, "payments_not_of_type", "205", type=kind.code)
    if kind.movement and document.taxes:
        yield warning("taxes", "taxes_not_of_type", "205", type=kind.code)
    if kind.multiple_connected_marks == "forbidden" and document.multiple_connected_marks:
        yield warning("multipleConnectedMarks", "connected_marks_not_of_type", "205", type=kind.code)
    if document.is_delivery_note and not (kind.delivery_note_flag or kind.movement):
        yield warning("isDeliveryNote", "delivery_note_not_of_type", type=kind.code)
