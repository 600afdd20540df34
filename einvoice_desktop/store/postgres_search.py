"""The index of words on PostgreSQL: a column that follows `submission_words` by itself, with a GIN index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from einvoice_desktop.store.search import SIGNS, Term

# A lexeme has less than 2,048 bytes. A longer word is cut, its hash in the place of what is cut off: typed
# beginnings are shorter, and whole words that are asked for are cut alike.
_LONGEST, _KEPT = 500, 460
_CREATE = (
    "CREATE FUNCTION submission_lexemes(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS "
    "$$ SELECT coalesce(array_to_tsvector(array_agg(CASE WHEN length(word) <= "
    f"{_LONGEST} THEN word ELSE left(word, {_KEPT}) || md5(word) END)), ''::tsvector) "
    "FROM unnest(string_to_array(words, ' ')) AS word WHERE word <> '' $$",
    "ALTER TABLE submission_words ADD COLUMN lexemes tsvector "
    "GENERATED ALWAYS AS (submission_lexemes(words)) STORED",
    "CREATE INDEX submission_words_lexemes ON submission_words USING gin (lexemes)",
    # Under the names that the index has on SQLite, so that both are asked with the same statements.
    "CREATE VIEW submission_search AS SELECT submission_id AS rowid, lexemes FROM submission_words",
)
_NO_WORD = (Term(SIGNS[0]),)


def create(connection: Connection) -> None:
    """Makes the index; `submission_words` is there."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def question_of(groups: Iterable[Sequence[Term]]) -> str:
    """Of each group one, as a tsquery; nothing is of an empty group."""
    return " & ".join("(" + " | ".join(map(_quoted, group or _NO_WORD)) + ")" for group in groups)


def _quoted(term: Term) -> str:
    word = term.word
    if len(word) > _LONGEST:
        # md5 as the database has it; no secret hangs on it.
        word = word[:_KEPT] + hashlib.md5(word.encode(), usedforsecurity=False).hexdigest()
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'" + (":*" if term.begins else "")
