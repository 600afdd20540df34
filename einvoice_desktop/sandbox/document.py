"""What the practice provider reads of a document: a small model of its own, free to disagree with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import (
    TAX_KINDS,
    ZERO,
    Classification,
    Line,
    allowance_types,
    optional_code,
    read_line,
)
from einvoice_desktop.sandbox.lines import read_classifications as _classifications
from einvoice_desktop.sandbox.party import Address, Party

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from einvoice_desktop.sandbox.fields import Node


@dataclass(frozen=True, slots=True)
class DocumentTax:
    """A row of `taxes`; `base` is its underlyingValue, None when it is the document's net.

    `given` is False when no amount stands there; it is 0 then.
    """

    path: str
    kind: str
    category: str
    amount: Decimal
    base: Decimal | None
    given: bool


@dataclass(frozen=True, slots=True)
class Payment:
    """A row of `paymentDetails.paymentMethods`; `signature` and `terminal` belong to card payments."""

    path: str
    method: str
    amount: Decimal
    tip: Decimal
    signature: str
    terminal: str


@dataclass(frozen=True, slots=True)
class Summaries:
    """`given` is False without the section; net, VAT and gross are None when absent, other totals 0."""

    given: bool
    empty: bool
    net: Decimal | None
    vat: Decimal | None
    gross: Decimal | None
    taxes: Mapping[str, Decimal]
    income: tuple[Classification, ...]
    expense: tuple[Classification, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """How the goods travel; `packages` are the codes of the packing declarations."""

    purpose: str
    purpose_title: str
    reverse_purpose: str
    transport: str
    dispatch_date: str
    dispatch_time: str
    vehicle: str
    origin: Address
    destination: Address
    packages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    method: str
    emails: tuple[str, ...]
    cell_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicBuyer:
    """The contracting authority of a document to the Greek state (B2GDetails)."""

    authority: str
    contract_type: str
    contract_reference: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was sent; texts are "" when absent."""

    invoice_type: str
    title: str
    document_type: str
    series: str
    number: str
    date_issued: str
    currency: str
    exchange_rate: Decimal | None
    sign_policy: str
    delayed: str
    special_category: str
    variation: str
    internal_id: str
    correlated: tuple[str, ...]
    connected: tuple[str, ...]
    delivery_marks: tuple[str, ...]
    is_delivery_note: bool
    is_fuel_invoice: bool
    cancels_all_orders: bool
    is_retail: bool
    non_obligated_recipient: bool
    issuer: Party
    counterparty: Party
    recipient: Party
    transporter: Party
    lines: tuple[Line, ...]
    allowances: tuple[str, ...]
    taxes: tuple[DocumentTax, ...]
    payments: tuple[Payment, ...]
    summaries: Summaries
    movement: Movement
    sending: Sending
    public_buyer: PublicBuyer

    @property
    def counted_lines(self) -> list[Line]:
        return [line for line in self.lines if line.counted]

    @property
    def retail(self) -> bool:
        return self.is_retail or self.invoice_type.startswith("11.")

    @property
    def moves_goods_only(self) -> bool:
        """Delivery and receipt notes: no amounts, no currency, `summaries` may be empty."""
        return self.invoice_type.startswith(("9.", "10."))

    @property
    def moves_goods(self) -> bool:
        """Movement notes, and documents that are a delivery note at the same time."""
        return self.moves_goods_only or self.is_delivery_note


def read_document(root: Node) -> Document:
    """Raises FieldError at the first member of a wrong type."""
    distribution, payment_details = root.node("distributionDetails"), root.node("paymentDetails")
    rate = payment_details.amount("exchangeCurrencyRate")
    return Document(
        invoice_type=root.code("invoiceTypeCode"),
        title=root.text("invoiceType").strip(),
        document_type=root.code("documentTypeCode"),
        series=root.text("series"),
        number=root.code("number"),
        date_issued=root.code("dateIssued"),
        currency=root.code("currencyCode"),
        exchange_rate=root.amount("exchangeCurrencyRate") if rate is None else rate,
        sign_policy=root.code("iaprSignPolicy"),
        delayed=root.code("isDelayedCode"),
        special_category=optional_code(root, "specialInvoiceCategory"),
        variation=optional_code(root, "variationType"),
        internal_id=distribution.text("internalDocumentId"),
        correlated=tuple(root.texts("correlatedInvoices")),
        connected=tuple(root.texts("multipleConnectedMarks")),
        delivery_marks=tuple(root.texts("deliveryNoteMarks")),
        is_delivery_note=root.flag("isDeliveryNote"),
        is_fuel_invoice=root.flag("isFuelInvoice"),
        cancels_all_orders=root.flag("totalCancelDeliveryOrders"),
        is_retail=root.flag("isRetail"),
        non_obligated_recipient=root.flag("nonObligatedRecipient"),
        issuer=Party.read(root.node("issuer")),
        counterparty=Party.read(root.node("counterParty")),
        recipient=Party.read(root.node("recipient")),
        transporter=Party.read(root.node("transporter")),
        lines=tuple(read_line(node) for node in root.nodes("details")),
        allowances=allowance_types(root),
        taxes=tuple(_document_tax(node) for node in root.nodes("taxes")),
        payments=tuple(read_payment(node) for node in payment_details.nodes("paymentMethods")),
        summaries=_summaries(root.node("summaries")),
        movement=_movement(distribution),
        sending=_sending(root.node("additionalDetails")),
        public_buyer=_public_buyer(root.node("b2GDetails")),
    )


def _document_tax(node: Node) -> DocumentTax:
    return DocumentTax(
        path=node.path,
        kind=node.code("taxTypeCode"),
        category=optional_code(node, "taxCategoryCode"),
        amount=node.amount("taxAmount") or ZERO,
        base=node.amount("underlyingValue"),
        given=node.has("taxAmount"),
    )


def read_payment(node: Node) -> Payment:
    return Payment(
        path=node.path,
        method=node.code("paymentMethodTypeCode"),
        amount=node.amount("amount") or ZERO,
        tip=node.amount("tipAmount") or ZERO,
        signature=node.text("providersSignature").strip(),
        terminal=node.code("terminalId"),
    )


def _summaries(node: Node) -> Summaries:
    return Summaries(
        given=node.given,
        empty=node.empty,
        net=node.amount("totalNetAmount"),
        vat=node.amount("totalVATAmount"),
        gross=node.amount("totalGrossValue"),
        taxes={kind.code: node.amount(kind.summary) or ZERO for kind in TAX_KINDS},
        income=_classifications(node.nodes("incomeClassifications")),
        expense=_classifications(node.nodes("expensesClassifications")),
    )


def _movement(node: Node) -> Movement:
    return Movement(
        purpose=optional_code(node, "movePurposeCode"),
        purpose_title=node.text("otherMovePurposeTitle").strip(),
        reverse_purpose=optional_code(node, "reverseDeliveryNotePurpose"),
        transport=optional_code(node, "transportTypeCode"),
        dispatch_date=node.code("dispatchDate"),
        dispatch_time=node.code("dispatchTime"),
        vehicle=node.text("vehileNumber").strip(),
        origin=Address.read(node.node("deliveryOriginDetails").node("address")),
        destination=Address.read(node.node("deliveryDestinationDetails").node("address")),
        packages=tuple(
            optional_code(item, "packagingTypeCode") for item in node.nodes("packingDeclarations")
        ),
    )


def _sending(node: Node) -> Sending:
    return Sending(
        method=node.code("transmissionMethod").upper(),
        emails=tuple(node.texts("accountingDepartmentEmails")),
        cell_numbers=tuple(node.texts("customerCellNumbers")),
    )


def _public_buyer(node: Node) -> PublicBuyer:
    return PublicBuyer(
        authority=node.code("contractingAuthorityCode"),
        contract_type=node.code("contractTypeCode"),
        contract_reference=node.code("contractReferenceCode"),
    )
