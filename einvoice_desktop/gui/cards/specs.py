"""The fields of the forms of a customer and of an item, as data: paths of the document, in groups."""

from __future__ import annotations

from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.compose.line_fields import LINE
from einvoice_desktop.gui.compose.part_fields import SEVERAL, FieldGroup, Row, coded
from einvoice_desktop.gui.compose.part_fields_special import PUBLIC_GROUPS
from einvoice_desktop.gui.compose.party import CUSTOMER, CUSTOMER_ROWS
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

FIRST_LINE = f"{LINE}[0]."
PARTY = "counterParty."
DISCOUNT = "allowancesCharges[0].percentage"
PAYMENT = "paymentDetails.paymentMethods[0].paymentMethodTypeCode"

_IN_LISTS = ("phones[0]", "emails[0]")


def _classification(member: str, side: str, category: str, kind: str) -> tuple[FieldSpec, FieldSpec]:
    return (
        FieldSpec(f"{member}.classificationCategoryCode", category, 18, 2, Editor.CODE, f"{side}_categories"),
        FieldSpec(f"{member}.classificationTypeCode", kind, 18, 2, Editor.CODE, f"{side}_types"),
    )


_INCOME = _classification(
    "incomeClassification",
    "income",
    QT_TRANSLATE_NOOP("Compose", "Income category"),
    QT_TRANSLATE_NOOP("Compose", "E3 of income"),
)
_EXPENSE = _classification(
    "expensesClassification",
    "expense",
    QT_TRANSLATE_NOOP("Compose", "Expense category"),
    QT_TRANSLATE_NOOP("Compose", "E3 of expenses"),
)
_VAT = coded("vatCategoryCode", QT_TRANSLATE_NOOP("Compose", "VAT"), "vat_categories", width=18, stretch=2)
_EXEMPTION = coded(
    "vatExemptionCategoryCode",
    QT_TRANSLATE_NOOP("Compose", "Reason for 0 %"),
    "vat_exemptions",
    width=16,
    stretch=3,
)


def _of_line(*specs: FieldSpec) -> Row:
    return tuple(spec._replace(path=FIRST_LINE + spec.path) for spec in specs)


def _party_rows() -> tuple[Row, ...]:
    """As on the compose page; every telephone and address, apart by commas."""
    rows = tuple(
        tuple(spec._replace(path=PARTY + spec.path) for spec in row if spec.path not in _IN_LISTS)
        for row in CUSTOMER_ROWS
    )
    contact: Row = (
        FieldSpec(f"{PARTY}emails", QT_TRANSLATE_NOOP("Compose", "E-mail"), 18, 3, placeholder=SEVERAL),
        FieldSpec(f"{PARTY}phones", QT_TRANSLATE_NOOP("Compose", "Telephone"), 16, 2, placeholder=SEVERAL),
        FieldSpec(f"{PARTY}contactPerson", QT_TRANSLATE_NOOP("Compose", "Contact person"), 14, 2),
    )
    return (*rows, contact)


CUSTOMER_GROUPS = (
    FieldGroup(CUSTOMER, "", _party_rows()),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "What a document for it begins with"),
        "",
        (
            (
                FieldSpec(
                    "invoiceTypeCode",
                    QT_TRANSLATE_NOOP("Compose", "Document type"),
                    20,
                    4,
                    Editor.CODE,
                    "provider_types",
                ),
                FieldSpec("series", QT_TRANSLATE_NOOP("Compose", "Series"), 6),
                coded(
                    PAYMENT,
                    QT_TRANSLATE_NOOP("Compose", "Way of payment"),
                    "payment_methods",
                    width=16,
                    stretch=3,
                ),
                FieldSpec(DISCOUNT, QT_TRANSLATE_NOOP("Compose", "Discount %"), 9, editor=Editor.AMOUNT),
            ),
            _of_line(_VAT, _EXEMPTION),
            _of_line(*_INCOME),
            _of_line(*_EXPENSE),
        ),
    ),
    PUBLIC_GROUPS[0],
)

ITEM_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Item"),
        "",
        (
            _of_line(
                FieldSpec("code", QT_TRANSLATE_NOOP("Compose", "Code"), 12, 1),
                FieldSpec("descriptions[0]", QT_TRANSLATE_NOOP("Compose", "Description"), 24, 4),
            ),
            _of_line(
                FieldSpec("descriptions[1]", QT_TRANSLATE_NOOP("Compose", "Second description"), 24, 4),
                coded(
                    "measurementUnitCode",
                    QT_TRANSLATE_NOOP("Compose", "Unit"),
                    "units",
                    width=12,
                    stretch=1,
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Price and VAT"),
        "",
        (
            _of_line(
                FieldSpec(
                    "unitPrice", QT_TRANSLATE_NOOP("Compose", "Price without VAT"), 12, editor=Editor.AMOUNT
                ),
                FieldSpec(DISCOUNT, QT_TRANSLATE_NOOP("Compose", "Discount %"), 9, editor=Editor.AMOUNT),
                _VAT,
                _EXEMPTION,
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Classification (myDATA)"),
        "",
        (_of_line(*_INCOME), _of_line(*_EXPENSE)),
    ),
)
