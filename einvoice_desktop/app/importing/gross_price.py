"""A price with VAT included, as retail lists have it, turned into the price without."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.importing.cells import Note
from einvoice_desktop.app.importing.targets import GROSS_PRICE, PRICE, VAT_CATEGORY
from einvoice_desktop.domain.money import EXACT, HUNDRED, to_cents

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables

_MOST_PLACES = 8
_PIECES = 1_000
"""So many of it still come to the cent to what is asked for one."""


def without_gross(values: dict[str, object], codes: CodeTables) -> tuple[Note, ...]:
    """Turns the price with VAT among a row's values into one without; a price without VAT beside it counts.
    A fault where the row does not say the VAT."""
    gross = values.pop(GROSS_PRICE, None)
    if not isinstance(gross, Decimal) or PRICE in values:
        return ()
    category = values.get(VAT_CATEGORY)
    rate = codes.vat_rate(category) if isinstance(category, int) else None
    if rate is None:
        return (Note(GROSS_PRICE, "import_gross_needs_vat"),)
    values[PRICE] = net_price(gross, rate)
    return ()


def net_price(gross: Decimal, rate: Decimal) -> Decimal:
    """The shortest price, of two decimals at least, that comes to `gross` with VAT."""
    whole = HUNDRED + rate
    ideal, wanted = EXACT.divide(gross * HUNDRED, whole), to_cents(gross * _PIECES)
    price = gross
    for places in range(2, _MOST_PLACES + 1):
        price = ideal.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, context=EXACT)
        if to_cents(EXACT.divide(price * _PIECES * whole, HUNDRED)) == wanted:
            break
    return price
