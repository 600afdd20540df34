"""What a line and a document's own tax come to, in one written order, each amount rounded by itself.

Per line: quantity x price -> allowances and charges -> share of the document's own discounts (`sharing`)
-> net -> VAT -> line taxes -> total. Per document (`tally`): sums of the rounded lines -> document taxes
-> gross = net + VAT - withheld + fees + stamp duty + other taxes - deductions (RULES 5, error 203), which is
what is to be paid.

An amount that stands in the document is kept; an absent one is computed (a receipt priced with VAT included
cannot be computed again from its rounded unit price).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from einvoice_desktop.domain.codes import TAX_KIND_BY_CODE, TAX_KINDS, CodeTables, TaxKind
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import ZERO, percent_of, product, to_cents
from einvoice_desktop.domain.settlement import Tax

ONE = Decimal(1)
TAX_MEMBERS = frozenset(name for kind in TAX_KINDS for name in (kind.amount, kind.category) if name)
"""Without any of these a line has none of the five taxes."""
RETURN = 7
"""Record type of what is given back (order slips 8.6); its amounts are written above zero and summed so."""


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """One line's amounts, each rounded to the cent."""

    base: Decimal
    allowances: Decimal
    charges: Decimal
    net: Decimal
    vat: Decimal
    withheld: Decimal
    fees: Decimal
    stamp_duty: Decimal
    other_taxes: Decimal
    deductions: Decimal
    total: Decimal
    share: Decimal = ZERO
    """What the net holds of the document's own discounts (below 0) and charges."""

    @property
    def before_share(self) -> Decimal:
        """The net after the line's own discounts and charges alone."""
        return self.net - self.share

    @property
    def discount_share(self) -> Decimal:
        """Its share of the document's discounts, above 0."""
        return max(-self.share, ZERO)

    def tax(self, kind: TaxKind) -> Decimal:
        """The amount of one of the five taxes."""
        amount: Decimal = getattr(self, kind.field)
        return amount


@dataclass(frozen=True, slots=True)
class SummaryAmounts:
    """The document's sums. `payable` is the gross value: what was prepaid stands in the payments."""

    net: Decimal = ZERO
    vat: Decimal = ZERO
    withheld: Decimal = ZERO
    fees: Decimal = ZERO
    stamp_duty: Decimal = ZERO
    other_taxes: Decimal = ZERO
    deductions: Decimal = ZERO
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    gross: Decimal = ZERO
    payable: Decimal = ZERO
    own_allowances: Decimal = ZERO
    """The document's own discounts alone, without those of its lines."""
    after_lines: Decimal = ZERO
    """The lines' nets before the document's own discounts and charges."""
    catalog: Decimal = ZERO
    """The net before any discount or charge."""


def is_blank(line: Detail) -> bool:
    """Nothing that a person types on a line stands on it: no code, no text, no price, no amount. A percentage
    of nothing says nothing: a new line has its customer's discount."""
    if line.unit_price is not None or line.code or any(line.descriptions or ()):
        return False
    if line.net_total is not None or line.vat_total is not None or line.total is not None:
        return False
    if any(item.amount is not None or item.description for item in line.allowances_charges or ()):
        return False
    return all(getattr(line, kind.amount) is None for kind in TAX_KINDS)


def is_summed(line: Detail) -> bool:
    """Informative and hidden lines are printed or kept, never summed; blank ones are not sent."""
    return not (line.is_informative or line.is_hidden or is_blank(line))


def is_return(line: Detail) -> bool:
    """Whether the line gives back what an earlier order slip had."""
    return line.record_type_code == RETURN


def is_charge(item: AllowanceCharge) -> bool:
    """CHARGE (1 in the provider's order) adds; everything else is an allowance."""
    return str(item.type).upper() in ("CHARGE", "1")


def allowance_amount(item: AllowanceCharge, base: Decimal) -> Decimal:
    """An allowance's or charge's amount: as given, else its percentage of `base` (both to the cent)."""
    if item.amount is not None:
        return to_cents(item.amount)
    return ZERO if item.percentage is None else percent_of(base, item.percentage)


def allowances_and_charges(items: Sequence[AllowanceCharge] | None, base: Decimal) -> tuple[Decimal, Decimal]:
    """The sums of the allowances and of the charges; percentages all apply to the same `base`."""
    allowances, charges = ZERO, ZERO
    for item in items or ():
        amount = allowance_amount(item, base)
        if is_charge(item):
            charges += amount
        else:
            allowances += amount
    return allowances, charges


def _line_allowances(line: Detail, base: Decimal) -> tuple[Decimal, Decimal]:
    """A line's own allowances and charges: item by item, or as totals where only these are given.

    The total of the allowances holds the line's share of the document's discounts ("total of all allowances
    applied" in the provider's schema).
    """
    if line.allowances_charges:
        return allowances_and_charges(line.allowances_charges, base)
    allowances = to_cents(line.allowances_total or ZERO) - apportioned_discount(line)
    return max(allowances, ZERO), to_cents(line.charges_total or ZERO)


def apportioned_discount(line: Detail) -> Decimal:
    """The share of the document's discounts that the line says it holds."""
    value = line.line_apportioned_discount_value
    return to_cents(value) if value else ZERO


def line_tax(line: Detail, kind: TaxKind, net: Decimal, codes: CodeTables) -> Decimal:
    """One of the line's five taxes: as given, else the percentage of its category, else nothing."""
    given: Decimal | None = getattr(line, kind.amount)
    if given is not None:
        return to_cents(given)
    category: int | None = getattr(line, kind.category) if kind.category else None
    rate = codes.tax_rate(kind.table, category)
    return ZERO if rate is None else percent_of(net, rate)


def line_base(line: Detail) -> Decimal:
    """Quantity x price, to the cent. A price without a quantity (a service, a rent) is one."""
    if line.unit_price is None:
        return ZERO
    return to_cents(product(ONE if line.quantity is None else line.quantity, line.unit_price))


def _before_share(line: Detail, base: Decimal, allowances: Decimal, charges: Decimal) -> Decimal:
    """The net after the line's own discounts and charges: as it stands, else worked out."""
    given = line.net_total_after_inline_alcs
    return base - allowances + charges if given is None else to_cents(given)


_ALLOWANCES = frozenset(
    {"allowances_charges", "allowances_total", "charges_total", "line_apportioned_discount_value"}
)
_NO_TAXES = dict.fromkeys((kind.field for kind in TAX_KINDS), ZERO)


def line_amounts(line: Detail, codes: CodeTables, share: Decimal | None = None) -> LineAmounts:
    """A line's amounts. `share` is its part of the document's discounts (below 0) and charges; None: the
    document has none of its own, and the line has what it says itself."""
    base, allowances, charges = line_base(line), ZERO, ZERO
    if not _ALLOWANCES.isdisjoint(line.model_fields_set):
        allowances, charges = _line_allowances(line, base)
    if share is None:
        share = -apportioned_discount(line)
    net = (
        _before_share(line, base, allowances, charges) + share
        if line.net_total is None
        else to_cents(line.net_total)
    )
    if line.vat_total is None:
        vat = percent_of(net, codes.vat_rate(line.vat_category_code) or ZERO)
    else:
        vat = to_cents(line.vat_total)
    taxes, total = _NO_TAXES, net + vat
    if not TAX_MEMBERS.isdisjoint(line.model_fields_set):
        taxes = {kind.field: line_tax(line, kind, net, codes) for kind in TAX_KINDS}
        total += sum((kind.sign * taxes[kind.field] for kind in TAX_KINDS), ZERO)
    return LineAmounts(
        base=base, allowances=allowances, charges=charges, net=net, vat=vat, total=total, share=share, **taxes
    )


def tax_base(tax: Tax, net: Decimal) -> Decimal:
    """What a document tax is taken from: its underlying value, else the document's net."""
    return net if tax.underlying_value is None else tax.underlying_value


def document_tax_rate(tax: Tax, codes: CodeTables) -> Decimal | None:
    """Per cent of a document tax's category; None where the amount is typed."""
    kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
    return codes.tax_rate(kind.table, tax.tax_category_code) if kind else None


def document_tax(tax: Tax, net: Decimal, codes: CodeTables) -> Decimal:
    """A document tax's amount: as given, else its category's percentage of its base, else nothing."""
    if tax.tax_amount is not None:
        return to_cents(tax.tax_amount)
    rate = document_tax_rate(tax, codes)
    return ZERO if rate is None else percent_of(tax_base(tax, net), rate)
