"""The office's desk: one set of books and what a person can do with it, for window and commands alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.ahead import Ahead
from einvoice_desktop.app.attending import News, attendance
from einvoice_desktop.app.cancelling import why_not_cancelled
from einvoice_desktop.app.connection import company_of
from einvoice_desktop.app.draft_versions import DraftVersions
from einvoice_desktop.app.drafting import Draft, draft_of, new_draft, reread
from einvoice_desktop.app.drafts_back import DraftsBack
from einvoice_desktop.app.encryption import goes_encrypted, way_now
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.known_originals import KnownOriginals
from einvoice_desktop.app.known_parties import MOST_PARTIES, KnownParty, known_parties
from einvoice_desktop.app.misread import misread_problems
from einvoice_desktop.app.notifying import asked_anew
from einvoice_desktop.app.own_series import FIRST_SERIES, is_of_card, usual_series
from einvoice_desktop.app.parts import Parts as Parts
from einvoice_desktop.app.ports import (
    ConcurrentMove,
    DraftRecord,
    NumberTaken,
    Scope,
)
from einvoice_desktop.app.practice import practice_company
from einvoice_desktop.app.provider_files import has_page
from einvoice_desktop.app.records import Records
from einvoice_desktop.app.rescue import read_rescued, recovered
from einvoice_desktop.app.samples import Sample
from einvoice_desktop.app.sealing import Way, note_of_warnings, seal_request
from einvoice_desktop.app.sender import Sender
from einvoice_desktop.app.submit import RetryPolicy, Submitter
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.composition import Composition, recompose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings, error
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.domain.writer import DraftWriter

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.importer import Importer

_PARTIES_ASKED = 50


class NumberInUse(Exception):
    """The given number belongs to another document, `holder`; `problem` says it at its field."""

    def __init__(self, holder: Submission, problem: Problem) -> None:
        super().__init__(problem.code)
        self.holder = holder
        self.problem = problem


class Desk(Records):
    """One data folder, seen through one server's books.

    Methods that touch the store or the line block: not on the GUI thread. Composing, codes and sentences
    are quick and pure. All of it may be called from several threads.
    """

    def __init__(self, parts: Parts, way: Way, policy: RetryPolicy) -> None:
        super().__init__(parts, way)
        self._policy = policy
        self._known_series: frozenset[str] = frozenset()
        self._own: tuple[Party | None, str] = (None, FIRST_SERIES)
        self.company = parts.company()
        """The company's own data: the issuer of new documents."""
        self._versions = DraftVersions()
        self.drafts_back = DraftsBack(parts.store.drafts)
        self._importer: Importer | None = None
        self._ahead, self._writer = Ahead(), DraftWriter()
        self._news = News(parts.store)
        self.originals = KnownOriginals(parts.store, way.server)

    # --- documents ------------------------------------------------------------------------------

    def read_document(self, data: bytes) -> Document:
        """A file's document as it is. Raises UnreadableDocument."""
        return read_document(data)

    def read_draft(self, data: bytes, language: Language = "el") -> Draft:
        """A file as a new draft: number, date and marks are left behind; a rescued draft as it was typed.
        Raises UnreadableDocument."""
        rescued = read_rescued(data)
        if rescued is not None:
            return recovered(rescued, self.new_draft, self.codes, language)
        return draft_of(asked_anew(read_document(data)))

    def new_draft(self) -> Draft:
        """An empty sales invoice of the company; of whoever issued last where nobody told its data."""
        last = self._last_issued()
        self._own = (self._issuer(last), usual_series(last, self._earlier, self.customers))
        return new_draft(*self._own, self.codes)

    def next_draft(self, previous: Draft) -> Draft:
        """An empty sales invoice of our own issuer and series; asks nobody.

        Our own is the company, else who issued last: a sample or somebody else's file that was only opened
        changes nothing, and what one document says otherwise of the company is that document's alone.
        """
        document, (issuer, series) = previous.document, self._own
        company = self._company()
        if company is not None:
            held = document.series if _same_vat(company, document.issuer) else None
            return new_draft(company, held or series, self.codes)
        if issuer is None or not issuer.vat or _same_vat(issuer, document.issuer):
            issuer, series = document.issuer, document.series or series
        return new_draft(issuer, series, self.codes)

    def _issuer(self, last: Document | None) -> Party | None:
        if self.is_practice:
            return practice_company()
        issued = last.issuer if last is not None else None
        return self._company() or company_of(self._parts.company_vat, issued)

    def _company(self) -> Party | None:
        """Its data, where these books are that company's; practice has a company of its own."""
        told, vat = self.company, self._parts.company_vat
        if self.is_practice or told is None or not told.vat or vat not in ("", bare_vat(told.vat)):
            return None
        return told

    def _last_issued(self) -> Document | None:
        last = None if self.is_practice else self._parts.store.outbox.latest(self.server)
        return None if last is None else self.credits.document_of(last)

    def _earlier(self) -> Iterator[Document]:
        return map(read_document, self._parts.store.outbox.latest_of_parties(self.server, _PARTIES_ASKED))

    def known_parties(self) -> tuple[KnownParty, ...]:
        """Every counterparty of these books once, as in the latest document for it, most recent first."""
        return known_parties(self._parts.store.outbox.latest_of_parties(self.server, MOST_PARTIES))

    def samples(self) -> tuple[Sample, ...]:
        """The published sample documents."""
        return self._parts.samples()

    def surroundings(self) -> Surroundings:
        """What the rules know beside the document, now."""
        today = athens_day(self._parts.clock.now())
        live = self._parts.live(self.server)
        return Surroundings(
            self.codes,
            today,
            live=live,
            known_series=self._known_series,
            check_digit_is_wrong=check_digit_is_wrong,
        )

    def ahead(self, draft: Draft) -> Draft:
        """The same draft; what follows from it is worked out now, so that `compose` has it at once."""
        self._ahead.prepare(draft.document, self.surroundings())
        return draft

    def compose(self, draft: Draft) -> Composition:
        """Everything that follows from a draft."""
        composition = self._ahead.compose(draft.document, self.surroundings())
        return _with_misread(self.originals.problems(composition), draft)

    def recompose(self, previous: Composition, draft: Draft, *, line: int | None = None) -> Composition:
        """The same at the cost of what changed; `line`: the only line that may differ."""
        composition = recompose(previous, draft.document, self.surroundings(), line=line)
        return _with_misread(self.originals.problems(composition), draft)

    @property
    def importer(self) -> Importer:
        """Customers, items and documents out of files; it remembers the last import, to take it back."""
        if self._importer is None:
            from einvoice_desktop.app.importing.importer import Importer

            self._importer = Importer(self, self._parts)
        return self._importer

    # --- drafts ---------------------------------------------------------------------------------

    def save_draft(self, draft: Draft, draft_id: int | None, gross: Decimal = ZERO) -> int:
        """Durable when it returns; the draft's id. `gross` is for the list. Raises UserError("draft_gone"),
        UserError("draft_changed_elsewhere", computer=, when=) where somebody else saved it since it was
        loaded or saved here: load it again, or save without `draft_id` beside it."""
        document = draft.document
        party = document.counter_party
        record = DraftRecord(
            document=self._writer.write(document),
            typed=dict(draft.typed),
            type_code=document.invoice_type_code or "",
            counterparty_name=(party.registered_name or "") if party else "",
            gross=gross,
            id=draft_id,
            version=self._versions.of(draft_id),
        )
        saved = self._parts.store.drafts.save(self.server, record, self._parts.clock.now())
        self._versions.saved(saved, record.version, new=draft_id is None)
        return saved

    def load_draft(self, draft_id: int, language: Language = "el") -> Draft | None:
        """None where it is gone."""
        record = self._parts.store.drafts.get(draft_id)
        self._versions.read(draft_id, None if record is None else record.version)
        self.drafts_back.read(draft_id, record)
        return None if record is None else reread(read_document(record.document), record.typed, language)

    def peek_draft(self, draft_id: int, language: Language = "el") -> tuple[Draft, int | None] | None:
        """A draft and its version as it stands; None where it is gone. Who only looks has not loaded it: a
        save over somebody else's later one is told as before."""
        record = self._parts.store.drafts.get(draft_id)
        self.drafts_back.read(draft_id, record)
        if record is None:
            return None
        return reread(read_document(record.document), record.typed, language), record.version

    def draft_rows(self) -> list[DraftRecord]:
        """Newest first, without their documents."""
        return self._parts.store.drafts.rows(self.server)

    def latest_draft_id(self) -> int | None:
        """The draft that was worked on last."""
        rows = self.draft_rows()
        return rows[0].id if rows else None

    def delete_draft(self, draft_id: int) -> None:
        """Gone; nothing happens where it is gone already."""
        self._parts.store.drafts.delete(draft_id)

    # --- submissions ----------------------------------------------------------------------------

    def learn_series(self) -> None:
        """Reads the names of the series there are, so that composing warns about look-alikes of them."""
        self._known_series = self.series.names()

    def seal(
        self,
        draft: Draft,
        draft_id: int | None = None,
        *,
        source: str = "",
        asks: bool = False,
        sure: bool = False,
        version: int | None = None,
    ) -> Submission:
        """Number, bytes and outbox row in one transaction; the worker sends it.

        `asks`: a person is there to be asked, so a series used for the first time is refused until its last
        number was set (`series.set_last_number`). `sure`: a person was told that this draft came back from a
        copy. `version`: the one of the draft that `draft` is, where that is not the one that was loaded or
        saved last. Raises DocumentHasErrors, NumberInUse, UserError("series_unknown", series=), after a
        restore UserError("series_unsure", series=, last=) and UserError("draft_came_back", made=), UserError.
        """
        if not sure:
            self.drafts_back.check(draft_id)
        uncounted = misread_problems(draft, held=True)
        if uncounted:
            raise DocumentHasErrors(uncounted)
        if asks and self.series.is_to_be_asked_about(draft.document):
            raise UserError("series_unknown", series=draft.document.series or "")
        now = self._parts.clock.now()
        request, warnings = seal_request(
            draft.document,
            way_now(self._way, self._parts.encryption),
            self.surroundings(),
            now,
            self._parts.new_id,
            source=source,
            draft_id=draft_id,
        )
        request = self.originals.guarded(request, draft.document, self.surroundings())
        of_card = is_of_card(draft.document, self.customers)
        own = self._own[1] if of_card else draft.document.series or FIRST_SERIES
        try:
            seen = version or self._versions.of(draft_id)
            request = replace(request, draft_version=seen, note=note_of_warnings(warnings, now))
            row = self._parts.store.outbox.seal(request, now)
        except NumberTaken as taken:
            raise NumberInUse(taken.holder, _number_problem(taken.holder)) from None
        self._known_series |= {row.sealed.key.series}
        self._own = (draft.document.issuer, own)
        return row

    def correct(self, submission_id: int) -> Draft:
        """A refused document as a draft that holds its number, unless the number is spent."""
        row = self._parts.store.outbox.get(submission_id)
        document = self.credits.document_of(row)
        if row.reason == "delayed_refused":
            # Its own date is not taken even so: today's is what is left.
            document = document.without_member("is_delayed_code")
        number = None if row.number_spent else document.number
        draft = draft_of(document)
        return draft if number is None else Draft(draft.document.with_member("number", number))

    def seal_again(self, submission_id: int, *, delayed: bool) -> Submission:
        """What a person chose for a document that has not left and whose date has passed: its own date with
        the loss of connection declared, or today's. Raises UserError("not_waiting")."""
        row = self._parts.store.outbox.get(submission_id)
        if row.state is not State.WAITING or row.may_have_arrived:
            raise UserError("not_waiting")
        try:
            return self._submitter().seal_again(row, delayed=delayed)
        except ConcurrentMove:
            # The worker was quicker: it is on its way.
            raise UserError("not_waiting") from None

    def cancel_note(self, submission_id: int) -> Submission:
        """Orders an issued delivery note (9.3) to be cancelled, or asks again where nobody knows whether it
        is; blocks. Raises UserError("cancel_only_notes" | "cancel_needs_mark" | "cancel_done" |
        "cancel_not_encrypted" | "cancel_elsewhere")."""
        row = self._parts.store.outbox.get(submission_id)
        in_clear = not (row.encrypted or goes_encrypted(self._way, self._parts.encryption))
        # The provider has no encrypted door for the order, and where encryption is on nothing goes in clear.
        refusal = why_not_cancelled(row) or ("" if in_clear else "cancel_not_encrypted")
        if refusal:
            raise UserError(refusal, type=row.sealed.key.type_code)
        try:
            return self._submitter().cancel_note(row)
        except ConcurrentMove:
            raise UserError("cancel_elsewhere") from None

    def join(self, submission_ids: Sequence[int]) -> Draft:
        """One draft of several issued delivery notes, or of several orders (joining.joined). Raises
        UserError("join_…")."""
        from einvoice_desktop.app.joining import joined

        rows = [self._parts.store.outbox.get(id_) for id_ in submission_ids]
        return joined([(row, self.credits.document_of(row)) for row in rows], self.codes)

    def compare_again(self, submission_id: int) -> Submission:
        """Reads the provider's page of an issued document once more and compares; blocks. Raises
        UserError("provider_file_none") where no page of it is known."""
        row = self._parts.store.outbox.get(submission_id)
        if not has_page(row):
            raise UserError("provider_file_none")
        try:
            return self._submitter().compare(row)
        except ConcurrentMove:
            # The worker was quicker, or it is another desk's: as it stands now.
            return self._parts.store.outbox.get(submission_id)

    def try_now(self, scopes: Sequence[Scope] | None = None) -> int:
        """Makes everything unsettled due; how many."""
        now = self._parts.clock.now()
        return sum(self._parts.store.outbox.try_now(scope, now) for scope in scopes or (Scope(),))

    def sender(
        self, on_change: Callable[[Submission], None], scopes: Sequence[Scope] | None = None
    ) -> Sender:
        """The worker, for a thread of its own. Without `scopes` it sends for all books of the data folder."""
        parts = self._parts
        among, wanted = attendance(parts.store), scopes or (Scope(),)
        return Sender(
            self._submitter(), parts.store.outbox, parts.lock, parts.clock, wanted, on_change, among
        )

    def wait_for_change(self, seconds: float) -> bool:
        """Whether these books changed since the last call, waiting that long; on a thread of its own."""
        return self._news.wait(seconds)

    def _submitter(self) -> Submitter:
        parts = self._parts
        return Submitter(parts.store.outbox, parts.gateway, parts.clock, parts.jitter, self._policy)

    def close(self) -> None:
        """Gives connections and files back."""
        self._news.close()
        self._parts.gateway.close()
        self._parts.store.close()


def _same_vat(one: Party, other: Party | None) -> bool:
    return other is not None and bare_vat(one.vat or "") == bare_vat(other.vat or "")


def _with_misread(composition: Composition, draft: Draft) -> Composition:
    misread = misread_problems(draft)
    if not misread:
        return composition
    return replace(composition, document_problems=misread + composition.document_problems)


def _number_problem(holder: Submission) -> Problem:
    key = holder.sealed.key
    code = "number_spent" if holder.number_spent else "number_in_use"
    return error("number", code, series=key.series, number=key.number, state=str(holder.state))
