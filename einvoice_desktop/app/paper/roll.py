"""The 80 mm roll: one column, one page as long as what stands on it."""

from __future__ import annotations

from dataclasses import replace

from einvoice_desktop.app.paper.closing import marks
from einvoice_desktop.app.paper.content import PaperContent, PaperLine, PartyBlock, Sum
from einvoice_desktop.app.paper.page import Code, Face, Ink, Item, Page, Picture, Text, moved
from einvoice_desktop.app.paper.setting import (
    BODY,
    LABEL_STRONG,
    NAME,
    SMALL,
    STRONG,
    Band,
    Setter,
    Slip,
    row_height,
)
from einvoice_desktop.app.paper.words import inline

WIDTH = 80.0
_SIDE = 4.0
_INNER = WIDTH - 2 * _SIDE
_TOP = 5.0
_QR = 40.0
_LOGO = (44.0, 18.0)
_TITLE = Face(3.8, bold=True)
_PAYABLE = Face(4.4, bold=True)
_LONGEST = 4000.0
"""Of one page, in mm; a PDF's page ends at 5,080."""


def roll(content: PaperContent, setter: Setter) -> tuple[Page, ...]:
    """The page; more of them only where it would be longer than a page can be."""
    bands = [_head(content, setter), *(_line(line, setter) for line in content.lines)]
    bands += [_end(content, setter)]
    pages: list[list[Item]] = [[]]
    heights = [_TOP]
    for band in bands:
        if heights[-1] + band.height > _LONGEST and pages[-1]:
            pages.append([])
            heights.append(_TOP)
        pages[-1] += moved(band.items, _SIDE, heights[-1])
        heights[-1] += band.height
    made = []
    for height, items in zip(heights, pages, strict=True):
        whole = height + _TOP
        made.append(Page(WIDTH, whole, (*_watermark(content, setter, whole), *map(_black, items))))
    return tuple(made)


def _black(item: Item) -> Item:
    """A thermal printer has no grey: it would break letters up into dots."""
    return replace(item, ink=Ink.TEXT) if isinstance(item, Text) and item.ink is Ink.SOFT else item


def _head(content: PaperContent, setter: Setter) -> Band:
    slip = Slip(setter, _INNER)
    proportion = setter.proportion(content.logo)
    if proportion > 0:
        width = min(_LOGO[0], _LOGO[1] * proportion)
        slip.items.append(Picture((_INNER - width) / 2, slip.y, width, width / proportion, content.logo))
        slip.skip(width / proportion + 2.0)
    slip.write(content.issuer.name, NAME, align="centre", most=4)
    for row in content.issuer.rows:
        slip.write(row, SMALL, Ink.TEXT, align="centre", most=5)
    slip.skip(2.0)
    for place, word in enumerate(content.title):
        slip.write(word, _TITLE if place == 0 else STRONG, align="centre", most=4)
    if content.subtitle:
        slip.write(content.subtitle, SMALL, align="centre", most=2)
    for notice in content.notices:
        slip.write(inline(notice), STRONG, align="centre", most=3)
    slip.skip(1.2)
    slip.write(
        " · ".join(f"{inline(f.label)}: {inline(f.value)}" for f in content.facts), SMALL, align="centre"
    )
    for party in (content.customer, *content.parties):
        if party is not None:
            _party(slip, party)
    for fact in (*content.references, *content.movement):
        slip.write(f"{inline(fact.label)}: {inline(fact.value)}", SMALL, most=5)
    slip.skip(1.5)
    slip.rule(0.3, Ink.BLACK)
    slip.skip(0.8)
    return slip.band()


def _party(slip: Slip, party: PartyBlock) -> None:
    slip.skip(1.5)
    slip.rule()
    slip.skip(0.8)
    slip.write(f"{inline(party.heading)}: {party.name}", STRONG, most=4)
    for row in party.rows:
        slip.write(row, SMALL, most=5)
    slip.skip(0.8)


def _line(line: PaperLine, setter: Setter) -> Band:
    """What it is; below, how many at what price, and what it comes to."""
    slip = Slip(setter, _INNER)
    slip.skip(0.7)
    first, *further = line.texts or (line.code,)
    slip.write(f"{line.code} {first}" if line.code and line.texts else first, BODY)
    for text in (*further, *line.notes):
        slip.write(text, SMALL, Ink.SOFT)
    total = min(setter.width(line.total, STRONG), _INNER * 0.55)
    slip.place(line.total, STRONG, x=_INNER - total, width=total, align="right")
    quantity = " ".join(part for part in (line.quantity, line.unit) if part)
    price = " × ".join(part for part in (quantity, line.price) if part)
    discount = f"-{line.discount}" if line.discount else ""
    parts = (price, discount, line.net and f"= {line.net}", line.rate.strip("–") and f"+ {line.rate}")
    room = _INNER - total - 4.0
    for place, row in enumerate(setter.rows("  ".join(filter(None, parts)), SMALL, room, most=4)):
        slip.place(row, SMALL, x=2.0, width=room, baseline=STRONG if place == 0 else None)
        slip.skip(row_height(STRONG if place == 0 else SMALL))
    slip.skip(0.7)
    return slip.band()


def _end(content: PaperContent, setter: Setter) -> Band:
    """Sums, payments, words, marks: never divided."""
    slip = Slip(setter, _INNER)
    slip.skip(0.6)
    slip.rule(0.3, Ink.BLACK)
    slip.skip(1.2)
    for row in content.sums:
        _row(slip, row, BODY)
    if content.payable is not None:
        slip.skip(0.6)
        _row(slip, content.payable, _PAYABLE, STRONG)
    for row in content.foreign:
        _row(slip, row, SMALL)
    for key, rows in (("taxes", content.taxes), ("payments", content.payments)):
        if rows:
            _heading(slip, inline(content.words[key]))
        for row in rows:
            _row(slip, row, SMALL)
    if content.vat_rows:
        _heading(slip, inline(content.words["vat_analysis"]))
    for vat in content.vat_rows:
        rate = "" if vat.rate == "–" else vat.rate
        label = "  ".join(part for part in (rate, inline(vat.words), vat.base) if part)
        _row(slip, Sum((label,), vat.vat), SMALL)
    for paragraph in content.remarks:
        _heading(slip, inline(paragraph.heading))
        slip.write(paragraph.text, SMALL)
    slip.skip(2.0)
    slip.rule(0.3, Ink.BLACK)
    slip.skip(1.5)
    _proof(content, setter, slip)
    return slip.band()


def _proof(content: PaperContent, setter: Setter, slip: Slip) -> None:
    for words in content.stamp.words:
        slip.write(inline(words), STRONG, align="centre")
        slip.skip(1.0)
    if content.stamp.address:
        slip.items.append(Code((_INNER - _QR) / 2, slip.y, _QR, content.stamp.address))
        slip.skip(_QR + 1.0)
    slip.add(marks(content, setter, _INNER, above=True))


def _heading(slip: Slip, text: str) -> None:
    slip.skip(1.6)
    slip.write(text, LABEL_STRONG)


def _row(slip: Slip, row: Sum, face: Face, label_face: Face | None = None) -> None:
    amount = min(slip.setter.width(row.value, face), _INNER * 0.62)
    slip.place(row.value, face, x=_INNER - amount, width=amount, align="right")
    words, room = label_face or face, _INNER - amount - 2.0
    for place, text in enumerate(slip.setter.rows(inline(row.label), words, room)):
        slip.place(text, words, width=room, baseline=face if place == 0 else None)
        slip.skip(row_height(face if place == 0 else words))


def _watermark(content: PaperContent, setter: Setter, height: float) -> list[Item]:
    """Across the roll again and again, so that no piece of it is without."""
    if not content.watermark:
        return []
    rows = [inline(row) for row in content.watermark]
    items: list[Item] = []
    y = 30.0
    while y < height - 8.0:
        for text in rows:
            face = setter.fitted(text, Face(9.0, bold=True), _INNER)
            items.append(Text((WIDTH - setter.width(text, face)) / 2, y, text, face, Ink.GHOST))
            y += face.size * 1.3
        y += 45.0
    return items
