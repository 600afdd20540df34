"""Writing promises: one spelling, only what is set, the digits as given, and that it reads back the same."""

import json
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.fields import FieldKind, members_of
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.settlement import Summaries
from einvoice_desktop.domain.writer import DraftWriter, dump_json, to_plain, write_document


def test_a_document_is_written_in_the_order_and_spelling_of_the_model():
    document = Document(
        summaries=Summaries(total_vat_amount=Decimal("2.40"), total_net_amount=Decimal("10.00")),
        details=(Detail(quantity=Decimal(1), line_no=1, descriptions=("Καφές",)),),
        issuer=Party(vat="EL094014201", address=Address(country_code="GR")),
        series="Α",
        iapr_sign_policy=2,
    )
    assert write_document(document).decode() == (
        '{"iaprSignPolicy":2,"series":"Α","issuer":{"vat":"EL094014201","address":{"countryCode":"GR"}},'
        '"details":[{"lineNo":1,"descriptions":["Καφές"],"quantity":1}],'
        '"summaries":{"totalNetAmount":10.00,"totalVATAmount":2.40}}'
    )


def test_a_draft_is_written_the_same_whatever_was_written_before():
    lines = tuple(
        Detail(line_no=i, descriptions=(f'"Είδος"\n{i}',), quantity=Decimal("1.50")) for i in range(5)
    )
    new = Detail(line_no=9, income_classification=Classification(id=1))
    writer = DraftWriter()
    for details in (
        lines,
        (*lines[:2], new, *lines[3:]),
        (new, new, *lines),
        lines[::-1],
        (),
        None,
        lines[:1],
    ):
        document = Document(series="Α", details=details, summaries=Summaries())
        assert writer.write(document) == write_document(document)


def test_only_what_is_set_is_written_and_null_is_a_value():
    assert write_document(Document()) == b"{}"
    assert write_document(Document(series=None, details=(), issuer=Party())) == (
        b'{"series":null,"issuer":{},"details":[]}'
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1000.00", "1000.00"),
        ("1E+2", "100"),
        ("1.50E+3", "1500"),
        ("0.0000001", "0.0000001"),
        ("1E-10", "0.0000000001"),
        ("-0.0", "-0.0"),
        ("0E+3", "0"),
        ("12", "12"),
    ],
)
def test_an_amount_keeps_its_digits(number, text):
    assert write_document(Document(total_amount=Decimal(number))).decode() == f'{{"totalAmount":{text}}}'


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "NaN7"])
def test_an_amount_that_is_no_number_is_refused(number):
    document = Document().model_copy(update={"total_amount": Decimal(number)})
    with pytest.raises(DocumentError) as caught:
        write_document(document)
    assert caught.value.code == "not_a_number"


def test_texts_are_escaped_and_letters_are_not():
    document = Document(series='quote " back \\ tab \t line \r\n Ελληνικά 😀 \u2028')
    written = write_document(document)
    assert json.loads(written) == {"series": document.series}
    assert "Ελληνικά 😀" in written.decode()


def test_indented_writing_is_for_people():
    document = Document(
        series="A", issuer=Party(phones=("1", "2")), details=(), additional_transporters=(Party(),)
    )
    assert write_document(document, indent=2).decode() == json.dumps(to_plain(document), indent=2)
    assert read_document(write_document(document, indent=4)) == document


def test_plain_data_is_the_same_document():
    document = read_document(
        b'{"Series": "A", "details": [{"unitPrice": 1.50, "x": {"y": [1]}}], "odd": null}'
    )
    assert to_plain(document) == {
        "series": "A",
        "details": [{"unitPrice": Decimal("1.50"), "x": {"y": [1]}}],
        "odd": None,
    }


def test_any_plain_data_is_dumped():
    plain = {
        "file": "α.json",
        "problems": [],
        "mark": None,
        "ok": True,
        "no": False,
        "n": [1, Decimal("1.10")],
        "t": (),
    }
    assert dump_json(plain) == (
        '{"file":"α.json","problems":[],"mark":null,"ok":true,"no":false,"n":[1,1.10],"t":[]}'
    )


@pytest.mark.parametrize("odd", [1.5, {1, 2}, b"x", object(), {"x": [1.5]}])
def test_a_float_is_never_written(odd):
    with pytest.raises(TypeError):
        dump_json(odd)


def test_nothing_of_a_mixed_document_is_lost_on_the_way():
    text = (
        '{"mark":400001951868897,"iaprSignPolicy":0,"series":"A","details":[{"unitPrice":9.990,'
        '"incomeClassification":{"amount":1E-7,"weird":{"deep":[[],{},"x",1.10,null,true]}}}],"Σειρά":"Β"}'
    )
    document = read_document(text.encode())
    assert document.details[0].income_classification == Classification(
        amount=Decimal("0.0000001"), weird={"deep": [[], {}, "x", Decimal("1.10"), None, True]}
    )
    assert write_document(document).decode() == text.replace("1E-7", "0.0000001")


def test_a_thousand_lines_are_written_in_an_instant():
    line = Detail(
        line_no=1,
        code="ITEM-1",
        descriptions=("Είδος",),
        measurement_unit_code=1,
        quantity=Decimal(2),
        unit_price=Decimal("12.50"),
        net_total=Decimal("25.00"),
        vat_total=Decimal("6.00"),
        total=Decimal("31.00"),
        vat_category_code=1,
        is_hidden=False,
    )
    document = Document(details=(line,) * 1_000)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        write_document(document)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.03


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\r"), max_size=8)
AMOUNTS = st.decimals(-(10**12), 10**12, places=4) | st.decimals(0, 1, places=20) | st.just(Decimal("12E+5"))
INTEGERS = st.integers(-(10**18), 10**18)
SCALARS = {
    FieldKind.TEXT: TEXTS,
    FieldKind.INTEGER: INTEGERS,
    FieldKind.DECIMAL: AMOUNTS,
    FieldKind.BOOLEAN: st.booleans(),
}
UNKNOWN = st.recursive(
    st.none() | st.booleans() | TEXTS | INTEGERS | AMOUNTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def nodes(draw, node_class):
    members = members_of(node_class)
    chosen = draw(
        st.lists(st.sampled_from(members.ordered), max_size=4, unique_by=lambda member: member.name)
    )
    values = {member.name: draw(st.none() | values_of(member)) for member in chosen}
    unknown = draw(
        st.dictionaries(TEXTS.filter(lambda name: name.lower() not in members.folded), UNKNOWN, max_size=2)
    )
    return node_class.assembled(values, unknown)


def values_of(member):
    if member.kind is FieldKind.LIST:
        row = nodes(member.node) if member.node else SCALARS[member.item]
        return st.lists(row, max_size=3).map(tuple)
    if member.kind is FieldKind.NODE:
        return nodes(member.node)
    if member.kind is FieldKind.ENUMERATION:
        return st.integers(0, 9) if member.by_number else st.sampled_from(member.names)
    return SCALARS[member.kind]


@given(nodes(Document), st.sampled_from([None, 0, 2]))
def test_what_was_written_reads_back_the_same(document, indent):
    written = write_document(document, indent=indent)
    again = read_document(written)
    assert again == document
    assert write_document(again, indent=indent) == written
    assert json.loads(written, parse_float=Decimal) == to_plain(document)
