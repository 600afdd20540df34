"""Refusing promises: every bad file is refused with its reason and its place, at once and without harm."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document

SAMPLE = Path(__file__).parents[2] / "resources/samples/published/3.1-4.json"


def read(text: str) -> Document:
    return read_document(text.encode())


def refusal(data: bytes | str) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data if isinstance(data, bytes) else data.encode())
    return caught.value


def place(error: UnreadableDocument) -> tuple[str, str]:
    return error.params["line"], error.params["column"]


# --- what is refused, and where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", ("1", "1")),
        ("  \n ", ("2", "2")),
        ('{"a": 1', ("1", "8")),
        ('{\n"a": 1,\n"b" 2}', ("3", "5")),
        ('{"a": 1} x', ("1", "10")),
        ('{"a": 01}', ("1", "8")),
        ("{'a': 1}", ("1", "2")),
        ('{"a": [,]}', ("1", "8")),
        ('{"a": [1,,]}', ("1", "10")),
        ('{"a": 1,}}', ("1", "10")),
        ('"a": 1', ("1", "7")),
        ('"a": 1}}', ("1", "8")),
        ('\n"a": {]}', ("2", "7")),
        ('{"a": "\\x"}', ("1", "8")),
        ('{"a": "' + '\\"' * 50_000, ("1", "7")),
    ],
)
def test_what_is_not_json_is_refused_with_line_and_column(text, where):
    error = refusal(text)
    assert (error.code, place(error)) == ("not_json", where)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", "list"),
        ('"text"', "text"),
        ("12", "number"),
        ("1.5", "number"),
        ("NaN", "number"),
        ("null", "null"),
        ("true", "boolean"),
    ],
)
def test_what_is_no_object_is_refused(text, found):
    error = refusal(text)
    assert (error.code, error.params) == ("not_an_object", {"found": found})


@pytest.mark.parametrize(
    ("text", "path", "expected", "found"),
    [
        ('{"series": true}', "series", "text", "boolean"),
        ('{"series": {}}', "series", "text", "object"),
        ('{"Mark": "x"}', "mark", "integer", "text"),
        ('{"mark": 1.5}', "mark", "integer", "number"),
        ('{"mark": true}', "mark", "integer", "boolean"),
        ('{"mark": "٣"}', "mark", "integer", "text"),
        ('{"IaprSignPolicy": "LAX"}', "iaprSignPolicy", "enumeration", "text"),
        ('{"isRetail": 1}', "isRetail", "boolean", "number"),
        ('{"isRetail": "yes"}', "isRetail", "boolean", "text"),
        ('{"issuer": []}', "issuer", "object", "list"),
        ('{"ISSUER": {"Phones": "210"}}', "issuer.phones", "list", "text"),
        ('{"issuer": {"phones": ["210", null]}}', "issuer.phones[1]", "text", "null"),
        ('{"details": [{}, {"UnitPrice": "12,50"}]}', "details[1].unitPrice", "decimal", "text"),
        ('{"details": [{}, {"UnitPrice": "1_000"}]}', "details[1].unitPrice", "decimal", "text"),
        ('{"details": [{"unitPrice": {}}]}', "details[0].unitPrice", "decimal", "object"),
        ('{"details": [{}, null]}', "details[1]", "object", "null"),
        ('{"details": {"lineNo": 1}}', "details", "list", "object"),
        ('{"details": [[]]}', "details[0]", "object", "list"),
        ('{"correlatedInvoices": [1, ""]}', "correlatedInvoices[1]", "integer", "text"),
        ('{"taxes": [{"TaxAmount": "NaN"}]}', "taxes[0].taxAmount", "decimal", "text"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_its_path(text, path, expected, found):
    error = refusal(text)
    assert (error.code, error.path) == ("wrong_type", path)
    assert error.params == {"expected": expected, "found": found}


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    "name", ["Series", "mark", "TotalAmount", "isRetail", "issuer", "details", "isDelayedCode"]
)
def test_what_is_not_a_number_is_refused_with_its_path(constant, name):
    error = refusal(f'{{"{name}": {constant}}}')
    assert (error.code, error.path) == ("not_a_number", name[0].lower() + name[1:])


def test_not_a_number_is_found_inside_unknown_members_too():
    error = refusal('{"x": {"odd.name": [1, NaN]}}')
    assert (error.code, error.path) == ("not_a_number", 'x["odd.name"][1]')


LONG = [
    "1" * 41,
    "-" + "1" * 41,
    "1" * 5_000,
    "0." + "1" * 40,
    "1e41",
    "1E-41",
    "1e999999999",
    "1e-99999999999999999999",
]


@pytest.mark.parametrize("name", ["mark", "totalAmount", "series", "unknown", "isDelayedCode"])
@pytest.mark.parametrize("number", LONG)
def test_a_number_with_too_many_digits_is_refused_with_its_path(name, number):
    error = refusal(f'{{"{name}": {number}}}')
    assert (error.code, error.path, error.params) == ("number_too_long", name, {"limit": "40"})


@pytest.mark.parametrize("number", LONG)
def test_a_text_with_too_many_digits_is_no_amount(number):
    error = refusal(f'{{"totalAmount": "{number}"}}')
    assert (error.code, error.path) == ("number_too_long", "totalAmount")


@pytest.mark.parametrize(
    "number", ["1" * 40, "-" + "1" * 40, "0." + "1" * 39, "1e39", "12e-38", "1E+0000000002"]
)
def test_a_number_of_forty_digits_is_read_and_written_out(number):
    document = read(f'{{"totalAmount": {number}}}')
    assert document.total_amount == Decimal(number)
    assert read_document(write_document(document)).total_amount == Decimal(number)


def test_long_digits_in_texts_do_no_harm():
    assert (
        read(f'{{"remarks": "x", "aadeXml": "{"7" * 5_000}", "mark": 400001951868897}}').mark
        == 400001951868897
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"series": "A", "series": "A"}', "series"),
        ('{"Series": "A", "x": 1, "series": "A"}', "series"),
        ('{"details": [{}, {"VATTotal": 1, "vatTotal": 1}]}', "details[1].vatTotal"),
        ('{"x": 1, "x": 2}', "x"),
        ('{"x": {"y": [{"z": 1, "z": 2}]}}', "x.y[0].z"),
    ],
)
def test_a_member_that_stands_twice_is_refused_with_its_path(text, path):
    error = refusal(text)
    assert (error.code, error.path) == ("duplicate_member", path)


@pytest.mark.parametrize("bad", [r"\ud800", r"\u0000", r"\u001f", r"\u007f", r"\u0085", "\x01", r"\b"])
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"Series": "a%s"}', "series"),
        ('{"issuer": {"phones": ["%s"]}}', "issuer.phones[0]"),
        ('{"x": ["%s"]}', "x[0]"),
    ],
)
def test_controls_and_lone_surrogates_are_refused_with_their_path(text, path, bad):
    error = refusal(text % bad)
    assert (error.code, error.path) == ("bad_text", path)


def test_a_bad_character_in_an_unknown_name_is_refused_and_can_be_shown():
    error = refusal(r'{"x\ud800": 1}')
    assert (error.code, error.path) == ("bad_text", r'["x\ud800"]')
    str(error).encode()


def test_tabs_and_line_breaks_are_text():
    document = read('{"series": "a\\tb\\r\\nc", "number": "raw\tand\nbroken", "reason": "\u00a0\u200b"}')
    assert document.series == "a\tb\r\nc"
    assert document.number == "raw\tand\nbroken"
    assert read_document(write_document(document)) == document


def test_a_pair_of_surrogates_is_one_character():
    assert read(r'{"series": "\ud83d\ude00"}').series == "😀"


# --- limits


def test_a_file_beyond_the_limit_is_refused_unread():
    error = refusal(b" " * (32 * 1024 * 1024 + 1))
    assert (error.code, error.params) == ("too_large", {"limit": "33554432", "found": "33554433"})


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 200_000,
        '{"a":' + "[" * 200_000 + "]" * 200_000 + "}",
        '"a":' + "[" * 200_000,
    ],
    ids=["lists", "objects", "closed", "lost brace"],
)
def test_deep_nesting_is_refused_at_once(text):
    start = time.perf_counter()
    error = refusal(text)
    assert time.perf_counter() - start < 1
    assert error.code == "too_deep"
    assert error.params["line"] == "1"


def test_nesting_up_to_the_limit_is_read():
    assert read('{"x":' + "[" * 63 + "]" * 63 + "}").model_extra
    error = refusal('{"x":' + "[" * 64 + "]" * 64 + "}")
    assert (error.code, error.path, error.params) == ("too_deep", "x" + "[0]" * 63, {"limit": "64"})
    assert refusal("[" * 65 + "]" * 65).code == "too_deep"


def test_brackets_in_texts_are_no_nesting():
    assert read('{"series": "' + "[" * 200_000 + '"}').series


def test_more_lines_than_the_limit_are_refused():
    assert len(read('{"details": [' + "{}," * 99_999 + "{}]}").details) == 100_000
    error = refusal('{"Details": [' + "{}," * 100_000 + "{}]}")
    assert (error.code, error.path) == ("too_many_lines", "details")
    assert error.params == {"limit": "100000", "found": "100001"}


# --- anything at all

KNOWN = [
    "series",
    "Mark",
    "DETAILS",
    "issuer",
    "address",
    "unitPrice",
    "iaprSignPolicy",
    "isRetail",
    "phones",
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(codec="utf-8")),
    st.just("\ud800"),
)
JSON = st.recursive(
    st.dictionaries(st.sampled_from(KNOWN) | st.text(max_size=4), SCALARS, max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KNOWN), inner | SCALARS, max_size=5)
    ),
    max_leaves=12,
)


CODES = {
    "too_large",
    "encoding",
    "not_json",
    "too_deep",
    "not_an_object",
    "not_a_number",
    "number_too_long",
    "wrong_type",
    "duplicate_member",
    "bad_text",
    "too_many_lines",
}


def _reads_or_refuses(data: bytes) -> None:
    try:
        document = read_document(data)
    except UnreadableDocument as caught:
        error = caught
    else:
        written = write_document(document)
        assert write_document(read_document(written)) == written
        return
    assert error.code in CODES
    assert str(error).encode()


@given(JSON)
def test_any_json_is_read_or_refused(plain):
    _reads_or_refuses(json.dumps(plain).encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    _reads_or_refuses(data)


@given(st.text(alphabet='{}[]",:\\ \n1-.eEnulaNtrseris\ud800', max_size=40))
def test_anything_like_json_is_read_or_refused(text):
    _reads_or_refuses(text.encode("utf-8", "surrogatepass"))


@given(st.data())
def test_a_damaged_sample_is_read_or_refused(data):
    sample = bytearray(SAMPLE.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(sample) - 1))
        sample[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    _reads_or_refuses(bytes(sample))
