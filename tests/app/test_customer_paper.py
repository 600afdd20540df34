"""A customer's card names the language of its paper; without one the office's own holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.customer_paper import wishes_for
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.domain.cards import Customer, write_customer
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Party


class OneCustomer:
    """A book of one customer."""

    def __init__(self, language: str) -> None:
        card = Customer(Document(counter_party=Party(vat="DE123456789", branch_code=0)), language)
        self._kept = KeptCustomer(1, write_customer(card), 1, datetime(2035, 1, 1, tzinfo=UTC))

    def of_vat(self, vat: str, branch: int = 0) -> KeptCustomer | None:
        return self._kept if (vat, branch) == ("DE123456789", 0) else None


@pytest.mark.parametrize(
    ("language", "vat", "expected"),
    [
        ("en", "DE123456789", ("en",)),
        ("both", "DE123456789", ("el", "en")),
        ("", "DE123456789", ("el",)),
        ("en", "EL094014201", ("el",)),
        ("en", "", ("el",)),
    ],
)
def test_the_language_is_the_cards_own_where_it_names_one(
    language: str, vat: str, expected: tuple[str, ...]
) -> None:
    document = Document(counter_party=Party(vat=vat, branch_code=0))
    wishes = wishes_for(document, PaperWishes(languages=("el",)), OneCustomer(language))  # type: ignore[arg-type]
    assert wishes.languages == expected
