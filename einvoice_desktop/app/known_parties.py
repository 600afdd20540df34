"""The parties that the office has billed before, and finding one of them while its name is typed."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from einvoice_desktop.app.greeklish import readings, sound
from einvoice_desktop.domain.folding import fold, words_of
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.reader import read_document

MOST_PARTIES = 5_000
MOST_HITS = 12

_MEMBER = "counterParty"
_LAST = "\U0010ffff"


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


class PartyIndex:
    """Finds by the beginnings of words in any order, by VAT number, without accents, in greeklish.

    All of it is in memory and sorted: a search costs what it finds, not what there is.
    """

    def __init__(self, parties: Iterable[KnownParty] = ()) -> None:
        self._rows: dict[int, KnownParty] = {}
        self._places: dict[str, int] = {}
        self._words = _Sorted()
        self._sounds = _Sorted()
        self._names = _Sorted()
        self._first = 0
        for place, known in enumerate(parties):
            self._enter(place, known)
        for words in (self._words, self._sounds, self._names):
            words.sort()

    def __len__(self) -> int:
        return len(self._rows)

    def put_first(self, known: KnownParty) -> None:
        """One that has just been billed, as it now is."""
        before = self._places.get(known.key)
        if before is not None:
            self._rows.pop(before, None)
        self._first -= 1
        self._enter(self._first, known)
        for words in (self._words, self._sounds, self._names):
            words.sort()

    def _enter(self, place: int, known: KnownParty) -> None:
        """The smaller its place, the more recent."""
        self._rows[place] = known
        self._places[known.key] = place
        name = " ".join(words_of(known.name))
        words = _words_of(known)
        self._words.add(words, place)
        self._sounds.add([sound(word) for word in words], place)
        self._names.add([name, sound(name), *_numbers_of(known)], place)

    def of_vat(self, typed: str) -> KnownParty | None:
        """The one whose whole VAT number was typed, with or without its country's letters."""
        vat = bare_vat(typed)
        known = self._rows.get(self._places[vat]) if vat in self._places else None
        return known if known is not None and known.vat else None

    def find(self, typed: str) -> list[KnownParty]:
        """The best hits: the whole VAT number, then names that begin so, then the most recently billed."""
        wanted = words_of(typed)
        if not wanted:
            return []
        found = self._rows.keys() & set.intersection(*map(self._having, wanted))
        begun = found & self._names.beginning((wanted[0], *readings(wanted[0])))
        best = nsmallest(MOST_HITS, begun)
        best += nsmallest(MOST_HITS - len(best), found - begun)
        exact = self.of_vat(typed)
        hits = [self._rows[place] for place in best]
        return hits if exact is None else [exact, *(hit for hit in hits if hit is not exact)]

    def _having(self, word: str) -> set[int]:
        return self._words.beginning((word,)) | self._sounds.beginning(readings(word))


class _Sorted:
    """Words in order, each with the place of the row that it stands in."""

    def __init__(self) -> None:
        self._pairs: list[tuple[str, int]] = []

    def add(self, words: Iterable[str], place: int) -> None:
        self._pairs += [(word, place) for word in words if word]

    def sort(self) -> None:
        self._pairs.sort()

    def beginning(self, starts: Sequence[str]) -> set[int]:
        """The places of every word that begins with one of `starts`."""
        found: set[int] = set()
        for start in starts:
            first = bisect_left(self._pairs, (start,))
            last = bisect_left(self._pairs, (start + _LAST,), first)
            found.update(place for _, place in self._pairs[first:last])
        return found


def _words_of(known: KnownParty) -> list[str]:
    """The words of its names and its VAT number."""
    brand = (json.loads(known.source)[_MEMBER].get("brandName")) or ""
    return [*dict.fromkeys(words_of(f"{known.name} {brand}")), *_numbers_of(known)]


def _numbers_of(known: KnownParty) -> list[str]:
    return list(dict.fromkeys((fold(known.vat), fold(bare_vat(known.vat)))))
