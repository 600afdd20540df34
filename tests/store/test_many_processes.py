"""Several processes and sudden deaths on one data folder: nothing twice, nothing missing, nothing half."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.lock import FolderSenderLock

TOP = Path(__file__).resolve().parents[2]
HEAD = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [{top!r}]
from tests.store.conftest import NOW, request_of
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.lock import FolderSenderLock
folder = Path(sys.argv[1])
"""


def child(code: str, folder: Path) -> subprocess.Popen[str]:
    text = HEAD.format(top=str(TOP)) + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", text, str(folder)], stdout=subprocess.PIPE, text=True)


def test_eight_processes_seal_160_documents_into_one_series(tmp_path):
    code = """
    store = open_store(folder / 'books.sqlite')
    for _ in range(20): store.outbox.seal(request_of(), NOW)
    store.close()
    """
    children = [child(code, tmp_path) for _ in range(8)]
    assert [process.wait(120) for process in children] == [0] * 8
    for process in children:
        process.stdout.close()
    store = open_store(tmp_path / "books.sqlite")
    numbers = [int(row.sealed.key.number) for row in store.outbox.rows()]
    store.close()
    assert numbers == list(range(1, 161))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("where", ["build", "insert", "series", "commit"])
def test_a_death_while_sealing_leaves_nothing_and_burns_no_number(tmp_path, where):
    code = f"""
    import sqlalchemy as sa
    store = open_store(folder / 'books.sqlite')
    def die(*_): os.kill(os.getpid(), signal.SIGKILL)
    engine = store._database._engine
    if {where!r} == 'build':
        store.outbox.seal(request_of(build=die), NOW)
    elif {where!r} == 'commit':
        sa.event.listen(engine, 'commit', die)
    else:
        word = 'INTO submissions' if {where!r} == 'insert' else 'INTO series'
        sa.event.listen(engine, 'after_cursor_execute',
                        lambda c, cur, statement, *_: die() if word in statement else None)
    store.outbox.seal(request_of(), NOW)
    """
    process = child(code, tmp_path)
    process.wait(60)
    process.stdout.close()
    assert process.returncode == -9
    store = open_store(tmp_path / "books.sqlite")
    assert store.outbox.rows() == []
    from tests.store.conftest import NOW, request_of

    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"
    store.close()


def test_one_process_sends_and_its_death_frees_the_place(tmp_path):
    code = """
    with FolderSenderLock(folder).hold() as mine:
        print(mine, flush=True)
        sys.stdin.read() if False else __import__('time').sleep(60)
    """
    process = child(code, tmp_path)
    assert process.stdout.readline() == "True\n"
    lock = FolderSenderLock(tmp_path)
    with lock.hold() as mine:
        assert not mine
        holder = lock.holder()
        assert holder is not None
        assert holder.process == process.pid
    process.kill()
    process.wait(10)
    process.stdout.close()
    with lock.hold() as mine:
        assert mine
