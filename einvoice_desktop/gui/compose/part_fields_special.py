"""The fields of the tabs for the state and for special documents, and those below taxes and payments."""

from __future__ import annotations

from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.compose.part_fields import SEVERAL, FieldGroup, Fill, yes_no
from einvoice_desktop.gui.compose.party import (
    COUNTRY,
    POSTAL,
    REGISTERED_NAME,
    STREET,
    STREET_NUMBER,
    TOWN,
    VAT,
)
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP


def _text(path: str, caption: str, width: int = 14, stretch: int = 1, placeholder: str = "") -> FieldSpec:
    return FieldSpec(path, caption, width, stretch, placeholder=placeholder)


def _amount(path: str, caption: str, width: int = 11) -> FieldSpec:
    return FieldSpec(path, caption, width, editor=Editor.AMOUNT)


def _date(path: str, caption: str) -> FieldSpec:
    return FieldSpec(path, caption, 13, editor=Editor.DATE)


PUBLIC_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Contracting authority"),
        "b2GDetails.",
        (
            (
                _text(
                    "contractingAuthorityCode",
                    QT_TRANSLATE_NOOP("Compose", "Contracting authority's code"),
                    18,
                    placeholder="1015.E00236.0001",
                ),
                _text("contractingAuthority", QT_TRANSLATE_NOOP("Compose", "Its name"), 18, 2),
            ),
            (
                FieldSpec(
                    "contractTypeCode",
                    QT_TRANSLATE_NOOP("Compose", "Contract type"),
                    16,
                    1,
                    Editor.CODE,
                    "contract_types",
                ),
                _text(
                    "contractReferenceCode",
                    QT_TRANSLATE_NOOP("Compose", "Contract reference (ADAM), else 0"),
                    18,
                    2,
                    placeholder="0",
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Recipient"),
        "recipient.",
        (
            (VAT, REGISTERED_NAME),
            (
                *(spec._replace(path=f"address.{spec.path}") for spec in (STREET, STREET_NUMBER)),
                *(spec._replace(path=f"address.{spec.path}") for spec in (POSTAL, TOWN)),
                COUNTRY,
            ),
        ),
        fill=Fill(QT_TRANSLATE_NOOP("Compose", "As the customer"), (("counterParty", "recipient"),)),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Order and project"),
        "",
        (
            (
                _text("referenceCode", QT_TRANSLATE_NOOP("Compose", "Buyer's reference (BT-10)")),
                _text("distributionDetails.project", QT_TRANSLATE_NOOP("Compose", "Project (BT-11)")),
                _text(
                    "contractOrderDetails.orderNumbers",
                    QT_TRANSLATE_NOOP("Compose", "Orders (BT-13)"),
                    placeholder=SEVERAL,
                ),
            ),
            (
                _text("contractOrderDetails.code", QT_TRANSLATE_NOOP("Compose", "Contract code")),
                _text(
                    "contractOrderDetails.name", QT_TRANSLATE_NOOP("Compose", "Title of the contract"), 18, 2
                ),
                _date("contractOrderDetails.startDate", QT_TRANSLATE_NOOP("Compose", "From")),
                _date("contractOrderDetails.endDate", QT_TRANSLATE_NOOP("Compose", "Until")),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Budget"),
        "contractOrderDetails.",
        (
            (
                _text("budgetRegistrationCode", QT_TRANSLATE_NOOP("Compose", "Registration (ADA)")),
                _text("budgetCommitmentCode", QT_TRANSLATE_NOOP("Compose", "Commitment")),
                _text("webPostNumber", QT_TRANSLATE_NOOP("Compose", "Web posting number")),
            ),
            (
                _text("misCode", QT_TRANSLATE_NOOP("Compose", "MIS code")),
                _text("coFundingProjectCode", QT_TRANSLATE_NOOP("Compose", "Co-funded project")),
                _text("coFundingProjectYear", QT_TRANSLATE_NOOP("Compose", "Year"), 7, 0),
                _text("coFundingProjectDeedCode", QT_TRANSLATE_NOOP("Compose", "Deed")),
            ),
        ),
    ),
)

SPECIAL_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Restaurant"),
        "",
        (
            (
                _text("tableId", QT_TRANSLATE_NOOP("Compose", "Table"), 8),
                _text("orderCode", QT_TRANSLATE_NOOP("Compose", "Order code")),
                _text("distributionDetails.salesman", QT_TRANSLATE_NOOP("Compose", "Served by")),
            ),
            (
                yes_no("totalCancelDeliveryOrders", QT_TRANSLATE_NOOP("Compose", "Cancels the whole order")),
                yes_no("cancelDeliveryOrders", QT_TRANSLATE_NOOP("Compose", "Cancels orders")),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Fuel"),
        "",
        (
            (
                yes_no("isFuelInvoice", QT_TRANSLATE_NOOP("Compose", "Fuel invoice")),
                _text("counterParty.address.supplyAccountNo", QT_TRANSLATE_NOOP("Compose", "Supply account")),
                _text("issuer.fuelDistributorCode", QT_TRANSLATE_NOOP("Compose", "Distributor's code")),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Treatment"),
        "",
        (
            (
                yes_no("selfPricing", QT_TRANSLATE_NOOP("Compose", "Self-billing")),
                yes_no("vatPaymentSuspension", QT_TRANSLATE_NOOP("Compose", "VAT suspended")),
                yes_no("nonObligatedRecipient", QT_TRANSLATE_NOOP("Compose", "Recipient not obliged")),
                yes_no("thirdPartyCollection", QT_TRANSLATE_NOOP("Compose", "Collected for others")),
            ),
        ),
    ),
)

ALLOWANCE_ROWS = (
    (
        FieldSpec(
            "type", QT_TRANSLATE_NOOP("Compose", "Kind"), 14, editor=Editor.CODE, table="allowance_types"
        ),
        _text("description", QT_TRANSLATE_NOOP("Compose", "What for"), 16, 2),
        FieldSpec("percentage", QT_TRANSLATE_NOOP("Compose", "Per cent"), 8, editor=Editor.AMOUNT),
        _amount("amount", QT_TRANSLATE_NOOP("Compose", "Amount")),
    ),
)

TAX_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Discounts and charges of the whole document"),
        "allowancesCharges",
        ALLOWANCE_ROWS,
        list_path="allowancesCharges",
    ),
)


def _receipt_rows(list_path: str, title: str, *, by_card: bool = False) -> FieldGroup:
    card = (
        _text("transactionId", QT_TRANSLATE_NOOP("Compose", "Transaction")),
        _text("terminalId", QT_TRANSLATE_NOOP("Compose", "Terminal"), 10),
    )
    row = (
        _amount("amount", QT_TRANSLATE_NOOP("Compose", "Amount")),
        _amount("tipAmount", QT_TRANSLATE_NOOP("Compose", "Tip"), 8),
        *(card if by_card else ()),
        _text("remarks", QT_TRANSLATE_NOOP("Compose", "Remarks")),
    )
    return FieldGroup(title, list_path, (row,), list_path=list_path)


PAYMENT_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Received"),
        "",
        ((_amount("totalAmount", QT_TRANSLATE_NOOP("Compose", "Total received"), 14),),),
    ),
    _receipt_rows("cardLines", QT_TRANSLATE_NOOP("Compose", "By card"), by_card=True),
    _receipt_rows("cashLines", QT_TRANSLATE_NOOP("Compose", "In cash")),
    _receipt_rows("chequeLines", QT_TRANSLATE_NOOP("Compose", "By cheque")),
    _receipt_rows("voucherLines", QT_TRANSLATE_NOOP("Compose", "By voucher")),
    _receipt_rows("remittanceLines", QT_TRANSLATE_NOOP("Compose", "By remittance")),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Terms"),
        "paymentDetails.",
        (
            (
                _text("transactionPaymentTerms", QT_TRANSLATE_NOOP("Compose", "Terms of payment"), 18, 2),
                _date("paymentDate", QT_TRANSLATE_NOOP("Compose", "Due on")),
                _text("paymentReferenceID", QT_TRANSLATE_NOOP("Compose", "Payment reference")),
            ),
        ),
    ),
)

MONEY_ROW = (
    FieldSpec(
        "paymentDetails.exchangeCurrencyRate",
        QT_TRANSLATE_NOOP("Compose", "Exchange rate"),
        12,
        editor=Editor.AMOUNT,
    ),
    FieldSpec(
        "languageCode", QT_TRANSLATE_NOOP("Compose", "Language of the paper"), 16, 0, Editor.CODE, "languages"
    ),
)
"""Below the header where the document is in other money or another language."""
