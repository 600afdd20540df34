"""A POS receipt in the window: composed, issued at its own door, shown and archived like any other."""

from __future__ import annotations

from typing import Any

from einvoice_desktop import paths
from einvoice_desktop.domain.submission import Kind


def test_it_is_issued_shown_and_found_in_the_archive(office: Any) -> None:
    data = paths.resource("samples/own/8.4-pos-receipt.json").read_bytes()
    office.program.deeds.take(office.desk.read_draft(data))
    office.rest()
    assert office.text("summaries.totalPayableAmount") == "150,00"
    office.press("action.issue")
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.mark") == "400001900000001")
    office.rest()
    (sealed,) = office.line.sent
    assert sealed.kind is Kind.RECEIPT
    assert f'"internalDocumentId":"{sealed.internal_id}"'.encode() in sealed.payload
    assert office.text("receipt.document.gross") == "150,00"
    # There is no credit of it.
    assert not office.find("page.receipt").credit_button.isVisible()
    page = office.view("archive")
    office.wait(lambda: page.model.ids == [1])
