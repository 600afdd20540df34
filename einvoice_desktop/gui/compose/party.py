"""The fields of the header and of the parties, as data."""

from __future__ import annotations

from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.fields.choices import BRANCHES
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

ISSUER = QT_TRANSLATE_NOOP("Compose", "Issuer")
CUSTOMER = QT_TRANSLATE_NOOP("Compose", "Customer")
SELLER = QT_TRANSLATE_NOOP("Compose", "Seller")

HEADER_ROW = (
    FieldSpec(
        "invoiceTypeCode",
        QT_TRANSLATE_NOOP("Compose", "Document type"),
        width=20,
        stretch=4,
        editor=Editor.CODE,
        table="provider_types",
    ),
    FieldSpec("series", QT_TRANSLATE_NOOP("Compose", "Series"), width=5),
    FieldSpec(
        "number",
        QT_TRANSLATE_NOOP("Compose", "Number"),
        width=12,
        placeholder=QT_TRANSLATE_NOOP("Compose", "given at issue"),
    ),
    FieldSpec(
        "dateIssued",
        QT_TRANSLATE_NOOP("Compose", "Date"),
        width=12,
        editor=Editor.DATE,
        placeholder=QT_TRANSLATE_NOOP("Compose", "today"),
    ),
    FieldSpec(
        "currencyCode",
        QT_TRANSLATE_NOOP("Compose", "Currency"),
        width=7,
        editor=Editor.CODE,
        table="currencies",
    ),
    FieldSpec(
        "specialInvoiceCategory",
        QT_TRANSLATE_NOOP("Compose", "Special category"),
        width=11,
        stretch=1,
        editor=Editor.CODE,
        table="special_invoice_categories",
        as_number=True,
        placeholder=QT_TRANSLATE_NOOP("Compose", "none"),
    ),
)

VAT = FieldSpec("vat", QT_TRANSLATE_NOOP("Compose", "VAT number"), width=15)
REGISTERED_NAME = FieldSpec(
    "registeredName", QT_TRANSLATE_NOOP("Compose", "Registered name"), width=20, stretch=3
)
_BRAND = FieldSpec("brandName", QT_TRANSLATE_NOOP("Compose", "Trade name"), width=13, stretch=2)
_PHONE = FieldSpec("phones[0]", QT_TRANSLATE_NOOP("Compose", "Telephone"), width=13)
_PROFESSION = FieldSpec("activities[0]", QT_TRANSLATE_NOOP("Compose", "Profession"), width=13, stretch=3)
_TAX_OFFICE = FieldSpec("taxOffice", QT_TRANSLATE_NOOP("Compose", "Tax office"), width=13, stretch=2)
_REGISTRY = FieldSpec(
    "generalCommercialRegistryNumber", QT_TRANSLATE_NOOP("Compose", "GEMI number"), width=14
)
_BRANCH = FieldSpec("branchCode", QT_TRANSLATE_NOOP("Compose", "Branch"), width=6)
_EMAIL = FieldSpec("emails[0]", QT_TRANSLATE_NOOP("Compose", "E-mail"), width=14, stretch=2)
STREET = FieldSpec("street", QT_TRANSLATE_NOOP("Compose", "Street"), width=14, stretch=3)
STREET_NUMBER = FieldSpec("number", QT_TRANSLATE_NOOP("Compose", "No."), width=6)
POSTAL = FieldSpec("postal", QT_TRANSLATE_NOOP("Compose", "Postcode"), width=7)
TOWN = FieldSpec("city", QT_TRANSLATE_NOOP("Compose", "City"), width=12, stretch=2)
COUNTRY = FieldSpec(
    "address.countryCode",
    QT_TRANSLATE_NOOP("Compose", "Country"),
    width=15,
    stretch=2,
    editor=Editor.CODE,
    table="countries",
)


def _inside_address(*specs: FieldSpec) -> tuple[FieldSpec, ...]:
    return tuple(spec._replace(path=f"address.{spec.path}") for spec in specs)


CUSTOMER_ROWS = (
    (VAT, REGISTERED_NAME, _BRAND, _PHONE),
    (_PROFESSION, _TAX_OFFICE, _REGISTRY, _BRANCH, _EMAIL),
    (*_inside_address(STREET, STREET_NUMBER, POSTAL, TOWN), COUNTRY),
)

_OWN_BRANCH = FieldSpec(
    "branchCode",
    QT_TRANSLATE_NOOP("Compose", "Branch"),
    width=12,
    stretch=2,
    editor=Editor.CODE,
    table=BRANCHES,
    as_number=True,
)

ISSUER_ROWS = (
    CUSTOMER_ROWS[0],
    (_PROFESSION, _TAX_OFFICE, _REGISTRY, _OWN_BRANCH, _EMAIL),
    CUSTOMER_ROWS[2],
    (
        FieldSpec("contactPerson", QT_TRANSLATE_NOOP("Compose", "Contact person"), width=14, stretch=2),
        FieldSpec("faxes[0]", QT_TRANSLATE_NOOP("Compose", "Fax"), width=13),
        FieldSpec("url", QT_TRANSLATE_NOOP("Compose", "Web site"), width=14, stretch=2),
        FieldSpec(
            "registrationNumber", QT_TRANSLATE_NOOP("Compose", "Registration number"), width=14, stretch=1
        ),
        FieldSpec("branch", QT_TRANSLATE_NOOP("Compose", "Branch name"), width=12, stretch=1),
    ),
)

REMARKS = FieldSpec(
    "miscellaneousData.comments1", QT_TRANSLATE_NOOP("Compose", "Remarks"), width=20, stretch=1
)
