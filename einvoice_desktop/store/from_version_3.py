"""To the version in which several desks share the books: who sends a row, who is alive, whose draft it is."""

from __future__ import annotations

from sqlalchemy import Connection, text

# The tables as that version has them, whatever becomes of schema.py later.
_STEPS = (
    text(
        "CREATE TABLE desks (folder TEXT NOT NULL, name TEXT NOT NULL, lease_until BIGINT NOT NULL, "
        "PRIMARY KEY (folder))"
    ),
    text("ALTER TABLE drafts ADD COLUMN version INTEGER DEFAULT '1' NOT NULL"),
    text("ALTER TABLE drafts ADD COLUMN saved_by TEXT DEFAULT '' NOT NULL"),
    text("ALTER TABLE submissions ADD COLUMN sender TEXT DEFAULT '' NOT NULL"),
    text("UPDATE submissions SET sender = folder WHERE sender <> folder"),
)


def several_desks(connection: Connection) -> None:
    """migrations.Migration."""
    for step in _STEPS:
        connection.execute(step)
