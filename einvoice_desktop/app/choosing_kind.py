"""Choosing a kind of customer: country, type and kind of document follow, in one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.app.customer_kind import (
    ANYWHERE,
    CustomerKind,
    country_group,
    country_of,
    country_of_vat,
    customer_kinds,
    kind_of,
    usual_type,
)
from einvoice_desktop.app.drafting import Draft, choose, put

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables


def choose_kind(draft: Draft, code: str, codes: CodeTables) -> Draft:
    """The draft for another kind of customer: country, type and kind of document follow."""
    kind = customer_kinds(codes)[code]
    document = draft.document
    if kind_of(document, codes) == kind:
        return draft
    draft = _with_country(draft, kind, codes)
    wanted = usual_type(kind, document.invoice_type_code, codes)
    if document.document_type_code in {other.document_type for other in customer_kinds(codes).values()}:
        draft = choose(draft, "documentTypeCode", kind.document_type, codes)
    if not kind.to_the_state and document.b2g_details is not None:
        # With a contracting authority the provider would take it for a document to the state (api 7.1.5).
        draft = put(draft, "b2GDetails", None)
    if wanted is not None and wanted != document.invoice_type_code:
        draft = choose(draft, "invoiceTypeCode", wanted, codes)
    return draft


def _with_country(draft: Draft, kind: CustomerKind, codes: CodeTables) -> Draft:
    held = country_of(draft.document)
    fitting = kind.counterpart_country in (ANYWHERE, country_group(held, codes) if held else "")
    if fitting:
        return draft
    party = draft.document.counter_party
    country = kind.country or country_of_vat(party.vat if party else None, codes)
    if country is not None and country_group(country, codes) != kind.counterpart_country:
        country = kind.country
    return choose(draft, "counterParty.address.countryCode", country, codes)
