"""What an answer means for a document: the one decision, pure, that app.submit carries out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from einvoice_desktop.app.cancelling import ASKED, CANCELLED, CANCELLED_STATUS, NOT_SENT, REASONS
from einvoice_desktop.app.cancelling import REFUSED as CANCEL_REFUSED
from einvoice_desktop.domain.agreement import Agreement, agreement, is_proven
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.readback import can_be_compared, sum_differences
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import UNVERIFIED, Outcome, OutcomeKind, SealedDocument, Submission

NOT_TODAY = "238"
"""The authority: the date is not today's."""

DOUBT = Problem("", UNVERIFIED, Severity.WARNING)

_NOTHING_TOLD = Receipt("", "", "", "", "", "", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Ruling:
    """Where a submission goes and what is written on it.

    `tries_again`: something is still to be asked; `reads_back`: the provider's page of it is read before
    it is written down; `seals_again`: it is not in and its date has passed, so it goes under today's.
    """

    to: State
    reason: str = ""
    message: str = ""
    receipt: Receipt | None = None
    problems: tuple[Problem, ...] = ()
    may_have_arrived: bool = False
    number_spent: bool = False
    tries_again: bool = False
    reads_back: bool = False
    seals_again: bool = False


def rule(
    submission: Submission, outcome: Outcome, *, today: str, delayed: bool, next_number: Callable[[], str]
) -> Ruling:
    """What one attempt at a `sending` document comes to.

    `today` in Athens, yyyy-MM-dd; `delayed`: the sealed bytes declare a loss of connection; `next_number`
    gives the next free number of its series.
    """
    match outcome.kind:
        case OutcomeKind.ISSUED:
            return _issued(outcome, outcome.receipt or _NOTHING_TOLD)
        case OutcomeKind.REFUSED:
            return _refused(submission, outcome, today=today, delayed=delayed)
        case OutcomeKind.CONFLICT:
            return _conflict(submission, outcome, next_number)
        case OutcomeKind.NEVER_LEFT | OutcomeKind.UNAUTHORISED:
            # A document that an earlier attempt may have delivered stays unknown whatever happens now.
            to = State.UNKNOWN if submission.may_have_arrived else State.WAITING
            return Ruling(to, outcome.reason, outcome.message, tries_again=True)
        case _:
            return Ruling(
                State.UNKNOWN, outcome.reason, outcome.message, may_have_arrived=True, tries_again=True
            )


def rule_on_mark(submission: Submission, outcome: Outcome) -> Ruling:
    """What asking for the MARK of an issued document came to. It stays issued, whatever the answer is."""
    sealed, held = submission.sealed, submission.receipt or _NOTHING_TOLD
    told = outcome.receipt
    tells = outcome.kind in (OutcomeKind.ISSUED, OutcomeKind.CONFLICT) and told is not None
    if tells and told is not None and _agrees(told, sealed):
        issued = _issued(outcome, completed(held, told))
        open_still = submission.is_unverified and not is_proven(told, sealed)
        return with_page(replace(issued, problems=(DOUBT,) * open_still), outcome, sealed)
    denied = outcome.kind is OutcomeKind.REFUSED or (tells and told is not None)
    ruling = Ruling(
        State.ISSUED,
        "mark_pending",
        outcome.message,
        held,
        (DOUBT,) * submission.is_unverified
        + ((Problem("", "issued_but_denied", params={"message": outcome.message}),) if denied else ()),
        tries_again=True,
    )
    return with_page(ruling, outcome, sealed)


def rule_on_comparison(submission: Submission, page: Outcome) -> Ruling:
    """What reading the page of an issued document once more came to, because a person asked for it."""
    sealed, held = submission.sealed, submission.receipt or _NOTHING_TOLD
    problems = submission.problems
    if can_be_compared(page.sums, sealed):
        problems = _without(problems, "read_back_differs")
    ruling = Ruling(
        State.ISSUED, submission.reason, submission.message, held, problems, tries_again=not held.mark
    )
    return with_page(ruling, page, sealed)


def rule_on_cancelling(submission: Submission, outcome: Outcome, *, doubted: bool) -> Ruling:
    """What the order to cancel an issued delivery note came to; it stays issued, and says which.

    `doubted`: an earlier order may have arrived, so that one that has not left settles nothing.
    """
    held = submission.receipt or _NOTHING_TOLD
    ruling = Ruling(State.ISSUED, message=outcome.message, receipt=held, problems=submission.problems)
    match outcome.kind:
        case OutcomeKind.CANCELLED:
            told = outcome.receipt or _NOTHING_TOLD
            mark = told.cancellation_mark or held.cancellation_mark
            receipt = replace(held, status=CANCELLED_STATUS, cancellation_mark=mark)
            return replace(ruling, reason=CANCELLED, receipt=receipt)
        case OutcomeKind.REFUSED:
            return replace(ruling, reason=CANCEL_REFUSED)
        case OutcomeKind.NEVER_LEFT | OutcomeKind.UNAUTHORISED if not doubted:
            return replace(ruling, reason=NOT_SENT)
        case _:
            return replace(ruling, reason=ASKED)


def with_page(ruling: Ruling, page: Outcome, sealed: SealedDocument) -> Ruling:
    """`ruling` with what the provider's page of the document tells: its MARK, and sums that are not ours.

    It is issued all the same: what is in under our number is in; but never silently.
    """
    receipt, told = ruling.receipt or _NOTHING_TOLD, page.receipt
    if can_be_compared(page.sums, sealed):
        ruling = replace(ruling, problems=_without(ruling.problems, UNVERIFIED))
    if page.kind is OutcomeKind.ISSUED and told is not None and _agrees(told, sealed):
        receipt = completed(receipt, told)
    differences = sum_differences(page.sums, sealed)
    problems = (*ruling.problems, *(p for p in differences if p not in ruling.problems))
    if receipt.mark:
        reason = "sums_differ" if differences else ruling.reason if ruling.reason in REASONS else ""
        return replace(ruling, reason=reason, receipt=receipt, problems=problems, tries_again=False)
    return replace(ruling, receipt=receipt, problems=problems)


def completed(held: Receipt, told: Receipt) -> Receipt:
    """`held` with what `told` adds where it says nothing; the provider's own signature is remembered."""
    added = {
        field.name: getattr(told, field.name)
        for field in fields(Receipt)
        if not getattr(held, field.name) and getattr(told, field.name)
    }
    return replace(held, **added) if added else held


def _issued(outcome: Outcome, receipt: Receipt, *, reads_back: bool = False) -> Ruling:
    if receipt.mark:
        return Ruling(State.ISSUED, receipt=receipt, message=outcome.message, reads_back=reads_back)
    return Ruling(
        State.ISSUED, "mark_pending", outcome.message, receipt, tries_again=True, reads_back=reads_back
    )


def _refused(submission: Submission, outcome: Outcome, *, today: str, delayed: bool) -> Ruling:
    dated = bool(outcome.problems) and all(p.authority_code == NOT_TODAY for p in outcome.problems)
    if dated and delayed:
        return Ruling(State.REFUSED, "delayed_refused", outcome.message, problems=outcome.problems)
    if dated and submission.sealed.key.date < today:
        # The provider looks for a twin before the authority looks at the date (api 7.2): it is not in.
        return Ruling(State.WAITING, "sealed_again", outcome.message, seals_again=True)
    return Ruling(State.REFUSED, outcome.reason, outcome.message, problems=outcome.problems)


def _conflict(submission: Submission, outcome: Outcome, next_number: Callable[[], str]) -> Ruling:
    """A document with our number is in. It is ours only if an earlier attempt at these bytes may have
    brought it there and the answer contradicts nothing of it; else the number is somebody else's and spent.
    """
    sealed, told = submission.sealed, outcome.receipt or _NOTHING_TOLD
    said = agreement(told, sealed)
    if said in (Agreement.ANOTHER, Agreement.ODD_UID):
        return Ruling(
            State.UNKNOWN, "answer_mismatch", outcome.message, may_have_arrived=True, tries_again=True
        )
    if submission.may_have_arrived and said is not Agreement.TWIN:
        issued = _issued(outcome, told, reads_back=bool(told.url))
        return issued if is_proven(told, sealed) else replace(issued, problems=(DOUBT,))
    key = sealed.key
    spent = Problem(
        "number",
        "number_conflict_next",
        params={"series": key.series, "number": key.number, "next": next_number()},
    )
    return Ruling(State.REFUSED, "number_conflict", outcome.message, problems=(spent,), number_spent=True)


def _without(problems: tuple[Problem, ...], code: str) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.code != code)


def _agrees(told: Receipt, sealed: SealedDocument) -> bool:
    return agreement(told, sealed) in (Agreement.OURS, Agreement.SILENT, Agreement.ODD_UID)
