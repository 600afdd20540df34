"""A document made from another one tells nobody before somebody asks for it anew."""

from __future__ import annotations

import json

import pytest

from einvoice_desktop.app.document_defaults import follow_type, with_defaults
from einvoice_desktop.app.drafting import Draft, choose, new_draft
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.notifying import asked_anew, choose_way, without_recipients
from einvoice_desktop.app.samples import published_samples
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.notification import CHOICES, chosen, recipients
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.paths import resource

TOLD = {
    "accountingDepartmentEmails": ["a@example.com"],
    "pdfNotificationEmails": ["b@example.com"],
    "readOnlyAccessEmails": ["c@example.com"],
    "thirdPartyEmails": ["d@example.com"],
    "approverEmails": ["e@example.com"],
    "locationEmail": "f@example.com",
    "customerCellNumbers": ["+306912345678"],
    "notificationDelay": 5,
    "avoidEmailGrouping": True,
    "sendAsPdf": True,
    "documentTags": ["t"],
}


def told(method: str | None) -> Document:
    more = {**TOLD, **({"transmissionMethod": method} if method else {})}
    return read_document(json.dumps({"invoiceTypeCode": "1.1", "additionalDetails": more}).encode())


@pytest.fixture
def codes(around: Surroundings) -> CodeTables:
    return around.codes


@pytest.fixture
def around() -> Surroundings:
    tables = {file.stem: json.loads(file.read_bytes()) for file in resource("codes").glob("*.json")}
    return Surroundings(CodeTables(tables.__getitem__), "2026-11-21")


@pytest.mark.parametrize("method", ["E", "A", "M", "C", None])
def test_a_duplicate_carries_nobody_over(method: str | None, codes: CodeTables) -> None:
    draft = duplicate_of(told(method), codes)
    more = draft.document.additional_details
    assert more is not None
    assert more.model_fields_set == {"transmission_method", "document_tags"}
    assert more.transmission_method == "A"
    assert recipients(draft.document) == ()


def test_without_recipients_of_a_document_that_says_nothing_is_itself() -> None:
    document = Document(series="A")
    assert without_recipients(document) is document


@pytest.mark.parametrize("method", ["E", "M", "C"])
def test_an_opened_file_keeps_its_recipients_in_sight_and_asks(method: str, around: Surroundings) -> None:
    opened = asked_anew(told(method))
    more = opened.additional_details
    assert more is not None
    assert more.accounting_department_emails == ("a@example.com",)
    assert chosen(more) is None
    composition = compose(opened, around)
    assert "recipients_without_method" in {problem.code for problem in composition.problems}
    # What is sealed all the same writes to nobody.
    assert [r.by for r in recipients(composition.document) if r.by != "other"] == []


def test_an_opened_file_that_tells_nobody_is_as_it_was() -> None:
    for text in (
        b'{"additionalDetails": {"transmissionMethod": "A", "thirdPartyEmails": ["x@y.gr"]}}',
        b"{}",
    ):
        document = read_document(text)
        assert asked_anew(document) is document


def test_no_published_sample_writes_to_anybody() -> None:
    for sample in published_samples(lambda name: (resource("samples") / name).read_bytes()):
        document = asked_anew(read_document(sample.data))
        assert recipients(document) == ()


@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_is_put_into_a_draft_and_back(choice: str, codes: CodeTables) -> None:
    draft = new_draft(None, "A", codes)
    there = choose_way(draft, choice, codes)
    assert chosen(there.document.additional_details) == choice
    back = choose_way(there, "nobody", codes)
    assert chosen(back.document.additional_details) == "nobody"


# --- what new documents begin with ------------------------------------------------------------------


def forms(type_code: str) -> str:
    return {"1.1": "Sales", "2.1": "Services"}.get(type_code, "")


def test_a_new_document_begins_as_the_office_settled(codes: CodeTables) -> None:
    draft = with_defaults(new_draft(None, "A", codes), "0", forms)
    more = draft.document.additional_details
    assert more is not None
    assert (draft.document.iapr_sign_policy, more.document_template) == (0, "Sales")
    assert more.transmission_method == "A"


@pytest.mark.parametrize("policy", ["", "3", "x", "2"])
def test_without_a_sensible_setting_the_provider_never_signs_itself(policy: str) -> None:
    assert with_defaults(Draft(Document()), policy, lambda _code: "").document.iapr_sign_policy == 2


def test_the_form_follows_the_type_until_a_person_writes_one(codes: CodeTables) -> None:
    before = with_defaults(new_draft(None, "A", codes), "2", forms)

    def after(draft: Draft, code: str) -> Draft:
        return follow_type(draft, choose(draft, "invoiceTypeCode", code, codes), forms)

    def form(draft: Draft) -> str | None:
        more = draft.document.additional_details
        return more.document_template if more else None

    services = after(before, "2.1")
    assert form(services) == "Services"
    assert form(after(services, "11.1")) is None
    own = choose(services, "additionalDetails.documentTemplate", "Mine", codes)
    assert form(after(own, "1.1")) == "Mine"
    assert follow_type(services, services, forms) is services
