"""A process that works on books: it seals, dies, or holds the lock, as its command line says."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import event

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.lock import FolderSenderLock
from einvoice_desktop.store.migrations import open_schema
from tests.store.books import ADDRESS, NOW, request_of


def die() -> None:
    """At once, as by kill -9: nothing is flushed, closed or undone."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def place_of(folder: str) -> Path | str:
    """The file in `folder`, or the server's address that a test has written there."""
    address = Path(folder) / ADDRESS
    return address.read_text(encoding="utf-8") if address.exists() else Path(folder) / "books.sqlite"


def seal_many(folder: str, count: str) -> None:
    store = open_store(place_of(folder))
    for _ in range(int(count)):
        print(store.outbox.seal(request_of(), NOW).sealed.key.number)
    store.close()


def seal_and_die(folder: str, point: str, draft_id: str) -> None:
    """`point`: a statement's number in the transaction, "build", "commit" or "after"."""
    store = open_store(place_of(folder))
    asked = request_of(draft_id=int(draft_id))
    if point == "build":
        asked = replace(asked, build=_dying)
    else:
        _die_at(store._database, point)
    sealed = store.outbox.seal(asked, NOW)
    print(f"sealed {sealed.sealed.key.number}", flush=True)
    if point == "after":
        die()


def _dying(number: str) -> SealedDocument:
    die()
    raise AssertionError(number)


def _die_at(database: Database, point: str) -> None:
    engine = database._engine
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if str(seen) == point:
            die()

    event.listen(engine, "before_cursor_execute", count)
    if point == "commit":
        event.listen(engine, "commit", lambda _connection: die())


def open_and_die(folder: str, point: str) -> None:
    """`point`: a statement's number while older books come over, or "commit"."""
    database = Database(Path(folder) / "books.sqlite", 5.0)
    _die_at(database, point)
    open_schema(database, "")
    print("opened", flush=True)


def hold(folder: str) -> None:
    """Says whether it holds the lock; until a line is read."""
    with FolderSenderLock(Path(folder)).hold() as mine:
        print(mine, os.getpid(), flush=True)
        sys.stdin.readline()


def locked_in(folder: str) -> None:
    """Holds the write lock until a line is read."""
    store = open_store(place_of(folder))
    with store._database.writing():
        print("locked", flush=True)
        sys.stdin.readline()
    store.close()


def try_as_nobody(folder: str) -> None:
    """Opens, lists and seals without root's rights; says how far it came."""
    if os.geteuid() == 0:
        os.setuid(65534)
    done = []
    try:
        store = open_store(place_of(folder))
        done.append("opened")
        done.append(f"listed {len(store.outbox.rows())}")
        store.outbox.seal(request_of(), NOW)
        done.append("sealed")
    except UserError as error:
        done.append(error.code)
    print(", ".join(done))


def seal_within(folder: str, most: str) -> None:
    """Seals more than a file may hold here; says why not, and how many rows there are then."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    store = open_store(place_of(folder))
    try:
        store.outbox.seal(request_of(content="coffee " * int(most)), NOW)
    except UserError as error:
        print(error.code, len(store.outbox.rows()), sep=", ")
    store.close()


def lock_as_nobody(folder: str) -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        with FolderSenderLock(Path(folder)).hold() as mine:
            print(mine)
    except UserError as error:
        print(error.code)


if __name__ == "__main__":
    {
        "seal_many": seal_many,
        "seal_and_die": seal_and_die,
        "open_and_die": open_and_die,
        "hold": hold,
        "locked_in": locked_in,
        "try_as_nobody": try_as_nobody,
        "lock_as_nobody": lock_as_nobody,
        "seal_within": seal_within,
    }[sys.argv[1]](*sys.argv[2:])
