"""The provider's PDF and the authority's XML at the window, and a document that could not be verified."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from einvoice_desktop.app.ports import Form
from einvoice_desktop.domain.readback import GROSS
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.gui.frame.conftest import issued as took

CTRL = Qt.KeyboardModifier.ControlModifier
PDF = b"%PDF-1.7 of the provider"
XML = b"<InvoicesDoc><invoice><mark>400</mark></invoice></InvoicesDoc>"
MARK = "400001900000001"


def issue(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.mark") == MARK)
    office.rest()


def save_to(office: Any, path: Path) -> None:
    office.wait(lambda: office.window.findChildren(QFileDialog))
    (dialog,) = office.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    office.rest()


def test_the_pdf_is_kept_by_itself_and_saved_without_asking_the_provider_again(
    office: Any, tmp_path: Path
) -> None:
    office.line.files[Form.PDF] = PDF
    issue(office)
    office.wait(lambda: office.line.fetched == [("1", Form.PDF)])
    office.rest()
    office.line.files.clear()
    office.key(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    save_to(office, tmp_path / "theirs.pdf")
    office.wait(lambda: (tmp_path / "theirs.pdf").exists())
    assert (tmp_path / "theirs.pdf").read_bytes() == PDF
    assert office.line.fetched == [("1", Form.PDF)]


def test_where_the_provider_gives_none_nobody_is_bothered_until_it_is_asked_for(office: Any) -> None:
    issue(office)
    office.wait(lambda: office.line.fetched)
    office.rest()
    assert not office.window.message
    office.view("archive")
    office.press("action.providerPdf")
    office.wait(lambda: "HTTP 404" in office.window.message)


def test_the_authoritys_xml_is_shown_line_by_line(office: Any) -> None:
    office.line.files[Form.XML] = XML
    issue(office)
    office.key(Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    shown: list[Any] = []

    def found() -> bool:
        shown[:] = [w for w in QApplication.allWidgets() if w.accessibleIdentifier() == "authorityXml.text"]
        return bool(shown)

    office.wait(found)
    assert "    <mark>400</mark>" in shown[0].toPlainText().splitlines()


def test_every_value_of_the_answer_is_there_to_be_copied(office: Any) -> None:
    def whole(sealed: Any) -> Outcome:
        outcome = took(sealed)
        assert outcome.receipt is not None
        told = {
            "signature": "EL1-2-AB",
            "integrity_signature": "CD" * 32,
            "unique_id": "6b1c",
            "cancellation_mark": "400001900000999",
            "erp_qr_code": "https://mydatapi.aade.gr/q/1",
            "qr_code_string": "QR" * 900,
            "domain": "https://einvoiceportaluat.impact.gr",
        }
        return replace(outcome, receipt=replace(outcome.receipt, **told))

    office.line.will(whole)
    issue(office)
    assert office.text("receipt.signature") == "EL1-2-AB"
    assert office.text("receipt.cancellationMark") == "400001900000999"
    assert office.text("receipt.series") == "A"
    assert office.text("receipt.message") == "Successfully submitted to IAPR"
    for button, value in (("integritySignature", "CD" * 32), ("qrCodeString", "QR" * 900)):
        office.find(f"receipt.copy.{button}").click()
        assert QGuiApplication.clipboard().text() == value


def test_what_could_not_be_verified_says_so_and_is_compared_again(office: Any, play: Any) -> None:
    def conflict(sealed: Any) -> Outcome:
        told = replace(took(sealed).receipt, internal_id="", uid="")  # type: ignore[type-var]
        return Outcome(OutcomeKind.CONFLICT, "already_transmitted", receipt=told, http_status=409)

    office.line.will(play.unknown, conflict)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.desk.submissions()[0].attempts == 1)
    office.rest()
    office.key(Qt.Key.Key_F8)
    office.wait(lambda: office.desk.submissions()[0].is_unverified)
    office.wait(lambda: "επαληθευτεί" in office.text("receipt.state"))
    assert "πύλη" in office.text("receipt.problems")
    office.view("archive")
    office.wait(lambda: office.find("archive").model().rowCount() == 1)
    page = office.window.book.currentWidget()
    state = [column.key for column in page.model.columns].index("state")
    office.wait(lambda: not page.table.isColumnHidden(state))
    assert page.model.index(0, state).data() == "Ανεπαλήθευτο"
    office.view("receipt")
    office.wait(lambda: office.find("receipt.compare").isVisible())
    office.window.unsay()
    office.press("receipt.compare")
    office.wait(lambda: "σύγκριση" in office.window.message)
    office.line.page = Outcome(OutcomeKind.UNKNOWN, "read_back_without_mark", sums={GROSS: Decimal("124.00")})
    office.rest()
    office.press("receipt.compare")
    office.wait(lambda: not office.desk.submissions()[0].is_unverified)
    office.wait(lambda: not office.find("receipt.compare").isVisible())
