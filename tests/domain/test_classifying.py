"""Classifications as amounts: what is left of a line, and the sums of the whole document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.domain.classifying import left_to_classify, summed_classifications
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.settlement import Summaries

D = Decimal


def item(kind: str, category: str = "category2_5", amount: str | None = None) -> Classification:
    return Classification(
        classification_type_code=kind,
        classification_category_code=category,
        amount=None if amount is None else D(amount),
    )


def line(*several: Classification, **members: object) -> Detail:
    return Detail(
        descriptions=("Είδος",),
        unit_price=D(100),
        vat_category_code=8,
        expenses_classifications=several or None,
        **members,
    )


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (line(), "0"),
        (line(expenses_classification=item("E3_585_004")), "0"),
        (line(expenses_classification=item("E3_585_004", amount="60")), "40"),
        (line(item("E3_585_004", amount="40"), item("E3_585_009", amount="60")), "0"),
        (line(item("E3_585_004", amount="40"), item("E3_585_009")), "60"),
        (line(item("E3_585_004", amount="70"), item("E3_585_009", amount="60")), "-30"),
        (line(item("", ""), item("E3_585_009", amount="10")), "90"),
    ],
    ids=[
        "none",
        "one, whole",
        "one, in part",
        "two",
        "one of two without amount",
        "too much",
        "an empty one",
    ],
)
def test_what_is_left_of_a_line(given, left):
    assert left_to_classify(given, D("100.00")) == D(left)


def test_one_entry_for_each_category_and_type_with_its_sum():
    lines = [
        (line(item("E3_585_004", amount="40"), item("E3_585_009", amount="60")), D(100)),
        (line(expenses_classification=item("E3_585_004")), D("7.50")),
        (line(income_classification=item("E3_561_001", "category1_1")), D(5)),
    ]
    entries = summed_classifications(lines, "expense")
    assert [(e.classification_type_code, e.amount) for e in entries] == [
        ("E3_585_004", D("47.50")),
        ("E3_585_009", D(60)),
    ]
    assert [e.amount for e in summed_classifications(lines, "income")] == [D(5)]


def test_those_of_a_file_are_made_anew_and_where_it_has_none_the_provider_makes_them(around):
    lines = (line(expenses_classification=item("E3_585_004")), line(is_hidden=True))
    stale = Summaries(expenses_classifications=(item("E3_585_009", amount="1"),))
    document = Document(invoice_type_code="3.1", details=lines, summaries=stale)
    (entry,) = compose(document, around).document.summaries.expenses_classifications
    assert (entry.classification_type_code, entry.amount) == ("E3_585_004", D(100))
    bare = compose(document.without_member("summaries"), around).document
    assert bare.summaries.expenses_classifications is None


def test_an_empty_classification_classifies_nothing(around):
    document = Document(invoice_type_code="1.1", details=(line(expenses_classification=Classification()),))
    assert compose(document, around).tally.classified == 0
