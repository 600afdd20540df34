"""The one place that decides what a failure means: it never left, it was refused, or nobody knows.

Once a byte of the document may have left, only the provider's own application can say no to it; whatever
stands between us and it (a gateway, a firewall that looks at answers, a portal) can only say that nobody
knows. An HTML 403, 404, 407 or 511 mostly comes from before the application, but a filter that replaces the
application's answer looks the same: it stays UNKNOWN, and sending the same bytes again costs nothing.
401 alone is believed from anybody: by its definition the request was not applied (RFC 9110, 15.5.2).
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from einvoice_desktop.domain.agreement import Agreement, agreement, is_our_uid
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Kind, Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.provider.envelope import (
    Envelope,
    is_page,
    is_torn,
    page_title,
    plain,
    read_envelope,
    read_object,
)
from einvoice_desktop.provider.refusals import authority_codes, problems_of
from einvoice_desktop.provider.wire import AnswerTooLarge, LineError, TimeLimitPassed

LineTrouble = httpx.HTTPError | httpx.InvalidURL | LineError

_REFUSALS = frozenset({400, 404, 405, 413, 415, 422})
_LOCK_SECONDS = 125.0
"""A UID in process is locked for about two minutes (api 2.2)."""
_RESEND_SECONDS = 120.0
"""After "Please resend" the same UID is taken again after two minutes (api 2.3)."""
_LONGEST_WAIT = 3600.0

_UID_ALREADY_SENT = 233
_UID_USED_OR_INVALID = 228
_ALREADY_SENT = re.compile(r"already been (transmitted|sent|submitted)|another invoice|έχει ήδη", re.I)
_IN_PROCESS = re.compile(r"still (being processed|in process)", re.IGNORECASE)
_HEX_UID = re.compile(r"\b[0-9A-F]{40}\b", re.IGNORECASE)
_PLAIN_UID = re.compile(r"\b(?:EL)?\d{9}-\d{4}-\d\d-\d\d-\d{1,6}-\d{1,2}\.\d{1,2}-(.{1,60}?)-(\d{1,20})\b")
_NAMED_MARK = re.compile(r"(?:MARK|ΜΑΡΚ|Μ\.ΑΡ\.Κ\.?)\W{0,5}(\d{15})\b", re.IGNORECASE)
_BARE_MARK = re.compile(r"\b[1-9]\d{14}\b")

_SELF_SIGNING = frozenset({"0", "1", "default", "loose"})
"""iaprSignPolicy: the provider signs by itself where the authority is out of reach (api 5). Left out: 2."""
_FINISHED = "submitted"
_CROSSED = frozenset({Agreement.ANOTHER, Agreement.TWIN})

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (AnswerTooLarge, "answer_too_large"),
    (TimeLimitPassed, "time_limit"),
    (httpx.ConnectTimeout, "connect_timeout"),
    (httpx.PoolTimeout, "pool_timeout"),
    (httpx.ReadTimeout, "read_timeout"),
    (httpx.WriteTimeout, "write_timeout"),
    (httpx.ProxyError, "proxy_refused"),
    (httpx.UnsupportedProtocol, "address_unusable"),
    (httpx.InvalidURL, "address_unusable"),
    (httpx.DecodingError, "answer_garbled"),
    (httpx.NetworkError, "connection_lost"),
    (httpx.ProtocolError, "protocol_error"),
)
_CONNECT_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (socket.gaierror, "name_not_found"),
    (ConnectionRefusedError, "connection_refused"),
    (ssl.SSLError, "tls_failed"),
)


def outcome_of_error(error: LineTrouble, *, sent: bool) -> Outcome:
    """What an exchange that brought no answer came to; `sent`: a byte of the document may have left.

    Reasons: connect_timeout, name_not_found, connection_refused, tls_failed, connect_failed, proxy_refused,
    pool_timeout, address_unusable; read_timeout, write_timeout, connection_lost, protocol_error,
    answer_garbled, answer_too_large, time_limit. Any of them with either kind: `sent` alone decides that.
    """
    return Outcome(
        kind=OutcomeKind.UNKNOWN if sent else OutcomeKind.NEVER_LEFT,
        reason=reason_of(error),
        message=plain(str(error)) if isinstance(error, httpx.ProxyError) else "",
        http_status=error.status if isinstance(error, AnswerTooLarge) else None,
    )


def outcome_of_answer(
    status: int, headers: Mapping[str, str], body: bytes, sealed: SealedDocument
) -> Outcome:
    """What the answer to a document means.

    ISSUED "issued", "provider_signed" (no MARK yet); REFUSED "refused"; CONFLICT "already_transmitted";
    UNAUTHORISED "unauthorised" (401), "forbidden" (403); UNKNOWN still_processing, provider_error,
    too_many_requests, redirected, not_the_provider, unexpected_status, answer_mismatch; of a 2xx or a 409
    answer_garbled; of a 2xx not_submitted, mark_missing.
    """
    said = _Said.of(status, headers, body)
    if 200 <= status < 300:
        return _of_success(said, sealed)
    if status == 401:
        return said.outcome(OutcomeKind.UNAUTHORISED, "unauthorised")
    if 300 <= status < 400:
        return said.outcome(OutcomeKind.UNKNOWN, "redirected")
    if said.page:
        return _later(said, "not_the_provider", None)
    if status == 409 and is_torn(body):
        # What is missing may name a stranger's document; the same bytes will be told it again.
        return said.outcome(OutcomeKind.UNKNOWN, "answer_garbled")
    if status == 409 or _tells_conflict(said.envelope):
        return _of_conflict(said, sealed)
    return _of_no(said, sealed)


def outcome_of_sign_in(status: int, headers: Mapping[str, str], body: bytes) -> Outcome:
    """What an answer to a sign-in means that brought no token. The document was not sent yet.

    UNAUTHORISED "key_refused"; NEVER_LEFT redirected, not_the_provider, sign_in_unavailable,
    sign_in_garbled. `answer` stays empty: it may hold tokens, and outcomes are written down.
    """
    said = replace(_Said.of(status, headers, body), body=b"")
    if 200 <= status < 300:
        return said.outcome(OutcomeKind.NEVER_LEFT, "not_the_provider" if said.page else "sign_in_garbled")
    if status == 401 or (status in (400, 403, 422) and not said.page):
        return said.outcome(OutcomeKind.UNAUTHORISED, "key_refused")
    if 300 <= status < 400:
        return said.outcome(OutcomeKind.NEVER_LEFT, "redirected")
    if said.page or status in (404, 405):
        return said.outcome(OutcomeKind.NEVER_LEFT, "not_the_provider")
    return said.outcome(OutcomeKind.NEVER_LEFT, "sign_in_unavailable", retry_after=said.retry_after)


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer, looked at once."""

    status: int
    body: bytes
    envelope: Envelope | None
    page: bool
    message: str
    server_date: datetime | None
    retry_after: float | None

    @classmethod
    def of(cls, status: int, headers: Mapping[str, str], body: bytes) -> _Said:
        named = {name.lower(): value for name, value in headers.items()}
        page = is_page(body, named.get("content-type", ""))
        envelope = None if page else read_envelope(body)
        date = _http_date(named.get("date", ""))
        message = envelope.message if envelope else page_title(body) if page else _oauth_words(body)
        return cls(status, body, envelope, page, message, date, _wait(named.get("retry-after", ""), date))

    def outcome(
        self,
        kind: OutcomeKind,
        reason: str,
        *,
        receipt: Receipt | None = None,
        retry_after: float | None = None,
    ) -> Outcome:
        return Outcome(
            kind=kind,
            reason=reason,
            message=self.message,
            receipt=receipt,
            retry_after=retry_after,
            http_status=self.status,
            answer=self.body,
            server_date=self.server_date,
        )


def _of_success(said: _Said, sealed: SealedDocument) -> Outcome:
    envelope = said.envelope
    if envelope is None or not envelope.is_object:
        return said.outcome(OutcomeKind.UNKNOWN, "not_the_provider" if said.page else "answer_garbled")
    told = _not_the_originals(envelope.receipt, sealed)
    if agreement(told, sealed) in _CROSSED:
        return said.outcome(OutcomeKind.UNKNOWN, "answer_mismatch")
    finished = told.status.casefold() in ("", _FINISHED)
    if envelope.success is True and told.mark and finished:
        return said.outcome(OutcomeKind.ISSUED, "issued", receipt=told)
    if told.signature and told.uid and _lets_the_provider_sign(sealed):
        signed = replace(told, mark="", provider_signed=True)
        return said.outcome(OutcomeKind.ISSUED, "provider_signed", receipt=signed)
    submitted = envelope.success is True and finished
    return said.outcome(OutcomeKind.UNKNOWN, "mark_missing" if submitted else "not_submitted")


def _lets_the_provider_sign(sealed: SealedDocument) -> bool:
    policy = read_object(sealed.payload).get("iaprsignpolicy")
    return not isinstance(policy, bool) and str(policy).casefold() in _SELF_SIGNING


def _of_conflict(said: _Said, sealed: SealedDocument) -> Outcome:
    """Whose the document is that is in, app.ruling decides; where the answer names another, nobody's."""
    told = _receipt_in(said, sealed)
    if agreement(told, sealed) in (Agreement.ANOTHER, Agreement.ODD_UID):
        return said.outcome(OutcomeKind.UNKNOWN, "answer_mismatch")
    return said.outcome(OutcomeKind.CONFLICT, "already_transmitted", receipt=told)


def _of_no(said: _Said, sealed: SealedDocument) -> Outcome:
    """Any status from 400 up that is neither a page, nor a conflict, nor about signing in."""
    if said.status == 408 or _IN_PROCESS.search(said.message):
        return _later(said, "still_processing", _LOCK_SECONDS)
    if said.status == 429:
        return _later(said, "too_many_requests", None)
    if said.status >= 500:
        asked = "resend" in said.message.lower()
        return _later(said, "provider_error", _RESEND_SECONDS if asked else None)
    if said.envelope is None:
        return said.outcome(OutcomeKind.UNKNOWN, "not_the_provider")
    if said.status == 403:
        return said.outcome(OutcomeKind.UNAUTHORISED, "forbidden")
    if said.status not in _REFUSALS:
        return _later(said, "unexpected_status", None)
    if agreement(said.envelope.receipt, sealed) is Agreement.ANOTHER:
        return said.outcome(OutcomeKind.UNKNOWN, "answer_mismatch")
    refused = said.outcome(OutcomeKind.REFUSED, "refused")
    return replace(refused, problems=problems_of(said.envelope, sealed))


def _later(said: _Said, reason: str, seconds: float | None) -> Outcome:
    waits = [wait for wait in (seconds, said.retry_after) if wait is not None]
    return said.outcome(OutcomeKind.UNKNOWN, reason, retry_after=max(waits, default=None))


def _tells_conflict(envelope: Envelope | None) -> bool:
    """Whether a refusal is the authority's duplicate (228, 233; other channels say it so, api 2.3).

    228 also means that the UID itself is wrong: only together with words of another document it is one.
    """
    if envelope is None:
        return False
    words = " ".join((envelope.message, *(fault.text for fault in envelope.faults)))
    if "already been transmitted" in words.lower():
        return True
    codes = authority_codes(envelope)
    names_another = _HEX_UID.search(words) or _BARE_MARK.search(words) or _ALREADY_SENT.search(words)
    return _UID_ALREADY_SENT in codes or (_UID_USED_OR_INVALID in codes and names_another is not None)


def _receipt_in(said: _Said, sealed: SealedDocument) -> Receipt:
    """Whatever a conflict tells of the document that is in, from its members or from its words."""
    envelope = said.envelope
    if envelope is None:
        return Receipt("", "", "", "", "", "", "", "", "", message=said.message)
    words = " ".join((envelope.message, *(fault.text for fault in envelope.faults)))
    told = envelope.receipt
    plain_uid = _PLAIN_UID.search(words)
    found = replace(
        told,
        mark=told.mark or mark_in(words),
        uid=told.uid or uid_in(words, sealed) or (plain_uid[0] if plain_uid else ""),
        series=told.series or (plain_uid[1] if plain_uid else ""),
        number=told.number or (plain_uid[2] if plain_uid else ""),
    )
    return _not_the_originals(found, sealed)


def _not_the_originals(told: Receipt, sealed: SealedDocument) -> Receipt:
    """An answer to an order to credit may speak of the document that is credited: its MARK is not ours."""
    if sealed.kind is not Kind.CREDIT or not told.mark:
        return told
    ordered = read_object(sealed.payload).get("mark")
    return replace(told, mark="") if told.mark == plain(ordered) else told


def uid_in(words: str, sealed: SealedDocument) -> str:
    """Our own UID where words hold it among other codes of its shape, else the first; "" for none."""
    found = [uid.upper() for uid in _HEX_UID.findall(words)]
    return next((uid for uid in found if is_our_uid(uid, sealed)), found[0] if found else "")


def mark_in(words: str) -> str:
    """A MARK that words name, or that stands in them by itself; "" for none."""
    named, bare = _NAMED_MARK.search(words), _BARE_MARK.search(words)
    return named[1] if named else bare[0] if bare else ""


def reason_of(error: LineTrouble) -> str:
    """The stable code of what ended an exchange."""
    if isinstance(error, httpx.ConnectError):
        causes = tuple(_causes(error))
        found = (reason for kind, reason in _CONNECT_REASONS if any(isinstance(c, kind) for c in causes))
        return next(found, "connect_failed")
    if isinstance(error, httpx.RemoteProtocolError) and _hung_up(str(error)):
        return "connection_lost"
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), "connection_lost")


def _hung_up(words: str) -> bool:
    """httpcore and h11 tell a closed connection from a broken protocol by their words alone (1.0.9, 0.16)."""
    return "disconnected" in words or "closed connection" in words


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error` and what led to it; httpcore leaves the operating system's error in the context only."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _oauth_words(body: bytes) -> str:
    members = read_object(body)
    return plain(members.get("error_description")) or plain(members.get("error"))


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)


def _wait(text: str, server_date: datetime | None) -> float | None:
    """Retry-After in seconds, at most an hour; a date counts from the answer's own Date."""
    given = text.strip()
    if given.isascii() and given.isdigit():
        return min(float(given[:9]), _LONGEST_WAIT)
    until = _http_date(given)
    if until is None or server_date is None:
        return None
    return min(max(0.0, (until - server_date).total_seconds()), _LONGEST_WAIT)
