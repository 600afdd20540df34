"""Finding a card while somebody types: by the beginnings of its words in any order, on any keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from heapq import nsmallest
from typing import Generic, NamedTuple, TypeVar

from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.greeklish import readings, sound
from einvoice_desktop.app.item_book import KeptItem
from einvoice_desktop.app.near_words import NearWords
from einvoice_desktop.domain.folding import fold, one_alphabet, words_of
from einvoice_desktop.domain.identity import bare_vat

MOST_HITS = 12

_ONE_EDIT, _TWO_EDITS = 4, 8
"""How many letters a word has of which so many edits are forgiven."""
_READINGS_FORGIVEN = 6
_MOST_WORDS = 8
_GREEK_PHONE = re.compile(r"^(?:\+|00)30")
# Typed with Greek letters, as whoever does not change the keyboard types it.
_GREEK_PREFIX = re.compile(r"^[EeΕε][Λλ](?=\s?\d)")
_NO_DIGIT = re.compile(r"\D")

Found = TypeVar("Found")


class Terms(NamedTuple):
    """What a card is found by. `key` is what it is told apart by; names that begin as typed come first. In
    `numbers` no mistake is forgiven, and one that is typed whole comes before everything."""

    key: Hashable
    name: str
    others: str = ""
    numbers: tuple[str, ...] = ()


class CardIndex(Generic[Found]):
    """All of it is in memory. The earlier in `rows`, the earlier among hits that are alike."""

    def __init__(self, terms: Callable[[Found], Terms], rows: Iterable[Found] = ()) -> None:
        self._terms = terms
        self._rows: dict[int, Found] = {}
        self._places: dict[Hashable, int] = {}
        self._words: NearWords[int] = NearWords()
        self._heads: NearWords[int] = NearWords()
        self._numbers: NearWords[int] = NearWords()
        # By its sound each word that sounds so.
        self._sounds: NearWords[str] = NearWords()
        self._first = 0
        self._fill(rows)

    def _fill(self, rows: Iterable[Found]) -> None:
        cut = _Cutter()
        for place, row in enumerate(rows):
            terms = self._terms(row)
            self._rows[place] = row
            self._places[terms.key] = place
            entry = _entry_of(terms, cut)
            self._words.enter(place, entry.words)
            self._heads.enter(place, entry.heads)
            self._numbers.enter(place, entry.numbers)
        for word in self._words:
            self._sounds.enter(word, (sound(word),))
        for index in (self._words, self._heads, self._numbers):
            index.sort()
        self._sounds.sort()

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, row: Found) -> None:
        """A new card, or one as it is now; from now on it comes first among hits that are alike."""
        terms = self._terms(row)
        self.remove(terms.key)
        self._first -= 1
        self._rows[self._first] = row
        self._places[terms.key] = self._first
        entry = _entry_of(terms, _Cutter())
        for word in entry.words:
            if word not in self._words:
                self._sounds.add(word, (sound(word),))
        self._words.add(self._first, entry.words)
        self._heads.add(self._first, entry.heads)
        self._numbers.add(self._first, entry.numbers)

    def remove(self, key: Hashable) -> None:
        """Nothing happens where it is not there."""
        place = self._places.pop(key, None)
        if place is None:
            return
        entry = _entry_of(self._terms(self._rows.pop(place)), _Cutter())
        self._words.drop(place, entry.words)
        self._heads.drop(place, entry.heads)
        self._numbers.drop(place, entry.numbers)
        for word in entry.words:
            if word not in self._words:
                self._sounds.drop(word, (sound(word),))

    def get(self, key: Hashable) -> Found | None:
        """The one with that key."""
        place = self._places.get(key)
        return None if place is None else self._rows[place]

    def find(self, typed: str, most: int = MOST_HITS) -> list[Found]:
        """The best hits: a number typed whole, names that begin so, the others; then those that are nearly
        so, by one edit and by two."""
        typed = _GREEK_PREFIX.sub("EL", _GREEK_PHONE.sub("", typed.strip()))
        wanted = _wanted(typed)
        if not wanted:
            return []
        whole = self._numbers.of((_number(typed), bare_vat(typed).lower()))
        best = nsmallest(most, whole)
        if len(wanted) == 1:
            # One letter is in nearly every card: where enough names begin so, nothing else is asked.
            begun = self._ranked(self._begun(wanted[0]) - whole, wanted[0], most - len(best))
            if len(best) + len(begun) == most:
                return [self._rows[place] for place in (*best, *begun)]
        exact = [self._having(word) for word in wanted]
        found = set.intersection(*exact) | self._joined(wanted) | whole
        best += self._ranked(found - whole, wanted[0], most - len(best))
        for edits in (1, 2):
            if len(best) >= most or not any(_edits_of(word) >= edits for word in wanted):
                break
            exact = [held | self._near(word, edits) for held, word in zip(exact, wanted, strict=True)]
            nearly = set.intersection(*exact) - found
            best += self._ranked(nearly, wanted[0], most - len(best))
            found |= nearly
        return [self._rows[place] for place in best]

    def _ranked(self, found: set[int], first: str, most: int) -> list[int]:
        """Those whose name begins with the first word typed come before the others, and first of all those
        of whose name it is a whole word."""
        begun = found & self._begun(first)
        whole = begun & self._heads.of((one_alphabet(first), *readings(first)))
        best: list[int] = []
        for places in (whole, begun - whole, found - begun):
            best += nsmallest(most - len(best), places)
        return best

    def _begun(self, word: str) -> set[int]:
        return self._heads.beginning((one_alphabet(word), *readings(word)))

    def _having(self, word: str) -> set[int]:
        found = self._words.beginning((one_alphabet(word),))
        found |= self._numbers.beginning((word,))
        found |= self._words.of(self._sounds.beginning(readings(word)))
        return found

    def _joined(self, wanted: list[str]) -> set[int]:
        """A number that was typed in groups."""
        return self._numbers.beginning(("".join(wanted),)) if len(wanted) > 1 else set()

    def _near(self, word: str, edits: int) -> set[int]:
        if _edits_of(word) < edits:
            return set()
        found = self._words.near(one_alphabet(word), edits)
        heard = sound(word)
        sounding = self._sounds.beginning((heard,)) if len(heard) >= _ONE_EDIT else set()
        for reading in readings(word)[:_READINGS_FORGIVEN]:
            if _edits_of(reading) >= edits:
                sounding |= self._sounds.near(reading, edits)
        return found | self._words.of(sounding)


class _Cutter(dict[str, tuple[str, ...]]):
    """The words of texts between blanks, in one alphabet: many cards have the same."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        words = self[piece] = tuple(map(one_alphabet, words_of(piece)))
        return words

    def words(self, text: str) -> list[str]:
        """The words of a text."""
        return [word for piece in text.split() for word in self[piece]]


class _Entry(NamedTuple):
    """What the index holds of a card: `heads` is how its name begins, in letters and in sounds."""

    words: list[str]
    heads: list[str]
    numbers: list[str]


def _entry_of(terms: Terms, cut: _Cutter) -> _Entry:
    names = cut.words(terms.name)
    words = list(dict.fromkeys((*names, *cut.words(terms.others))))
    heads = [*dict.fromkeys((names[0], sound(names[0])))] if names else []
    numbers = list(dict.fromkeys(map(_number, terms.numbers)))
    return _Entry(words, heads, [number for number in numbers if number])


def _wanted(typed: str) -> list[str]:
    return list(dict.fromkeys(words_of(typed)))[:_MOST_WORDS]


def _number(text: str) -> str:
    """Without what parts its groups."""
    return text.lower() if text.isascii() and text.isalnum() else "".join(words_of(text))


def _edits_of(word: str) -> int:
    """How many edits of it are forgiven: none of a number, in which each digit counts."""
    if not word.isalpha() or len(word) < _ONE_EDIT:
        return 0
    return 1 if len(word) < _TWO_EDITS else 2


# --- what the cards are found by -----------------------------------------------------------------------


def customer_terms(kept: KeptCustomer) -> Terms:
    """Name, brand, city, e-mails and notes by their words; VAT number, code and phones."""
    facts = kept.facts
    phones = [_bare_phone(phone) for phone in facts.phones]
    return Terms(
        kept.id,
        facts.name,
        " ".join((facts.brand, facts.city, *facts.emails, facts.notes)),
        (*vat_forms(facts.vat), facts.code, *phones),
    )


def item_terms(kept: KeptItem) -> Terms:
    """Descriptions and notes by their words, and the code."""
    facts = kept.facts
    return Terms(kept.id, facts.name, " ".join((*facts.descriptions, facts.notes, facts.code)), (facts.code,))


def vat_forms(vat: str) -> tuple[str, ...]:
    """A VAT number as it may be typed: with the country's letters and without."""
    return fold(vat), bare_vat(vat).lower()


def _bare_phone(phone: str) -> str:
    """Its digits, without Greece's."""
    return _NO_DIGIT.sub("", _GREEK_PHONE.sub("", phone.strip()))


def customer_index(rows: Iterable[KeptCustomer]) -> CardIndex[KeptCustomer]:
    """Of the whole book, the one saved last first. It is made off the GUI thread, and asked on it."""
    newest = sorted(rows, key=lambda kept: kept.updated_at, reverse=True)
    return CardIndex(customer_terms, newest)


def item_index(rows: Iterable[KeptItem]) -> CardIndex[KeptItem]:
    """The same of the items."""
    return CardIndex(item_terms, sorted(rows, key=lambda kept: kept.updated_at, reverse=True))
