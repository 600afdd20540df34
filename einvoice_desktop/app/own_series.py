"""The series that an office goes on in: never one that is only some customer's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from einvoice_desktop.app.customer_book import CustomerBook
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Party

FIRST_SERIES = "A"
"""Series of a new document before the office has chosen one; Latin."""


def usual_series(
    last: Document | None, earlier: Callable[[], Iterable[Document]], customers: CustomerBook
) -> str:
    """Of the last document; where that stands in its customer's own series, of the one before it to somebody
    else. Reads the book."""
    if last is None or not last.series:
        return FIRST_SERIES
    if not is_of_card(last, customers):
        return last.series
    others = (one.series for one in earlier() if not is_of_card(one, customers))
    return next((series for series in others if series), FIRST_SERIES)


def is_of_card(document: Document, customers: CustomerBook) -> bool:
    """Whether its series is one that its customer's card names."""
    kept = customers.of_party(document.counter_party or Party())
    return kept is not None and document.series == kept.customer.document.series
