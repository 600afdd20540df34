"""The authority's checks of goods that travel: movement notes and invoices that accompany goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.dates import athens, read_moment
from einvoice_desktop.sandbox.lines import TAX_KINDS
from einvoice_desktop.sandbox.objections import Objection, at_line, too_long
from einvoice_desktop.sandbox.parties import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document
    from einvoice_desktop.sandbox.lines import Line
    from einvoice_desktop.sandbox.party import Address

_OTHER_PURPOSE = "19"
_WITHOUT_VAT = "8"
_LONGEST, _LONGEST_DESCRIPTION = 150, 300


def check_movement(document: Document, codes: CodeTables, now: datetime) -> Iterator[Objection]:
    """A dispatch date and a purpose are judged wherever they stand; what else is there, of goods that travel.

    A published invoice that accompanies goods has no dispatch date: only movement notes must have one.
    """
    movement = document.movement
    yield from _dispatch(movement.dispatch_date, now)
    if movement.purpose and codes.row("move_purposes", movement.purpose).get("selectable") is False:
        yield Objection(273, f"movePurpose {movement.purpose} is no longer accepted")
    if movement.purpose == _OTHER_PURPOSE and not movement.purpose_title:
        yield Objection(204, "otherMovePurposeTitle is mandatory for movePurpose 19")
    yield from too_long("vehicleNumber", movement.vehicle, _LONGEST)
    yield from too_long("otherMovePurposeTitle", movement.purpose_title, _LONGEST)
    if document.moves_goods:
        yield from _way(document)
        for line in document.counted_lines:
            yield from _described(document, line)
            yield from too_long(f"{line.path}.descriptions", line.description, _LONGEST_DESCRIPTION)
    if document.moves_goods_only:
        yield from _moment(document)
        for line in document.counted_lines:
            yield from _without_amounts(document, line)
            yield from _counted(document, line, codes)


def _dispatch(text: str, now: datetime) -> Iterator[Objection]:
    if not text:
        return
    moment = read_moment(text, now)
    if moment is None:
        yield Objection(101, "XML Syntax Validation Error: dispatchDate is not a valid date")
    elif moment.date() < now.astimezone(athens()).date():
        yield Objection(280, "DispatchDate must be greater or equal with current date")


def _way(document: Document) -> Iterator[Objection]:
    movement, kind = document.movement, document.invoice_type
    if not movement.purpose:
        yield Objection(204, f"movePurpose is mandatory for invoice type {kind}")
    yield from _place(movement.origin, "loadingAddress")
    yield from _place(movement.destination, "deliveryAddress")


def _place(address: Address, name: str) -> Iterator[Objection]:
    """A street without a number takes number 0, which the provider fills in."""
    if not address.street:
        yield Objection(204, f"{name} street is mandatory")
    yield from incomplete(address, name)


def _moment(document: Document) -> Iterator[Objection]:
    movement, kind = document.movement, document.invoice_type
    if not movement.dispatch_date:
        yield Objection(204, f"dispatchDate is mandatory for invoice type {kind}")
    if not movement.dispatch_time and "T" not in movement.dispatch_date:
        yield Objection(204, f"dispatchTime is mandatory for invoice type {kind}")


def _described(document: Document, line: Line) -> Iterator[Objection]:
    unit = line.codes["measurementUnitCode"]
    for name, value in (("itemDescr", line.description), ("measurementUnit", unit)):
        if not value:
            yield at_line(line.label, 230, f"{name} is mandatory for invoice type {document.invoice_type}")


def _counted(document: Document, line: Line, codes: CodeTables) -> Iterator[Objection]:
    row = codes.invoice_type(document.invoice_type)
    wanted = row.get("quantity") == "mandatory" and row.get("quantity_certainty") == "high"
    if wanted and line.quantity is None:
        yield at_line(line.label, 230, f"quantity is mandatory for invoice type {document.invoice_type}")


def _without_amounts(document: Document, line: Line) -> Iterator[Objection]:
    kind = document.invoice_type
    if line.vat_category != _WITHOUT_VAT:
        yield at_line(line.label, 215, f"vatCategory must be {_WITHOUT_VAT} for invoice type {kind}")
    amounts = [("netValue", line.net), ("vatAmount", line.vat)]
    amounts += [(tax.line_amount, line.taxes[tax.code].amount) for tax in TAX_KINDS]
    for name, amount in amounts:
        if amount:
            yield at_line(line.label, 213, f"{name} must be 0 for invoice type {kind}")
