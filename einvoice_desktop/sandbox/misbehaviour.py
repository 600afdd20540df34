"""Carries out a programmed fault around the work of a request."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.auth import bearer
from einvoice_desktop.sandbox.authority import NOT_TODAY
from einvoice_desktop.sandbox.conflicts import conflict_answer
from einvoice_desktop.sandbox.envelope import (
    AUTHENTICATION_FAILED,
    Answer,
    failure,
    json_answer,
    plain,
    refusal,
)
from einvoice_desktop.sandbox.faults import ConnectionDropped, Fault, FaultKind, Faults
from einvoice_desktop.sandbox.issuing import IN_PROCESS
from einvoice_desktop.sandbox.objections import Objection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from einvoice_desktop.sandbox.auth import Gatekeeper
    from einvoice_desktop.sandbox.ledger import Ledger

    Work = Callable[[Callable[[], None]], Answer]

_CHUNK = b" " * 65536
_PAGE = b"<!doctype html><html><body><h1>Bad gateway</h1><p>Please try again later.</p></body></html>"
_INSTEAD = frozenset(
    {FaultKind.SERVER_ERROR, FaultKind.HTML_PAGE, FaultKind.UNAUTHORIZED, FaultKind.FORGET_TOKEN}
)
_NOES = {
    FaultKind.DATE_ERROR: refusal([Objection(238, NOT_TODAY)], {}),
    FaultKind.REFUSAL: refusal([Objection(101, "XML Syntax Validation Error")], {}),
    FaultKind.STILL_PROCESSING: failure(408, [IN_PROCESS]),
}
_MARK_IN_XML = re.compile(rb"<mark>\d*</mark>")


_SELF_SIGNED: Mapping[str, object] = {
    "success": False,
    "message": "IAPR is not available. The document was signed by the provider.",
    "status": "UNKNOWN",
    "mark": 0,
    "authenticationCode": "",
    "myDataResponse": "",
}


class _SaidNo(Exception):
    """The document is not in, and is not to be."""


class Misbehaviour:
    def __init__(self, faults: Faults, ledger: Ledger, gatekeeper: Gatekeeper) -> None:
        self._faults = faults
        self._ledger = ledger
        self._gatekeeper = gatekeeper

    def around(self, fault: Fault | None, authorization: str, work: Work) -> Answer:
        """The answer to a request whose work is `work`; it is given what to do just before it records.

        Raises ConnectionDropped for a fault that hangs up.
        """
        if fault is None:
            return work(_nothing)
        if fault.kind is FaultKind.DROP_BEFORE:
            raise ConnectionDropped
        if fault.kind in _INSTEAD:
            return self._instead(fault, authorization, work)
        if fault.kind in _NOES:
            return _no(fault, work)
        stall = fault.seconds if fault.kind is FaultKind.STALL_BEFORE else 0.0
        answer = work(lambda: self._faults.wait(stall) if stall else None)
        if fault.kind is FaultKind.STALL_AFTER:
            self._faults.wait(fault.seconds)
        if fault.kind is FaultKind.DROP_AFTER:
            raise ConnectionDropped
        return self._mangled(fault, answer)

    def _instead(self, fault: Fault, authorization: str, work: Work) -> Answer:
        if fault.kind in {FaultKind.UNAUTHORIZED, FaultKind.FORGET_TOKEN}:
            if fault.kind is FaultKind.FORGET_TOKEN:
                self._gatekeeper.end_session(bearer(authorization))
            return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})
        if fault.recorded:
            work(_nothing)
        if fault.kind is FaultKind.HTML_PAGE:
            return plain(fault.status, "text/html; charset=utf-8", _PAGE)
        return failure(500, ["An unexpected error occurred"])

    def _mangled(self, fault: Fault, answer: Answer) -> Answer:
        if fault.kind is FaultKind.GIANT_ANSWER:
            return Answer(answer.status, answer.content_type, _padding(fault.size), fault.size)
        if fault.kind is FaultKind.TRUNCATED_JSON:
            body = b"".join(answer.chunks)
            return plain(answer.status, answer.content_type, body[: len(body) // 2])
        if fault.kind is FaultKind.MARK_ZERO:
            return json_answer(answer.status, {**_members(answer), "mark": 0})
        if fault.kind is FaultKind.OTHER_ANSWER:
            return json_answer(answer.status, self._of_another(_members(answer)))
        if fault.kind is FaultKind.PROVIDER_SIGNED and answer.status == 201:
            return json_answer(answer.status, {**_members(answer), **_SELF_SIGNED})
        if fault.kind is FaultKind.CONFLICT_SHAPE and answer.status == 409:
            return conflict_answer(fault.shape, _members(answer))
        if fault.kind is FaultKind.MARK_LATER:
            body = _MARK_IN_XML.sub(b"", b"".join(answer.chunks))
            return plain(answer.status, answer.content_type, body)
        return answer

    def _of_another(self, members: dict[str, object]) -> dict[str, object]:
        """The answer to another document that was issued here; without one, a made-up neighbour."""
        other = self._ledger.another(str(members.get("uid", "")))
        if other is not None:
            return dict(other.answer)
        number = f"{members.get('number', '')}9"
        return {**members, "uid": "0" * 40, "number": number, "mark": 400001999999999}


def _no(fault: Fault, work: Work) -> Answer:
    """Instead of recording; of a document that is in already the provider says that first."""

    def say_no() -> None:
        raise _SaidNo

    try:
        return work(say_no)
    except _SaidNo:
        return _NOES[fault.kind]


def _nothing() -> None:
    """There is nothing to do before recording."""


def _members(answer: Answer) -> dict[str, object]:
    """The members of an answer in the envelope."""
    value = json.loads(b"".join(answer.chunks))
    return value if isinstance(value, dict) else {}


def _padding(size: int) -> Iterator[bytes]:
    """JSON white space, so that a reader cannot know before the end that nothing comes."""
    while size > 0:
        yield _CHUNK[:size]
        size -= len(_CHUNK)
