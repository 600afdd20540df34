"""Long ways through a draft, edit by edit: what is remade of one line is what everything anew comes to."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from einvoice_desktop import bootstrap
from einvoice_desktop.app import drafting
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document

LINES, TAXES, PAYMENTS, OWN = "details", "taxes", "paymentDetails.paymentMethods", "allowancesCharges"

TEXTS = (
    "",
    "1",
    "4",
    "12,5",
    "12.5",
    "0,005",
    "1.234",
    "1.234,56",
    "99999999,99",
    "100",
    "0",
    "-3",
    "−3",
    "33,333",
)
MISREAD = ("12,,", "1.2.3", "abc", "12,5x", "-", "1e5", "٣", "9" * 60)
TYPED = st.one_of(st.sampled_from(TEXTS), st.sampled_from(MISREAD))

AMOUNTS_OF_A_LINE = (
    *("quantity", "unitPrice") * 4,
    "netTotal",
    "vatTotal",
    "total",
    "withheldAmount",
    "deductionsAmount",
    "incomeClassification.amount",
    "lineApportionedDiscountValue",
    "netTotalAfterInlineALCs",
    "allowancesCharges[0].percentage",
    "allowancesCharges[0].amount",
    "descriptions[0]",
    "code",
)
AMOUNTS_OF_A_TAX = ("taxAmount", "underlyingValue")
HEAD_TEXTS = (
    "series",
    "number",
    "dateIssued",
    "counterParty.vat",
    "counterParty.address.city",
    "counterParty.branchCode",
    f"{OWN}[0].amount",
    f"{OWN}[0].percentage",
    "paymentDetails.exchangeCurrencyRate",
    "miscellaneousData.comments1",
)
CODES_OF_A_LINE = {
    "vatCategoryCode": (None, *range(1, 11)),
    "vatExemptionCategoryCode": (None, 4, 14),
    "withheldPercentCategoryCode": (None, 1, 3, 7),
    "feesPercentCategoryCode": (None, 1, 12),
    "recordTypeCode": (None, 0, 2, 3, 7),
    "isInformative": (None, True, False),
    "isHidden": (None, True),
    "incomeClassification.classificationCategoryCode": (None, "category1_1", "category1_3", "category1_95"),
    "incomeClassification.classificationTypeCode": (None, "E3_561_001", "E3_561_007"),
    "allowancesCharges[0].type": ("ALLOWANCE", "CHARGE"),
}
CODES_OF_A_TAX = {"taxTypeCode": (None, 1, 2, 3, 4, 5), "taxCategoryCode": (None, 1, 2, 7, 10)}
HEAD_CODES = {
    "invoiceTypeCode": ("1.1", "2.1", "3.1", "5.1", "8.1", "11.1", None),
    "currencyCode": ("EUR", "USD", None),
    "isDelayedCode": (None, 1, 2),
    "counterParty.address.countryCode": ("GR", "DE", "US"),
    f"{PAYMENTS}[0].paymentMethodTypeCode": (1, 3, 5, 7),
    f"{OWN}[0].type": ("ALLOWANCE", "CHARGE"),
}
WHERE = st.integers(0, 30)


@dataclasses.dataclass(frozen=True)
class Hand:
    """A draft and its composition, and what may be done to them. `line`: what the window says it touched."""

    desk: Desk
    draft: Draft
    composition: Composition

    def now(self, draft: Draft, line: int | None = None) -> Hand:
        return Hand(self.desk, draft, self.desk.recompose(self.composition, draft, line=line))

    def rows_now(self, draft: Draft, path: str) -> Hand:
        return self.now(drafting.after_rows(self.draft, draft, path, self.desk.codes))

    def rows(self, path: str) -> int:
        return len(get_value(self.draft.document, path) or ())

    def type(self, path: str, text: str, line: int | None = None) -> Hand:
        return self.now(drafting.edit_text(self.draft, path, text, "el", self.desk.codes), line)

    def choose(self, path: str, value: object, line: int | None = None) -> Hand:
        return self.now(drafting.choose(self.draft, path, value, self.desk.codes), line)


Edit = Callable[[Hand], Hand]


def in_a_row(path: str, edit: Callable[[Hand, int], Hand]) -> Callable[[int], Edit]:
    """An edit of one row of a list; nothing where the list is empty."""
    return lambda where: lambda hand: edit(hand, where % n) if (n := hand.rows(path)) else hand


def typed_in_line(member: str, text: str) -> Callable[[int], Edit]:
    return in_a_row(LINES, lambda hand, i: hand.type(f"{LINES}[{i}].{member}", text, i))


def chosen_in_line(member: str, value: object) -> Callable[[int], Edit]:
    return in_a_row(LINES, lambda hand, i: hand.choose(f"{LINES}[{i}].{member}", value, i))


def added(path: str) -> Callable[[int], Edit]:
    return lambda where: (
        lambda hand: hand.now(drafting.add_row(hand.draft, path, where % (hand.rows(path) + 1)))
    )


def typed_in_tax(member: str, text: str) -> Callable[[int], Edit]:
    return in_a_row(TAXES, lambda hand, i: hand.type(f"{TAXES}[{i}].{member}", text))


def chosen_in_tax(member: str, value: object) -> Callable[[int], Edit]:
    return in_a_row(TAXES, lambda hand, i: hand.choose(f"{TAXES}[{i}].{member}", value))


def typed_in_own(member: str, text: str) -> Callable[[int], Edit]:
    return in_a_row(OWN, lambda hand, i: hand.type(f"{OWN}[{i}].{member}", text))


def typed_in_payment(text: str) -> Callable[[int], Edit]:
    return in_a_row(PAYMENTS, lambda hand, i: hand.type(f"{PAYMENTS}[{i}].amount", text))


def copied(path: str) -> Callable[[int], Edit]:
    return in_a_row(path, lambda hand, i: hand.rows_now(drafting.copy_row(hand.draft, path, i), path))


def dropped(path: str) -> Callable[[int], Edit]:
    return in_a_row(path, lambda hand, i: hand.rows_now(drafting.drop_row(hand.draft, path, i), path))


def moved(path: str, to: int) -> Callable[[int], Edit]:
    return in_a_row(
        path, lambda hand, i: hand.now(drafting.shift_row(hand.draft, path, i, to % hand.rows(path)))
    )


def one_of_codes(codes: dict[str, tuple[object, ...]]) -> st.SearchStrategy[tuple[str, object]]:
    return st.one_of(*(st.tuples(st.just(name), st.sampled_from(values)) for name, values in codes.items()))


def placed(edits: st.SearchStrategy[Callable[[int], Edit]]) -> st.SearchStrategy[Edit]:
    return st.builds(lambda edit, where: edit(where), edits, WHERE)


LISTS = st.sampled_from([LINES, LINES, LINES, TAXES, PAYMENTS, OWN])
IN_LINES = st.one_of(
    placed(st.builds(typed_in_line, st.sampled_from(AMOUNTS_OF_A_LINE), TYPED)),
    placed(st.builds(lambda pair: chosen_in_line(*pair), one_of_codes(CODES_OF_A_LINE))),
)
IN_TAXES = st.one_of(
    placed(st.builds(typed_in_tax, st.sampled_from(AMOUNTS_OF_A_TAX), TYPED)),
    placed(st.builds(lambda pair: chosen_in_tax(*pair), one_of_codes(CODES_OF_A_TAX))),
)
IN_OWN = placed(st.builds(typed_in_own, st.sampled_from(("amount", "percentage")), TYPED))
IN_PAYMENTS = placed(st.builds(typed_in_payment, TYPED))
IN_THE_HEAD = st.one_of(
    st.builds(lambda path, text: lambda hand: hand.type(path, text), st.sampled_from(HEAD_TEXTS), TYPED),
    st.builds(lambda pair: lambda hand: hand.choose(*pair), one_of_codes(HEAD_CODES)),
)
OF_ROWS = st.one_of(
    placed(st.builds(added, LISTS)),
    placed(st.builds(copied, LISTS)),
    placed(st.builds(dropped, LISTS)),
    placed(st.builds(moved, LISTS, WHERE)),
)
KINDS = (*(IN_LINES,) * 4, *(OF_ROWS,) * 2, IN_TAXES, IN_OWN, IN_PAYMENTS, IN_THE_HEAD)
EDITS: st.SearchStrategy[Edit] = st.sampled_from(KINDS).flatmap(lambda kind: kind)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("data")
    opened = bootstrap.open_desk(bootstrap.Options(folder))
    yield opened
    opened.close()


@settings(phases=(Phase.generate, Phase.shrink), max_examples=settings.default.max_examples // 2)
@given(edits=st.lists(EDITS, min_size=20, max_size=80))
def test_every_edit_comes_to_the_same_as_everything_anew(desk: Desk, edits: list[Edit]) -> None:
    draft = desk.new_draft()
    hand = Hand(desk, draft, desk.compose(draft))
    for price in ("10", "0,335", "12,5"):
        hand = added(LINES)(0)(hand).type(f"{LINES}[0].unitPrice", price, 0)
    for edit in edits:
        hand = edit(hand)
        is_as_anew(hand.composition, desk.compose(hand.draft))
    anew = desk.compose(hand.draft)
    assert write_document(hand.composition.document) == write_document(anew.document)
    assert {p.path for p in anew.problems if p.code == "not_understood"} == hand.draft.misread
    kept = drafting.reread(read_document(write_document(hand.draft.document)), hand.draft.typed, "el")
    assert (kept.typed, kept.misread) == (hand.draft.typed, hand.draft.misread)
    is_as_anew(desk.compose(kept), anew)


def is_as_anew(composition: Composition, anew: Composition) -> None:
    assert composition.summaries == anew.summaries
    assert composition.lines == anew.lines
    assert composition.vat_rates == anew.vat_rates
    assert composition.tax_amounts == anew.tax_amounts
    assert composition.payment_amounts == anew.payment_amounts
    assert composition.problems == anew.problems
    assert composition.twins == anew.twins
