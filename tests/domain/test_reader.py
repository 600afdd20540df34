"""Reading promises: published samples load as they are, any casing is taken, nothing is lost."""

import codecs
import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import to_plain, write_document

PUBLISHED = sorted((Path(__file__).parents[2] / "resources/samples/published").glob("3.1-*.json"))


def read(text: str) -> Document:
    return read_document(text.encode())


def refusal(data: bytes | str) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data if isinstance(data, bytes) else data.encode())
    return caught.value


def place(error: UnreadableDocument) -> tuple[str, str]:
    return error.params["line"], error.params["column"]


# --- the samples as published


def test_five_samples_were_published():
    assert [path.name for path in PUBLISHED] == [f"3.1-{number}.json" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            1,
            {
                "invoiceTypeCode": "3.1",
                "iaprSignPolicy": 2,
                "issuer.vat": "EL123456789",
                "issuer.address.countryCode": "GR",
                "counterParty.vat": "EL000000000",
                "banks[0].iban": "GR0000000000",
                "distributionDetails.deliveryDestinationDetails.address.gln": "",
                "paymentDetails.paymentMethods[0].paymentMethodType": "ΕΠΙ ΠΙΣΤΩΣΕΙ",
                "details[0].vatTotal": Decimal(0),
                "details[0].expensesClassification.classificationTypeCode": "E3_585_004",
                "summaries.totalVATAmount": Decimal(0),
                "summaries.totalGrossValue": Decimal(9000),
            },
        ),
        (
            2,  # a comma after the last member of paymentDetails
            {
                "paymentDetails.paymentMethods[0].amount": Decimal("946.90"),
                "taxes[0].taxAmount": Decimal("53.10"),
                "summaries.totalDeductionsAmount": Decimal("53.10"),
                "vatAnalysis[0].name": "0",
            },
        ),
        (
            3,  # commas after the last classification and after the last line
            {
                "details[0].expensesClassifications[1].amount": Decimal(5000),
                "number": "596044",
            },
        ),
        (
            4,  # the first brace is lost
            {
                "number": "5960143",
                "taxes[0].taxCategory": "Περιπτ. γ’ - Δικαιώματα - 20%",
                "taxes[3].taxAmount": Decimal("53.10"),
                "summaries.totalPayableAmount": Decimal("609.06"),
            },
        ),
        (5, {"details[0].descriptions[0]": "Product's specifications", "isDelayedCode": 0}),
    ],
)
def test_a_published_sample_loads_as_published(number, expected):
    document = read_document(PUBLISHED[number - 1].read_bytes())
    assert {path: get_value(document, path) for path in expected} == expected


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_nothing_of_a_published_sample_is_unknown_or_lost(path):
    text = path.read_text(encoding="utf-8")
    document = read_document(path.read_bytes())
    assert document.model_extra == {}
    written = json.loads(write_document(document))
    assert sum(1 for _ in _names(written)) == text.count('":')


def _names(plain):
    if isinstance(plain, dict):
        for name, value in plain.items():
            yield name
            yield from _names(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _names(value)


# --- what the provider's other samples do


def test_codes_and_amounts_come_as_texts_and_texts_as_numbers():
    document = read(
        """{"number": 123, "invoiceTypeCode": 11.1, "issuer": {"phones": [2100000000], "branchCode": "0"},
        "CounterParty": {"Branch": 0}, "correlatedInvoices": ["400001951868897"], "isFuelInvoice": "False",
        "details": [{"vatCategoryCode": "1", "unitPrice": "12.50", "quantity": "2"}],
        "paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": "3", "amount": " 25.00 "}]}}"""
    )
    assert document.number == "123"
    assert document.invoice_type_code == "11.1"
    assert document.issuer.phones == ("2100000000",)
    assert document.issuer.branch_code == 0
    assert document.counter_party.branch == "0"
    assert document.correlated_invoices == (400001951868897,)
    assert document.is_fuel_invoice is False
    assert document.details[0].vat_category_code == 1
    assert str(document.details[0].unit_price) == "12.50"
    assert document.payment_details.payment_methods[0].payment_method_type_code == 3
    assert str(document.payment_details.payment_methods[0].amount) == "25.00"


def test_a_null_is_kept_as_null_and_an_absent_member_stays_absent():
    document = read('{"CounterParty": {"Address": {"City": null, "number": null}}, "summaries": {}}')
    address = document.counter_party.address
    assert address.model_fields_set == {"city", "number"}
    assert (
        write_document(document) == b'{"counterParty":{"address":{"city":null,"number":null}},"summaries":{}}'
    )


@pytest.mark.parametrize(
    "field", ["mark", "specialInvoiceCategory", "isDelayedCode", "isRetail", "totalAmount"]
)
def test_an_empty_text_for_a_number_or_code_is_null(field):
    document = read(f'{{"{field}": ""}}')
    assert to_plain(document) == {field: None}


def test_an_empty_text_for_a_text_is_an_empty_text():
    assert to_plain(read('{"orderNumber": ""}')) == {"orderNumber": ""}


def test_keys_come_in_any_casing_and_leave_in_one():
    document = read('{"IAPRSIGNPOLICY": 2, "DETAILS": [{"vatTOTAL": 1, "CpvCode": "x"}], "cardlines": []}')
    assert write_document(document) == (
        b'{"iaprSignPolicy":2,"details":[{"cpvCode":"x","vatTotal":1}],"cardLines":[]}'
    )


def test_unknown_members_keep_their_spelling_their_values_and_their_place_after_the_known():
    text = (
        '{"series":"A","DistributionDetails.DeliveryDestinationDetails.Address.GLN":"1","_debug":{"A":[1,2.50,null]},'
        '"issuer":{"ΒrandName":"with a Greek Beta","vat":"EL1"},"VatExemptionCategory":null}'
    )
    document = read(text)
    assert document.issuer.brand_name is None
    assert get_value(document, '["DistributionDetails.DeliveryDestinationDetails.Address.GLN"]') == "1"
    assert get_value(document, "_debug.A[1]") == Decimal("2.50")
    assert write_document(document).decode() == (
        '{"series":"A","issuer":{"vat":"EL1","ΒrandName":"with a Greek Beta"},'
        '"DistributionDetails.DeliveryDestinationDetails.Address.GLN":"1","_debug":{"A":[1,2.50,null]},'
        '"VatExemptionCategory":null}'
    )


@pytest.mark.parametrize(
    ("found", "kept"),
    [('"STRICT"', 2), ('"loose"', 1), ("0", 0), ('"2"', 2), ("7", 7), ("2.0", 2), ("null", None)],
)
def test_the_sign_policy_becomes_its_number(found, kept):
    assert read(f'{{"iaprSignPolicy": {found}}}').iapr_sign_policy == kept


@pytest.mark.parametrize(
    ("name", "number"), [("LIVE", 0), ("Client", 1), ("IAPR", 2), ("NOINT", 3), ("FORCED", 4)]
)
def test_the_transmission_failure_becomes_its_number(name, number):
    assert read(json.dumps({"IsDelayedCode": name})).is_delayed_code == number


@pytest.mark.parametrize(("found", "kept"), [('"NORMAL"', 0), ('"7"', 7), ("7", 7)])
def test_the_record_type_becomes_its_number(found, kept):
    assert read(f'{{"details": [{{"recordTypeCode": {found}}}]}}').details[0].record_type_code == kept


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ('"ALLOWANCE"', "ALLOWANCE"),
        ('"charge"', "CHARGE"),
        ("1", "CHARGE"),
        ('"0"', "ALLOWANCE"),
        ('"?"', "?"),
    ],
)
def test_the_type_of_an_allowance_becomes_its_name(found, kept):
    assert read(f'{{"allowancesCharges": [{{"type": {found}}}]}}').allowances_charges[0].type == kept


def test_the_document_type_and_the_way_of_sending_stay_texts():
    document = read('{"documentTypeCode": 0, "additionalDetails": {"TransmissionMethod": "A"}}')
    assert (document.document_type_code, document.additional_details.transmission_method) == ("0", "A")


def test_numbers_never_pass_through_a_float():
    document = read(
        '{"details": [{"unitPrice": 0.1000000000000000055, "quantity": 1000.00, "netTotal": 1E+2}]}'
    )
    line = document.details[0]
    assert [str(value) for value in (line.unit_price, line.quantity, line.net_total)] == [
        "0.1000000000000000055",
        "1000.00",
        "1E+2",
    ]


# --- encodings


@pytest.mark.parametrize(
    "encode",
    [
        str.encode,
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_unicode_files_are_read(encode):
    assert read_document(encode('{"series": "ΤΔΑ ✓"}')).series == "ΤΔΑ ✓"


def test_a_file_in_windows_greek_is_named_with_the_place_of_its_first_letter():
    error = refusal('{\n "series": "ΤΔΑ"}'.encode("cp1253"))
    assert (error.code, place(error), error.params["found"]) == ("encoding", ("2", "13"), "windows-1253")


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (codecs.BOM_UTF16_LE + '{"series": "A"}'.encode("utf-16-le")[:-1], ("1", "15")),
        (codecs.BOM_UTF32_LE + "{}".encode("utf-32-le"), ("1", "1")),
        ('{"series": "A"}'.encode("utf-16-le"), ("1", "1")),
        (b'{"a": "\xed\xa0\x80"}', ("1", "8")),
        (b"\xff", ("1", "1")),
    ],
)
def test_other_encodings_are_refused_with_a_place(data, where):
    error = refusal(data)
    assert (error.code, place(error)) == ("encoding", where)


# --- speed


def test_reading_costs_no_pass_over_the_document_more_than_pydantic_takes():
    line = {
        "lineNo": 1,
        "code": "ITEM-1",
        "descriptions": ["Είδος με περιγραφή"],
        "measurementUnit": "Τεμάχια",
        "measurementUnitCode": 1,
        "quantity": 2,
        "unitPrice": 12.5,
        "netTotal": 25.0,
        "vatTotal": 6.0,
        "total": 31.0,
        "vatCategory": "24%",
        "vatCategoryCode": 1,
        "isInformative": False,
        "recordTypeCode": 0,
        "incomeClassification": {
            "classificationTypeCode": "E3_561_001",
            "classificationCategoryCode": "category1_1",
        },
    }
    data = json.dumps({"series": "A", "details": [line] * 1_000}, ensure_ascii=False).encode()
    assert read_document(data) == Document.model_validate_json(data)
    # Measured at 1.6; the limit only catches one more pass over everything.
    assert _quickest(read_document, data) < 4 * _quickest(Document.model_validate_json, data)


def _quickest(read_with, data, tries=9):
    times = []
    for _ in range(tries):
        start = time.process_time()
        read_with(data)
        times.append(time.process_time() - start)
    return min(times)
