"""A desk in a process of its own, whose lease is short: it seals files, says that it sends, and sends."""

from __future__ import annotations

import sys
from pathlib import Path

from einvoice_desktop import bootstrap
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission


def main(folder: str, database: str, server: str, key: str, lease: str, *files: str) -> None:
    options = bootstrap.Options(
        data_dir=Path(folder), server=server, database_url=database, lease_seconds=float(lease)
    )
    desk = bootstrap.open_desk(options, key)
    for name in files:
        document = desk.read_document(Path(name).read_bytes()).without_member("date_issued")
        desk.seal(Draft(document), source=name)
    run_until(desk.sender(tell), lambda: False, 60)
    desk.close()


def tell(row: Submission) -> None:
    if row.state is State.SENDING:
        print("sending", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
