"""The index of words on SQLite: an FTS5 table that triggers keep in step with `submission_words`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, BindParameter, ColumnElement, Connection, column, table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from einvoice_desktop.store.search import SIGNS, Term

_NAME = "submission_search"
SHADOWS = f"{_NAME}_"
"""What the names of FTS5's own tables begin with: how many rows they have tells nothing of the books."""
# Words come cut and folded: the tokenizer only parts them at the blanks. Beginnings of up to fourteen
# letters (Παπαδόπουλος has twelve) have indices of their own: a longer one is sought among all hits.
# Positions are not kept, as nothing is asked of them.
_INDEXED = " ".join(map(str, range(1, 15)))
_CREATE = (
    f"CREATE VIRTUAL TABLE {_NAME} USING fts5(words, content = 'submission_words', "
    f"content_rowid = 'submission_id', detail = 'none', columnsize = 0, prefix = '{_INDEXED}', "
    f"tokenize = \"ascii tokenchars '.{SIGNS}'\")"
)
# Small leaves: where a rare word meets a frequent one, a leaf of the frequent one is read to its hit.
_LEAVES = f"INSERT INTO {_NAME} ({_NAME}, rank) VALUES ('pgsz', 1000)"
_ADD = f"INSERT INTO {_NAME} (rowid, words) VALUES (new.submission_id, new.words);"
_DROP = f"INSERT INTO {_NAME} ({_NAME}, rowid, words) VALUES ('delete', old.submission_id, old.words);"
_TRIGGERS = {
    "submission_words_added": f"INSERT ON submission_words BEGIN {_ADD} END",
    "submission_words_changed": f"UPDATE ON submission_words BEGIN {_DROP} {_ADD} END",
    "submission_words_dropped": f"DELETE ON submission_words BEGIN {_DROP} END",
}

_NO_WORD = (Term(SIGNS[0]),)

HITS = table(_NAME, column("rowid", BigInteger))
"""The submissions that are found: `rowid` is the submission's id."""


def create(connection: Connection) -> None:
    """Makes the index; `submission_words` is there, and empty."""
    connection.exec_driver_sql(_CREATE)
    connection.exec_driver_sql(_LEAVES)
    for name, occasion in _TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} AFTER {occasion}")


# A negative number: towards one piece of all, so many leaves at a time.
_MERGE = f"INSERT INTO {_NAME} ({_NAME}, rank) VALUES ('merge', -1000)"
_STRUCTURE = f"SELECT block FROM {_NAME}_data WHERE id = 10"
_COUNT_AT = 5


def pieces(connection: Connection) -> int:
    """How many pieces the index has: each word of a question is sought in every one of them, and FTS5 by
    itself keeps dozens. Counted up to 127, as its structure's record tells in one byte."""
    block: bytes = connection.exec_driver_sql(_STRUCTURE).scalar_one()
    return block[_COUNT_AT] & 0x7F


def merge_a_little(connection: Connection) -> None:
    """A step of some milliseconds towards one piece; what another process has begun goes on."""
    connection.exec_driver_sql(_MERGE)


class Matching(FunctionElement[Any]):
    """Whether a row of HITS answers a question, each database in its own words."""

    name = "matching"
    # A Boolean would be compared with 1, which MATCH does not bear.
    type = NullType()
    inherit_cache = True


@compiles(Matching)
def _in_fts5(element: Matching, compiler: Any, **more: Any) -> str:
    return f"{_NAME} MATCH {compiler.process(element.clauses, **more)}"


@compiles(Matching, "postgresql")
def _in_postgresql(element: Matching, compiler: Any, **more: Any) -> str:
    return f"{_NAME}.lexemes @@ CAST({compiler.process(element.clauses, **more)} AS tsquery)"


def matching(question: BindParameter[str]) -> ColumnElement[bool]:
    """Whether a row of HITS answers `question`, a text of `question_of` (or of postgres_search's)."""
    return Matching(question)


def question_of(groups: Iterable[Sequence[Term]]) -> str:
    """Of each group one, in FTS5's own words; nothing is of an empty group."""
    return " AND ".join("(" + " OR ".join(map(_quoted, group or _NO_WORD)) + ")" for group in groups)


def _quoted(term: Term) -> str:
    doubled = term.word.replace('"', '""')
    return f'"{doubled}"' + ("*" if term.begins else "")
