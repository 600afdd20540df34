"""A provider in this process that remembers what it issued and does wrong what it is told to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from einvoice_desktop.app.resealing import is_delayed
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument

K = OutcomeKind

NEVER_IN: dict[str, Outcome] = {
    "connection refused": Outcome(K.NEVER_LEFT, "connection_refused"),
    "dropped before": Outcome(K.UNKNOWN, "connection_lost"),
    "500": Outcome(K.UNKNOWN, "provider_error", retry_after=120.0, http_status=500),
    "a proxy's page": Outcome(K.UNKNOWN, "not_the_provider"),
    "401": Outcome(K.UNAUTHORISED, "unauthorised", http_status=401),
}
"""The request does not come as far as the document."""
ANSWER_LOST: dict[str, Outcome] = {
    "dropped after": Outcome(K.UNKNOWN, "connection_lost"),
    "half an answer": Outcome(K.UNKNOWN, "answer_garbled"),
    "another's answer": Outcome(K.UNKNOWN, "answer_mismatch"),
    "500 after": Outcome(K.UNKNOWN, "provider_error", retry_after=120.0),
    "mark 0": Outcome(K.UNKNOWN, "mark_missing"),
}
"""The document goes its way, and nobody hears of it."""
ODD_ANSWERS = (
    *("400", "signed without the authority", "a stranger was first", "an unnamed stranger was first"),
    *("409 tells nothing", "409 tells the mark alone", "409 tells no mark", "409 tells mark 0 and a page"),
)
FAULTS = (*NEVER_IN, *ANSWER_LOST, *ODD_ANSWERS, "stalled", "408")
WELL = "answers"


@dataclass(frozen=True)
class Document:
    """What the provider has issued."""

    mark: str
    payload: bytes
    internal_id: str


class ModelProvider:
    """One document a natural key, as the real one; `faults` are used up one a request.

    A stranger's document is told by its internal id unless it is met `at_first`, by what was never sent:
    else, where an answer names nothing, nobody could know.
    `ahead` is how far its clock is before ours.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.ahead = timedelta()
        self.faults: list[str] = []
        self.pages_fail = False
        self.at_first = False
        self.documents: dict[NaturalKey, Document] = {}
        self.at_work: dict[NaturalKey, SealedDocument] = {}
        self.said_no: set[str] = set()
        self.met: Counter[str] = Counter()

    def of(self, internal_id: str) -> list[Document]:
        """Every document that was issued for one of ours."""
        return [document for document in self.documents.values() if document.internal_id == internal_id]

    def finish(self, *, recorded: bool) -> None:
        """What stalled is in now, or never will be."""
        if recorded:
            for sealed in self.at_work.values():
                self._record(sealed)
        self.at_work.clear()

    def submit(self, sealed: SealedDocument) -> Outcome:
        fault = self.faults.pop(0) if self.faults else WELL
        self.met[fault] += 1
        if fault in ANSWER_LOST:
            self._looked_at(sealed, WELL)
            return ANSWER_LOST[fault]
        outcome = NEVER_IN.get(fault) or self._looked_at(sealed, fault)
        return replace(outcome, server_date=self._today_now()) if outcome.http_status else outcome

    def read_back(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        document = self.documents.get(sealed.key)
        if self.pages_fail or document is None or not receipt.url:
            return Outcome(K.UNKNOWN, "read_back_failed")
        return Outcome(K.ISSUED, "read_back", receipt=_receipt(sealed, document, mark=document.mark))

    def _looked_at(self, sealed: SealedDocument, fault: str) -> Outcome:
        key = sealed.key
        if "stranger" in fault and key not in self.documents and key not in self.at_work:
            self._record(sealed, internal_id=f"stranger-{sealed.internal_id}")
        if key in self.documents:
            return self._conflict(sealed, fault)
        if key in self.at_work or fault == "408":
            return Outcome(K.UNKNOWN, "still_processing", retry_after=125.0, http_status=408)
        no = self._objection(sealed, fault)
        if no:
            self.said_no.add(sealed.internal_id)
            problem = Problem("", f"authority_{no}", authority_code=no)
            return Outcome(K.REFUSED, "refused", problems=(problem,), http_status=400)
        if fault == "stalled":
            self.at_work[key] = sealed
            return Outcome(K.UNKNOWN, "read_timeout")
        document = self._record(sealed)
        if fault == "signed without the authority":
            receipt = _receipt(sealed, document, mark="", signed=True)
            return Outcome(K.ISSUED, "provider_signed", receipt=receipt, http_status=201)
        return Outcome(
            K.ISSUED, "issued", receipt=_receipt(sealed, document, mark=document.mark), http_status=201
        )

    def _objection(self, sealed: SealedDocument, fault: str) -> str:
        if sealed.key.date != athens_day(self._today_now()) and not is_delayed(sealed):
            return "238"
        return "101" if fault == "400" else ""

    def _conflict(self, sealed: SealedDocument, fault: str) -> Outcome:
        document = self.documents[sealed.key]
        whole = _receipt(sealed, document, mark=document.mark)
        if document.internal_id == sealed.internal_id or self.at_first:
            nothing = Receipt("", "", "", "", "", "", "", "", "", "")
            whole = {
                "409 tells nothing": nothing,
                "an unnamed stranger was first": nothing,
                "409 tells the mark alone": Receipt(document.mark, "", "", "", "", "", "", "", "", ""),
                "409 tells no mark": _receipt(sealed, document, mark="", url=""),
                "409 tells mark 0 and a page": _receipt(sealed, document, mark=""),
            }.get(fault, whole)
        return Outcome(K.CONFLICT, "already_transmitted", receipt=whole, http_status=409)

    def _record(self, sealed: SealedDocument, *, internal_id: str = "") -> Document:
        mark = str(400001000000001 + len(self.documents))
        document = Document(mark, sealed.payload, internal_id or sealed.internal_id)
        return self.documents.setdefault(sealed.key, document)

    def _today_now(self) -> datetime:
        return self._now() + self.ahead


def _receipt(
    sealed: SealedDocument,
    document: Document,
    *,
    mark: str,
    signed: bool = False,
    url: str = "https://it/v/1",
) -> Receipt:
    key = sealed.key
    return Receipt(
        *(mark, "", "", "", url, key.series, key.number, "", document.internal_id, ""), provider_signed=signed
    )
