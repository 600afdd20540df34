"""The tables of the office's own books beside its documents: customers, items, templates."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from einvoice_desktop.store.columns import DecimalText, UtcMicros, Words
from einvoice_desktop.store.schema import metadata

_ID = BigInteger().with_variant(Integer, "sqlite")


def _cards(name: str) -> Table:
    table = Table(
        name,
        metadata,
        Column("id", _ID, primary_key=True, autoincrement=True),
        # What makes it one and the same; of several without any, each is itself.
        Column("key", Words, nullable=False),
        Column("updated_at", UtcMicros, nullable=False),
        # One more at each save: whoever has read an older one is told instead of winning.
        Column("version", Integer, nullable=False, server_default="1"),
        Column("saved_by", Words, nullable=False, server_default=""),
        Column("card", LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    Index(f"{name}_key", table.c.key, unique=True, sqlite_where=table.c.key != "")
    return table


customers = _cards("customers")
items = _cards("items")

templates = Table(
    "templates",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("name", Words, nullable=False),
    Column("type_code", Words, nullable=False),
    Column("counterparty_name", Words, nullable=False),
    Column("gross", DecimalText, nullable=False),
    Column("monthly", Integer, nullable=False),
    Column("next_on", Text, nullable=False),
    Column("updated_at", UtcMicros, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("saved_by", Words, nullable=False, server_default=""),
    Column("typed", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
