"""The registries that know whose a VAT number is, asked by way of the provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class RegistrySource(StrEnum):
    """Who has answered."""

    GREEK = "greek"
    """The registry of the Greek tax authority."""
    UNION = "union"
    """VIES, the exchange of the Union's states: a name and one address without structure."""


@dataclass(frozen=True, slots=True)
class VatAnswer:
    """What a registry says of a number (`vat`, with its prefix). Everything it does not tell is empty.

    `is_active` is None where it is not told; `address` is the address as one text, which VIES gives instead
    of its parts, its lines divided by line breaks; `words` is what the provider says beside it.
    """

    vat: str
    found: bool
    source: RegistrySource
    asked_at: datetime
    name: str = ""
    brand_name: str = ""
    street: str = ""
    street_number: str = ""
    postal: str = ""
    city: str = ""
    country_code: str = ""
    address: str = ""
    tax_office: str = ""
    activities: tuple[str, ...] = ()
    is_active: bool | None = None
    words: str = ""


class VatRegistry(Protocol):
    """Asked by a person, one number at a time; blocks: never on the GUI thread."""

    def look_up(self, vat: str, source: RegistrySource) -> VatAnswer:
        """`vat` with its prefix. Raises UserError where there is no answer, in words that tell why."""
        ...
