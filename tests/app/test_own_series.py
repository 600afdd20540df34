"""The series that an office goes on in: never one that is only some customer's own."""

from __future__ import annotations

from typing import cast

from einvoice_desktop.app.customer_book import CustomerBook, KeptCustomer
from einvoice_desktop.app.own_series import usual_series
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Party
from tests.app.test_applying import customer

OWN = customer(series="ΕΞΑΓ")


class _Book:
    def of_party(self, party: Party) -> KeptCustomer | None:
        return OWN if party == OWN.customer.party else None


BOOK = cast("CustomerBook", _Book())


def test_the_last_documents_series_goes_on() -> None:
    assert usual_series(None, tuple, BOOK) == "A"
    last = Document(series="2026", counter_party=Party(vat="EL090000045"))
    assert usual_series(last, tuple, BOOK) == "2026"
    assert usual_series(Document(series="Β", counter_party=OWN.customer.party), tuple, BOOK) == "Β"


def test_a_customers_own_series_is_passed_over() -> None:
    last = Document(series="ΕΞΑΓ", counter_party=OWN.customer.party)
    before = Document(series="2026", counter_party=Party(vat="EL090000045"))
    assert usual_series(last, lambda: (last, before), BOOK) == "2026"
    assert usual_series(last, tuple, BOOK) == "A"
