"""The series of one set of books: where each stands, and what is asked at the first use of one."""

from __future__ import annotations

from einvoice_desktop.app.numbers_report import SeriesReport, numbers_report
from einvoice_desktop.app.ports import Numbers, SeriesPlace, SeriesState
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.app.sealing import issuer_of
from einvoice_desktop.domain.document import Document

SERIES_UNSURE = "series_unsure"
"""The UserError of a series whose last number nobody knows since the books came back from a backup."""


class SeriesBook:
    """Series of one server's books. Every method reads the store: not on the GUI thread."""

    def __init__(self, numbers: Numbers, server: str) -> None:
        self._numbers = numbers
        self._server = server

    def state(self, document: Document) -> SeriesState:
        """What is known of the series that the document would be numbered in."""
        return self._numbers.state(self._place(document))

    def set_last_number(self, document: Document, last: str) -> SeriesState:
        """The last number of that series that was used elsewhere; the next one follows it.

        Raises UserError("last_number_malformed" | "last_number_too_long" | "last_number_lower", last=).
        """
        return self._numbers.set_last(self._place(document), last)

    def is_to_be_asked_about(self, document: Document) -> bool:
        """Whether a person must say first which number of the series was the last: never in practice, whose
        series start at 1, nor where the document brings its number."""
        if self._server == PRACTICE or document.number:
            return False
        return self.state(document).last_number is None

    def names(self) -> frozenset[str]:
        """The names of the series that there are, for look-alikes to be warned about."""
        return frozenset(self._numbers.names(self._server))

    def report(self, *, everywhere: bool = False) -> tuple[SeriesReport, ...]:
        """Gaps and conflicts of each series."""
        return numbers_report(self._numbers.used(None if everywhere else self._server))

    def _place(self, document: Document) -> SeriesPlace:
        issuer, branch = issuer_of(document)
        type_code, series = document.invoice_type_code or "", document.series or ""
        return SeriesPlace(self._server, issuer, branch, type_code, series)
