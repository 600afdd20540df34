"""A line's net as a file has it: what the line comes to, or what its quantity and price must agree with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.app.entry import Language, show_amount
from einvoice_desktop.app.importing.cells import Note
from einvoice_desktop.domain.money import CENT, EXACT, HUNDRED, ZERO, to_cents
from einvoice_desktop.domain.totals import is_charge, line_amounts

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.domain.lines import Detail

NET, PRICE = "details[0].netTotal", "details[0].unitPrice"
_MOST_PLACES = 8
_NEAR = CENT * 2
"""Programs round in different places."""


def net_of(line: Detail, codes: CodeTables) -> Decimal:
    """What a line comes to before VAT."""
    return line_amounts(line, codes, ZERO).net


def net_note(
    line: Detail, values: Mapping[str, object], language: Language, codes: CodeTables
) -> Note | None:
    """Something is misread where a line does not come to what the file says of it."""
    told, made = values.get(NET), net_of(line, codes)
    if not isinstance(told, Decimal) or abs(told - made) <= _NEAR:
        return None
    shown = {"net": show_amount(told, language), "made": show_amount(made, language)}
    return Note(NET, "import_net_differs", shown)


def with_net(draft: Draft, net: Decimal, codes: CodeTables) -> Draft:
    """The first line of `draft` with the price that makes this net; where none does, the net alone."""
    line = (draft.document.details or ())[0]
    share = Decimal(1)
    for item in line.allowances_charges or ():
        share += (1 if is_charge(item) else -1) * (item.percentage or ZERO) / HUNDRED
    quantity = EXACT.multiply(Decimal(1) if line.quantity is None else line.quantity, share)
    for places in range(2, _MOST_PLACES + 1) if quantity > 0 else ():
        price = EXACT.divide(net, quantity).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, context=EXACT)
        priced = choose(draft, PRICE, price, codes)
        if net_of((priced.document.details or ())[0], codes) == to_cents(net):
            return priced
    return choose(choose(draft, PRICE, None, codes), NET, to_cents(net), codes)
