"""A document with everything that follows from it: amounts, sums, problems; remade line by line.

`compose` looks at the whole document. `recompose` takes the earlier composition and looks only at lines that
are other objects than before; told which line changed, it does not even compare the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.completion import complete, computed_value
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value, parse_path
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.rules.catalogue import document_problems, line_problems
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings
from einvoice_desktop.domain.settlement import PaymentMethod
from einvoice_desktop.domain.totals import (
    LineAmounts,
    SummaryAmounts,
    Tally,
    VatRate,
    allowances_and_charges,
    apportion,
    document_tax,
    is_summed,
    line_amounts,
    plus,
    summarise,
    tally_of,
)


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """A line and what follows from it. The problems' paths are relative to the line."""

    detail: Detail
    amounts: LineAmounts
    tally: Tally
    problems: tuple[Problem, ...]


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
    own_base: Decimal = ZERO
    """What the document's own discounts in per cent are taken from."""

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

    @cached_property
    def document(self) -> Document:
        """The document completed: computed amounts filled in, sums and VAT analysis made anew."""
        return complete(
            self.source,
            [line.amounts for line in self.composed_lines],
            self.tax_amounts,
            self.payment_amounts,
            self.summaries,
            self.vat_rates,
            self.surroundings.codes,
            self.own_base,
        )

    def value(self, path: str) -> object:
        """The value at a JSON path: as given, else as computed, else None. Cheap, for one field."""
        parts = parse_path(path)
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
    codes = surroundings.codes
    details = document.details or ()
    own = _own_allowances(document, codes)
    lines = tuple(
        _compose_line(detail, document, surroundings, share)
        for detail, share in zip(details, own.shares, strict=True)
    )
    tally = Tally()
    for line in lines:
        tally = plus(tally, line.tally)
    return _finish(document, surroundings, lines, tally, own=own)


def recompose(
    previous: Composition, document: Document, surroundings: Surroundings, *, line: int | None = None
) -> Composition:
    """As `compose`, at the cost of what changed. `line`: the only line that may differ from before."""
    details = document.details or ()
    old = previous.composed_lines
    if _lines_see_other_surroundings(previous, document, surroundings):
        return compose(document, surroundings)
    if line is not None and len(details) == len(old) and 0 <= line < len(old):
        changed = [line]
    elif len(details) == len(old):
        changed = [i for i, (a, b) in enumerate(zip(details, old, strict=True)) if a is not b.detail]
    else:
        return _recompose_rows(previous, document, surroundings)
    lines, tally = list(old), previous.tally
    for i in changed:
        lines[i] = _compose_line(details[i], document, surroundings, ZERO)
        tally = plus(plus(tally, old[i].tally, -1), lines[i].tally)
    return _finish(document, surroundings, tuple(lines), tally, previous, changed)


def _recompose_rows(previous: Composition, document: Document, surroundings: Surroundings) -> Composition:
    known = {id(line.detail): line for line in previous.composed_lines}
    lines = tuple(
        known.get(id(detail)) or _compose_line(detail, document, surroundings, ZERO)
        for detail in document.details or ()
    )
    tally = Tally()
    for line in lines:
        tally = plus(tally, line.tally)
    return _finish(document, surroundings, lines, tally)


def _lines_see_other_surroundings(
    previous: Composition, document: Document, surroundings: Surroundings
) -> bool:
    """Whether lines must all be looked at again: their rules depend on the type, their nets on discounts."""
    source = previous.source
    return (
        bool(document.allowances_charges or source.allowances_charges)
        or source.invoice_type_code != document.invoice_type_code
        or previous.surroundings.codes is not surroundings.codes
    )


def _compose_line(
    detail: Detail, document: Document, surroundings: Surroundings, share: Decimal
) -> ComposedLine:
    amounts = line_amounts(detail, surroundings.codes, share)
    problems = tuple(line_problems(detail, amounts, document, surroundings))
    return ComposedLine(detail, amounts, tally_of(detail, amounts, surroundings.codes), problems)


@dataclass(frozen=True, slots=True)
class _Own:
    """The document's own discounts and charges, and what they add to each line's net."""

    shares: Sequence[Decimal]
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    base: Decimal = ZERO

    @property
    def unshared(self) -> Decimal:
        """What no line could take: their nets stand in the document, or are zero."""
        return self.charges - self.allowances - sum(self.shares, ZERO)


def _own_allowances(document: Document, codes: CodeTables) -> _Own:
    """A line whose net stands in the document has its share inside already (207)."""
    details = document.details or ()
    if not document.allowances_charges:
        return _Own([ZERO] * len(details))
    nets = [line_amounts(d, codes).net if is_summed(d) else ZERO for d in details]
    bases = [net if d.net_total is None else ZERO for d, net in zip(details, nets, strict=True)]
    whole = sum(nets, ZERO)
    allowances, charges = allowances_and_charges(document.allowances_charges, whole)
    return _Own(apportion(charges - allowances, bases), allowances, charges, whole)


def _finish(
    document: Document,
    surroundings: Surroundings,
    lines: tuple[ComposedLine, ...],
    tally: Tally,
    previous: Composition | None = None,
    changed: Sequence[int] = (),
    own: _Own = _Own(()),
) -> Composition:
    codes = surroundings.codes
    taxes = document.taxes or ()
    tax_amounts = tuple(document_tax(tax, tally.net, codes) for tax in taxes)
    summaries = summarise(tally, taxes, tax_amounts, own.allowances, own.charges)
    payments = _payments(document, summaries.payable)
    if previous is None:
        problems = {i: line.problems for i, line in enumerate(lines) if line.problems}
    else:
        problems = dict(previous.line_problems)
        for i in changed:
            problems.pop(i, None)
            if lines[i].problems:
                problems[i] = lines[i].problems
    return Composition(
        source=document,
        surroundings=surroundings,
        composed_lines=lines,
        tally=tally,
        tax_amounts=tax_amounts,
        payment_amounts=payments,
        summaries=summaries,
        document_problems=tuple(
            document_problems(
                document, Sums(tally, tax_amounts, payments, summaries, own.unshared), surroundings
            )
        ),
        line_problems=problems,
        own_base=own.base,
    )


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
