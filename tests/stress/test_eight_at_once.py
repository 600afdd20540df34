"""Eight processes submit into one series at once, through one data folder, to one provider."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from einvoice_desktop import paths
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.store.engine import open_store
from tests.stress.bad_line import TOP, Provider, program, running_provider, surroundings
from tests.stress.settled import check_receipt
from tests.stress.sudden_ends import SAMPLE

PROCESSES, EACH = 8, 20
WAIT_SECONDS = 120


def share(folder: Path, name: str) -> list[Path]:
    """One process's documents, all of one series and without a number."""
    folder.mkdir(exist_ok=True)
    document = read_document(SAMPLE.read_bytes()).without_member("number").with_member("series", "A")
    files = [folder / f"{name}-{place:02}.json" for place in range(EACH)]
    for file in files:
        file.write_bytes(write_document(document.with_member("order_code", file.name)))
    return files


def submitting(books: Path, provider: Provider, files: Sequence[Path]) -> subprocess.Popen[str]:
    words = ("submit", *files, "--server", provider.address, "--today", "--wait", str(WAIT_SECONDS), "--json")
    return subprocess.Popen(
        program(books, *words),
        cwd=TOP,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_eight_processes_issue_160_documents_of_one_series(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    shares = [share(tmp_path / "papers", f"desk-{place}") for place in range(PROCESSES)]
    with running_provider(tmp_path / "provider") as provider:
        started = time.monotonic()
        processes = [submitting(tmp_path / "books", provider, files) for files in shares]
        said = [process.communicate(timeout=WAIT_SECONDS + 40) for process in processes]
        seconds = time.monotonic() - started
        issued = provider.issued()
    assert [process.returncode for process in processes] == [0] * PROCESSES, [err for _, err in said]
    store = open_store(paths.database(tmp_path / "books"))
    rows = store.outbox.rows()
    store.close()
    tell(f"eight at once: {len(rows)} documents in {seconds:.1f} s, {sum(r.attempts for r in rows)} attempts")
    count = PROCESSES * EACH
    assert [int(row.sealed.key.number) for row in rows] == list(range(1, count + 1))
    assert [int(document.answer["number"]) for document in issued] == list(range(1, count + 1))
    assert {json.loads(document.body)["orderCode"] for document in issued} == {
        f.name for files in shares for f in files
    }
    for row, theirs in zip(rows, issued, strict=True):
        check_receipt(row, theirs)
    for (out, _), files in zip(said, shares, strict=True):
        told = [json.loads(line) for line in out.splitlines()]
        assert [row["file"] for row in told] == [str(file) for file in files]
        assert {row["state"] for row in told} == {"issued"}
