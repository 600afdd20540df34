"""POST /invoice/json and /Receipt: from the bytes of a document to its MARK, in the provider's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.auth import Gatekeeper, NotAuthenticatedError
from einvoice_desktop.sandbox.authority import check_authority, check_receipt_at_authority
from einvoice_desktop.sandbox.basic import check_basic, check_receipt
from einvoice_desktop.sandbox.dates import normalised, read_moment
from einvoice_desktop.sandbox.envelope import (
    AUTHENTICATION_FAILED,
    Answer,
    failure,
    json_answer,
    refusal,
    success,
    success_xml,
)
from einvoice_desktop.sandbox.fields import FieldError, Node, UnreadableError, read_json
from einvoice_desktop.sandbox.identity import Issued, uid
from einvoice_desktop.sandbox.ledger import Claim, Ledger, Standing
from einvoice_desktop.sandbox.objections import Objection
from einvoice_desktop.sandbox.receipts import POS_RECEIPT_TYPES, read_any
from einvoice_desktop.sandbox.recipients import check_sending
from einvoice_desktop.sandbox.registry import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

ALREADY_TRANSMITTED = "Document has already been transmitted"
IN_PROCESS = "A document with the same UID is still being processed. Please try again later."
TIMED_OUT = "The request to IAPR timed out. Please resend."
NOT_SAVED = "Could not accept document. Please resend."

_TIMEOUTS = frozenset({"FAKE_IAPR_TIMEOUT", "FAKE_IAPR_DELAYED_TIMEOUT"})
_REFUSED = "FAKE_IAPR_VALIDATION_ERROR"
_UNSAVED = "FAKE_ELISE_SAVE_DOCUMENT_ERROR"
_REPEATED_MEMBERS = (
    "uid",
    "mark",
    "authenticationCode",
    "signature",
    "series",
    "number",
    "dateIssued",
    "internalId",
)


@dataclass(frozen=True, slots=True)
class Submission:
    """One request: the body, the two authentication headers ("" when absent), the `erp` header.

    `receipt`: it came to the address of POS receipts.
    """

    body: bytes
    authorization: str
    api_key: str
    erp: str
    receipt: bool = False


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A document whose UID is locked for it; `moment` is its date in Athens."""

    document: Document
    moment: datetime
    body: bytes
    claim: Claim


class Issuing:
    def __init__(
        self, ledger: Ledger, gatekeeper: Gatekeeper, codes: CodeTables, address: Callable[[], str]
    ) -> None:
        self._ledger = ledger
        self._gatekeeper = gatekeeper
        self._codes = codes
        self._address = address

    def answer(self, submission: Submission, now: datetime, before_record: Callable[[], None]) -> Answer:
        """The provider's answer to a document; `before_record` runs while its UID is locked."""
        try:
            document = read_any(Node.root(read_json(submission.body)))
        except (UnreadableError, FieldError) as error:
            return failure(400, [str(error)])
        check = check_receipt if submission.receipt else check_basic
        problems = check(document, self._codes, now) or check_sending(document)
        moment = read_moment(document.date_issued, now)
        if problems or moment is None:
            return failure(400, problems, _own_names(document))
        try:
            self._gatekeeper.check_document(
                document.issuer.digits, submission.authorization, submission.api_key, now
            )
        except NotAuthenticatedError:
            return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})
        claim = self._ledger.claim(uid(document, moment), now)
        if claim.standing is Standing.ISSUED:
            return self.duplicate(claim.uid)
        if claim.standing is Standing.BUSY:
            return failure(408, [IN_PROCESS], {**_own_names(document), "uid": claim.uid})
        claimed = _Claimed(document, moment, submission.body, claim)
        return self._worked(claimed, submission.erp.strip().upper(), now, before_record)

    def _worked(
        self, claimed: _Claimed, outcome: str, now: datetime, before_record: Callable[[], None]
    ) -> Answer:
        """A timeout and a failed save leave the UID locked for its two minutes; all else frees it."""
        names = {**_own_names(claimed.document), "uid": claimed.claim.uid}
        keep_lock = False
        try:
            objections = self._objections(claimed, outcome, now)
            if objections:
                return refusal(objections, names)
            keep_lock = outcome in _TIMEOUTS or outcome == _UNSAVED
            if outcome in _TIMEOUTS:
                return failure(408, [TIMED_OUT], names)
            if outcome == _UNSAVED:
                return failure(500, [NOT_SAVED], names)
            before_record()
            return self._recorded(claimed)
        finally:
            if not keep_lock:
                self._ledger.release(claimed.claim)

    def _objections(self, claimed: _Claimed, outcome: str, now: datetime) -> list[Objection]:
        issuer = claimed.document.issuer.digits
        receipt = claimed.document.invoice_type in POS_RECEIPT_TYPES
        check = check_receipt_at_authority if receipt else check_authority
        found = check(
            claimed.document,
            claimed.moment,
            self._codes,
            now,
            Register(lambda mark: self._ledger.original(mark, issuer), self._ledger.original),
        )
        if outcome == _REFUSED and not found:
            return [Objection(101, "XML Syntax Validation Error, asked for by the erp header")]
        return found

    def _recorded(self, claimed: _Claimed) -> Answer:
        document = claimed.document

        def members(issued: Issued) -> Mapping[str, object]:
            return _success_members(document, claimed.moment, issued, self._address())

        answer = self._ledger.record(claimed.claim, document, claimed.moment, claimed.body, members)
        return self.duplicate(claimed.claim.uid) if answer is None else json_answer(201, answer)

    def duplicate(self, document_uid: str) -> Answer:
        """409 with the names the document got when it was issued, as members and in the sentence."""
        entry = self._ledger.by_uid(document_uid)
        if entry is None:
            raise LookupError(document_uid)
        known = {name: entry.answer[name] for name in _REPEATED_MEMBERS}
        known |= _place(self._address(), str(known["signature"]))
        sentence = f"{ALREADY_TRANSMITTED}. UID: {known['uid']}, MARK: {known['mark']}"
        return failure(409, [sentence], known)


def _own_names(document: Document) -> dict[str, object]:
    return {
        "series": document.series,
        "number": document.number,
        "internalId": document.internal_id,
    }


def _success_members(document: Document, moment: datetime, issued: Issued, address: str) -> dict[str, object]:
    place = _place(address, issued.signature)
    return success(
        {
            **_own_names(document),
            "integritySignature": issued.integrity_signature,
            "signature": issued.signature,
            "uid": issued.uid,
            "mark": issued.mark,
            "authenticationCode": issued.authentication_code,
            "myDataResponse": success_xml(issued.uid, issued.mark, issued.authentication_code, place["url"]),
            "status": "SUBMITTED",
            "dateIssued": normalised(moment, document.invoice_type),
            **place,
            "uniqueId": issued.unique_id,
        }
    )


def _place(address: str, signature: str) -> dict[str, str]:
    """Where the document is shown; the address of a practice provider may change from run to run."""
    domain = address.rstrip("/")
    return {"domain": domain, "url": f"{domain}/v/{signature}"}
