"""A customer or an item from the books goes into a draft, and what stands in a draft becomes a card.

What the document's type cannot have, it does not get from a card; lines on which something was typed stay
as they are when the customer changes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.customer_kind import (
    ANYWHERE,
    GREECE,
    country_group,
    customer_kinds,
    kind_of,
    usual_type,
)
from einvoice_desktop.app.drafting import PAYMENTS, Draft, choose, edit_text, put
from einvoice_desktop.app.following_type import Usual, classification_for, usual_of
from einvoice_desktop.domain.cards import Customer, CustomerPrice, Item
from einvoice_desktop.domain.codes import EXEMPT
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.lines import AllowanceCharge, Classification, Detail
from einvoice_desktop.domain.node import json_name
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod
from einvoice_desktop.domain.totals import is_blank, is_charge
from einvoice_desktop.domain.type_fields import NOT, fields_of_type

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.codes import CodeTables

DISCOUNT = "allowancesCharges[0].percentage"
"""Of a customer's card and of a line: per cent."""
_TRADES = ("goods", "services")
_CLASSIFIED = ("income_classification", "expenses_classification")
_VAT = ("vat_category_code", "vat_exemption_category_code")
_ITEM = (
    "code",
    "item_codification",
    "cpv_code",
    "taric_no",
    "descriptions",
    "measurement_unit_code",
    "measurement_unit_code_en",
    "other_measurement_unit_title",
    "unit_price",
    "withheld_percent_category_code",
    "stamp_duty_percent_category_code",
    "fees_percent_category_code",
    "other_taxes_percent_category_code",
    "fuel_code",
)
"""What goes from an item's card onto a line as it stands, and back."""


# --- a customer into a draft -------------------------------------------------------------------------


def apply_customer(draft: Draft, kept: KeptCustomer, codes: CodeTables) -> Draft:
    """The draft for that customer, with what is usual for it."""
    customer = kept.customer
    draft = put(draft, "counterParty", customer.party)
    draft = _with_kind(draft, customer, codes)
    series = series_for(draft.document, customer, codes)
    if series:
        # As if it were typed: what is settled for a type gives way to it.
        draft = edit_text(draft, "series", series, "el", codes)
    draft = _with_payment(draft, customer, codes)
    for index, line in enumerate(draft.document.details or ()):
        if is_blank(line):
            draft = dress_line(draft, index, customer, codes)
    return draft


def series_for(document: Document, customer: Customer, codes: CodeTables) -> str:
    """The customer's own series, "" for none: that of its usual documents, never of a credit or note."""
    usual = customer.document.invoice_type_code
    held = document.invoice_type_code
    fits = held == usual if usual else is_ordinary(held, codes)
    return (customer.document.series or "") if fits else ""


def dress_line(draft: Draft, index: int, customer: Customer, codes: CodeTables) -> Draft:
    """A line that is new, with the VAT, exemption, classification and discount of that customer."""
    own = first_line(customer.document)
    draft = with_vat(draft, index, own, codes)
    draft = _with_classification(draft, index, own, codes)
    return with_discount(draft, index, percentage(customer.document.allowances_charges), codes)


def _with_kind(draft: Draft, customer: Customer, codes: CodeTables) -> Draft:
    """To the state or not, and the type: the customer's own on a document that is only begun, else another
    one only where the customer's country asks for it."""
    card = customer.document
    kinds = customer_kinds(codes).values()
    b2g = card.b2g_details
    if b2g is not None or draft.document.b2g_details is not None:
        draft = put(draft, "b2GDetails", b2g)
    # An order or an offer stays one.
    if draft.document.document_type_code in {None, *(kind.document_type for kind in kinds)}:
        draft = choose(draft, "documentTypeCode", card.document_type_code or "INVOICE", codes)
    wanted = _wanted_type(draft.document, card, codes)
    return draft if wanted is None else choose(draft, "invoiceTypeCode", wanted, codes)


def _wanted_type(document: Document, card: Document, codes: CodeTables) -> str | None:
    """Another type for the document; None where it has the one it should."""
    held, own = document.invoice_type_code, card.invoice_type_code
    wanted = None
    if is_ordinary(held, codes) and is_ordinary(own, codes) and not is_begun(document):
        wanted = own
    if wanted is None:
        row = codes.invoice_type(held)
        party = document.counter_party
        country = party.address.country_code if party and party.address else None
        where = country_group(country, codes) if country else ANYWHERE
        if row is None or where == ANYWHERE or row.counterpart_country in (ANYWHERE, where):
            return None
        # What its own type says of it would be the customer of before.
        kind = kind_of(card.without_member("invoice_type_code") if own else card, codes)
        wanted = usual_type(kind, held, codes)
    return None if wanted == held or codes.invoice_type(wanted) is None else wanted


def is_begun(document: Document) -> bool:
    """Whether something stands on a line."""
    return any(not is_blank(line) for line in document.details or ())


def is_ordinary(code: str | None, codes: CodeTables) -> bool:
    """Whether documents of that type are what an office begins with: no credit, note or order."""
    return any(kind.types.get(trade) == code for kind in customer_kinds(codes).values() for trade in _TRADES)


def _with_payment(draft: Draft, customer: Customer, codes: CodeTables) -> Draft:
    """The customer's way of paying, in the place of one payment of which nothing but its way was said."""
    wanted = payment_of(customer.document)
    if wanted is None or not has_plain_payment(draft.document):
        return draft
    return choose(draft, f"{PAYMENTS}[0].paymentMethodTypeCode", wanted, codes)


def has_plain_payment(document: Document) -> bool:
    """Whether there is one payment of which nothing but its way was said."""
    methods: tuple[PaymentMethod, ...] = get_value(document, PAYMENTS) or ()
    if len(methods) != 1:
        return False
    said = {name for name in methods[0].model_fields_set if getattr(methods[0], name) is not None}
    return said <= {"payment_method_type_code", "payment_method_type"}


def payment_of(document: Document) -> int | None:
    """How a document is paid first."""
    methods = (document.payment_details.payment_methods if document.payment_details else None) or ()
    return methods[0].payment_method_type_code if methods else None


# --- an item into a line -----------------------------------------------------------------------------


def apply_item(
    draft: Draft, index: int, kept: KeptItem, customer: KeptCustomer | None, codes: CodeTables
) -> Draft:
    """That line sells the item, at the customer's own price where it has one. How much of it stays as typed;
    a customer without VAT stays so."""
    item = kept.item
    for name in _ITEM:
        draft = _with_member(draft, index, name, getattr(item.line, name), codes)
    draft = _with_quantity(draft, index, item.line.quantity, codes)
    draft = with_vat(draft, index, vat_for(item, customer), codes)
    draft = _with_classification(draft, index, item.line, codes)
    return _with_price(draft, index, item, customer, codes)


def _with_member(draft: Draft, index: int, name: str, value: object, codes: CodeTables) -> Draft:
    """What another item brought along goes with it, except for its unit; what was typed stays."""
    path = f"details[{index}].{json_name(name)}"
    if value is None:
        stays = name == "measurement_unit_code" or any(place.startswith(path) for place in draft.typed)
        if stays or get_value(draft.document, path) is None:
            return draft
    elif not _may_have(draft, name, codes):
        return draft
    return choose(draft, path, value, codes)


def _with_price(
    draft: Draft, index: int, item: Item, customer: KeptCustomer | None, codes: CodeTables
) -> Draft:
    own = _own_price(item, customer)
    if own.unit_price is not None and _may_have(draft, "unit_price", codes):
        draft = choose(draft, f"details[{index}].unitPrice", own.unit_price, codes)
    return with_discount(draft, index, discount_for(item, customer), codes)


def _own_price(item: Item, customer: KeptCustomer | None) -> CustomerPrice:
    return CustomerPrice() if customer is None else item.prices.get(customer.id, CustomerPrice())


def price_for(item: Item, customer: KeptCustomer | None) -> Decimal | None:
    """What that customer pays for a piece."""
    own = _own_price(item, customer).unit_price
    return item.line.unit_price if own is None else own


def discount_for(item: Item | None, customer: KeptCustomer | None) -> Decimal | None:
    """Per cent: the customer's own of the item, the item's, or the customer's of everything; none of the last
    on a price that was agreed. Without an item: the customer's."""
    of_all = None if customer is None else percentage(customer.customer.document.allowances_charges)
    if item is None:
        return of_all
    own = _own_price(item, customer)
    if own.discount is not None:
        return own.discount
    of_item = percentage(item.line.allowances_charges)
    return of_item if of_item is not None or own.unit_price is not None else of_all


def vat_for(item: Item | None, customer: KeptCustomer | None) -> Detail:
    """A line with the VAT that such a line has: who is exempt stays so whatever is bought."""
    own = Detail() if customer is None else first_line(customer.customer.document)
    return own if item is None or own.vat_category_code == EXEMPT else item.line


def _with_quantity(draft: Draft, index: int, usual: Decimal | None, codes: CodeTables) -> Draft:
    path = f"details[{index}].quantity"
    if usual is None or path in draft.typed or not _may_have(draft, "quantity", codes):
        return draft
    return choose(draft, path, usual, codes)


# --- what both have ----------------------------------------------------------------------------------


def _may_have(draft: Draft, name: str, codes: CodeTables) -> bool:
    """Whether lines of the document's type have that member."""
    words = fields_of_type(draft.document.invoice_type_code, codes)
    return NOT not in (words.get("details"), words.get(f"details.{json_name(name)}"))


def with_vat(draft: Draft, index: int, card: Detail, codes: CodeTables) -> Draft:
    """Category and exemption, where the type has that category."""
    usual = usual_of(draft.document, codes)
    category, reason = card.vat_category_code, card.vat_exemption_category_code
    if category is None or (usual.type is not None and category not in usual.type.vat_categories):
        return draft
    draft = choose(draft, f"details[{index}].vatCategoryCode", category, codes)
    if category != EXEMPT:
        return draft
    return choose(draft, f"details[{index}].vatExemptionCategoryCode", _reason(reason, usual), codes)


def _reason(told: int | None, usual: Usual) -> int | None:
    """Why there is no VAT: what is usual abroad of goods is another reason than of services; at home nobody
    guesses."""
    kind = usual.kind
    if kind.country == GREECE:
        return told
    of_trades = {int(reasons[0]) for reasons in kind.exemptions.values() if reasons}
    return usual.exemption() if told is None or told in of_trades else told


def _with_classification(draft: Draft, index: int, card: Detail, codes: CodeTables) -> Draft:
    """As the type and the kind of customer have it."""
    usual = usual_of(draft.document, codes)
    side = usual.type.side if usual.type else "income"
    name = "income_classification" if side == "income" else "expenses_classification"
    held: Classification | None = getattr(card, name)
    if held is None or not _may_have(draft, name, codes):
        return draft
    wanted = classification_for(held, usual, codes)
    return choose(draft, f"details[{index}].{json_name(name)}", wanted, codes) if wanted else draft


def with_discount(draft: Draft, index: int, discount: Decimal | None, codes: CodeTables) -> Draft:
    """In the place of an earlier card's; what a person typed there stays."""
    rows = f"details[{index}].allowancesCharges"
    typed = any(place.startswith(rows) for place in draft.typed)
    row = codes.invoice_type(draft.document.invoice_type_code)
    # What the office buys, it has no discount of its own for.
    bought = row is not None and row.side == "expense"
    if typed or bought or not _may_have(draft, "unit_price", codes):
        return draft
    if get_value(draft.document, rows):
        draft = choose(draft, rows, None, codes)
    return choose(draft, f"details[{index}].{DISCOUNT}", discount, codes) if discount else draft


def first_line(document: Document) -> Detail:
    """The first one, or an empty one."""
    return (document.details or (Detail(),))[0]


def percentage(items: tuple[AllowanceCharge, ...] | None) -> Decimal | None:
    """Of the first one, where that is an allowance."""
    return items[0].percentage if items and not is_charge(items[0]) else None


# --- cards of what stands in a draft -----------------------------------------------------------------


def customer_from(document: Document, codes: CodeTables) -> Customer:
    """A card of the document's customer: who it is, what makes it a customer of the state, how it pays; its
    type where that is no credit or note, and why there is no VAT where that is so of such customers and not
    of what was sold."""
    usual, payment, line = usual_of(document, codes), payment_of(document), first_line(document)
    card = Document()
    for name in ("counter_party", "b2g_details"):
        held = getattr(document, name)
        if held is not None:
            card = card.with_member(name, held)
    if document.document_type_code in {kind.document_type for kind in customer_kinds(codes).values()}:
        card = card.with_member("document_type_code", document.document_type_code)
    if is_ordinary(document.invoice_type_code, codes):
        card = card.with_member("invoice_type_code", document.invoice_type_code)
    if line.vat_category_code == EXEMPT and usual.kind.country != GREECE:
        card = card.with_member("details", (_only(line, _VAT),))
    if payment is not None:
        method = PaymentMethod(payment_method_type_code=payment)
        card = card.with_member("payment_details", PaymentDetails(payment_methods=(method,)))
    return Customer(card)


def item_from(line: Detail) -> Item:
    """A card of what a line sells; not of how much."""
    kept = _only(line, (*_ITEM, *_VAT))
    for name in _CLASSIFIED:
        held: Classification | None = getattr(line, name)
        if held is not None:
            whole = held.without_member("amount") if held.amount is not None else held
            kept = kept.with_member(name, whole)
    discount = percentage(line.allowances_charges)
    if discount is not None:
        kept = kept.with_member(
            "allowances_charges", (AllowanceCharge(type="ALLOWANCE", percentage=discount),)
        )
    return Item(kept)


def _only(line: Detail, names: tuple[str, ...]) -> Detail:
    return Detail(**{name: value for name in names if (value := getattr(line, name)) is not None})
