"""What a document's own page at the provider tells: the authority's XML read safely, or a page's words."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from xml.parsers import expat

from einvoice_desktop.domain.agreement import is_our_uid
from einvoice_desktop.domain.readback import GROSS, NET, VAT
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.provider.envelope import is_page, plain
from einvoice_desktop.provider.failures import mark_in, uid_in

_DEEPEST = 40
_MOST_ELEMENTS = 200_000
_LONGEST_TEXT = 200
_WORDS_LOOKED_AT = 200_000
_SUMS = MappingProxyType({"totalnetvalue": NET, "totalvatamount": VAT, "totalgrossvalue": GROSS})
_WANTED = frozenset(
    {*_SUMS, "uid", "mark", "authenticationcode", "vatnumber", "branch"}
    | {"series", "aa", "issuedate", "invoicetype"}
)
_MARK = re.compile(r"[1-9]\d{0,18}")
_AMOUNT = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class PageTells:
    """`receipt` with "" where nothing is told; `key` the natural key in plain text, "" unless told whole."""

    receipt: Receipt
    key: str
    sums: Mapping[str, Decimal]


class _Refused(Exception):
    """No XML that is read here: too deep, too much, or with declarations of its own."""


def read_page(body: bytes, content_type: str, sealed: SealedDocument) -> PageTells | None:
    """What the authority's XML tells of its one document; of a page for people the MARK, where it stands
    beside our own UID. None where nothing of a document is told."""
    return _words(body, sealed) if is_page(body, content_type) else _xml(body)


@dataclass(slots=True)
class _Collector:
    """The first text of each element of interest, by its parent's and its own name, in lower case."""

    found: dict[tuple[str, str], str] = field(default_factory=dict)
    documents: int = 0
    _open: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _elements: int = 0

    def start(self, name: str, _: object) -> None:
        self._elements += 1
        if len(self._open) >= _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise _Refused
        local = name.rpartition(":")[2].lower()
        self.documents += local == "invoice"
        self._open.append(local)
        self._text = []

    def text(self, data: str) -> None:
        if len(self._text) < _LONGEST_TEXT:
            self._text.append(data[:_LONGEST_TEXT])

    def end(self, _: str) -> None:
        name = self._open.pop()
        parent = self._open[-1] if self._open else ""
        if name in _WANTED:
            self.found.setdefault((parent, name), plain("".join(self._text), _LONGEST_TEXT))
        self._text = []


def _refuse(*_: object) -> None:
    raise _Refused


def _xml(body: bytes) -> PageTells | None:
    collector = _Collector()
    parser = expat.ParserCreate()
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    # Entities would let a small answer grow without bound; the authority's XML declares none.
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, _Refused, ValueError):
        return None
    return _told(collector.found) if collector.documents == 1 else None


def _told(found: Mapping[tuple[str, str], str]) -> PageTells:
    def at(parent: str, name: str) -> str:
        return found.get((parent, name), "")

    head = "invoiceheader"
    key = (
        at("issuer", "vatnumber"),
        at(head, "issuedate")[:10],
        at("issuer", "branch"),
        at(head, "invoicetype"),
        at(head, "series"),
        at(head, "aa"),
    )
    mark = at("invoice", "mark")
    receipt = Receipt(
        mark=mark if _MARK.fullmatch(mark) else "",
        uid=at("invoice", "uid"),
        authentication_code=at("invoice", "authenticationcode"),
        status="",
        url="",
        series=at(head, "series"),
        number=at(head, "aa"),
        date_issued="",
        internal_id="",
        message="",
    )
    sums = {
        path: amount
        for name, path in _SUMS.items()
        if (amount := _amount(at("invoicesummary", name))) is not None
    }
    return PageTells(receipt, "-".join(key) if all(key) else "", sums)


def _amount(text: str) -> Decimal | None:
    if not _AMOUNT.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _words(body: bytes, sealed: SealedDocument) -> PageTells | None:
    text = body[:_WORDS_LOOKED_AT].decode("utf-8", "replace")
    words = " ".join(html.unescape(re.sub(r"<[^>]{0,2000}>", " ", text)).split())
    mark, uid = mark_in(words), uid_in(words, sealed)
    if not mark or not is_our_uid(uid, sealed):
        return None
    return PageTells(Receipt(mark, uid, "", "", "", "", "", "", "", ""), "", {})
