"""Reads an issued document back from the provider's own pages: without credentials, nowhere else, bounded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import SplitResult, urlsplit

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Form
from einvoice_desktop.domain.agreement import Agreement, agreement, names_another
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.envelope import is_page
from einvoice_desktop.provider.failures import reason_of
from einvoice_desktop.provider.page import PageTells, read_page
from einvoice_desktop.provider.wire import Answer, Letter, LineError, Shared, Timeouts, Wire

READING = Timeouts(connect=5.0, read=10.0, write=5.0, pool=5.0, total=20.0)
"""A page that is slow is asked for again later."""

_PDF_MARK_WITHIN = 1024

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

    def fetch(self, sealed: SealedDocument, receipt: Receipt, form: Form) -> bytes:
        """The document in one of the forms in which its page gives it out.

        Raises UserError("provider_file_foreign") for an address that is not the provider's own,
        UserError("provider_file_failed", reason=) for a line or a server that gives nothing whole,
        UserError("provider_file_garbled") for what is not of that form, UserError("provider_file_another")
        for another document's XML.
        """
        if not self._own(receipt.url):
            raise UserError("provider_file_foreign")
        address = urlsplit(receipt.url.strip())
        try:
            answer = self._get(address, f"{address.path.rstrip('/')}/{form}", Deadline(READING.total))
        except (httpx.HTTPError, httpx.InvalidURL, LineError) as error:
            raise UserError("provider_file_failed", reason=reason_of(error)) from None
        if answer.status != httpx.codes.OK:
            raise UserError("provider_file_failed", reason=f"HTTP {answer.status}")
        _check_form(answer, sealed, form)
        return answer.body

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


def _check_form(answer: Answer, sealed: SealedDocument, form: Form) -> None:
    if form is Form.PDF:
        # Some makers write a line before the mark; readers look for it in the first thousand bytes.
        if b"%PDF-" not in answer.body[:_PDF_MARK_WITHIN]:
            raise UserError("provider_file_garbled")
        return
    content_type = answer.headers.get("content-type", "")
    told = None if is_page(answer.body, content_type) else read_page(answer.body, content_type, sealed)
    if told is None:
        raise UserError("provider_file_garbled")
    if _is_of_another(told, sealed):
        raise UserError("provider_file_another")


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
