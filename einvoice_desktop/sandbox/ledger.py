"""What was issued, and what is being worked on: one UID is issued once, by the database's word."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.fields import Node, read_json
from einvoice_desktop.sandbox.identity import FIRST_AMENDMENT, Issued, issue
from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.objections import cents
from einvoice_desktop.sandbox.receipts import read_any
from einvoice_desktop.sandbox.registry import Original

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from einvoice_desktop.sandbox.database import Database
    from einvoice_desktop.sandbox.document import Document

LOCK_SECONDS = 120
"""How long a UID stays locked while its document is in process or after a simulated timeout (seen 2026)."""


class Standing(Enum):
    """What a claim on a UID found."""

    FREE = "free"
    BUSY = "busy"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Claim:
    """A lock on `uid` held by `owner`; only meaningful when `standing` is FREE."""

    uid: str
    owner: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """An issued document: the answer it got and the body that was sent."""

    answer: Mapping[str, object]
    body: bytes


class Ledger:
    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, uid: str, now: datetime) -> Claim:
        """Locks a UID for LOCK_SECONDS unless it is issued or locked already."""
        claim = Claim(uid, secrets.token_hex(8), Standing.FREE)
        with self._database.transaction() as connection:
            if connection.execute("SELECT 1 FROM documents WHERE uid = ?", (uid,)).fetchone():
                return Claim(uid, claim.owner, Standing.ISSUED)
            row = connection.execute("SELECT until FROM in_process WHERE uid = ?", (uid,)).fetchone()
            if row is not None and row[0] > now.timestamp():
                return Claim(uid, claim.owner, Standing.BUSY)
            until = now.timestamp() + LOCK_SECONDS
            connection.execute(
                "INSERT OR REPLACE INTO in_process VALUES (?, ?, ?)", (uid, claim.owner, until)
            )
        return claim

    def release(self, claim: Claim) -> None:
        """Frees the UID at once, unless somebody else has locked it since."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM in_process WHERE uid = ? AND owner = ?", (claim.uid, claim.owner))

    def record(
        self,
        claim: Claim,
        document: Document,
        issued: datetime,
        body: bytes,
        answer: Callable[[Issued], Mapping[str, object]],
    ) -> Mapping[str, object] | None:
        """Issues the document and frees its UID in one transaction; None when it was issued meanwhile.

        `answer` builds the members of the answer, which are kept with the document.
        """
        with self._database.transaction() as connection:
            if connection.execute("SELECT 1 FROM documents WHERE uid = ?", (claim.uid,)).fetchone():
                return None
            running = _next_running(connection)
            names = issue(document, issued, claim.uid, running, body)
            members = answer(names)
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    running,
                    names.uid,
                    names.mark,
                    names.signature,
                    document.issuer.digits,
                    document.counterparty.digits,
                    document.invoice_type,
                    format(cents(document.summaries.net or ZERO), "f"),
                    _credited_mark(document),
                    json.dumps(members, ensure_ascii=False),
                    body,
                ),
            )
            connection.execute("DELETE FROM in_process WHERE uid = ?", (claim.uid,))
        return members

    def by_uid(self, uid: str) -> Entry | None:
        return self._entry("uid = ?", uid)

    def by_mark(self, issuer: str, mark: str) -> Entry | None:
        """The document of `issuer` (VAT digits) with that MARK."""
        if not (mark.isascii() and mark.isdigit() and len(mark) <= 18):
            return None
        return self._entry("mark = ? AND issuer = ?", int(mark), issuer)

    def credit_of(self, issuer: str, mark: str) -> Entry | None:
        """The first credit of the document with that MARK."""
        if not (mark.isascii() and mark.isdigit() and len(mark) <= 18):
            return None
        return self._entry("credits_mark = ? AND issuer = ? ORDER BY running", int(mark), issuer)

    def by_signature(self, signature: str) -> Entry | None:
        return self._entry("signature = ?", signature)

    def another(self, uid: str) -> Entry | None:
        """The latest document with another UID."""
        return self._entry("uid <> ? ORDER BY running DESC", uid)

    def original(self, mark: str, issuer: str = "") -> Original | None:
        """The document with that MARK, of `issuer` or of anyone; what credit notes took of its net so far."""
        if not (mark.isascii() and mark.isdigit() and len(mark) <= 18):
            return None
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT invoice_type, counterparty, net, body FROM documents"
                " WHERE mark = ? AND ? IN (issuer, '')",
                (int(mark), issuer),
            ).fetchone()
            if row is None:
                return None
            rows = connection.execute("SELECT net FROM documents WHERE credits_mark = ?", (int(mark),))
            credited = sum((Decimal(net) for (net,) in rows), ZERO)
            cancelled = connection.execute(
                "SELECT 1 FROM cancellations WHERE mark = ?", (int(mark),)
            ).fetchone()
        gross = read_any(Node.root(read_json(row[3]))).summaries.gross or ZERO
        return Original(row[0], row[1], Decimal(row[2]), cents(gross), credited, cancelled is not None)

    def cancel(self, mark: int, body: bytes) -> int | None:
        """The MARK of the cancellation; None when the document is cancelled already."""
        with self._database.transaction() as connection:
            if connection.execute("SELECT 1 FROM cancellations WHERE mark = ?", (mark,)).fetchone():
                return None
            given = _amended(connection, mark, body)
            connection.execute("INSERT INTO cancellations VALUES (?, ?)", (mark, given))
        return given

    def amend(self, mark: int, body: bytes) -> int:
        """Records what was sent about an issued document; the MARK that it got."""
        with self._database.transaction() as connection:
            return _amended(connection, mark, body)

    def _entry(self, condition: str, *values: str | int) -> Entry | None:
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT answer, body FROM documents WHERE {condition} LIMIT 1", values
            ).fetchone()
        return None if row is None else Entry(json.loads(row[0]), row[1])


def _amended(connection: sqlite3.Connection, mark: int, body: bytes) -> int:
    cursor = connection.execute("INSERT INTO amendments (mark, body) VALUES (?, ?)", (mark, body))
    return FIRST_AMENDMENT + (cursor.lastrowid or 0)


def _next_running(connection: sqlite3.Connection) -> int:
    """One more than any number given before; the write transaction keeps others from taking it."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").fetchone()
    return 1 if row is None else int(row[0]) + 1


def _credited_mark(document: Document) -> int | None:
    named = {"5.1": document.correlated, "11.4": document.connected}.get(document.invoice_type, ())
    if len(named) != 1:
        return None
    mark = named[0]
    return int(mark) if mark.isascii() and mark.isdigit() and len(mark) <= 18 else None
