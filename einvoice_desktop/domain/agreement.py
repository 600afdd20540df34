"""Whether an answer speaks of the document that was sent, of another one, or of none: the one rule for it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from enum import StrEnum

from einvoice_desktop.domain.identity import NaturalKey, bare_vat
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Kind, SealedDocument

_HEX_UID = re.compile(r"[0-9A-Fa-f]{40}")
_PLAIN_UID = re.compile(r"(?:EL|GR)?\d{9}-\d{4}-\d\d-\d\d-\d+-[\d.]+-.+")
_OWN_SHAPES = re.compile(r"1[34]\.")
"""Received documents add the receiver's VAT number to what is hashed (RULES 10)."""
_ENCODINGS = ("iso-8859-7", "utf-8", "cp1253")
"""The authority's specification names the first; others were seen to use the second (RULES 10)."""


class Agreement(StrEnum):
    """What an answer's names say of the document that was sent."""

    SILENT = "silent"
    """It names no document at all."""
    OURS = "ours"
    """It names ours, and contradicts nothing of it."""
    ODD_UID = "odd_uid"
    """Our series, number and internal id, and a UID that does not follow from them. The answer to our own
    request is about ours all the same; of a document that is in already nobody can say so."""
    TWIN = "twin"
    """Our series and number (or neither) under another internal id: somebody else's document."""
    ANOTHER = "another"
    """The series, number or UID of another document: not about ours at all."""


def agreement(told: Receipt, sealed: SealedDocument) -> Agreement:
    """Compares every UID, internal id, series and number that the answer tells; silence contradicts nothing.

    Upper and lower case, blanks and leading zeros of a number do not count; Latin A and Greek Α do.
    """
    key = sealed.key
    if sealed.kind is Kind.CREDIT and _same_internal_id(told, sealed):
        # Which series, number and so which UID the provider gives it is nowhere said: the id is ours.
        return Agreement.OURS
    if told.series and _folded(told.series) != _folded(key.series):
        return Agreement.ANOTHER
    if told.number and not _same_number(told.number, key.number):
        return Agreement.ANOTHER
    known = bool(told.internal_id and sealed.internal_id)
    same_id = _same_internal_id(told, sealed)
    if told.uid and names_another(told.uid, sealed):
        hashed = bool(_HEX_UID.fullmatch(told.uid))
        return Agreement.ODD_UID if hashed and same_id and told.series and told.number else Agreement.ANOTHER
    if known and not same_id:
        return Agreement.TWIN
    named = told.series or told.number or told.uid or told.internal_id
    return Agreement.OURS if named else Agreement.SILENT


def _same_internal_id(told: Receipt, sealed: SealedDocument) -> bool:
    return bool(sealed.internal_id) and _folded(told.internal_id) == _folded(sealed.internal_id)


def is_proven(told: Receipt, sealed: SealedDocument) -> bool:
    """Whether the answer names the one thing that nobody else can have made: our internal id."""
    return _same_internal_id(told, sealed)


def names_another(uid: str, sealed: SealedDocument) -> bool:
    """Whether `uid`, hashed or in plain text, can only be another document's.

    A hash is believed against us only for a series in ASCII and a type without parts of its own: it depends
    on an encoding that the authority names in one way and others do in another.
    """
    if _PLAIN_UID.fullmatch(uid):
        bare = re.sub(r"^(?:EL|GR)", "", uid)
        return _folded(bare) not in {_folded(text) for text in _texts(sealed.key)}
    if not _HEX_UID.fullmatch(uid) or uid.upper() in _hashes(sealed.key):
        return False
    unsure = _OWN_SHAPES.match(sealed.key.type_code) or b"variationtype" in sealed.payload.lower()
    unsure = unsure or sealed.kind is Kind.CREDIT
    return sealed.key.series.isascii() and not unsure


def is_our_uid(uid: str, sealed: SealedDocument) -> bool:
    """Whether `uid`, hashed or in plain text, is the one that follows from the document's natural key."""
    if _HEX_UID.fullmatch(uid):
        return uid.upper() in _hashes(sealed.key)
    return bool(_PLAIN_UID.fullmatch(uid)) and not names_another(uid, sealed)


def _hashes(key: NaturalKey) -> frozenset[str]:
    """The UID in each way of writing it that is known, 40 upper-case hex digits."""
    found = set()
    for text in _texts(key):
        for encoding in _ENCODINGS:
            data = text.encode(encoding, "replace")
            found.add(hashlib.sha1(data, usedforsecurity=False).hexdigest().upper())
    return frozenset(found)


def _texts(key: NaturalKey) -> frozenset[str]:
    head = (bare_vat(key.issuer_vat), key.date, str(key.branch), key.type_code)
    numbers = {key.number, key.number.lstrip("0") or "0"}
    series = {key.series, key.series.upper(), key.series.lower()}
    return frozenset("-".join((*head, one, number)) for one in series for number in numbers)


def _same_number(told: str, ours: str) -> bool:
    told, ours = told.strip(), ours.strip()
    if told.isascii() and told.isdigit() and ours.isascii() and ours.isdigit():
        return (told.lstrip("0") or "0") == (ours.lstrip("0") or "0")
    return _folded(told) == _folded(ours)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
