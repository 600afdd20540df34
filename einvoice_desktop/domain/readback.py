"""What a document adds up to at the provider, held against what we sent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from einvoice_desktop.domain.alternative import EURO
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import SealedDocument

NET, VAT, GROSS = "summaries.totalNetAmount", "summaries.totalVATAmount", "summaries.totalGrossValue"


def sum_differences(told: Mapping[str, Decimal], sealed: SealedDocument) -> tuple[Problem, ...]:
    """A problem for each sum that is told and is not the one in the sealed bytes.

    Documents in another currency are not compared: in which one the page counts is nowhere said.
    """
    if not can_be_compared(told, sealed):
        return ()
    document = read_document(sealed.payload)
    ours = _sums(document, sealed)
    return tuple(
        Problem(path, "read_back_differs", params={"given": str(amount), "expected": str(ours[path])})
        for path, amount in told.items()
        if path in ours and amount != ours[path]
    )


def can_be_compared(told: Mapping[str, Decimal], sealed: SealedDocument) -> bool:
    """Whether the page tells a sum that can be held against ours."""
    if not told.keys() & {NET, VAT, GROSS}:
        return False
    return (read_document(sealed.payload).currency_code or EURO) == EURO


def _sums(document: Document, sealed: SealedDocument) -> dict[str, Decimal]:
    summaries = document.summaries
    if summaries is None:
        return {GROSS: sealed.gross}
    return {
        NET: summaries.total_net_amount or ZERO,
        VAT: summaries.total_vat_amount or ZERO,
        GROSS: summaries.total_gross_value or ZERO,
    }
