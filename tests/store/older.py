"""Books as older versions of the program left them."""

from __future__ import annotations

import re

from sqlalchemy import text

from einvoice_desktop.store.engine import SqlStore

_NEW_IN_6 = ("customers", "items", "templates", "submission_sums", "submission_vat")


def as_version_5(store: SqlStore) -> None:
    """What that version did not know is taken out again."""
    with store._database.writing() as connection:
        for table in _NEW_IN_6:
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("DROP INDEX submissions_issued_on"))
        for row_id, words in connection.execute(
            text("SELECT submission_id, words FROM submission_words")
        ).all():
            parted = text("UPDATE submission_words SET words = :words WHERE submission_id = :id")
            connection.execute(parted, {"id": row_id, "words": re.sub(r" (![iro])@[0-9a-f]+", r" \1", words)})
        connection.execute(text("ALTER TABLE series DROP COLUMN unsure"))
        connection.execute(text("UPDATE meta SET value = '5' WHERE name = 'version'"))
