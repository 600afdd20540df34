"""The parties that the office has billed before, and finding one of them while its name is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from einvoice_desktop.app.card_index import CardIndex, Terms, vat_forms
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.reader import read_document

MOST_PARTIES = 5_000

_MEMBER = "counterParty"


@dataclass(frozen=True)
class KnownParty:
    """A counterparty as in the latest document for it. `source` is a document of the party alone."""

    name: str
    vat: str
    source: bytes

    @cached_property
    def party(self) -> Party:
        """All its fields; read when it is picked, not for every one in the list."""
        return read_document(self.source).counter_party or Party()

    @property
    def key(self) -> str:
        """What makes it one and the same: its VAT number, or its name where it has none."""
        return bare_vat(self.vat) or fold(self.name)


def known_parties(payloads: Iterable[bytes]) -> tuple[KnownParty, ...]:
    """The counterparties of sealed documents, each once; the first document for it is what counts."""
    found: dict[str, KnownParty] = {}
    for payload in payloads:
        known = _known_party(payload)
        if known is not None:
            found.setdefault(known.key, known)
    return tuple(found.values())


def _known_party(payload: bytes) -> KnownParty | None:
    party = json.loads(payload).get(_MEMBER) or {}
    name, vat = party.get("registeredName") or "", party.get("vat") or ""
    if not (name.strip() or vat.strip()):
        return None
    return KnownParty(name, vat, json.dumps({_MEMBER: party}).encode())


class PartyIndex(CardIndex[KnownParty]):
    """Them by their names and VAT numbers, the most recently billed first."""

    def __init__(self, parties: Iterable[KnownParty] = ()) -> None:
        super().__init__(_terms_of, parties)

    def of_vat(self, typed: str) -> KnownParty | None:
        """The one whose whole VAT number was typed, with or without its country's letters."""
        known = self.get(bare_vat(typed))
        return known if known is not None and known.vat else None


def _terms_of(known: KnownParty) -> Terms:
    brand = (json.loads(known.source)[_MEMBER].get("brandName")) or ""
    return Terms(known.key, known.name, brand, vat_forms(known.vat))
