"""What cells mean: amounts, rates, VAT numbers and codes as people and programs write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop.app.importing.cells import ColumnReader, Meaning, plain_text, vat_note
from einvoice_desktop.app.importing.code_words import CodeWords
from einvoice_desktop.app.importing.targets import Subject, target_of
from einvoice_desktop.app.ports.sheets import Cell

VAT, RATE = "counterParty.vat", "details[0].vatCategoryCode"
PRICE, DISCOUNT = "details[0].unitPrice", "details[0].allowancesCharges[0].percentage"
UNIT = "details[0].measurementUnitCode"


@pytest.fixture
def read(codes: Any) -> Any:
    def read(path: str, *cells: Cell) -> list[Meaning]:
        target = target_of(Subject.DOCUMENTS, path)
        assert target is not None
        reader = ColumnReader(target, cells, "el", codes, CodeWords(codes))
        return [reader.read(cell) for cell in cells]

    return read


def values(found: Sequence[Meaning], path: str) -> list[object]:
    return [meaning.values.get(path) for meaning in found]


def codes_of(found: Sequence[Meaning]) -> list[str]:
    return [note.code for meaning in found for note in meaning.notes]


def test_a_vat_number_gets_back_the_nought_that_a_spreadsheet_took(read: Any) -> None:
    found = read(
        VAT, Decimal(94014201), "94014201", "EL 094014201", "ΕΛ094014201", "DE123456789", "000000000"
    )
    assert values(found, VAT) == ["094014201", "094014201", "EL094014201", "EL094014201", "DE123456789", None]
    assert codes_of(read(VAT, "ΙΔΙΩΤΗΣ")) == ["import_vat_unreadable"]
    assert values(read(VAT, "1234567"), VAT) == ["1234567"], "what does not check is left as it is"


def test_a_wrong_check_digit_is_a_warning() -> None:
    note = vat_note("123456789", "", VAT)
    assert note is not None
    assert not note.is_fault
    assert vat_note("094014201", "GR", VAT) is None
    assert vat_note("EL094014201", "", VAT) is None
    assert vat_note("DE136695976", "DE", VAT) is None
    assert vat_note("DE136695975", "DE", VAT) is not None


def test_amounts_are_read_as_the_whole_column_is_written(read: Any) -> None:
    assert values(read(PRICE, "1.234", "12,50 €", "(3)"), PRICE)[:2] == [Decimal(1234), Decimal("12.50")]
    assert values(read(PRICE, "1,234", "12.50"), PRICE) == [Decimal(1234), Decimal("12.50")]
    assert values(read(PRICE, Decimal("12.5"), None), PRICE) == [Decimal("12.5"), None]
    assert codes_of(read(PRICE, "δέκα", "-5")) == ["import_no_amount", "import_negative"]


def test_a_percentage_may_be_a_share_of_one(read: Any) -> None:
    assert values(read(DISCOUNT, Decimal("0.1"), Decimal("0.055")), DISCOUNT) == [Decimal(10), Decimal("5.5")]
    much = read(DISCOUNT, Decimal("0.5"), Decimal("0.1"))
    assert values(much, DISCOUNT) == [Decimal(50), Decimal(10)]
    assert codes_of(much) == ["import_share"], "it may be half a percent"
    assert values(read(DISCOUNT, Decimal(10), Decimal("0.5")), DISCOUNT) == [Decimal(10), Decimal("0.5")]
    assert values(read(DISCOUNT, "10 %", "5,5"), DISCOUNT) == [Decimal(10), Decimal("5.5")]
    assert codes_of(read(DISCOUNT, "120", "-1")) == ["import_no_percent"] * 2


def test_vat_may_be_a_rate_a_share_or_the_authoritys_category(read: Any) -> None:
    assert values(read(RATE, "24%", "ΦΠΑ 13%", "6", "0"), RATE) == [1, 2, 3, 7]
    assert values(read(RATE, Decimal("0.24"), Decimal("0.13"), Decimal(0)), RATE) == [1, 2, 7]
    assert values(read(RATE, Decimal(1), Decimal(2), Decimal(7)), RATE) == [1, 2, 7]
    assert values(read(RATE, Decimal(6), Decimal(24)), RATE) == [3, 1], "6 is a rate where others are"
    assert codes_of(read(RATE, "21%")) == ["import_vat_rate_unknown"]
    assert read(RATE, "24")[0].values["details[0].vatCategory"] == "24%"


@pytest.mark.parametrize(
    ("written", "code"), [("ΤΜΧ", 1), ("τεμ.", 1), ("Κιλά", 2), ("kg", 2), ("lt", 3), ("τ.μ.", 5), ("2", 2)]
)
def test_units_are_known_by_their_short_forms(read: Any, written: str, code: int) -> None:
    assert values(read(UNIT, written), UNIT) == [code]


def test_a_unit_that_the_authority_does_not_have_stays_a_text(read: Any) -> None:
    (found,) = read(UNIT, "ώρες")
    assert found.values == {"details[0].measurementUnit": "ώρες"}
    assert [(note.code, note.is_fault) for note in found.notes] == [("import_unit_unknown", False)]


def test_codes_go_by_number_or_by_words(read: Any) -> None:
    kinds = read("invoiceTypeCode", "1.1", Decimal("2.1"), "ΤΠΥ", "Τιμολόγιο Πώλησης")
    assert values(kinds, "invoiceTypeCode") == ["1.1", "2.1", "2.1", "1.1"]
    countries = read("counterParty.address.countryCode", "Ελλάδα", "DE", "Germany", "Ατλαντίδα")
    assert values(countries, "counterParty.address.countryCode") == ["GR", "DE", "DE", None]
    assert codes_of(countries) == ["import_code_unknown"]


def test_texts_keep_the_authoritys_limits(read: Any) -> None:
    assert codes_of(read("counterParty.registeredName", "α" * 201)) == ["text_too_long"]
    assert codes_of(read("counterParty.registeredName", "α" * 200, "  δύο\nγραμμές ")) == []
    assert codes_of(read("counterParty.registeredName", "α\x07β")) == ["bad_text"]


def test_numbers_that_are_codes_are_written_out() -> None:
    assert plain_text(Decimal("1E+2")) == "100"
    assert plain_text(Decimal("10431.0")) == "10431"
    assert plain_text(date(2026, 2, 1)) == "01/02/2026"
