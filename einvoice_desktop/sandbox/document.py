"""What the practice provider reads of a document: a small model of its own, free to disagree with others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.vat import vat_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.sandbox.fields import Node

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TaxKind:
    """A tax beside VAT: `sign` is its effect on the gross, the names are members of line and summaries."""

    code: str
    sign: int
    line_amount: str
    line_category: str
    summary: str
    table: str


TAX_KINDS = (
    TaxKind("1", -1, "withheldAmount", "withheldPercentCategoryCode", "totalWithheldAmount", "withholding"),
    TaxKind("2", 1, "feesAmount", "feesPercentCategoryCode", "totalFeesAmount", "fees"),
    TaxKind(
        "3", 1, "otherTaxesAmount", "otherTaxesPercentCategoryCode", "totalOtherTaxesAmount", "other_taxes"
    ),
    TaxKind("4", 1, "stampDutyAmount", "stampDutyPercentCategoryCode", "totalStampDutyAmount", "stamp_duty"),
    TaxKind("5", -1, "deductionsAmount", "", "totalDeductionsAmount", ""),
)
TAX_KIND = {kind.code: kind for kind in TAX_KINDS}

LINE_CODE_TABLES = (
    ("vatCategoryCode", "vat_categories"),
    ("vatExemptionCategoryCode", "vat_exemptions"),
    ("measurementUnitCode", "units"),
    ("recordTypeCode", "rec_types"),
    ("invoiceDetailTypeCode", "invoice_detail_types"),
    ("fuelCode", "fuel_codes"),
    *((kind.line_category, kind.table) for kind in TAX_KINDS if kind.line_category),
)
"""Members of a line that hold a code, with the table it must stand in."""

_ZERO_IS_A_CODE = frozenset({"vatCategoryCode", "measurementUnitCode"})


def _optional_code(node: Node, name: str) -> str:
    """The published samples send 0 where an optional code has no value."""
    code = node.code(name)
    return "" if code == "0" and name not in _ZERO_IS_A_CODE else code


@dataclass(frozen=True, slots=True)
class Party:
    """`vat` as sent, `digits` without the Greek prefix, `country` an ISO code or ""."""

    given: bool
    name: str
    vat: str
    digits: str
    country: str
    branch: int

    @classmethod
    def read(cls, node: Node) -> Party:
        vat = node.code("vat")
        return cls(
            given=node.given and not node.empty,
            name=node.text("registeredName").strip(),
            vat=vat,
            digits=vat_digits(vat),
            country=node.node("address").code("countryCode").upper(),
            branch=node.whole("branchCode") or 0,
        )


@dataclass(frozen=True, slots=True)
class Classification:
    category: str
    type: str
    amount: Decimal | None

    @property
    def without_category(self) -> bool:
        """VAT_36x and NOT_VAT_295 are expense types that carry no category (315)."""
        return self.type.startswith(("VAT_", "NOT_VAT_"))


@dataclass(frozen=True, slots=True)
class LineTax:
    amount: Decimal
    category: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of `details`. `counted` is False for informative and hidden rows, which stand in no sum."""

    path: str
    label: str
    counted: bool
    description: str
    quantity: Decimal | None
    net: Decimal
    vat: Decimal
    total: Decimal | None
    codes: Mapping[str, str]
    taxes: Mapping[str, LineTax]
    income: tuple[Classification, ...]
    expense: tuple[Classification, ...]
    cpv: str
    unit_en: str

    @property
    def vat_category(self) -> str:
        return self.codes["vatCategoryCode"]

    @property
    def record_type(self) -> str:
        return self.codes["recordTypeCode"]


@dataclass(frozen=True, slots=True)
class DocumentTax:
    """A row of `taxes`; `base` is its underlyingValue, None when it is the document's net."""

    path: str
    kind: str
    category: str
    amount: Decimal
    base: Decimal | None


@dataclass(frozen=True, slots=True)
class Payment:
    path: str
    method: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Summaries:
    """`given` is False without the section; net, VAT and gross are None when absent, other totals 0."""

    given: bool
    empty: bool
    net: Decimal | None
    vat: Decimal | None
    gross: Decimal | None
    taxes: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Movement:
    purpose: str
    purpose_title: str
    reverse_purpose: str
    transport: str
    dispatch_date: str


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
    is_delivery_note: bool
    is_retail: bool
    non_obligated_recipient: bool
    issuer: Party
    counterparty: Party
    lines: tuple[Line, ...]
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
        currency=root.code("currencyCode").upper(),
        exchange_rate=root.amount("exchangeCurrencyRate") if rate is None else rate,
        sign_policy=root.code("iaprSignPolicy"),
        delayed=root.code("isDelayedCode"),
        special_category=_optional_code(root, "specialInvoiceCategory"),
        variation=_optional_code(root, "variationType"),
        internal_id=distribution.text("internalDocumentId"),
        correlated=tuple(root.texts("correlatedInvoices")),
        connected=tuple(root.texts("multipleConnectedMarks")),
        is_delivery_note=root.flag("isDeliveryNote"),
        is_retail=root.flag("isRetail"),
        non_obligated_recipient=root.flag("nonObligatedRecipient"),
        issuer=Party.read(root.node("issuer")),
        counterparty=Party.read(root.node("counterParty")),
        lines=tuple(_line(node) for node in root.nodes("details")),
        taxes=tuple(_document_tax(node) for node in root.nodes("taxes")),
        payments=tuple(_payment(node) for node in payment_details.nodes("paymentMethods")),
        summaries=_summaries(root.node("summaries")),
        movement=_movement(distribution),
        sending=_sending(root.node("additionalDetails")),
        public_buyer=_public_buyer(root.node("b2GDetails")),
    )


def _line(node: Node) -> Line:
    expenses = [node.node("expensesClassification"), *node.nodes("expensesClassifications")]
    incomes = [node.node("incomeClassification"), *node.nodes("incomeClassifications")]
    return Line(
        path=node.path,
        label=node.code("lineNo"),
        counted=not (node.flag("isInformative") or node.flag("isHidden")),
        description=" ".join(node.texts("descriptions")),
        quantity=node.amount("quantity"),
        net=node.amount("netTotal") or ZERO,
        vat=node.amount("vatTotal") or ZERO,
        total=node.amount("total"),
        codes={name: _optional_code(node, name) for name, _table in LINE_CODE_TABLES},
        taxes={kind.code: _line_tax(node, kind) for kind in TAX_KINDS},
        income=_classifications(incomes),
        expense=_classifications(expenses),
        cpv=node.code("cpvCode"),
        unit_en=node.code("measurementUnitCodeEN"),
    )


def _line_tax(node: Node, kind: TaxKind) -> LineTax:
    category = _optional_code(node, kind.line_category) if kind.line_category else ""
    return LineTax(node.amount(kind.line_amount) or ZERO, category)


def _classifications(nodes: list[Node]) -> tuple[Classification, ...]:
    """The samples send members with null or "" for no classification: these are none."""
    found = [
        Classification(
            node.code("classificationCategoryCode"),
            node.code("classificationTypeCode"),
            node.amount("amount") or None,
        )
        for node in nodes
    ]
    return tuple(item for item in found if item.category or item.type)


def _document_tax(node: Node) -> DocumentTax:
    return DocumentTax(
        path=node.path,
        kind=node.code("taxTypeCode"),
        category=_optional_code(node, "taxCategoryCode"),
        amount=node.amount("taxAmount") or ZERO,
        base=node.amount("underlyingValue"),
    )


def _payment(node: Node) -> Payment:
    return Payment(node.path, node.code("paymentMethodTypeCode"), node.amount("amount") or ZERO)


def _summaries(node: Node) -> Summaries:
    return Summaries(
        given=node.given,
        empty=node.empty,
        net=node.amount("totalNetAmount"),
        vat=node.amount("totalVATAmount"),
        gross=node.amount("totalGrossValue"),
        taxes={kind.code: node.amount(kind.summary) or ZERO for kind in TAX_KINDS},
    )


def _movement(node: Node) -> Movement:
    return Movement(
        purpose=_optional_code(node, "movePurposeCode"),
        purpose_title=node.text("otherMovePurposeTitle").strip(),
        reverse_purpose=_optional_code(node, "reverseDeliveryNotePurpose"),
        transport=_optional_code(node, "transportTypeCode"),
        dispatch_date=node.code("dispatchDate"),
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
