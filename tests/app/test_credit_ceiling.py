"""What is left of a document, line by line: which line of a credit belongs to which of the original."""

from __future__ import annotations

from decimal import Decimal

from einvoice_desktop.app.credit_ceiling import (
    Creditable,
    credited_sums,
    lines_as_issued,
    summed,
    taken_off,
    what_is_left,
)
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.settlement import Summaries


def line(name: str, quantity: str, price: str, code: str = "", **more: object) -> Detail:
    net = Decimal(quantity) * Decimal(price)
    return Detail(
        descriptions=(name,),
        code=code or None,
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        net_total=net,
        **more,
    )


def document(*lines: Detail) -> Document:
    net = sum((one.net_total for one in lines if one.net_total), Decimal(0))
    return Document(details=lines, summaries=Summaries(total_net_amount=net))


def left(original: Document, *credits: Document) -> list[tuple[Decimal | None, Decimal]]:
    _, lines = credited_sums(original, credits)
    return [(one.left_quantity, one.left_net) for one in lines]


def test_a_line_is_known_by_its_code_and_words_wherever_it_stands() -> None:
    original = document(line("Tea", "4", "2"), line("Coffee", "8", "12.50"))
    assert left(original, document(line(" Coffee ", "3", "12.50"))) == [(4, 8), (5, Decimal("62.50"))]


def test_of_twins_the_one_at_the_price_then_the_one_in_place_then_one_with_something_left() -> None:
    original = document(line("Tea", "1", "2"), line("Tea", "1", "3"), line("Tea", "1", "3"))
    assert left(original, document(line("Tea", "1", "3"))) == [(1, 2), (0, 0), (1, 3)]
    twice = document(line("Tea", "1", "3")), document(line("Tea", "1", "3"))
    assert left(original, *twice) == [(1, 2), (0, 0), (0, 0)]
    in_place = document(line("x", "1", "1"), line("y", "1", "1"), line("Tea", "1", "3"))
    assert left(original, in_place) == [(1, 2), (1, 3), (0, 0)]
    another_price = document(line("Tea", "1", "1.50"))
    assert left(original, another_price) == [(0, Decimal("0.50")), (1, 3), (1, 3)]


def test_a_line_that_the_original_has_not_counts_in_the_total_alone() -> None:
    original = document(line("Tea", "4", "2"))
    total, lines = credited_sums(original, [document(line("Something else", "1", "5"))])
    assert (total, lines[0].is_untouched) == (Decimal("5.00"), True)


def test_nothing_falls_below_zero_and_informative_lines_are_not_counted() -> None:
    original = document(line("Tea", "4", "2"), line("Note", "1", "9", is_informative=True))
    assert left(original, document(line("Tea", "9", "2"))) == [(0, 0), (1, 0)]
    _, places = taken_off(lines_as_issued(original), [(line("Note", "1", "9"), Decimal(9))])
    assert places == {}


def test_the_next_credit_has_the_rest_of_each_line_and_its_amounts_are_computed_anew() -> None:
    original = document(line("Tea", "4", "2"), line("Coffee", "8", "12.50"), line("Salt", "1", "1"))
    credit = document(line("Coffee", "3", "12.50"), line("Salt", "1", "1"))
    _, lines = credited_sums(original, [credit])
    tea, coffee = what_is_left(lines)
    assert tea is (original.details or ())[0]
    assert (coffee.quantity, coffee.unit_price, coffee.net_total) == (5, Decimal("12.50"), None)


def test_of_a_line_without_a_quantity_the_amount_is_what_is_left() -> None:
    fee = Detail(descriptions=("Fee",), net_total=Decimal("100.00"))
    _, lines = credited_sums(
        document(fee), [document(Detail(descriptions=("Fee",), net_total=Decimal("40.00")))]
    )
    assert (lines[0].left_quantity, lines[0].left_net) == (None, Decimal("60.00"))
    (rest,) = what_is_left(lines)
    assert (rest.quantity, rest.net_total) == (None, Decimal("60.00"))


def test_where_all_of_the_quantity_was_credited_at_less_the_rest_of_the_amount_is_left() -> None:
    original = document(line("Tea", "4", "2"))
    _, lines = credited_sums(original, [document(line("Tea", "4", "1.50"))])
    (rest,) = what_is_left(lines)
    assert (rest.quantity, rest.unit_price) == (1, Decimal("2.00"))


def test_several_originals_are_summed() -> None:
    one = Creditable("1", "1.1", "1.1 A 1", "2026-11-21", "1", Decimal(10), Decimal(4), ())
    assert summed([one, one]) == (20, 8, 12)
