"""The address of a document issued without a line, against the provider's published example (api 3)."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from einvoice_desktop.domain.offline_qr import (
    OfflineFacts,
    amount_text,
    offline_address,
    offline_facts,
    signature,
)
from einvoice_desktop.domain.reader import read_document

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
EXAMPLE = OfflineFacts(
    issuer_tin="EL118058830",
    customer_tin="EL987654321",
    customer_name="Πελάτης & Υιοί",
    invoice_type="1.1",
    series="ΤΔΑ",
    number="123",
    date_issued="20231010162042",
    total="124",
    net="100",
    vat="24",
    internal_id="1.2_ΤΔΑ_123",
)
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
DOCUMENT = """{"issuer": {"vat": "118058830", "address": {"countryCode": "GR"}},
 "counterParty": {"registeredName": "Πελάτης & Υιοί", "vat": "EL987654321", "address": {"countryCode": "GR"}},
 "invoiceTypeCode": "1.1", "series": "ΤΔΑ", "number": "123", "dateIssued": "2023-10-10T16:20:42",
 "distributionDetails": {"internalDocumentId": "1.2_ΤΔΑ_123"},
 "summaries": {"totalGrossValue": 124.00, "totalNetAmount": 100, "totalVATAmount": 24.0}}"""


def test_the_published_example() -> None:
    assert signature(EXAMPLE, KEY) == "92fea653224fd17d9b92a209f2cc9aacd300130f"


def test_a_document_tells_its_facts() -> None:
    assert offline_facts(read_document(DOCUMENT.encode()), NOW) == EXAMPLE


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('{"issuer": {"vat": "EL118058830"}}', {"issuer_tin": "EL118058830", "customer_tin": ""}),
        ('{"counterParty": {"vat": "000000000"}}', {"issuer_tin": "", "customer_tin": ""}),
        (
            '{"counterParty": {"vat": "DE811569869", "address": {"countryCode": "DE"}}}',
            {"customer_tin": "DE811569869"},
        ),
        (
            '{"counterParty": {"vat": "811569869", "address": {"countryCode": "DE"}}}',
            {"customer_tin": "DE811569869"},
        ),
        (
            '{"counterParty": {"vat": "12345678", "address": {"countryCode": "GR"}}}',
            {"customer_tin": "EL12345678"},
        ),
        ('{"counterParty": {"vat": " ", "address": {"countryCode": "GR"}}}', {"customer_tin": ""}),
        ("{}", {"date_issued": "20261121100000", "total": "0", "number": "", "internal_id": ""}),
        ('{"dateIssued": "2026-11-21T08:00:00Z"}', {"date_issued": "20261121100000"}),
        ('{"dateIssued": "2026-11-20"}', {"date_issued": "20261120000000"}),
    ],
)
def test_what_is_missing_or_foreign(text: str, facts: dict[str, str]) -> None:
    told = offline_facts(read_document(text.encode()), NOW)
    assert {name: getattr(told, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("124.00", "124"),
        ("124.50", "124.5"),
        ("0.05", "0.05"),
        ("100", "100"),
        ("0.00", "0"),
        ("1E+3", "1000"),
    ],
)
def test_amounts_lose_their_trailing_zeros(amount: str, text: str) -> None:
    assert amount_text(Decimal(amount)) == text


def test_greek_letters_and_marks_of_addresses_are_encoded_as_utf_8() -> None:
    odd = replace(EXAMPLE, series="Α/Β 1", customer_name="Α&Β=?#+ ΕΕ")
    address = offline_address(odd, "https://portal.example.com", KEY)
    assert "&series=%CE%91%2F%CE%92%201&" in address
    assert "&customerName=%CE%91%26%CE%92%3D%3F%23%2B%20%CE%95%CE%95&" in address
    assert "&customerTin=EL987654321&" in address
    assert "dateTransmitted" not in address


def test_a_customer_without_a_number_stands_empty_in_address_and_signature() -> None:
    nobody = replace(EXAMPLE, customer_tin="")
    assert "&customerTin=&" in offline_address(nobody, "https://portal.example.com", KEY)
    signed = f"EL118058830--ΤΔΑ-123-20231010162042-124-1.2_ΤΔΑ_123{KEY}".encode()
    assert signature(nobody, KEY) == hashlib.sha1(signed).hexdigest()


def test_the_address_tells_what_was_signed_and_never_the_key() -> None:
    address = offline_address(EXAMPLE, "https://einvoiceportaluat.impact.gr", KEY)
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.path) == (
        "https",
        "einvoiceportaluat.impact.gr",
        "/TransmissionFailure",
    )
    told = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    assert told["customerName"] == "Πελάτης & Υιοί"
    assert told["signature"] == signature(EXAMPLE, KEY)
    assert told["dateIssued"] == "20231010162042"
    assert parts.query.isascii()
    assert KEY not in address
    assert signature(replace(EXAMPLE, total="125"), KEY) != told["signature"]
