"""The blocks at the end of a paper: VAT analysis, taxes, payments, sums, marks."""

from __future__ import annotations

from einvoice_desktop.app.paper.blocks import GAP, LEFT
from einvoice_desktop.app.paper.content import PaperContent, Paragraph, Stamp, Sum
from einvoice_desktop.app.paper.page import Code, Face, Ink
from einvoice_desktop.app.paper.setting import (
    BODY,
    FINE,
    LABEL,
    LABEL_STRONG,
    MARK,
    SMALL,
    STRONG,
    Band,
    Setter,
    Slip,
    framed,
    row_height,
    side_by_side,
)
from einvoice_desktop.app.paper.words import inline

_PAD = 2.6
QR = 32.0
"""Side of the code with its quiet zone, in mm."""
_PAYABLE = Face(3.9, bold=True)
_ROWS_A_PIECE = 4
_LABEL_SHARE = 0.42
"""Of the width, for labels at the most."""


def closing(content: PaperContent, setter: Setter, width: float, *, with_lists: bool) -> Band:
    """Sums and marks in one block, which no page break divides.

    `with_lists`: VAT analysis and payments are short enough to stand in it too.
    """
    slip = Slip(setter, width)
    slip.skip(3.0)
    right = _sums(content, setter, width - LEFT - GAP)
    left = lists(content, setter, LEFT) if with_lists else Band(0.0, ())
    slip.add(side_by_side(left, right, LEFT + GAP))
    slip.skip(4.0)
    slip.rule()
    slip.skip(3.0)
    slip.add(stamp_block(content, setter, width))
    return slip.band()


def lists(content: PaperContent, setter: Setter, width: float) -> Band:
    """VAT analysis, taxes by name, payments."""
    slip = Slip(setter, width)
    for band in (*vat_bands(content, setter, width), *sum_bands(content, setter, width)):
        slip.add(band)
    return slip.band()


def vat_bands(content: PaperContent, setter: Setter, width: float) -> list[Band]:
    """The VAT analysis, a heading and a band for each rate."""
    if not content.vat_rows:
        return []
    words = content.words
    figures = [(row.base, row.vat, row.total) for row in content.vat_rows]
    room = max(setter.width(text, SMALL) for row in figures for text in row)
    column = min(max(room, 16.0), width * 0.26) + 2.0
    first = width - 3 * column
    slip = Slip(setter, width)
    for line, heading in enumerate(words["vat_analysis"]):
        face, ink = (LABEL_STRONG, Ink.ACCENT) if line == 0 else (LABEL, Ink.SOFT)
        slip.place(heading, face, ink, width=first)
        for place, key in enumerate(("base", "vat", "total")):
            x = first + place * column + 2.0
            slip.place(words[key][line], face, ink, x=x, width=column - 2.0, align="right")
        slip.skip(row_height(LABEL))
    slip.skip(0.6)
    slip.rule()
    slip.skip(0.6)
    bands = [slip.band()]
    for row, amounts in zip(content.vat_rows, figures, strict=True):
        slip = Slip(setter, width)
        for place, text in enumerate(amounts):
            x = first + place * column
            slip.place(text, SMALL, x=x + 2.0, width=column - 2.0, align="right")
        rate = "" if row.rate == "–" else row.rate
        slip.write("  ".join(part for part in (rate, inline(row.words)) if part) or "–", SMALL, width=first)
        slip.skip(0.3)
        bands.append(slip.band())
    return bands


def sum_bands(content: PaperContent, setter: Setter, width: float) -> list[Band]:
    """Taxes and payments by name, a heading and a band for each."""
    found = []
    for key, rows in (("taxes", content.taxes), ("payments", content.payments)):
        for place, row in enumerate(rows):
            slip = Slip(setter, width)
            if place == 0:
                slip.skip(2.2)
                slip.write(inline(content.words[key]), LABEL_STRONG, Ink.ACCENT)
                slip.skip(0.6)
                slip.rule()
                slip.skip(0.6)
            _sum_row(slip, row, SMALL, Ink.TEXT)
            found.append(slip.band())
    return found


def _sum_row(slip: Slip, row: Sum, face: Face, ink: Ink) -> None:
    amount = min(slip.setter.width(row.value, face), slip.width * 0.6)
    slip.place(row.value, face, ink, x=slip.width - amount, width=amount, align="right")
    slip.write(inline(row.label), face, ink, width=slip.width - amount - 3.0, most=6)
    slip.skip(0.3)


def _sums(content: PaperContent, setter: Setter, width: float) -> Band:
    slip = Slip(setter, width)
    for row in content.sums:
        _figure(slip, row, BODY)
        slip.skip(0.7)
    if content.payable is not None:
        slip.skip(0.8)
        slip.add(_payable(content.payable, setter, width))
    for place, row in enumerate(content.foreign):
        slip.skip(2.0 if place == 0 else 0.5)
        _figure(slip, row, SMALL)
    return slip.band()


def _figure(slip: Slip, row: Sum, face: Face) -> None:
    """A sum as far in as the text of the box of the amount payable."""
    width = slip.width
    amount = min(slip.setter.width(row.value, face), width * 0.62)
    slip.place(row.value, face, x=width - _PAD - amount, width=amount, align="right")
    slip.write(inline(row.label), face, Ink.SOFT, x=_PAD, width=width - 2 * _PAD - amount - 2.0, most=3)


def _payable(row: Sum, setter: Setter, width: float) -> Band:
    """The one figure that everybody looks for."""
    slip = Slip(setter, width - 2 * _PAD)
    amount = min(setter.width(row.value, _PAYABLE), slip.width * 0.66)
    slip.place(row.value, _PAYABLE, Ink.WHITE, x=slip.width - amount, width=amount, align="right")
    room = slip.width - amount - 2.0
    labels = [text for word in row.label for text in setter.rows(word, STRONG, room, most=2)]
    slip.place(labels[0], STRONG, Ink.WHITE, width=room, baseline=_PAYABLE)
    slip.skip(row_height(_PAYABLE) if len(labels) > 1 else 0.0)
    for label in labels[1:]:
        slip.place(label, STRONG, Ink.WHITE, width=room)
        slip.skip(row_height(STRONG))
    slip.y = max(slip.y, row_height(_PAYABLE))
    return framed(slip.band(), width, pad=_PAD, ink=Ink.ACCENT)


def stamp_block(content: PaperContent, setter: Setter, width: float) -> Band:
    """QR code and marks; or, in their place, that there are none."""
    stamp = content.stamp
    slip = Slip(setter, width)
    if stamp.words:
        slip.add(_words_box(stamp, setter, width))
        slip.skip(2.0)
    code = bool(stamp.address)
    x = QR + 4.0 if code else 0.0
    if code:
        slip.items.append(Code(0.0, slip.y, QR, stamp.address))
    top = slip.y
    slip.add(marks(content, setter, width - x), x)
    if code:
        slip.y = max(slip.y, top + QR)
    return slip.band()


def _words_box(stamp: Stamp, setter: Setter, width: float) -> Band:
    slip = Slip(setter, width - 2 * _PAD)
    for words in stamp.words:
        for word in words:
            slip.write(word, STRONG, Ink.TEXT, align="centre")
    return framed(slip.band(), width, pad=_PAD)


def marks(content: PaperContent, setter: Setter, width: float, *, above: bool = False) -> Band:
    """MARK, UID, authentication code and address in words; what the law wants beside them.

    `above`: labels stand above what they name, as they do where they are too long to stand before it.
    """
    stamp, words = content.stamp, content.words
    slip = Slip(setter, width)
    for notice in stamp.notices:
        slip.write(inline(notice), STRONG, Ink.TEXT, most=3)
        slip.skip(0.8)
    rows = (
        (words["mark"], stamp.mark, MARK, 2),
        (words["uid"], stamp.uid, SMALL, 2),
        (words["authentication_code"], stamp.authentication_code, SMALL, 2),
        (words["address"], stamp.address, FINE, 4),
        (words["provider"], stamp.provider_line, SMALL, 3),
    )
    longest = max(setter.width(inline(label), LABEL) for label, value, *_ in rows)
    above = above or longest > width * _LABEL_SHARE
    room = 0.0 if above else longest + 2.5
    for label, value, face, most in rows:
        if not value:
            continue
        slip.place(inline(label), LABEL, Ink.SOFT, baseline=None if above else face)
        slip.skip(row_height(LABEL) if above else 0.0)
        slip.write(value, face, x=room, most=most)
        slip.skip(0.5)
    return slip.band()


def paragraph_bands(paragraph: Paragraph, setter: Setter, width: float) -> list[Band]:
    """A heading and its text, in pieces of a few rows; the heading stays with the first of them."""
    rows = setter.rows(paragraph.text, SMALL, width)
    bands = []
    for start in range(0, len(rows), _ROWS_A_PIECE):
        slip = Slip(setter, width)
        if start == 0:
            slip.skip(3.0)
            slip.write(inline(paragraph.heading), LABEL_STRONG, Ink.ACCENT)
            slip.skip(0.5)
        for row in rows[start : start + _ROWS_A_PIECE]:
            slip.place(row, SMALL)
            slip.skip(row_height(SMALL))
        bands.append(slip.band())
    return bands
