"""Sealing: a composed document becomes the bytes that are sent, and every retry with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from einvoice_desktop.app.drafting import without_blank_lines
from einvoice_desktop.app.errors import DocumentHasErrors
from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_day, athens_stamp, issue_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import NaturalKey, bare_vat
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.movement import DistributionDetails
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import SealedDocument, SignIn
from einvoice_desktop.domain.writer import write_document


@dataclass(frozen=True, slots=True)
class Way:
    """How a document goes: whose books, which sign-in, encrypted or in clear."""

    server: str
    sign_in: SignIn
    encrypted: bool


def seal_request(
    document: Document,
    way: Way,
    surroundings: Surroundings,
    now: datetime,
    new_id: Callable[[], str],
    *,
    source: str = "",
    draft_id: int | None = None,
) -> tuple[SealRequest, tuple[Problem, ...]]:
    """What the store needs to seal `document` now, and the warnings that did not stop it.

    A missing date is now in Athens, a missing internal id is made; the number is given in the store's
    transaction. Raises DocumentHasErrors.
    """
    dated = without_blank_lines(document)
    if not dated.date_issued:
        dated = dated.with_member("date_issued", athens_stamp(now))
    around = replace(surroundings, today=athens_day(now), sealing=True)
    composition = compose(dated, around)
    if composition.has_errors:
        raise DocumentHasErrors(composition.problems)
    completed = composition.document
    identified = _identified(completed, new_id)
    # The internal id made just now is no content: the same file given twice must be known again.
    content_hash = hash_of_content(completed)

    def build(number: str) -> SealedDocument:
        return _sealed(identified.with_member("number", number), content_hash)

    issuer, branch = issuer_of(completed)
    request = SealRequest(
        server=way.server,
        sign_in=way.sign_in,
        encrypted=way.encrypted,
        issuer_vat=issuer,
        branch=branch,
        type_code=completed.invoice_type_code or "",
        series=completed.series or "",
        number=completed.number or None,
        content_hash=content_hash,
        build=build,
        source=source,
        draft_id=draft_id,
    )
    return request, composition.problems


def hash_of_content(document: Document) -> str:
    """SHA-256 of the document without its date: same content and number, same document."""
    undated = document.without_member("date_issued")
    return hashlib.sha256(write_document(undated)).hexdigest()


def issuer_of(document: Document) -> tuple[str, int]:
    """Bare VAT number and branch of the issuer, as numbers run by them."""
    party = document.issuer
    return (bare_vat(party.vat), party.branch_code or 0) if party else ("", 0)


def _identified(document: Document, new_id: Callable[[], str]) -> Document:
    distribution = document.distribution_details or DistributionDetails()
    if distribution.internal_document_id:
        return document
    return document.with_member(
        "distribution_details", distribution.with_member("internal_document_id", new_id())
    )


def _sealed(document: Document, content_hash: str) -> SealedDocument:
    issuer, branch = issuer_of(document)
    key = NaturalKey(
        issuer_vat=issuer,
        date=issue_day(document.date_issued) or "",
        branch=branch,
        type_code=document.invoice_type_code or "",
        series=document.series or "",
        number=document.number or "",
    )
    party = document.counter_party
    distribution = document.distribution_details
    summaries = document.summaries
    return SealedDocument(
        payload=write_document(document),
        key=key,
        internal_id=(distribution.internal_document_id or "") if distribution else "",
        content_hash=content_hash,
        counterparty_name=(party.registered_name or "") if party else "",
        counterparty_vat=bare_vat(party.vat) if party else "",
        currency=document.currency_code or "",
        gross=(summaries.total_gross_value or ZERO) if summaries else ZERO,
    )
