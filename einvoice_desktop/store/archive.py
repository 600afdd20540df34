"""The archive: sealed submissions found by words and filters, newest first, page by page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Select,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)

from einvoice_desktop.app.ports import AmountOf, ArchivePage, ArchiveQuery
from einvoice_desktop.domain.credited import marks_credited_by
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.store.columns import of_cents
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.prepared import Prepared
from einvoice_desktop.store.rows import LISTED_WITH_SUMS, listed_of
from einvoice_desktop.store.schema import payloads, submission_sums, submission_words, submissions
from einvoice_desktop.store.search import Term, asks_for_part, indexed_words, terms_of
from einvoice_desktop.store.sqlite_search import HITS, matching, question_of
from einvoice_desktop.store.sums import sums_of_payload

_ROW = submissions.c
_WORDS = submission_words.c
_SUMS = submission_sums.c
_HIT = HITS.c.rowid
_BEYOND_ALL = 2**63 - 1
_AT_ONCE = 500
_TOO_MANY_PIECES = 6
"""Of the index of words; with eleven a search among a million documents costs twice what it does with one."""

_AFTER = bindparam("after", type_=BigInteger)
_LIMIT = bindparam("most", type_=BigInteger)
_STATES = _ROW.state.in_(bindparam("states", expanding=True))
_IDS: BindParameter[int] = bindparam("ids", expanding=True)


def _found(*columns: Any, whole: bool) -> Select[Any]:
    """`whole` joins the row to its id; else the index answers alone."""
    listed = select(*columns)
    if whole:
        listed = listed.join_from(HITS, submissions, _ROW.id == _HIT)
        listed = listed.outerjoin(submission_sums, _SUMS.submission_id == _ROW.id)
    listed = listed.where(matching(bindparam("question", type_=Text)), _HIT < _AFTER)
    return listed.order_by(_HIT.desc()).limit(_LIMIT)


# Statements are built once: building one costs more than running it. By asks_for_part().
_PAGE = {False: (page := _found(*LISTED_WITH_SUMS, whole=True)), True: page.where(_STATES)}
_FOUND_IDS = {
    False: _found(_HIT.label("id"), whole=False),
    True: _found(_HIT.label("id"), whole=True).where(_STATES),
}
_COUNT = {part: select(func.count()).select_from(ids.subquery()) for part, ids in _FOUND_IDS.items()}
_ROWS = (
    select(*LISTED_WITH_SUMS)
    .outerjoin_from(submissions, submission_sums, _SUMS.submission_id == _ROW.id)
    .where(_ROW.id.in_(_IDS))
    .order_by(_ROW.id.desc())
)
_AMOUNTS = (
    select(
        _ROW.type_code,
        _ROW.currency,
        func.sum(_SUMS.gross),
        func.sum(_SUMS.net),
        func.sum(_SUMS.vat),
        func.count(),
    )
    .join_from(submissions, submission_sums, _SUMS.submission_id == _ROW.id)
    .where(_ROW.id.in_(_IDS))
    .group_by(_ROW.type_code, _ROW.currency)
)
# Of what is too large for the database to add, the bytes tell the sums.
_TOO_LARGE = (
    select(_ROW.type_code, _ROW.currency, _ROW.gross, payloads.c.payload)
    .join_from(submissions, payloads, payloads.c.submission_id == _ROW.id)
    .outerjoin(submission_sums, _SUMS.submission_id == _ROW.id)
    .where(_ROW.id.in_(_IDS), _SUMS.submission_id.is_(None))
)
_ADD = insert(submission_words)
_CHANGE = Prepared(
    update(submission_words)
    .where(_WORDS.submission_id == bindparam("row_id"), _WORDS.words != bindparam("new_words"))
    .values(words=bindparam("new_words"))
)


class SqlArchive:
    """app.ports.Archive on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> ArchivePage:
        """Up to `limit` documents after the key `after` (None: from the newest on), without their bytes."""
        asked = self._asked(server, query, after, limit + 1)
        with self._database.reading() as connection:
            found = connection.execute(_PAGE[asks_for_part(query.states)], asked).all()
        rows = tuple(listed_of(row) for row in found[:limit])
        return ArchivePage(rows, rows[-1].id if len(found) > limit else None)

    def ids(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> list[int]:
        """The same documents' ids alone: a fraction of what the rows cost."""
        asked = self._asked(server, query, after, limit)
        with self._database.reading() as connection:
            return list(connection.execute(_FOUND_IDS[asks_for_part(query.states)], asked).scalars())

    def count(self, server: str, query: ArchiveQuery, most: int) -> int:
        """How many answer `query`; counting ends at `most`."""
        asked = self._asked(server, query, None, most)
        with self._database.reading() as connection:
            return connection.execute(_COUNT[asks_for_part(query.states)], asked).scalar_one()

    def _asked(self, server: str, query: ArchiveQuery, after: int | None, most: int) -> dict[str, Any]:
        return _asked(server, query, after, most, self._database.backend.question_of)

    def rows(self, ids: Sequence[int]) -> list[Submission]:
        """These documents without their bytes, newest first."""
        with self._database.reading() as connection:
            return [listed_of(row) for row in connection.execute(_ROWS, {"ids": list(ids)}).all()]

    def amounts(self, ids: Sequence[int]) -> list[AmountOf]:
        """What these documents add up to by type and currency, in no order and perhaps in several parts."""
        amounts: list[AmountOf] = []
        left = iter(ids)
        with self._database.reading() as connection:
            while some := list(islice(left, _AT_ONCE)):
                added = [_amount(*row) for row in connection.execute(_AMOUNTS, {"ids": some})]
                amounts.extend(added)
                if sum(one.count for one in added) < len(some):
                    large = connection.execute(_TOO_LARGE, {"ids": some})
                    amounts.extend(_large_amount(*row) for row in large)
        return amounts

    def tidy(self, seconds: float) -> None:
        """In steps of their own, between which others write."""
        if self._pieces() < _TOO_MANY_PIECES:
            return
        until = time.monotonic() + seconds
        while self._pieces() > 1 and time.monotonic() < until:
            with self._database.writing() as connection:
                self._database.backend.merge_index(connection)

    def _pieces(self) -> int:
        with self._database.reading() as connection:
            return self._database.backend.index_pieces(connection)


def _amount(type_code: str, currency: str, gross: int, net: int, vat: int, count: int) -> AmountOf:
    """A row of _AMOUNTS; PostgreSQL's sums are no plain integers."""
    return AmountOf(type_code, currency, of_cents(int(gross)), of_cents(int(net)), of_cents(int(vat)), count)


def _large_amount(type_code: str, currency: str, gross: Decimal, payload: bytes) -> AmountOf:
    """A row of _TOO_LARGE."""
    sums = sums_of_payload(payload, gross)
    return AmountOf(type_code, currency, gross, sums.net, sums.vat)


def index(connection: Connection, submission: Submission) -> None:
    """A new row can be found, from the caller's transaction on."""
    connection.execute(_ADD, {"submission_id": submission.id, "words": _words(submission)})


def index_again(connection: Connection, submission: Submission) -> None:
    """It may have another state or a MARK now; in the caller's transaction."""
    _CHANGE.run(connection, {"row_id": submission.id, "new_words": _words(submission)})


def _words(submission: Submission) -> str:
    sealed, receipt = submission.sealed, submission.receipt
    return indexed_words(
        server=submission.server,
        state=submission.state,
        type_code=sealed.key.type_code,
        date=sealed.key.date,
        series=sealed.key.series,
        number=sealed.key.number,
        name=sealed.counterparty_name,
        vat=sealed.counterparty_vat,
        mark=receipt.mark if receipt else "",
        credited=marks_credited_by(sealed),
    )


def _asked(
    server: str,
    query: ArchiveQuery,
    after: int | None,
    most: int,
    in_words: Callable[[Iterable[Sequence[Term]]], str] = question_of,
) -> dict[str, Any]:
    return {
        "question": in_words(terms_of(server, query)),
        "after": _BEYOND_ALL if after is None else after,
        "most": most,
        "states": [state.value for state in query.states],
    }
