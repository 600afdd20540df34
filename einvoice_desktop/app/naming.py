"""What a file or a message about a document is called by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.app.file_names import file_name
from einvoice_desktop.app.mailing import recipient

if TYPE_CHECKING:
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Naming:
    """A document in a few words, in `language`. `email` is the customer's; "" for what it does not have."""

    kind: str
    number: str
    date: str
    issuer: str
    customer: str
    email: str
    language: Language
    mark: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        """ "Τιμολόγιο Πώλησης A-12"."""
        return f"{self.kind} {self.number}".strip()

    @property
    def pdf_name(self) -> str:
        """ "Τιμολόγιο Πώλησης A-12 Καφεκοπτείο 2026-11-21.pdf"."""
        return file_name((self.kind, self.number, self.customer, self.date), "pdf")


def naming_of(
    document: Document, codes: CodeTables, language: Language, receipt: Receipt | None = None
) -> Naming:
    """The words for `document`, with what its receipt adds."""
    kind = codes.invoice_type(document.invoice_type_code)
    label = "" if kind is None else kind.label_el if language == "el" else kind.label_en
    issuer, customer = document.issuer, document.counter_party
    return Naming(
        kind=label or document.invoice_type_code or "",
        number="-".join(part for part in (document.series, document.number) if part),
        date=(document.date_issued or "")[:10],
        issuer=(issuer.registered_name or "") if issuer else "",
        customer=(customer.registered_name or "") if customer else "",
        email=recipient((customer.emails or ()) if customer else ()),
        language=language,
        mark=receipt.mark if receipt else "",
        address=receipt.url if receipt else "",
    )
