"""The paper of a document in the language that its customer's card names."""

from __future__ import annotations

from dataclasses import replace

from einvoice_desktop.app.customer_book import CustomerBook
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.printing import LANGUAGES
from einvoice_desktop.domain.document import Document


def wishes_for(document: Document, wishes: PaperWishes, customers: CustomerBook) -> PaperWishes:
    """The office's wishes, but for the language where the customer has its own. Reads the book."""
    party = document.counter_party
    if party is None or not (party.vat or "").strip():
        return wishes
    kept = customers.of_vat(party.vat or "", party.branch_code or 0)
    languages = LANGUAGES.get(kept.customer.language) if kept is not None else None
    return wishes if languages is None else replace(wishes, languages=languages)
