"""What a document type must, may and must not carry, field by field: its row of the table as JSON paths.

The rules say it again in sentences; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.domain.codes import EXEMPT

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import Certainty, CodeTables, InvoiceType

MUST, MAY, NOT = "must", "may", "not"
"""`NOT`: the type does not have the field; a document that holds something there shows it all the same."""

TO_THE_STATE = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
"""Types that can be documents to the state (api 7.1.5)."""


class Need(NamedTuple):
    """One field of one type. Only what is `high` may stop an issue."""

    what: str
    certainty: Certainty


def fields_of_type(type_code: str | None, codes: CodeTables) -> Mapping[str, str]:
    """MUST, MAY or NOT by JSON path, list indexes left out ("details.quantity").

    A path that is absent may be filled; of a type that nobody knows nothing is said.
    """
    kind = codes.invoice_type(type_code)
    return _NOTHING if kind is None else _words(kind)


def needs_of_type(type_code: str | None, codes: CodeTables) -> Mapping[str, Need]:
    """As `fields_of_type`, with how certain each is."""
    kind = codes.invoice_type(type_code)
    return {} if kind is None else _needs(kind)


_NOTHING: Mapping[str, str] = MappingProxyType({})


@cache
def _words(kind: InvoiceType) -> Mapping[str, str]:
    return MappingProxyType({path: need.what for path, need in _needs(kind).items()})


@cache
def _needs(kind: InvoiceType) -> Mapping[str, Need]:
    parts = (_head, _counterparty, _references, _payments, _lines, _movement, _specialities)
    return MappingProxyType({path: need for part in parts for path, need in part(kind)})


Needs = Iterator[tuple[str, Need]]


def _flag(has_it: bool, certainty: Certainty = "medium") -> Need:
    return Need(MAY if has_it else NOT, certainty)


def _head(kind: InvoiceType) -> Needs:
    for path in ("invoiceTypeCode", "invoiceType", "documentTypeCode", "series"):
        yield path, Need(MUST, "high")
    for path in ("issuer.registeredName", "issuer.vat", "issuer.address.countryCode"):
        yield path, Need(MUST, "high")
    # RULES 7 has none on a movement; the provider's page calls it mandatory everywhere.
    yield "currencyCode", Need(NOT, "low") if kind.movement else Need(MUST, "high")
    yield "paymentDetails.exchangeCurrencyRate", _flag(not kind.movement, "high")
    yield "selfPricing", _flag(kind.self_pricing)
    yield "isFuelInvoice", _flag(kind.fuel or kind.movement)
    yield "isDeliveryNote", _flag(kind.delivery_note_flag or kind.movement)


def _counterparty(kind: InvoiceType) -> Needs:
    certainty = kind.counterpart_certainty
    if kind.is_order:
        # The provider's orders have none (api 10).
        yield "counterParty.vat", Need(NOT, "medium")
    elif kind.counterpart in ("required", "required_self"):
        for path in ("counterParty.vat", "counterParty.registeredName"):
            yield path, Need(MUST, certainty)
        for path in ("counterParty.address.city", "counterParty.address.postal"):
            yield path, Need(MUST, "medium")
    elif kind.counterpart == "forbidden":
        # RULES 3 says so of retail with one source; a shared sample names the customer without a number.
        yield "counterParty.vat", Need(NOT, "medium")


def _references(kind: InvoiceType) -> Needs:
    word = {"mandatory": MUST, "forbidden": NOT}.get(kind.correlated_invoices, MAY)
    certain = word is MUST or kind.code == "5.2"
    yield "correlatedInvoices", Need(word, "high" if certain else "medium")
    connects = kind.multiple_connected_marks != "forbidden"
    yield "multipleConnectedMarks", _flag(connects, "high")
    yield "deliveryNoteMarks", _flag(connects, "high")


def _payments(kind: InvoiceType) -> Needs:
    if kind.is_receipt:
        yield "paymentDetails.paymentMethods", Need(NOT, "medium")
        yield "totalAmount", Need(MAY, "high")
        return
    word = {"mandatory": MUST, "forbidden": NOT}.get(kind.payment_methods, MAY)
    # RULES 7 is certain of what moves, where the table's column is not.
    yield "paymentDetails.paymentMethods", Need(word, "high" if kind.movement else kind.payment_certainty)
    for name in ("card", "cash", "cheque", "voucher", "remittance"):
        yield f"{name}Lines", Need(NOT, "medium")
    yield "totalAmount", Need(NOT, "medium")


def _lines(kind: InvoiceType) -> Needs:
    yield "details", Need(NOT if kind.is_receipt else MUST, "high")
    yield "taxes", _flag(not (kind.movement or kind.is_receipt))
    if kind.is_receipt:
        return
    yield "details.vatCategoryCode", Need(MUST, "high")
    yield "details.vatExemptionCategoryCode", _flag(EXEMPT in kind.vat_categories, kind.vat_certainty)
    # A shared sample of a rent has a quantity, which the table forbids with high certainty.
    word = {"mandatory": MUST, "forbidden": NOT}.get(kind.quantity, MAY)
    certainty = kind.quantity_certainty if word == MUST else "medium"
    yield "details.quantity", Need(word, certainty)
    yield "details.measurementUnitCode", Need(word, "high" if kind.movement else "medium")
    yield "details.unitPrice", _flag(not kind.movement, "high")
    yield "details.descriptions", Need(MUST, "high" if kind.movement else "medium")
    yield "details.fuelCode", _flag(kind.fuel or kind.movement)
    yield "details.quantityIn15Deg", _flag(kind.fuel or kind.movement)
    yield "details.invoiceDetailTypeCode", Need(MUST, "medium") if kind.code == "1.5" else Need(NOT, "high")
    yield "details.incomeClassification", _flag(kind.income_classification != "forbidden")
    expense = kind.expense_classification != "forbidden"
    sent = kind.expense_sent_by_issuer or kind.self_pricing
    for path in ("details.expensesClassification", "details.expensesClassifications"):
        yield path, _flag(expense and sent)


def _movement(kind: InvoiceType) -> Needs:
    carries = kind.movement or kind.delivery_note_flag
    word = MUST if kind.movement else MAY if carries else NOT
    base = "distributionDetails"
    for path in ("movePurposeCode", "dispatchDate", "dispatchTime"):
        yield f"{base}.{path}", Need(word, "high" if kind.movement else "medium")
    for place in ("deliveryOriginDetails", "deliveryDestinationDetails"):
        for part in ("street", "postal", "city"):
            yield f"{base}.{place}.address.{part}", Need(word, "high" if kind.movement else "medium")
    for path in ("vehileNumber", "transportTypeCode", "packingDeclarations", "otherMovePurposeTitle"):
        yield f"{base}.{path}", _flag(carries)
    yield "isReverseDeliveryNote", _flag(carries)
    yield f"{base}.reverseDeliveryNotePurpose", _flag(carries)
    yield "nonObligatedRecipient", _flag(carries)


def _specialities(kind: InvoiceType) -> Needs:
    names = ("contractingAuthorityCode", "contractingAuthority", "contractTypeCode", "contractReferenceCode")
    for name in names:
        yield f"b2GDetails.{name}", _flag(kind.code in TO_THE_STATE)
    if not kind.is_receipt:
        for path in ("details.cpvCode", "details.measurementUnitCodeEN"):
            yield path, _flag(not (kind.movement or kind.is_order), "low")
    yield "tableId", Need(MUST if kind.is_order else NOT, "low")
    yield "totalCancelDeliveryOrders", _flag(kind.is_order, "high")
    yield "cancelDeliveryOrders", _flag(kind.is_order)
    yield "thirdPartyCollection", _flag(kind.is_receipt)
    yield "providerSignatureIdentifier", _flag(kind.is_receipt)
