"""Desks with leases so short that they lapse all the time: documents change hands, each is issued once."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.submit import Submitter
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.store.engine import open_store
from tests.store import server
from tests.store.books import RECEIPT, request_of

DESKS, EACH, SECONDS, LEASE = 6, 25, 30.0, 0.3


class Book:
    """A provider that knows a document by its id, and answers late now and then."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.sends: Counter[str] = Counter()

    def provider(self, _server: str, _sign_in: SignIn, *, encrypted: bool) -> Book:  # noqa: ARG002
        return self

    def signed_in_until(self, _server: str, _vat: str) -> None:
        return None

    def now(self) -> datetime:
        return datetime.now(UTC)

    def submit(self, sealed: SealedDocument) -> Outcome:
        with self._lock:
            self.sends[sealed.internal_id] += 1
            first = self.sends[sealed.internal_id] == 1
        time.sleep(random.choice([0, 0, 0.01, 0.5]))
        if first:
            return Outcome(OutcomeKind.ISSUED, "", receipt=RECEIPT)
        key = sealed.key
        told = replace(RECEIPT, series=key.series, number=key.number, internal_id=sealed.internal_id)
        return Outcome(OutcomeKind.CONFLICT, "", receipt=told)

    def close(self) -> None:
        """Nothing is open."""


class Desk:
    """Seals, takes up, recovers and sends in turn, and falls asleep for longer than its lease."""

    def __init__(self, address: str, place: int, book: Book) -> None:
        self.taken_up = 0
        self.store = open_store(address, folder_id=f"{place:032}", desk_name="PC", lease_seconds=LEASE)
        self._place, self._book = place, book
        self._submitter = Submitter(self.store.outbox, book, book, random.random)
        self._left = EACH

    def work(self, until: float) -> None:
        while time.monotonic() < until or self.store.outbox.rows(states=UNSETTLED):
            if self._left:
                self._left -= 1
                asked = request_of(series=random.choice("ABC"), content=f"{self._place}-{self._left}")
                self.store.outbox.seal(asked, self._book.now())
            assert self.store.presence is not None
            self.taken_up += self.store.presence.take_up()
            self._submitter.recover()
            while self._submitter.step([Scope()], lambda _: None) is not None and random.random() < 0.7:
                pass
            self.store.outbox.try_now(Scope(), self._book.now())
            if random.random() < 0.1:
                time.sleep(2 * LEASE)


def test_documents_change_hands_and_each_is_issued_once(tell: Callable[[str], None]) -> None:
    reason = server.why_not()
    if reason:
        pytest.skip(reason)
    with server.running() as running:
        address, book = running.new_database(), Book()
        desks = [Desk(address, place, book) for place in range(DESKS)]
        until = time.monotonic() + SECONDS
        threads = [threading.Thread(target=desk.work, args=(until,)) for desk in desks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(SECONDS + 120)
        outbox = desks[0].store.outbox
        rows = outbox.rows()
        tries = sum(len(outbox.journal(row.id)) for row in rows)
        broken = outbox.first_broken_attempt()
        for desk in desks:
            desk.store.close()
    taken_up = sum(desk.taken_up for desk in desks)
    again = sum(count > 1 for count in book.sends.values())
    tell(f"a storm of leases: {len(rows)} documents, taken up {taken_up} times, {again} sent more than once")
    assert Counter(row.state for row in rows) == {State.ISSUED: DESKS * EACH}
    assert taken_up > 0
    assert (broken, tries) == (None, sum(book.sends.values()))
