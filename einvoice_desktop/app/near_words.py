"""Words in order, each with the places it stands in: found by its beginning, mistyped a little or not."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Span = tuple[int, int]
"""Neighbours in the order of words, the end not among them."""

_LAST = "\U0010ffff"

Place = TypeVar("Place", int, str)


class NearWords(Generic[Place]):
    """All of it is in memory and sorted: a search costs what it finds, not what there is."""

    def __init__(self) -> None:
        self._places: dict[str, list[Place]] = {}
        self._order: list[str] = []

    def __contains__(self, word: str) -> bool:
        return word in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def enter(self, place: Place, words: Iterable[str]) -> None:
        """One of many: nothing is found before they are sorted."""
        for word in words:
            held = self._places.get(word)
            if held is None:
                self._places[word] = [place]
            else:
                held.append(place)

    def sort(self) -> None:
        """All of them have been entered."""
        self._places.pop("", None)
        self._order = sorted(self._places)

    def add(self, place: Place, words: Iterable[str]) -> None:
        """One more, found at once."""
        for word in filter(None, words):
            if word not in self._places:
                insort(self._order, word)
            self._places.setdefault(word, []).append(place)

    def drop(self, place: Place, words: Iterable[str]) -> None:
        """One that was entered or added with these words."""
        for word in set(filter(None, words)):
            left = [other for other in self._places[word] if other != place]
            if left:
                self._places[word] = left
            else:
                del self._places[word]
                del self._order[bisect_left(self._order, word)]

    def of(self, words: Iterable[str]) -> set[Place]:
        """The places of whole words."""
        return {place for word in words for place in self._places.get(word, ())}

    def beginning(self, starts: Iterable[str]) -> set[Place]:
        """The places of every word that begins with one of `starts`."""
        return self._at(span for start in starts for span in self._begun(start, 0, len(self._order)))

    def near(self, typed: str, edits: int) -> set[Place]:
        """The places of every word whose beginning becomes `typed` with so many edits or fewer: a letter left
        out, one too many, another one, or two in each other's place."""
        return self._at(self._spans(typed, edits, "", 0, len(self._order)))

    def _at(self, spans: Iterable[Span]) -> set[Place]:
        found: set[Place] = set()
        for first, last in spans:
            found.update(*map(self._places.__getitem__, self._order[first:last]))
        return found

    def _begun(self, start: str, first: int, last: int) -> Iterator[Span]:
        """The words that begin so, among these."""
        begun = bisect_left(self._order, start, first, last)
        if begun < last and self._order[begun].startswith(start):
            yield begun, bisect_left(self._order, start + _LAST, begun, last)

    def _spans(self, rest: str, edits: int, head: str, first: int, last: int) -> Iterator[Span]:
        """What goes on as `rest` with so many edits, among the words that begin with `head`."""
        if not edits:
            yield from self._begun(head + rest, first, last)
            return
        if len(rest) <= edits:
            yield first, last
            return
        yield from self._spans(rest[1:], edits - 1, head, first, last)
        swapped = head + rest[1] + rest[0]
        for begun, end in self._begun(swapped, first, last):
            yield from self._spans(rest[2:], edits - 1, swapped, begun, end)
        for letter, begun, end in self._next(head, first, last):
            longer = head + letter
            if letter == rest[0]:
                yield from self._spans(rest[1:], edits, longer, begun, end)
            else:
                yield from self._spans(rest[1:], edits - 1, longer, begun, end)
                yield from self._spans(rest, edits - 1, longer, begun, end)

    def _next(self, head: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
        """Each letter that follows `head`, and the words that begin so."""
        length = len(head)
        while first < last:
            word = self._order[first]
            if len(word) == length:
                first += 1
                continue
            letter = word[length]
            end = bisect_left(self._order, head + letter + _LAST, first, last)
            yield letter, first, end
            first = end
