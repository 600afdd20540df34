"""The head of the paper: which document it is, what it refers to, what the law has it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from einvoice_desktop.app.entry import fold
from einvoice_desktop.app.paper.content import Fact, Term
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.domain.alternative import amounts_currency, twin_rate
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.dates import issue_moment
from einvoice_desktop.domain.document import Document

_ORDER_SLIP = "8.6"
_SERVICES_WITHIN_UNION = "2.2"
_REVERSED_AT_HOME = 16
_SERVICES_ABROAD = 4
_MARGIN_TRAVEL, _MARGIN_USED_GOODS, _MARGIN_AUCTIONS = 20, 22, 23
"""Exemptions of the margin schemes (articles 50, 52 and 53 of the VAT code)."""
_EURO = "EUR"
_MADE_UP = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def title(document: Document, speech: Speech) -> Term:
    """The document type in each language; invoices that also move goods say so (RULES 7)."""
    label = speech.label("invoice_types", document.invoice_type_code)
    if not label:
        given = flat(document.invoice_type)
        label = (given,) if given else speech.term("document")
    kind = speech.codes.invoice_type(document.invoice_type_code)
    if document.is_delivery_note and not (kind and kind.movement):
        moving = speech.term("delivery_note")
        label = tuple(f"{a} – {b}" for a, b in zip(label, moving, strict=False))
    return label


def subtitle(document: Document, label: Term) -> str:
    """The office's own title where it says something else than the type."""
    given = flat(document.invoice_type)
    return given if given and fold(given) not in {fold(word) for word in label} else ""


def name_of(document: Document, label: Term) -> str:
    """What the document is called in a heading or a file's name: type, series, number."""
    return " ".join(part for part in (label[0], flat(document.series), flat(document.number)) if part)


def facts(document: Document, speech: Speech) -> tuple[Fact, ...]:
    """Series, number, date, time. What is missing is given at issue, and the paper says so."""
    unknown = speech.term("given_at_issue")
    day, time = _when(document.date_issued)
    found = speech.fact("series", document.series)
    found += speech.fact("number", document.number or unknown)
    found += speech.fact("date", speech.date(day) or unknown)
    found += speech.fact("time", time)
    if (document.currency_code or _EURO) != _EURO:
        found += speech.fact("currency", document.currency_code)
        rate = twin_rate(document)
        if rate is not None:
            told = f"1 {_EURO} = {speech.number(rate)} {flat(document.currency_code)}"
            found += speech.fact("exchange_rate", told)
            found += speech.fact("amounts_in", amounts_currency(document))
    vat_currency = flat(document.vat_currency_code)
    if vat_currency and vat_currency != (document.currency_code or _EURO):
        found += speech.fact("vat_currency", vat_currency)
    return tuple(found)


def _when(issued: str | None) -> tuple[str, str]:
    """Date and time in Athens; no time where none was written."""
    moment = issue_moment(issued) if issued else None
    if moment is None or issued is None:
        return (issued or "", "")
    return moment.date().isoformat(), moment.strftime("%H:%M") if "T" in issued else ""


def references(document: Document, speech: Speech) -> tuple[Fact, ...]:
    """Orders, contracts, marks of other documents."""
    found: list[Fact] = []
    misc, contract, b2g = document.miscellaneous_data, document.contract_order_details, document.b2g_details
    orders = [document.order_series, document.order_number, document.order_code]
    orders += [misc.purchase_order_number] if misc else []
    orders += [*(contract.order_numbers or ())] if contract else []
    found += speech.fact("order", _listed(orders))
    found += speech.fact("reference", document.reference_code)
    found += speech.fact("contract", _listed([contract.code, contract.name] if contract else []))
    if b2g:
        authority = _listed([b2g.contracting_authority, b2g.contracting_authority_code])
        found += speech.fact("authority_code", authority)
        found += speech.fact("contract_number", _unless_none(flat(b2g.contract_type_code).partition("|")[2]))
        found += speech.fact("contract_reference", _unless_none(b2g.contract_reference_code))
    if contract:
        budget = [contract.budget_registration_code, contract.budget_commitment_code]
        funding = [
            *(contract.mis_code, contract.co_funding_project_code),
            *(contract.co_funding_project_year, contract.co_funding_project_deed_code),
        ]
        found += speech.fact("budget", _listed(budget))
        found += speech.fact("web_post", contract.web_post_number)
        found += speech.fact("funding", _listed(funding))
    marks = (*(document.correlated_invoices or ()), *(document.multiple_connected_marks or ()))
    found += speech.fact("correlated_marks", _listed(map(str, marks)))
    found += speech.fact("delivery_marks", _listed(document.delivery_note_marks or ()))
    moved = document.distribution_details
    related = [*(document.relative_documents or ()), *((moved.relative_documents or ()) if moved else ())]
    found += speech.fact("related_documents", _listed(related))
    found += speech.fact("vat_point", speech.date(document.vat_point_date))
    category = document.special_invoice_category or ""
    found += speech.fact("special_category", speech.label("special_invoice_categories", category))
    found += speech.fact("table", document.table_id)
    found += speech.fact("lot", document.lot_number)
    found += speech.fact("salesman", moved.salesman if moved else None)
    found += speech.fact("internal_id", _internal_id(document))
    return tuple(found)


def _unless_none(code: str | None) -> str:
    """Contracting authorities take 0 for a number that there is not (api 6)."""
    text = flat(code)
    return "" if text == "0" else text


def _internal_id(document: Document) -> str | None:
    """The office's own; one that a program made up says nothing to anybody."""
    details = document.distribution_details
    given = document.internal_document_id or (details.internal_document_id if details else None)
    return None if _MADE_UP.fullmatch(given or "") else given


def _listed(parts: Sequence[str | None] | Iterator[str]) -> str:
    clean = [flat(part) for part in parts]
    return ", ".join(dict.fromkeys(part for part in clean if part))


def notices(composition: Composition, speech: Speech) -> tuple[Term, ...]:
    """The words that the law wants on the paper itself (RULES 13)."""
    document = composition.source
    reasons = {line.detail.vat_exemption_category_code for line in composition.composed_lines}
    abroad = document.invoice_type_code == _SERVICES_WITHIN_UNION and _SERVICES_ABROAD in reasons
    asked = (
        ("order_slip", document.invoice_type_code == _ORDER_SLIP),
        ("self_billing", bool(document.self_pricing)),
        ("reverse_charge", _REVERSED_AT_HOME in reasons or abroad),
        ("margin_travel", _MARGIN_TRAVEL in reasons),
        ("margin_used_goods", _MARGIN_USED_GOODS in reasons),
        ("margin_auctions", _MARGIN_AUCTIONS in reasons),
        ("vat_suspension", bool(document.vat_payment_suspension)),
        ("third_parties", bool(document.third_party_collection)),
    )
    return tuple(speech.term(key) for key, applies in asked if applies)
