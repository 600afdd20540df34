"""Files by drag and drop and from the command line; what cannot be read is told in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from einvoice_desktop import paths

SAMPLE = paths.resource("samples/published/3.1-4.json")


def drop(office: Any, *files: Path) -> bool:
    """Drags files onto the window and lets go, if the window would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    spot, action = QPointF(400, 300), Qt.DropAction.CopyAction
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot.toPoint(), action, data, button, plain)
    enter.setAccepted(False)
    office.window.dragEnterEvent(enter)
    if enter.isAccepted():
        office.window.dropEvent(QDropEvent(spot, action, data, button, plain))
    return enter.isAccepted()


def test_a_dropped_document_becomes_a_draft(office: Any) -> None:
    assert drop(office, SAMPLE)
    office.wait(lambda: office.window.session.value("invoiceTypeCode") == "3.1")
    assert office.window.book.view == "compose"
    assert office.text("summaries.totalPayableAmount") == "609,06"


def test_what_was_being_written_is_kept_as_a_draft(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Μισό")
    drop(office, SAMPLE)
    office.wait(lambda: office.window.session.value("invoiceTypeCode") == "3.1")
    office.wait(lambda: [row.counterparty_name for row in office.desk.draft_rows()] == ["Μισό"])


def test_other_files_are_not_taken(office: Any, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"x")
    assert not drop(office, picture)
    assert not drop(office, SAMPLE, picture)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[1,2]", b'{"details": 5}', b'{"a":' * 5000],
)
def test_a_broken_file_is_told_in_a_sentence(office: Any, tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "Τιμολόγιο.json"
    broken.write_bytes(content)
    drop(office, broken)
    office.wait(lambda: "Το Τιμολόγιο.json δεν άνοιξε." in office.window.message)
    assert "Traceback" not in office.window.message
    assert office.window.session.value("invoiceTypeCode") == "1.1", "the document on the stage stays"


def test_a_file_that_has_gone_is_told(office: Any, tmp_path: Path) -> None:
    gone = tmp_path / "gone.json"
    shutil.copy(SAMPLE, gone)
    data_taken = drop(office, gone)
    gone.unlink()
    assert data_taken
    office.rest()
    office.program.deeds.opening.open(gone)
    office.wait(lambda: "gone.json" in office.window.message)


def test_the_message_is_closed_by_its_button(office: Any, tmp_path: Path) -> None:
    broken = tmp_path / "x.json"
    broken.write_bytes(b"{")
    drop(office, broken)
    office.wait(lambda: office.window.message)
    office.press("message.close")
    assert office.window.message == ""
