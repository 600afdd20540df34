"""What the archive's index of words holds of a sealed document, and what a question asks of it.

Beside the words that a person may type stand a few made of the row: its books, state, type and date, and
what it credits, each behind a sign that no typed word has. So every filter is answered by the index alone,
newest first.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.domain.folding import look_alikes, words_of
from einvoice_desktop.domain.lifecycle import UNSETTLED, State

SIGNS = "@!=~"
"""What the words made of a row begin with: books, state, type, date."""

_EARLIEST, _LATEST = 2000_00_00, 2099_99_99
"""Every beginning costs a search, also one of days that no document has."""
_MONTHS, _DAYS = 12, 31
_MOST_WORDS = 12
_LONGEST_WORD = 60
_STATE_SIGN = {State.ISSUED: "!i", State.REFUSED: "!r"} | dict.fromkeys(UNSETTLED, "!o")
"""What is on its way has one word, so that only the end of a submission changes the index."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the index; with `begins`, every word that begins so."""

    word: str
    begins: bool = False


def indexed_words(
    *,
    server: str,
    state: State,
    type_code: str,
    date: str,
    series: str,
    number: str,
    name: str,
    vat: str,
    mark: str,
    credited: Iterable[str] = (),
) -> str:
    """The words of one submission, parted by blanks. `credited`: the MARKs of what it credits."""
    given, plain = words_of(f"{series} {number}"), words_of(f"{series} {number.lstrip('0')}")
    known = [
        _books(server),
        _of_state(_STATE_SIGN[state], server),
        _type(type_code),
        f"~{_digits(date)}",
        *words_of(f"{name} {vat} {mark} {type_code}"),
        *(form for word in (*given, *plain, "".join(given), "".join(plain)) for form in look_alikes(word)),
    ]
    if vat.isdigit():
        known.append(f"el{vat}")
    known.extend(map(credit_word, credited))
    return " ".join(dict.fromkeys(known))


def terms_of(server: str, query: ArchiveQuery) -> list[Sequence[Term]]:
    """What a row must have: of each group one."""
    groups: list[Sequence[Term]] = [_books_and_states(server, query.states)]
    if query.type_codes:
        groups.append([Term(_type(code)) for code in sorted(query.type_codes)])
    if query.since or query.until:
        groups.append([Term(f"~{head}", begins=True) for head in day_heads(query.since, query.until)])
    typed = dict.fromkeys(word[:_LONGEST_WORD] for word in words_of(query.words)[:_MOST_WORDS])
    groups.extend([Term(word, begins=True)] for word in typed)
    return groups


def terms_of_credits(server: str, mark: str) -> list[Sequence[Term]]:
    """What a row must have that credits the document with this MARK and was not refused."""
    states = frozenset((*UNSETTLED, State.ISSUED))
    return [_books_and_states(server, states), [Term(credit_word(mark))]]


def credit_word(mark: str) -> str:
    """The word of a row that credits the document with this MARK."""
    return f"=c{mark}"


def asks_for_part(states: Iterable[State]) -> bool:
    """Whether the index knows less than is asked: some of the unsettled states, not all."""
    return frozenset(states) & UNSETTLED not in (frozenset(), UNSETTLED)


def day_heads(since: str, until: str) -> list[str]:
    """The fewest beginnings of yyyymmdd that cover every day from `since` to `until` (yyyy-MM-dd, both
    included, "" for the century's first and last): "202611" for a whole November, "2026" for a whole year."""
    low, high = _first(since), _last(until)
    heads = []
    while low <= high:
        step, length = 1, 8
        while length > 1 and low % (step * 10) == 0 and low + step * 10 - 1 <= high:
            step, length = step * 10, length - 1
        if low // 100 % 100 <= _MONTHS and low % 100 <= _DAYS:
            heads.append(f"{low:08d}"[:length])
        low += step
    return heads


def _first(day: str) -> int:
    """The lowest number of a whole month or year that begins with `day`."""
    if not day:
        return _EARLIEST
    number = int(_digits(day))
    if day.endswith("-01-01"):
        return number - 101
    return number - 1 if day.endswith("-01") else number


def _last(day: str) -> int:
    if not day:
        return _LATEST
    year, month, of_month = (int(part) for part in day.split("-"))
    if (month, of_month) == (12, 31):
        return year * 10_000 + 9_999
    whole = of_month == monthrange(year, month)[1]
    return year * 10_000 + month * 100 + (99 if whole else of_month)


def _digits(date: str) -> str:
    return re.sub(r"[^0-9]", "", date)[:8]


def _books(server: str) -> str:
    return f"@{server.encode().hex()}"


def _of_state(sign: str, server: str) -> str:
    """One word for both: a word that most rows have costs a search more than all that is typed."""
    return f"{sign}{_books(server)}"


def _books_and_states(server: str, states: frozenset[State]) -> Sequence[Term]:
    if states >= _STATE_SIGN.keys():
        return [Term(_books(server))]
    signs = sorted({_STATE_SIGN[state] for state in states & _STATE_SIGN.keys()})
    return [Term(_of_state(sign, server)) for sign in signs]


def _type(code: str) -> str:
    return "=" + "".join(words_of(code))
