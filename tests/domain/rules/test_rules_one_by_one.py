"""Each rule broken once, and its neighbour that is not; the catalogue says what its rules tell."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.catalogue import DOCUMENT_RULES, LINE_RULES, checks_with, what_lines_see
from einvoice_desktop.domain.rules.rule import Tells
from einvoice_desktop.domain.rules.surroundings import Sums
from einvoice_desktop.paths import resource
from tests.domain.rules.cases import CASES
from tests.domain.rules.papers import PAPERS, broken, paper


def told(document, around):
    return {(p.path, p.code, p.authority_code, str(p.severity)) for p in compose(document, around).problems}


@pytest.mark.parametrize(
    ("kind", "changes", "path", "code", "authority", "severity"),
    CASES,
    ids=[f"{kind}-{code}-{path}" for kind, _, path, code, _, _ in CASES],
)
def test_what_is_broken_is_told_at_its_field_and_its_neighbour_is_sound(
    kind, changes, path, code, authority, severity, around
):
    assert (path, code, authority, severity) in told(broken(kind, changes), around)
    assert told(paper(kind), around) == set()


def told_by_each(document, around):
    """What every rule tells of a document, each by itself: rule, problem."""
    composition = compose(document, around)
    sums = Sums(
        composition.tally,
        composition.tax_amounts,
        composition.payment_amounts,
        composition.summaries,
        composition.own.unshared,
    )
    for rule in DOCUMENT_RULES:
        for problem in rule.check(document, sums, around):
            yield rule, problem
    for line in composition.composed_lines:
        for rule in LINE_RULES:
            for problem in rule.check(line.detail, line.amounts, document, around):
                yield rule, problem


def tells_of(problem: Problem) -> Tells:
    return Tells(re.sub(r"\[\d+\]", "[]", problem.path), problem.code, problem.authority_code)


def declared(rule):
    """What a rule tells, with the certainty of each."""
    return {entry._replace(certainty=None): entry.certainty or rule.certainty for entry in rule.tells}


@pytest.fixture(scope="module")
def everything(around):
    documents = [broken(kind, changes) for kind, changes, *_ in CASES]
    places = (around, replace(around, sealing=True))
    return [pair for document in documents for place in places for pair in told_by_each(document, place)]


def test_every_rule_tells_only_what_the_catalogue_says_of_it(everything):
    undeclared = {(rule.name, tells_of(p)) for rule, p in everything if tells_of(p) not in declared(rule)}
    assert undeclared == set()


def test_every_sentence_of_every_rule_is_told_by_some_broken_paper(everything):
    seen = {(rule.check, problem.code, problem.authority_code) for rule, problem in everything}
    # These need more than one line, other books, or a whole file: they have tests of their own.
    apart = {
        *("series_looks_alike", "fuel_services_repeated", "fuel_services_above_fuel"),
        "cancel_not_one_line",
    }
    missing = {
        (rule.name, tells.code, tells.authority)
        for rule in (*DOCUMENT_RULES, *LINE_RULES)
        for tells in rule.tells
        if (rule.check, tells.code, tells.authority) not in seen and tells.code not in apart
    }
    assert missing == set()


def test_what_is_not_certain_never_stops_an_issue(everything):
    stopping = {
        (rule.name, p.code) for rule, p in everything if p.is_error and declared(rule)[tells_of(p)] != "high"
    }
    assert stopping == set()


def test_what_is_certain_stops_an_issue_somewhere(everything):
    """Where a column of the types' table is certain too."""
    stopping = {(rule.check, p.code, p.authority_code) for rule, p in everything if p.is_error}
    idle = {
        (rule.name, tells.code)
        for rule in (*DOCUMENT_RULES, *LINE_RULES)
        for tells in rule.tells
        if (tells.certainty or rule.certainty) == "high"
        and (rule.check, tells.code, tells.authority) not in stopping
    }
    # They need a second line, have tests of their own, or stop in production alone.
    assert idle == {
        ("total_cancel", "cancel_not_one_line"),
        ("fuel_lines", "fuel_services_repeated"),
        ("vat_numbers", "vat_number_check_digit"),
    }


def test_rules_on_lines_look_at_nothing_of_the_document_but_what_they_may(around):
    """What the window leaves alone when the head changes must not depend on it."""
    for kind, changes, *_ in CASES:
        document = broken(kind, changes)
        if not document.details:
            continue
        names = (
            *("invoice_type_code", "document_type_code", "special_invoice_category", "is_fuel_invoice"),
            *("is_delivery_note", "self_pricing", "total_cancel_delivery_orders", "details"),
        )
        bare = type(document)(**{name: getattr(document, name) for name in names})
        assert what_lines_see(bare) == what_lines_see(document)
        whole, alone = compose(document, around), compose(bare, around)
        if document.allowances_charges:
            continue
        assert [line.problems for line in whole.composed_lines] == [
            line.problems for line in alone.composed_lines
        ]


def test_a_rule_that_is_not_asked_of_a_line_has_nothing_to_say_of_it(around):
    """Rules that look at certain members only are passed by where a line has none of them."""
    passed_by = set()
    for kind, changes, *_ in CASES:
        composition = compose(broken(kind, changes), around)
        for line in composition.composed_lines:
            asked = checks_with(frozenset(line.detail.model_fields_set))
            for rule in LINE_RULES:
                if rule.check not in asked:
                    passed_by.add(rule.check)
                    assert [*rule.check(line.detail, line.amounts, composition.source, around)] == []
    assert passed_by == {rule.check for rule in LINE_RULES if rule.only_with}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_no_published_sample_has_an_error(number, around):
    document = read_document(resource(f"samples/published/3.1-{number}.json").read_bytes())
    assert [p for p in compose(document, around).problems if p.severity is Severity.ERROR] == []


def test_every_kind_of_paper_is_broken_somewhere():
    assert {kind for kind, *_ in CASES} == set(PAPERS)


def codes_of(document, around):
    return {p.code: p.severity for p in compose(document, around).problems}


def test_other_charges_beside_fuel_stand_on_one_line_and_are_not_above_it(around):
    fuel = paper("fuel")
    line = fuel.details[0]
    charge = line.model_copy(update={"fuel_code": 999, "unit_price": line.unit_price / 4})
    unpaid = replace_value(fuel, "paymentDetails.paymentMethods[0].amount", None)

    def with_lines(*lines):
        return unpaid.with_member("details", lines)

    assert codes_of(with_lines(line, charge), around) == {}
    twice = codes_of(with_lines(line, charge, charge), around)
    assert twice == {"fuel_services_repeated": Severity.ERROR}
    dear = charge.with_member("unit_price", line.unit_price * 2)
    assert codes_of(with_lines(line, dear), around) == {"fuel_services_above_fuel": Severity.ERROR}


def test_a_total_cancel_has_one_line(around):
    cancel = paper("cancel of orders")
    two = cancel.with_member("details", cancel.details * 2)
    assert codes_of(two, around) == {"cancel_not_one_line": Severity.ERROR}


def test_what_is_sent_is_of_today(around):
    sealing = replace(around, sealing=True)
    yesterday = "2026-11-20"
    late = broken("invoice", {"dateIssued": yesterday})
    assert codes_of(late, sealing) == {"date_not_today": Severity.ERROR}
    gone = broken("delivery note", {"distributionDetails.dispatchDate": yesterday})
    assert codes_of(gone, sealing) == {"dispatch_date_past": Severity.ERROR}
    assert codes_of(broken("invoice", {"dateIssued": yesterday, "isDelayedCode": 1}), sealing) == {}


def test_a_series_that_looks_like_another_is_told(around):
    books = replace(around, known_series=frozenset({"Α"}))
    assert codes_of(paper("invoice"), books) == {"series_looks_alike": Severity.WARNING}


def test_a_complex_transaction_may_go_to_any_country(around):
    """Special category 5: sold here, delivered abroad, or the other way about."""
    abroad = {"counterParty.address.countryCode": "US", "counterParty.vat": "US1"}
    assert "counterparty_not_greek" in codes_of(broken("invoice", abroad), around)
    assert codes_of(broken("invoice", abroad | {"specialInvoiceCategory": 5}), around) == {}


@pytest.mark.parametrize("mark", ["isInformative", "isHidden"])
def test_of_a_line_that_is_not_told_only_the_codes_count(mark, around):
    """Beside it stands a line that is."""
    line = paper("invoice").details[0]
    both = paper("invoice").with_member("details", (line, line))
    unpaid = replace_value(both, "paymentDetails.paymentMethods[0].amount", None)
    aside = replace_value(unpaid, f"details[1].{mark}", True)
    assert codes_of(aside, around) == {}
    for path, value in (("quantity", Decimal(0)), ("vatCategoryCode", 8), ("taricNo", "1")):
        assert codes_of(replace_value(aside, f"details[1].{path}", value), around) == {}
    unknown = replace_value(aside, "details[1].measurementUnitCode", 99)
    assert codes_of(unknown, around) == {"code_unknown": Severity.ERROR}


def test_a_document_to_the_state_may_say_so_by_number(around):
    """The provider takes the names of its list by their place in it too."""
    assert codes_of(broken("to the State", {"documentTypeCode": "6"}), around) == {}
    assert "field_missing" in codes_of(broken("invoice", {"documentTypeCode": "6"}), around)
