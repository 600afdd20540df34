"""Every published message of a refusal lands on the field that it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop import bootstrap
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.provider.envelope import Envelope, read_envelope
from einvoice_desktop.provider.refusals import AUTHORITY_PATHS, problems_of

# The list of api 7 as it is published there, with what 3.1 adds. {field} is filled in.
PUBLISHED = {
    101: ("XML syntax", ""),
    102: ("VAT not an active corporation", "counterParty.vat"),
    103: ("pass mark", "correlatedInvoices"),
    104: ("requested invoice not found", "correlatedInvoices"),
    201: ("author VAT not the user's", "issuer.vat"),
    202: ("invalid Greek VAT 094014201", "issuer.vat"),
    203: ("gross value does not match net plus taxes", "summaries.totalGrossValue"),
    204: ("movePurpose mandatory for this type", "distributionDetails.movePurposeCode"),
    205: ("counterpart forbidden for this type", "counterParty"),
    206: ("technical error for a line: invoice line: 2", "details[1]"),
    207: ("sum of line net values <> total net", "summaries.totalNetAmount"),
    208: ("sum of line gross <> total gross", "summaries.totalGrossValue"),
    209: ("sum of line VAT <> total VAT", "summaries.totalVATAmount"),
    210: ("sum of line withheld <> total withheld", "summaries.totalWithheldAmount"),
    211: ("exchange rate must be > 0 when not euro", "paymentDetails.exchangeCurrencyRate"),
    212: ("AA must be a positive number for a Greek issuer", "number"),
    213: ("vatAmount must be 0 for this type, invoice line: 1", "details[0].vatTotal"),
    214: ("selfPricing must be sent only if true", "selfPricing"),
    215: ("VAT category must be 8 for this type, invoice line: 4", "details[3].vatCategoryCode"),
    216: ("VAT category must not be 8 for this type", "details"),
    217: ("vatCategory 7 needs vatExemptionCategory, invoice line: 3", "details[2].vatExemptionCategoryCode"),
    218: ("VAT amount must be 0 for this type; invoice line: 1", "details[0].vatTotal"),
    219: ("issuer name forbidden for Greek issuer", "issuer.registeredName"),
    220: ("counterpart name forbidden for Greek counterpart", "counterParty.registeredName"),
    221: ("withheldAmount forbidden for lines with invoiceDetailType 2, line 2", "details[1].withheldAmount"),
    222: ("quantity must be > 0, invoice line: 12", "details[11].quantity"),
    229: ("VAT amount deviation. invoice line: 3", "details[2].vatTotal"),
    238: ("IssueDate is invalid, it must be equal with current date", "dateIssued"),
    280: ("DispatchDate must be greater or equal with current date", "distributionDetails.dispatchDate"),
    289: ("counterparty VAT must be 000000000", "counterParty.vat"),
}


def problems(sealed: SealedDocument, value: object) -> tuple[Problem, ...]:
    envelope = read_envelope(value if isinstance(value, bytes) else json.dumps(value).encode())
    assert envelope is not None
    return problems_of(envelope, sealed)


def only(sealed: SealedDocument, value: object) -> Problem:
    found = problems(sealed, value)
    assert len(found) == 1
    return found[0]


def ways_to_say(code: int, words: str) -> dict[str, object]:
    error = f"<message>{escape(words)}</message><code>{code}</code>"
    xml = f"<ResponseDoc><response><errors><error>{error}</error></errors></response></ResponseDoc>"
    prefix = "Aade Validation Error"
    return {
        "a list of pairs": {"success": False, "myDataErrors": [{"key": code, "value": words}]},
        "pairs in other casing": {"MyDataErrors": [{"Key": str(code), "Value": words}]},
        "codes and messages": {"message": prefix, "errors": [{"code": code, "message": words}]},
        "the number before the words": {"message": f"{prefix}: {code}: {words}"},
        "the number in brackets": {"errorMessage": f"{prefix}: [{code}] {words}"},
        "XML in a member": {"message": prefix, "myDataResponse": xml},
        "XML in the message": {"message": f"{prefix}: {xml}"},
        "XML alone": xml.encode(),
    }


@pytest.mark.parametrize("code", PUBLISHED)
def test_an_authority_code_lands_on_its_field(code: int, sealed: SealedDocument) -> None:
    words, path = PUBLISHED[code]
    for how, value in ways_to_say(code, words).items():
        problem = only(sealed, value)
        assert (problem.path, problem.code) == (path, f"authority_{code}"), how
        assert problem.authority_code == str(code), how
        assert words in problem.params["message"], how
        assert problem.is_error


@pytest.mark.parametrize("code", PUBLISHED)
def test_a_listed_code_says_what_it_is_and_what_to_do_in_both_languages(code: int) -> None:
    messages, catalogue = bootstrap.open_messages(), bootstrap.load_messages()
    words, _ = PUBLISHED[code]
    for language in ("el", "en"):
        said = messages.sentence(f"authority_{code}", {"message": words}, language)
        remedy = catalogue[f"remedy_{code}"][language]
        assert said.startswith(f"{code} – ")
        assert f" – {remedy} – {words}" in said


@pytest.mark.parametrize("code", sorted(set(PUBLISHED) - {103, 204, 205, 213, 222}))
def test_an_authority_message_without_its_number_is_known_by_its_words(
    code: int, sealed: SealedDocument
) -> None:
    words, path = PUBLISHED[code]
    problem = only(sealed, {"success": False, "message": f"Aade Validation Error: {words}"})
    assert (problem.path, problem.code) == (path, f"authority_{code}")


@pytest.mark.parametrize(
    ("message", "path", "code"),
    [
        ("Email recipient is mandatory for sendmethod E", "additionalDetails.accountingDepartmentEmails",
         "provider_email_recipient_missing"),
        ("Mobile recipient is mandatory for sendmethod M", "additionalDetails.customerCellNumbers",
         "provider_recipient_missing"),
        ("Summaries section is mandatory", "summaries", "provider_summaries_missing"),
        ("Authentication failed", "issuer.vat", "provider_authentication_failed"),
        ("CpvCode must always be filled on lines, line 2", "details[1].cpvCode", "provider_cpv_missing"),
        ("invoiceTypeCode must hold a predefined AADE value", "invoiceTypeCode", "provider_code_unknown"),
        ("paymentMethodTypeCode must hold a predefined AADE value", "paymentDetails.paymentMethods",
         "provider_code_unknown"),
        ("Counterparty VAT must be 8 or 9 digits", "counterParty.vat", "provider_vat_length"),
        ("ProviderSignature was not generated from that PosInput", "paymentDetails.paymentMethods",
         "provider_pos_signature"),
        ("Correlated invoice was not found", "correlatedInvoices", "provider_correlated_not_found"),
        ("Something nobody has seen yet", "", "provider_refused"),
        ("", "", "provider_refused"),
    ],
)  # fmt: skip
def test_the_providers_own_messages(message: str, path: str, code: str, sealed: SealedDocument) -> None:
    problem = only(sealed, {"success": False, "message": message})
    assert (problem.path, problem.code, problem.params) == (path, code, {"message": message})


def test_several_faults_are_several_problems_and_none_is_told_twice(sealed: SealedDocument) -> None:
    fault = {"key": 229, "value": "VAT amount deviation, invoice line: 1"}
    found = problems(
        sealed,
        {"message": "Aade Validation Error", "myDataErrors": [fault, fault, {"key": 999, "value": "new"}],
         "errors": ["CpvCode is empty, line: 3", 7, None, ["x"]]},
    )  # fmt: skip
    assert [(p.path, p.code, p.authority_code) for p in found] == [
        ("details[0].vatTotal", "authority_229", "229"),
        ("", "provider_refused", "999"),
        ("details[2].cpvCode", "provider_cpv_missing", ""),
        ("", "provider_refused", ""),
    ]


def test_the_same_fault_told_in_three_ways_is_one_problem(sealed: SealedDocument) -> None:
    words = "invoice line: 1: VAT amount 24.00 deviates from 12.00"
    value = ways_to_say(229, words)["XML in a member"]
    assert isinstance(value, dict)
    prefixed = f"Aade Validation Error: {words}"
    value |= {"message": prefixed, "errors": [words, prefixed]}
    value |= {"myDataErrors": [{"key": 229, "value": words}]}
    problem = only(sealed, value)
    assert (problem.path, problem.code) == ("details[0].vatTotal", "authority_229")


def test_a_code_without_words_takes_the_answers_words(sealed: SealedDocument) -> None:
    problem = only(sealed, {"message": "Aade says no", "myDataErrors": [{"key": 207, "value": None}]})
    assert (problem.path, problem.params) == ("summaries.totalNetAmount", {"message": "Aade says no"})


@pytest.mark.parametrize(
    ("message", "path", "code"),
    [
        ("taxes[0].taxAmount 5.00 does not match its category", "taxes[0].taxAmount", "authority_229"),
        ("Counterpart vatNumber is mandatory for invoice type 2.1", "counterParty.vat", "authority_204"),
        ("issuer country must be GR", "issuer.address.countryCode", "authority_213"),
        ("paymentMethods is mandatory for counterpart", "paymentDetails.paymentMethods", "authority_204"),
    ],
)  # fmt: skip
def test_words_that_name_a_place_win(message: str, path: str, code: str, sealed: SealedDocument) -> None:
    number = int(code.removeprefix("authority_"))
    problem = only(sealed, {"myDataErrors": [{"key": number, "value": message}]})
    assert (problem.path, problem.code) == (path, code)


@pytest.mark.parametrize(
    ("message", "path", "code"),
    [
        ("issuer.vat must be 8 or 9 digits for country GR", "issuer.vat", "provider_vat_length"),
        ("details[2].vatCategoryCode 77 is not a predefined value", "details[2].vatCategoryCode",
         "provider_code_unknown"),
        ("Details[2].VatCategoryCode is mandatory", "details[2].vatCategoryCode", "provider_field_missing"),
        ("dateIssued is not a valid date", "dateIssued", "provider_field_invalid"),
        ("counterParty is mandatory", "counterParty", "provider_field_missing"),
        ("Number of attempts exceeded", "", "provider_refused"),
    ],
)  # fmt: skip
def test_the_provider_names_a_member_itself(
    message: str, path: str, code: str, sealed: SealedDocument
) -> None:
    problem = only(sealed, {"success": False, "message": message})
    assert (problem.path, problem.code) == (path, code)


def test_a_framework_that_names_the_member_is_believed(sealed: SealedDocument) -> None:
    value = {
        "type": "about:blank",
        "title": "One or more validation errors occurred.",
        "status": 400,
        "errors": {
            "Issuer.Vat": ["The Vat field is required."],
            "$.details[0].unitPrice": ["The JSON value could not be converted."],
            "Summaries.VATTotal": ["?"],
            "document": ["The document field is required."],
        },
    }
    assert [problem.path for problem in problems(sealed, value)] == [
        "issuer.vat",
        "details[0].unitPrice",
        "summaries.vatTotal",
        "",
    ]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("invalid Greek VAT 090000045", "counterParty.vat"),
        ("invalid Greek VAT 094014201", "issuer.vat"),
        ("invalid Greek VAT of the issuer", "issuer.vat"),
        ("invalid Greek VAT", "counterParty.vat"),
    ],
)
def test_a_vat_number_is_the_partys_whose_it_is(words: str, path: str, sealed: SealedDocument) -> None:
    assert only(sealed, {"myDataErrors": [{"key": 202, "value": words}]}).path == path


def test_every_code_we_name_is_one_of_the_authoritys(tables: Mapping[str, Any]) -> None:
    known = {int(row["code"]) for row in tables["error_codes"]}
    assert known.issuperset(AUTHORITY_PATHS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
members = st.sampled_from(
    ["success", "message", "mark", "uid", "myDataErrors", "errors", "errorMessage", "series", "url", "title"]
)


@given(st.dictionaries(members, json_values) | json_values)
def test_whatever_comes_is_read_as_plain_text_or_not_at_all(value: object) -> None:
    check_plain(read_envelope(json.dumps(value).encode()))


@given(st.binary(max_size=300))
def test_whatever_bytes_come_nothing_breaks(body: bytes) -> None:
    check_plain(read_envelope(body))


def check_plain(envelope: Envelope | None) -> None:
    if envelope is None:
        return
    texts = [envelope.message, *(fault.text for fault in envelope.faults)]
    told = [getattr(envelope.receipt, name) for name in type(envelope.receipt).__slots__]
    texts += [value for value in told if value is not False]
    for text in texts:
        assert text.isprintable()
        assert len(text.encode()) <= 4 * 2000
    assert envelope.receipt.mark == "" or re.fullmatch(r"\d{1,19}", envelope.receipt.mark, re.ASCII)
