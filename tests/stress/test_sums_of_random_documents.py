"""Random documents through reader, totals and writer; the sums against a straightforward calculation."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.writer import write_document
from tests.stress import papers
from tests.stress.straight import (
    TAXES,
    Expected,
    Rates,
    cents,
    check_shares,
    exact,
    exchange_rate,
    expected_sums,
)

ALWAYS = {"totalNetAmount", "totalVATAmount", "totalGrossValue", "totalPayableAmount"}


@pytest.fixture(scope="session")
def rates(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Rates:
    return Rates(tables)


@settings(phases=(Phase.generate, Phase.shrink))
@given(document=papers.documents, spell=papers.spellings, as_texts=st.booleans())
def test_a_document_comes_to_what_a_straight_pass_over_its_file_comes_to(
    around: Surroundings, rates: Rates, document: dict[str, Any], spell: Callable[[str], str], as_texts: bool
) -> None:
    read = read_document(papers.as_file(document, spell, as_texts=as_texts))
    composition = compose(read, around)
    nets = [line.net for line in composition.lines]
    check_shares(document, nets)
    expected = expected_sums(document, rates, nets)
    written = write_document(composition.document)
    told = json.loads(written, parse_float=Decimal, parse_int=Decimal)
    check_sums(told, document, expected)
    check_lines(told, document, expected)
    check_rest(told, composition, expected)
    check_twins(told, document, expected)
    assert told.get(papers.UNKNOWN) == document.get(papers.UNKNOWN)
    assert write_document(read_document(written)) == written
    if composition.tally.filled == len(composition.lines):
        # Blank lines are not sent; once completed they would be blank no more.
        again = compose(read_document(written), around)
        assert again.summaries == composition.summaries
        assert not [p for p in again.problems if p.path.startswith("summaries")]
        assert [line.net for line in again.lines] == nets
        assert write_document(again.document) == written


@settings(phases=(Phase.generate, Phase.shrink))
@given(document=papers.documents_beyond_measure)
def test_figures_beyond_all_measure_are_added_up_and_told(
    around: Surroundings, document: dict[str, Any]
) -> None:
    composition = compose(read_document(papers.as_file(document, str, as_texts=False)), around)
    assert composition.has_errors
    assert write_document(composition.document)


def check_sums(told: dict[str, Any], document: dict[str, Any], expected: Expected) -> None:
    """The sums as written; one that is nought and was not in the file may be left out."""
    for name, amount in expected.summaries.items():
        shown = told["summaries"].get(name)
        if shown is None:
            assert amount == 0, name
            assert name not in ALWAYS | document.get("summaries", {}).keys()
        else:
            assert shown == amount, name


def check_lines(told: dict[str, Any], document: dict[str, Any], expected: Expected) -> None:
    """Each line's amounts: as given, net and VAT to the cent, else as worked out."""
    for line, given_line, sums in zip(
        told.get("details", ()), document.get("details", ()), expected.lines, strict=True
    ):
        assert (line["netTotal"], line["vatTotal"]) == (sums.net, sums.vat)
        assert line["total"] == given_line.get("total", sums.total)
        for tax, name in TAXES.items():
            shown = line.get(f"{name}Amount")
            assert given_line.get(f"{name}Amount", sums.taxes[tax]) == (shown or 0), name


def check_rest(told: dict[str, Any], composition: Composition, expected: Expected) -> None:
    """Document taxes, payments and the VAT analysis."""
    assert list(composition.tax_amounts) == expected.taxes
    assert list(composition.payment_amounts) == expected.payments
    rows = {row["percentage"]: (row["underlyingValue"], row["vatAmount"]) for row in told["vatAnalysis"]}
    assert rows == expected.analysis
    assert len(told["vatAnalysis"]) == len(rows)


def check_twins(told: dict[str, Any], document: dict[str, Any], expected: Expected) -> None:
    """The amounts in the document's own currency: each turned by itself, their sums sums of those."""
    rate = exchange_rate(document)
    if rate is None:
        assert not [name for name in told["summaries"] if name.endswith("AC")]
        return
    for name, amount in expected.twins.items():
        if name in told["summaries"]:
            assert told["summaries"][f"{name}AC"] == amount, name
    for line in told.get("details", ()):
        assert line["netTotalAC"] == cents(exact(line["netTotal"], rate))
        assert line["vatTotalAC"] == cents(exact(line["vatTotal"], rate))
    paid = [method["amount"] for method in told.get("paymentDetails", {}).get("paymentMethods", ())]
    if paid and sum(paid) == told["summaries"]["totalGrossValue"] > 0:
        turned = [method["amountAC"] for method in told["paymentDetails"]["paymentMethods"]]
        assert sum(turned) == expected.twins["totalGrossValue"]
