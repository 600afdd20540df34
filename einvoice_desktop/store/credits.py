"""Credits: what credits a document already, and that each is credited as a whole once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, Text, bindparam, literal_column, select

from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind, Submission
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import payloads, submissions
from einvoice_desktop.store.search import Term, terms_of_credits
from einvoice_desktop.store.sqlite_search import HITS, matching

_ROW = submissions.c
_THERE = (
    select(*LISTED, payloads.c.payload)
    .join_from(submissions, payloads, payloads.c.submission_id == _ROW.id)
    .where(
        _ROW.server == bindparam("server"),
        _ROW.content_hash == bindparam("content"),
        _ROW.kind == literal_column(f"'{Kind.CREDIT}'"),
        _ROW.state != literal_column(f"'{State.REFUSED}'"),
    )
    .order_by(_ROW.id)
)


def credit_there(connection: Connection, request: SealRequest) -> Submission | None:
    """The credit with this content that was not refused; None where there is none."""
    asked = {"server": request.server, "content": request.content_hash}
    row = connection.execute(_THERE, asked).first()
    return None if row is None else submission_of(row)


_OF_MARK = (
    select(*LISTED, payloads.c.payload)
    .join_from(HITS, submissions, _ROW.id == HITS.c.rowid)
    .join(payloads, payloads.c.submission_id == _ROW.id)
    .where(matching(bindparam("question", type_=Text)))
    .order_by(_ROW.id)
)
QuestionOf = Callable[[Iterable[Sequence[Term]]], str]


def credits_of(connection: Connection, server: str, mark: str, question_of: QuestionOf) -> list[Submission]:
    """What credits the document with this MARK, issued or on its way, in the order of sealing, with bytes."""
    asked = {"question": question_of(terms_of_credits(server, mark))}
    return [submission_of(row) for row in connection.execute(_OF_MARK, asked)]
