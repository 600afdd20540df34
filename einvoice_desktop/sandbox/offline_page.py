"""The page behind the QR of a document issued while the line was down, and whether it is genuine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.envelope import Answer, plain
from einvoice_desktop.sandbox.markup import escaped
from einvoice_desktop.sandbox.page import HEADERS
from einvoice_desktop.sandbox.shown import EN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Signed = Callable[[str, str], bool]
    """Whether a signature over a text is one of the practice key."""

PATH = "/transmissionfailure"
"""In lower case (api 3)."""

_ROWS = (
    ("issuerTin", "ΑΦΜ εκδότη", "Issuer's VAT number"),
    ("customerTin", "ΑΦΜ λήπτη", "Customer's VAT number"),
    ("customerName", "Επωνυμία λήπτη", "Customer"),
    ("invoiceType", "Τύπος παραστατικού", "Document type"),
    ("series", "Σειρά", "Series"),
    ("number", "Αριθμός", "Number"),
    ("dateIssued", "Ημερομηνία έκδοσης", "Issued"),
    ("totalNetAmount", "Καθαρή αξία", "Net"),
    ("totalVatAmount", "ΦΠΑ", "VAT"),
    ("totalAmount", "Συνολική αξία", "Total"),
    ("internalId", "Εσωτερικός κωδικός", "Internal id"),
)
_MAY_BE_EMPTY = frozenset({"customerTin", "customerName"})
_SIGNED = ("issuerTin", "customerTin", "series", "number", "dateIssued", "totalAmount", "internalId")
_AMOUNTS = ("totalAmount", "totalNetAmount", "totalVatAmount")
_MOMENT = re.compile(r"\d{14}", re.ASCII)
_AMOUNT = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{0,9}[1-9])?", re.ASCII)
_TITLE = ("Απώλεια διασύνδεσης", "Loss of connection")
_SAYS = {
    "good": (
        "Εξάσκηση: το παραστατικό εκδόθηκε όσο δεν υπήρχε σύνδεση. Η υπογραφή του είναι γνήσια.",
        "Practice: the document was issued while there was no connection. Its signature is genuine.",
    ),
    "signature": (
        "Εξάσκηση: η υπογραφή δεν ταιριάζει με τα στοιχεία.",
        "Practice: the signature does not fit the facts.",
    ),
    "facts": ("Εξάσκηση: λείπουν στοιχεία ή είναι λανθασμένα.", "Practice: facts are missing or malformed."),
}


def offline_answer(told: Mapping[str, str], signed: Signed, language: str) -> Answer:
    """200 for a genuine address, 400 for another. What the provider's own page answers is not documented."""
    verdict = _verdict(told, signed)
    place = 1 if language.lower() == EN else 0
    rows = "".join(
        f"<dt>{escaped(names[place])}</dt><dd>{escaped(told.get(name, ''))}</dd>" for name, *names in _ROWS
    )
    page = (
        f'<!doctype html><html lang="{("el", "en")[place]}"><head><meta charset="utf-8">'
        f'<meta name="robots" content="noindex"><title>{escaped(_TITLE[place])}</title></head><body>'
        f"<h1>{escaped(_TITLE[place])}</h1><p>{escaped(_SAYS[verdict][place])}</p><dl>{rows}</dl></body></html>"
    )
    status = 200 if verdict == "good" else 400
    return plain(status, "text/html; charset=utf-8", page.encode("utf-8", "replace"), HEADERS)


def _verdict(told: Mapping[str, str], signed: Signed) -> str:
    missing = [name for name, *_ in _ROWS if not told.get(name) and name not in _MAY_BE_EMPTY]
    well_formed = _MOMENT.fullmatch(told.get("dateIssued", "")) and all(
        _is_amount(told.get(name, "")) for name in _AMOUNTS
    )
    if missing or not well_formed:
        return "facts"
    text = "-".join(told.get(name, "") for name in _SIGNED)
    return "good" if signed(text, told.get("signature", "")) else "signature"


def _is_amount(text: str) -> bool:
    """Without trailing zeros: 124, 124.5 (api 3)."""
    return _AMOUNT.fullmatch(text) is not None
