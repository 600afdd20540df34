"""Credits of one document add up to no more than the document, whoever writes them, from one desk or two."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Submission

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
PATIENCE = 30.0
SAMPLE = bootstrap.paths.resource("samples/own/1.1-vat-rates.json")
RETAIL = bootstrap.paths.resource("samples/own/11.1-cash.json")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Any]:
    """Opens desks on one set of books, all sending to one practice provider."""
    practice = bootstrap.Practice(tmp_path / "provider")
    server = practice.serve(0)
    assert server is not None
    opened: list[Desk] = []

    def desk() -> Desk:
        options = bootstrap.Options(
            tmp_path / "desk", server=server.address, sign_in="apikey", retry_after=0.05, database_url=None
        )
        opened.append(bootstrap.open_desk(options, KEY))
        return opened[-1]

    yield desk
    for one in opened:
        one.close()
    practice.close()


@pytest.fixture
def desk(desks: Any) -> Desk:
    made: Desk = desks()
    return made


def sent(desk: Desk, row: Submission) -> Submission:
    run_until(desk.sender(lambda _: None), lambda: is_settled(desk.submission(row.id)), PATIENCE)
    done = desk.submission(row.id)
    assert done.state is State.ISSUED, done.problems
    return done


def issue(desk: Desk, sample: Path) -> Submission:
    return sent(desk, desk.seal(desk.read_draft(sample.read_bytes())))


@pytest.fixture
def original(desk: Desk) -> Submission:
    return issue(desk, SAMPLE)


def only_line(draft: Draft, place: int, quantity: str = "") -> Draft:
    """The credit of one line alone, or of some of its quantity."""
    line = (draft.document.details or ())[place]
    if quantity:
        line = line.with_member("quantity", Decimal(quantity))
        for name in ("net_total", "vat_total", "total"):
            line = line.without_member(name)
    return Draft(draft.document.with_member("details", (line,)))


def codes(problems: Any) -> list[tuple[str, str, str]]:
    return [(p.path, p.code, p.authority_code) for p in problems if p.is_error]


def test_a_second_credit_starts_with_what_the_first_has_left(desk: Desk, original: Submission) -> None:
    mark = original.receipt.mark
    whole = desk.credit(original.id)
    first = (whole.document.details or ())[0]
    assert first.quantity is not None
    assert first.quantity > 1
    sent(desk, desk.seal(only_line(whole, 0, "1")))
    known = desk.originals.creditable(mark)
    assert known is not None
    assert known.lines[0].credited_quantity == 1
    assert known.lines[0].left_quantity == first.quantity - 1
    assert known.credited == known.lines[0].credited_net > 0
    assert all(line.is_untouched for line in known.lines[1:])
    again = desk.credit(original.id)
    assert again.document.details[0].quantity == first.quantity - 1
    assert len(again.document.details) == len(whole.document.details)
    summaries = desk.compose(again).summaries
    assert summaries.net == known.left == known.net - known.credited
    second = sent(desk, desk.seal(again))
    assert second.sealed.key.type_code == "5.1"
    with pytest.raises(UserError) as over:
        desk.credit(original.id)
    assert over.value.code == "credit_nothing_left"


def test_a_line_credited_as_a_whole_is_gone_from_the_next_draft(desk: Desk, original: Submission) -> None:
    whole = desk.credit(original.id)
    sent(desk, desk.seal(only_line(whole, 1)))
    names = [line.descriptions for line in desk.credit(original.id).document.details]
    assert names == [line.descriptions for at, line in enumerate(whole.document.details) if at != 1]


def test_what_is_on_its_way_counts_and_what_was_refused_does_not(desk: Desk, original: Submission) -> None:
    row = desk.seal(only_line(desk.credit(original.id), 0))
    known = desk.originals.creditable(original.receipt.mark)
    assert (known.credits, known.credited) == ((row.id,), known.lines[0].net)


def test_more_than_is_left_is_held_back_with_the_authoritys_number(desk: Desk, original: Submission) -> None:
    whole = desk.credit(original.id)
    sent(desk, desk.seal(only_line(whole, 0)))
    # The draft of before is still about the whole: the books know better when it is sealed.
    with pytest.raises(DocumentHasErrors) as refused:
        desk.seal(whole)
    assert codes(refused.value.problems) == [("summaries.totalNetAmount", "credit_above_original", "319")]
    assert len(desk.submissions()) == 2
    # From then on composing says so, and which line it is.
    shown = desk.compose(whole)
    assert codes(shown.problems) == [("summaries.totalNetAmount", "credit_above_original", "319")]
    assert ("details[0].quantity", "credit_line_above") in [(p.path, p.code) for p in shown.problems]
    sentence = desk.problem_sentence(shown.document_problems[-1], "el")
    assert "–" not in sentence.replace(" – ", "")


def test_another_customer_and_an_original_that_is_no_invoice_are_said(
    desk: Desk, original: Submission
) -> None:
    draft = desk.credit(original.id)
    party = draft.document.counter_party.with_member("vat", "EL090000045")
    desk.originals.learn([original.receipt.mark])
    shown = desk.compose(Draft(draft.document.with_member("counter_party", party)))
    assert ("counterParty.vat", "credit_other_party", "318") in codes(shown.problems)
    retail = issue(desk, RETAIL)
    desk.originals.learn([retail.receipt.mark])
    named = draft.document.with_member("correlated_invoices", (int(retail.receipt.mark),))
    shown = desk.compose(Draft(named))
    assert ("correlatedInvoices", "original_not_credited", "322") in codes(shown.problems)
    supplement = named.with_member("invoice_type_code", "2.4").with_member(
        "correlated_invoices", (int(original.receipt.mark),)
    )
    assert ("correlatedInvoices", "original_of_other_kind", "320") in codes(
        desk.compose(Draft(supplement)).problems
    )


def test_a_retail_receipt_is_credited_by_its_connected_mark(desk: Desk) -> None:
    retail = issue(desk, RETAIL)
    sent(desk, desk.seal(desk.credit(retail.id)))
    known = desk.originals.creditable(retail.receipt.mark)
    assert (known.left, known.credited) == (Decimal(0), known.net)
    with pytest.raises(UserError, match="credit_nothing_left"):
        desk.credit(retail.id)


def test_an_order_for_the_whole_counts_as_the_whole_and_comes_too_late_after_a_part(
    desk: Desk, original: Submission
) -> None:
    sent(desk, desk.seal(only_line(desk.credit(original.id), 0)))
    with pytest.raises(UserError) as late:
        desk.credits.whole(original.id)
    assert late.value.code == "credit_whole_too_late"
    other = issue(desk, SAMPLE)
    sent(desk, desk.credits.whole(other.id))
    known = desk.originals.creditable(other.receipt.mark)
    assert (known.credited, known.left) == (known.net, Decimal(0))
    with pytest.raises(UserError, match="credit_nothing_left"):
        desk.credit(other.id)


def test_two_desks_at_once_do_not_both_credit_the_last_euro(desks: Any) -> None:
    one, other = desks(), desks()
    original = issue(one, SAMPLE)
    drafts = {one: one.credit(original.id), other: other.credit(original.id)}
    ends: list[object] = []
    gate = threading.Barrier(2)

    def seal(desk: Desk) -> None:
        gate.wait()
        try:
            ends.append(desk.seal(drafts[desk]))
        except DocumentHasErrors as error:
            ends.append(error)

    threads = [threading.Thread(target=seal, args=(desk,)) for desk in (one, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert sorted(type(end).__name__ for end in ends) == ["DocumentHasErrors", "Submission"]


def test_the_same_file_given_twice_is_the_same_credit(desk: Desk, original: Submission) -> None:
    document = desk.credit(original.id).document.with_member("number", "77")
    row = desk.seal(Draft(document))
    assert desk.seal(Draft(document)).id == row.id


def test_read_document_of_the_sealed_credit_has_nothing_that_was_the_originals(
    desk: Desk, original: Submission
) -> None:
    sent(desk, desk.seal(only_line(desk.credit(original.id), 0, "1")))
    row = sent(desk, desk.seal(desk.credit(original.id)))
    document = read_document(row.sealed.payload)
    before = read_document(original.sealed.payload)
    assert document.correlated_invoices == (int(original.receipt.mark),)
    assert row.sealed.internal_id != original.sealed.internal_id
    assert (document.mark, document.uid, document.authentication_code) == (None, None, None)
    assert all(line.net_total >= 0 for line in document.details)
    kept = {tuple(line.descriptions): line for line in before.details}
    for line in document.details:
        twin = kept[tuple(line.descriptions)]
        assert line.vat_category_code == twin.vat_category_code
        assert line.income_classification.classification_type_code == (
            twin.income_classification.classification_type_code
        )
