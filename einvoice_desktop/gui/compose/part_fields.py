"""The fields of the tabs for delivery and for references, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.compose.party import POSTAL, REGISTERED_NAME, STREET, STREET_NUMBER, TOWN, VAT
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

Row = tuple[FieldSpec, ...]


class Fill(NamedTuple):
    """A button that copies what stands elsewhere in the document: (from, to) by JSON path."""

    caption: str
    pairs: tuple[tuple[str, str], ...]


class FieldGroup(NamedTuple):
    """Rows of fields under a title. `list_path`: the group is a list that shows one row more than it has.

    `note` says something of the list beside the title.
    """

    title: str
    prefix: str
    rows: tuple[Row, ...]
    list_path: str = ""
    fill: Fill | None = None
    note: Callable[[DraftSession, str], str] | None = None


def coded(path: str, caption: str, table: str, *, width: int = 15, stretch: int = 2) -> FieldSpec:
    return FieldSpec(path, caption, width, stretch, Editor.CODE, table, as_number=True)


def yes_no(path: str, caption: str) -> FieldSpec:
    return FieldSpec(path, caption, 10, editor=Editor.YES_NO)


_BRANCH = FieldSpec("shippingBranchCode", QT_TRANSLATE_NOOP("Compose", "Branch"), 7)
_PLACE = (
    (
        *(spec._replace(path=f"address.{spec.path}") for spec in (STREET, STREET_NUMBER, POSTAL, TOWN)),
        _BRANCH,
    ),
)


def _from_party(party: str, place: str, caption: str) -> Fill:
    base = f"distributionDetails.{place}"
    return Fill(
        caption,
        ((f"{party}.address", f"{base}.address"), (f"{party}.branchCode", f"{base}.shippingBranchCode")),
    )


SEVERAL = QT_TRANSLATE_NOOP("Compose", "several: with commas")
MARKS = QT_TRANSLATE_NOOP("Compose", "MARK, or words: F4 finds")

DELIVERY_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Movement"),
        "",
        (
            (
                yes_no("isDeliveryNote", QT_TRANSLATE_NOOP("Compose", "Also a delivery note")),
                coded(
                    "distributionDetails.movePurposeCode",
                    QT_TRANSLATE_NOOP("Compose", "Purpose of movement"),
                    "move_purposes",
                    width=18,
                    stretch=3,
                ),
                FieldSpec(
                    "distributionDetails.otherMovePurposeTitle",
                    QT_TRANSLATE_NOOP("Compose", "Other purpose, in words"),
                    16,
                    2,
                ),
            ),
            (
                FieldSpec(
                    "distributionDetails.dispatchDate",
                    QT_TRANSLATE_NOOP("Compose", "Dispatch date"),
                    13,
                    editor=Editor.DATE,
                ),
                FieldSpec(
                    "distributionDetails.dispatchTime",
                    QT_TRANSLATE_NOOP("Compose", "Time"),
                    9,
                    editor=Editor.TIME,
                    placeholder="10:30",
                ),
                FieldSpec("distributionDetails.vehileNumber", QT_TRANSLATE_NOOP("Compose", "Vehicle"), 13, 1),
                coded(
                    "distributionDetails.transportTypeCode",
                    QT_TRANSLATE_NOOP("Compose", "Means of transport"),
                    "transport_types",
                ),
                FieldSpec(
                    "distributionDetails.shippingMethod",
                    QT_TRANSLATE_NOOP("Compose", "Way of shipping"),
                    14,
                    2,
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Place of loading"),
        "distributionDetails.deliveryOriginDetails.",
        _PLACE,
        fill=_from_party("issuer", "deliveryOriginDetails", QT_TRANSLATE_NOOP("Compose", "From the issuer")),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Place of delivery"),
        "distributionDetails.deliveryDestinationDetails.",
        _PLACE,
        fill=_from_party(
            "counterParty", "deliveryDestinationDetails", QT_TRANSLATE_NOOP("Compose", "From the customer")
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Carrier"),
        "transporter.",
        ((VAT, REGISTERED_NAME),),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Packages"),
        "distributionDetails.packingDeclarations",
        (
            (
                coded(
                    "packagingTypeCode",
                    QT_TRANSLATE_NOOP("Compose", "Kind of package"),
                    "packaging_types",
                    width=20,
                    stretch=0,
                ),
                FieldSpec("quantity", QT_TRANSLATE_NOOP("Compose", "Pieces"), 10, editor=Editor.AMOUNT),
            ),
        ),
        list_path="distributionDetails.packingDeclarations",
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Reverse delivery note"),
        "",
        (
            (
                yes_no("isReverseDeliveryNote", QT_TRANSLATE_NOOP("Compose", "Reverse delivery note")),
                coded(
                    "distributionDetails.reverseDeliveryNotePurpose",
                    QT_TRANSLATE_NOOP("Compose", "Reason"),
                    "reverse_delivery_note_purposes",
                ),
            ),
        ),
    ),
)

REFERENCE_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Documents at myDATA"),
        "",
        (
            (
                FieldSpec(
                    "correlatedInvoices",
                    QT_TRANSLATE_NOOP("Compose", "Correlated MARKs"),
                    20,
                    1,
                    editor=Editor.MARKS,
                    placeholder=MARKS,
                ),
                FieldSpec(
                    "multipleConnectedMarks",
                    QT_TRANSLATE_NOOP("Compose", "Connected MARKs"),
                    20,
                    1,
                    editor=Editor.MARKS,
                    placeholder=MARKS,
                ),
                FieldSpec(
                    "deliveryNoteMarks",
                    QT_TRANSLATE_NOOP("Compose", "MARKs of delivery notes"),
                    20,
                    1,
                    editor=Editor.MARKS,
                    placeholder=MARKS,
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Orders and other documents"),
        "",
        (
            (
                FieldSpec("orderNumber", QT_TRANSLATE_NOOP("Compose", "Order number"), 13, 1),
                FieldSpec("orderSeries", QT_TRANSLATE_NOOP("Compose", "Order series"), 10),
                FieldSpec(
                    "miscellaneousData.purchaseOrderNumber",
                    QT_TRANSLATE_NOOP("Compose", "Customer's order number"),
                    16,
                    1,
                ),
            ),
            (
                FieldSpec(
                    "relativeDocuments",
                    QT_TRANSLATE_NOOP("Compose", "Related documents"),
                    20,
                    2,
                    placeholder=SEVERAL,
                ),
                FieldSpec(
                    "vatPointDate",
                    QT_TRANSLATE_NOOP("Compose", "Tax point date"),
                    13,
                    editor=Editor.DATE,
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Contract"),
        "contractOrderDetails.",
        (
            (
                FieldSpec("code", QT_TRANSLATE_NOOP("Compose", "Contract code"), 14, 1),
                FieldSpec("name", QT_TRANSLATE_NOOP("Compose", "Title of the contract"), 18, 2),
                FieldSpec(
                    "orderNumbers",
                    QT_TRANSLATE_NOOP("Compose", "Orders of the contract"),
                    16,
                    1,
                    placeholder=SEVERAL,
                ),
            ),
        ),
    ),
)
