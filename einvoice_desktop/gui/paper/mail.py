"""Hands a message with its PDF to the mail program of the system."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QDir, QProcess, QStandardPaths, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from einvoice_desktop.app.mailing import Letter, letter_about, unsent_message
from einvoice_desktop.gui.paper.saving import pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.gui.paper.subjects import Sheet

_PREFIX = "einvoice-mail-"
_KEPT_DAYS = 7
"""How long an outgoing PDF stays: a mail program may read it only when the message is sent."""


def letter_of(sheet: Sheet, desk: Desk) -> Letter:
    """The message that goes with a document. Blocks."""
    trial = not desk.surroundings().live
    return letter_about(sheet.naming, pdf_of(sheet), desk.sentence, trial=trial)


def put_down(letter: Letter, write_file: Callable[[Path, bytes], None]) -> Path:
    """Writes the PDF, and beside it the message, where only this person can read them; the PDF's place.

    Blocks. Raises OSError.
    """
    _tidy_up()
    folder = QTemporaryDir(QDir(QDir.tempPath()).filePath(f"{_PREFIX}XXXXXX"))
    folder.setAutoRemove(False)
    if not folder.isValid():
        raise OSError(folder.errorString())
    pdf = Path(folder.filePath(letter.file_name))
    write_file(pdf, letter.pdf)
    write_file(message_beside(pdf), unsent_message(letter))
    return pdf


def message_beside(pdf: Path) -> Path:
    """Where the message of an outgoing PDF lies."""
    return pdf.with_suffix(".eml")


def open_message(letter: Letter, pdf: Path) -> bool:
    """Has the system's mail program show the message, ready to be sent; False where none could be asked."""
    if sys.platform == "linux":
        program = QStandardPaths.findExecutable("xdg-email")
        if program and QProcess.startDetached(program, _arguments(letter, pdf))[0]:
            return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(message_beside(pdf))))


def _arguments(letter: Letter, pdf: Path) -> list[str]:
    words = ["--utf8", "--subject", letter.subject, "--body", letter.body, "--attach", str(pdf)]
    return [*words, letter.to] if letter.to else words


def _tidy_up() -> None:
    """Takes away what was put down for messages long ago."""
    temporary = QDir(QDir.tempPath())
    oldest = QDateTime.currentDateTime().addDays(-_KEPT_DAYS)
    for found in temporary.entryInfoList([f"{_PREFIX}*"], QDir.Filter.Dirs | QDir.Filter.NoSymLinks):
        if found.lastModified() < oldest:
            QDir(found.absoluteFilePath()).removeRecursively()
