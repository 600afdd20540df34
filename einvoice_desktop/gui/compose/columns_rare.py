"""The columns of the table of lines that only some documents have: shown where they are needed or chosen."""

from __future__ import annotations

from einvoice_desktop.gui.compose.columns import LINE_COLUMNS, PAYMENT_COLUMNS, Column, Kind, Shown
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP


def _tax(title: str, name: str, path: str, table: str) -> Column:
    return Column(title, name, path, Kind.CODE, table, as_number=True, width=11, extra=True)


def _tax_amount(title: str, name: str, path: str) -> Column:
    return Column(title, name, path, Kind.AMOUNT, width=8, extra=True, computed=True)


_RARE = (
    Column(
        QT_TRANSLATE_NOOP("Columns", "Fuel"),
        QT_TRANSLATE_NOOP("Columns", "Fuel code"),
        "fuelCode",
        Kind.CODE,
        "fuel_codes",
        as_number=True,
        width=9,
        extra=True,
        of_part="order",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "At 15°"),
        QT_TRANSLATE_NOOP("Columns", "Quantity at 15 °C"),
        "quantityIn15Deg",
        Kind.AMOUNT,
        width=7,
        places=0,
        extra=True,
        of_part="order",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "CPV"),
        QT_TRANSLATE_NOOP("Columns", "CPV code"),
        "cpvCode",
        width=10,
        extra=True,
        of_part="public",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "EN unit"),
        QT_TRANSLATE_NOOP("Columns", "Unit of EN 16931"),
        "measurementUnitCodeEN",
        Kind.CODE,
        "units_en",
        shown=Shown.CODE,
        width=5,
        extra=True,
        of_part="public",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Part"),
        QT_TRANSLATE_NOOP("Columns", "Clearance or fee"),
        "invoiceDetailTypeCode",
        Kind.CODE,
        "invoice_detail_types",
        as_number=True,
        width=10,
        extra=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Line kind"),
        QT_TRANSLATE_NOOP("Columns", "Kind of line (fee, gift voucher, return)"),
        "recordTypeCode",
        Kind.CODE,
        "rec_types",
        as_number=True,
        width=10,
        extra=True,
        unsaid=(0,),
    ),
    _tax(
        QT_TRANSLATE_NOOP("Columns", "Withholding"),
        QT_TRANSLATE_NOOP("Columns", "Withholding: category"),
        "withheldPercentCategoryCode",
        "withholding",
    ),
    _tax_amount(
        QT_TRANSLATE_NOOP("Columns", "Withheld"),
        QT_TRANSLATE_NOOP("Columns", "Withholding: amount"),
        "withheldAmount",
    ),
    _tax(
        QT_TRANSLATE_NOOP("Columns", "Fee"),
        QT_TRANSLATE_NOOP("Columns", "Fee: category"),
        "feesPercentCategoryCode",
        "fees",
    ),
    _tax_amount(
        QT_TRANSLATE_NOOP("Columns", "Fees"), QT_TRANSLATE_NOOP("Columns", "Fee: amount"), "feesAmount"
    ),
    _tax(
        QT_TRANSLATE_NOOP("Columns", "Other tax"),
        QT_TRANSLATE_NOOP("Columns", "Other tax: category"),
        "otherTaxesPercentCategoryCode",
        "other_taxes",
    ),
    _tax_amount(
        QT_TRANSLATE_NOOP("Columns", "Other taxes"),
        QT_TRANSLATE_NOOP("Columns", "Other tax: amount"),
        "otherTaxesAmount",
    ),
    _tax(
        QT_TRANSLATE_NOOP("Columns", "Stamp duty"),
        QT_TRANSLATE_NOOP("Columns", "Digital transaction fee: category"),
        "stampDutyPercentCategoryCode",
        "stamp_duty",
    ),
    _tax_amount(
        QT_TRANSLATE_NOOP("Columns", "Stamp amount"),
        QT_TRANSLATE_NOOP("Columns", "Digital transaction fee: amount"),
        "stampDutyAmount",
    ),
    _tax_amount(
        QT_TRANSLATE_NOOP("Columns", "Deductions"),
        QT_TRANSLATE_NOOP("Columns", "Deductions: amount"),
        "deductionsAmount",
    ),
)

_NET = next(i for i, column in enumerate(LINE_COLUMNS) if column.path == "netTotal")
ALL_LINE_COLUMNS = (*LINE_COLUMNS[:_NET], *_RARE, *LINE_COLUMNS[_NET:])
"""All that the table of lines can show, in the order in which it does."""


CARD = 7
"""Way of payment by card: it names terminal, transaction and the provider's signature."""


def _of_card(title: str, name: str, path: str, kind: Kind = Kind.TEXT, width: int = 12) -> Column:
    needed_by = ("paymentMethodTypeCode", CARD)
    return Column(title, name, path, kind, width=width, extra=True, needed_by=needed_by)


ALL_PAYMENT_COLUMNS = (
    *PAYMENT_COLUMNS[:2],
    _of_card(
        QT_TRANSLATE_NOOP("Columns", "Tip"), QT_TRANSLATE_NOOP("Columns", "Tip"), "tipAmount", Kind.AMOUNT, 7
    ),
    _of_card(
        QT_TRANSLATE_NOOP("Columns", "Terminal"),
        QT_TRANSLATE_NOOP("Columns", "Card terminal"),
        "terminalId",
        width=9,
    ),
    _of_card(
        QT_TRANSLATE_NOOP("Columns", "Transaction"),
        QT_TRANSLATE_NOOP("Columns", "Card transaction"),
        "transactionId",
    ),
    _of_card(
        QT_TRANSLATE_NOOP("Columns", "Signature"),
        QT_TRANSLATE_NOOP("Columns", "Provider's signature of the payment"),
        "providersSignature",
    ),
    *PAYMENT_COLUMNS[2:],
)
"""All that the table of payments can show."""
