"""Looks what became of every document once all is settled: in our books, and in the provider's."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from einvoice_desktop.app.ports import Store
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission
from tests.stress.bad_line import Issued


@dataclass
class Found:
    """Both sides' books, and what must be 0: documents that the provider has twice, and documents that one
    side has and the other does not know of."""

    rows: list[Submission]
    twice: int
    lost: int


def look_into(store: Store, issued: Sequence[Issued], files: Sequence[Path]) -> Found:
    """Counts, and judges nothing."""
    rows = [store.outbox.get(row.id) for row in store.outbox.rows()]
    here = Counter(Path(row.source).name for row in rows if row.state is State.ISSUED)
    there = Counter(_remark(document) for document in issued if not document.is_strangers)
    sealed = {row.source for row in rows}
    twice = sum(count - 1 for count in there.values() if count > 1)
    lost = len(here.keys() ^ there.keys()) + sum(str(file) not in sealed for file in files)
    return Found(rows, twice, lost)


def check_books(store: Store, found: Found, issued: Sequence[Issued], files: Sequence[Path]) -> None:
    """Every file was sealed once; each is issued once with the receipt that the provider wrote, or refused
    and not in."""
    assert (found.twice, found.lost) == (0, 0)
    assert store.outbox.first_broken_attempt() is None
    assert sorted(row.source for row in found.rows) == sorted(map(str, files))
    strangers = {document.number for document in issued if document.is_strangers}
    by_remark = {_remark(document): document for document in issued if not document.is_strangers}
    for row in found.rows:
        check_row(row, by_remark.get(Path(row.source).name), strangers)
    check_numbers(found.rows)


def check_row(row: Submission, theirs: Issued | None, strangers: set[tuple[str, str]]) -> None:
    """One document against what the provider has of it."""
    assert row.state in (State.ISSUED, State.REFUSED), (row.id, row.state, row.reason)
    if row.state is State.ISSUED:
        assert theirs is not None, ("issued nowhere", row)
        assert row.sealed.payload == theirs.body
        check_receipt(row, theirs)
        return
    assert theirs is None, ("refused, and in", row)
    number = (row.sealed.key.series, row.sealed.key.number)
    assert row.number_spent == (number in strangers), row
    assert row.problems, row


def check_receipt(row: Submission, theirs: Issued) -> None:
    """The receipt in our books is the provider's answer; only names that no answer told may be missing."""
    receipt, answer = row.receipt, theirs.answer
    assert receipt is not None
    assert (receipt.mark, receipt.uid) == (str(answer["mark"]), answer["uid"])
    told = {
        "authenticationCode": receipt.authentication_code,
        "url": receipt.url,
        "series": receipt.series,
        "number": receipt.number,
        "internalId": receipt.internal_id,
    }
    assert {name: value for name, value in told.items() if value not in ("", answer[name])} == {}
    key = row.sealed.key
    assert theirs.number == (key.series, key.number)
    assert answer["internalId"] == row.sealed.internal_id


def check_numbers(rows: Sequence[Submission]) -> None:
    """Each series counts from 1 without a gap, and no number was given twice."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        numbers[row.sealed.key.series].append(int(row.sealed.key.number))
    for given in numbers.values():
        assert sorted(given) == list(range(1, len(given) + 1))


def _remark(document: Issued) -> str:
    remark: str = json.loads(document.body)["orderCode"]
    return remark
