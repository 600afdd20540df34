"""What issuing a queue costs, over a bare httpx loop that posts the same bytes to the same server.

The sender is the program's own, with its books on disk and every commit durable, as it stands behind the
window; the server is another process that does next to nothing (bare_provider). After every run all
documents must be issued, each with the MARK that was answered to it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench import TOP, Row, ratio_of_readings

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.domain.submission import Submission

DOCUMENTS = 500
SLOW_SECONDS = 0.02
SLOW_GOAL, QUICK_GOAL, ENCRYPTION_GOAL = 1.15, 2.2, 0.6
LONGEST = 300.0
SAMPLE = TOP / "resources" / "samples" / "own" / "1.1-discounts.json"
KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
_NAME = f"issuing {DOCUMENTS} queued documents"


def rows() -> list[Row]:
    """Against a server that takes its time and one that answers at once; and what encryption adds."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    try:
        with provider() as server:
            plain, secret = Queue(folder / "plain", server), Queue(folder / "secret", server, encrypted=True)
            slow = plain.over_bare(SLOW_SECONDS, rounds=3)
            measured = [
                Row(
                    f"{_NAME}, {SLOW_SECONDS * 1000:.0f} ms each, over a bare httpx loop",
                    slow,
                    SLOW_GOAL,
                    plain.note(),
                )
            ]
            quick = plain.over_bare(rounds=9)
            measured.append(Row(f"{_NAME}, answered at once, over the same", quick, QUICK_GOAL, plain.note()))
            measured.append(_encryption(plain, secret))
            return measured
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _encryption(plain: Queue, secret: Queue) -> Row:
    """The encrypted run's ratio less the plain one's, with the library; with gpg in the note."""
    added = {}
    for maker in ("library", "gpg") if shutil.which("gpg") else ("library",):
        with only(maker):
            secret.issue()
            rounds = 7 if maker == "library" else 1
            added[maker] = statistics.median(
                (secret.issue() - plain.issue()) / plain.bare() for _ in range(rounds)
            )
    note = f"by a gpg process for each {added['gpg']:.1f}" if "gpg" in added else "no gpg here"
    return Row(f"{_NAME}, what encrypting adds to that", added["library"], ENCRYPTION_GOAL, note)


class Queue:
    """So many sealed documents of one series in the outbox of a data folder, copied anew for each run."""

    def __init__(self, folder: Path, server: Server, *, encrypted: bool = False) -> None:
        self._server = server
        self._queued, self._run = folder / "queued", folder / "run"
        folder.mkdir()
        self._key = _new_key(folder / "key.asc") if encrypted else ("", "")
        self._payloads, self._answers = self._fill()
        self._seconds = {"ours": 0.0, "bare": 0.0}

    def over_bare(self, held_back: float = 0.0, *, rounds: int) -> float:
        """The sender's time over the bare loop's, the server holding each answer back so long."""
        warmups = 0 if held_back else 1
        return ratio_of_readings(
            lambda: self.issue(held_back), lambda: self.bare(held_back), rounds=rounds, warmups=warmups
        )

    def note(self) -> str:
        each = {name: 1000 * seconds / DOCUMENTS for name, seconds in self._seconds.items()}
        return f"{each['ours']:.2f} ms a document over {each['bare']:.2f} ms"

    def issue(self, held_back: float = 0.0) -> float:
        """Seconds from the sender's start until the last document is issued."""
        shutil.rmtree(self._run, ignore_errors=True)
        shutil.copytree(self._queued, self._run)
        self._server.set(held_back, self._answers)
        desk = self._desk(self._run)
        try:
            seconds = _sent(desk)
            self._check(desk)
        finally:
            desk.close()
        self._seconds["ours"] = seconds
        return seconds

    def bare(self, held_back: float = 0.0) -> float:
        """Seconds of posting the same bytes, one after the other."""
        import httpx

        self._server.set(held_back, self._answers)
        url = f"{self._server.address}/Invoice/json"
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + "t" * 300}
        start = time.perf_counter()
        with httpx.Client() as client:
            for payload in self._payloads:
                answer = client.post(url, content=payload, headers=headers)
                assert answer.json()["success"]
        self._seconds["bare"] = time.perf_counter() - start
        return self._seconds["bare"]

    def _fill(self) -> tuple[list[bytes], list[str]]:
        from einvoice_desktop.app.drafting import Draft
        from einvoice_desktop.domain.lifecycle import UNSETTLED

        desk = self._desk(self._queued)
        document = desk.read_document(SAMPLE.read_bytes())
        for name in ("date_issued", "number"):
            document = document.without_member(name)
        rows = [desk.seal(Draft(document)) for _ in range(DOCUMENTS)]
        assert len(desk.submissions(UNSETTLED)) == DOCUMENTS
        desk.close()
        return [row.sealed.payload for row in rows], [_answer(row) for row in rows]

    def _desk(self, folder: Path) -> Desk:
        from einvoice_desktop import bootstrap

        path, fingerprint = self._key
        options = bootstrap.Options(
            folder,
            server=self._server.address,
            encrypted=bool(path),
            pgp_key=path,
            pgp_fingerprint=fingerprint,
            database_url=None,
        )
        return bootstrap.open_desk(options, KEY)

    def _check(self, desk: Desk) -> None:
        from einvoice_desktop.domain.lifecycle import State

        issued = desk.submissions(frozenset({State.ISSUED}))
        marks = [row.receipt.mark for row in issued if row.receipt is not None and not row.problems]
        assert marks == [str(json.loads(answer)["mark"]) for answer in self._answers]
        assert len(desk.submissions()) == DOCUMENTS == self._server.count()


def _sent(desk: Desk) -> float:
    """The sender on a thread of its own, as behind the window, until nothing is left."""
    from einvoice_desktop.domain.lifecycle import State

    stop, done, issued = threading.Event(), threading.Event(), []

    def on_change(row: Submission) -> None:
        if row.state is State.ISSUED:
            issued.append(row.id)
            if len(issued) == DOCUMENTS:
                stop.set()
                done.set()

    sender = desk.sender(on_change)
    thread = threading.Thread(target=sender.run, args=(stop,), daemon=True)
    start = time.perf_counter()
    thread.start()
    if not done.wait(LONGEST):
        raise RuntimeError(f"only {len(issued)} of {DOCUMENTS} documents were issued: {sender.status()}")
    seconds = time.perf_counter() - start
    sender.wake()
    thread.join()
    return seconds


def _answer(row: Submission) -> str:
    """As the provider answers a document that it has issued (api 2.1)."""
    key = row.sealed.key
    plain = "-".join((key.issuer_vat, key.date, str(key.branch), key.type_code, key.series, key.number))
    uid = hashlib.sha1(plain.encode("iso-8859-7"), usedforsecurity=False).hexdigest().upper()
    signature = hashlib.sha256(plain.encode()).hexdigest().upper()
    mark = 400001000000000 + row.id
    return json.dumps(
        {
            "success": True,
            "message": "",
            "statusCode": "Success",
            "series": key.series,
            "number": key.number,
            "internalId": row.sealed.internal_id,
            "integritySignature": signature,
            "signature": signature,
            "uid": uid,
            "mark": mark,
            "authenticationCode": signature[:40],
            "myDataResponse": f"<invoiceUid>{uid}</invoiceUid><invoiceMark>{mark}</invoiceMark>",
            "status": "SUBMITTED",
            "dateIssued": f"{key.date}T00:00:00+02:00",
            "domain": "http://127.0.0.1",
            "url": f"http://127.0.0.1/v/{signature}",
            "uniqueId": row.sealed.internal_id,
        }
    )


def _new_key(path: Path) -> tuple[str, str]:
    """A public key's file, and its fingerprint."""
    from einvoice_desktop.vault.pgp_sequoia import SequoiaMaker, new_pair, public_part

    public = public_part(new_pair("Bench <bench@localhost>"))
    path.write_bytes(public)
    (facts,) = SequoiaMaker().read(public)
    return str(path), facts.fingerprint


@contextmanager
def only(maker: str) -> Iterator[None]:
    """What encrypts inside: "library" or "gpg"."""
    from einvoice_desktop.vault import pgp

    other = "gpg_maker" if maker == "library" else "sequoia_maker"
    kept = getattr(pgp, other)
    setattr(pgp, other, lambda *_: None)
    try:
        yield
    finally:
        setattr(pgp, other, kept)


class Server:
    """The other process."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def set(self, held_back: float, answers: list[str]) -> None:
        import httpx

        httpx.post(f"{self.address}/set", json={"seconds": held_back, "answers": answers}).raise_for_status()

    def count(self) -> int:
        """How many documents came since then."""
        import httpx

        return int(httpx.get(f"{self.address}/count").text)


@contextmanager
def provider() -> Iterator[Server]:
    """While inside, it listens."""
    process = subprocess.Popen(
        [sys.executable, "-P", str(Path(__file__).with_name("bare_provider.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield Server(int(process.stdout.readline()))
    finally:
        process.communicate()
