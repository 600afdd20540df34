"""The words that the program is started with: a window, or a sentence and status 2; a second start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, handover, paths

TOP = Path(__file__).resolve().parents[1]
SAMPLE = paths.resource("samples/published/3.1-4.json")


def environ(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EINVOICE_")}
    kept |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
    return kept | more


def command(*words: object) -> list[str]:
    return [sys.executable, "-P", "-m", "einvoice_desktop", *map(str, words)]


def run(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), env=environ(**more), capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["self-check"], "self-check"),
        (["no such file.json"], "no such file.json"),
        (["--data-dirFOO"], "--data-dirFOO"),
        (["--practise"], "--practise"),
        (["--data-dir"], "--data-dir"),
        (["--data-dir="], "--data-dir"),
        ([str(SAMPLE), str(SAMPLE)], str(SAMPLE)),
        (["\x01\x02"], "\x01\x02"),
    ],
)
def test_wrong_words_are_told_in_a_sentence_and_open_no_window(words: list[str], told: str) -> None:
    for language in ("el", "en"):
        done = run(*words, EINVOICE_LANGUAGE=language)
        assert done.returncode == 2, done.stderr
        assert done.stdout == ""
        assert told in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.strip().endswith(("--help", ".")), done.stderr


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    bare = environ()
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        bare.pop(name, None)
    words = command("--data-dir", tmp_path)
    done = subprocess.run(words, env=bare, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "οθόνη" in done.stderr


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_answer(word: str) -> None:
    done = run(word)
    assert done.returncode == 0
    assert "einvoice-desktop" in done.stdout
    if word == "--help":
        assert "[--practice] [FILE]" in done.stdout


# --- one window a data folder --------------------------------------------------------------------


class Window:
    """The program itself, open on a data folder."""

    def __init__(self, folder: Path, *words: object) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            command("--data-dir", folder, "--practice", *words),
            env=environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def listens(self) -> bool:
        where = Path(handover.address(self.folder))
        return where.exists() and paths.window_lock(self.folder).exists() and self.process.poll() is None

    def wait_until_it_listens(self) -> None:
        end = time.monotonic() + 40
        while not self.listens():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < end
            time.sleep(0.05)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Window]:
    folder = tmp_path / "Δεδομένα 1"
    folder.mkdir()
    window = Window(folder)
    window.wait_until_it_listens()
    yield window
    window.end()


def second(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return run("--data-dir", folder, *words)


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket in the file system")
def test_a_second_start_hands_its_file_over_and_ends_at_once(first: Window, tmp_path: Path) -> None:
    file = tmp_path / "Τιμολόγιο αγοράς.json"
    file.write_bytes(SAMPLE.read_bytes())
    done = second(first.folder, file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    end = time.monotonic() + 20
    while file.name not in bootstrap.open_settings(first.folder).get("recent"):
        assert time.monotonic() < end, "the window has opened the file"
        time.sleep(0.1)
    assert first.process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket in the file system")
def test_what_hands_over_loads_neither_qt_nor_the_engine(first: Window) -> None:
    code = (
        "import sys; from einvoice_desktop.__main__ import main; status = main(sys.argv[1:]);"
        "print(status, [m for m in ('PySide6', 'pydantic', 'sqlalchemy', 'httpx') if m in sys.modules])"
    )
    words = [sys.executable, "-P", "-c", code, "--data-dir", str(first.folder)]
    done = subprocess.run(words, env=environ(), capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "0 []\n", done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal that ends a process without a word")
def test_a_window_that_was_killed_keeps_nobody_from_opening_one(first: Window) -> None:
    first.end()
    assert paths.window_lock(first.folder).exists()
    again = Window(first.folder)
    try:
        again.wait_until_it_listens()
    finally:
        again.end()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal")
def test_a_window_that_is_stuck_is_not_waited_for(first: Window) -> None:
    os.kill(first.process.pid, signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert not handover.hand_over(first.folder, paths.window_lock(first.folder), "practice", None)
        assert time.monotonic() - begun < handover.ANSWER_SECONDS + 2
    finally:
        os.kill(first.process.pid, signal.SIGCONT)


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket in the file system")
def test_other_books_and_other_folders_are_other_windows(first: Window, tmp_path: Path) -> None:
    lock = paths.window_lock(first.folder)
    assert handover.hand_over(first.folder, lock, "practice", None)
    assert not handover.hand_over(first.folder, lock, "production", None)
    other = tmp_path / "other"
    other.mkdir()
    assert handover.address(other) != handover.address(first.folder)
    assert not handover.hand_over(other, paths.window_lock(other), "practice", None)


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket in the file system")
def test_only_this_user_may_speak_to_the_window_and_nonsense_is_not_obeyed(first: Window) -> None:
    import socket

    where = handover.address(first.folder)
    assert Path(where).stat().st_mode & 0o077 == 0
    for nonsense in (
        b"\n",
        b"[]\n",
        b'{"file": "/etc/passwd"}\n',
        b"x" * 100_000,
        b'{"server":1,"file":2}\n',
    ):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(5)
            line.connect(where)
            line.sendall(nonsense)
            try:
                assert line.recv(100) != handover.TAKEN
            except ConnectionResetError:
                continue
    request = {"server": "practice", "file": "relative.json"}
    assert handover._ask(where, json.dumps(request).encode() + b"\n") == b"other\n"
    assert first.process.poll() is None
    assert handover.hand_over(first.folder, paths.window_lock(first.folder), "practice", None)
