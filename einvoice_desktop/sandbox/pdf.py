"""A small PDF of an issued document, with the built-in Helvetica and Greek in Latin letters."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.shown import EL, WORDS
from einvoice_desktop.sandbox.transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.sandbox.shown import ShownDocument, ShownParty

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 50
_LEADING = 1.4
_LONGEST_ROW = 95
_ASCII_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "’": "'", "‘": "'", "«": '"', "»": '"', "·": "-", "€": "EUR", "×": "x"}
)


@dataclass
class _Layout:
    """Rows from top to bottom; a full page starts the next one."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    y: float = _HEIGHT - _MARGIN

    def row(self, text: str, size: int = 10, bold: bool = False, right: str = "") -> None:
        """A row of text; `right` ends at the right margin."""
        for part in _wrapped(_plain(text), _LONGEST_ROW * 10 // size):
            self._step(size)
            self._put(part, _MARGIN, size, bold)
        if right:
            shown = _plain(right)
            self._put(shown, _WIDTH - _MARGIN - len(shown) * size * 0.6, size, bold, "F3")

    def gap(self, points: float = 8) -> None:
        self.y -= points

    def _step(self, size: int) -> None:
        if self.y - size * _LEADING < _MARGIN:
            self.pages.append([])
            self.y = _HEIGHT - _MARGIN
        self.y -= size * _LEADING

    def _put(self, text: str, x: float, size: int, bold: bool, font: str = "") -> None:
        name = font or ("F2" if bold else "F1")
        self.pages[-1].append(f"BT /{name} {size} Tf {x:.1f} {self.y:.1f} Td ({_literal(text)}) Tj ET")


def document_pdf(document: ShownDocument, language: str = EL) -> bytes:
    """The document as PDF 1.4; figures and codes can be copied out as text."""
    words = WORDS[language]
    layout = _Layout()
    layout.row(words["notice"], 10, bold=True)
    layout.gap()
    layout.row(f"{document.title} {document.series} {document.number}", 16, bold=True)
    layout.row(f"{words['date']}: {document.date}   {words['type']}: {document.invoice_type}")
    _party(layout, words["issuer"], document.issuer, words)
    _party(layout, words["counterparty"], document.counterparty, words)
    layout.gap()
    for line in document.lines:
        count = " x ".join(filter(None, (line.quantity, line.unit_price)))
        vat = f"{words['vat_amount']} {line.vat}" if line.vat else ""
        layout.row(line.description)
        layout.row(f"   {count}   {vat}", 9, right=line.net)
    layout.gap()
    for key, amount in document.totals:
        layout.row(words[key], right=amount)
    if document.gross:
        layout.row(words["gross"], 12, bold=True, right=document.gross)
    layout.gap()
    for name, amount in document.payments:
        layout.row(f"{words['payments']}: {name}", right=amount)
    layout.gap()
    layout.row(f"MARK: {document.mark}")
    layout.row(f"UID: {document.uid}")
    layout.row(f"{words['authentication']}: {document.authentication_code}")
    return _file(layout.pages)


def _party(layout: _Layout, label: str, party: ShownParty, words: Mapping[str, str]) -> None:
    layout.gap()
    layout.row(label, 9)
    layout.row(party.name, 11, bold=True)
    if party.vat:
        layout.row(f"{words['vat']} {party.vat}")
    layout.row(", ".join(party.details))


def _plain(text: str) -> str:
    """In ASCII: a letter without a place there becomes its base letter or a question mark."""
    return "".join(_plain_character(char) for char in transliterated(text).translate(_ASCII_SIGNS))


def _plain_character(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() else " "
    return unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode() or "?"


def _wrapped(text: str, width: int) -> list[str]:
    """Rows of at most `width` characters, broken at spaces where there are any."""
    rows: list[str] = []
    while len(text) > width:
        cut = text.rfind(" ", 1, width)
        cut = width if cut < 0 else cut
        rows.append(text[:cut])
        text = text[cut:].lstrip()
    return [*rows, text]


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(pages: list[list[str]]) -> bytes:
    """Objects 1 to 5 are catalogue, page tree and fonts; two more follow for every page."""
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_font(name) for name in ("Helvetica", "Helvetica-Bold", "Courier")),
    ]
    for index, rows in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {7 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>".encode()
        )
        data = zlib.compress("\n".join(rows).encode("latin-1"))
        head = f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + data + b"\nendstream")
    return _assembled(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
