"""The fields of one line that its row in the table has no cells for, as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.compose.part_fields import SEVERAL, FieldGroup, Row, coded, yes_no
from einvoice_desktop.gui.compose.part_fields_special import ALLOWANCE_ROWS
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

LINE = "details"


def _amount(path: str, caption: str, width: int = 10) -> FieldSpec:
    return FieldSpec(path, caption, width, editor=Editor.AMOUNT)


def _text(path: str, caption: str, width: int = 12, stretch: int = 1, placeholder: str = "") -> FieldSpec:
    return FieldSpec(path, caption, width, stretch, placeholder=placeholder)


def _classification(side: str) -> Row:
    return (
        FieldSpec(
            "classificationCategoryCode",
            QT_TRANSLATE_NOOP("Compose", "Category"),
            18,
            2,
            Editor.CODE,
            f"{side}_categories",
        ),
        FieldSpec(
            "classificationTypeCode", QT_TRANSLATE_NOOP("Compose", "E3"), 18, 2, Editor.CODE, f"{side}_types"
        ),
        _amount("amount", QT_TRANSLATE_NOOP("Compose", "Amount")),
    )


def _tax(name: str, caption: str, table: str) -> Row:
    return (
        coded(f"{name}PercentCategoryCode", caption, table, width=20, stretch=3),
        _amount(f"{name}Amount", QT_TRANSLATE_NOOP("Compose", "Amount")),
    )


def left_to_classify(session: DraftSession, list_path: str) -> str:
    """What of the line's net its classifications leave; nothing where there is one, or none."""
    found = re.match(r"^details\[(\d+)\]", list_path)
    composition = session.composition
    if found is None or composition is None or session.row_count(list_path) == 0:
        return ""
    from einvoice_desktop.domain.classifying import left_to_classify as left

    row = int(found[1])
    line = composition.composed_lines[row]
    amount = left(line.detail, line.amounts.net)
    words = QCoreApplication.translate("Compose", "Left to classify: {0}")
    return words.format(show_amount(amount, session.language))


LINE_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Expense classifications"),
        "expensesClassifications",
        (_classification("expense"),),
        list_path="expensesClassifications",
        note=left_to_classify,
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Discounts and charges of the line"),
        "allowancesCharges",
        ALLOWANCE_ROWS,
        list_path="allowancesCharges",
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Taxes of the line"),
        "",
        (
            _tax("withheld", QT_TRANSLATE_NOOP("Compose", "Withholding"), "withholding"),
            _tax("fees", QT_TRANSLATE_NOOP("Compose", "Fee"), "fees"),
            _tax("otherTaxes", QT_TRANSLATE_NOOP("Compose", "Other tax"), "other_taxes"),
            _tax("stampDuty", QT_TRANSLATE_NOOP("Compose", "Digital transaction fee"), "stamp_duty"),
            (_amount("deductionsAmount", QT_TRANSLATE_NOOP("Compose", "Deductions")),),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Kind of line"),
        "",
        (
            (
                coded("recordTypeCode", QT_TRANSLATE_NOOP("Compose", "Kind of line"), "rec_types", width=18),
                coded(
                    "invoiceDetailTypeCode",
                    QT_TRANSLATE_NOOP("Compose", "Clearance or fee"),
                    "invoice_detail_types",
                ),
                yes_no("isInformative", QT_TRANSLATE_NOOP("Compose", "For information only")),
                yes_no("isHidden", QT_TRANSLATE_NOOP("Compose", "Not printed")),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Goods"),
        "",
        (
            (
                _text("cpvCode", QT_TRANSLATE_NOOP("Compose", "CPV code"), placeholder="33360000-6"),
                FieldSpec(
                    "measurementUnitCodeEN",
                    QT_TRANSLATE_NOOP("Compose", "Unit of EN 16931"),
                    15,
                    1,
                    Editor.CODE,
                    "units_en",
                ),
                _text("otherMeasurementUnitTitle", QT_TRANSLATE_NOOP("Compose", "Other unit, in words")),
                _amount("otherMeasurementUnitQuantity", QT_TRANSLATE_NOOP("Compose", "Other units"), 9),
            ),
            (
                coded("fuelCode", QT_TRANSLATE_NOOP("Compose", "Fuel code"), "fuel_codes"),
                _amount("quantityIn15Deg", QT_TRANSLATE_NOOP("Compose", "Quantity at 15 °C")),
                _text("taricNo", QT_TRANSLATE_NOOP("Compose", "TARIC")),
                _text("lotNumber", QT_TRANSLATE_NOOP("Compose", "Lot")),
            ),
            (
                _text(
                    "serialNumbers",
                    QT_TRANSLATE_NOOP("Compose", "Serial numbers"),
                    16,
                    2,
                    placeholder=SEVERAL,
                ),
                _text("remarks", QT_TRANSLATE_NOOP("Compose", "Remarks on the line"), 18, 2),
            ),
        ),
    ),
)


def groups_of_line(row: int) -> tuple[FieldGroup, ...]:
    """The groups with their whole paths."""
    head = f"{LINE}[{row}]."
    return tuple(
        group._replace(
            prefix=head + group.prefix, list_path=head + group.list_path if group.list_path else ""
        )
        for group in LINE_GROUPS
    )


def is_of_line(member: str) -> bool:
    """Whether one of the fields here is the member of a line, or lies in it."""
    plain = re.sub(r"\[\d+\]", "", member)
    for group in LINE_GROUPS:
        dot = "." if group.list_path else ""
        own = {f"{group.prefix}{dot}{spec.path}" for row in group.rows for spec in row}
        if any(path == plain or path.startswith(f"{plain}.") for path in own):
            return True
    return False
