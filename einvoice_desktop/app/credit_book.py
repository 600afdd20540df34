"""Credits of one set of books: what is to be credited, the draft of its credit, the order as a whole."""

from __future__ import annotations

from einvoice_desktop.app.credit_ceiling import Creditable
from einvoice_desktop.app.credited import Credited, credited_already
from einvoice_desktop.app.crediting import as_credited, credit_of, credit_type, hash_of_credit, why_not_whole
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.encryption import goes_encrypted
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.known_originals import creditable
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports import ArchiveQuery, SealRequest, SeriesPlace
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Kind, SealedDocument, Submission
from einvoice_desktop.domain.sums import sums_of
from einvoice_desktop.domain.writer import dump_json

_MARK_DIGITS = 15
_MOST_HITS = 20


class CreditBook:
    """Every method reads the store: not on the GUI thread."""

    def __init__(self, parts: Parts, way: Way) -> None:
        self._parts = parts
        self._way = way

    def find(self, named: str) -> Submission:
        """The issued document with this MARK, or the row with this outbox id, of these books; with its bytes.

        Raises UserError("document_not_found", named=).
        """
        submission_id = self._with_mark(named) if len(named) == _MARK_DIGITS else _whole(named)
        try:
            row = None if submission_id is None else self._parts.store.outbox.get(submission_id)
        except KeyError:
            row = None
        if row is None or row.server != self._way.server:
            raise UserError("document_not_found", named=named)
        return row

    def draft(self, submission_id: int) -> Draft:
        """The credit of what is left of an issued document, to be changed before it is issued. Raises
        UserError("credit_impossible" | "credit_nothing_left")."""
        row = self._parts.store.outbox.get(submission_id)
        mark = _mark_of(row)
        known = creditable(row, self._credits_of(row, mark)) if mark else None
        return credit_of(read_document(row.sealed.payload), row, self._parts.codes, known)

    def _credits_of(self, row: Submission, mark: str) -> list[Submission]:
        return self._parts.store.outbox.credits_of(row.server, mark)

    def already(self, submission_id: int) -> Credited:
        """What has been credited of a document so far."""
        row = self._parts.store.outbox.get(submission_id)
        mark = _mark_of(row)
        return credited_already(self._credits_of(row, mark) if mark else ())

    def why_not_whole(self, row: Submission) -> str:
        """Why `whole` would refuse it, as a code; "" where it would not."""
        return why_not_whole(row, encrypted=goes_encrypted(self._way, self._parts.encryption))

    def whole(
        self, submission_id: int, *, series: str = "", asks: bool = False, last: str = ""
    ) -> Submission:
        """Seals the order to credit a whole document; the worker sends it to /Invoice/credit.

        Unconfirmed: the provider's page names the members of the order and no more. The number is reserved
        in `series` (else the document's own) of the type that a credit of it has. A document is credited so
        once: a second order answers the first one's row. `asks`: as in Desk.seal; `last`: what a person says
        that the last number of the series was. Raises UserError("credit_impossible" | "credit_needs_mark" |
        "credit_nothing_left" | "credit_whole_too_late" | "credit_not_encrypted" | "series_unknown" |
        "last_number_malformed" | "last_number_lower").
        """
        row = self._parts.store.outbox.get(submission_id)
        refusal = self.why_not_whole(row)
        if refusal:
            raise UserError(refusal, type=row.sealed.key.type_code)
        place = self._place(row, series)
        if last:
            self._parts.store.numbers.set_last(place, last)
        if asks and place.server != PRACTICE and self._parts.store.numbers.state(place).last_number is None:
            raise UserError("series_unknown", series=place.series)
        return self._parts.store.outbox.seal(self._request(row, place), self._parts.clock.now())

    def document_of(self, row: Submission) -> Document:
        """The document that a row (with its bytes) stands for: of an order to credit, the original's credit.

        Raises UserError("document_not_found") where the original is not in these books.
        """
        if row.sealed.kind.is_document:
            return read_document(row.sealed.payload)
        original = self.original_of(row)
        credit = credit_of(read_document(original.sealed.payload), original, self._parts.codes).document
        return as_credited(credit, row)

    def original_of(self, row: Submission) -> Submission:
        """The document that an order credits. Raises UserError("document_not_found")."""
        mark = str(read_document(row.sealed.payload).mark or "")
        found = self._with_mark(mark, row.server)
        if found is None:
            raise UserError("document_not_found", named=mark)
        return self._parts.store.outbox.get(found)

    def _with_mark(self, mark: str, server: str = "") -> int | None:
        page = self._parts.store.archive.page(
            server or self._way.server, ArchiveQuery(words=mark), None, _MOST_HITS
        )
        return next((row.id for row in page.rows if row.receipt and row.receipt.mark == mark), None)

    def _place(self, row: Submission, series: str) -> SeriesPlace:
        key = row.sealed.key
        type_code = credit_type(key.type_code, row.receipt.mark if row.receipt else "")
        return SeriesPlace(row.server, key.issuer_vat, key.branch, type_code, series or key.series)

    def _request(self, row: Submission, place: SeriesPlace) -> SealRequest:
        content_hash, internal_id = hash_of_credit(row), self._parts.new_id()
        today = athens_day(self._parts.clock.now())
        credited = compose(read_document(row.sealed.payload), Surroundings(self._parts.codes, today))
        sums = sums_of(credited)

        def build(number: str) -> SealedDocument:
            sealed = row.sealed
            return SealedDocument(
                payload=order_to_credit(row, place.series, number, internal_id),
                key=NaturalKey(place.issuer_vat, today, place.branch, place.type_code, place.series, number),
                internal_id=internal_id,
                content_hash=content_hash,
                counterparty_name=sealed.counterparty_name,
                counterparty_vat=sealed.counterparty_vat,
                currency=sealed.currency,
                gross=sealed.gross,
                kind=Kind.CREDIT,
                sums=sums,
            )

        return SealRequest(
            server=place.server,
            sign_in=self._way.sign_in,
            encrypted=False,
            issuer_vat=place.issuer_vat,
            branch=place.branch,
            type_code=place.type_code,
            series=place.series,
            number=None,
            content_hash=content_hash,
            build=build,
            once=True,
            credited=(_mark_of(row),),
            check_credits=lambda found: _check_untouched(creditable(row, found[_mark_of(row)])),
        )


def _check_untouched(known: Creditable) -> None:
    if known.credited:
        told = {"named": known.named, "credited": str(known.credited), "left": str(known.left)}
        raise UserError("credit_whole_too_late" if known.left else "credit_nothing_left", **told)


def _mark_of(row: Submission) -> str:
    return row.receipt.mark if row.receipt else ""


def order_to_credit(row: Submission, series: str, number: str, internal_id: str) -> bytes:
    """The body of /Invoice/credit (api 2): every member is required. `relateCredit`: the credit names the
    original's MARK; `preventDocumentMapping` false: the provider's own parsing rules apply, as always.
    """
    receipt = row.receipt
    assert receipt is not None
    told = {
        "issuerTin": f"EL{row.sealed.key.issuer_vat}",
        "authenticationCode": receipt.authentication_code,
        "mark": int(receipt.mark),
        "series": series,
        "number": number,
        "internalId": internal_id,
        "relateCredit": True,
        "preventDocumentMapping": False,
    }
    return dump_json(told).encode()


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _MARK_DIGITS else None
