"""A VAT number is asked of the right registry, and what it found stands beside what was typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.registry import RegistrySource, VatAnswer
from einvoice_desktop.app.vat_check import compare, question_of
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.identifiers import union_vat_is_valid

GREEK, UNION = RegistrySource.GREEK, RegistrySource.UNION
CODES = bootstrap.open_codes()
RIGHT = {
    "AT": "ATU13585627",
    "BE": "BE0428759497",
    "BG": "BG175074752",
    "CY": "CY10259033P",
    "CZ": "CZ25123891",
    "DE": "DE136695976",
    "DK": "DK13585628",
    "EE": "EE100931558",
    "GR": "EL094259216",
    "ES": "ESB58378431",
    "FI": "FI20774740",
    "FR": "FR40303265045",
    "HR": "HR33392005961",
    "HU": "HU12892312",
    "IE": "IE6433435F",
    "IT": "IT00743110157",
    "LT": "LT119511515",
    "LU": "LU15027442",
    "LV": "LV40003521600",
    "MT": "MT11679112",
    "NL": "NL004495445B01",
    "PL": "PL8567346215",
    "PT": "PT501964843",
    "RO": "RO18547290",
    "SE": "SE123456789701",
    "SI": "SI50223054",
    "SK": "SK2022749619",
    "XI": "XI980780684",
}
"""One number of every state whose check digit fits."""


@pytest.mark.parametrize("country", sorted(RIGHT))
def test_a_right_number_of_every_state_passes_and_a_mistyped_one_does_not(country: str) -> None:
    number, row = RIGHT[country], CODES.rows("eu_vat_formats")[country]
    assert union_vat_is_valid(number, str(row["vat_prefix"]), str(row["regex"]))
    assert not check_digit_is_wrong(number)
    place = max(place for place, character in enumerate(number) if character.isdigit())
    place = {"NL": 10, "SE": 11}.get(country, place)
    others = [
        number[:place] + digit + number[place + 1 :] for digit in "0123456789" if digit != number[place]
    ]
    assert sum(map(check_digit_is_wrong, others)) >= len(others) - 2


def test_every_state_of_the_union_is_known() -> None:
    assert set(RIGHT) == set(CODES.rows("eu_vat_formats"))


def test_what_no_state_gives_is_not_judged() -> None:
    for odd in ("", "DE", "US123456789", "DE12", "ΑΒ123456789", "DE" + "1" * 500):
        assert not check_digit_is_wrong(odd)


@pytest.mark.parametrize(
    ("typed", "country", "asked", "source"),
    [
        ("094014201", "", "EL094014201", GREEK),
        ("EL 094014201", "GR", "EL094014201", GREEK),
        ("GR094014201", "DE", "EL094014201", GREEK),
        ("de136695976", "", "DE136695976", UNION),
        ("136695976", "DE", "DE136695976", UNION),
        ("XI980780684", "GB", "XI980780684", UNION),
    ],
)
def test_the_number_says_which_registry_is_asked(
    typed: str, country: str, asked: str, source: RegistrySource
) -> None:
    question = question_of(typed, country, CODES)
    assert (question.vat, question.source) == (asked, source)


@pytest.mark.parametrize(
    ("typed", "country", "code"),
    [
        (" ", "GR", "vat_check_missing"),
        ("094014202", "GR", "vat_check_mistyped"),
        ("EL12345", "GR", "vat_check_mistyped"),
        ("DE136695975", "DE", "vat_check_mistyped"),
        ("US123456789", "US", "vat_check_elsewhere"),
        ("12345", "GR", "vat_check_elsewhere"),
    ],
)
def test_a_number_that_cannot_be_found_is_asked_of_nobody(typed: str, country: str, code: str) -> None:
    with pytest.raises(UserError) as told:
        question_of(typed, country, CODES)
    assert told.value.code == code
    for language in ("el", "en"):
        assert "{" not in bootstrap.open_messages().sentence(code, told.value.params, language)


def answer(**told: object) -> VatAnswer:
    return VatAnswer("EL094014201", True, GREEK, datetime(2026, 11, 21, tzinfo=UTC), **told)


def test_accents_case_and_dots_are_no_difference() -> None:
    typed = {"registeredName": "ΑΦΘΟΝΙΑ ΟΕ", "address.city": "Χαλκιδα"}
    rows = compare(
        answer(name="Αφθονία Ο.Ε.", city="Χαλκίδα", tax_office="Χαλκίδας"), lambda path: typed.get(path, "")
    )
    assert [(row.path, row.same) for row in rows] == [
        ("registeredName", True),
        ("taxOffice", False),
        ("address.city", True),
    ]


def test_a_name_that_the_authority_would_not_take_is_said() -> None:
    (row,) = compare(answer(name="Α" * 201), lambda _path: "")
    assert row.limit == 200
    (row,) = compare(answer(name="Α" * 200), lambda _path: "")
    assert row.limit == 0


def test_an_address_in_one_text_is_taken_apart_only_where_it_is_clear() -> None:
    def parts(address: str) -> dict[str, str]:
        return {row.path: row.found for row in compare(answer(address=address), lambda _path: "")}

    assert parts("Beispielstraße 12\n80331 München") == {
        "address.street": "Beispielstraße 12",
        "address.postal": "80331",
        "address.city": "München",
    }
    assert parts("Lieu-dit\n5 Rue X\nF-69002 Lyon 2")["address.street"] == "Lieu-dit, 5 Rue X"
    assert parts("1 High Street, Cork") == {"address.street": "1 High Street, Cork"}
    assert parts("1 High Street\nCork") == {"address.street": "1 High Street, Cork"}
