"""To the version that knows credits through the provider and keeps what was fetched of its pages."""

from __future__ import annotations

from sqlalchemy import Connection, text

from einvoice_desktop.store import sqlite

# The tables as that version has them, whatever becomes of schema.py later.
_BYTES = {"sqlite": "BLOB", "postgresql": "BYTEA"}
_ID = {"sqlite": "INTEGER", "postgresql": "BIGINT"}
_KIND = text("ALTER TABLE submissions ADD COLUMN kind TEXT DEFAULT 'document' NOT NULL")
_INDEX = text("CREATE INDEX submissions_credits ON submissions (server, content_hash) WHERE kind = 'credit'")
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
    # The new column is of what is sealed and never altered.
    if name == "sqlite":
        sqlite.set_guards(connection)
    else:
        from einvoice_desktop.store import postgres

        postgres.set_guards(connection)
