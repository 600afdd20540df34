"""`submit` and `outbox`: seals, queues and sends through the same worker as the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk, NumberInUse
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.legal_clock import clock_problem
from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.series import SERIES_UNSURE
from einvoice_desktop.app.submit import is_settled, waits_for_a_person
from einvoice_desktop.cli.files import read_file
from einvoice_desktop.cli.output import HAS_ERRORS, NOT_SETTLED, OK, Output
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.submission import Submission


@dataclass(frozen=True, slots=True)
class Job:
    """What became of one file: a submission, or the reason why there is none."""

    file: str
    submission_id: int | None = None
    state: State = State.DRAFT
    series: str | None = None
    number: str | None = None
    problems: tuple[Problem, ...] = ()


def submit(
    desk: Desk, files: Sequence[str], output: Output, *, today: bool, wait: float, last_number: str = ""
) -> int:
    """Seals every file, then sends until each is settled or the wait is over. `last_number` is the last one
    that the series of the first file has given anywhere. The exit status."""
    jobs = []
    for place, name in enumerate(files):
        job = _seal(desk, name, output, today=today, last_number="" if place else last_number)
        if job is not None:
            jobs.append(job)
    ids = [job.submission_id for job in jobs if job.submission_id is not None]
    if ids:
        send(desk, ids, output, wait)
    for job in jobs:
        if job.submission_id is None:
            _tell_unsealed(job, desk, output)
        else:
            tell(desk.submission(job.submission_id), output, job.file)
    return output.status


def outbox(desk: Desk, output: Output, *, practice: bool, resume: bool, wait: float) -> int:
    """Lists every sealed submission; with `resume` takes up the unsettled ones first. The exit status."""
    if resume:
        scopes = [Scope(server=desk.server)] if practice else [Scope()]
        ids = [row.id for row in desk.submissions(UNSETTLED, everywhere=not practice)]
        ids += [row.id for row in desk.without_mark(everywhere=not practice)]
        if ids:
            send(desk, ids, output, wait, scopes)
    for row in desk.submissions(everywhere=not practice):
        tell(row, output, row.source or None, counts=resume)
    return output.status


def _seal(desk: Desk, name: str, output: Output, *, today: bool, last_number: str) -> Job | None:
    document = read_file(name, output)
    if document is None:
        return None
    if last_number:
        desk.series.set_last_number(document, last_number)
    if today and "date_issued" in document.model_fields_set:
        document = document.without_member("date_issued")
    try:
        row = desk.seal(Draft(document), source=name)
    except DocumentHasErrors as error:
        return _unsealed(name, document, State.DRAFT, error.problems)
    except NumberInUse as taken:
        return _unsealed(name, document, State.REFUSED, (taken.problem,))
    except UserError as error:
        if error.code != SERIES_UNSURE:
            raise
        problem = Problem("number", error.code, Severity.ERROR, error.params)
        return _unsealed(name, document, State.DRAFT, (problem,))
    return Job(name, row.id)


def _unsealed(name: str, document: Document, state: State, problems: tuple[Problem, ...]) -> Job:
    return Job(name, None, state, document.series, document.number, problems)


def send(
    desk: Desk, ids: Sequence[int], output: Output, wait: float, scopes: Sequence[Scope] | None = None
) -> None:
    """Runs the worker until these are settled and their MARKs there, or wait for a person, or time is up."""
    wanted = scopes or _scopes(desk, ids)
    desk.try_now(wanted)
    sender = desk.sender(lambda _: None, wanted)
    left = list(ids)
    run_until(sender, lambda: _all_done(desk, left), wait)
    status = sender.status()
    if not _all_done(desk, left):
        if status.holder:
            output.complain(
                output.messages.sentence(
                    "another_sends",
                    {"process": str(status.holder.process), "computer": status.holder.computer},
                    output.language,
                )
            )
        if status.trouble:
            output.complain(output.reason(UserError(status.trouble)))


def _scopes(desk: Desk, ids: Iterable[int]) -> list[Scope]:
    issuers = dict.fromkeys(desk.submission(i).sealed.key.issuer_vat for i in ids)
    return [Scope(server=desk.server, issuer_vat=vat) for vat in issuers]


def _all_done(desk: Desk, left: list[int]) -> bool:
    """Takes away what is done; the first one that is not is asked after, again and again."""
    while left and _is_done(desk.submission(left[0])):
        del left[0]
    return not left


def _is_done(row: Submission) -> bool:
    return waits_for_a_person(row) or (is_settled(row) and not row.mark_pending)


# --- telling ----------------------------------------------------------------------------------------


def _tell_unsealed(job: Job, desk: Desk, output: Output) -> None:
    output.noted.append(HAS_ERRORS)
    if output.as_json:
        row = _row(job.file, job.state, job.series, job.number, desk.server, 0, output.problems(job.problems))
        output.put(row)
        return
    output.say(f"{job.file}: {output.messages.sentence(f'state_{job.state}', {}, output.language)}")
    output.list_problems(job.problems)


def tell(row: Submission, output: Output, file: str | None, *, counts: bool = True) -> None:
    """One row, for people or as JSON; `counts`: its state is part of the exit status."""
    if counts:
        ended = {State.ISSUED: OK, State.REFUSED: HAS_ERRORS}
        denied = row.state is State.ISSUED and any(problem.is_error for problem in row.problems)
        output.noted.append(HAS_ERRORS if denied else ended.get(row.state, NOT_SETTLED))
    problems = _problems(row)
    key, receipt = row.sealed.key, row.receipt
    if output.as_json:
        told = _row(
            file, row.state, key.series, key.number, row.server, row.attempts, output.problems(problems)
        )
        if receipt is not None:
            told["mark"] = receipt.mark or None
            told["uid"] = receipt.uid or None
            told["authenticationCode"] = receipt.authentication_code or None
            told["url"] = receipt.url or None
        output.put(told)
        return
    state = output.messages.sentence(f"state_{row.state}", {}, output.language)
    output.say(f"{file or row.id}: {state} · {key.type_code} {key.series} {key.number} · {row.server}")
    if receipt is not None:
        words = {"mark": receipt.mark or "–", "uid": receipt.uid, "code": receipt.authentication_code}
        output.say("    " + output.messages.sentence("receipt_line", words, output.language))
        if receipt.url:
            output.say(f"    {receipt.url}")
    output.list_problems(problems)


def _problems(row: Submission) -> tuple[Problem, ...]:
    """The provider's problems; where it named none, the reason why the document stands where it stands."""
    if row.mark_pending:
        code = "provider_signed" if row.provider_signed else "mark_pending"
        return (*row.problems, Problem("mark", code, Severity.WARNING, {"message": row.message}))
    if row.problems or not row.reason or row.state is State.ISSUED:
        return row.problems
    severity = Severity.ERROR if row.state is State.REFUSED else Severity.WARNING
    reason = Problem("", row.reason, severity, {"message": row.message})
    clock = clock_problem(row, bootstrap.SystemClock().now())
    return (reason,) if clock is None else (reason, clock)


def _row(
    file: str | None,
    state: State,
    series: str | None,
    number: str | None,
    server: str,
    attempts: int,
    problems: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "file": file,
        "state": str(state),
        "mark": None,
        "uid": None,
        "authenticationCode": None,
        "url": None,
        "series": series or None,
        "number": number or None,
        "server": server,
        "attempts": attempts,
        "problems": problems,
    }
