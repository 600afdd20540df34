"""Pages as data: nothing is lost, doubled, divided or pushed out, however long the document."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop import bootstrap
from einvoice_desktop.app.entry import understand_amount
from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
from einvoice_desktop.app.paper.layout import pages_of
from einvoice_desktop.app.paper.page import Box, Code, Face, Page, Text
from einvoice_desktop.app.paper.setting import BODY, Setter
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import MiscellaneousData
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Tax
from tests.app.paper.papers import PROVIDER_LINE, RECEIPT, EvenMeasure, customer, invoice, paper, ware

LEFT, RIGHT, FOOT = 15.0, 195.0, 284.0
HAIR = 0.05
MEASURE = EvenMeasure()
CODES: CodeTables = bootstrap.open_codes()

WORD = st.sampled_from(["υπηρεσία", "καφές", "Α/Α", "μονάδα-προϊόντος", "λ" * 70])
words = st.lists(WORD, max_size=120).map(" ".join)


def texts(page: Page) -> list[Text]:
    """What is written on a page, without its watermark."""
    return [item for item in page.items if isinstance(item, Text) and not item.angle]


def beside(page: Page, word: str) -> list[str]:
    """What stands on the same row as `word`, from left to right."""
    for text in texts(page):
        if text.text == word:
            row = [t for t in texts(page) if abs(t.y - text.y) < HAIR and t.text != word]
            return [t.text for t in sorted(row, key=lambda t: t.x)]
    return []


def amount(text: str) -> Decimal:
    understood = understand_amount(text, "el")
    assert understood.value is not None, text
    return understood.value


def marked(count: int, descriptions: list[str]) -> tuple[Detail, ...]:
    """Lines that can be told apart by their first word."""
    return tuple(
        ware(place, code=None, descriptions=(f"γραμμή{place:04d} {description}",))
        for place, description in zip(range(count), descriptions, strict=True)
    )


def assert_everything_is_in_its_place(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for item in page.items:
            if isinstance(item, Text) and not item.angle:
                assert item.x >= LEFT - HAIR
                assert item.x + MEASURE.width(item.text, item.face) <= RIGHT + HAIR, item.text
                assert 0 < item.y < page.height - 8
            elif isinstance(item, Box):
                assert item.x >= LEFT - HAIR
                assert item.x + item.width <= RIGHT + HAIR
            elif isinstance(item, Code):
                assert item.y + item.side <= FOOT


def assert_sums_are_carried(pages: tuple[Page, ...], content: PaperContent, count: int) -> None:
    """Each page begins with what the one before ended with, which is the sum of the lines down to there."""
    done = 0
    for before, after in pairwise(pages):
        done += sum(text.text.startswith("γραμμή") for text in texts(before))
        carried, brought = beside(before, "Σε μεταφορά"), beside(after, "Από μεταφορά")
        assert carried == brought
        if not carried:
            assert done == count
            continue
        wanted = content.lines[done - 1].carried
        assert carried == [text for text in (wanted.net, wanted.vat, wanted.total) if text in carried]
        assert {wanted.net, wanted.total} <= set(carried)


@given(st.data())
def test_each_line_stands_once_sums_are_carried_and_the_end_is_whole(data):
    count = data.draw(st.integers(1, 90))
    long = data.draw(st.lists(words, min_size=count, max_size=count))
    methods = tuple(
        PaymentMethod(payment_method_type_code=code, amount=Decimal(1))
        for code in data.draw(st.lists(st.integers(1, 8), max_size=14))
    )
    document = invoice(
        details=marked(count, long),
        miscellaneous_data=MiscellaneousData(comments1=" ".join([data.draw(words)] * 4)),
        payment_details=PaymentDetails(payment_methods=methods),
        taxes=tuple(
            Tax(tax_type_code=5, tax_category=f"Κράτηση {place}", tax_amount=Decimal(1))
            for place in range(data.draw(st.integers(0, 25)))
        ),
    )
    content = paper(document, CODES, PaperWishes(logo=b"logo", provider_line=PROVIDER_LINE))
    pages = pages_of(content, MEASURE)

    starts = [text.text[:10] for page in pages for text in texts(page) if text.text.startswith("γραμμή")]
    assert starts == [f"γραμμή{place:04d}" for place in range(count)]
    assert_everything_is_in_its_place(pages)
    assert_sums_are_carried(pages, content, count)

    last = [text.text for text in texts(pages[-1])]
    assert content.payable is not None
    assert content.payable.value in last
    assert RECEIPT.mark in last
    assert sum(isinstance(item, Code) for item in pages[-1].items) == 1
    assert not any(isinstance(item, Code) for page in pages[:-1] for item in page.items)
    assert sum(RECEIPT.mark in (t.text for t in texts(page)) for page in pages) == 1
    assert [text.text for page in pages for text in texts(page) if text.text.startswith("Σελίδα")] == [
        f"Σελίδα {place} από {len(pages)}" for place in range(1, len(pages) + 1)
    ]


@pytest.mark.parametrize("count", range(2, 130))
def test_no_page_has_only_a_head_and_the_sums_have_company(count):
    content = paper(invoice(details=marked(count, ["είδος"] * count), banks=None), CODES)
    pages = pages_of(content, MEASURE)
    for page in pages:
        assert any(text.text.startswith("γραμμή") for text in texts(page)), len(pages)


def test_a_description_longer_than_a_page_goes_on_over_pages():
    text = "\n".join(f"σειρά {number}" for number in range(200))
    content = paper(invoice(details=(ware(0, descriptions=(text,)), ware(1))), CODES)
    pages = pages_of(content, MEASURE)
    found = [t.text for page in pages for t in texts(page) if t.text.startswith("σειρά")]
    assert found == text.split("\n")
    assert_everything_is_in_its_place(pages)


def test_lists_too_long_for_the_closing_block_flow_before_it():
    taxes = tuple(
        Tax(tax_type_code=5, tax_category=f"Κράτηση {place}", tax_amount=Decimal(1)) for place in range(120)
    )
    content = paper(invoice(3, taxes=taxes), CODES)
    pages = pages_of(content, MEASURE)
    found = [t.text for page in pages for t in texts(page) if t.text.startswith("Κρατήσεις: Κράτηση")]
    assert found == [f"Κρατήσεις: Κράτηση {place}" for place in range(120)]
    assert_everything_is_in_its_place(pages)


@pytest.mark.parametrize("form", ["a4", "80mm"])
@pytest.mark.parametrize("languages", [("el",), ("en",), ("el", "en")])
def test_figures_beyond_all_measure_stay_inside_and_whole(form, languages):
    line = ware(0, unit_price=Decimal(10) ** 20 / 3, quantity=Decimal("123456.789"))
    content = paper(invoice(details=(line,)), CODES, PaperWishes(languages, form))
    pages = pages_of(content, MEASURE)
    if form == "a4":
        assert_everything_is_in_its_place(pages)
    assert content.payable is not None
    assert content.payable.value in {text.text for text in texts(pages[-1])}


HOSTILE = (
    "<img src=file:///etc/passwd>",
    "Α" * 900,
    "\u202egnp.exe\u202c " * 30,
    "x\x00y\x07z\n" * 50,
    "e" + "\u0301" * 500,
    "W" * 5 + " " + "\u200b" * 300,
)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_names_stay_inside_their_boxes(evil):
    document = invoice(
        2,
        series=evil,
        number=evil,
        invoice_type=evil,
        issuer=Party(registered_name=evil, brand_name=evil + "b", vat=evil, activities=(evil,) * 3),
        counter_party=customer(registered_name=evil, tax_office=evil, emails=(evil,) * 5),
        details=(ware(0, code=evil, descriptions=(evil, evil), measurement_unit=evil, remarks=evil),),
        order_number=evil,
        miscellaneous_data=MiscellaneousData(comments1=evil, accompanying_text=evil),
    )
    wishes = PaperWishes(("el", "en"), provider_line=evil)
    assert_everything_is_in_its_place(pages_of(paper(document, CODES, wishes), MEASURE))
    roll = pages_of(paper(document, CODES, PaperWishes(form="80mm", provider_line=evil)), MEASURE)
    for item in roll[0].items:
        if isinstance(item, Text):
            assert item.x >= 4.0 - HAIR
            assert item.x + MEASURE.width(item.text, item.face) <= 76.0 + HAIR


def test_the_roll_is_one_page_as_long_as_what_stands_on_it():
    heights = []
    for count in (1, 20, 200):
        (page,) = pages_of(paper(invoice(count), CODES, PaperWishes(form="80mm")), MEASURE)
        assert page.width == 80.0
        heights.append(page.height)
        lowest = max(t.y for t in texts(page))
        assert lowest < page.height < lowest + 12
    assert heights == sorted(heights)


def test_an_endless_roll_is_cut_before_a_page_is_longer_than_a_pdf_allows():
    pages = pages_of(paper(invoice(700), CODES, PaperWishes(form="80mm")), MEASURE)
    assert len(pages) > 1
    assert all(page.height < 5080 for page in pages)
    assert sum(isinstance(item, Code) for page in pages for item in page.items) == 1
    totals = [t.text for page in pages for t in texts(page) if t.text == "Πληρωτέο ποσό"]
    assert len(totals) == 1


def test_the_watermark_lies_below_everything_on_every_page():
    content = paper(invoice(60), CODES, state=State.DRAFT, environment="practice")
    for page in pages_of(content, MEASURE):
        under = [item.text for item in page.items[:3] if isinstance(item, Text)]
        assert under == ["ΠΡΟΣΧΕΔΙΟ", "ΔΟΚΙΜΑΣΤΙΚΟ", "χωρίς νομική ισχύ"]


def test_what_no_picture_is_takes_no_room():
    class Blind(EvenMeasure):
        def proportion(self, picture: bytes) -> float:
            return 0.0 * len(picture)

    content = paper(invoice(), CODES, PaperWishes(logo=b"no picture"))
    assert pages_of(content, Blind()) == pages_of(paper(invoice(), CODES, PaperWishes()), Blind())


@given(st.text(max_size=300), st.floats(8, 60))
def test_breaking_keeps_every_letter_and_no_row_is_too_wide(text, width):
    rows = Setter(MEASURE).rows(text, BODY, width)
    assert "".join(rows).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(MEASURE.width(row, BODY) <= width + HAIR for row in rows)


def test_a_single_row_is_made_smaller_rather_than_cut():
    fitted = Setter(MEASURE).fitted("1.234.567.890,12", Face(4.0), 10.0)
    assert MEASURE.width("1.234.567.890,12", fitted) == pytest.approx(10.0)
