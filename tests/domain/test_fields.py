"""Paths promise: one name for every place, cheap changes that share what they do not touch."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.fields import (
    format_path,
    get_value,
    insert_row,
    move_row,
    parse_path,
    remove_row,
    replace_value,
)
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.settlement import PaymentTerm
from einvoice_desktop.domain.writer import write_document


def written(document: Document) -> str:
    return write_document(document).decode()


def lines(*codes: str) -> Document:
    return Document(series="A", details=tuple(Detail(code=code) for code in codes))


def codes(document: Document) -> str:
    return "".join(line.code for line in document.details)


# --- paths


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("", ()),
        ("series", ("series",)),
        ("counterParty.vat", ("counterParty", "vat")),
        ("details[2].unitPrice", ("details", 2, "unitPrice")),
        ("taxes[0]", ("taxes", 0)),
        ("x[0][12].y", ("x", 0, 12, "y")),
        ('["a.b"]', ("a.b",)),
        ('issuer["a[\\"0\\"]"].b', ("issuer", 'a["0"]', "b")),
        ("Σειρά", ("Σειρά",)),
    ],
)
def test_a_path_is_taken_apart_and_put_together(path, parts):
    assert parse_path(path) == parts
    assert format_path(parts) == path


@pytest.mark.parametrize(
    "path",
    [
        "[0]",
        ".a",
        "a.",
        "a..b",
        "a[",
        "a[]",
        "a[-1]",
        "a[01]",
        "a[x]",
        "a]",
        'a"b',
        'a["b',
        "a[0]b",
        "a.[0]",
        '["\\x"]',
    ],
)
def test_what_is_no_path_is_refused(path):
    with pytest.raises(ValueError, match=r"path|escape"):
        parse_path(path)


@given(
    st.lists(st.text() | st.integers(0, 10**6), max_size=5).filter(
        lambda parts: not parts or isinstance(parts[0], str)
    )
)
def test_every_path_survives_being_written(parts):
    assert parse_path(format_path(parts)) == tuple(parts)


# --- looking up


DOCUMENT = read_document(
    b"""{"series": "A", "issuer": {"phones": ["1", "2"], "address": null, "odd": {"a": [5]}},
    "details": [{"unitPrice": 1.50}, {}], "a.b": 1}"""
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("series", "A"),
        ("issuer.phones[1]", "2"),
        ("details[0].unitPrice", Decimal("1.50")),
        ("issuer.odd.a[0]", 5),
        ('["a.b"]', 1),
        ("number", None),
        ("issuer.address.city", None),
        ("counterParty.address.city", None),
        ("issuer.phones[2]", None),
        ("details[7].unitPrice", None),
        ("taxes[0].taxAmount", None),
        ("series[0]", None),
        ("series.x", None),
        ("details.unitPrice", None),
        ("Series", None),
        ("issuer.odd.b.c", None),
        ("nothing.at[3].all", None),
    ],
)
def test_a_value_is_found_or_absent(path, value):
    assert get_value(DOCUMENT, path) == value


def test_the_empty_path_is_the_document():
    assert get_value(DOCUMENT, "") is DOCUMENT


# --- changing


def test_a_change_leaves_the_old_document_and_shares_the_rest():
    old = Document(issuer=Party(vat="1"), details=(Detail(code="a"), Detail(code="b")))
    new = replace_value(old, "details[0].unitPrice", Decimal("2.50"))
    assert new.details[0].unit_price == Decimal("2.50")
    assert old.details[0].unit_price is None
    assert new.issuer is old.issuer
    assert new.details[1] is old.details[1]
    assert written(new) == '{"issuer":{"vat":"1"},"details":[{"code":"a","unitPrice":2.50},{"code":"b"}]}'


def test_missing_parents_are_made():
    document = replace_value(Document(), "counterParty.address.city", "Αθήνα")
    document = replace_value(document, "details[0].incomeClassification.amount", Decimal(1))
    assert written(document) == (
        '{"counterParty":{"address":{"city":"Αθήνα"}},"details":[{"incomeClassification":{"amount":1}}]}'
    )


def test_the_place_after_the_last_row_appends():
    document = replace_value(lines("a"), "details[1].code", "b")
    document = replace_value(document, "details[2]", Detail(code="c"))
    assert codes(document) == "abc"
    assert replace_value(Document(), "issuer.phones[0]", "210").issuer.phones == ("210",)
    with pytest.raises(IndexError):
        replace_value(document, "details[4].code", "x")


def test_none_takes_a_member_away():
    document = Document(series="A", number=None, issuer=Party(vat="1", phones=("1",)))
    assert (
        written(replace_value(document, "series", None))
        == '{"number":null,"issuer":{"vat":"1","phones":["1"]}}'
    )
    assert (
        written(replace_value(document, "number", None))
        == '{"series":"A","issuer":{"vat":"1","phones":["1"]}}'
    )
    assert (
        written(replace_value(document, "issuer.vat", None))
        == '{"series":"A","number":null,"issuer":{"phones":["1"]}}'
    )
    assert replace_value(document, "issuer.vat", None).issuer.vat is None


def test_none_takes_a_row_out_of_its_list():
    assert codes(replace_value(lines("a", "b", "c"), "details[1]", None)) == "ac"


def test_taking_away_what_is_not_there_changes_nothing():
    document = lines("a")
    for path in (
        "number",
        "counterParty.address.city",
        "details[0].unitPrice",
        "details[1].unitPrice",
        "taxes[0]",
        "odd",
    ):
        assert replace_value(document, path, None) is document


def test_a_member_set_before_keeps_what_the_model_does_not_know():
    document = read_document(b'{"issuer": {"vat": "1", "odd": 1}, "x": 2}')
    document = replace_value(replace_value(document, "issuer.vat", "2"), "series", "A")
    assert written(document) == '{"series":"A","issuer":{"vat":"2","odd":1},"x":2}'
    assert written(replace_value(document, "issuer.vat", None)) == '{"series":"A","issuer":{"odd":1},"x":2}'


def test_an_unknown_member_can_be_set_and_taken_away():
    document = replace_value(Document(), "issuer.odd", {"a": 1})
    assert written(document) == '{"issuer":{"odd":{"a":1}}}'
    assert written(replace_value(document, "issuer.odd", None)) == '{"issuer":{}}'


@pytest.mark.parametrize(
    ("path", "value", "kept"),
    [
        ("details[0].unitPrice", "12.50", Decimal("12.50")),
        ("details[0].unitPrice", 3, Decimal(3)),
        ("details[0].vatCategoryCode", "7", 7),
        ("iaprSignPolicy", "STRICT", 2),
        ("details[0].allowancesCharges", [], ()),
        ("issuer.phones", ["1"], ("1",)),
        ("series", 5, "5"),
        ("series", "", ""),
    ],
)
def test_a_value_becomes_that_of_its_field(path, value, kept):
    assert get_value(replace_value(Document(), path, value), path) == kept


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("details[0].unitPrice", 1.5, "wrong_type"),
        ("details[0].unitPrice", "1,5", "wrong_type"),
        ("details[0].unitPrice", Decimal("NaN"), "not_a_number"),
        ("details[0].unitPrice", Decimal("1E+50"), "number_too_long"),
        ("mark", 10**40, "number_too_long"),
        ("mark", True, "wrong_type"),
        ("series", "\ud800", "bad_text"),
        ("series", False, "wrong_type"),
        ("issuer", {"vat": "1"}, "wrong_type"),
        ("issuer", Address(), "wrong_type"),
        ("details", [Party()], "wrong_type"),
        ("details", Detail(), "wrong_type"),
        ("details[0]", Classification(), "wrong_type"),
    ],
)
def test_a_value_that_the_field_cannot_hold_is_refused_with_its_path(path, value, code):
    with pytest.raises(DocumentError) as caught:
        replace_value(Document(), path, value)
    assert (caught.value.code, caught.value.path) == (code, path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "Series",
        "SERIES",
        "issuer.Vat",
        "series.x",
        "series[0]",
        "issuer[0]",
        "details.x",
        "issuer.phones[0].x",
        "odd.x",
        "odd[0]",
    ],
)
def test_a_path_that_the_model_cannot_have_is_refused(path):
    with pytest.raises(ValueError, match="no "):
        replace_value(Document(), path, "x")


def test_documents_are_frozen_and_refuse_floats():
    document = Document(series="A")
    with pytest.raises(ValueError, match="frozen"):
        document.series = "B"
    with pytest.raises(ValueError, match="Decimal"):
        Detail(unit_price=1.5)


# --- rows


def test_rows_are_put_in_taken_out_and_moved():
    document = lines("a", "b", "c")
    assert codes(insert_row(document, "details", 1, Detail(code="x"))) == "axbc"
    assert codes(insert_row(document, "details", 3, Detail(code="x"))) == "abcx"
    assert codes(remove_row(document, "details", 0)) == "bc"
    assert codes(move_row(document, "details", 0, 2)) == "bca"
    assert codes(move_row(document, "details", 2, 0)) == "cab"
    assert codes(move_row(document, "details", 1, 1)) == "abc"
    assert codes(document) == "abc"


def test_rows_that_stay_are_the_same_objects():
    document = lines("a", "b")
    new = insert_row(document, "details", 0, Detail(code="x"))
    assert [id(line) for line in new.details[1:]] == [id(line) for line in document.details]


def test_a_missing_list_is_made_and_an_emptied_one_stays():
    document = insert_row(Document(), "paymentDetails.paymentTerms", 0, PaymentTerm(amount=Decimal(1)))
    assert written(document) == '{"paymentDetails":{"paymentTerms":[{"amount":1}]}}'
    assert (
        written(remove_row(document, "paymentDetails.paymentTerms", 0))
        == '{"paymentDetails":{"paymentTerms":[]}}'
    )


def test_rows_of_rows_and_plain_rows():
    document = insert_row(lines("a"), "details[0].descriptions", 0, "text")
    assert document.details[0].descriptions == ("text",)
    assert insert_row(Document(), "correlatedInvoices", 0, "400001951868897").correlated_invoices == (
        400001951868897,
    )


def test_rows_beyond_the_end_and_rows_of_another_kind_are_refused():
    document = lines("a")
    for change in (
        lambda: insert_row(document, "details", 2, Detail()),
        lambda: insert_row(document, "details", -1, Detail()),
        lambda: remove_row(document, "details", 1),
        lambda: remove_row(Document(), "details", 0),
        lambda: move_row(document, "details", 0, 1),
    ):
        with pytest.raises(IndexError):
            change()
    with pytest.raises(DocumentError) as caught:
        insert_row(document, "details", 0, Party())
    assert caught.value.params == {"expected": "object", "found": "Party"}
    for path in ("series", "issuer", "details[0]", "odd"):
        with pytest.raises(ValueError, match="no list"):
            remove_row(document, path, 0)


def test_one_edit_of_ten_thousand_lines_costs_less_than_a_third_of_a_millisecond():
    document = Document(
        details=tuple(Detail(line_no=number, quantity=Decimal(1)) for number in range(10_000))
    )
    times = []
    for number in range(30):
        start = time.perf_counter()
        document = replace_value(document, "details[5000].unitPrice", Decimal(number))
        times.append(time.perf_counter() - start)
    assert min(times) < 0.000_3
