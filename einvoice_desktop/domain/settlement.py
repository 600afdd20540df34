"""What a document adds up to and how it is paid: taxes, VAT analysis, totals, payments."""

from einvoice_desktop.domain.lines import Classification
from einvoice_desktop.domain.node import Amount, Node


class Tax(Node):
    """A tax of the whole document: withholding, fee, other tax, stamp duty or deduction (codes 1 to 5)."""

    tax_type: str | None = None
    tax_type_code: int | None = None
    tax_category: str | None = None
    tax_category_code: int | None = None
    tax_amount: Amount | None = None
    tax_amount_ac: Amount | None = None
    id: int | None = None
    underlying_value: Amount | None = None
    underlying_value_ac: Amount | None = None
    vat_percentage: Amount | None = None
    vat_percentage_code: int | None = None
    vat_amount: Amount | None = None
    vat_amount_ac: Amount | None = None


class Vat(Node):
    """One rate of the VAT analysis."""

    name: str | None = None
    percentage: Amount | None = None
    vat_amount: Amount | None = None
    vat_amount_ac: Amount | None = None
    underlying_value: Amount | None = None
    underlying_value_ac: Amount | None = None
    vat_exemption: str | None = None
    vat_exemption_code: int | None = None
    initial_amount: Amount | None = None
    initial_amount_ac: Amount | None = None
    discount_amount: Amount | None = None
    discount_amount_ac: Amount | None = None
    gross_amount: Amount | None = None
    gross_amount_ac: Amount | None = None


class Summaries(Node):
    """The totals of the document, each with its twin in accounting currency."""

    total_catalog_net_amount: Amount | None = None
    total_catalog_net_amount_ac: Amount | None = None
    total_net_amount: Amount | None = None
    total_net_amount_ac: Amount | None = None
    total_net_amount_after_line_discounts: Amount | None = None
    total_net_amount_after_line_discounts_ac: Amount | None = None
    total_vat_amount: Amount | None = None
    total_vat_amount_ac: Amount | None = None
    total_withheld_amount: Amount | None = None
    total_withheld_amount_ac: Amount | None = None
    total_fees_amount: Amount | None = None
    total_fees_amount_ac: Amount | None = None
    total_stamp_duty_amount: Amount | None = None
    total_stamp_duty_amount_ac: Amount | None = None
    total_other_taxes_amount: Amount | None = None
    total_other_taxes_amount_ac: Amount | None = None
    total_deductions_amount: Amount | None = None
    total_deductions_amount_ac: Amount | None = None
    total_gross_value: Amount | None = None
    total_gross_value_ac: Amount | None = None
    total_allowances: Amount | None = None
    total_allowances_ac: Amount | None = None
    total_allowances_without_lines: Amount | None = None
    total_allowances_without_lines_ac: Amount | None = None
    total_charges: Amount | None = None
    total_charges_ac: Amount | None = None
    total_special_charges: Amount | None = None
    total_special_charges_ac: Amount | None = None
    total_payable_amount: Amount | None = None
    total_payable_amount_ac: Amount | None = None
    income_classifications: tuple[Classification, ...] | None = None
    expenses_classifications: tuple[Classification, ...] | None = None


class PaymentMethod(Node):
    """One way of paying; the code is the tax authority's (1 to 8), the type its text."""

    payment_method_id: str | None = None
    payment_method_type: str | None = None
    payment_method_type_code: int | None = None
    amount: Amount | None = None
    amount_ac: Amount | None = None
    remarks: str | None = None
    tip_amount: Amount | None = None
    transaction_id: str | None = None
    providers_signature: str | None = None
    pos_input: str | None = None
    terminal_id: str | None = None
    contactless: bool | None = None


class PaymentTerm(Node):
    payment_date: str | None = None
    amount: Amount | None = None


class PaymentDetails(Node):
    total_pieces: Amount | None = None
    previous_balance: Amount | None = None
    new_balance: Amount | None = None
    prepayment_amount: Amount | None = None
    rounding_amount: Amount | None = None
    electronic_payment_code: str | None = None
    payment_methods: tuple[PaymentMethod, ...] | None = None
    payment_terms: tuple[PaymentTerm, ...] | None = None
    transaction_payment_terms: str | None = None
    payment_date: str | None = None
    payment_reference_id: str | None = None
    paying_company_vat_number: str | None = None
    other_payment_details: str | None = None
    counterpart_currency: str | None = None
    exchange_currency_rate: Amount | None = None
    counterpart_currency_rate: Amount | None = None
    local_currency_value: Amount | None = None
    counterpart_currency_value: Amount | None = None
    exchange_currency: str | None = None
    counterpart_new_balance: Amount | None = None
    expenses: Amount | None = None
    local_currency_expenses: Amount | None = None
    exchange_currency_expenses: Amount | None = None
    exchange_currency_value: Amount | None = None
    security_amount: Amount | None = None
    total_amount_description: str | None = None
    future1: str | None = None
    future2: str | None = None
    future3: Amount | None = None
    future4: Amount | None = None


class CardLine(Node):
    """A payment line of a receipt (types 8.4 and 8.5)."""

    line_no: int | None = None
    amount: Amount | None = None
    amount_ac: Amount | None = None
    tip_amount: Amount | None = None
    tip_amount_ac: Amount | None = None
    transaction_id: str | None = None
    providers_signature: str | None = None
    pos_input: str | None = None
    terminal_id: str | None = None
    remarks: str | None = None
    is_informative: bool | None = None
    is_hidden: bool | None = None
