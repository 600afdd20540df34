"""Every problem that the rules can find leads to its field, tab, fold or row, and names it in words."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop import paths
from einvoice_desktop.app.drafting import Draft, edit_text
from einvoice_desktop.domain import rules
from einvoice_desktop.domain.document import B2GDetails, Document
from einvoice_desktop.domain.lines import AllowanceCharge, Classification, Detail
from einvoice_desktop.domain.movement import AdditionalDetails, DistributionDetails
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Summaries, Tax, Vat
from einvoice_desktop.gui.compose.outline_model import OutlineModel
from einvoice_desktop.gui.compose.problem_list import ProblemList
from einvoice_desktop.gui.compose.table_view import RowsView
from tests.domain.rules.cases import CASES
from tests.domain.rules.papers import broken
from tests.gui.compose.office import Office

D = Decimal
RAW = re.compile(r"[a-z][A-Z]|\w\[\d+\]|\w\.\w+\.|counterParty|Details\b")
RULES = Path(rules.__file__).parent
NO_CODES = {"forbidden", "series_looks_alike"}
"""A word of the rules that is a sentence's code too, by chance; what only books with more series tell."""


def codes_of_the_rules() -> set[str]:
    """Every code that stands in the rules: a short text in a call, or what `code` is set to."""
    found = set()
    for path in RULES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def document(**members: object) -> Document:
    return Document(**members)


def line(**members: object) -> Detail:
    return Detail(**{"descriptions": ("x",), "unit_price": D(10), "vat_category_code": 1, **members})


CATEGORY = Classification(classification_category_code="category1_1", classification_type_code="E3_561_001")
GREEK = Party(vat="EL094014201", registered_name="Α", address=Address(country_code="GR"), branch_code=0)


def bad_documents() -> Iterator[Document]:
    """Between them they break every rule."""
    yield document()
    yield document(invoice_type_code="99.9", mark=4, number="x", series="s" * 60, date_issued="gestern")
    yield document(invoice_type_code="13.1", date_issued="2020-01-02", document_type_code="zzz")
    yield document(invoice_type_code="1.1", date_issued="2999-01-02", document_type_code="OFFER")
    yield document(series="A\N{GREEK CAPITAL LETTER BETA}")
    yield document(currency_code="XXX", special_invoice_category=99, iapr_sign_policy=9)
    yield document(currency_code="USD", is_delayed_code=3)
    yield document(is_delayed_code=9)
    yield document(additional_details=AdditionalDetails(transmission_method="X"))
    yield document(additional_details=AdditionalDetails(transmission_method="C"))
    yield document(
        additional_details=AdditionalDetails(
            transmission_method="C",
            accounting_department_emails=("x",),
            customer_cell_numbers=("2101234567",),
            notification_delay=-1,
        )
    )
    yield document(additional_details=AdditionalDetails(pdf_notification_emails=("a@example.com",)))
    yield document(additional_details=AdditionalDetails(transmission_method="A", send_as_pdf=True))
    yield document(invoice_type_code="5.1", multiple_connected_marks=(1,))
    yield document(invoice_type_code="5.2", correlated_invoices=(1,))
    yield document(invoice_type_code="1.1", b2g_details=B2GDetails(contracting_authority_code="7"))
    yield from bad_parties()
    yield from bad_movements()
    yield from bad_lines()
    yield from bad_settlements()


def bad_parties() -> Iterator[Document]:
    for code, country in (("1.1", "CY"), ("1.2", "GR"), ("1.3", "FR")):
        abroad = Party(vat="1", address=Address(country_code=country))
        yield document(invoice_type_code=code, counter_party=abroad, issuer=Party(vat="EL1"))
    yield document(invoice_type_code="11.1", counter_party=GREEK)
    wrong = Party(vat="EL094014202", address=Address(country_code="GR", city="c" * 200))
    yield document(invoice_type_code="1.1", issuer=wrong, counter_party=wrong)
    yield document(invoice_type_code="1.1", counter_party=Party(address=Address(country_code="GR", city="Α")))


def bad_movements() -> Iterator[Document]:
    yield document(invoice_type_code="9.3", taxes=(Tax(tax_type_code=5, tax_amount=D(1)),))
    yield document(
        invoice_type_code="9.3",
        distribution_details=DistributionDetails(move_purpose_code=19, dispatch_date="2020-01-01"),
        payment_details=PaymentDetails(payment_methods=(PaymentMethod(payment_method_type_code=3),)),
    )
    for purpose, date in ((6, "x"), (99, "2999-01-01")):
        details = DistributionDetails(move_purpose_code=purpose, dispatch_date=date)
        yield document(invoice_type_code="2.1", is_delivery_note=True, distribution_details=details)


def bad_lines() -> Iterator[Document]:
    discount = AllowanceCharge(type="ALLOWANCE", percentage=D(10), amount=D(9))
    charge = discount.with_member("type", "CHARGE")
    lines = (
        line(vat_category_code=None, descriptions=()),
        line(unit_price=None),
        line(vat_category_code=99, measurement_unit_code=99, record_type_code=4),
        line(vat_category_code=8, vat_total=D(3), record_type_code=7),
        line(vat_category_code=7, record_type_code=99),
        line(vat_exemption_category_code=99),
        line(vat_exemption_category_code=4, quantity=D(0), code="c" * 60),
        line(net_total=D("10.001"), vat_total=D("9")),
        line(net_total=D(10), vat_total=D("2.41"), total=D(1)),
        line(net_total=D(-1), vat_total=D("-0.24")),
        line(unit_price=D(10) ** 16),
        line(descriptions=("d" * 400,), vat_total=D("2.404")),
        line(net_total=D(1)),
        line(allowances_charges=(discount, charge, AllowanceCharge(type="?"))),
        line(allowances_charges=(AllowanceCharge(type="CHARGE", amount=D(-1)),)),
        line(vat_total=D("-1")),
    )
    yield document(invoice_type_code="1.1", details=lines)
    taxed = (
        line(withheld_percent_category_code=99),
        line(withheld_amount=D(1)),
        line(withheld_percent_category_code=3, withheld_amount=D("2.01")),
        line(withheld_percent_category_code=3, withheld_amount=D(50)),
        line(fees_percent_category_code=1, other_taxes_percent_category_code=9),
        Detail(),
    )
    yield document(invoice_type_code="1.1", details=taxed, taxes=(Tax(tax_type_code=5, tax_amount=D(1)),))
    classified = (
        line(income_classification=CATEGORY, expenses_classification=CATEGORY),
        line(expenses_classifications=(CATEGORY, CATEGORY)),
        line(income_classification=Classification(classification_type_code="E3_561_001")),
        line(income_classification=CATEGORY.with_member("classification_type_code", "E3_999")),
        line(income_classification=CATEGORY.with_member("amount", D(3))),
        line(),
    )
    for code in ("1.1", "1.2", "9.3"):
        yield document(invoice_type_code=code, details=classified)
    yield document(invoice_type_code="1.1", details=(line(),))


def bad_settlements() -> Iterator[Document]:
    taxes = (
        Tax(),
        Tax(tax_type_code=9),
        Tax(tax_type_code=1),
        Tax(tax_type_code=1, tax_category_code=99),
        Tax(tax_type_code=1, tax_category_code=3, tax_amount=D("2.01")),
        Tax(tax_type_code=1, tax_category_code=3, tax_amount=D(70), underlying_value=D(60)),
        Tax(tax_type_code=5, tax_amount=D(-1)),
        Tax(tax_type_code=5, tax_amount=D(5), underlying_value=D(2)),
        Tax(tax_type_code=2, tax_category_code=1),
    )
    methods = (
        PaymentMethod(amount=D(50)),
        PaymentMethod(payment_method_type_code=99),
        PaymentMethod(payment_method_type_code=7, amount=D(-1)),
    )
    whole = document(
        invoice_type_code="1.1",
        details=(line(),),
        taxes=taxes,
        payment_details=PaymentDetails(payment_methods=methods),
        summaries=Summaries(total_net_amount=D(9)),
        vat_analysis=(Vat(percentage=D(24), underlying_value=D(1), vat_amount=D(1)),),
    )
    yield whole
    paid = PaymentDetails(payment_methods=(PaymentMethod(payment_method_type_code=3, amount=D(1)),))
    own = AllowanceCharge(type="ALLOWANCE", amount=D(3))
    yield document(
        invoice_type_code="1.1",
        details=(line(net_total=D(10)),),
        allowances_charges=(own,),
        payment_details=paid,
    )

    yield document(
        invoice_type_code="8.6",
        total_cancel_delivery_orders=True,
        details=(line(unit_price=D(0)), line(unit_price=D(0))),
    )
    service = line(fuel_code=999)
    yield document(invoice_type_code="1.1", is_fuel_invoice=True, details=(service, service, service))
    for kind, changes, *_ in CASES:
        yield broken(kind, changes)


def found(office: Office) -> Iterator[tuple[Draft, list[Problem]]]:
    for bad in bad_documents():
        draft = Draft(bad)
        problems = list(office.desk.compose(draft).problems)
        # One is bad for its day alone; on that very day there is nothing wrong with it.
        if problems:
            yield draft, problems


def test_the_bad_documents_break_every_rule(office: Office) -> None:
    told = {problem.code for _, problems in found(office) for problem in problems}
    known = {code for code in codes_of_the_rules() if code in sentences()}

    assert sorted(known - told - NO_CODES) == []


def sentences() -> set[str]:
    return set(json.loads(paths.resource("i18n/messages.json").read_text(encoding="utf-8")))


def where() -> tuple[QWidget, str]:
    """The widget that has the focus, and the path of the field or cell that is marked in it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(focus, RowsView):
        index = focus.currentIndex()
        return focus, focus.rows.path(index) if index.isValid() else focus.rows.list_path
    if focus.objectName() == "fields":
        model = focus.model()
        assert isinstance(model, OutlineModel)
        return focus, model.node(focus.currentIndex()).path
    return focus, str(getattr(focus, "path", None) or focus.objectName())


def leads_there(path: str, reached: str) -> bool:
    """The field itself, or the nearest place above, below or beside it."""
    if path.startswith(("summaries", "vatAnalysis")):
        return reached.startswith("details")
    head = re.split(r"[.\[]", path)[0]
    row = re.match(r"^[\w.]+?\[\d+\]", path)
    return reached.startswith(row[0] if row else head)


def test_every_problem_leads_to_a_place_in_sight(office: Office) -> None:
    seen = set()
    for draft, problems in found(office):
        for problem in problems:
            if (problem.path, problem.code) in seen:
                continue
            seen.add((problem.path, problem.code))
            office.session.replace(replace(draft), None)
            office.page.show_problem(problem.path)
            assert QApplication.focusWidget() is not None, problem
            focus, reached = where()
            assert focus.isVisible(), problem
            assert office.page.isAncestorOf(focus), problem
            assert leads_there(problem.path, reached), (problem.path, reached)
    assert len(seen) > 100


@pytest.mark.parametrize("unready", ["el", "en"], indirect=True)
def test_places_and_sentences_are_words(office: Office) -> None:
    for draft, problems in found(office):
        office.session.replace(draft, None)
        shown = office.page.findChild(ProblemList, "problems")
        assert shown is not None
        assert shown.problems.told
        for told in shown.problems.told:
            assert not RAW.search(told.head.replace("myDATA", "")), told
            assert "{" not in told.sentence, told
        for problem in problems:
            sentence = office.desk.problem_sentence(problem, office.session.language)
            assert not re.search(r"\w\[\d+\]\.\w", sentence), sentence


def test_what_was_not_understood_leads_to_its_field(office: Office) -> None:
    path = "distributionDetails.totalPackages"
    draft = edit_text(office.desk.new_draft(), path, "x", "el", office.desk.codes)
    office.session.replace(draft, None)
    office.page.show_problem(path)

    assert where()[1] == path
