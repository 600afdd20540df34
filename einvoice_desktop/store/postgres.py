"""All that is PostgreSQL's own: its connections, guards and error numbers. psycopg is imported here alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.address import STRICT, DatabaseAddress
from einvoice_desktop.store.sqlite import GUARDS

APPLICATION = "einvoice-desktop"
"""The comment on the table `meta`: tells our books from any other database."""
CHANGED = "einvoice_changed"
"""The channel that every commit of a change speaks on."""
WATCHED = ("submissions", "drafts")

_log = logging.getLogger(__name__)

# Advisory locks, of this program's own numbers.
SCHEMA_LOCK = 0x65496E76
SERIES_LOCK = 0x65496E77

_STATES = {
    "53100": "disk_full",
    "53300": "store_busy",
    "55P03": "store_busy",
    "57014": "store_busy",
    "40P01": "store_busy",
    "40001": "store_busy",
    "25006": "database_read_only",
    "42501": "database_read_only",
    "28P01": "store_login_refused",
    "28000": "store_login_refused",
    "3D000": "database_absent",
    "58030": "store_failed",
    "XX001": "store_damaged",
    "XX002": "store_damaged",
}
_CLASSES = {"08": "store_unreachable", "57": "store_unreachable", "53": "store_failed", "58": "store_failed"}
# libpq's own words, which no server translates.
_NOT_TRUSTED = ("certificate", "SSL")


def connector(address: DatabaseAddress, password: str | None, seconds: float) -> Callable[..., Any]:
    """Makes psycopg's connections. The password stays in here: no engine and no address shows it."""
    import psycopg

    asked: dict[str, Any] = {
        "host": address.host,
        "port": address.port,
        "user": address.user,
        "dbname": address.name,
        "sslmode": address.sslmode,
        "client_encoding": "UTF8",
        "application_name": APPLICATION,
        "connect_timeout": max(int(seconds), 2),
        # A line that died without a word is noticed within a minute.
        "keepalives_idle": 20,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": 40_000,
        **dict(address.tls_files),
    }
    if address.sslmode == STRICT:
        # The system's authorities, unless the address names its own.
        asked.setdefault("sslrootcert", "system")

    def connect(**more: Any) -> Any:
        connection = psycopg.connect(**asked, password=password, **more)
        before, connection.autocommit = connection.autocommit, True
        # What was committed outlives a power cut, whatever the server is set to.
        connection.execute("SET synchronous_commit = on")
        connection.autocommit = before
        return connection

    return connect


def engine_for(connect: Callable[..., Any], busy_seconds: float) -> Engine:
    """READ COMMITTED: each statement sees what is committed."""
    return create_engine(
        "postgresql+psycopg://",
        creator=connect,
        poolclass=QueuePool,
        pool_timeout=busy_seconds,
        isolation_level="READ COMMITTED",
        hide_parameters=True,
    )


@contextmanager
def told(place: str, host: str) -> Iterator[None]:
    """Raises UserError for what the server or the line to it complains of; bugs go through."""
    import psycopg

    try:
        yield
    except (DBAPIError, psycopg.Error) as error:
        code = code_of(error)
        if code is None:
            raise
        # Without the original: its words may quote names, and values of documents.
        _log.warning("the database: %s %s", code, getattr(getattr(error, "orig", error), "sqlstate", None))
        raise UserError(code, path=place, place=place, host=host) from None
    except PoolTimeout:
        raise UserError("store_busy", path=place) from None


def code_of(error: BaseException) -> str | None:
    """The UserError code of psycopg's error, or of SQLAlchemy's around it; None for what is a bug."""
    original = getattr(error, "orig", None) or error
    state = getattr(original, "sqlstate", None)
    if isinstance(state, str):
        return _STATES.get(state) or _CLASSES.get(state[:2])
    import psycopg

    if not isinstance(original, psycopg.OperationalError | psycopg.InterfaceError):
        return None
    return _of_no_connection(str(original), getattr(original, "pgconn", None))


def _of_no_connection(words: str, connection: Any) -> str:
    """Why no connection came about, or went: libpq gives no number for it."""
    if any(word in words for word in _NOT_TRUSTED) and "pg_hba" not in words:
        return "store_not_trusted"
    if "does not exist" in words and "database" in words:
        return "database_absent"
    asked_for = connection is not None and (connection.needs_password or connection.used_password)
    if (asked_for and "authentication" in words) or "pg_hba" in words or "no password" in words:
        return "store_login_refused"
    return "store_unreachable"


def begin_writing(connection: Connection, busy_seconds: float) -> None:
    """Nobody is waited for longer than `busy_seconds`."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(int(busy_seconds * 1000), 1)}")


def lock(connection: Connection, kind: int, of: str = "") -> None:
    """Until the end of the transaction; two texts of one hash only wait for each other."""
    connection.exec_driver_sql(
        "SELECT pg_advisory_xact_lock(hashtextextended(%(of)s, %(kind)s))", {"of": of, "kind": kind}
    )


def is_ours(connection: Connection) -> bool | None:
    """By the comment on `meta`; None for a schema without tables."""
    comment = connection.exec_driver_sql("SELECT obj_description(to_regclass('meta'), 'pg_class')").scalar()
    if comment == APPLICATION:
        return True
    return False if table_names(connection) else None


def encoding(connection: Connection) -> str:
    """The database's own."""
    return str(connection.exec_driver_sql("SHOW server_encoding").scalar_one())


def finish_schema(connection: Connection) -> None:
    """The mark, the guards of what is never altered, and the word that goes out at each change."""
    connection.exec_driver_sql(f"COMMENT ON TABLE meta IS '{APPLICATION}'")
    set_guards(connection)
    connection.exec_driver_sql(
        "CREATE FUNCTION einvoice_tell() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN PERFORM pg_notify('{CHANGED}', ''); RETURN NULL; END $$"
    )
    for table in WATCHED:
        # For each row, so that a statement that changes nothing wakes nobody.
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_told AFTER INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION einvoice_tell()"
        )


def set_guards(connection: Connection) -> None:
    """The guards of sqlite.GUARDS as they are now, whatever an older version had set."""
    for name, occasion in GUARDS.items():
        event, _, condition = occasion.partition(" WHEN ")
        table = event.split(" ON ")[1].strip()
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition or 'true'} THEN RAISE EXCEPTION '{name}' USING ERRCODE = '23514'; END IF; "
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        )
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {event} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


def table_names(connection: Connection) -> list[str]:
    """Of the schema that tables are made in."""
    rows = connection.exec_driver_sql(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    )
    return [name for (name,) in rows]


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in table_names(connection)
    }


def series_key(place: Mapping[str, Any]) -> str:
    """A series as one text: what numbers run in, each part told apart from the next."""
    return "\x1f".join(str(place[name]) for name in sorted(place))
