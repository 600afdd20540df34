"""What is a server's own: made once by many at once, guarded, migrated whole, lost and found, told."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import Connection, Select, Text, bindparam, select
from sqlalchemy.exc import IntegrityError

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import ArchiveQuery, DraftRecord, Scope
from einvoice_desktop.store import due
from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.migrations import Migration, open_schema
from einvoice_desktop.store.on_postgres import PostgresBackend
from einvoice_desktop.store.schema import VERSION, drafts, metadata
from einvoice_desktop.store.search import terms_of
from einvoice_desktop.store.sqlite_search import HITS, matching
from tests.store.books import NOW, numbers, request_of
from tests.store.server import GUARDED, Server

PASSWORD = "zx-Κρυφός9#@"


@pytest.fixture
def empty(postgres_server: Server) -> Iterator[str]:
    """A database that nobody has touched yet."""
    template, postgres_server.template = postgres_server.template, "template0"
    address = postgres_server.new_database()
    postgres_server.template = template
    yield address
    postgres_server.drop(address)


@pytest.fixture
def store(empty: str) -> Iterator[SqlStore]:
    opened = open_store(empty)
    yield opened
    opened.close()


def name_of(address: str) -> str:
    return address.rpartition("/")[2]


# --- making and bringing up -------------------------------------------------------------------------


def test_eight_who_come_first_at_once_make_the_tables_once(empty: str) -> None:
    start, stores, errors = threading.Barrier(8), [], []

    def come() -> None:
        start.wait()
        try:
            stores.append(open_store(empty))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is none
            errors.append(error)

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert [store.outbox.seal(request_of(), NOW).sealed.key.number for store in stores] == [
        str(number) for number in range(1, 9)
    ]
    for store in stores:
        store.close()


def test_another_programs_database_is_left_alone(empty: str, postgres_server: Server) -> None:
    with postgres_server.connect(name_of(empty)) as raw:
        raw.execute("CREATE TABLE meta (name text, value text)")
        with pytest.raises(UserError) as error:
            open_store(empty)
        assert error.value.code == "database_foreign"
        assert raw.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [
            ("meta",)
        ]


def test_books_of_a_newer_program_are_left_alone(empty: str, postgres_server: Server) -> None:
    open_store(empty).close()
    with postgres_server.connect(name_of(empty)) as raw:
        raw.execute("UPDATE meta SET value = '999' WHERE name = 'version'")
    with pytest.raises(UserError) as error:
        open_store(empty)
    assert error.value.code == "store_newer"


def add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE drafts ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def lose_a_draft(connection: Connection) -> None:
    add_colour(connection)
    connection.exec_driver_sql("DELETE FROM drafts")


def fail(connection: Connection) -> None:
    add_colour(connection)
    raise RuntimeError("the migration changed its mind")


def migrate(address: str, migration: Migration) -> None:
    database = Database(PostgresBackend(database_address(address), None, 5.0), 5.0)
    try:
        open_schema(database, "", known=VERSION + 1, migrations={VERSION: migration})
    finally:
        database.close()


def test_older_books_are_brought_up(empty: str, store: SqlStore, postgres_server: Server) -> None:
    store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    migrate(empty, add_colour)
    with postgres_server.connect(name_of(empty)) as raw:
        assert raw.execute("SELECT colour FROM drafts").fetchall() == [("red",)]
        assert raw.execute("SELECT value FROM meta WHERE name = 'version'").fetchall() == [
            (str(VERSION + 1),)
        ]


@pytest.mark.parametrize("bad", [fail, lose_a_draft])
def test_a_migration_that_fails_leaves_everything_as_it_was(
    empty: str, store: SqlStore, bad: Migration
) -> None:
    store.outbox.seal(request_of(), NOW)
    store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    with pytest.raises(RuntimeError, match="the migration changed"):
        migrate(empty, bad)
    again = open_store(empty)
    assert numbers(again) == ["1"]
    assert len(again.drafts.rows("practice")) == 1
    again.close()
    migrate(empty, add_colour)


# --- how it is found --------------------------------------------------------------------------------


def plan(store: SqlStore, statement: Select[Any], values: dict[str, Any]) -> str:
    with store._database.writing() as connection:
        # So few rows as a test has are read through, unless that is dear.
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        compiled = statement.compile(connection.engine, compile_kwargs={"render_postcompile": True})
        known = compiled.construct_params(values)
        text = str(compiled)
        rows = connection.exec_driver_sql(f"EXPLAIN {text}", known).all()
    return "\n".join(row[0] for row in rows)


def test_words_are_found_by_their_index(store: SqlStore) -> None:
    question = store._database.backend.question_of(terms_of("practice", ArchiveQuery("καφ")))
    found = select(HITS.c.rowid).where(matching(bindparam("question", type_=Text)))
    assert "submission_words_lexemes" in plan(store, found, {"question": question})


def test_the_worker_looks_at_unsettled_rows_alone(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    known = {"scope_server": None, "scope_issuer": None, "desk": "", "now": None}
    assert "submissions_unsettled" in plan(store, due._DUE, known)


# --- words that no server keeps ---------------------------------------------------------------------


def test_a_nul_and_half_a_letter_stop_no_row(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(source="a\0b\ud83d.json"), NOW)
    assert store.outbox.get(row.id).source == row.source == r"a\x00b\ud83d.json"
    draft_id = store.drafts.save("practice", DraftRecord(b"\0", {"a": "x\0\ud83d"}, "1.1", "n\0"), NOW)
    found = store.drafts.get(draft_id)
    assert found is not None
    assert (found.document, found.typed, found.counterparty_name) == (b"\0", {"a": "x\0\ud83d"}, r"n\x00")


def test_a_word_of_any_length_can_be_sealed_and_found(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(server="http://127.0.0.1/" + "s" * 900, content="c"), NOW)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE submission_words SET words = words || ' ' || repeat('ω', 5000)")
    query = ArchiveQuery("ω" * 70, states=frozenset({row.state}))
    assert [found.id for found in store.archive.page(row.server, query, None, 9).rows] == [row.id]
    assert store.archive.ids("practice", query, None, 9) == []


# --- what goes wrong --------------------------------------------------------------------------------


def test_a_line_that_broke_is_told_and_laid_again(
    empty: str, store: SqlStore, postgres_server: Server
) -> None:
    store.outbox.seal(request_of(), NOW)
    with postgres_server.connect("postgres") as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name_of(empty),)
        )
    with pytest.raises(UserError) as error:
        store.outbox.seal(request_of(), NOW)
    assert error.value.code == "store_unreachable"
    assert error.value.params["host"] == "127.0.0.1"
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


def test_a_line_that_breaks_while_a_transaction_ends_leaves_its_outcome_open(
    store: SqlStore, postgres_server: Server
) -> None:
    def end_its_line(connection: Connection) -> None:
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with postgres_server.connect("postgres") as admin:
            admin.execute("SELECT pg_terminate_backend(%s)", (own,))

    with pytest.raises(UserError) as error, store._database.writing() as connection:
        end_its_line(connection)
    assert error.value.code == "store_outcome_unknown"
    assert store.outbox.due(Scope(), NOW) is None


def test_a_row_that_somebody_holds_for_too_long_is_told(empty: str, store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    hasty = open_store(empty, busy_seconds=0.2)
    place = {"server": "practice", "issuer_vat": "123456789", "branch": 0, "type_code": "1.1", "series": "A"}
    with store._database.writing() as connection:
        store._database.backend.lock_series(connection, place)
        with pytest.raises(UserError) as error:
            hasty.outbox.seal(request_of(), NOW)
    assert error.value.code == "store_busy"
    # Another series is nobody's to wait for.
    with store._database.writing() as connection:
        store._database.backend.lock_series(connection, place)
        connection.exec_driver_sql("SELECT 1")
    hasty.close()


def test_a_server_that_is_not_there_is_told_with_its_host_alone() -> None:
    with pytest.raises(UserError) as error:
        open_store("postgresql://maria:secret-word@127.0.0.1:1/books")
    assert error.value.code == "store_unreachable"
    assert "secret-word" not in repr(error.value) + str(error.value.params)


def test_a_database_that_is_not_there_is_told(postgres_server: Server) -> None:
    with pytest.raises(UserError) as error:
        open_store(postgres_server.address("no_such_books"))
    assert error.value.code == "database_absent"


def test_a_user_without_rights_is_told(empty: str, store: SqlStore, postgres_server: Server) -> None:
    store.outbox.seal(request_of(), NOW)
    with postgres_server.connect(name_of(empty)) as admin:
        admin.execute("DROP ROLE IF EXISTS reader")
        admin.execute("CREATE ROLE reader LOGIN")
        admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    with pytest.raises(UserError) as error:
        open_store(empty.replace("desk@", "reader@"))
    assert error.value.code == "database_read_only"


def test_every_table_is_guarded_against_what_was_sealed(empty: str, store: SqlStore) -> None:
    assert set(metadata.tables) >= {"desks", "drafts", "submissions"}
    store.outbox.seal(request_of(), NOW)
    with psycopg.connect(empty, autocommit=True) as raw, pytest.raises(psycopg.errors.CheckViolation):
        raw.execute("UPDATE submissions SET folder = 'x'")


# --- who may come in --------------------------------------------------------------------------------


@pytest.fixture
def guarded(empty: str, postgres_server: Server) -> Iterator[str]:
    """The address of a user who needs a password; the tables are another's."""
    open_store(empty).close()
    with postgres_server.connect(name_of(empty)) as admin:
        admin.execute(f"CREATE ROLE {GUARDED} LOGIN SUPERUSER PASSWORD '{PASSWORD}'".encode())
        yield postgres_server.address(name_of(empty), GUARDED)
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (GUARDED,))
        admin.execute(f"DROP ROLE {GUARDED}".encode())


def test_the_password_comes_from_the_address_or_from_the_keyring(guarded: str) -> None:
    spelled = guarded.replace("@", f":{quote(PASSWORD, safe='')}@")
    open_store(spelled, folder_id="c" * 32).close()
    asked: list[str] = []

    def keyring(name: str) -> str | None:
        asked.append(name)
        return PASSWORD

    store = open_store(guarded, folder_id="d" * 32, password=keyring)
    assert asked == [database_address(guarded).keyring_name]
    assert PASSWORD not in repr(vars(store._database.backend)) + repr(store._database._engine.url)
    store.close()


@pytest.mark.parametrize("password", [None, "another"])
def test_a_wrong_or_missing_password_is_said_and_not_shown(
    guarded: str, password: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(UserError) as error:
        open_store(guarded, password=lambda _: password)
    assert error.value.code == "store_login_refused"
    told = "".join(traceback.format_exception(error.value)) + repr(error.value.params) + caplog.text
    assert "another" not in told


def test_a_change_or_an_error_of_the_database_shows_no_values(store: SqlStore) -> None:
    with pytest.raises(IntegrityError) as error, store._database.writing() as connection:
        connection.execute(
            drafts.insert(), {"server": "practice", "typed": "Καφεκοπτείο ΑΕ", "type_code": "1.1"}
        )
    assert "Καφεκοπτείο" not in str(error.value).partition("DETAIL")[0]
