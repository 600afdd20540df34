"""Where sealed bytes go in: one door for each kind, in clear and encrypted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import Kind

IN_CLEAR: Mapping[Kind, str] = MappingProxyType(
    {Kind.DOCUMENT: "/invoice/json", Kind.RECEIPT: "/Receipt", Kind.CREDIT: "/Invoice/credit"}
)
ENCRYPTED: Mapping[Kind, str] = MappingProxyType({Kind.DOCUMENT: "/Invoice/secure"})
"""The provider's pages name no other door for encrypted bytes."""

CANCEL_NOTE = "/Invoice/cancelDeliveryNote"
"""Where an issued delivery note (9.3) is cancelled: nothing is sealed for it."""


def door_in_clear(kind: Kind) -> str:
    """The path for bytes of this kind as they are."""
    return IN_CLEAR[kind]


def encrypted_door(kind: Kind) -> str:
    """The path for these bytes, encrypted. Raises UserError("no_encrypted_way"): then nothing leaves."""
    if kind not in ENCRYPTED:
        raise UserError("no_encrypted_way")
    return ENCRYPTED[kind]
