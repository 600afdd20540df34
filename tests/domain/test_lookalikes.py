"""Letters that look alike: a series of two alphabets, or one that looks like another, is warned about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.lookalikes import look_alikes, scripts, skeleton
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings


@pytest.fixture(scope="module")
def around(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Surroundings:
    return Surroundings(CodeTables(tables.__getitem__), "2026-11-21")


def said(series: str, around: Surroundings) -> list[tuple[str, str, bool]]:
    document = read_document(b"{}").with_member("series", series)
    return [
        (p.path, p.code, p.is_error)
        for p in compose(document, around).problems
        if p.code in ("series_mixed_letters", "series_looks_alike")
    ]


@pytest.mark.parametrize(
    ("series", "mixed"),
    [
        ("A", False),
        ("Α", False),
        ("ΤΔΑ", False),
        ("TDA-1", False),
        ("ΤΔA", True),
        ("Tα", True),
        ("А1Α", True),
    ],
)
def test_letters_of_two_alphabets_in_one_series(series: str, mixed: bool, around: Surroundings) -> None:
    assert said(series, around) == [("series", "series_mixed_letters", False)] * mixed


@pytest.mark.parametrize(
    ("series", "known", "alike"),
    [
        ("A", {"Α"}, ["Α"]),
        ("Α", {"A", "B"}, ["A"]),
        ("ΤΙΜ", {"TIM"}, ["TIM"]),
        ("TIM", {"TIM"}, []),
        ("A", {"B", "ΤΔΑ"}, []),
        ("A", {"a"}, []),
    ],
)
def test_a_series_that_looks_like_another(
    series: str, known: set[str], alike: list[str], around: Surroundings
) -> None:
    assert look_alikes(series, frozenset(known)) == alike
    found = said(series, replace(around, known_series=frozenset(known)))
    assert found == [("series", "series_looks_alike", False)] * bool(alike)


def test_every_capital_that_both_alphabets_share_has_one_skeleton() -> None:
    assert skeleton("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ") == skeleton("АВЕZНІКМNОРТУХ") == "ABEZHIKMNOPTYX"
    assert scripts("Aα1-Ж") == ("LATIN", "GREEK", "CYRILLIC")
