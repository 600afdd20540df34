"""Kills the program at random moments while it sends through a bad line, then looks what became of it all.

The books are those of the command, the provider is the sandbox in a process of its own, and what it issued is
read from its own database.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from einvoice_desktop import paths
from einvoice_desktop.app.ports import Store
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.store.engine import open_store

TOP = Path(__file__).resolve().parents[2]
SAMPLE = TOP / "resources" / "samples" / "published" / "3.1-4.json"
SERIES = ("A", "B")
KEY = "a-key-of-the-sandbox"
SEND, SIGN_IN = "/invoice/json", "/authentication/login"
PROVIDER_LIMIT = 5_000_000
"""More bytes than the client reads of an answer."""
SETTLE_SECONDS = 90
COMMAND_SECONDS = 120
RETRY_SECONDS = 0.2
QUICKLY = ("--retry-after", str(RETRY_SECONDS))
NOT_SETTLED = 3
KILLS_BETWEEN = 10

LINE_FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "stall_before", "seconds": 0.4},
    {"kind": "stall_before", "seconds": 1.2},
    {"kind": "stall_after", "seconds": 0.4},
    {"kind": "stall_after", "seconds": 1.2},
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "server_error"},
    {"kind": "server_error", "recorded": True},
    {"kind": "html_page", "status": 502},
    {"kind": "html_page", "status": 200, "recorded": True},
    {"kind": "html_page", "status": 403},
    {"kind": "truncated_json"},
    {"kind": "giant_answer", "size": PROVIDER_LIMIT},
    {"kind": "unauthorized"},
    {"kind": "forget_token"},
    {"kind": "other_answer"},
    {"kind": "mark_zero"},
    {"kind": "provider_signed"},
    {"kind": "conflict_shape", "shape": "silent"},
    {"kind": "conflict_shape", "shape": "empty"},
    {"kind": "conflict_shape", "shape": "html"},
)
SIGN_IN_FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "stall_after", "seconds": 0.4},
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "server_error"},
    {"kind": "html_page", "status": 503},
    {"kind": "truncated_json"},
)


def program(folder: Path, *words: str | Path) -> list[str]:
    """A command of the program on a data folder."""
    return [sys.executable, "-m", "einvoice_desktop", "--data-dir", str(folder), *map(str, words)]


def surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EINVOICE_")}
    return {**kept, "EINVOICE_API_KEY": KEY}


@dataclass(frozen=True)
class Provider:
    """The sandbox: what it is told to do wrong, and what it has issued."""

    address: str
    folder: Path

    def misbehave(self, faults: Sequence[dict[str, Any]]) -> None:
        """Programs what goes wrong next; nothing forgets what was programmed."""
        request = urllib.request.Request(
            f"{self.address}/practice/faults",
            json.dumps(list(faults)).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request).close()

    def issued(self) -> list[tuple[dict[str, Any], bytes]]:
        """Of every document that was issued here the answer it got and the bytes that came."""
        with contextlib.closing(sqlite3.connect(paths.practice_dir(self.folder) / "practice.sqlite")) as db:
            rows = db.execute("SELECT answer, body FROM documents ORDER BY running").fetchall()
        return [(json.loads(answer), body) for answer, body in rows]


@contextlib.contextmanager
def running_provider(folder: Path) -> Iterator[Provider]:
    """A sandbox on a loopback port until the block ends."""
    process = subprocess.Popen(
        program(folder, "sandbox", "--port", "0"), cwd=TOP, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield Provider(process.stdout.readline().strip(), folder)
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


class Papers:
    """Documents without a number, as many as are asked for: in turn of one series and of the other, each told
    apart by its remark."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._sample = read_document(SAMPLE.read_bytes()).without_member("number")
        self.files: list[Path] = []

    def new(self, count: int) -> list[Path]:
        """So many files more."""
        return [self._one() for _ in range(count)]

    def _one(self) -> Path:
        series = SERIES[len(self.files) % len(SERIES)]
        file = self._folder / f"document-{len(self.files):03}.json"
        document = self._sample.with_member("series", series).with_member("order_code", file.name)
        file.write_bytes(write_document(document))
        self.files.append(file)
        return file


@dataclass
class Campaign:
    """Submits documents, kills the program meanwhile, takes up what is left; counts what it has seen."""

    provider: Provider
    books: Path
    papers: Papers
    chance: random.Random
    kills: int = 0
    too_late: int = 0
    found: Counter[str] = field(default_factory=Counter)
    programmed: Counter[str] = field(default_factory=Counter)

    def measure(self) -> float:
        """Seconds from a command's start to its end, when nothing goes wrong."""
        started = time.monotonic()
        assert self.submit(self.papers.new(1)) == 0
        return time.monotonic() - started

    def kill_once(self, usual: float) -> None:
        """Sends new documents, or what an earlier kill has left, through a bad line; kills it on its way."""
        moment = self.chance.uniform(0.5 * usual, usual + self.spoil_the_line())
        if any(not is_settled(row) for row in self.rows()) and self.chance.random() < 0.4:
            self.run_and_kill(("outbox", "--resume", *QUICKLY), moment)
        else:
            files = self.papers.new(self.chance.randint(1, 5))
            self.run_and_kill(
                ("submit", *files, "--server", self.provider.address, "--today", *QUICKLY), moment
            )

    def run_and_kill(self, words: Sequence[str | Path], seconds: float) -> None:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            program(self.books, *words), cwd=TOP, env=surroundings(), stdout=quiet, stderr=quiet
        )
        try:
            process.wait(seconds)
            self.too_late += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.kills += 1
            self.found.update(str(row.state) for row in self.rows() if not is_settled(row))

    def spoil_the_line(self) -> float:
        """Up to four things that go wrong with the next documents, sometimes one with signing in; how many
        seconds that may cost."""
        faults = [{"path": SEND, **self.chance.choice(LINE_FAULTS)} for _ in range(self.chance.randint(0, 4))]
        if self.chance.random() < 0.2:
            faults.append({"path": SIGN_IN, **self.chance.choice(SIGN_IN_FAULTS)})
        self.programmed.update(fault["kind"] for fault in faults)
        if faults:
            self.provider.misbehave(faults)
        return sum(fault.get("seconds", RETRY_SECONDS) for fault in faults)

    def submit(self, files: Sequence[Path]) -> int:
        """Submits to the end; the exit status."""
        return self.command("submit", *files, "--server", self.provider.address, "--today", *QUICKLY)

    def settle(self) -> None:
        """Resumes until nothing is left on its way, with what is still programmed to go wrong."""
        end = time.monotonic() + SETTLE_SECONDS
        while self.command("outbox", "--resume", *QUICKLY, "--wait", "60") == NOT_SETTLED:
            assert time.monotonic() < end, [str(row.state) for row in self.rows()]

    def command(self, *words: str | Path) -> int:
        """Runs a command to its end; its exit status."""
        return subprocess.run(
            program(self.books, *words),
            cwd=TOP,
            env=surroundings(),
            stdout=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=False,
        ).returncode

    @contextlib.contextmanager
    def store(self) -> Iterator[Store]:
        store = open_store(paths.database(self.books))
        try:
            yield store
        finally:
            store.close()

    def rows(self) -> list[Submission]:
        """Everything that was sealed; nothing while there are no books yet."""
        with self.store() as store:
            return store.outbox.rows()

    def unsealed(self) -> list[Path]:
        """The files that no kill has let through so far."""
        sealed = {row.source for row in self.rows()}
        return [file for file in self.papers.files if str(file) not in sealed]

    def check(self) -> None:
        """Every document issued once, under its own number, with the receipt that the provider wrote."""
        with self.store() as store:
            rows = [store.outbox.get(row.id) for row in store.outbox.rows()]
            assert store.outbox.first_broken_attempt() is None
        issued = self.provider.issued()
        assert {str(row.state) for row in rows} == {"issued"}
        assert sorted(row.source for row in rows) == sorted(map(str, self.papers.files))
        remarks = [json.loads(body)["orderCode"] for _, body in issued]
        assert sorted(remarks) == sorted(file.name for file in self.papers.files)
        by_mark = {str(answer["mark"]): (answer, body) for answer, body in issued}
        assert len(by_mark) == len(issued)
        for row in rows:
            assert row.receipt is not None
            answer, body = by_mark[row.receipt.mark]
            assert row.sealed.payload == body
            check_receipt(row, answer)
        for series in SERIES:
            numbers = sorted(int(row.sealed.key.number) for row in rows if row.sealed.key.series == series)
            assert numbers == list(range(1, len(numbers) + 1))

    def told(self) -> str:
        """What was seen, in a line."""
        attempts = sum(row.attempts for row in self.rows())
        return (
            f"{self.kills} kills ({self.too_late} more came too late), {len(self.papers.files)} documents"
            f" issued once each, {attempts} attempts; left by the kills: {listed(self.found)};"
            f" programmed: {listed(self.programmed)}"
        )


def listed(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counter.items()))


def check_receipt(row: Submission, answer: dict[str, Any]) -> None:
    """The receipt in our books is the provider's answer, name by name."""
    receipt = row.receipt
    assert receipt is not None
    told = {
        "mark": int(receipt.mark),
        "uid": receipt.uid,
        "authenticationCode": receipt.authentication_code,
        "url": receipt.url,
        "series": receipt.series,
        "number": receipt.number,
        "internalId": receipt.internal_id,
    }
    assert told == {name: answer[name] for name in told}
    key = row.sealed.key
    assert (receipt.series, receipt.number, receipt.internal_id) == (
        key.series,
        key.number,
        row.sealed.internal_id,
    )


def run_campaign(campaign: Campaign, kills: int, seconds: float) -> None:
    """Kills until there were so many, or the time is over; lets everything through now and then, and at the
    end, and checks what came of it."""
    end = time.monotonic() + seconds
    usual = campaign.measure()
    while campaign.kills < kills and time.monotonic() < end:
        for _ in range(KILLS_BETWEEN):
            if campaign.kills < kills:
                campaign.kill_once(usual)
        campaign.settle()
        while left := campaign.unsealed():
            campaign.submit(left)
            campaign.settle()
        campaign.check()
