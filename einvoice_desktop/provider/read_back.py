"""Reads an issued document back from the provider's own pages: without credentials, nowhere else, bounded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import SplitResult, urlsplit

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.agreement import Agreement, agreement, names_another
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.failures import reason_of
from einvoice_desktop.provider.page import PageTells, read_page
from einvoice_desktop.provider.wire import Answer, Letter, LineError, Shared, Timeouts, Wire

READING = Timeouts(connect=5.0, read=10.0, write=5.0, pool=5.0, total=20.0)
"""A page that is slow is asked for again later."""

OwnAddress = Callable[[str], bool]
"""Whether an address that came in an answer is the provider's own."""


class ReadBack:
    """Reads pages, one at a time for each caller. Safe for many threads."""

    def __init__(self, own: OwnAddress, transport: httpx.BaseTransport | None) -> None:
        """`transport` stands in for the network; it is not closed here."""
        self._own = own
        self._transport = transport
        self._lock = threading.Lock()
        self._open: set[Wire] = set()

    def ask(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """What the page that `receipt.url` names tells of the document.

        ISSUED "read_back" with MARK and sums; UNKNOWN "read_back_without_mark" (sums perhaps),
        "read_back_mismatch", "read_back_refused" (an address that is not the provider's own), and
        "read_back_failed", its message what ended the line. Never raises for what a server does.
        """
        if not self._own(receipt.url):
            return Outcome(OutcomeKind.UNKNOWN, "read_back_refused")
        address = urlsplit(receipt.url.strip())
        deadline = Deadline(READING.total)
        outcome = Outcome(OutcomeKind.UNKNOWN, "read_back_failed")
        try:
            for path in (f"{address.path.rstrip('/')}/aade", address.path):
                answer = self._get(address, path, deadline)
                outcome = _outcome(answer, sealed)
                if outcome.reason != "read_back_failed":
                    break
        except (httpx.HTTPError, httpx.InvalidURL, LineError) as error:
            return Outcome(OutcomeKind.UNKNOWN, "read_back_failed", reason_of(error))
        except UserError as error:
            return Outcome(OutcomeKind.UNKNOWN, "read_back_failed", error.code)
        return outcome

    def close(self) -> None:
        """Ends what is under way."""
        with self._lock:
            still, self._open = list(self._open), set()
        for wire in still:
            wire.close()

    def _get(self, address: SplitResult, path: str, deadline: Deadline) -> Answer:
        query = f"?{address.query}" if address.query else ""
        transport = None if self._transport is None else Shared(self._transport)
        wire = Wire(f"{address.scheme}://{address.netloc}", transport=transport, timeouts=READING)
        with self._lock:
            self._open.add(wire)
        try:
            return wire.exchange(f"{path}{query}", {"Accept": "*/*"}, Letter(b""), deadline, method="GET")
        finally:
            with self._lock:
                self._open.discard(wire)
            wire.close()


def _outcome(answer: Answer, sealed: SealedDocument) -> Outcome:
    content_type = answer.headers.get("content-type", "")
    whole = answer.status == httpx.codes.OK
    told = read_page(answer.body, content_type, sealed) if whole else None
    outcome = Outcome(OutcomeKind.UNKNOWN, "read_back_failed", http_status=answer.status, answer=answer.body)
    if told is None:
        return outcome
    if _is_of_another(told, sealed):
        return replace(outcome, reason="read_back_mismatch")
    if not told.receipt.mark:
        return replace(outcome, reason="read_back_without_mark", sums=told.sums)
    return replace(outcome, kind=OutcomeKind.ISSUED, reason="read_back", receipt=told.receipt, sums=told.sums)


def _is_of_another(told: PageTells, sealed: SealedDocument) -> bool:
    """Where the page tells no UID, issuer, date, branch, type, series and number stand for it."""
    if agreement(told.receipt, sealed) is Agreement.ANOTHER:
        return True
    return not told.receipt.uid and bool(told.key) and names_another(told.key, sealed)
