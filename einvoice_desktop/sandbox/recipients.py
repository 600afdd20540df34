"""Step 2 of the provider's order: the send method is known and has somebody to send to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.document import Document

_SEND_METHODS = frozenset({"", "E", "A", "M", "C"})
_GREECE = "+30"
_MOBILES_BEGIN = "69"
_NATIONAL, _SHORTEST, _LONGEST = 10, 8, 15
"""Digits of a Greek number; of any international one (E.164)."""


def check_sending(document: Document) -> list[str]:
    """What is wrong with method and recipients. Nothing is ever sent to them from here."""
    return list(_wanting(document))


def _wanting(document: Document) -> Iterator[str]:
    sending = document.sending
    if sending.method not in _SEND_METHODS:
        yield f"additionalDetails.transmissionMethod {sending.method} is not a send method (E, A, M, C)"
        return
    if sending.method in {"E", "C"} and not sending.emails:
        yield f"Email recipient is mandatory for sendmethod {sending.method}"
    if sending.method not in {"M", "C"}:
        return
    if not sending.cell_numbers:
        yield f"Mobile recipient is mandatory for sendmethod {sending.method}"
    for number in sending.cell_numbers:
        if not _is_mobile(number):
            yield f"additionalDetails.customerCellNumbers {number[:40]} is not a mobile number"


def _is_mobile(number: str) -> bool:
    """In international form, or a Greek one as it is dialled at home; digits alone, no landline."""
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return False
    if number.startswith(_GREECE):
        return _is_greek(number.removeprefix(_GREECE))
    if number.startswith("+"):
        return not digits.startswith("0") and _SHORTEST <= len(digits) <= _LONGEST
    return _is_greek(digits)


def _is_greek(digits: str) -> bool:
    return len(digits) == _NATIONAL and digits.startswith(_MOBILES_BEGIN)
