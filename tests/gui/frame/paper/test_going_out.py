"""Print, PDF and e-mail of the document in sight, as a person asks for them."""

from __future__ import annotations

import errno
import re
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QSpinBox

from einvoice_desktop.gui.paper import mail, printing
from tests.gui.frame.paper.conftest import CTRL, SHIFT, dialog_of, issue, saved_pdf

# --- PDF --------------------------------------------------------------------------------------------


def test_a_pdf_is_saved_under_a_good_name_and_the_folder_is_offered(
    office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue(office)
    office.key(Qt.Key.Key_S, CTRL | SHIFT)
    office.wait(lambda: dialog_of(QFileDialog))
    offered = Path(dialog_of(QFileDialog).selectedFiles()[0]).name
    day = office.desk.submissions()[0].sealed.key.date
    assert offered == f"Τιμολόγιο Πώλησης A-1 Παπαδόπουλος και Υιοί Α.Ε. {day}.pdf"
    data = saved_pdf(office, tmp_path / offered)
    assert data.startswith(b"%PDF-")
    assert offered in office.window.message
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    office.press("message.action")
    assert opened == [str(tmp_path)]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "δίσκος είναι γεμάτος"), (errno.EACCES, "δεν επιτρέπει εγγραφή")],
)
def test_what_cannot_be_saved_is_told_in_a_sentence(
    office: Any, tmp_path: Path, number: int, words: str
) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise OSError(number, "no", str(path))

    office.window.office.write_file = full
    office.fill()
    office.key(Qt.Key.Key_S, CTRL | SHIFT)
    office.wait(lambda: dialog_of(QFileDialog))
    dialog = dialog_of(QFileDialog)
    dialog.selectFile(str(tmp_path / "α.pdf"))
    dialog.accept()
    office.wait(lambda: words in office.window.message)
    assert list(tmp_path.glob("*.pdf")) == []


# --- printer ----------------------------------------------------------------------------------------


def test_without_a_printer_a_sentence_offers_the_pdf(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    office.fill()
    office.key(Qt.Key.Key_P, CTRL)
    office.wait(lambda: "εκτυπωτής" in office.window.message)
    office.press("message.action")
    office.wait(lambda: dialog_of(QFileDialog))
    dialog_of(QFileDialog).reject()


@pytest.mark.skipif(sys.platform != "linux", reason="a test can answer Qt's own dialog, not the system's")
def test_what_was_printed_last_is_remembered_for_the_paper(
    office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    issue(office)
    office.key(Qt.Key.Key_P, CTRL)
    office.wait(lambda: dialog_of(QPrintDialog))
    dialog = dialog_of(QPrintDialog)
    dialog.findChild(QLineEdit, "filename").setText(str(tmp_path / "out.pdf"))
    dialog.findChild(QSpinBox, "copies").setValue(3)
    dialog.accept()
    office.wait(lambda: (tmp_path / "out.pdf").exists())
    office.rest()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert office.settings.values["printer.a4.copies"] == "3"
    assert "printer.a4" in office.settings.values
    assert "printer.80mm" not in office.settings.values


# --- e-mail -----------------------------------------------------------------------------------------


@pytest.fixture
def outgoing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where messages are put down in this test; no mail program is really asked."""
    monkeypatch.setattr(QDir, "tempPath", staticmethod(lambda: str(tmp_path)))
    monkeypatch.setattr(mail.sys, "platform", "win32")
    return tmp_path


@pytest.mark.usefixtures("outgoing")
def test_an_issued_document_goes_to_the_mail_program_with_its_pdf(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    office.window.session.edit("counterParty.emails[0]", "logistirio@papadopoulos.gr")
    issue(office)
    office.key(Qt.Key.Key_E, CTRL)
    office.wait(lambda: opened)
    message = message_from_bytes(opened[0].read_bytes(), policy=default)
    assert message["To"] == "logistirio@papadopoulos.gr"
    assert message["X-Unsent"] == "1"
    assert "Τιμολόγιο Πώλησης A-1" in message["Subject"]
    (attached,) = message.iter_attachments()
    assert attached.get_content() == opened[0].with_suffix(".pdf").read_bytes()
    assert re.match(rb"%PDF-1\.[4-7]", attached.get_content())
    assert opened[0].parent.stat().st_mode & 0o077 == 0, "nobody else can read it"
    assert "e-mail" in office.window.message


def test_where_no_mail_program_opens_the_place_of_the_pdf_is_told(
    office: Any, outgoing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    office.fill()
    office.key(Qt.Key.Key_E, CTRL)
    office.wait(lambda: "Δεν άνοιξε πρόγραμμα" in office.window.message)
    (pdf,) = outgoing.glob("einvoice-mail-*/*.pdf")
    assert str(pdf.parent) in office.window.message


def test_a_key_pressed_twice_opens_one_dialog(office: Any) -> None:
    office.fill()
    office.window.actions_["savePdf"].trigger()
    office.window.actions_["savePdf"].trigger()
    office.wait(lambda: dialog_of(QFileDialog))
    office.rest()
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    office.window.actions_["savePdf"].trigger()
    office.wait(lambda: dialog_of(QFileDialog))
    dialog_of(QFileDialog).reject()
