"""How the goods and the document itself reach the other side."""

from einvoice_desktop.domain.node import Amount, Node
from einvoice_desktop.domain.parties import Address


class DeliveryDetails(Node):
    address: Address | None = None
    remarks: str | None = None
    phones: tuple[str, ...] | None = None
    faxes: tuple[str, ...] | None = None
    emails: tuple[str, ...] | None = None
    shipping_branch_code: int | None = None


class PackingDeclaration(Node):
    packaging_type: str | None = None
    packaging_type_code: int | None = None
    quantity: Amount | None = None


class DistributionDetails(Node):
    """`internal_document_id` is the sender's own id of it; `vehile_number` is the provider's word."""

    internal_document_id: str | None = None
    installation_id: str | None = None
    shipping_method: str | None = None
    shipping_method_code: str | None = None
    move_purpose: str | None = None
    move_purpose_code: int | None = None
    total_quantity: Amount | None = None
    total_packages: Amount | None = None
    dispatch_date: str | None = None
    dispatch_time: str | None = None
    vehile_number: str | None = None
    delivery: str | None = None
    relative_documents: tuple[str, ...] | None = None
    salesman: str | None = None
    bill_of_lading: str | None = None
    house_bill: str | None = None
    ldm: Amount | None = None
    project: str | None = None
    delivery_date: str | None = None
    freight_volume: Amount | None = None
    billed_freight_weight: Amount | None = None
    gross_freight_weight: Amount | None = None
    content: str | None = None
    delivery_origin_details: DeliveryDetails | None = None
    delivery_destination_details: DeliveryDetails | None = None
    packing_declarations: tuple[PackingDeclaration, ...] | None = None
    to_weigh: bool | None = None
    reverse_delivery_note_purpose: int | None = None
    other_move_purpose_title: str | None = None
    receiving_note_purpose_code: int | None = None
    other_receiving_note_purpose_title: str | None = None
    transport_type_code: int | None = None
    p_number: str | None = None


class AdditionalDetails(Node):
    """Who is told of the document and how; `transmission_method` is E, A, M or C."""

    location_email: str | None = None
    approver: str | None = None
    approver_emails: tuple[str, ...] | None = None
    attention: str | None = None
    approval_logical_operator: str | None = None
    issuing_officer: str | None = None
    principal_functionality: str | None = None
    e_invoice_document_type: str | None = None
    notification_delay: int | None = None
    general_purpose_tags: tuple[str, ...] | None = None
    accounting_department_emails: tuple[str, ...] | None = None
    read_only_access_emails: tuple[str, ...] | None = None
    third_party_emails: tuple[str, ...] | None = None
    aseds: str | None = None
    extra_structured_content: str | None = None
    extra_structured_content_type: str | None = None
    transmission_method: str | None = None
    user: str | None = None
    document_tags: tuple[str, ...] | None = None
    zip_code_for_post_office: str | None = None
    send_as_pdf: bool | None = None
    avoid_email_grouping: bool | None = None
    pdf_notification_emails: tuple[str, ...] | None = None
    pdf_url: str | None = None
    document_template: str | None = None
    qr_code_ppm: int | None = None
    callback: bool | None = None
    approval_document_id: str | None = None
    customer_cell_numbers: tuple[str, ...] | None = None
