"""Books of version 4 come over on both databases: every row is a document, the guards know the new column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from einvoice_desktop.app.ports import Form, KeptFile
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.store import postgres, sqlite
from einvoice_desktop.store.engine import open_store
from tests.store.books import NOW, request_of
from tests.store.older import as_version_5


def as_version_4(store) -> None:  # type: ignore[no-untyped-def]
    """What that version did not know is taken out again."""
    as_version_5(store)
    database = store._database
    guards = dict(sqlite.GUARDS)
    with database.writing() as connection:
        on_server = connection.dialect.name == "postgresql"
        drop = "DROP TRIGGER submissions_sealed" + (" ON submissions" if on_server else "")
        connection.execute(text(drop))
        connection.execute(text("DROP TABLE provider_files"))
        connection.execute(text("DROP INDEX submissions_credits"))
        connection.execute(text("ALTER TABLE submissions DROP COLUMN kind"))
        old = {"submissions_sealed": guards["submissions_sealed"].replace(", kind", "")}
        engine = postgres if on_server else sqlite
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(engine, "GUARDS", old)
            engine.set_guards(connection)
        connection.execute(text("UPDATE meta SET value = '4' WHERE name = 'version'"))


def test_credits_of_older_books_are_found_by_what_they_credit(database) -> None:  # type: ignore[no-untyped-def]
    store = open_store(database)
    mark = "400001000000001"
    payload = b'{"invoiceTypeCode": "5.1", "correlatedInvoices": [400001000000001]}'
    plain = request_of(type_code="5.1")
    credit = store.outbox.seal(
        replace(plain, build=lambda number: replace(plain.build(number), payload=payload)), NOW
    )
    store.outbox.seal(request_of(type_code="5.1", content="another"), NOW)
    with store._database.writing() as connection:
        connection.execute(
            text("UPDATE submission_words SET words = replace(words, :word, '')"), {"word": f" =c{mark}"}
        )
    assert store.outbox.credits_of(credit.server, mark) == []
    as_version_4(store)
    store.close()
    again = open_store(database)
    assert [row.id for row in again.outbox.credits_of(credit.server, mark)] == [credit.id]
    again.close()


def test_rows_come_over_and_nobody_changes_their_kind(database) -> None:  # type: ignore[no-untyped-def]
    store = open_store(database)
    row = store.outbox.seal(request_of(), NOW)
    as_version_4(store)
    store.close()
    again = open_store(database)
    assert again.outbox.get(row.id) == row
    assert row.sealed.kind is Kind.DOCUMENT
    again.kept.keep(row.id, Form.PDF, KeptFile(b"%PDF-", NOW))
    assert again.outbox.first_broken_attempt() is None
    with pytest.raises(DBAPIError), again._database.writing() as connection:
        connection.execute(text("UPDATE submissions SET kind = 'credit'"))
    again.close()
