"""What proves that a document was issued, or says that it was not: marks, states, watermark."""

from __future__ import annotations

from typing import Literal

from einvoice_desktop.app.paper.content import PaperWishes, Stamp, Term
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt

Environment = Literal["practice", "uat", "live"]
"""Whose books the document stands in: made up, the provider's test service, or the real one."""

OFFLINE_CODES = (1, 2)
"""isDelayedCode: the office could not reach the provider, the provider could not reach the authority."""


def stamp(
    document: Document,
    state: State,
    receipt: Receipt | None,
    wishes: PaperWishes,
    environment: Environment,
    speech: Speech,
) -> Stamp:
    """The marks of an issued document; without them the words for the state that it is in."""
    notices = _notices(document, environment, speech)
    provider = flat(wishes.provider_line)
    if state is State.ISSUED and receipt is not None:
        pending = not receipt.mark
        if pending and receipt.provider_signed and document.is_delayed_code not in OFFLINE_CODES:
            notices = (speech.term("delayed_2"), *notices)
        return Stamp(
            words=(speech.term("mark_follows"),) if pending else (),
            notices=notices,
            mark=flat(receipt.mark),
            uid=flat(receipt.uid),
            authentication_code=flat(receipt.authentication_code),
            address=flat(receipt.url),
            provider_line=provider,
        )
    key = "state_offline" if is_handed_out(document, state) else f"state_{state}"
    return Stamp(words=(speech.term(key),), notices=notices, provider_line=provider)


def is_handed_out(document: Document, state: State) -> bool:
    """Sealed while the line was down: the paper goes to the customer before there is a MARK (RULES 13)."""
    waiting = state in (State.WAITING, State.SENDING, State.UNKNOWN)
    return waiting and document.is_delayed_code in OFFLINE_CODES


def _notices(document: Document, environment: Environment, speech: Speech) -> tuple[Term, ...]:
    found = []
    if document.is_delayed_code in OFFLINE_CODES:
        found.append(speech.term(f"delayed_{document.is_delayed_code}"))
    if environment != "live":
        found.append(speech.term(f"{environment}_notice"))
    return tuple(found)


def watermark(
    document: Document,
    state: State,
    environment: Environment,
    speech: Speech,
    *,
    cancelled: bool = False,
) -> tuple[Term, ...]:
    """What lies across each page: the state while it is not issued, that the provider has cancelled it, then
    whose books it stands in."""
    rows: list[Term] = []
    if cancelled:
        rows.append(speech.term("watermark_cancelled"))
    elif state is State.DRAFT:
        rows.append(speech.term("watermark_draft"))
    elif state is State.REFUSED:
        rows.append(speech.term("watermark_refused"))
    elif state is not State.ISSUED and not is_handed_out(document, state):
        rows.append(speech.term("watermark_not_issued"))
    if environment != "live":
        rows += [speech.term("watermark_practice"), speech.term("watermark_no_effect")]
    return tuple(rows)
