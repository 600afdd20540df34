"""A document that the line keeps from leaving, handed to the customer all the same (api 3, RULES 13)."""

from __future__ import annotations

from dataclasses import replace

from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
from einvoice_desktop.app.paper.words import term
from einvoice_desktop.app.resealing import FAILED_TO_CONNECT
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission


def is_kept_by_the_line(submission: Submission) -> bool:
    """Whether it waits because the last attempt at it could not connect, and none may have arrived."""
    if not submission.sealed.kind.is_document:
        return False
    waits = submission.state is State.WAITING and not submission.may_have_arrived
    return waits and submission.reason in FAILED_TO_CONNECT


def handed_out(paper: PaperContent, address: str, wishes: PaperWishes) -> PaperContent:
    """The paper that the customer gets meanwhile: the loss words, the code, no “not issued” across it."""
    languages = wishes.languages
    loss = term("delayed_1", languages)
    stamp = replace(
        paper.stamp,
        words=(term("state_offline", languages),),
        notices=(loss, *(notice for notice in paper.stamp.notices if notice != loss)),
        address=address,
    )
    not_issued = term("watermark_not_issued", languages)
    return replace(paper, stamp=stamp, watermark=tuple(row for row in paper.watermark if row != not_issued))
