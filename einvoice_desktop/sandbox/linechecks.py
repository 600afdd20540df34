"""The authority's checks of single lines: VAT, record types, measures, texts, fuel."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import ZERO, Line
from einvoice_desktop.sandbox.objections import Objection, at_line, cents, share, too_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

VAT_TOLERANCE = Decimal("1.00")
"""Euro a line's VAT may differ from net x rate: 1.00 passed and 1.01 failed on the test service (2026)."""

_EXEMPT, _WITHOUT_VAT = "7", "8"
_INACTIVE_RECORD_TYPES = frozenset({"1", "4", "5"})
_GIFT_VOUCHER, _NEGATIVE_RECORD_TYPE = "6", "7"
_TYPES_WITH_NEGATIVE_LINES = frozenset({"8.6", "17.3", "17.4", "17.5", "17.6"})
_THIRD_PARTY_SALES = "1.5"
_OTHER_UNIT = "7"
_OTHER_CHARGES = "999"
_TARIC_DIGITS = 10


def check_lines(document: Document, codes: CodeTables) -> Iterator[Objection]:
    for line in document.counted_lines:
        yield from _vat_category(document, line, codes)
        yield from _vat_amount(line, codes)
        yield from _record_type(document, line)
        yield from _measure(line)
        yield from _texts(line)
    yield from _third_party_sales(document)
    yield from _total_cancel(document)
    if document.is_fuel_invoice:
        yield from _fuel(document)


def _vat_category(document: Document, line: Line, codes: CodeTables) -> Iterator[Objection]:
    """215 and 216 only where the table is certain which categories a document type takes."""
    row = codes.invoice_type(document.invoice_type)
    category, exemption = line.vat_category, line.codes["vatExemptionCategoryCode"]
    place = f"invoice type {document.invoice_type}"
    allowed = row.get("vat_categories") if row.get("vat_certainty") == "high" else None
    if isinstance(allowed, list) and category not in allowed:
        if allowed == [_WITHOUT_VAT]:
            yield at_line(line.label, 215, f"vatCategory must be {_WITHOUT_VAT} for {place}")
        elif category == _WITHOUT_VAT:
            yield at_line(line.label, 216, f"vatCategory must not be {_WITHOUT_VAT} for {place}")
    if category == _EXEMPT and not exemption:
        yield at_line(line.label, 217, "vatCategory 7 needs a vatExemptionCategory")
    if exemption and category != _EXEMPT:
        yield at_line(line.label, 271, "vatExemptionCategory is only allowed with vatCategory 7")


def _vat_amount(line: Line, codes: CodeTables) -> Iterator[Objection]:
    if line.vat_category == _WITHOUT_VAT:
        if cents(line.vat):
            yield at_line(line.label, 218, "vatAmount must be 0 for vatCategory 8")
        return
    expected = share(line.net, codes.rate("vat_categories", line.vat_category) or ZERO)
    amount = cents(line.vat)
    if abs(amount - expected) > VAT_TOLERANCE:
        yield at_line(line.label, 229, f"vatAmount {amount} deviates from {expected} of its vatCategory")


def _record_type(document: Document, line: Line) -> Iterator[Objection]:
    if line.record_type in _INACTIVE_RECORD_TYPES:
        yield at_line(line.label, 247, f"recType {line.record_type} is not allowed")
    if line.record_type == _GIFT_VOUCHER and line.net < 0:
        yield at_line(line.label, 282, "netValue of a gift voucher must be 0 or more")
    if line.record_type == _NEGATIVE_RECORD_TYPE and document.invoice_type not in _TYPES_WITH_NEGATIVE_LINES:
        yield at_line(line.label, 205, f"recType 7 is forbidden for invoice type {document.invoice_type}")


def _measure(line: Line) -> Iterator[Objection]:
    """Quantities are above 0; unit 7 needs to be told how many of what."""
    if line.quantity is not None and line.quantity <= 0:
        yield at_line(line.label, 222, "quantity must be greater than 0")
    if line.codes["measurementUnitCode"] == _OTHER_UNIT:
        if not line.other_unit_quantity:
            yield at_line(line.label, 230, "otherMeasurementUnitQuantity is mandatory for measurementUnit 7")
        if not line.other_unit_title:
            yield at_line(line.label, 230, "otherMeasurementUnitTitle is mandatory for measurementUnit 7")


def _texts(line: Line) -> Iterator[Objection]:
    yield from too_long(f"{line.path}.otherMeasurementUnitTitle", line.other_unit_title, 150)
    if line.taric and len(line.taric) != _TARIC_DIGITS:
        yield at_line(line.label, 276, f"TaricNo must have exactly {_TARIC_DIGITS} characters")


def _third_party_sales(document: Document) -> Iterator[Objection]:
    """A settlement of third-party sales names both the sales and the fee; no other type names either."""
    kinds = {line.codes["invoiceDetailTypeCode"] for line in document.counted_lines}
    if document.invoice_type != _THIRD_PARTY_SALES:
        if kinds - {""}:
            yield Objection(205, f"invoiceDetailType is forbidden for invoice type {document.invoice_type}")
    elif not {"1", "2"} <= kinds:
        yield Objection(246, "Invoice type 1.5 needs a line of invoiceDetailType 1 and one of 2")


def _total_cancel(document: Document) -> Iterator[Objection]:
    """An order form that cancels all orders of a table has one line without amounts and without VAT."""
    if not document.cancels_all_orders:
        return
    if document.invoice_type != "8.6":
        told = f"totalCancelDeliveryOrders is forbidden for invoice type {document.invoice_type}"
        yield Objection(205, told)
        return
    lines = document.counted_lines
    empty = all(line.vat_category == _WITHOUT_VAT and not line.net and not line.vat for line in lines)
    if len(lines) != 1 or not empty:
        yield Objection(281, "A total cancel has one line of zero amounts and vatCategory 8")


def _fuel(document: Document) -> Iterator[Objection]:
    """Fuel, and at most one line of other charges that does not weigh more than the fuel."""
    fuel = [line for line in document.counted_lines if line.codes["fuelCode"] not in ("", _OTHER_CHARGES)]
    other = [line for line in document.counted_lines if line.codes["fuelCode"] == _OTHER_CHARGES]
    if not fuel:
        yield Objection(268, "A fuel invoice needs a line with a fuel code")
    if len(other) > 1:
        yield Objection(270, f"Only one line may have fuelCode {_OTHER_CHARGES}")
    rest = [line for line in document.counted_lines if line.codes["fuelCode"] != _OTHER_CHARGES]
    if sum((line.net for line in other), ZERO) > sum((line.net for line in rest), ZERO):
        yield Objection(269, f"The net value of fuelCode {_OTHER_CHARGES} exceeds that of the other lines")
