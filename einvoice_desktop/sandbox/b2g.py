"""The provider's completeness check of documents to the Greek state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.naming import document_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.document import Document

_PUBLIC_BUYER_TYPES = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
_CONTRACT_TYPE = re.compile(r"[123]\|.+")


def check_public_buyer(document: Document) -> Iterator[str]:
    """Of ELB2G, and of any document of six types that names a contracting authority.

    The name of the authority is left out: the published document does without it.
    """
    buyer = document.public_buyer
    named = document_type(document) == "ELB2G"
    if not named and not (buyer.authority and document.invoice_type in _PUBLIC_BUYER_TYPES):
        return
    wanted = [
        ("contractingAuthorityCode", buyer.authority),
        ("contractTypeCode", _CONTRACT_TYPE.fullmatch(buyer.contract_type)),
        ("contractReferenceCode", buyer.contract_reference),
    ]
    yield from (f"b2GDetails.{name} is not complete" for name, value in wanted if not value)
    yield from _recipient(document)
    for line in document.counted_lines:
        if not line.cpv:
            yield f"{line.path}.cpvCode is mandatory for B2G"
        if not line.unit_en:
            yield f"{line.path}.measurementUnitCodeEN is mandatory for B2G"


def _recipient(document: Document) -> Iterator[str]:
    recipient = document.recipient
    wanted = [
        ("registeredName", recipient.name),
        ("vat", recipient.vat),
        ("address.countryCode", recipient.country),
        ("address.city", recipient.address.city),
        ("address.street", recipient.address.street),
        ("address.postal", recipient.address.postal),
    ]
    yield from (f"recipient.{name} is mandatory for B2G" for name, value in wanted if not value)
