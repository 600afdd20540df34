"""The addresses at which an issued document is looked at: page, PDF and the authority's XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.aadexml import document_xml
from einvoice_desktop.sandbox.envelope import Answer, plain
from einvoice_desktop.sandbox.page import HEADERS, document_page, missing_page
from einvoice_desktop.sandbox.pdf import document_pdf
from einvoice_desktop.sandbox.shown import EL, EN, show

if TYPE_CHECKING:
    from einvoice_desktop.sandbox.ledger import Ledger

_HTML = "text/html; charset=utf-8"
_PATH = re.compile(r"/v/(?P<signature>[^/]+)(/(?P<form>pdf|aade))?\Z", re.IGNORECASE)


def is_document_path(path: str) -> bool:
    return _PATH.match(path) is not None


def document_answer(ledger: Ledger, path: str, language: str) -> Answer:
    """The document of a path that `is_document_path`, in Greek unless `language` is en; 404 for none."""
    found = _PATH.match(path)
    language = EN if language.lower() == EN else EL
    signature = found["signature"] if found else ""
    entry = ledger.by_signature(signature)
    if entry is None or found is None:
        return plain(404, _HTML, missing_page(language), HEADERS)
    form = (found["form"] or "").lower()
    if form == "aade":
        return plain(200, "application/xml; charset=utf-8", document_xml(entry))
    document = show(entry, language)
    if form == "pdf":
        name = f"{entry.answer['mark']}.pdf"
        return plain(
            200,
            "application/pdf",
            document_pdf(document, language),
            {"Content-Disposition": f'inline; filename="{name}"'},
        )
    return plain(200, _HTML, document_page(document, language, str(entry.answer["signature"])), HEADERS)
