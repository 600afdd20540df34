"""From version 1 of the books to 2: the archive's words of every submission, the outbox's indices."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store import sqlite_search
from einvoice_desktop.store.rows import receipt_of
from einvoice_desktop.store.search import indexed_words

_AT_ONCE = 1000

# The tables as version 1 has them, whatever becomes of schema.py later.
_CREATE = text(
    "CREATE TABLE submission_words (submission_id INTEGER NOT NULL, words TEXT NOT NULL, "
    "PRIMARY KEY (submission_id), FOREIGN KEY(submission_id) REFERENCES submissions (id))"
)
_INDICES = (
    text("CREATE INDEX submissions_issued_at ON submissions (server, changed_at) WHERE state = 'issued'"),
    text(
        "CREATE INDEX submissions_place ON submissions "
        "(server, issuer_vat, branch, type_code, series, number_key, id)"
    ),
)
_NEXT = text(
    "SELECT id, server, state, type_code, date, series, number, counterparty_name, counterparty_vat, receipt "
    "FROM submissions WHERE id > :after ORDER BY id LIMIT :most"
)
_ADD = text("INSERT INTO submission_words (submission_id, words) VALUES (:id, :words)")


def from_version_1(connection: Connection) -> None:
    """migrations.Migration: takes no memory that grows with the books."""
    connection.execute(_CREATE)
    for index in _INDICES:
        connection.execute(index)
    sqlite_search.create(connection)
    after = 0
    while rows := connection.execute(_NEXT, {"after": after, "most": _AT_ONCE}).all():
        connection.execute(_ADD, [{"id": row.id, "words": _words(row)} for row in rows])
        after = rows[-1].id


def _words(row: Any) -> str:
    receipt = receipt_of(row.receipt)
    return indexed_words(
        server=row.server,
        state=State(row.state),
        type_code=row.type_code,
        date=row.date,
        series=row.series,
        number=row.number,
        name=row.counterparty_name,
        vat=row.counterparty_vat,
        mark=receipt.mark if receipt else "",
    )
