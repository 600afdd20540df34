"""What documents add up to, in whole cents: written with their seal, and read out of older rows' bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert

from einvoice_desktop.domain.completion import SUMMARY_BY_JSON_NAME
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums, VatPart
from einvoice_desktop.store.columns import in_cents
from einvoice_desktop.store.schema import submission_sums, submission_vat

_ADD_SUMS = insert(submission_sums)
_ADD_VAT = insert(submission_vat)

_SUMMARY_OF = {source: name for name, source in SUMMARY_BY_JSON_NAME.items() if source in SUM_NAMES}
"""Our name of a sum -> its member among the document's summaries."""
_NOT_SUMMED = ("isInformative", "isHidden")
_MOST_CENTS = 10**15
"""What a document may amount to that is added up by the database: thousands of them stay below 2**63."""


def keep_sums(connection: Connection, submission_id: int, sealed: SealedDocument) -> None:
    """Writes what a document adds up to, in the caller's transaction, which has sealed it."""
    sums = sealed.sums or DocumentSums.of_gross(sealed.gross)
    if not can_be_added(sums):
        return
    connection.execute(_ADD_SUMS, sums_row(submission_id, sums))
    parts = vat_rows(submission_id, sums)
    if parts:
        connection.execute(_ADD_VAT, parts)


def can_be_added(sums: DocumentSums) -> bool:
    """Whether a database can add it to others. What is larger has no sums beside it: its bytes tell them."""
    amounts = [getattr(sums, name) for name in SUM_NAMES]
    amounts += [amount for part in sums.by_vat for amount in (part.net, part.vat)]
    return all(abs(amount) * 100 <= _MOST_CENTS for amount in amounts)


def sums_row(submission_id: int, sums: DocumentSums) -> dict[str, int]:
    """A row of `submission_sums`."""
    return {"submission_id": submission_id} | {name: in_cents(getattr(sums, name)) for name in SUM_NAMES}


def vat_rows(submission_id: int, sums: DocumentSums) -> list[dict[str, int]]:
    """The rows of `submission_vat`."""
    return [
        {
            "submission_id": submission_id,
            "category": part.category,
            "exemption": part.exemption,
            "net": in_cents(part.net),
            "vat": in_cents(part.vat),
        }
        for part in sums.by_vat
    ]


def sums_of_payload(payload: bytes, gross: Decimal) -> DocumentSums:
    """What a sealed document says that it adds up to, read as plain JSON; `gross` alone is known of bytes
    without sums: a receipt's flat shape, an order about another document."""
    try:
        document = json.loads(payload, parse_float=Decimal)
    except ValueError:
        return DocumentSums.of_gross(gross)
    told = document.get("summaries") if isinstance(document, dict) else None
    if not isinstance(told, dict):
        return DocumentSums.of_gross(gross)
    named = {name: _amount(told, member) for name, member in _SUMMARY_OF.items()}
    return DocumentSums(**named, by_vat=_vat_of(document.get("details") or ()))


def _vat_of(lines: Any) -> tuple[VatPart, ...]:
    parts: dict[tuple[int, int], tuple[Decimal, Decimal]] = {}
    for line in lines:
        if any(line.get(name) for name in _NOT_SUMMED):
            continue
        key = (int(line.get("vatCategoryCode") or 0), int(line.get("vatExemptionCategoryCode") or 0))
        net, vat = parts.get(key, (ZERO, ZERO))
        parts[key] = (net + _amount(line, "netTotal"), vat + _amount(line, "vatTotal"))
    return tuple(VatPart(*key, *amounts) for key, amounts in sorted(parts.items()))


def _amount(node: Mapping[str, Any], member: str) -> Decimal:
    value = node.get(member)
    return ZERO if value is None else to_cents(Decimal(value))
