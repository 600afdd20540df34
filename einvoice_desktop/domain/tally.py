"""The sum over lines: it grows and shrinks by one line at a time, so that one edit costs one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from einvoice_desktop.domain.classifying import MOVEMENT, classifications_of
from einvoice_desktop.domain.codes import TAX_KIND_BY_CODE, TAX_KINDS, CodeTables
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.settlement import Tax
from einvoice_desktop.domain.totals import TAX_MEMBERS, LineAmounts, SummaryAmounts, is_blank, is_return

FEE_WITH_VAT, OTHER_TAX_WITH_VAT = 2, 3
"""Record types whose net amount is itself a fee or tax; beside them the document may carry taxes (224)."""
SERVICE_WITH_FUEL = 999
"""The fuel code of a charge for services on a fuel document."""


@dataclass(frozen=True, slots=True)
class VatRate:
    """One row of the VAT analysis; `rate` in per cent."""

    rate: Decimal
    base: Decimal
    vat: Decimal
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """What the lines add up to. Returns add to it like any other line: the authority sums what is written,
    and the record type alone says which way it goes (its table of record types).

    `returned` is what the returns come to, `shared` what the document's own discounts (below 0) and charges
    add to the nets. The counters serve the rules that look at all lines together: lines that enter the sums,
    those of them with taxes, of a tax's record type, with a classification, returns, of third-party sales
    and the fee for them, with fuel and with services beside it, that are movement alone; and all lines that
    are not blank.
    """

    net: Decimal = ZERO
    vat: Decimal = ZERO
    withheld: Decimal = ZERO
    fees: Decimal = ZERO
    stamp_duty: Decimal = ZERO
    other_taxes: Decimal = ZERO
    deductions: Decimal = ZERO
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    shared: Decimal = ZERO
    fuel_net: Decimal = ZERO
    fuel_services_net: Decimal = ZERO
    returned: Decimal = ZERO
    by_rate: Mapping[Decimal, VatRate] | None = None
    summed: int = 0
    taxed: int = 0
    tax_records: int = 0
    classified: int = 0
    returns: int = 0
    clearance_lines: int = 0
    fee_lines: int = 0
    fuel_lines: int = 0
    fuel_services: int = 0
    category3: int = 0
    filled: int = 0


_OF_LINE = (
    "net",
    "vat",
    "withheld",
    "fees",
    "stamp_duty",
    "other_taxes",
    "deductions",
    "allowances",
    "charges",
)
_AMOUNTS = (*_OF_LINE, "shared", "fuel_net", "fuel_services_net", "returned")
_COUNTS = (
    *("summed", "taxed", "tax_records", "classified", "returns", "clearance_lines", "fee_lines"),
    *("fuel_lines", "fuel_services", "category3", "filled"),
)


class _Kind(NamedTuple):
    """All that a line's part in the sums depends on, beside its amounts. Most lines of a document are of
    few kinds."""

    summed: bool = False
    filled: bool = False
    vat_category: int | None = None
    fuel: int | None = None
    detail_type: int | None = None
    is_record: bool = False
    is_back: bool = False
    taxed: bool = False
    classified: bool = False
    moved: bool = False


def _kind_of(line: Detail, amounts: LineAmounts) -> _Kind:
    if is_blank(line):
        return _BLANK
    if line.is_informative or line.is_hidden:
        return _TOLD
    placed = classifications_of(line)
    return _Kind(
        True,
        True,
        line.vat_category_code,
        line.fuel_code,
        line.invoice_detail_type_code,
        line.record_type_code in (FEE_WITH_VAT, OTHER_TAX_WITH_VAT),
        is_return(line),
        not TAX_MEMBERS.isdisjoint(line.model_fields_set) and any(map(amounts.tax, TAX_KINDS)),
        bool(placed),
        bool(placed) and any(one.pair[0] == MOVEMENT for one in placed),
    )


_BLANK, _TOLD = _Kind(), _Kind(filled=True)


def tally_of(line: Detail, amounts: LineAmounts, codes: CodeTables) -> Tally:
    """What one line adds to the document."""
    return _tally(_kind_of(line, amounts), [amounts], codes)


def _tally(kind: _Kind, lines: Sequence[LineAmounts], codes: CodeTables) -> Tally:
    """What lines of one kind add to the document."""
    count = len(lines)
    if not kind.summed:
        return Tally(filled=count * kind.filled)
    sums = {name: sum(map(attrgetter(name), lines), ZERO) for name in _OF_LINE}
    net, vat = sums["net"], sums["vat"]
    rate = codes.vat_rate(kind.vat_category) or ZERO
    is_service = kind.fuel == SERVICE_WITH_FUEL
    is_fuel = bool(kind.fuel) and not is_service
    return Tally(
        **sums,
        shared=sum((line.share for line in lines), ZERO),
        fuel_net=net if is_fuel else ZERO,
        fuel_services_net=net if is_service else ZERO,
        by_rate={rate: VatRate(rate, net, vat, count)},
        summed=count,
        taxed=count * kind.taxed,
        tax_records=count * kind.is_record,
        classified=count * (kind.classified and not kind.is_record),
        clearance_lines=count * (kind.detail_type == 1),
        fee_lines=count * (kind.detail_type == 2),
        fuel_lines=count * is_fuel,
        fuel_services=count * is_service,
        category3=count * kind.moved,
        returned=sum((line.total for line in lines), ZERO) if kind.is_back else ZERO,
        returns=count * kind.is_back,
        filled=count,
    )


def plus(tally: Tally, other: Tally, sign: int = 1) -> Tally:
    """`tally` with a line's part added (or taken away with sign -1)."""
    rates = dict(tally.by_rate or {})
    for rate, row in (other.by_rate or {}).items():
        old = rates.get(rate, VatRate(rate, ZERO, ZERO, 0))
        new = VatRate(
            rate, old.base + sign * row.base, old.vat + sign * row.vat, old.lines + sign * row.lines
        )
        if new.lines:
            rates[rate] = new
        else:
            rates.pop(rate, None)
    changed = {name: getattr(tally, name) + sign * getattr(other, name) for name in _AMOUNTS + _COUNTS}
    return Tally(by_rate=rates, **changed)


def tally_of_all(lines: Iterable[tuple[Detail, LineAmounts]], codes: CodeTables) -> Tally:
    """As adding them one by one with `plus`, at a fraction of the cost."""
    kinds: dict[_Kind, list[LineAmounts]] = {}
    for line, amounts in lines:
        kinds.setdefault(_kind_of(line, amounts), []).append(amounts)
    whole = Tally()
    for kind, of_kind in kinds.items():
        whole = plus(whole, _tally(kind, of_kind, codes))
    return whole


def summarise(
    tally: Tally,
    taxes: Sequence[Tax],
    amounts: Sequence[Decimal],
    own: tuple[Decimal, Decimal] = (ZERO, ZERO),
) -> SummaryAmounts:
    """The document's sums from its lines' tally and its own taxes (`amounts` beside `taxes`).

    `own`: its own discounts and charges, which stand in the lines' nets already; without any, its discounts
    are what the lines say that they hold of them.
    """
    sums = {kind.field: getattr(tally, kind.field) for kind in TAX_KINDS}
    for tax, amount in zip(taxes, amounts, strict=True):
        kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
        if kind is not None:
            sums[kind.field] += amount
    gross = tally.net + tally.vat + sum((kind.sign * sums[kind.field] for kind in TAX_KINDS), ZERO)
    own_allowances = own[0] if any(own) else max(-tally.shared, ZERO)
    allowances, charges = tally.allowances + own_allowances, tally.charges + own[1]
    return SummaryAmounts(
        net=tally.net,
        vat=tally.vat,
        allowances=allowances,
        charges=charges,
        gross=gross,
        payable=gross,
        own_allowances=own_allowances,
        after_lines=tally.net - tally.shared,
        catalog=tally.net - tally.shared + tally.allowances - tally.charges,
        **sums,
    )
