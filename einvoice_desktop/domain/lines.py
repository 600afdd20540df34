"""One line of a document, its allowances and charges, its classifications."""

from typing import Annotated

from einvoice_desktop.domain.node import Amount, Enumeration, Node
from einvoice_desktop.domain.parties import Party

AllowanceChargeType = Annotated[str, Enumeration(("ALLOWANCE", "CHARGE"))]

# The provider's list is only known to begin with NORMAL = 0; the further numbers are the tax authority's.
RecordType = Annotated[int, Enumeration(("NORMAL",))]


class AllowanceCharge(Node):
    """A discount or a surcharge, of a line or of the document."""

    type: AllowanceChargeType | None = None
    description: str | None = None
    code: str | None = None
    level: int | None = None
    percentage: Amount | None = None
    amount: Amount | None = None
    amount_ac: Amount | None = None
    gross_amount: Amount | None = None
    gross_amount_ac: Amount | None = None
    underlying_value: Amount | None = None
    underlying_value_ac: Amount | None = None
    vat_percentage: Amount | None = None
    vat_amount: Amount | None = None
    vat_amount_ac: Amount | None = None


class Classification(Node):
    """An income or expense classification; an absent `amount` means the whole line."""

    id: int | None = None
    classification_type: str | None = None
    classification_type_code: str | None = None
    classification_category: str | None = None
    classification_category_code: str | None = None
    amount: Amount | None = None


class ShipType(Node):
    application_id: str | None = None
    application_date: str | None = None
    doy: str | None = None
    ship_id: str | None = None


class Detail(Node):
    """A line: what, how much, at what price, with which VAT, taxes and classification.

    `vat_excemption_category` is the provider's spelling. `cost_price`, `quantity_previous_balance` and
    `quantity_new_balance` are texts in the provider's schema and enter no sum.
    """

    line_no: int | None = None
    classification_line_no: int | None = None
    date: str | None = None
    code: str | None = None
    buyer_code: str | None = None
    cpv_code: str | None = None
    item_codification: str | None = None
    category_id: str | None = None
    country_code: str | None = None
    tariff_code_id: str | None = None
    taric_no: str | None = None
    order_id: str | None = None
    transport_id: str | None = None
    lot_life_circle: str | None = None
    delivery_id: str | None = None
    descriptions: tuple[str, ...] | None = None
    special_features: tuple[str, ...] | None = None
    starting_date: str | None = None
    expiration_date: str | None = None
    measurement_unit: str | None = None
    measurement_unit_code: int | None = None
    measurement_unit_code_en: str | None = None
    other_measurement_unit_title: str | None = None
    other_measurement_unit_quantity: Amount | None = None
    cost_price: str | None = None
    quantity_previous_balance: str | None = None
    quantity_received: Amount | None = None
    quantity_sold: Amount | None = None
    quantity_new_balance: str | None = None
    quantity: Amount | None = None
    quantity_en: Amount | None = None
    quantity_in_15_deg: Amount | None = None
    quantity_measurement_unit_id: str | None = None
    measurement_unit2: str | None = None
    quantity2: Amount | None = None
    net_weight: Amount | None = None
    gross_weight: Amount | None = None
    volume: Amount | None = None
    allowances_charges: tuple[AllowanceCharge, ...] | None = None
    internal_id: str | None = None
    total_surcharge_amount: Amount | None = None
    total_special_taxes: Amount | None = None
    total_cost: Amount | None = None
    total_net_value_before_total_discount: Amount | None = None
    line_apportioned_discount_value: Amount | None = None
    currency: str | None = None
    rate: Amount | None = None
    foreign_currency_value: Amount | None = None
    remarks: str | None = None
    reason: str | None = None
    detail_recipient: Party | None = None
    project: str | None = None
    lot_number: str | None = None
    serial_numbers: tuple[str, ...] | None = None
    relative_documents: tuple[str, ...] | None = None
    catalog_unit_price: Amount | None = None
    unit_price: Amount | None = None
    catalog_net_total: Amount | None = None
    catalog_total: Amount | None = None
    net_total_after_inline_alcs: Amount | None = None
    net_total: Amount | None = None
    net_total_ac: Amount | None = None
    total: Amount | None = None
    total_ac: Amount | None = None
    allowances_total: Amount | None = None
    allowances_total_ac: Amount | None = None
    charges_total: Amount | None = None
    charges_total_ac: Amount | None = None
    vat_total: Amount | None = None
    vat_total_ac: Amount | None = None
    exchange_currency_value: Amount | None = None
    local_currency_value: Amount | None = None
    counterpart_currency_value: Amount | None = None
    reasoning: str | None = None
    beneficiary_account: str | None = None
    beneficiary: str | None = None
    exchange: str | None = None
    chrimatika_diathesima: str | None = None
    securities_amount: Amount | None = None
    registration_number: int | None = None
    securities_bank: str | None = None
    due_date: str | None = None
    local_currency_exchange_rate: Amount | None = None
    securities_field: str | None = None
    sponsor_code: str | None = None
    sponsor_name: str | None = None
    issuer_name: str | None = None
    issuer_code: str | None = None
    invoice_detail_type: str | None = None
    invoice_detail_type_code: int | None = None
    vat_excemption_category: str | None = None
    vat_exemption_category_code: int | None = None
    ship_type: ShipType | None = None
    discount_option: bool | None = None
    vat_category: str | None = None
    vat_category_code: int | None = None
    withheld_amount: Amount | None = None
    withheld_amount_ac: Amount | None = None
    withheld_percent_category: str | None = None
    withheld_percent_category_code: int | None = None
    stamp_duty_amount: Amount | None = None
    stamp_duty_amount_ac: Amount | None = None
    stamp_duty_percent_category: str | None = None
    stamp_duty_percent_category_code: int | None = None
    fees_amount: Amount | None = None
    fees_amount_ac: Amount | None = None
    fees_percent_category: str | None = None
    fees_percent_category_code: int | None = None
    other_taxes_percent_category: str | None = None
    other_taxes_percent_category_code: int | None = None
    other_taxes_amount: Amount | None = None
    other_taxes_amount_ac: Amount | None = None
    deductions_amount: Amount | None = None
    deductions_amount_ac: Amount | None = None
    is_informative: bool | None = None
    is_hidden: bool | None = None
    no_vat: bool | None = None
    record_type: str | None = None
    record_type_code: RecordType | None = None
    income_classification: Classification | None = None
    expenses_classification: Classification | None = None
    expenses_classifications: tuple[Classification, ...] | None = None
    vat_classification: Classification | None = None
    fuel_code: int | None = None
    specific_weight: Amount | None = None
    tags: tuple[str, ...] | None = None
    compartments: str | None = None
    container_name: str | None = None
    conversion_factor: Amount | None = None
    density: Amount | None = None
    temperature: Amount | None = None
    move_purpose_line_code: int | None = None
    other_move_purpose_line_title: str | None = None
