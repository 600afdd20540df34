"""The tables of the books. Every row names its server: no row ever moves from one environment to another."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Double,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    and_,
    false,
    literal_column,
    or_,
)

from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.store.columns import DecimalText, UtcMicros, Words

VERSION = 6
"""Of the schema below; migrations.py knows how older books come here."""

# The rows of `meta`.
SCHEMA_VERSION = "version"
FOLDER_ID = "folder_id"
JOURNAL_HEAD = "journal_head"
RESTORED_AT = "restored_at"
"""When the books last came back from a copy; not there in books that never did."""
RESTORED_DRAFTS = "restored_drafts"
"""The highest id of the drafts that came back then, and after a space when that copy was made."""

SERIES = ("server", "issuer_vat", "branch", "type_code", "series")
"""What numbers run in. Texts are compared byte for byte: Latin A and Greek Α are two series (RULES 10)."""

metadata = MetaData()
# SQLite numbers rows by itself only where the column is INTEGER.
_ID = BigInteger().with_variant(Integer, "sqlite")


def _id_column() -> Column[int]:
    return Column("id", _ID, primary_key=True, autoincrement=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _words(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), _text("value"))

drafts = Table(
    "drafts",
    metadata,
    _id_column(),
    _text("server"),
    _words("type_code"),
    _words("counterparty_name"),
    Column("gross", DecimalText, nullable=False),
    Column("updated_at", UtcMicros, nullable=False),
    _text("typed"),
    Column("document", LargeBinary, nullable=False),
    # One more at each save: whoever has read an older one is told instead of winning.
    Column("version", Integer, nullable=False, server_default="1"),
    # The name of the computer that saved it last, for people.
    Column("saved_by", Words, nullable=False, server_default=""),
    Index("drafts_newest", "server", "updated_at"),
    # A deleted draft's id is never given again: a late save of it cannot fall upon another draft.
    sqlite_autoincrement=True,
)

series = Table(
    "series",
    metadata,
    Column("server", Text, primary_key=True),
    Column("issuer_vat", Text, primary_key=True),
    Column("branch", Integer, primary_key=True),
    Column("type_code", Text, primary_key=True),
    Column("series", Text, primary_key=True),
    # Text: a number has up to 50 characters (RULES 1), an integer of a database 19 digits.
    _text("last_number"),
    # The books came back from a copy: others may have been given since, so a person is asked before the next.
    Column("unsure", Boolean, nullable=False, server_default=false()),
)

submissions = Table(
    "submissions",
    metadata,
    _id_column(),
    _text("server"),
    # The data folder that sealed it; for stores that several desks share.
    _text("folder"),
    _text("sign_in"),
    _flag("encrypted"),
    _text("state"),
    _text("issuer_vat"),
    _text("date"),
    Column("branch", Integer, nullable=False),
    _text("type_code"),
    _text("series"),
    _text("number"),
    # The number as numbers are told apart: 7 for 007 too (columns.number_key).
    _text("number_key"),
    _words("internal_id"),
    _text("content_hash"),
    _words("counterparty_name"),
    _words("counterparty_vat"),
    _words("currency"),
    Column("gross", DecimalText, nullable=False),
    _words("source"),
    Column("sealed_at", UtcMicros, nullable=False),
    Column("changed_at", UtcMicros, nullable=False),
    Column("next_try_at", UtcMicros),
    Column("attempts", Integer, nullable=False),
    _flag("may_have_arrived"),
    _flag("number_spent"),
    _words("reason"),
    _words("message"),
    _text("receipt"),
    _text("problems"),
    # The data folder that sends it: the one that sealed it, or the one that took it up after its death.
    Column("sender", Text, nullable=False, server_default=""),
    # What the bytes are (submission.Kind).
    Column("kind", Text, nullable=False, server_default="document"),
    CheckConstraint(
        "state IN (" + ", ".join(f"'{state}'" for state in State if state is not State.DRAFT) + ")",
        name="submissions_state_known",
    ),
    sqlite_autoincrement=True,
)

payloads = Table(
    "payloads",
    metadata,
    # Apart from their rows, so that a list reads none of the bytes.
    Column("submission_id", _ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)

provider_files = Table(
    "provider_files",
    metadata,
    # What was fetched from the provider's own page of a document: its PDF, the authority's XML.
    Column("submission_id", _ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("form", Text, primary_key=True),
    Column("fetched_at", UtcMicros, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

earlier_seals = Table(
    "earlier_seals",
    metadata,
    # What a submission was sealed as before its date had passed and it was sealed again under its number.
    _id_column(),
    Column("submission_id", _ID, ForeignKey("submissions.id"), nullable=False),
    _text("date"),
    Column("replaced_at", UtcMicros, nullable=False),
    # The journal's last entry before: entries up to it are of these bytes.
    Column("last_attempt", _ID, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("earlier_seals_submission", "submission_id"),
    sqlite_autoincrement=True,
)

submission_words = Table(
    "submission_words",
    metadata,
    # Apart too, as it changes while the row does not: what the archive finds a row by (search.py).
    Column("submission_id", _ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    _words("words"),
)


def _cents(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


submission_sums = Table(
    "submission_sums",
    metadata,
    # What a document adds up to, in whole cents, so that a database adds them exactly.
    Column("submission_id", _ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    *(
        _cents(name)
        for name in (
            "net",
            "vat",
            "gross",
            "withheld",
            "fees",
            "stamp_duty",
            "other_taxes",
            "deductions",
            "payable",
        )
    ),
)

submission_vat = Table(
    "submission_vat",
    metadata,
    # The same by VAT category; exemption 0 for none.
    Column("submission_id", _ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("category", Integer, primary_key=True, autoincrement=False),
    Column("exemption", Integer, primary_key=True, autoincrement=False),
    _cents("net"),
    _cents("vat"),
)

desks = Table(
    "desks",
    metadata,
    # The data folders that have these books open, where they are shared.
    Column("folder", Text, primary_key=True),
    _words("name"),
    # By the database's own clock, whole microseconds since 1970: dead from then on unless it is renewed.
    Column("lease_until", BigInteger, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    _id_column(),
    Column("submission_id", _ID, ForeignKey("submissions.id"), nullable=False),
    Column("started_at", UtcMicros, nullable=False),
    Column("ended_at", UtcMicros, nullable=False),
    _text("kind"),
    _words("reason"),
    _words("message"),
    Column("http_status", Integer),
    Column("retry_after", Double),
    Column("server_date", UtcMicros),
    _text("receipt"),
    _text("problems"),
    _text("prev_hash"),
    _text("hash"),
    Column("answer", LargeBinary, nullable=False),
    Index("attempts_submission", "submission_id"),
    sqlite_autoincrement=True,
)


def state_among(table: FromClause, states: Iterable[State]) -> ColumnElement[bool]:
    """`table`'s state is one of `states`, as constants: with parameters no partial index is used."""
    return table.c.state.in_([literal_column(f"'{state}'") for state in sorted(states)])


def in_no_index(column: Column[str]) -> ColumnElement[str]:
    """The same text, by which no index is sought: for the newest of a table, which most often are of these
    books, SQLite would otherwise read and sort all that are."""
    return column + literal_column("''")


def unsettled(table: FromClause) -> ColumnElement[bool]:
    """Waiting, sending or unknown: the few rows that the worker looks at. The condition of its indices."""
    return state_among(table, UNSETTLED)


def mark_asked_for(table: FromClause) -> ColumnElement[bool]:
    """Issued, and its MARK is still to be asked for. The condition of its index."""
    return and_(state_among(table, [State.ISSUED]), table.c.next_try_at.is_not(None))


HOLDS_NUMBER: ColumnElement[bool] = or_(
    submissions.c.state != literal_column(f"'{State.REFUSED}'"), submissions.c.number_spent
)
"""A row's number is taken, unless it was refused and the number is not spent."""

_SERIES_COLUMNS = [submissions.c[name] for name in SERIES]

Index(
    "submissions_number",
    *_SERIES_COLUMNS,
    submissions.c.number_key,
    unique=True,
    sqlite_where=HOLDS_NUMBER,
)
Index(
    "submissions_unsettled",
    submissions.c.id,
    sqlite_where=unsettled(submissions),
)
Index(
    "submissions_unsettled_series",
    *_SERIES_COLUMNS,
    submissions.c.id,
    sqlite_where=unsettled(submissions),
)
Index("submissions_server_state", submissions.c.server, submissions.c.state)
MARK_ASKED_FOR = Index(
    "submissions_mark_asked_for",
    submissions.c.next_try_at,
    sqlite_where=mark_asked_for(submissions),
)

# For the outbox: what was issued of late, and who has a number, refused ones included.
_ISSUED = submissions.c.state == literal_column(f"'{State.ISSUED}'")
Index(
    "submissions_issued_at",
    submissions.c.server,
    submissions.c.changed_at,
    sqlite_where=_ISSUED,
)
# For the figures of a month.
Index(
    "submissions_issued_on",
    submissions.c.server,
    submissions.c.date,
    sqlite_where=_ISSUED,
)
# The few that are no documents themselves: a document is credited as a whole once.
_CREDITS = submissions.c.kind == literal_column(f"'{Kind.CREDIT}'")
Index(
    "submissions_credits",
    submissions.c.server,
    submissions.c.content_hash,
    sqlite_where=_CREDITS,
)
Index("submissions_place", *_SERIES_COLUMNS, submissions.c.number_key, submissions.c.id)


def teach_postgres() -> None:
    """Says to PostgreSQL too which rows an index is of. SQLAlchemy loads a dialect for its first word, and
    most desks have no PostgreSQL."""
    for table in metadata.tables.values():
        for index in table.indexes:
            which = index.dialect_options["sqlite"]["where"]
            if which is not None:
                index.dialect_kwargs["postgresql_where"] = which
