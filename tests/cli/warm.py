"""Commands in processes of their own that need not import the program first.

One process imports it once and forks for each command; the fork is a whole process with its own surroundings,
standard streams and exit status. Where there is no fork (Windows) each command is started anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

TOP = Path(__file__).resolve().parents[2]


class Warm:
    """Runs commands; to be closed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def run(self, words: list[str], env: dict[str, str], stdin: str, folder: Path) -> tuple[int, str, str]:
        """Exit status, standard output, standard error. `folder` takes the streams' files."""
        if not hasattr(os, "fork"):
            return _anew(words, env, stdin)
        files = {name: folder / name for name in ("stdin", "stdout", "stderr")}
        folder.mkdir(parents=True, exist_ok=True)
        files["stdin"].write_text(stdin, encoding="utf-8")
        asked: dict[str, Any] = {"words": words, "env": env, "cwd": str(TOP)}
        asked |= {name: str(path) for name, path in files.items()}
        streams = self._streams()
        streams[0].write(json.dumps(asked) + "\n")
        streams[0].flush()
        status = int(streams[1].readline())
        return status, files["stdout"].read_text("utf-8"), files["stderr"].read_text("utf-8")

    def close(self) -> None:
        """Ends the process that was warm."""
        if self._process is not None:
            for stream in self._streams():
                stream.close()
            assert self._process.wait(20) == 0

    def _streams(self) -> tuple[IO[str], IO[str]]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.cli.warm"],
                cwd=TOP,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _anew(words: list[str], env: dict[str, str], stdin: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "einvoice_desktop", *words],
        cwd=TOP,
        env=env,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def _import_all() -> None:
    """What a command that submits imports; nothing of it opens anything."""
    import einvoice_desktop.__main__
    import einvoice_desktop.app.desk
    import einvoice_desktop.app.samples
    import einvoice_desktop.cli.check
    import einvoice_desktop.cli.commands
    import einvoice_desktop.cli.submit
    import einvoice_desktop.provider.gateway
    import einvoice_desktop.sandbox.app
    import einvoice_desktop.store.choice
    import einvoice_desktop.store.lock
    import einvoice_desktop.vault.pgp
    import einvoice_desktop.vault.secrets  # noqa: F401


def _serve() -> None:
    _import_all()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _work(json.loads(line))
        _, ended = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(ended), flush=True)


def _work(asked: dict[str, Any]) -> None:
    """In the fork: as the program's own process begins, and as it ends."""
    import atexit
    import random
    import threading

    status = 1
    try:
        _dress(asked)
        random.seed()
        from einvoice_desktop.__main__ import main

        status = main(asked["words"])
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - told as the interpreter tells it
        import traceback

        traceback.print_exc()
    finally:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _dress(asked: dict[str, Any]) -> None:
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, name, how in ((0, "stdin", os.O_RDONLY), (1, "stdout", writing), (2, "stderr", writing)):
        opened = os.open(asked[name], how, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115


if __name__ == "__main__":
    _serve()
