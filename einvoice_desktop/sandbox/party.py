"""Parties and addresses of a document, as the practice provider reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.vat import has_greek_prefix, vat_digits

if TYPE_CHECKING:
    from einvoice_desktop.sandbox.fields import Node

GREECE = "GR"


@dataclass(frozen=True, slots=True)
class Address:
    """Texts, "" when absent; `path` is where it stands in the document."""

    path: str
    country: str
    street: str
    number: str
    postal: str
    city: str

    @classmethod
    def read(cls, node: Node) -> Address:
        return cls(
            path=node.path,
            country=node.code("countryCode"),
            street=node.text("street").strip(),
            number=node.text("number").strip(),
            postal=node.text("postal").strip(),
            city=node.text("city").strip(),
        )

    @property
    def begun(self) -> bool:
        """Whether anything but the country stands in it."""
        return bool(self.street or self.number or self.postal or self.city)

    @property
    def complete(self) -> bool:
        """Postal code and city are what the authority's schema wants of an address."""
        return bool(self.postal and self.city)


@dataclass(frozen=True, slots=True)
class Party:
    """`vat` as sent, `digits` without the Greek prefix, `country` an ISO code or ""."""

    path: str
    given: bool
    name: str
    vat: str
    digits: str
    country: str
    branch: int
    address: Address

    @classmethod
    def read(cls, node: Node) -> Party:
        vat = node.code("vat")
        return cls(
            path=node.path,
            given=node.given and not node.empty,
            name=node.text("registeredName").strip(),
            vat=vat,
            digits=vat_digits(vat),
            country=node.node("address").code("countryCode"),
            branch=node.whole("branchCode") or 0,
            address=Address.read(node.node("address")),
        )

    @property
    def greek(self) -> bool:
        return self.country == GREECE or (not self.country and has_greek_prefix(self.vat))
