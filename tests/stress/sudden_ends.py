"""Kills the program at named steps and at random moments while it sends through a bad line, again and again.

The books are those of the command and of the window, the provider is the sandbox in a process of its own;
what became of it all, settled.py looks.
"""

from __future__ import annotations

import contextlib
import json
import random
import signal
import subprocess
import sys
import time
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
from einvoice_desktop.store.settings import SettingsFile
from tests.stress.bad_line import (
    LINE_FAULTS,
    MUTE_FAULTS,
    SEND,
    SIGN_IN,
    SIGN_IN_FAULTS,
    STRANGERS,
    TOP,
    Fault,
    Provider,
    program,
    surroundings,
)
from tests.stress.settled import check_books, look_into
from tests.stress.steps import OF_A_LOST_ANSWER, OF_A_SECOND_START, OF_THE_NEXT_DAY, STEPS, transaction_of

SAMPLE = TOP / "resources" / "samples" / "published" / "3.1-4.json"
SERIES = ("A", "B")
SETTLE_SECONDS = 120
COMMAND_SECONDS = 120
LONGEST_SECONDS = 15
"""A process that has not come to its step by then is killed where it is."""
RETRY_SECONDS = 0.2
QUICKLY = ("--retry-after", str(RETRY_SECONDS))
NOT_SETTLED = 3
KILLS_BETWEEN = 13
YESTERDAY = -1
AT_A_STEP, IN_THE_WINDOW, TAKEN_UP = 0.6, 0.06, 0.4
"""How often each is tried."""


class Papers:
    """Documents without a number, as many as are asked for: in turn of one series and of the other, each told
    apart by its remark."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        sample = read_document(SAMPLE.read_bytes()).without_member("number")
        details = sample.distribution_details
        assert details is not None
        # Each gets an internal id of its own.
        nameless = details.without_member("internal_document_id")
        self._sample = sample.with_member("distribution_details", nameless)
        self.files: list[Path] = []

    def new(self, count: int) -> list[Path]:
        """So many files more."""
        return [self._one() for _ in range(count)]

    def _one(self) -> Path:
        series = SERIES[len(self.files) % len(SERIES)]
        file = self._folder / f"document-{len(self.files):04}.json"
        document = self._sample.with_member("series", series).with_member("order_code", file.name)
        file.write_bytes(write_document(document))
        self.files.append(file)
        return file


@dataclass
class Figures:
    """What was done and seen. `met`: the faults that a request met, by kind."""

    at_steps: Counter[str] = field(default_factory=Counter)
    at_random: int = 0
    in_the_window: int = 0
    too_late: int = 0
    left: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    twice: int = 0
    lost: int = 0
    attempts: int = 0

    @property
    def kills(self) -> int:
        return self.at_steps.total() + self.at_random

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.at_steps + other.at_steps,
            self.at_random + other.at_random,
            self.in_the_window + other.in_the_window,
            self.too_late + other.too_late,
            self.left + other.left,
            self.met + other.met,
            self.ended + other.ended,
            self.twice + other.twice,
            self.lost + other.lost,
            self.attempts + other.attempts,
        )

    def told(self) -> str:
        """All of it, in a line."""
        return (
            f"{self.kills} kills ({self.at_steps.total()} at {len(self.at_steps)} of {len(STEPS)} named"
            f" steps, {self.at_random} at random moments, {self.in_the_window} of them in the window;"
            f" {self.too_late} more came too late); left by the kills: {listed(self.left)};"
            f" {self.met.total()} faults injected: {listed(self.met)};"
            f" documents: {listed(self.ended)}, issued twice {self.twice}, lost {self.lost},"
            f" in {self.attempts} attempts"
        )


class Campaign:
    """Submits documents, kills the program meanwhile, takes up what is left."""

    def __init__(self, provider: Provider, folder: Path, chance: random.Random) -> None:
        self.provider = provider
        self.books = folder / "books"
        self.papers = Papers(folder / "papers")
        self.chance = chance
        self.figures = Figures()
        self._strangers = chance.random() < 0.5
        SettingsFile(paths.settings_file(self.books)).set("server", provider.address)

    def measure(self) -> float:
        """Seconds from a command's start to its end, when nothing goes wrong."""
        started = time.monotonic()
        assert self.submit(self.papers.new(1)) == 0
        return time.monotonic() - started

    def kill_once(self, usual: float, step: str = "") -> None:
        """Sends new documents, or what an earlier kill has left, through a bad line; kills it on its way, at
        `step`, at another one or at a random moment."""
        cost = self.spoil_the_line()
        step = step or (self.chance.choice(STEPS) if self.chance.random() < AT_A_STEP else "")
        if step in OF_A_LOST_ANSWER:
            self.spoil_with([{"path": SEND, "kind": "drop_after"}])
        transaction = transaction_of(step)
        if transaction in OF_A_SECOND_START:
            self.leave_something(yesterday=transaction in OF_THE_NEXT_DAY)
        left = any(not is_settled(row) for row in self.rows())
        words, in_the_window = self.new_words(), False
        order: dict[str, Any] = {"step": step}
        if transaction != "seal" and left and self.chance.random() < TAKEN_UP:
            words = ["outbox", "--resume", *QUICKLY]
        if transaction in OF_A_SECOND_START:
            words = ["outbox", "--resume", *QUICKLY]
            in_the_window = self.chance.random() < 2 * IN_THE_WINDOW
        elif left and transaction != "seal" and self.chance.random() < IN_THE_WINDOW:
            in_the_window = True
        words = [] if in_the_window else words
        moment = LONGEST_SECONDS if step else self.chance.uniform(0.4 * usual, usual + cost)
        if step and transaction not in OF_A_SECOND_START:
            order["times"] = self.chance.choice((1, 1, 2, 3))
        self.run_and_kill(words, moment, order, in_the_window=in_the_window)

    def new_words(self) -> list[str | Path]:
        files = self.papers.new(self.chance.randint(2, 4))
        return ["submit", *files, "--server", self.provider.address, "--today", *QUICKLY]

    def leave_something(self, *, yesterday: bool) -> None:
        """A document that an earlier process has left: in `sending`, or sealed a day ago and still here."""
        order: dict[str, Any] = {"step": "before the document leaves"}
        if yesterday:
            order = {"step": self.chance.choice(("seal: after", "to sending: before")), "days": YESTERDAY}
        self.run_and_kill(self.new_words(), LONGEST_SECONDS, order)

    def run_and_kill(
        self,
        words: Sequence[str | Path],
        seconds: float,
        order: dict[str, Any],
        *,
        in_the_window: bool = False,
    ) -> None:
        """Runs the program until it dies at its step, ends, or has run for so long."""
        command = [sys.executable, "-m", "tests.stress.dying", json.dumps(order), "--"]
        process = subprocess.Popen(
            [*command, "--data-dir", str(self.books), *map(str, words)],
            cwd=TOP,
            env=surroundings(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        figures = self.figures
        try:
            at_step = process.wait(seconds) == -signal.SIGKILL
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            figures.at_random += 1
        else:
            figures.at_steps.update([order["step"]] if at_step else [])
            figures.too_late += not at_step
            if not at_step:
                return
        figures.in_the_window += in_the_window
        figures.left.update(str(row.state) for row in self.rows() if not is_settled(row))

    def spoil_the_line(self) -> float:
        """Up to four things that go wrong with the next documents, sometimes one with signing in; how many
        seconds that may cost."""
        possible = LINE_FAULTS + (STRANGERS if self._strangers else MUTE_FAULTS)
        faults = [{"path": SEND, **self.chance.choice(possible)} for _ in range(self.chance.randint(0, 4))]
        if self.chance.random() < 0.2:
            faults.append({"path": SIGN_IN, **self.chance.choice(SIGN_IN_FAULTS)})
        self.spoil_with(faults)
        return sum(float(fault.get("seconds", RETRY_SECONDS)) for fault in faults)

    def spoil_with(self, faults: Sequence[Fault]) -> None:
        self.provider.misbehave(faults)
        self.figures.met.update(fault["kind"] for fault in faults)

    def submit(self, files: Sequence[Path]) -> int:
        """Submits to the end; the exit status."""
        return self.command("submit", *files, "--server", self.provider.address, "--today", *QUICKLY)

    def settle(self) -> None:
        """Resumes until nothing is left on its way, with what is still programmed to go wrong."""
        end = time.monotonic() + SETTLE_SECONDS
        while self.command("outbox", "--resume", *QUICKLY, "--wait", "60") == NOT_SETTLED:
            assert time.monotonic() < end, [str(row.state) for row in self.rows()]

    def end_leg(self) -> None:
        """Lets everything through, then the line is well again; what no kill has let through is sealed."""
        self.settle()
        while left := self.unsealed():
            self.submit(left)
            self.settle()
        self.figures.met -= self.provider.behave()
        self._strangers = not self._strangers
        self.check()

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
        """Every document issued once or refused and not in, each receipt the provider's."""
        figures, issued = self.figures, self.provider.issued()
        with self.store() as store:
            found = look_into(store, issued, self.papers.files)
            figures.twice, figures.lost = found.twice, found.lost
            figures.ended = Counter(
                "number conflict" if row.number_spent else str(row.state) for row in found.rows
            )
            figures.attempts = sum(row.attempts for row in found.rows)
            check_books(store, found, issued, self.papers.files)


def listed(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counter.items()))


def run_campaign(campaign: Campaign, kills: int, seconds: float, steps: Sequence[str] = ()) -> None:
    """Kills at `steps`, then anywhere, until there were so many or the time is over; lets everything through
    now and then, and at the end, and checks what came of it."""
    end = time.monotonic() + seconds
    usual = campaign.measure()
    while campaign.figures.kills < kills and time.monotonic() < end:
        leg = campaign.figures.kills + KILLS_BETWEEN
        while campaign.figures.kills < min(kills, leg) and time.monotonic() < end:
            to_come = [step for step in steps if step not in campaign.figures.at_steps]
            campaign.kill_once(usual, to_come[0] if to_come else "")
        campaign.end_leg()
