"""The QR of a document issued while the line was down: an address of the provider's portal (api 3)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from urllib.parse import quote, urlencode

from einvoice_desktop.domain.dates import ATHENS, issue_moment
from einvoice_desktop.domain.document import Document, own_id
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.parties import Party

_GREECE = "GR"
_GREEK_PREFIX = "EL"


@dataclass(frozen=True, slots=True)
class OfflineFacts:
    """What the address tells, each as it stands in it. `date_issued` is yyyyMMddHHmmss; tins carry their
    country's prefix, `customer_tin` is "" for a customer without one; amounts have no trailing zeros."""

    issuer_tin: str
    customer_tin: str
    customer_name: str
    invoice_type: str
    series: str
    number: str
    date_issued: str
    total: str
    net: str
    vat: str
    internal_id: str


def offline_facts(document: Document, now: datetime) -> OfflineFacts:
    """Of a document whose sums are complete; a missing date is `now`, a missing number or id stays ""."""
    issuer, customer = document.issuer, document.counter_party
    summaries = document.summaries
    moment = (issue_moment(document.date_issued) if document.date_issued else None) or now
    return OfflineFacts(
        issuer_tin=_tin(issuer),
        customer_tin=_tin(customer),
        customer_name=(customer.registered_name or "") if customer else "",
        invoice_type=document.invoice_type_code or "",
        series=document.series or "",
        number=document.number or "",
        date_issued=moment.astimezone(ATHENS).strftime("%Y%m%d%H%M%S"),
        total=amount_text((summaries.total_gross_value if summaries else document.total_amount) or ZERO),
        net=amount_text((summaries.total_net_amount if summaries else None) or ZERO),
        vat=amount_text((summaries.total_vat_amount if summaries else None) or ZERO),
        internal_id=own_id(document),
    )


def signature(facts: OfflineFacts, api_key: str) -> str:
    """40 lower-case hex digits: SHA-1 of the facts joined by dashes with the key behind them (api 3)."""
    parts = (
        facts.issuer_tin,
        facts.customer_tin,
        facts.series,
        facts.number,
        facts.date_issued,
        facts.total,
        facts.internal_id,
    )
    # SHA-1 is the provider's choice; nothing else here rests on it.
    return hashlib.sha1(f"{'-'.join(parts)}{api_key}".encode(), usedforsecurity=False).hexdigest()


def offline_address(facts: OfflineFacts, portal: str, api_key: str) -> str:
    """The address for the QR, values in percent-encoded UTF-8. The key itself is not in it.

    The optional dateTransmitted is left out: the code is printed before anything is transmitted.
    """
    told = {
        "issuerTin": facts.issuer_tin,
        "customerTin": facts.customer_tin,
        "customerName": facts.customer_name,
        "invoiceType": facts.invoice_type,
        "series": facts.series,
        "number": facts.number,
        "dateIssued": facts.date_issued,
        "totalAmount": facts.total,
        "totalNetAmount": facts.net,
        "totalVatAmount": facts.vat,
        "internalId": facts.internal_id,
        "signature": signature(facts, api_key),
    }
    return f"{portal}/TransmissionFailure?{urlencode(told, quote_via=quote, safe='')}"


def amount_text(amount: Decimal) -> str:
    """Without trailing zeros: 124, 124.5, 0 (api 3)."""
    text = format(amount, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _tin(party: Party | None) -> str:
    if party is None or not party.vat:
        return ""
    bare = bare_vat(party.vat)
    country = (party.address.country_code or _GREECE) if party.address else _GREECE
    if not bare.strip("0"):
        return ""
    if bare[:2].isalpha():
        return bare
    country = country.strip().upper()
    return f"{_GREEK_PREFIX if country == _GREECE else country}{bare}"
