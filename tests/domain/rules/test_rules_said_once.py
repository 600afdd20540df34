"""One mistake is told once, where it is, and not by what follows from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.domain.composition import compose
from tests.domain.rules.papers import broken

D = Decimal
ONE_MISTAKE = [
    ("delivery note", {"counterParty.registeredName": ""}, "counterparty_name_missing"),
    ("invoice", {"counterParty.address.countryCode": "EL"}, "country_is_a_vat_prefix"),
    ("invoice", {"details[0].allowancesCharges[0].amount": D("20.01")}, "allowance_above_line"),
    ("credit", {"details[0].unitPrice": D(-1)}, "amount_negative"),
    ("service", {"taxes[0].taxTypeCode": 5, "taxes[0].taxAmount": D("20.01")}, "tax_above_net"),
    (
        "title",
        {
            "details[0].expensesClassifications[0].classificationCategoryCode": "category2_3",
            "details[0].expensesClassifications[0].classificationTypeCode": "E3_585_016",
        },
        "classification_amount_missing",
    ),
]


@pytest.mark.parametrize(("kind", "changes", "code"), ONE_MISTAKE, ids=[code for *_, code in ONE_MISTAKE])
def test_one_mistake_is_told_once(kind, changes, code, around):
    assert [problem.code for problem in compose(broken(kind, changes), around).problems] == [code]


def test_lines_left_from_another_type_are_told_once_on_a_pos_receipt(around):
    left = {"details[0].descriptions[0]": "Καφές", "details[0].quantity": D(3), "details[0].netTotal": D(0)}
    left |= {"details[0].measurementUnitCode": 1, "details[0].vatCategoryCode": 8}
    problems = compose(broken("receipt of a card", left), around).problems
    assert [p.code for p in problems if p.code in ("quantity_not_of_type", "lines_not_of_type")] == [
        "lines_not_of_type"
    ]


def test_withheld_and_deducted_may_leave_nothing_to_pay_but_no_less(around):
    for second, code in ((D("4.80"), []), (D("4.81"), ["gross_negative"])):
        taken = {"taxes[0].taxTypeCode": 5, "taxes[0].taxAmount": D(20)}
        taken |= {"taxes[1].taxTypeCode": 5, "taxes[1].taxAmount": second}
        assert [p.code for p in compose(broken("service", taken), around).problems] == code


def test_zeros_are_nobody_unless_the_receiver_is_not_obliged(around):
    nobody = {"counterParty.vat": "000000000"}
    assert [p.code for p in compose(broken("service", nobody), around).problems] == ["counterparty_is_nobody"]
    unobliged = nobody | {"nonObligatedRecipient": True}
    assert compose(broken("service", unobliged), around).problems == ()
