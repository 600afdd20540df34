"""Rules on what travels: purpose, day, places, parcels, and the lines of what is only moved (RULES 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.domain.codes import InvoiceType
from einvoice_desktop.domain.dates import issue_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.movement import DeliveryDetails, DistributionDetails
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.totals import LineAmounts, is_summed

OTHER_PURPOSE = 19
"""Move purpose "other": it is named in words (RULES 7)."""

_BASE = "distributionDetails"
_PLACES = (
    ("deliveryOriginDetails", "delivery_origin_details"),
    ("deliveryDestinationDetails", "delivery_destination_details"),
)
_ADDRESS, _TOWN = ("street", "postal", "city"), ("city", "postal")
_TITLE_LENGTH, _VEHICLE_LENGTH = 150, 150
_TIME = re.compile(r"(?:\d{4}-\d{2}-\d{2}T)?([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?.{0,6}", re.ASCII)


def moves_goods(document: Document, kind: InvoiceType | None) -> bool:
    """Whether goods travel with it: a movement type, or an invoice that is the delivery note too."""
    return (kind is not None and kind.movement) or bool(document.is_delivery_note)


def movement(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Purpose, day, hour and places of a movement (204). The provider's own example of an invoice that is a
    delivery note names neither day nor hour: there they are only missed."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if not moves_goods(document, kind):
        return
    details = document.distribution_details or DistributionDetails()
    if not details.move_purpose_code:
        yield error(f"{_BASE}.movePurposeCode", "delivery_field_missing", "204")
    certain = kind is not None and kind.movement
    timed = details.dispatch_time or "T" in (details.dispatch_date or "")
    for name, value in (("dispatchDate", details.dispatch_date), ("dispatchTime", timed)):
        if not value:
            yield problem(certain, f"{_BASE}.{name}", "delivery_field_missing", "204")
    for name, attribute in _PLACES:
        place: DeliveryDetails | None = getattr(details, attribute)
        address = place.address if place else None
        lacking = [part for part in _ADDRESS if not (address and getattr(address, part))]
        if lacking:
            path = f"{_BASE}.{name}.address.{lacking[0]}"
            yield error(path, "delivery_address_incomplete", "204")


def parties_named(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """On what moves goods the issuer's address and the counterparty's name are mandatory (204; RULES 6)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if not moves_goods(document, kind):
        return
    issuer = document.issuer or Party()
    address = issuer.address or Address()
    lacking = [part for part in _TOWN if not getattr(address, part)]
    if lacking:
        yield error(f"issuer.address.{lacking[0]}", "issuer_address_incomplete", "204")
    party = document.counter_party
    if party is not None and party.vat and not (party.registered_name or "").strip():
        yield error("counterParty.registeredName", "counterparty_name_missing", "204")


def purpose(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A purpose that exists and is still taken (273); "other" is named in words (204)."""
    details = document.distribution_details
    code = details.move_purpose_code if details else None
    if details is None or not code:
        return
    path = f"{_BASE}.movePurposeCode"
    row = around.codes.rows("move_purposes").get(str(code))
    if row is None:
        yield error(path, "code_unknown", value=code)
    elif row.get("selectable") is False:
        yield error(path, "move_purpose_inactive", "273", value=code)
    title = (details.other_move_purpose_title or "").strip()
    if code == OTHER_PURPOSE and not title:
        yield error(f"{_BASE}.otherMovePurposeTitle", "delivery_field_missing", "204")
    elif len(title) > _TITLE_LENGTH:
        yield error(f"{_BASE}.otherMovePurposeTitle", "text_too_long", "262", limit=_TITLE_LENGTH)


def dispatch_day(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A day that is not past (280); an hour that is one."""
    details = document.distribution_details or DistributionDetails()
    day = issue_day(details.dispatch_date) if details.dispatch_date else None
    path = f"{_BASE}.dispatchDate"
    if details.dispatch_date and day is None:
        yield error(path, "date_malformed", value=details.dispatch_date[:40])
    elif day is not None and day < around.today:
        yield problem(around.sealing, path, "dispatch_date_past", "280", date=day, today=around.today)
    if details.dispatch_time and not _TIME.fullmatch(details.dispatch_time.strip()):
        yield warning(f"{_BASE}.dispatchTime", "time_odd", value=details.dispatch_time[:40])


def transport(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Means of transport and parcels hold codes that exist (api 7.1.2), a vehicle's number fits."""
    details = document.distribution_details
    if details is None:
        return
    means = details.transport_type_code
    if means and not around.codes.has("transport_types", means):
        yield error(f"{_BASE}.transportTypeCode", "code_unknown", value=means)
    if details.vehile_number and len(details.vehile_number) > _VEHICLE_LENGTH:
        yield error(f"{_BASE}.vehileNumber", "text_too_long", "262", limit=_VEHICLE_LENGTH)
    for index, parcel in enumerate(details.packing_declarations or ()):
        path = f"{_BASE}.packingDeclarations[{index}]"
        if parcel.packaging_type_code and not around.codes.has("packaging_types", parcel.packaging_type_code):
            yield error(f"{path}.packagingTypeCode", "code_unknown", "815", value=parcel.packaging_type_code)
        if parcel.quantity is not None and parcel.quantity <= 0:
            yield warning(f"{path}.quantity", "quantity_not_positive", "816")


def reverse_note(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A reverse delivery note says why the other side did not issue it."""
    details = document.distribution_details
    why = details.reverse_delivery_note_purpose if details else None
    path = f"{_BASE}.reverseDeliveryNotePurpose"
    if why and not around.codes.has("reverse_delivery_note_purposes", why):
        yield error(path, "code_unknown", value=why)
    elif document.is_reverse_delivery_note and not why:
        yield warning(path, "reverse_purpose_missing", "204")


def note_flag(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Types that cannot be the delivery note of their goods."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is not None and document.is_delivery_note and not (kind.delivery_note_flag or kind.movement):
        yield warning("isDeliveryNote", "delivery_note_not_of_type", "205", type=kind.code)


def moved_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """What is moved is named, counted and has a unit (230)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if not moves_goods(document, kind) or not is_summed(line):
        return
    if not any(text and text.strip() for text in line.descriptions or ()):
        yield error("descriptions[0]", "moved_line_incomplete", "230")
    if not line.measurement_unit_code:
        yield error("measurementUnitCode", "moved_line_incomplete", "230")
    if kind is not None and kind.quantity == "mandatory" and line.quantity is None:
        yield problem(kind.quantity_certainty == "high", "quantity", "moved_line_incomplete", "230")


def moved_amounts(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """What is only moved has no value: amounts are 0 (213)."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is None or not kind.movement or not is_summed(line):
        return
    if amounts.net:
        path = "netTotal" if line.net_total is not None else "unitPrice"
        yield error(path, "moved_line_with_amount", "213", type=kind.code)
    elif amounts.vat:
        yield error("vatTotal", "moved_line_with_amount", "213", type=kind.code)


def line_purpose(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A line's own purpose exists (api 7.1.2); "other" is named in words."""
    code = line.move_purpose_line_code
    if code and not around.codes.has("move_purposes", code):
        yield error("movePurposeLineCode", "code_unknown", value=code)
    elif code == OTHER_PURPOSE and not (line.other_move_purpose_line_title or "").strip():
        yield warning("otherMovePurposeLineTitle", "delivery_field_missing", "204")


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        movement,
        (
            *(
                Tells(f"{_BASE}.{name}", "delivery_field_missing", "204")
                for name in ("movePurposeCode", "dispatchDate", "dispatchTime")
            ),
            *(
                Tells(f"{_BASE}.{place}.address.{part}", "delivery_address_incomplete", "204")
                for place, _ in _PLACES
                for part in _ADDRESS
            ),
        ),
        "high",
        "RULES 7",
    ),
    Rule(
        parties_named,
        (
            *(Tells(f"issuer.address.{part}", "issuer_address_incomplete", "204") for part in _TOWN),
            Tells("counterParty.registeredName", "counterparty_name_missing", "204"),
        ),
        "high",
        "RULES 6",
    ),
    Rule(
        purpose,
        (
            Tells(f"{_BASE}.movePurposeCode", "code_unknown"),
            Tells(f"{_BASE}.movePurposeCode", "move_purpose_inactive", "273"),
            Tells(f"{_BASE}.otherMovePurposeTitle", "delivery_field_missing", "204"),
            Tells(f"{_BASE}.otherMovePurposeTitle", "text_too_long", "262"),
        ),
        "high",
        "RULES 7; api 7.1.2",
    ),
    Rule(
        dispatch_day,
        (
            Tells(f"{_BASE}.dispatchDate", "date_malformed"),
            Tells(f"{_BASE}.dispatchDate", "dispatch_date_past", "280"),
            Tells(f"{_BASE}.dispatchTime", "time_odd", "", "medium"),
        ),
        "high",
        "RULES 7; api 2.5",
    ),
    Rule(
        transport,
        (
            Tells(f"{_BASE}.transportTypeCode", "code_unknown"),
            Tells(f"{_BASE}.vehileNumber", "text_too_long", "262"),
            Tells(f"{_BASE}.packingDeclarations[].packagingTypeCode", "code_unknown", "815"),
            Tells(f"{_BASE}.packingDeclarations[].quantity", "quantity_not_positive", "816", "medium"),
        ),
        "high",
        "RULES 2; api 7.1.2",
    ),
    Rule(
        reverse_note,
        (
            Tells(f"{_BASE}.reverseDeliveryNotePurpose", "code_unknown"),
            Tells(f"{_BASE}.reverseDeliveryNotePurpose", "reverse_purpose_missing", "204", "medium"),
        ),
        "high",
        "api 7.1.2, 13",
    ),
    Rule(note_flag, (Tells("isDeliveryNote", "delivery_note_not_of_type", "205"),), "medium", "RULES 3"),
)
"""Of the movement of the whole."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        moved_line,
        tuple(
            Tells(path, "moved_line_incomplete", "230")
            for path in ("descriptions[]", "measurementUnitCode", "quantity")
        ),
        "high",
        "RULES 7",
    ),
    Rule(
        moved_amounts,
        tuple(Tells(path, "moved_line_with_amount", "213") for path in ("netTotal", "unitPrice", "vatTotal")),
        "high",
        "RULES 7",
    ),
    Rule(
        line_purpose,
        (
            Tells("movePurposeLineCode", "code_unknown"),
            Tells("otherMovePurposeLineTitle", "delivery_field_missing", "204", "medium"),
        ),
        "high",
        "api 7.1.2",
        only_with=frozenset({"move_purpose_line_code"}),
    ),
)
"""Of one line that is moved."""
