"""The series that are settled for one server's books: what can be chosen, and what the books know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.companies import BRANCHES_SETTING, CARD_SETTING, branches_of, card_of
from einvoice_desktop.app.series_choice import SeriesFor, series_table
from einvoice_desktop.gui.document_defaults import series_setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.series_rows import SeriesRow


def type_rows(office: Office) -> list[tuple[str, str]]:
    """The types of documents, code and words."""
    desk = office.desk
    rows = desk.codes.choices("provider_types", office.language) if desk is not None else ()
    return [(row.code, f"{row.code} {row.label}") for row in rows]


def branch_rows(office: Office) -> list[tuple[str, str]]:
    """The seat and the branches, number and words."""
    kept = branches_of(office.preferences.get(BRANCHES_SETTING))
    seat = QCoreApplication.translate("Branches", "Seat")
    return [("0", f"0 {seat}"), *((str(one.number), f"{one.number} {one.words}".strip()) for one in kept)]


def settled(office: Office, server: str) -> dict[SeriesFor, str]:
    """What is settled for a server's books."""
    return series_table(office.preferences.get(series_setting(server)))


def settled_text(office: Office) -> str:
    """The same in words, a line for each; "" for nothing."""
    translate = QCoreApplication.translate
    rows = settled(office, office.the_desk.server)
    lines = [
        translate("Numbers", "{0}, branch {1}: series {2}").format(office.kind(code), branch, series)
        for (code, branch), series in rows.items()
    ]
    head = translate("Numbers", "Series of new documents, as settled:")
    return "\n".join([head, *(f"  {line}" for line in lines)]) if lines else ""


def asking_last(office: Office, server: str, rows: Sequence[SeriesRow]) -> Callable[[], dict[SeriesRow, str]]:
    """Work for a thread: by row the last number that the books know, "" for none."""
    book, documents = office.the_desk.series_of(server), _documents(office, server, rows)

    def work() -> dict[SeriesRow, str]:
        return {row: book.state(document).last_number or "" for row, document in documents.items()}

    return work


def telling_last(office: Office, server: str, rows: Sequence[SeriesRow]) -> Callable[[], None]:
    """Work for a thread: writes down the numbers that were typed. Raises UserError("last_number_…")."""
    book = office.the_desk.series_of(server)
    documents = _documents(office, server, [row for row in rows if row.last])

    def work() -> None:
        for row, document in documents.items():
            book.set_last_number(document, row.last)

    return work


def _documents(office: Office, server: str, rows: Sequence[SeriesRow]) -> dict[SeriesRow, Document]:
    """For each row a document as it would be numbered; none while nobody knows who issues."""
    from einvoice_desktop.app.practice import PRACTICE, practice_company
    from einvoice_desktop.domain.document import Document

    practising = server == PRACTICE
    card = practice_company() if practising else card_of(office.preferences.get(CARD_SETTING))
    if card is None or not card.vat:
        return {}
    return {
        row: Document(
            issuer=card.with_member("branch_code", row.place.branch),
            invoice_type_code=row.place.type_code,
            series=row.series,
        )
        for row in rows
    }
