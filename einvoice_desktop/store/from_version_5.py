"""To the version that keeps customers, items and templates, and what each document adds up to."""

from __future__ import annotations

from sqlalchemy import Connection, text

from einvoice_desktop.store.sums_of_older import fill_sums

# The tables as that version has them, whatever becomes of the schema later.
_KEYS = {
    "sqlite": {
        "id": "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT",
        "end": "",
        "key": "INTEGER",
        "bytes": "BLOB",
    },
    "postgresql": {
        "id": "BIGSERIAL NOT NULL",
        "end": ", PRIMARY KEY (id)",
        "key": "BIGINT",
        "bytes": "BYTEA",
    },
}
_NO = {"sqlite": "0", "postgresql": "false"}
_CARDS = (
    'CREATE TABLE {table} (id {id}, "key" TEXT NOT NULL, updated_at BIGINT NOT NULL, '
    "version INTEGER DEFAULT '1' NOT NULL, saved_by TEXT DEFAULT '' NOT NULL, card {bytes} NOT NULL{end})"
)
_CARD_KEY = 'CREATE UNIQUE INDEX {table}_key ON {table} ("key") WHERE "key" != \'\''
_TEMPLATES = (
    "CREATE TABLE templates (id {id}, name TEXT NOT NULL, type_code TEXT NOT NULL, "
    "counterparty_name TEXT NOT NULL, gross TEXT NOT NULL, monthly INTEGER NOT NULL, next_on TEXT NOT NULL, "
    "updated_at BIGINT NOT NULL, version INTEGER DEFAULT '1' NOT NULL, saved_by TEXT DEFAULT '' NOT NULL, "
    "typed TEXT NOT NULL, document {bytes} NOT NULL{end})"
)
_SUMS = (
    "CREATE TABLE submission_sums (submission_id {key} NOT NULL, net BIGINT NOT NULL, "
    "vat BIGINT NOT NULL, gross BIGINT NOT NULL, withheld BIGINT NOT NULL, fees BIGINT NOT NULL, "
    "stamp_duty BIGINT NOT NULL, other_taxes BIGINT NOT NULL, deductions BIGINT NOT NULL, "
    "payable BIGINT NOT NULL, PRIMARY KEY (submission_id), "
    "FOREIGN KEY(submission_id) REFERENCES submissions (id))"
)
_VAT = (
    "CREATE TABLE submission_vat (submission_id {key} NOT NULL, category INTEGER NOT NULL, "
    "exemption INTEGER NOT NULL, net BIGINT NOT NULL, vat BIGINT NOT NULL, "
    "PRIMARY KEY (submission_id, category, exemption), "
    "FOREIGN KEY(submission_id) REFERENCES submissions (id))"
)
_ISSUED_ON = "CREATE INDEX submissions_issued_on ON submissions (server, date) WHERE state = 'issued'"
_BLANK = {"sqlite": "instr(words, ' ')", "postgresql": "strpos(words, ' ')"}
# The second word told the state alone ("!i"), and tells whose state from now on.
_STATES = (
    "UPDATE submission_words SET words = substr(words, 1, {blank} + 2) || substr(words, 1, {blank} - 1) || "
    "substr(words, {blank} + 3) WHERE words LIKE '@% !_ %'"
)


def office_and_sums(connection: Connection) -> None:
    """migrations.Migration, on both databases."""
    name = connection.dialect.name
    words = _KEYS[name]
    connection.execute(text(f"ALTER TABLE series ADD COLUMN unsure BOOLEAN DEFAULT {_NO[name]} NOT NULL"))
    for table in ("customers", "items"):
        connection.execute(text(_CARDS.format(table=table, **words)))
        connection.execute(text(_CARD_KEY.format(table=table)))
    for statement in (_TEMPLATES, _SUMS, _VAT, _ISSUED_ON):
        connection.execute(text(statement.format(**words)))
    connection.execute(text(_STATES.format(blank=_BLANK[name])))
    fill_sums(connection)
