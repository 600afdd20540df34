"""The document: the provider's EliseCoreDocument, which is the file, the wire and the form at once."""

from typing import Annotated

from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.movement import AdditionalDetails, DistributionDetails
from einvoice_desktop.domain.node import Amount, Enumeration, Node
from einvoice_desktop.domain.parties import Bank, Party
from einvoice_desktop.domain.settlement import CardLine, PaymentDetails, Summaries, Tax, Vat

SignPolicy = Annotated[int, Enumeration(("DEFAULT", "LOOSE", "STRICT"))]
TransmissionFailure = Annotated[int, Enumeration(("LIVE", "CLIENT", "IAPR", "NOINT", "FORCED"))]


class ContractOrderDetails(Node):
    """The contract or order that the document fulfils; `order_numbers` is BT-13."""

    start_date: str | None = None
    end_date: str | None = None
    contract_type_code: str | None = None
    name: str | None = None
    code: str | None = None
    date: str | None = None
    web_post_number: str | None = None
    budget_registration_code: str | None = None
    budget_commitment_code: str | None = None
    order_numbers: tuple[str, ...] | None = None
    mis_code: str | None = None
    co_funding_project_code: str | None = None
    co_funding_project_year: str | None = None
    co_funding_project_deed_code: str | None = None


class B2GDetails(Node):
    """The contracting authority of an invoice to the Greek state."""

    contracting_authority_code: str | None = None
    contracting_authority: str | None = None
    contract_type_code: str | None = None
    contract_reference_code: str | None = None


class MiscellaneousData(Node):
    more_information1: str | None = None
    more_information2: str | None = None
    more_information3: str | None = None
    comments1: str | None = None
    comments2: str | None = None
    accompanying_text: str | None = None
    purchase_order_number: str | None = None
    purchase_date: str | None = None
    qr_code: str | None = None
    gtin: str | None = None


class Document(Node):
    """EliseCoreDocument, followed by the members that only its sister EliseCoreReceipt (8.4, 8.5) has.

    Dates stay the text that was written. MARKs are 64-bit integers.
    """

    mark: int | None = None
    uid: str | None = None
    authentication_code: str | None = None
    unique_id: str | None = None
    integrity_signature: str | None = None
    public_salt: str | None = None
    public_signature: str | None = None
    private_signature: str | None = None
    cancellation_mark: int | None = None
    classification_mark: int | None = None
    iapr_sign_policy: SignPolicy | None = None
    version: str | None = None
    language_code: str | None = None
    currency: str | None = None
    currency_code: str | None = None
    invoice_type: str | None = None
    invoice_type_code: str | None = None
    document_type: str | None = None
    document_type_code: str | None = None
    copy_type_name_purpose: str | None = None
    special_invoice_category: int | None = None
    variation_type: int | None = None
    series: str | None = None
    number: str | None = None
    issuer_formated_invoice_series_number: str | None = None
    date_issued: str | None = None
    relative_documents: tuple[str, ...] | None = None
    correlated_invoices: tuple[int, ...] | None = None
    multiple_connected_marks: tuple[int, ...] | None = None
    delivery_note_marks: tuple[str, ...] | None = None
    gsis_related_invoices: tuple[str, ...] | None = None
    recipient_role: str | None = None
    reference_code: str | None = None
    order_code: str | None = None
    order_number: str | None = None
    lot_number: str | None = None
    vat_currency_code: str | None = None
    vat_point_date: str | None = None
    order_confirmation_number: str | None = None
    receiving_advice_number: str | None = None
    dispatch_advice: str | None = None
    order_series: str | None = None
    erp_source: str | None = None
    issuer: Party | None = None
    counter_party: Party | None = None
    recipient: Party | None = None
    billing_contractor: Party | None = None
    originator: Party | None = None
    sender: Party | None = None
    on_behalf_of: Party | None = None
    transporter: Party | None = None
    additional_transporters: tuple[Party, ...] | None = None
    other_related_entities: tuple[Party, ...] | None = None
    vat_mediator: Party | None = None
    seller: Party | None = None
    buyer: Party | None = None
    allowances_charges: tuple[AllowanceCharge, ...] | None = None
    banks: tuple[Bank, ...] | None = None
    contract_order_details: ContractOrderDetails | None = None
    distribution_details: DistributionDetails | None = None
    payment_details: PaymentDetails | None = None
    additional_details: AdditionalDetails | None = None
    details: tuple[Detail, ...] | None = None
    summaries: Summaries | None = None
    taxes: tuple[Tax, ...] | None = None
    vat_analysis: tuple[Vat, ...] | None = None
    miscellaneous_data: MiscellaneousData | None = None
    b2g_details: B2GDetails | None = None
    vat_payment_suspension: bool | None = None
    self_pricing: bool | None = None
    is_delayed: bool | None = None
    is_delayed_code: TransmissionFailure | None = None
    is_fuel_invoice: bool | None = None
    is_delivery_note: bool | None = None
    is_reverse_delivery_note: bool | None = None
    is_retail: bool | None = None
    non_obligated_recipient: bool | None = None
    without_digital_transport_tracking: bool | None = None
    send_to_etransport: bool | None = None
    cancel_delivery_orders: bool | None = None
    total_cancel_delivery_orders: bool | None = None
    table_id: str | None = None
    fnb_clearance: tuple[str, ...] | None = None
    aade_xml: str | None = None
    iapr_response: str | None = None
    supported_document: str | None = None

    erp_qr_code: str | None = None
    exchange_currency_rate: Amount | None = None
    provider_signature_identifier: str | None = None
    total_amount: Amount | None = None
    total_amount_ac: Amount | None = None
    card_lines: tuple[CardLine, ...] | None = None
    cash_lines: tuple[CardLine, ...] | None = None
    cheque_lines: tuple[CardLine, ...] | None = None
    voucher_lines: tuple[CardLine, ...] | None = None
    remittance_lines: tuple[CardLine, ...] | None = None
    internal_document_id: str | None = None
    third_party_collection: bool | None = None


def own_id(document: Document) -> str:
    """The sender's own id of a document, "" for none: among the delivery's members, a POS receipt's at the
    root (api 4.2)."""
    delivery = document.distribution_details
    return (delivery.internal_document_id if delivery else None) or document.internal_document_id or ""
