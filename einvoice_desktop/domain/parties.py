"""Who a document is between, where they are, and the banks they name."""

from einvoice_desktop.domain.node import Amount, Node


class GeographicalCoordinates(Node):
    item1: str | None = None
    item2: str | None = None


class Address(Node):
    """`country_code` is the ISO code (GR); `supply_account_no` belongs to fuel deliveries."""

    country: str | None = None
    country_code: str | None = None
    municipality: str | None = None
    municipality_code: str | None = None
    region: str | None = None
    region_code: str | None = None
    city: str | None = None
    city_code: str | None = None
    street: str | None = None
    number: str | None = None
    postal: str | None = None
    geographical_coordinates: GeographicalCoordinates | None = None
    gln: str | None = None
    supply_account_no: str | None = None


class Party(Node):
    """Issuer, counterparty, recipient, transporter and the like; `vat` carries the country prefix (EL…)."""

    registered_name: str | None = None
    brand_name: str | None = None
    contact_person: str | None = None
    registration_number: str | None = None
    envelope_number: str | None = None
    ysn: str | None = None
    vat: str | None = None
    paid_up_shared_capital: Amount | None = None
    shared_capital_subscribed: Amount | None = None
    tax_office: str | None = None
    tax_office_code: str | None = None
    activities: tuple[str, ...] | None = None
    general_commercial_registry_number: str | None = None
    phones: tuple[str, ...] | None = None
    faxes: tuple[str, ...] | None = None
    emails: tuple[str, ...] | None = None
    url: str | None = None
    address: Address | None = None
    branch: str | None = None
    branch_code: int | None = None
    branch_id: str | None = None
    pos_id: str | None = None
    branch_address: Address | None = None
    branch_phones: tuple[str, ...] | None = None
    branch_faxes: tuple[str, ...] | None = None
    tax_regime: str | None = None
    category: str | None = None
    type: str | None = None
    code: str | None = None
    external_code: str | None = None
    other_info: str | None = None
    identity_type: str | None = None
    identity_identifier: str | None = None
    tax_representative_name: str | None = None
    tax_representative_vat: str | None = None
    tax_representative_country: str | None = None
    tax_representative_country_code: str | None = None
    vat_exemption_note: str | None = None
    fuel_distributor_code: str | None = None


class Bank(Node):
    bic_code: str | None = None
    name: str | None = None
    vatinid: str | None = None
    vat: str | None = None
    vatin: str | None = None
    branch_code: str | None = None
    branch: str | None = None
    account: str | None = None
    iban: str | None = None
    contact_details: str | None = None
