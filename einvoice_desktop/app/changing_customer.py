"""A document goes over to another customer: what the card of the one before had brought along goes with it.

What was typed stays. A line that names an item is told by the book, for the one customer as for the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.applying import (
    apply_customer,
    discount_for,
    first_line,
    has_plain_payment,
    is_begun,
    is_ordinary,
    payment_of,
    percentage,
    price_for,
    series_for,
    vat_for,
    with_discount,
    with_vat,
)
from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.drafting import PAYMENTS, choose
from einvoice_desktop.app.following_type import usual_of
from einvoice_desktop.domain.cards import Customer, item_key, write_customer
from einvoice_desktop.domain.codes import EXEMPT
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.node import json_name
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.totals import is_blank

if TYPE_CHECKING:
    from datetime import datetime

    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Item
    from einvoice_desktop.domain.codes import CodeTables

FIRST_TYPE = "1.1"
"""Of a new document."""
FindItem = Callable[[str], "KeptItem | None"]
"""The item of a key (Item.key)."""
SeriesOf = Callable[["Draft"], str]
"""The series of a new document of that type and branch."""


def change_customer(
    draft: Draft,
    before: KeptCustomer | None,
    after: KeptCustomer,
    find_item: FindItem,
    series_of: SeriesOf,
    codes: CodeTables,
) -> Draft:
    """The draft for the customer `after`. `before`: the card of whom it was for, None where it had none."""
    series_was_brought = before is not None and brought_series(draft.document, before.customer, codes)
    lines = draft.document.details or ()
    if before is not None:
        draft = _leave(draft, before.customer, codes)
    draft = apply_customer(draft, after, codes)
    for index, line in enumerate(lines):
        item = _item_of(line, find_item)
        if not is_blank(line) and (before is not None or item is not None):
            draft = _line_for(draft, index, line, item, before, after, codes)
    if series_was_brought and not series_for(draft.document, after.customer, codes):
        draft = _in_series(draft, series_of)
    return draft


def brought_series(document: Document, customer: Customer, codes: CodeTables) -> bool:
    """Whether the document stands in a series that is the customer's own."""
    own = series_for(document, customer, codes)
    return bool(own) and own == document.series


def card_of_billed(party: Party, draft: Draft, before: KeptCustomer | None, now: datetime) -> KeptCustomer:
    """Somebody without a card, who brings nothing along but who it is. What was typed for the state stays."""
    document = Document(counter_party=party)
    if before is None or before.customer.document.b2g_details is None:
        for name in ("b2g_details", "document_type_code"):
            held = getattr(draft.document, name)
            document = document if held is None else document.with_member(name, held)
    return KeptCustomer(0, write_customer(Customer(document)), 0, now)


# --- what goes ---------------------------------------------------------------------------------------


def _leave(draft: Draft, before: Customer, codes: CodeTables) -> Draft:
    """Type, payment, and what blank lines have of it."""
    own, document = before.document, draft.document
    brought = own.invoice_type_code
    if brought == document.invoice_type_code and is_ordinary(brought, codes) and not is_begun(document):
        draft = choose(draft, "invoiceTypeCode", FIRST_TYPE, codes)
    payment = payment_of(own)
    if payment is not None and payment == payment_of(draft.document) and has_plain_payment(draft.document):
        usual = usual_of(draft.document, codes).kind.payment_method
        draft = choose(draft, f"{PAYMENTS}[0].paymentMethodTypeCode", usual, codes)
    for index, line in enumerate(draft.document.details or ()):
        if is_blank(line):
            draft = _with_vat_after(draft, index, first_line(own), Detail(), codes)
            for name in ("income_classification", "expenses_classification"):
                if getattr(first_line(own), name) and getattr(line, name):
                    draft = choose(draft, f"details[{index}].{json_name(name)}", None, codes)
    return draft


def _line_for(
    draft: Draft,
    index: int,
    line: Detail,
    item: Item | None,
    before: KeptCustomer | None,
    after: KeptCustomer,
    codes: CodeTables,
) -> Draft:
    """A line that has something on it: what the cards had brought, they bring for the next customer."""
    price = f"details[{index}].unitPrice"
    held = line.unit_price
    if item is not None and held is not None and price not in draft.typed and held == price_for(item, before):
        draft = choose(draft, price, price_for(item, after), codes)
    discount = discount_for(item, before)
    if _discount_of(line) == discount and (discount is not None or item is not None):
        draft = with_discount(draft, index, discount_for(item, after), codes)
    if item is not None and line.vat_category_code != _vat_of(draft, index):
        # It followed the type, which knows nothing of what is sold.
        return with_vat(draft, index, vat_for(item, after), codes)
    return _with_vat_after(draft, index, vat_for(item, before), vat_for(item, after), codes)


def _vat_of(draft: Draft, index: int) -> int | None:
    return (draft.document.details or ())[index].vat_category_code


def _discount_of(line: Detail) -> Decimal | None:
    held = line.allowances_charges or ()
    return percentage(held) if len(held) == 1 and held[0].amount is None else None


def _with_vat_after(draft: Draft, index: int, before: Detail, after: Detail, codes: CodeTables) -> Draft:
    """What the one card had said, the other one says; where it says nothing, as on every new line."""
    line = (draft.document.details or ())[index]
    category, reason = before.vat_category_code, before.vat_exemption_category_code
    same = category is not None and category == line.vat_category_code
    if not same or (category == EXEMPT and reason not in (None, line.vat_exemption_category_code)):
        return draft
    if after.vat_category_code is not None:
        return with_vat(draft, index, after, codes)
    usual = usual_of(draft.document, codes)
    draft = choose(draft, f"details[{index}].vatCategoryCode", usual.vat_category(), codes)
    if usual.vat_category() != EXEMPT:
        return draft
    return choose(draft, f"details[{index}].vatExemptionCategoryCode", usual.exemption(), codes)


def _in_series(draft: Draft, series_of: SeriesOf) -> Draft:
    typed = {place: text for place, text in draft.typed.items() if place != "series"}
    return replace(draft, document=draft.document.with_member("series", series_of(draft)), typed=typed)


def _item_of(line: Detail, find_item: FindItem) -> Item | None:
    """What the line sells, where the book knows it."""
    name = next((text for text in line.descriptions or () if text), "")
    kept = find_item(item_key(line.code or "", name))
    return None if kept is None else kept.item
