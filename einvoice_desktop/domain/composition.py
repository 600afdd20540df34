"""A document with everything that follows from it: amounts, sums, problems; remade line by line.

`compose` looks at the whole document. `recompose` takes the earlier composition and looks only at lines that
are other objects than before; told which line changed, it does not even compare the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from einvoice_desktop.domain.alternative import (
    Twins,
    amounts_currency,
    turned,
    twin_amounts,
    twin_payments,
    twin_rate,
    with_twins,
)
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.collecting import collected, flat, is_collected
from einvoice_desktop.domain.completion import SUMMARY_BY_JSON_NAME, Figures, complete, computed_value
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value, parse_path
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.rules.catalogue import document_problems, line_problems, what_lines_see
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings
from einvoice_desktop.domain.settlement import PaymentMethod
from einvoice_desktop.domain.sharing import Own, share_out
from einvoice_desktop.domain.tally import Tally, VatRate, plus, summarise, tally_of, tally_of_all
from einvoice_desktop.domain.totals import LineAmounts, SummaryAmounts, document_tax, line_amounts

_NOTHING = Tally()
_NONE_OF_ITS_OWN = Own(())


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """A line and what follows from it. The problems' paths are relative to the line."""

    detail: Detail
    amounts: LineAmounts
    problems: tuple[Problem, ...]
    twin: LineAmounts | None = None
    """Its amounts in the document's own currency, where that is not the euro."""


@dataclass(frozen=True)
class Composition:
    """A document as given (`source`) and everything that follows from it."""

    source: Document
    surroundings: Surroundings
    composed_lines: tuple[ComposedLine, ...]
    tally: Tally
    tax_amounts: tuple[Decimal, ...]
    payment_amounts: tuple[Decimal, ...]
    summaries: SummaryAmounts
    document_problems: tuple[Problem, ...]
    line_problems: dict[int, tuple[Problem, ...]]
    own: Own = _NONE_OF_ITS_OWN
    twin_tally: Tally = _NOTHING

    @property
    def own_base(self) -> Decimal:
        """What the document's own discounts in per cent are taken from."""
        return self.own.base

    @property
    def lines(self) -> Sequence[LineAmounts]:
        """Each line's amounts. Costs a pass over all lines: not for every edit."""
        return [line.amounts for line in self.composed_lines]

    def line(self, index: int) -> LineAmounts:
        """One line's amounts."""
        return self.composed_lines[index].amounts

    @cached_property
    def vat_rates(self) -> tuple[VatRate, ...]:
        """The VAT analysis, highest rate first."""
        rows = (self.tally.by_rate or {}).values()
        return tuple(sorted(rows, key=lambda row: row.rate, reverse=True))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All problems with their whole paths: the document's, then the lines' in order."""
        found = list(self.document_problems)
        for index in sorted(self.line_problems):
            found += [_placed(p, f"details[{index}]") for p in self.line_problems[index]]
        return tuple(found)

    @cached_property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of sealing."""
        found = (self.document_problems, *self.line_problems.values())
        return any(p.severity is Severity.ERROR for group in found for p in group)

    @property
    def currency(self) -> str:
        """Of the plain amounts: with a rate the euro, whatever the document's own is."""
        return amounts_currency(self.source)

    @cached_property
    def twins(self) -> Twins | None:
        """The amounts in the document's own currency; None for one in euro, or without a rate."""
        rate = twin_rate(self.source)
        if rate is None:
            return None
        taxes = [turned(amount, rate) for amount in self.tax_amounts]
        own = (turned(self.own.allowances, rate), turned(self.own.charges, rate))
        tally = self.twin_tally
        summaries = summarise(tally, self.source.taxes or (), taxes, own)
        payments = twin_payments(self.payment_amounts, self.summaries.gross, summaries.gross, rate)
        rates = {row.rate: (row.base, row.vat) for row in (tally.by_rate or {}).values()}
        lines = [line.twin or line.amounts for line in self.composed_lines]
        return Twins(lines, taxes, payments, summaries, rates, rate)

    @cached_property
    def document(self) -> Document:
        """The document completed: computed amounts filled in, sums and VAT analysis made anew."""
        lines = [line.amounts for line in self.composed_lines]
        figures = Figures(
            lines, self.tax_amounts, self.payment_amounts, self.summaries, self.vat_rates, self.own.base
        )
        completed = complete(self.source, figures, self.surroundings.codes)
        if is_collected(self.source, self.surroundings.codes):
            return flat(completed, self.source)
        return completed if self.twins is None else with_twins(completed, self.twins)

    def value(self, path: str) -> object:
        """The value at a JSON path: as given, else as computed, else None. Cheap, for one field."""
        parts = parse_path(path)
        if parts[0] == "summaries" and path.endswith("AC") and self.twins is not None:
            source = SUMMARY_BY_JSON_NAME.get(path.removeprefix("summaries.").removesuffix("AC"))
            return None if source is None else getattr(self.twins.summaries, source)
        if parts[0] not in ("summaries", "vatAnalysis"):
            given = get_value(self.source, path)
            if given is not None:
                return given
        return computed_value(
            parts,
            self.source,
            lambda i: self.composed_lines[i].amounts if 0 <= i < len(self.composed_lines) else None,
            self.tax_amounts,
            self.payment_amounts,
            self.summaries,
        )


def _placed(problem: Problem, prefix: str) -> Problem:
    path = f"{prefix}.{problem.path}" if problem.path else prefix
    return Problem(path, problem.code, problem.severity, problem.params, problem.authority_code)


def compose(document: Document, surroundings: Surroundings) -> Composition:
    """Everything that follows from `document`, from scratch."""
    count = len(document.details or ())
    lines, own, _ = _composed(document, surroundings, [None] * count, range(count))
    return _finish(document, surroundings, lines, own, _tallies(lines, surroundings.codes))


def recompose(
    previous: Composition, document: Document, surroundings: Surroundings, *, line: int | None = None
) -> Composition:
    """As `compose`, at the cost of what changed. `line`: the only line that may differ from before."""
    if _lines_see_other_surroundings(previous, document, surroundings):
        return compose(document, surroundings)
    # An edit beside discounts of the document may free the nets of other lines too.
    told = None if document.allowances_charges else line
    kept, missing = _kept(previous.composed_lines, document.details or (), told)
    lines, own, changed = _composed(document, surroundings, kept, missing)
    if len(lines) != len(previous.composed_lines):
        return _finish(document, surroundings, lines, own, _moved(previous, lines, surroundings.codes))
    tallies = previous.tally, previous.twin_tally
    for i in changed:
        tallies = _with(tallies, previous.composed_lines[i], -1, surroundings.codes)
        tallies = _with(tallies, lines[i], 1, surroundings.codes)
    return _finish(document, surroundings, lines, own, tallies, previous, changed)


Kept = list[ComposedLine | None]


def _kept(
    old: Sequence[ComposedLine], details: Sequence[Detail], line: int | None
) -> tuple[Kept, Sequence[int]]:
    """For each line what it was before, None for one that is another than before; and the places of those."""
    kept: Kept
    if len(details) != len(old):
        known = {id(before.detail): before for before in old}
        kept = [known.get(id(detail)) for detail in details]
    elif line is not None and 0 <= line < len(old):
        kept = list(old)
        kept[line] = None
        return kept, [line]
    else:
        kept = [b if a is b.detail else None for a, b in zip(details, old, strict=True)]
    return kept, [i for i, before in enumerate(kept) if before is None]


def _composed(
    document: Document, surroundings: Surroundings, kept: Kept, missing: Sequence[int]
) -> tuple[tuple[ComposedLine, ...], Own, Sequence[int]]:
    """The lines, and the places of those that are new. Where the document has discounts of its own, a line
    is kept only if its share is the same."""
    details, own, shares = document.details or (), _NONE_OF_ITS_OWN, None
    if document.allowances_charges:
        own = share_out(document, _nets(details, kept, surroundings.codes))
        shares = own.shares
        missing = [
            i
            for i, (before, share) in enumerate(zip(kept, shares, strict=True))
            if before is None or before.amounts.share != share
        ]
    rate = twin_rate(document)
    for i in missing:
        kept[i] = _compose_line(details[i], document, surroundings, shares[i] if shares else None, rate)
    return tuple(kept), own, missing  # type: ignore[arg-type]


def _nets(details: Sequence[Detail], kept: Sequence[ComposedLine | None], codes: CodeTables) -> list[Decimal]:
    """As given, else before the document's own discounts and charges."""
    nets = []
    for detail, before in zip(details, kept, strict=True):
        amounts = before.amounts if before else line_amounts(detail, codes, ZERO)
        nets.append(amounts.before_share if detail.net_total is None else amounts.net)
    return nets


Tallies = tuple[Tally, Tally]
"""In euro, and in the document's own currency."""


def _tallies(lines: Sequence[ComposedLine], codes: CodeTables) -> Tallies:
    twins = tally_of_all(((line.detail, line.twin) for line in lines if line.twin), codes)
    return tally_of_all(((line.detail, line.amounts) for line in lines), codes), twins


def _with(tallies: Tallies, line: ComposedLine, sign: int, codes: CodeTables) -> Tallies:
    whole, twins = tallies
    if line.twin:
        twins = plus(twins, tally_of(line.detail, line.twin, codes), sign)
    return plus(whole, tally_of(line.detail, line.amounts, codes), sign), twins


def _moved(previous: Composition, lines: Sequence[ComposedLine], codes: CodeTables) -> Tallies:
    """The tallies after rows came, went or were copied."""
    by_id = {id(line): line for line in (*previous.composed_lines, *lines)}
    counts = Counter(map(id, lines))
    counts.subtract(map(id, previous.composed_lines))
    different = [(by_id[key], count) for key, count in counts.items() if count]
    if len(different) > len(lines) // 2:
        return _tallies(lines, codes)
    tallies = previous.tally, previous.twin_tally
    for line, count in different:
        tallies = _with(tallies, line, count, codes)
    return tallies


def _lines_see_other_surroundings(
    previous: Composition, document: Document, surroundings: Surroundings
) -> bool:
    """Whether lines must all be looked at again: their rules look at the head, their shares at whether the
    document has discounts, their twins at the rate."""
    source = previous.source
    return (
        what_lines_see(source) != what_lines_see(document)
        or bool(source.allowances_charges) != bool(document.allowances_charges)
        or twin_rate(source) != twin_rate(document)
        or previous.surroundings.codes is not surroundings.codes
    )


def _compose_line(
    detail: Detail,
    document: Document,
    surroundings: Surroundings,
    share: Decimal | None,
    rate: Decimal | None,
) -> ComposedLine:
    amounts = line_amounts(detail, surroundings.codes, share)
    problems = tuple(line_problems(detail, amounts, document, surroundings))
    return ComposedLine(detail, amounts, problems, None if rate is None else twin_amounts(amounts, rate))


def _finish(
    document: Document,
    surroundings: Surroundings,
    lines: tuple[ComposedLine, ...],
    own: Own,
    tallies: Tallies,
    previous: Composition | None = None,
    changed: Sequence[int] = (),
) -> Composition:
    tally = tallies[0]
    taxes = document.taxes or ()
    tax_amounts = tuple(document_tax(tax, tally.net, surroundings.codes) for tax in taxes)
    summaries = summarise(tally, taxes, tax_amounts, (own.allowances, own.charges))
    if is_collected(document, surroundings.codes):
        total = collected(document)
        summaries = replace(summaries, gross=total, payable=total)
    payments = _payments(document, summaries.payable)
    sums = Sums(tally, tax_amounts, payments, summaries, own.unshared)
    return Composition(
        source=document,
        surroundings=surroundings,
        composed_lines=lines,
        tally=tallies[0],
        tax_amounts=tax_amounts,
        payment_amounts=payments,
        summaries=summaries,
        document_problems=tuple(document_problems(document, sums, surroundings)),
        line_problems=_problems_by_line(lines, previous, changed),
        own=own,
        twin_tally=tallies[1],
    )


def _problems_by_line(
    lines: Sequence[ComposedLine], previous: Composition | None, changed: Sequence[int]
) -> dict[int, tuple[Problem, ...]]:
    if previous is None:
        return {i: line.problems for i, line in enumerate(lines) if line.problems}
    problems = dict(previous.line_problems)
    for i in changed:
        problems.pop(i, None)
        if lines[i].problems:
            problems[i] = lines[i].problems
    return problems


def _payments(document: Document, payable: Decimal) -> tuple[Decimal, ...]:
    """Each payment's amount; the first one without an amount takes what the others leave of the gross."""
    methods: Sequence[PaymentMethod] = (
        document.payment_details.payment_methods or () if document.payment_details else ()
    )
    given = sum((to_cents(m.amount) for m in methods if m.amount is not None), ZERO)
    rest = max(payable - given, ZERO)
    amounts = []
    for method in methods:
        if method.amount is None:
            amounts.append(rest)
            rest = ZERO
        else:
            amounts.append(to_cents(method.amount))
    return tuple(amounts)
