"""Whether an answer speaks of the document that was sent, or of another one."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from einvoice_desktop.domain.identity import NaturalKey, bare_vat
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import SealedDocument

_HEX_UID = re.compile(r"[0-9A-Fa-f]{40}")
_PLAIN_UID = re.compile(r"(?:EL|GR)?\d{9}-\d{4}-\d\d-\d\d-\d+-[\d.]+-.+")
_OWN_SHAPES = re.compile(r"1[34]\.")
"""Received documents add the receiver's VAT number to what is hashed (RULES 10)."""


def contradicts(told: Receipt, sealed: SealedDocument) -> bool:
    """Whether a receipt names another series, number, internal id or UID; silence contradicts nothing.

    Upper and lower case, blanks and leading zeros of a number do not count; Latin A and Greek Α do.
    """
    key = sealed.key
    if told.internal_id and sealed.internal_id and _folded(told.internal_id) != _folded(sealed.internal_id):
        return True
    if told.series and _folded(told.series) != _folded(key.series):
        return True
    if told.number and not _same_number(told.number, key.number):
        return True
    return _uid_contradicts(told, sealed)


def _uid_contradicts(told: Receipt, sealed: SealedDocument) -> bool:
    """A UID in plain text can be read; a hashed one says something only where nothing else speaks.

    The hash depends on an encoding that the authority names in one way and others do in another, so it is
    believed against us only for a series in ASCII and a type without parts of its own.
    """
    if _PLAIN_UID.fullmatch(told.uid):
        return _folded(_bare_uid(told.uid)) != _folded(_uid_text(sealed.key))
    spoken_for = bool(told.internal_id or (told.series and told.number))
    if spoken_for or not _HEX_UID.fullmatch(told.uid) or not sealed.key.series.isascii():
        return False
    if _OWN_SHAPES.match(sealed.key.type_code) or b"variationtype" in sealed.payload.lower():
        return False
    digest = hashlib.sha1(_uid_text(sealed.key).encode(), usedforsecurity=False)
    return digest.hexdigest() != told.uid.lower()


def _uid_text(key: NaturalKey) -> str:
    return "-".join(
        (bare_vat(key.issuer_vat), key.date, str(key.branch), key.type_code, key.series, key.number)
    )


def _bare_uid(uid: str) -> str:
    return re.sub(r"^(?:EL|GR)", "", uid)


def _same_number(told: str, ours: str) -> bool:
    told, ours = told.strip(), ours.strip()
    if told.isascii() and told.isdigit() and ours.isascii() and ours.isdigit():
        return (told.lstrip("0") or "0") == (ours.lstrip("0") or "0")
    return _folded(told) == _folded(ours)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
