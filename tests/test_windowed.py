"""What a windowed program meets in Windows: no standard streams, and files that others have open."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from einvoice_desktop import __main__ as entry
from einvoice_desktop import logs, paths
from einvoice_desktop.app.file_faults import file_fault
from einvoice_desktop.store.files import write_whole

SAMPLE = paths.resource("samples/published/3.1-4.json")


@contextmanager
def without_streams() -> Iterator[None]:
    """As PyInstaller starts a program without a console."""
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = sys.stdout = sys.stderr = None  # type: ignore[assignment]
    try:
        yield
    finally:
        given = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = before
        for stream in given:
            if stream is not None:
                stream.close()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["check", str(SAMPLE)], 0),
        (["check", "--json", str(SAMPLE)], 0),
        (["check", "no such file.json"], 2),
        (["login", "--server", "uat", "--vat", "999999993"], 2),
    ],
)
def test_a_command_without_a_console_ends_with_its_status(
    tmp_path: Path, words: list[str], status: int
) -> None:
    with without_streams():
        found = entry.main(["--data-dir", str(tmp_path), *words])
    assert found == status


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["check"]])
def test_words_that_end_the_program_at_once_do_so_without_a_console(words: list[str]) -> None:
    with without_streams(), pytest.raises(SystemExit):
        entry.main(words)


def test_words_that_are_off_are_told_in_a_box_where_there_is_no_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(entry, "_show", shown.append)
    monkeypatch.setenv("EINVOICE_LANGUAGE", "en")
    with without_streams():
        assert entry.main(["--data-dir", str(tmp_path), "lost.invdraft"]) == 2
    (sentence,) = shown
    assert "lost.invdraft" in sentence


def test_words_that_are_off_open_no_box_where_there_is_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry, "_show", lambda _: pytest.fail("a box"))
    assert entry.main(["--data-dir", str(tmp_path), "lost.invdraft"]) == 2
    assert "lost.invdraft" in capsys.readouterr().err


class Held:
    """Stands for Path.replace while another program has the file, for so many tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tries: int) -> None:
        self.left, self._real = tries, Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self.replace(path, target))

    def replace(self, path: Path, target: Path) -> Path:
        if not self.left:
            return self._real(path, target)
        self.left -= 1
        refused = PermissionError(errno.EACCES, "Access is denied", str(path))
        refused.winerror = 5  # type: ignore[attr-defined, unused-ignore]
        raise refused


def test_a_file_that_is_looked_through_for_an_instant_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    held = Held(monkeypatch, 2)
    write_whole(file, b"new")
    assert (file.read_bytes(), held.left) == (b"new", 0)


def test_a_file_that_another_program_has_open_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    Held(monkeypatch, 99)
    with pytest.raises(OSError, match=r"a\.pdf") as caught:
        write_whole(file, b"new")
    assert file_fault(caught.value).code == "file_in_use"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert file.read_bytes() == b"old"


@pytest.fixture
def journal(tmp_path: Path) -> logging.Handler:
    handler = logs.PatientFileHandler(
        tmp_path / "einvoice.log", maxBytes=100, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(message)s"))
    return handler


def lines(folder: Path) -> list[str]:
    files = sorted(folder.glob("einvoice.log*"), reverse=True)
    return [line for file in files for line in file.read_text(encoding="utf-8").split()]


def write(handler: logging.Handler, numbers: range) -> None:
    for number in numbers:
        handler.emit(logging.LogRecord("a", logging.INFO, "", 0, f"{number:020}", (), None))


def test_no_line_is_lost_while_another_process_has_the_log_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: logging.Handler
) -> None:
    write(journal, range(6))
    with monkeypatch.context() as held:

        def refuse(path: Path, _target: Path) -> Path:
            raise PermissionError(errno.EACCES, "in use", str(path))

        held.setattr(Path, "rename", refuse)
        write(journal, range(6, 20))
    write(journal, range(20, 22))
    journal.close()
    assert lines(tmp_path) == [f"{number:020}" for number in range(22)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "einvoice.log",
        "einvoice.log.1",
        "einvoice.log.2",
    ]
