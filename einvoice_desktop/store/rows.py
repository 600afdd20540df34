"""Rows of the database as the domain's frozen values, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement

from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import (
    Attempt,
    Kind,
    Outcome,
    OutcomeKind,
    SealedDocument,
    SignIn,
    Submission,
)
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums
from einvoice_desktop.store.columns import number_key, storable
from einvoice_desktop.store.schema import attempts, submission_sums, submissions

_RECEIPT_FIELDS = tuple(field.name for field in fields(Receipt))
_STATES = {state.value: state for state in State}
_KINDS = {kind.value: kind for kind in Kind}
_SIGN_INS = {sign_in.value: sign_in for sign_in in SignIn}

LISTED: tuple[ColumnElement[Any], ...] = tuple(c for c in submissions.c if c.name != "sender")
"""What `submission_of` reads, in the order of the table; the payload may follow."""

_SUMS: tuple[ColumnElement[Any], ...] = tuple(submission_sums.c[name] for name in SUM_NAMES)
LISTED_WITH_SUMS = (*LISTED, *_SUMS)
"""What `listed_of` reads."""

JOURNALLED: tuple[ColumnElement[Any], ...] = tuple(
    attempts.c[name]
    for name in (
        "started_at",
        "ended_at",
        "kind",
        "reason",
        "message",
        "receipt",
        "problems",
        "retry_after",
        "http_status",
        "answer",
        "server_date",
    )
)
"""What `attempt_of` reads and the journal's hash covers, in this order."""


def listed_of(row: Sequence[Any]) -> Submission:
    """A row of LISTED_WITH_SUMS: without its bytes, with what it adds up to but for the VAT by category.

    No sums where a database cannot add them (store.sums).
    """
    cents = row[-len(_SUMS) :]
    return submission_of(row[: -len(_SUMS)], None if cents[0] is None else DocumentSums.of_cents(cents))


def submission_of(row: Sequence[Any], sums: DocumentSums | None = None) -> Submission:
    """A row of LISTED, or of LISTED and the payload."""
    (
        id_,
        server,
        _folder,
        sign_in,
        encrypted,
        state,
        issuer_vat,
        date,
        branch,
        type_code,
        series,
        number,
        _number_key,
        internal_id,
        content_hash,
        counterparty_name,
        counterparty_vat,
        currency,
        gross,
        source,
        sealed_at,
        changed_at,
        next_try_at,
        tries,
        may_have_arrived,
        number_spent,
        reason,
        message,
        receipt,
        problems,
        kind,
        *payload,
    ) = row
    return Submission(
        id=id_,
        server=server,
        sign_in=_SIGN_INS[sign_in],
        encrypted=encrypted,
        state=_STATES[state],
        sealed=SealedDocument(
            payload=payload[0] if payload else b"",
            key=NaturalKey(issuer_vat, date, branch, type_code, series, number),
            internal_id=internal_id,
            content_hash=content_hash,
            counterparty_name=counterparty_name,
            counterparty_vat=counterparty_vat,
            currency=currency,
            gross=gross,
            kind=_KINDS[kind],
            sums=sums,
        ),
        source=source,
        sealed_at=sealed_at,
        changed_at=changed_at,
        next_try_at=next_try_at,
        attempts=tries,
        may_have_arrived=may_have_arrived,
        number_spent=number_spent,
        reason=reason,
        message=message,
        receipt=receipt_of(receipt),
        problems=problems_of(problems),
    )


def submission_values(submission: Submission, folder: str) -> dict[str, Any]:
    """A row of `submissions` (and its payload apart); the id is left to the database."""
    sealed = submission.sealed
    key = sealed.key
    return {
        "server": submission.server,
        "folder": folder,
        "sender": folder,
        "sign_in": submission.sign_in.value,
        "encrypted": submission.encrypted,
        "state": submission.state.value,
        "issuer_vat": key.issuer_vat,
        "date": key.date,
        "branch": key.branch,
        "type_code": key.type_code,
        "series": key.series,
        "number": key.number,
        "number_key": number_key(key.number),
        "internal_id": sealed.internal_id,
        "content_hash": sealed.content_hash,
        "counterparty_name": sealed.counterparty_name,
        "counterparty_vat": sealed.counterparty_vat,
        "currency": sealed.currency,
        "gross": sealed.gross,
        "source": submission.source,
        "sealed_at": submission.sealed_at,
        "changed_at": submission.changed_at,
        "next_try_at": submission.next_try_at,
        "attempts": submission.attempts,
        "may_have_arrived": submission.may_have_arrived,
        "number_spent": submission.number_spent,
        "reason": submission.reason,
        "message": submission.message,
        "receipt": receipt_text(submission.receipt),
        "problems": problems_text(submission.problems),
        "kind": sealed.kind.value,
    }


def attempt_of(row: Sequence[Any]) -> Attempt:
    """A row of JOURNALLED."""
    started, ended, kind, reason, message, receipt, problems, retry_after, status, answer, date = row
    return Attempt(
        started,
        ended,
        Outcome(
            kind=OutcomeKind(kind),
            reason=reason,
            message=message,
            receipt=receipt_of(receipt),
            problems=problems_of(problems),
            retry_after=retry_after,
            http_status=status,
            answer=answer,
            server_date=date,
        ),
    )


def attempt_values(attempt: Attempt) -> dict[str, Any]:
    """The columns of JOURNALLED, in their order, as they will be read again."""
    outcome = attempt.outcome
    return {
        "started_at": attempt.started_at,
        "ended_at": attempt.ended_at,
        "kind": outcome.kind.value,
        "reason": storable(outcome.reason),
        "message": storable(outcome.message),
        "receipt": receipt_text(outcome.receipt),
        "problems": problems_text(outcome.problems),
        "retry_after": None if outcome.retry_after is None else float(outcome.retry_after),
        "http_status": outcome.http_status,
        "answer": outcome.answer,
        "server_date": outcome.server_date,
    }


def receipt_text(receipt: Receipt | None) -> str:
    """JSON, ASCII alone; "" for none."""
    if receipt is None:
        return ""
    return json.dumps({name: getattr(receipt, name) for name in _RECEIPT_FIELDS})


def receipt_of(text: str) -> Receipt | None:
    """What `receipt_text` wrote."""
    return Receipt(**json.loads(text)) if text else None


def problems_text(problems: Sequence[Problem]) -> str:
    """JSON, ASCII alone; "" for none."""
    if not problems:
        return ""
    return json.dumps(
        [[p.path, p.code, p.severity.value, dict(p.params), p.authority_code] for p in problems]
    )


def problems_of(text: str) -> tuple[Problem, ...]:
    """What `problems_text` wrote."""
    if not text:
        return ()
    return tuple(
        Problem(path, code, Severity(severity), params, authority_code)
        for path, code, severity, params, authority_code in json.loads(text)
    )
