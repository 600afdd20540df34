"""The full-size sheet, A4: a head on the first page, a shorter one on the next; foot and watermark on all."""

from __future__ import annotations

import math

from einvoice_desktop.app.paper.blocks import masthead, openings
from einvoice_desktop.app.paper.closing import closing, lists, paragraph_bands, sum_bands, vat_bands
from einvoice_desktop.app.paper.content import PaperContent, Term
from einvoice_desktop.app.paper.page import Box, Face, Ink, Item, Page, Text, moved
from einvoice_desktop.app.paper.pagination import Room, deal
from einvoice_desktop.app.paper.setting import FINE, SMALL, STRONG, Band, Setter, Slip, row_height
from einvoice_desktop.app.paper.table import LineTable
from einvoice_desktop.app.paper.words import inline

WIDTH, HEIGHT = 210.0, 297.0
_SIDE = 15.0
_INNER = WIDTH - 2 * _SIDE
_TOP = 12.0
_BAR = 1.0
_FOOT = 284.0
_BOTTOM = 281.0
_BLOCK_GAP = 4.0
_TALLEST_LISTS = 62.0
"""Of VAT analysis and payments, in mm: taller ones flow before the closing block."""
_MARK_SIZES = (27.0, 15.0, 9.0)
_MARK_ANGLE = 52.0
_MARK_LENGTH = 245.0


def sheets(content: PaperContent, setter: Setter) -> tuple[Page, ...]:
    """The pages of an A4 paper."""
    head = masthead(content, setter, _INNER)
    short = _short_head(content, setter)
    table = LineTable(setter, _INNER, content.lines, content.words)
    with_lists = lists(content, setter, 102.0).height <= _TALLEST_LISTS
    bands = [band for words in content.remarks for band in paragraph_bands(words, setter, _INNER)]
    if not with_lists:
        bands += [Band(3.0, ()), *vat_bands(content, setter, _INNER), *sum_bands(content, setter, _INNER)]
    start = _TOP + _BAR + 4.0
    room = Room(_SIDE, start, start + short.height, _BOTTOM)
    pages = deal(
        room,
        [head, *openings(content, setter, _INNER)],
        table,
        bands,
        closing(content, setter, _INNER, with_lists=with_lists),
        _BLOCK_GAP,
    )
    made = []
    for place, items in enumerate(pages, 1):
        furniture = [*_watermark(content.watermark, setter), *_furniture(content, setter, place, len(pages))]
        if place > 1:
            furniture += moved(short.items, _SIDE, start)
        made.append(Page(WIDTH, HEIGHT, (*furniture, *items)))
    return tuple(made)


def _short_head(content: PaperContent, setter: Setter) -> Band:
    """On further pages: which document this is, and whose."""
    slip = Slip(setter, _INNER)
    half = _INNER * 0.62
    slip.place(content.name, STRONG, width=half)
    customer = content.customer.name if content.customer else ""
    shown = setter.rows(customer, SMALL, _INNER - half - 4.0, most=1)[0]
    slip.place(shown, SMALL, Ink.SOFT, x=half + 4.0, align="right", baseline=STRONG)
    slip.skip(row_height(STRONG) + 3.0)
    return slip.band()


def _furniture(content: PaperContent, setter: Setter, page: int, pages: int) -> list[Item]:
    slip = Slip(setter, _INNER)
    slip.rule()
    slip.skip(1.2)
    count = " / ".join(word.format(page=page, pages=pages) for word in content.words["page"])
    slip.place(count, FINE, Ink.SOFT, x=_INNER * 0.7, align="right")
    owner = " · ".join(part for part in (content.issuer.name, content.name) if part)
    slip.place(setter.rows(owner, FINE, _INNER * 0.68, most=1)[0], FINE, Ink.SOFT)
    return [Box(_SIDE, _TOP, _INNER, _BAR, Ink.ACCENT), *moved(slip.items, _SIDE, _FOOT)]


def _watermark(words: tuple[Term, ...], setter: Setter) -> list[Item]:
    """Rows of large pale letters up the page's diagonal, each as long as it may be."""
    faces = []
    for place, row in enumerate(words):
        size = _MARK_SIZES[min(place, len(_MARK_SIZES) - 1)]
        faces.append(setter.fitted(inline(row), Face(size, bold=True), _MARK_LENGTH))
    angle = math.radians(_MARK_ANGLE)
    total = sum(row_height(face) for face in faces)
    down = -total / 2
    items: list[Item] = []
    for row, face in zip(words, faces, strict=True):
        down += face.size * 1.05
        length = setter.width(inline(row), face)
        x = WIDTH / 2 - length / 2 * math.cos(angle) + down * math.sin(angle)
        y = HEIGHT / 2 + length / 2 * math.sin(angle) + down * math.cos(angle)
        items.append(Text(x, y, inline(row), face, Ink.GHOST, _MARK_ANGLE))
        down += face.size * 0.29
    return items
