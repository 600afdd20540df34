"""Sealing: a composed document becomes the bytes that are sent, and every retry with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from einvoice_desktop.app.drafting import without_blank_lines
from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.alternative import amounts_currency
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_day, athens_stamp, issue_day
from einvoice_desktop.domain.document import Document, own_id
from einvoice_desktop.domain.identity import NaturalKey, bare_vat
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.movement import DistributionDetails
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Attempt, Kind, Outcome, OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.domain.sums import DocumentSums, sums_of
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
    transaction. Raises DocumentHasErrors; UserError("receipt_not_encrypted") for a POS receipt that would
    go encrypted: its door takes no encrypted bytes.
    """
    kind = _kind(document, surroundings)
    if kind is Kind.RECEIPT and way.encrypted:
        raise UserError("receipt_not_encrypted", type=document.invoice_type_code or "")
    dated = without_blank_lines(document)
    if not dated.date_issued:
        dated = dated.with_member("date_issued", athens_stamp(now))
    around = replace(surroundings, today=athens_day(now), sealing=True)
    composition = compose(dated, around)
    if composition.has_errors:
        raise DocumentHasErrors(composition.problems)
    completed = composition.document
    identified = _identified(completed, kind, new_id)
    # The internal id made just now is no content: the same file given twice must be known again.
    content_hash, sums = hash_of_content(completed), sums_of(composition)

    def build(number: str) -> SealedDocument:
        return _sealed(identified.with_member("number", number), kind, content_hash, sums)

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


def note_of_warnings(warnings: tuple[Problem, ...], now: datetime) -> Attempt | None:
    """The journal's entry of a document that is issued all the same; None where nothing warned."""
    if not warnings:
        return None
    kind = OutcomeKind.SEALED_WITH_WARNINGS
    return Attempt(now, now, Outcome(kind, kind.value, problems=warnings))


def hash_of_content(document: Document) -> str:
    """SHA-256 of the document without its date: same content and number, same document."""
    undated = document.without_member("date_issued")
    return hashlib.sha256(write_document(undated)).hexdigest()


def issuer_of(document: Document) -> tuple[str, int]:
    """Bare VAT number and branch of the issuer, as numbers run by them."""
    party = document.issuer
    return (bare_vat(party.vat), party.branch_code or 0) if party else ("", 0)


def _kind(document: Document, surroundings: Surroundings) -> Kind:
    row = surroundings.codes.invoice_type(document.invoice_type_code)
    return Kind.RECEIPT if row is not None and row.is_receipt else Kind.DOCUMENT


def _identified(document: Document, kind: Kind, new_id: Callable[[], str]) -> Document:
    """A receipt has its id at the root, every other document among the delivery's members (api 4.2)."""
    if kind is Kind.RECEIPT:
        return document.with_member("internal_document_id", own_id(document) or new_id())
    distribution = document.distribution_details or DistributionDetails()
    if distribution.internal_document_id:
        return document
    return document.with_member(
        "distribution_details", distribution.with_member("internal_document_id", new_id())
    )


def _sealed(document: Document, kind: Kind, content_hash: str, sums: DocumentSums) -> SealedDocument:
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
    summaries = document.summaries
    return SealedDocument(
        payload=write_document(document),
        key=key,
        internal_id=own_id(document),
        content_hash=content_hash,
        counterparty_name=(party.registered_name or "") if party else "",
        counterparty_vat=bare_vat(party.vat) if party else "",
        currency=amounts_currency(document),
        gross=to_cents((summaries.total_gross_value if summaries else document.total_amount) or ZERO),
        kind=kind,
        sums=sums,
    )
