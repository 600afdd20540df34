"""Preview, print, PDF and e-mail of the document in sight, as a person asks for them."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QSpinBox

from einvoice_desktop.gui.paper import mail, printing
from einvoice_desktop.gui.paper.view import LARGEST, SMALLEST

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def text_on_paper(office: Any) -> str:
    """What a screen reader says of the paper."""
    return str(office.find("preview.paper").accessibleDescription())


def preview(office: Any) -> None:
    """F5, and the paper is there."""
    office.key(Qt.Key.Key_F5)
    office.wait(lambda: office.window.book.view == "preview")
    office.wait(lambda: office.find("preview.paper").page_count)
    office.rest()


def issue(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.rest()


def choose(office: Any, identifier: str, value: str) -> None:
    """As a person does it: down to the entry, by the keys."""
    box = office.find(identifier)
    box.setFocus()
    step = Qt.Key.Key_Down if box.findData(value) > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(box.findData(value) - box.currentIndex())):
        office.key(step)
    office.rest()


def dialog_of(kind: type) -> Any:
    """The dialog that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


def saved_pdf(office: Any, path: Path) -> bytes:
    """Answers the file dialog with `path`."""
    office.wait(lambda: dialog_of(QFileDialog))
    dialog = dialog_of(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    office.wait(path.exists)
    office.rest()
    return path.read_bytes()


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    """Qt's own dialogs: a test cannot answer the system's."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(attribute)
    QApplication.setAttribute(attribute, True)
    yield
    QApplication.setAttribute(attribute, before)


# --- the preview ------------------------------------------------------------------------------------


def test_f5_shows_the_paper_of_the_form_as_it_stands(office: Any) -> None:
    office.fill()
    preview(office)
    told = text_on_paper(office)
    assert "Παπαδόπουλος και Υιοί Α.Ε." in told
    assert "124,00" in told
    assert "Δεν έχει εκδοθεί" in office.find("page.preview").hint.text()
    assert QApplication.focusWidget() is office.find("preview.paper")


def test_what_is_still_being_typed_stands_on_the_paper(office: Any) -> None:
    office.fill()
    field = office.find("counterParty.registeredName")
    field.setFocus()
    field.selectAll()
    for char in "Δήμος":
        QApplication.sendEvent(field, key_event(char))
    preview(office)
    assert "Δήμος" in text_on_paper(office)
    office.key(Qt.Key.Key_Escape)
    office.window.session.edit("counterParty.registeredName", "Κοινότητα")
    preview(office)
    assert "Κοινότητα" in text_on_paper(office)
    assert "Δήμος" not in text_on_paper(office)


def key_event(char: str) -> Any:
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)


def test_escape_goes_back_to_the_field_one_came_from(office: Any) -> None:
    office.find("counterParty.address.city").setFocus()
    preview(office)
    assert office.find("view.compose").isChecked()
    office.key(Qt.Key.Key_Escape)
    assert office.window.book.view == "compose"
    assert QApplication.focusWidget() is office.find("counterParty.address.city")


def test_the_preview_of_a_receipt_goes_back_to_the_receipt(office: Any) -> None:
    issue(office)
    preview(office)
    told = text_on_paper(office)
    assert "400001900000001" in told
    assert "0F" * 20 in told
    office.press("preview.back")
    assert office.window.book.view == "receipt"


def test_the_preview_of_an_archive_row_shows_that_row(office: Any) -> None:
    issue(office)
    office.window.open_view("compose")
    office.fill()
    office.window.session.edit("counterParty.registeredName", "Δήμος Αθηναίων")
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: all(r.state == "issued" for r in office.desk.submissions()))
    office.rest()
    office.view("archive")
    table = office.find("archive")
    table.setFocus()
    table.selectRow(1)
    preview(office)
    assert "Παπαδόπουλος" in text_on_paper(office)
    office.key(Qt.Key.Key_Escape)
    assert office.window.book.view == "archive"


def test_language_and_form_of_the_paper_are_remembered(start: Any) -> None:
    office = start()
    office.fill()
    preview(office)
    assert "Τιμολόγιο Πώλησης" in text_on_paper(office)
    choose(office, "preview.language", "en")
    office.wait(lambda: "Sales Invoice" in text_on_paper(office))
    choose(office, "preview.language", "both")
    office.wait(lambda: "Sales Invoice" in text_on_paper(office) and "Τιμολόγιο" in text_on_paper(office))
    choose(office, "preview.form", "80mm")
    view = office.find("preview.paper")
    office.wait(lambda: view._pages.size(0).width() == 80)
    assert office.settings.values["paper.language"] == "both"
    assert office.settings.values["paper.form"] == "80mm"
    office.window.close()
    again = start(**office.settings.values)
    preview(again)
    assert again.find("preview.form").value == "80mm"
    assert again.find("preview.paper")._pages.size(0).width() == 80


def test_the_wheel_changes_no_choice(office: Any) -> None:
    preview(office)
    box = office.find("preview.language")
    before = box.currentIndex()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    turn = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before


def test_ctrl_plus_minus_and_0_change_the_size(office: Any) -> None:
    preview(office)
    view = office.find("preview.paper")
    assert view.fit == "width"
    office.key(Qt.Key.Key_0, CTRL)
    assert (view.fit, view.factor) == ("own", 1.0)
    office.key(Qt.Key.Key_Plus, CTRL)
    assert view.factor > 1
    office.key(Qt.Key.Key_Minus, CTRL)
    assert view.factor == 1.0
    for _ in range(30):
        office.key(Qt.Key.Key_Plus, CTRL)
    assert view.factor == LARGEST
    for _ in range(60):
        office.key(Qt.Key.Key_Minus, CTRL)
    assert view.factor == SMALLEST
    choose(office, "preview.fit", "page")
    assert view.verticalScrollBar().maximum() == 0, "the whole page is in sight"


def test_page_down_and_up_go_through_many_pages(office: Any) -> None:
    office.fill()
    with office.window.session.together():
        for _ in range(80):
            office.window.session.duplicate_row("details", 0)
    preview(office)
    view = office.find("preview.paper")
    choose(office, "preview.fit", "page")
    view.setFocus()
    pages = view.page_count
    assert pages > 2
    seen = []
    for _ in range(pages):
        seen.append(view.page_in_sight)
        office.key(Qt.Key.Key_PageDown)
    assert seen == list(range(pages))
    assert office.text("preview.page") == f"Σελίδα {pages} από {pages}"
    office.key(Qt.Key.Key_PageUp)
    assert view.page_in_sight == pages - 2
    office.key(Qt.Key.Key_Home)
    assert view.page_in_sight == 0


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_paper_is_painted_crisply_at_every_scale(office: Any, ratio: float) -> None:
    office.fill()
    preview(office)
    view = office.find("preview.paper").viewport()
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    view.render(image)
    white = sum(
        image.pixelColor(x, y).lightness() > 250
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )
    dark = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 1)
        for y in range(0, min(300, image.height()), 3)
    ]
    assert white > 1000
    assert min(dark) < 60, "letters and rules are drawn at full strength"


def test_a_document_that_is_issued_while_it_is_previewed_shows_its_mark(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.line.sent)
    office.rest()
    preview(office)
    assert "400001900000001" not in text_on_paper(office)
    office.window.actions_["tryNow"].trigger()
    office.wait(lambda: "400001900000001" in text_on_paper(office))


def test_a_missing_logo_is_told_once_and_the_paper_is_made(start: Any, tmp_path: Path) -> None:
    office = start(**{"paper.logo": str(tmp_path / "λογότυπο.png")})
    preview(office)
    assert "λογότυπο.png" in office.window.message
    office.window.unsay()
    office.key(Qt.Key.Key_Escape)
    preview(office)
    assert office.window.message == ""


# --- where the commands can be used -----------------------------------------------------------------


def test_commands_of_paper_rest_where_no_document_is_in_sight(office: Any) -> None:
    names = ("preview", "print", "savePdf", "email")
    enabled = {}
    for view in ("compose", "drafts", "samples", "archive"):
        office.view(view)
        enabled[view] = [office.window.actions_[name].isEnabled() for name in names]
    assert enabled == {
        "compose": [True] * 4,
        "drafts": [False] * 4,
        "samples": [False] * 4,
        "archive": [False] * 4,
    }
    office.window.open_view("compose")
    issue(office)
    assert all(office.window.actions_[name].isEnabled() for name in names)
    preview(office)
    assert [office.window.actions_[name].isEnabled() for name in names] == [False, True, True, True]


def test_the_buttons_stand_where_the_document_is(office: Any) -> None:
    assert office.find("action.preview").isVisible()
    issue(office)
    page = office.find("page.receipt")
    shown = {b.accessibleIdentifier(): b.key for b in page.tools if b.isVisible()}
    assert shown == {
        "action.preview": "F5",
        "action.print": "Ctrl+P",
        "action.savePdf": "Ctrl+Shift+S",
        "action.email": "Ctrl+E",
    }


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
