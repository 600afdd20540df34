"""What the document's type says of a field: that it must be filled, that it may, that there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

Word = Callable[[str], str]
"""By a JSON path: "must", "may" or "not"."""

_EXPENSES = "details.expensesClassification"
_INDEX = re.compile(r"\[\d+\]")


def plain(path: str) -> str:
    """A path without the places of its rows, as the table of types spells it."""
    return _INDEX.sub("", path)


def words_of(session: DraftSession) -> Word:
    """What the type of the document on the stage says, and the rules of what it is beside its type.

    Before the engine is there everything may be.
    """
    if session.draft is None or session.composition is None:
        return _may
    from einvoice_desktop.app.completeness import required_fields
    from einvoice_desktop.app.type_parts import MAY, MUST, NOT, fields_of_type

    document, codes = session.draft.document, session.codes
    required = required_fields(session.composition)
    fields = fields_of_type(document.invoice_type_code, codes)
    kind = codes.invoice_type(document.invoice_type_code)
    # Expenses are the receiver's, unless he is the one who issues it.
    income_only = kind is not None and kind.side == "income" and not document.self_pricing

    def word(path: str) -> str:
        bare = plain(path)
        if income_only and bare.startswith(_EXPENSES):
            return NOT
        told = fields.get(bare, MUST if bare in required else None)
        if told == MAY and bare in required:
            return MUST
        while told is None and "." in bare:
            bare = bare.rpartition(".")[0]
            # What a part must have says nothing of each of its fields.
            told = NOT if fields.get(bare) == NOT else None
        return told or MAY

    return word


def _may(_path: str) -> str:
    return "may"
