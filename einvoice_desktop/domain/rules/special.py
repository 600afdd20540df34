"""Rules on special documents: clearances, self-billing, fuel, heating, tax free, restaurants."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.classifying import CLASSIFICATIONS, classifications_of
from einvoice_desktop.domain.codes import NO_VAT
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.lines import TAX_FREE
from einvoice_desktop.domain.rules.references import HARD_TO_CORRELATE, RETAIL_CREDIT
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.tally import SERVICE_WITH_FUEL
from einvoice_desktop.domain.totals import LineAmounts, is_summed

CLEARANCE_TYPE, CLEARED, FEE = "1.5", 1, 2
"""Clearance of sales for others, and its two kinds of line (RULES 3)."""
OF_OTHERS = "category2_9"
"""What was sold for others is an expense for others."""

HEATING, HEATING_FUELS = 11, frozenset({30, 31, 42, 44})
"""Special category of the heating allowance, and the fuels that heat."""
RESTAURANT = 12
"""Special category of the receipts that close restaurant orders."""
_LIQUID_FUELS = range(10, 39)
_READ_ONLY_CATEGORIES = frozenset({8, 9})


def special_category(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Categories that go with certain types only: 13 with 11.4, 4 with tax-free types (267), 8 and 9 with
    none (api 5b)."""
    category, path = document.special_invoice_category, "specialInvoiceCategory"
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None or not category:
        return
    if category in _READ_ONLY_CATEGORIES:
        yield error(path, "special_category_read_only", "273", value=category)
    elif category == HARD_TO_CORRELATE and row.code != RETAIL_CREDIT:
        yield error(path, "special_category_not_of_type", "273", value=category, type=row.code)
    elif category == TAX_FREE and not row.tax_free:
        yield error(path, "special_category_not_of_type", "267", value=category, type=row.code)
    elif category == RESTAURANT and not (row.is_retail or row.is_order):
        yield warning(path, "special_category_not_of_type", "273", value=category, type=row.code)


def restaurant_receipt(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A receipt of category 12 closes orders: it names their MARKs (api 10)."""
    if document.special_invoice_category == RESTAURANT and not document.multiple_connected_marks:
        yield warning("multipleConnectedMarks", "orders_not_named", "272")


def clearance(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A clearance has lines of both kinds: what was sold for others, and the fee for it (246)."""
    if document.invoice_type_code != CLEARANCE_TYPE or not sums.tally.filled:
        return
    if not (sums.tally.clearance_lines and sums.tally.fee_lines):
        yield error("details", "clearance_lines_missing", "246")


def self_billing(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Self-billing is of certain types (205), and who sends is not who issues (236)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None or not document.self_pricing:
        return
    if not row.self_pricing:
        yield warning("selfPricing", "self_pricing_not_of_type", "205", type=row.code)
    issuer = bare_vat(document.issuer.vat) if document.issuer else ""
    sender = bare_vat(document.sender.vat) if document.sender else ""
    if sender and sender == issuer:
        yield warning("sender.vat", "sender_is_issuer", "236")


def fuel_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Fuel goes on certain types only (205)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is not None and document.is_fuel_invoice and not (row.fuel or row.movement):
        yield warning("isFuelInvoice", "fuel_not_of_type", "205", type=row.code)


def fuel_lines(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A fuel invoice has a line of real fuel (268), one line of other charges at most (270), whose net is no
    more than the others' (269)."""
    tally = sums.tally
    if not document.is_fuel_invoice or not tally.filled:
        return
    if not tally.fuel_lines:
        yield error("details", "fuel_line_missing", "268")
    if tally.fuel_services > 1:
        yield error("details", "fuel_services_repeated", "270")
    if tally.fuel_services_net > tally.net - tally.fuel_services_net:
        yield error("details", "fuel_services_above_fuel", "269")


def heating(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The heating allowance is of fuel (special category 11)."""
    if document.special_invoice_category == HEATING and sums.tally.filled and not sums.tally.fuel_lines:
        yield warning("details", "heating_without_fuel", "274")


def supply_account(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A supply account number goes with fuel only (RULES 6)."""
    party = document.counter_party
    number = party.address.supply_account_no if party and party.address else None
    if number and not (document.is_fuel_invoice or document.special_invoice_category == HEATING):
        yield warning("counterParty.address.supplyAccountNo", "supply_account_without_fuel", "205")


def order(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """An order form names its table (api 10); only an order cancels orders (RULES 5)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    if row.is_order and not (document.table_id or document.order_code):
        yield warning("tableId", "table_missing", "204")
    if not row.is_order:
        for path, value in (
            ("tableId", document.table_id),
            ("totalCancelDeliveryOrders", document.total_cancel_delivery_orders),
            ("cancelDeliveryOrders", document.cancel_delivery_orders),
        ):
            if value:
                certain = path == "totalCancelDeliveryOrders"
                yield problem(certain, path, "orders_not_of_type", "205", type=row.code)


def total_cancel(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A total cancel of orders has one line (281) and names what it cancels (api 10)."""
    if not _cancels_all(document):
        return
    if sums.tally.filled != 1:
        yield error("details", "cancel_not_one_line", "281", lines=sums.tally.filled)
    if not document.multiple_connected_marks:
        yield warning("multipleConnectedMarks", "orders_not_named", "272")


def _cancels_all(document: Document) -> bool:
    return document.invoice_type_code == "8.6" and bool(document.total_cancel_delivery_orders)


def cancelled_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The line of a total cancel is without VAT and of amounts 0 (281)."""
    if not _cancels_all(document) or not is_summed(line):
        return
    if line.vat_category_code not in (None, NO_VAT):
        yield error("vatCategoryCode", "cancel_line_with_vat", "281")
    if amounts.net or amounts.vat or amounts.total:
        path = "netTotal" if line.net_total is not None else "unitPrice"
        yield error(path, "cancel_line_with_amount", "281")


def detail_type(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Kinds of line are of 1.5 (205); there every line has one (246)."""
    kind, code = line.invoice_detail_type_code, document.invoice_type_code
    if kind and not around.codes.has("invoice_detail_types", kind):
        yield error("invoiceDetailTypeCode", "code_unknown", value=kind)
    elif kind and code and code != CLEARANCE_TYPE:
        yield error("invoiceDetailTypeCode", "detail_type_not_of_type", "205", type=code)
    elif not kind and code == CLEARANCE_TYPE and is_summed(line):
        yield warning("invoiceDetailTypeCode", "detail_type_missing", "246")


def cleared_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """What was sold for others is their expense, category2_9; the fee is the issuer's income (221, 339)."""
    if document.invoice_type_code != CLEARANCE_TYPE:
        return
    for placed in classifications_of(line):
        if line.invoice_detail_type_code == CLEARED and placed.side == "income":
            yield error(placed.path, "cleared_line_with_income", "339")
        elif line.invoice_detail_type_code == CLEARED and placed.pair[0] != OF_OTHERS:
            path = f"{placed.path}.classificationCategoryCode"
            yield warning(path, "cleared_line_category", "339")
        elif line.invoice_detail_type_code == FEE and placed.side == "expense":
            yield error(placed.path, "fee_line_with_expense", "221")


def fuel_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A fuel that exists (api 7.1.2), on a fuel invoice only; liquid fuel is measured at 15 degrees too."""
    code = line.fuel_code
    row = around.codes.invoice_type(document.invoice_type_code)
    moved = row is not None and row.movement
    if code and not around.codes.has("fuel_codes", code):
        yield error("fuelCode", "code_unknown", value=code)
    elif code and not (document.is_fuel_invoice or moved):
        yield warning("fuelCode", "fuel_without_flag", "205")
    elif document.is_fuel_invoice and not code and is_summed(line):
        yield warning("fuelCode", "fuel_code_missing", "268")
    if document.is_fuel_invoice and code in _LIQUID_FUELS and not line.quantity_in_15_deg:
        yield warning("quantityIn15Deg", "fuel_quantity_missing", "272")


def heating_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The heating allowance is of fuel that heats."""
    code = line.fuel_code
    if (
        document.special_invoice_category == HEATING
        and code
        and code not in HEATING_FUELS | {SERVICE_WITH_FUEL}
    ):
        yield warning("fuelCode", "heating_fuel_unusual", "273", value=code)


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        special_category,
        (
            Tells("specialInvoiceCategory", "special_category_read_only", "273"),
            Tells("specialInvoiceCategory", "special_category_not_of_type", "273"),
            Tells("specialInvoiceCategory", "special_category_not_of_type", "267"),
        ),
        "high",
        "RULES 3; api 5b; special_invoice_categories.json",
    ),
    Rule(
        restaurant_receipt,
        (Tells("multipleConnectedMarks", "orders_not_named", "272", "medium"),),
        "medium",
        "api 10",
    ),
    Rule(clearance, (Tells("details", "clearance_lines_missing", "246"),), "high", "RULES 3"),
    Rule(
        self_billing,
        (
            Tells("selfPricing", "self_pricing_not_of_type", "205"),
            Tells("sender.vat", "sender_is_issuer", "236"),
        ),
        "medium",
        "RULES 3",
    ),
    Rule(fuel_type, (Tells("isFuelInvoice", "fuel_not_of_type", "205"),), "medium", "RULES 3"),
    Rule(
        fuel_lines,
        (
            Tells("details", "fuel_line_missing", "268"),
            Tells("details", "fuel_services_repeated", "270"),
            Tells("details", "fuel_services_above_fuel", "269"),
        ),
        "high",
        "error_codes.json",
    ),
    Rule(heating, (Tells("details", "heating_without_fuel", "274"),), "low", "api 5b"),
    Rule(
        supply_account,
        (Tells("counterParty.address.supplyAccountNo", "supply_account_without_fuel", "205"),),
        "medium",
        "RULES 6",
    ),
    Rule(
        order,
        (
            Tells("tableId", "table_missing", "204", "medium"),
            *(
                Tells(path, "orders_not_of_type", "205")
                for path in ("tableId", "totalCancelDeliveryOrders", "cancelDeliveryOrders")
            ),
        ),
        "high",
        "api 10; invoice_types.json",
    ),
    Rule(
        total_cancel,
        (
            Tells("details", "cancel_not_one_line", "281"),
            Tells("multipleConnectedMarks", "orders_not_named", "272", "medium"),
        ),
        "high",
        "RULES 3; api 10",
    ),
)
"""Of special documents."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        cancelled_line,
        (
            Tells("vatCategoryCode", "cancel_line_with_vat", "281"),
            Tells("netTotal", "cancel_line_with_amount", "281"),
            Tells("unitPrice", "cancel_line_with_amount", "281"),
        ),
        "high",
        "RULES 3",
    ),
    Rule(
        detail_type,
        (
            Tells("invoiceDetailTypeCode", "code_unknown"),
            Tells("invoiceDetailTypeCode", "detail_type_not_of_type", "205"),
            Tells("invoiceDetailTypeCode", "detail_type_missing", "246", "medium"),
        ),
        "high",
        "RULES 3; invoice_detail_types.json",
    ),
    Rule(
        cleared_line,
        (
            Tells("incomeClassification", "cleared_line_with_income", "339"),
            Tells(
                "expensesClassification.classificationCategoryCode", "cleared_line_category", "339", "medium"
            ),
            Tells(
                "expensesClassifications[].classificationCategoryCode",
                "cleared_line_category",
                "339",
                "medium",
            ),
            Tells("expensesClassification", "fee_line_with_expense", "221"),
            Tells("expensesClassifications[]", "fee_line_with_expense", "221"),
        ),
        "high",
        "RULES 3",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        fuel_line,
        (
            Tells("fuelCode", "code_unknown"),
            Tells("fuelCode", "fuel_without_flag", "205", "medium"),
            Tells("fuelCode", "fuel_code_missing", "268", "medium"),
            Tells("quantityIn15Deg", "fuel_quantity_missing", "272", "medium"),
        ),
        "high",
        "RULES 3; api 7.1.2",
    ),
    Rule(
        heating_line,
        (Tells("fuelCode", "heating_fuel_unusual", "273"),),
        "low",
        "api 5b",
        only_with=frozenset({"fuel_code"}),
    ),
)
"""Of one line of a special document; their paths are relative to it."""
