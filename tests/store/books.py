"""What the store's tests write into books: documents, attempts, answers, and a process that does as told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection

from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import (
    Attempt,
    Outcome,
    OutcomeKind,
    SealedDocument,
    SignIn,
    Submission,
)
from einvoice_desktop.store.engine import SqlStore
from einvoice_desktop.store.schema import metadata

TOP = Path(__file__).resolve().parents[2]
ADDRESS = "address"
"""The file that tells child.py of a server."""
CHILD = Path(__file__).with_name("child.py")
NOW = datetime(2026, 11, 23, 10, 0, 0, 123456, tzinfo=UTC)
VAT = "123456789"

RECEIPT = Receipt(
    mark="400001234567890",
    uid="0A1B",
    authentication_code="F00D",
    status="Success",
    url="https://einvoice.example/v/F00D",
    series="ΤΔΑ",
    number="7",
    date_issued="2026-11-23T12:00:00",
    internal_id="id-7",
    message="«Ελήφθη»",
    signature="s",
    integrity_signature="i",
    domain="d",
    erp_qr_code="q",
    unique_id="u",
)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def request_of(
    number: str | None = None,
    *,
    content: str = "coffee",
    series: str = "A",
    server: str = "practice",
    vat: str = VAT,
    branch: int = 0,
    type_code: str = "1.1",
    gross: str = "124.00",
    source: str = "",
    draft_id: int | None = None,
    build: Callable[[str], SealedDocument] | None = None,
) -> SealRequest:
    """A document to be sealed; its bytes tell its content, series and number."""

    def honest(given: str) -> SealedDocument:
        return SealedDocument(
            payload=f"{content} {series} {given}".encode(),
            key=NaturalKey(vat, "2026-11-23", branch, type_code, series, given),
            internal_id=f"id-{series}-{given}",
            content_hash=content,
            counterparty_name="Καφεκοπτείο ΑΕ",
            counterparty_vat="099999999",
            currency="EUR",
            gross=Decimal(gross),
        )

    return SealRequest(
        server=server,
        sign_in=SignIn.OAUTH,
        encrypted=True,
        issuer_vat=vat,
        branch=branch,
        type_code=type_code,
        series=series,
        number=number,
        content_hash=content,
        build=build or honest,
        source=source,
        draft_id=draft_id,
    )


def attempt(kind: OutcomeKind = OutcomeKind.ISSUED, **told: object) -> Attempt:
    return Attempt(later(1), later(2.5), Outcome(kind, **({"reason": "", "answer": b"{}"} | told)))  # type: ignore[arg-type]


def settle(store: SqlStore, row: Submission, to: State, *, spent: bool = False) -> Submission:
    """Sends `row` and ends it."""
    sending = store.outbox.move(row, State.SENDING, later(1), count_attempt=True)
    return store.outbox.move(sending, to, later(2), number_spent=spent or None)


def numbers(store: SqlStore, server: str | None = None) -> list[str]:
    return [row.sealed.key.number for row in store.outbox.rows(server)]


def child(*words: object) -> subprocess.Popen[str]:
    """A process of its own that does what child.py knows under this word."""
    return subprocess.Popen(
        [sys.executable, "-P", str(CHILD), *map(str, words)],
        cwd=TOP,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def past_the_store(store: SqlStore) -> Iterator[Connection]:
    """What somebody does to the tables by hand: each statement is committed by itself."""
    engine = store._database._engine
    if store._database.backend.shared:
        engine = engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection


def without_guards(connection: Connection) -> None:
    """Takes away what stops an alteration."""
    if connection.dialect.name == "postgresql":
        for table in metadata.tables:
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        return
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in connection.exec_driver_sql(triggers).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
