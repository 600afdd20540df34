"""To the version that knows credits through the provider and keeps what was fetched of its pages.

Credits are found by the MARK that they name from this version on."""

from __future__ import annotations

from sqlalchemy import Connection, text

from einvoice_desktop.domain.credited import credited_marks
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.store import sqlite
from einvoice_desktop.store.search import credit_word

# The tables as that version has them, whatever becomes of schema.py later.
_BYTES = {"sqlite": "BLOB", "postgresql": "BYTEA"}
_ID = {"sqlite": "INTEGER", "postgresql": "BIGINT"}
_KIND = text("ALTER TABLE submissions ADD COLUMN kind TEXT DEFAULT 'document' NOT NULL")
_INDEX = text("CREATE INDEX submissions_credits ON submissions (server, content_hash) WHERE kind = 'credit'")
_CREDITS = text(
    "SELECT submissions.id, payload FROM submissions JOIN payloads ON submission_id = submissions.id "
    "WHERE type_code IN ('5.1', '11.4')"
)
_ADD_WORDS = text("UPDATE submission_words SET words = words || :more WHERE submission_id = :id")
_FILES = (
    "CREATE TABLE provider_files (submission_id {id} NOT NULL, form TEXT NOT NULL, "
    "fetched_at BIGINT NOT NULL, content {bytes} NOT NULL, PRIMARY KEY (submission_id, form), "
    "FOREIGN KEY(submission_id) REFERENCES submissions (id))"
)


def credits_and_files(connection: Connection) -> None:
    """migrations.Migration, on both databases."""
    name = connection.dialect.name
    connection.execute(_KIND)
    connection.execute(_INDEX)
    connection.execute(text(_FILES.format(id=_ID[name], bytes=_BYTES[name])))
    _name_what_is_credited(connection)
    # The new column is of what is sealed and never altered.
    if name == "sqlite":
        sqlite.set_guards(connection)
    else:
        from einvoice_desktop.store import postgres

        postgres.set_guards(connection)


def _name_what_is_credited(connection: Connection) -> None:
    for id_, payload in connection.execute(_CREDITS).all():
        try:
            marks = credited_marks(read_document(bytes(payload)))
        except UnreadableDocument:
            # Whatever it is, it credits nothing that could be named.
            continue
        if marks:
            connection.execute(_ADD_WORDS, {"id": id_, "more": "".join(f" {credit_word(m)}" for m in marks)})
