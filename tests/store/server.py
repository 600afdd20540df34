"""A PostgreSQL server of the tests' own: Debian's package, in a folder and on a port that nobody else has."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

USER = "desk"
GUARDED = "guarded"
"""A user whom the server lets in with a password only."""
SERVER_USER = "postgres"
"""Whom Debian's package makes; root may not run a server."""
_SETTINGS = ("fsync=off", "full_page_writes=off", "max_connections=200", "lc_messages=C")


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, of the newest version there is."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def why_not() -> str:
    """Why no server can be had here; "" where one can."""
    if not sys.platform.startswith("linux"):
        return "the server is Debian's package; SQLite is tested here"
    return "" if programs() else "no PostgreSQL here: apt-get install postgresql"


class Server:
    """One that runs, and databases in it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self.template = "template0"
        """What a new database is a copy of."""

    def address(self, name: str, user: str = USER) -> str:
        """On loopback, without a password."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{name}"

    def new_database(self) -> str:
        """Its address."""
        name = f"books_{secrets.token_hex(6)}"
        with self.connect("postgres") as admin:
            admin.execute(f"CREATE DATABASE {name} TEMPLATE {self.template}".encode())
        return self.address(name)

    def drop(self, address: str) -> None:
        """Whoever is still in it is put out."""
        with self.connect("postgres") as admin:
            admin.execute(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)".encode())

    def connect(self, name: str) -> psycopg.Connection[tuple[object, ...]]:
        """A plain connection that commits by itself."""
        return psycopg.connect(self.address(name), autocommit=True)


@contextmanager
def running() -> Iterator[Server]:
    """From initdb to the end of the block, which takes everything away."""
    bin_folder = programs()
    assert bin_folder is not None, "no PostgreSQL: apt-get install postgresql"
    # A short path: a socket's has to stay under 108 characters.
    folder = Path(tempfile.mkdtemp(prefix="eid-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER, SERVER_USER)
    data = folder / "data"
    control = (str(bin_folder / "pg_ctl"), "-D", str(data))
    try:
        _run(
            folder,
            str(bin_folder / "initdb"),
            "-D",
            str(data),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        access = data / "pg_hba.conf"
        access.write_text(f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n" + access.read_text())
        port = _free_port()
        options = f"-p {port} -h 127.0.0.1 -k {folder} " + " ".join(f"-c {one}" for one in _SETTINGS)
        _run(folder, *control, "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield Server(folder, port)
        finally:
            _run(folder, *control, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [*_as_nobody_in_particular(), *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        # pg_ctl's server would keep a pipe open for as long as it runs.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{words[0]} ended with {done.returncode}"


def _as_nobody_in_particular() -> Sequence[str]:
    if os.geteuid() != 0:
        return ()
    return ("setpriv", f"--reuid={SERVER_USER}", f"--regid={SERVER_USER}", "--init-groups", "--")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
