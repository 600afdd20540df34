"""The blocks at the head of a full-size sheet: issuer, title, parties, references, movement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from einvoice_desktop.app.paper.content import Fact, PaperContent, PartyBlock, Term
from einvoice_desktop.app.paper.page import Face, Ink, Picture, moved
from einvoice_desktop.app.paper.setting import (
    LABEL_STRONG,
    NAME,
    SMALL,
    STRONG,
    TITLE,
    Band,
    Setter,
    Slip,
    framed,
    side_by_side,
)
from einvoice_desktop.app.paper.words import inline

GAP = 6.0
LEFT = 102.0
"""Width of the sheet's wider, left half where it is divided."""
_LOGO = (56.0, 20.0)
_PAD = 2.6
_BETWEEN = 3.0
_TALLEST_OPENING = 80.0
MOST_ROWS_OF_A_NAME = 9
_LARGE_ROWS = 3
_ABBREVIATION = 4
MOST_ROWS_OF_A_FACT = 5


def masthead(content: PaperContent, setter: Setter, width: float) -> Band:
    """Logo and issuer to the left; what the document is, and which one, to the right."""
    left = Slip(setter, LEFT)
    _logo(content.logo, left)
    party_rows(left, content.issuer)
    right = Slip(setter, width - LEFT - GAP)
    for place, word in enumerate(content.title):
        _title(right, word, TITLE if place == 0 else NAME, Ink.ACCENT if place == 0 else Ink.SOFT)
    if content.subtitle:
        right.write(content.subtitle, SMALL, Ink.SOFT, align="right", most=2)
    right.skip(1.6)
    for fact in content.facts:
        _fact_across(right, fact)
    for notice in content.notices:
        right.skip(0.6)
        right.write(inline(notice), STRONG, Ink.ACCENT, align="right", most=3)
    return side_by_side(left.band(), right.band(), LEFT + GAP)


def _title(slip: Slip, title: str, face: Face, ink: Ink) -> None:
    """The kind of document large; what tells it from its sisters, after the kind, smaller."""
    first, mark, rest = title.partition(" / ") if " / " in title else title.partition(" (")
    rest = rest.removesuffix(")") if "(" in mark else rest
    if rest and len(first) <= _ABBREVIATION:
        first, rest = rest, first
    slip.write(first, face, ink, align="right", most=4)
    if rest:
        slip.write(rest, NAME, ink, align="right", most=4)


def _logo(logo: bytes, slip: Slip) -> None:
    proportion = slip.setter.proportion(logo)
    if proportion <= 0:
        return
    width, height = _LOGO
    if proportion > width / height:
        height = width / proportion
    else:
        width = height * proportion
    slip.items.append(Picture(0.0, slip.y, width, height, logo))
    slip.skip(height + 3.0)


def party_rows(slip: Slip, party: PartyBlock) -> None:
    """A party's name and what is known of it."""
    if party.name:
        large = len(slip.setter.rows(party.name, NAME, slip.width)) <= _LARGE_ROWS
        slip.write(party.name, NAME if large else STRONG, most=MOST_ROWS_OF_A_NAME)
        slip.skip(0.4)
    for row in party.rows:
        slip.write(row, SMALL, Ink.SOFT, most=MOST_ROWS_OF_A_FACT)


def _fact_across(slip: Slip, fact: Fact) -> None:
    """Label to the left, value to the right."""
    label, value = inline(fact.label), inline(fact.value)
    slip.place(label, SMALL, Ink.SOFT, width=slip.width * 0.45, baseline=STRONG)
    slip.write(value, STRONG, x=slip.width * 0.47, align="right", most=3)


def party_box(party: PartyBlock, setter: Setter, width: float) -> Band:
    """A party on a tinted ground."""
    slip = Slip(setter, width - 2 * _PAD)
    slip.write(inline(party.heading), LABEL_STRONG, Ink.ACCENT)
    slip.skip(0.5)
    party_rows(slip, party)
    return framed(slip.band(), width, pad=_PAD)


def facts_block(heading: Term, facts: Sequence[Fact], setter: Setter, width: float) -> Band:
    """Facts below each other, labels in a column."""
    slip = Slip(setter, width)
    if heading:
        slip.write(inline(heading), LABEL_STRONG, Ink.ACCENT)
        slip.skip(0.5)
    labels = [inline(fact.label) for fact in facts]
    room = min(width * 0.5, max((setter.width(label, SMALL) for label in labels), default=0.0))
    for label, fact in zip(labels, facts, strict=True):
        start = slip.y
        slip.write(label, SMALL, Ink.SOFT, width=room, most=2)
        bottom, slip.y = slip.y, start
        slip.write(inline(fact.value), SMALL, x=room + 2.4, most=MOST_ROWS_OF_A_FACT)
        slip.y = max(slip.y, bottom) + 0.25
    return slip.band()


def openings(content: PaperContent, setter: Setter, width: float) -> list[Band]:
    """What stands between head and lines: parties to the left, references and movement to the right."""
    half = (width - GAP) / 2
    parties = [party for party in (content.customer, *content.parties) if party is not None]
    left = [party_box(party, setter, half) for party in parties]
    right = [_padded(facts_block((), part, setter, half)) for part in _parts(content.references)]
    heading = content.words["movement"]
    for place, part in enumerate(_parts(content.movement)):
        right.append(_padded(facts_block(heading if place == 0 else (), part, setter, half)))
    if max(_stacked(left), _stacked(right)) <= _TALLEST_OPENING:
        rows = [(_stack(left, setter, half), _stack(right, setter, half))]
    else:
        rows = list(zip_longest(left, right, fillvalue=Band(0.0, ())))
    return [side_by_side(a, b, half + GAP) for a, b in rows if a.items or b.items]


def _stacked(bands: Sequence[Band]) -> float:
    return sum(band.height + _BETWEEN for band in bands)


def _stack(bands: Sequence[Band], setter: Setter, width: float) -> Band:
    slip = Slip(setter, width)
    for place, band in enumerate(bands):
        slip.skip(_BETWEEN if place else 0.0)
        slip.add(band)
    return slip.band()


def _parts(facts: Sequence[Fact], most: int = 8) -> list[Sequence[Fact]]:
    return [facts[place : place + most] for place in range(0, len(facts), most)]


def _padded(band: Band) -> Band:
    """As far down as the text of a box beside it."""
    return Band(band.height + _PAD, tuple(moved(band.items, 0.0, _PAD)))
