"""Which mail program is asked, and with what."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDir, QProcess, QStandardPaths
from PySide6.QtGui import QDesktopServices

from einvoice_desktop.app.mailing import Letter
from einvoice_desktop.gui.paper import mail
from einvoice_desktop.store.files import write_whole

LETTER = Letter(
    "kafes@example.gr", "Τιμολόγιο A-12", "Αξιότιμη κυρία\n\nσυνημμένο", "Τιμολόγιο A-12.pdf", b"%PDF-"
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the system was asked to open."""
    files: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(url.toLocalFile()) or True)
    return files


def with_xdg_email(monkeypatch: pytest.MonkeyPatch, program: str, *, starts: bool) -> list[list[str]]:
    """A Linux desktop on which `program` is found; what it was started with."""
    started: list[list[str]] = []

    def start(name: str, arguments: list[str]) -> tuple[bool, int]:
        started.append([name, *arguments])
        return starts, 1

    monkeypatch.setattr(mail.sys, "platform", "linux")
    monkeypatch.setattr(QStandardPaths, "findExecutable", staticmethod(lambda _name: program))
    monkeypatch.setattr(QProcess, "startDetached", staticmethod(start))
    return started


def test_on_linux_the_mail_program_gets_recipient_words_and_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    started = with_xdg_email(monkeypatch, "/usr/bin/xdg-email", starts=True)
    pdf = tmp_path / "a.pdf"
    assert mail.open_message(LETTER, pdf)
    (words,) = started
    assert words[0] == "/usr/bin/xdg-email"
    assert words[-1] == "kafes@example.gr"
    assert words[words.index("--attach") + 1] == str(pdf)
    assert words[words.index("--body") + 1] == LETTER.body
    assert opened == []


@pytest.mark.parametrize("program", ["", "/usr/bin/xdg-email"], ids=["absent", "does not start"])
def test_without_it_the_draft_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str], program: str
) -> None:
    with_xdg_email(monkeypatch, program, starts=False)
    assert mail.open_message(LETTER, tmp_path / "a.pdf")
    assert opened == [str(tmp_path / "a.eml")]


def test_on_windows_the_draft_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    started = with_xdg_email(monkeypatch, "C:/xdg-email", starts=True)
    monkeypatch.setattr(mail.sys, "platform", "win32")
    assert mail.open_message(LETTER, tmp_path / "a.pdf")
    assert opened == [str(tmp_path / "a.eml")]
    assert started == []


def test_an_unknown_recipient_is_left_to_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = with_xdg_email(monkeypatch, "/usr/bin/xdg-email", starts=True)
    letter = Letter("", "α", "β", "α.pdf", b"")
    mail.open_message(letter, tmp_path / "a.pdf")
    assert started[0][-1] == str(tmp_path / "a.pdf")


def test_pdf_and_draft_are_put_where_nobody_else_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDir, "tempPath", staticmethod(lambda: str(tmp_path)))
    pdf = mail.put_down(LETTER, write_whole)
    assert pdf.name == "Τιμολόγιο A-12.pdf"
    assert pdf.read_bytes() == b"%PDF-"
    assert mail.message_beside(pdf).read_bytes().startswith(b"Content-Type: multipart/mixed")
    if os.name == "posix":
        assert pdf.parent.stat().st_mode & 0o077 == 0
    assert mail.put_down(LETTER, write_whole) != pdf, "a second message gets a place of its own"


def test_what_was_put_down_long_ago_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDir, "tempPath", staticmethod(lambda: str(tmp_path)))
    old, young, other = (tmp_path / name for name in ("einvoice-mail-old", "einvoice-mail-new", "other"))
    for folder in (old, young, other):
        folder.mkdir()
        (folder / "a.pdf").write_bytes(b"x")
    month_ago = time.time() - 30 * 86400
    for folder in (old, other):
        os.utime(folder, (month_ago, month_ago))
    mail.put_down(LETTER, write_whole)
    assert not old.exists()
    assert young.exists()
    assert other.exists()


def test_a_full_disk_is_told_by_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDir, "tempPath", staticmethod(lambda: str(tmp_path / "gone")))

    def write(_path: Path, _data: bytes) -> Any:
        raise AssertionError("there is no folder to write to")

    with pytest.raises(OSError, match=r".+"):
        mail.put_down(LETTER, write)
