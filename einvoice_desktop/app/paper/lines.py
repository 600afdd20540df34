"""The lines as they stand on paper, each with the sums down to it, and their VAT analysis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from einvoice_desktop.app.paper.content import Carried, PaperLine, Term, VatRow
from einvoice_desktop.app.paper.plain import flat, plain
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.app.paper.words import inline
from einvoice_desktop.domain.codes import NO_VAT, TAX_KINDS
from einvoice_desktop.domain.composition import ComposedLine, Composition
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.totals import allowance_amount, is_blank, is_charge, is_summed

_OTHER_UNIT = 7
_PLAIN_RECORDS = (None, 0)


@dataclass
class _Running:
    net: Decimal = ZERO
    vat: Decimal = ZERO
    total: Decimal = ZERO

    def add(self, line: ComposedLine) -> None:
        self.net += line.amounts.net
        self.vat += line.amounts.vat
        self.total += line.amounts.total


def printed(composition: Composition) -> list[ComposedLine]:
    """The lines that are printed: hidden and blank ones are not."""
    return [
        line for line in composition.composed_lines if not (line.detail.is_hidden or is_blank(line.detail))
    ]


def is_moneyless(composition: Composition, speech: Speech) -> bool:
    """A movement document without any amount: quantities alone are printed."""
    kind = speech.codes.invoice_type(composition.source.invoice_type_code)
    if kind is None or not kind.movement:
        return False
    return not any(line.amounts.net or line.amounts.total for line in composition.composed_lines)


def paper_lines(composition: Composition, speech: Speech) -> tuple[PaperLine, ...]:
    """All printed lines."""
    running = _Running()
    bare = is_moneyless(composition, speech)
    lines = printed(composition)
    several = len({_exemption(line.detail) for line in lines if _exemption(line.detail)}) > 1
    made = []
    for place, line in enumerate(lines, 1):
        counts = is_summed(line.detail)
        if counts:
            running.add(line)
        carried = Carried(*(speech.amount(v) for v in (running.net, running.vat, running.total)))
        notes = tuple(note for note in _notes(line, speech, exemptions=several) if note)
        made.append(_paper_line(place, line, speech, notes, carried, counts=counts, bare=bare))
    return tuple(made)


def _paper_line(
    place: int,
    line: ComposedLine,
    speech: Speech,
    notes: tuple[str, ...],
    carried: Carried,
    *,
    counts: bool,
    bare: bool,
) -> PaperLine:
    detail, amounts = line.detail, line.amounts
    money = {} if bare else {
        "price": speech.amount(detail.unit_price),
        "discount": _discount(line, speech),
        "net": speech.amount(amounts.net),
        "rate": _rate(detail, speech),
        "vat": speech.amount(amounts.vat),
        "total": speech.amount(amounts.total),
    }  # fmt: skip
    return PaperLine(
        number=str(place),
        code=flat(detail.code),
        texts=tuple(text for text in map(plain, detail.descriptions or ()) if text),
        notes=notes,
        unit=_unit(detail, speech),
        quantity=speech.number(detail.quantity),
        counts=counts,
        carried=carried,
        **money,
    )


def _unit(detail: Detail, speech: Speech) -> str:
    given = flat(detail.measurement_unit)
    if given:
        return given
    code = detail.measurement_unit_code
    if not speech.codes.has("units", code):
        return ""
    return inline(speech.term(f"unit_{code}"))


def _rate(detail: Detail, speech: Speech) -> str:
    category = detail.vat_category_code
    rate = speech.codes.vat_rate(category)
    if rate is None or category == NO_VAT:
        return "–" if category == NO_VAT else ""
    return speech.percent(rate)


def _discount(line: ComposedLine, speech: Speech) -> str:
    """The one percentage where there is but one, else the amount."""
    items = [item for item in line.detail.allowances_charges or () if not is_charge(item)]
    if len(items) == 1 and items[0].percentage:
        return speech.percent(items[0].percentage)
    return speech.amount(line.amounts.allowances) if line.amounts.allowances else ""


def _notes(line: ComposedLine, speech: Speech, *, exemptions: bool) -> Iterator[str]:
    detail = line.detail
    yield from map(plain, detail.special_features or ())
    yield from _allowances(line, speech)
    if exemptions:
        yield inline(exemption_words(detail, speech))
    for kind in TAX_KINDS:
        amount = line.amounts.tax(kind)
        if amount:
            code = getattr(detail, kind.category) if kind.category else None
            label = inline(speech.label(kind.table, code)) if kind.table else ""
            yield _joined(": ", speech.run(kind.field), _joined(" – ", label, speech.amount(amount)))
    if detail.measurement_unit_code == _OTHER_UNIT:
        pieces = speech.number(detail.other_measurement_unit_quantity)
        yield _joined(" ", flat(detail.other_measurement_unit_title), pieces)
    yield from _fuel(detail, speech)
    yield speech.named("cpv", detail.cpv_code)
    yield speech.named("lot", detail.lot_number)
    yield speech.named("serial_numbers", ", ".join(detail.serial_numbers or ()))
    if detail.record_type_code not in _PLAIN_RECORDS:
        yield inline(speech.label("rec_types", detail.record_type_code))
    if detail.is_informative:
        yield speech.run("informative")
    yield plain(detail.remarks)


def _fuel(detail: Detail, speech: Speech) -> Iterator[str]:
    """Which fuel, how much of it at 15 degrees, and what that was measured by."""
    label = inline(speech.label("fuel_codes", detail.fuel_code))
    yield speech.named("fuel", label and f"{detail.fuel_code} – {label}")
    yield speech.named("quantity_15", speech.number(detail.quantity_in_15_deg))
    measured = (
        speech.named("density", speech.number(detail.density)),
        speech.named("temperature", speech.number(detail.temperature)),
        speech.named("container", detail.container_name),
    )
    yield _joined(" · ", *measured)


def _allowances(line: ComposedLine, speech: Speech) -> Iterator[str]:
    """Charges always; discounts where their words or their number say more than the column can."""
    items = line.detail.allowances_charges or ()
    discounts = [item for item in items if not is_charge(item)]
    for item in items:
        if is_charge(item) or flat(item.description) or len(discounts) > 1:
            amount = speech.amount(allowance_amount(item, line.amounts.base))
            yield f"{allowance_words(item, speech)} – {amount}"
    if not items and line.amounts.charges:
        yield f"{speech.run('charge')}: {speech.amount(line.amounts.charges)}"


def allowance_words(item: AllowanceCharge, speech: Speech) -> str:
    """What a discount or charge is for, and its percentage."""
    percent = speech.percent(item.percentage) if item.percentage else ""
    kind = speech.run("charge" if is_charge(item) else "discount")
    return _joined(": ", kind, _joined(" ", flat(item.description), percent))


def _exemption(detail: Detail) -> object:
    return detail.vat_exemption_category_code or flat(detail.vat_excemption_category)


def exemption_words(detail: Detail, speech: Speech) -> Term:
    """The provision by which a line is exempt; () for none."""
    label = speech.label("vat_exemptions", detail.vat_exemption_category_code)
    given = flat(detail.vat_excemption_category)
    return label or ((given,) if given else ())


def vat_rows(composition: Composition, speech: Speech) -> tuple[VatRow, ...]:
    """The analysis by rate and exemption, highest rate first."""
    sums: dict[tuple[str, Term], _Running] = {}
    rates: dict[tuple[str, Term], Decimal] = {}
    for line in summed(composition):
        words = exemption_words(line.detail, speech)
        if line.detail.vat_category_code == NO_VAT and not words:
            words = speech.term("no_vat")
        key = (_rate(line.detail, speech), words)
        running = sums.setdefault(key, _Running())
        running.add(line)
        rates[key] = speech.codes.vat_rate(line.detail.vat_category_code) or ZERO
    return tuple(
        VatRow(
            rate,
            words,
            speech.amount(sums[rate, words].net),
            speech.amount(sums[rate, words].vat),
            speech.amount(sums[rate, words].net + sums[rate, words].vat),
        )
        for rate, words in sorted(sums, key=lambda key: (-rates[key], key))
    )


def summed(composition: Composition) -> list[ComposedLine]:
    """The lines that enter the sums."""
    return [line for line in composition.composed_lines if is_summed(line.detail)]


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
