"""What a document adds up to, worked out anew in one straight pass over its JSON; shares no code with it.

Every amount is rounded half up to the cent before it is summed; one that stands in the document is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

Row = Mapping[str, Any]

D = Decimal
NOTHING = D("0.00")
TAXES = {1: "withheld", 2: "fees", 3: "otherTaxes", 4: "stampDuty", 5: "deductions"}
"""Tax type -> how its members on a line begin."""
TABLES = {1: "withholding", 2: "fees", 3: "other_taxes", 4: "stamp_duty"}
TYPED_AMOUNTS = ("vatTotal", "total", *(f"{name}Amount" for name in TAXES.values()))
"""A line on which one of these stands is not blank."""
SIGNS = {1: -1, 2: 1, 3: 1, 4: 1, 5: -1}


def cents(value: Decimal) -> Decimal:
    with localcontext(prec=200):
        return value.quantize(D("0.01"), ROUND_HALF_UP)


def percent(base: Decimal, rate: Decimal) -> Decimal:
    with localcontext(prec=200):
        return cents(base * rate / 100)


class Rates:
    """Per cent by category, read off the raw code tables; None for one whose amount is typed."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        names = ("vat_categories", *TABLES.values())
        self._rates = {name: {row["code"]: row["rate"] for row in tables[name]} for name in names}

    def of_vat(self, category: Any) -> Decimal:
        return self._of("vat_categories", category) or D(0)

    def of_tax(self, kind: int, category: Any) -> Decimal | None:
        return self._of(TABLES[kind], category) if kind in TABLES else None

    def _of(self, table: str, category: Any) -> Decimal | None:
        rate = self._rates[table].get(str(category))
        return None if rate is None else D(rate)


def discount_and_charge(items: Sequence[Row], base: Decimal) -> tuple[Decimal, Decimal]:
    sums = {"ALLOWANCE": NOTHING, "CHARGE": NOTHING}
    for item in items:
        amount = item.get("amount")
        worth = percent(base, item["percentage"]) if amount is None else cents(amount)
        sums[item.get("type") or "ALLOWANCE"] += worth
    return sums["ALLOWANCE"], sums["CHARGE"]


@dataclass
class LineSums:
    """One line. `free`: its net is computed, so that it takes its share of the document's discounts."""

    base: Decimal
    allowances: Decimal
    charges: Decimal
    net: Decimal
    free: bool
    counts: bool
    vat: Decimal = NOTHING
    rate: Decimal = NOTHING
    taxes: dict[int, Decimal] = field(default_factory=dict)

    @property
    def total(self) -> Decimal:
        return self.net + self.vat + sum((SIGNS[t] * a for t, a in self.taxes.items()), NOTHING)


def line_before_shares(line: Row) -> LineSums:
    price, quantity = line.get("unitPrice"), line.get("quantity")
    with localcontext(prec=200):
        base = NOTHING if price is None else cents((D(1) if quantity is None else quantity) * price)
    allowances, charges = discount_and_charge(line.get("allowancesCharges", ()), base)
    given = line.get("netTotal")
    texts = (line.get("code"), *line.get("descriptions", ()))
    amounts = (price, given, *(line.get(name) for name in TYPED_AMOUNTS))
    typed = any(texts) or any(a is not None for a in amounts) or bool(line.get("allowancesCharges"))
    return LineSums(
        base,
        allowances,
        charges,
        net=base - allowances + charges if given is None else cents(given),
        free=given is None,
        counts=typed and not (line.get("isInformative") or line.get("isHidden")),
    )


def finish_line(line: Row, sums: LineSums, rates: Rates) -> None:
    """VAT and the five taxes, once the net is known."""
    sums.rate = rates.of_vat(line.get("vatCategoryCode"))
    given = line.get("vatTotal")
    sums.vat = percent(sums.net, sums.rate) if given is None else cents(given)
    for tax, name in TAXES.items():
        amount, category = line.get(f"{name}Amount"), line.get(f"{name}PercentCategoryCode")
        rate = rates.of_tax(tax, category)
        if amount is not None:
            sums.taxes[tax] = cents(amount)
        else:
            sums.taxes[tax] = NOTHING if rate is None else percent(sums.net, rate)


@dataclass
class Expected:
    """A document's sums. `taxes` and `payments` stand beside the document's own lists."""

    lines: list[LineSums]
    taxes: list[Decimal]
    payments: list[Decimal]
    analysis: dict[Decimal, tuple[Decimal, Decimal]]
    summaries: dict[str, Decimal]
    twins: dict[str, Decimal] = field(default_factory=dict)
    """The sums in the document's own currency; without any rate, none."""


def expected_sums(document: Row, rates: Rates, nets: Sequence[Decimal]) -> Expected:
    """What `document` adds up to. `nets` are the lines' nets with their shares of the document's discounts in
    them: how cents are shared out has more than one right answer, so `check_shares` looks at that."""
    lines = [line_before_shares(line) for line in document.get("details", ())]
    own = discount_and_charge(document.get("allowancesCharges", ()), net_before_shares(lines))
    for line, sums, net in zip(document.get("details", ()), lines, nets, strict=True):
        sums.net = net
        finish_line(line, sums, rates)
    counted = [sums for sums in lines if sums.counts]
    net = sum((s.net for s in counted), NOTHING)
    taxes = [document_tax(tax, net, rates) for tax in document.get("taxes", ())]
    summaries = summed(document, counted, taxes, own, lambda amount: amount)
    gross = summaries["totalGrossValue"]
    analysis: dict[Decimal, tuple[Decimal, Decimal]] = {}
    for sums in counted:
        base, tax_of_rate = analysis.get(sums.rate, (NOTHING, NOTHING))
        analysis[sums.rate] = (base + sums.net, tax_of_rate + sums.vat)
    rate = exchange_rate(document)
    twins = {}
    if rate is not None:
        twins = summed(document, counted, taxes, own, lambda amount: cents(exact(amount, rate)))
    return Expected(lines, taxes, payments(document, gross), analysis, summaries, twins)


def exact(amount: Decimal, rate: Decimal) -> Decimal:
    with localcontext(prec=200):
        return amount * rate


def exchange_rate(document: Row) -> Decimal | None:
    """How many units of the document's currency a euro is, where it is in another one."""
    if document.get("currencyCode", "EUR") == "EUR":
        return None
    rate: Decimal | None = document.get("paymentDetails", {}).get("exchangeCurrencyRate")
    return rate if rate else None


def summed(
    document: Row,
    counted: Sequence[LineSums],
    taxes: Sequence[Decimal],
    own: tuple[Decimal, Decimal],
    told: Callable[[Decimal], Decimal],
) -> dict[str, Decimal]:
    """The summaries, each amount as `told` before it is summed."""
    net = sum((told(s.net) for s in counted), NOTHING)
    vat = sum((told(s.vat) for s in counted), NOTHING)
    totals = {tax: sum((told(s.taxes[tax]) for s in counted), NOTHING) for tax in TAXES}
    for tax, amount in zip(document.get("taxes", ()), taxes, strict=True):
        totals[tax["taxTypeCode"]] += told(amount)
    gross = net + vat + sum((SIGNS[tax] * amount for tax, amount in totals.items()), NOTHING)
    return {
        "totalNetAmount": net,
        "totalVATAmount": vat,
        "totalGrossValue": gross,
        "totalPayableAmount": gross,
        **{f"total{name[0].upper()}{name[1:]}Amount": totals[tax] for tax, name in TAXES.items()},
        "totalAllowances": sum((told(s.allowances) for s in counted), NOTHING) + told(own[0]),
        "totalCharges": sum((told(s.charges) for s in counted), NOTHING) + told(own[1]),
        "totalAllowancesWithoutLines": told(own[0]),
    }


def net_before_shares(lines: Sequence[LineSums]) -> Decimal:
    """The sum of the lines that count, as they are without the document's own discounts and charges."""
    return sum((line.net for line in lines if line.counts), NOTHING)


def document_tax(tax: Row, net: Decimal, rates: Rates) -> Decimal:
    amount, base = tax.get("taxAmount"), tax.get("underlyingValue")
    if amount is not None:
        return cents(amount)
    kind = tax["taxTypeCode"]
    rate = rates.of_tax(kind, tax.get("taxCategoryCode"))
    return NOTHING if rate is None else percent(net if base is None else base, rate)


def payments(document: Row, gross: Decimal) -> list[Decimal]:
    methods = document.get("paymentDetails", {}).get("paymentMethods", ())
    rest = gross - sum((cents(m["amount"]) for m in methods if "amount" in m), NOTHING)
    amounts = []
    for method in methods:
        if "amount" in method:
            amounts.append(cents(method["amount"]))
        else:
            amounts.append(max(rest, NOTHING))
            rest = NOTHING
    return amounts


def check_shares(document: Row, nets: Sequence[Decimal]) -> None:
    """The document's own discounts and charges: shared out whole over the lines that count and whose net is
    computed, in proportion to their nets, each share within a cent of its exact value, no net below zero."""
    lines = [line_before_shares(line) for line in document.get("details", ())]
    allowances, charges = discount_and_charge(document.get("allowancesCharges", ()), net_before_shares(lines))
    sharing = [line.counts and line.free for line in lines]
    weight = sum((max(line.net, NOTHING) for line, s in zip(lines, sharing, strict=True) if s), NOTHING)
    whole = max(charges - allowances, -weight) if weight else NOTHING
    given = [net - line.net for line, net in zip(lines, nets, strict=True)]
    assert sum((g for g, s in zip(given, sharing, strict=True) if s), NOTHING) == whole
    for line, shares, share in zip(lines, sharing, given, strict=True):
        due = exact(whole, max(line.net, NOTHING)) / weight if shares and weight else D(0)
        assert abs(share - due) < D("0.01") or not line.counts, (share, due)
