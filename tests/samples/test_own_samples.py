"""Our own samples: one of every type and speciality, as the writer writes, without problems, accepted."""

from __future__ import annotations

import re
from typing import Any

import pytest

from einvoice_desktop import paths
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from tests.samples.conftest import EVERY, OWN, Counter, of_today
from tests.two_minds.facts import TYPES

_PARTIES = ("issuer", "counterParty", "recipient", "transporter", "sender")
NOBODY = "000000000"


def test_there_is_a_sample_of_every_type() -> None:
    assert {sample.type_code for sample in OWN.values()} == set(TYPES)
    assert len(OWN) >= 40


def test_index_and_files_agree(index: Any) -> None:
    folder = paths.resource("samples/own")
    assert sorted(file.stem for file in folder.glob("*.json")) == sorted(OWN)
    assert len({group["group"] for group in index}) == len(index)
    assert len({sample.name for sample in EVERY}) == len(EVERY)


def test_the_published_ones_stand_apart() -> None:
    assert [sample.is_published for sample in EVERY] == [True] * 5 + [False] * len(OWN)


@pytest.mark.parametrize("name", OWN)
def test_the_file_is_as_the_writer_writes_it_and_of_the_type_that_the_index_says(name: str) -> None:
    sample = OWN[name]
    document = read_document(sample.data)
    assert write_document(document, indent=2).rstrip(b"\n") == sample.data.rstrip(b"\n")
    assert document.invoice_type_code == sample.type_code
    assert (document.number, document.date_issued) == (None, None)


@pytest.mark.parametrize("name", OWN)
def test_nobody_in_it_is_real_and_every_greek_number_passes_its_check_digit(name: str) -> None:
    document = read_document(OWN[name].data)
    for party in filter(None, (get_value(document, path) for path in _PARTIES)):
        if str(party.vat or "").startswith("EL"):
            digits = bare_vat(party.vat)
            assert digits == NOBODY or (digits.startswith("99999") and afm_is_valid(digits))
        for mail in party.emails or ():
            assert mail.endswith(".example")
        for phone in party.phones or ():
            assert re.fullmatch(r"2\d{3}000\d{3}", phone)


@pytest.mark.parametrize("name", OWN)
def test_it_refers_only_to_samples_and_only_where_it_names_a_mark(name: str) -> None:
    document = read_document(OWN[name].data)
    for path, first in OWN[name].first:
        assert first in OWN
        assert re.fullmatch(r"40000999\d{7}", str(get_value(document, path)))


@pytest.mark.parametrize("name", OWN)
def test_it_has_no_problem_but_those_that_the_index_names(name: str, codes: CodeTables) -> None:
    problems = of_today(OWN[name], codes, {}).problems
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    assert sorted({problem.code for problem in problems}) == sorted(OWN[name].warnings)


@pytest.mark.parametrize("name", OWN)
def test_the_practice_provider_takes_it_and_gives_a_mark(name: str, counter: Counter) -> None:
    answer = counter.issue(name)
    assert (answer.status, answer.codes) == (201, frozenset()), answer.message
    assert answer.mark
