"""Issues every draft of a data folder in a process of its own, which may die at a named step:

python -m tests.app.bulk_child BOOKS SERVER STEP TIMES
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from einvoice_desktop import bootstrap
from einvoice_desktop.app.bulk import seal_line
from einvoice_desktop.app.bulk_plan import plan_of
from einvoice_desktop.app.submit import is_settled
from tests.stress.dying import Steps, watch_the_books

SECONDS = 30.0


def main(books: Path, server: str, step: str, times: int) -> int:
    watch_the_books(Steps({"step": step, "times": times}))
    options = bootstrap.Options(books, server=server, retry_after=0.1, database_url=None)
    desk = bootstrap.open_desk(options, bootstrap.take_api_key())
    stop, sender = threading.Event(), desk.sender(lambda _row: None)
    thread = threading.Thread(target=sender.run, args=(stop,), daemon=True)
    thread.start()
    ids = [row.id for row in reversed(desk.draft_rows()) if row.id is not None]
    bulk = plan_of(desk, ids, "el").begin()
    while (line := bulk.next) is not None:
        bulk = bulk.begun(line.draft_id).sealed(line.draft_id, seal_line(desk, line, "el"))
        sender.wake()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and not all(map(is_settled, desk.submissions())):
        time.sleep(0.02)
    stop.set()
    sender.wake()
    thread.join()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])))
