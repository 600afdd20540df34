"""The office's desk: one set of books and what a person can do with it, for window and commands alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from einvoice_desktop.app.archive import ArchiveBook
from einvoice_desktop.app.attending import News, attendance
from einvoice_desktop.app.connection import company_of
from einvoice_desktop.app.credit_book import CreditBook
from einvoice_desktop.app.draft_versions import DraftVersions
from einvoice_desktop.app.drafting import (
    Draft,
    draft_of,
    new_draft,
    reread,
)
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.encryption import Encryption, goes_encrypted, way_now
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.handing_out import handed_out, is_kept_by_the_line
from einvoice_desktop.app.known_parties import MOST_PARTIES, KnownParty, known_parties
from einvoice_desktop.app.legal_clock import LegalClock, legal_clock
from einvoice_desktop.app.misread import misread_problems
from einvoice_desktop.app.notifying import asked_anew
from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
from einvoice_desktop.app.paper.stamp import Environment
from einvoice_desktop.app.parts import Parts as Parts
from einvoice_desktop.app.ports import (
    ConcurrentMove,
    DraftRecord,
    NumberTaken,
    Scope,
)
from einvoice_desktop.app.practice import PRACTICE, practice_company
from einvoice_desktop.app.printing import environment_of, paper_of_draft, paper_of_submission
from einvoice_desktop.app.provider_files import ProviderFiles, has_page
from einvoice_desktop.app.rescue import read_rescued, recovered
from einvoice_desktop.app.samples import Sample
from einvoice_desktop.app.sealing import Way, seal_request
from einvoice_desktop.app.sender import Sender
from einvoice_desktop.app.series import SeriesBook
from einvoice_desktop.app.submit import RetryPolicy, Submitter
from einvoice_desktop.domain.composition import Composition, compose, recompose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.offline_qr import offline_address, offline_facts
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings, error
from einvoice_desktop.domain.submission import Attempt, SignIn, Submission
from einvoice_desktop.domain.writer import write_document

KEPT = timedelta(hours=24)
"""How long a document that was issued stays in sight in the outbox."""
FIRST_SERIES = "A"
"""Series of a new document before the office has chosen one; Latin."""


class NumberInUse(Exception):
    """The given number belongs to another document, `holder`; `problem` says it at its field."""

    def __init__(self, holder: Submission, problem: Problem) -> None:
        super().__init__(problem.code)
        self.holder = holder
        self.problem = problem


class Desk:
    """One data folder, seen through one server's books.

    Methods that touch the store or the line block: not on the GUI thread. Composing, codes and sentences
    are quick and pure. All of it may be called from several threads.
    """

    def __init__(self, parts: Parts, way: Way, policy: RetryPolicy) -> None:
        self._parts = parts
        self._way = way
        self._policy = policy
        self._known_series: frozenset[str] = frozenset()
        self._own: tuple[Party | None, str] = (None, FIRST_SERIES)
        self.codes = parts.codes
        self.messages = parts.messages
        self._versions = DraftVersions()
        self._news = News(parts.store)

    @property
    def server(self) -> str:
        """The name of the books: "practice", a known host's name, or an address."""
        return self._way.server

    @property
    def is_practice(self) -> bool:
        """Whether nothing leaves this computer."""
        return self.server == PRACTICE

    @property
    def encryption(self) -> Encryption | None:
        """What encrypts for these books; None where nothing can."""
        return self._parts.encryption

    @property
    def encrypts(self) -> bool:
        """Whether what is sealed now goes encrypted; reads the settings."""
        return goes_encrypted(self._way, self.encryption)

    # --- words ----------------------------------------------------------------------------------

    def sentence(self, code: str, params: Mapping[str, str], language: Language) -> str:
        """The sentence of a code."""
        return self.messages.sentence(code, params, language)

    def problem_sentence(self, problem: Problem, language: Language) -> str:
        """A problem's sentence."""
        return self.messages.problem(problem, language)

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
        """An empty sales invoice of the issuer that issued last."""
        last = self._last_issued()
        series = last.series if last and last.series else FIRST_SERIES
        self._own = (self._issuer(last), series)
        return new_draft(*self._own, self.codes)

    def next_draft(self, previous: Draft) -> Draft:
        """An empty sales invoice of our own issuer and series; asks nobody.

        Our own is who issued last: a sample or somebody else's file that was only opened changes nothing.
        """
        document, (issuer, series) = previous.document, self._own
        if issuer is None or not issuer.vat or _same_vat(issuer, document.issuer):
            issuer, series = document.issuer, document.series or FIRST_SERIES
        return new_draft(issuer, series, self.codes)

    def _issuer(self, last: Document | None) -> Party | None:
        if self.is_practice:
            return practice_company()
        issued = last.issuer if last is not None else None
        return company_of(self._parts.company_vat, issued)

    def _last_issued(self) -> Document | None:
        last = None if self.is_practice else self._parts.store.outbox.latest(self.server)
        return None if last is None else self.credits.document_of(last)

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
        return Surroundings(self.codes, today, live=live, known_series=self._known_series)

    def compose(self, draft: Draft) -> Composition:
        """Everything that follows from a draft."""
        return _with_misread(compose(draft.document, self.surroundings()), draft)

    def recompose(self, previous: Composition, draft: Draft, *, line: int | None = None) -> Composition:
        """The same at the cost of what changed; `line`: the only line that may differ."""
        composition = recompose(previous, draft.document, self.surroundings(), line=line)
        return _with_misread(composition, draft)

    # --- drafts ---------------------------------------------------------------------------------

    def save_draft(self, draft: Draft, draft_id: int | None, gross: Decimal = ZERO) -> int:
        """Durable when it returns; the draft's id. `gross` is for the list. Raises UserError("draft_gone"),
        UserError("draft_changed_elsewhere", computer=, when=) where somebody else saved it since it was
        loaded or saved here: load it again, or save without `draft_id` beside it."""
        document = draft.document
        party = document.counter_party
        record = DraftRecord(
            document=write_document(document),
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
        return None if record is None else reread(read_document(record.document), record.typed, language)

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

    # --- the archive ----------------------------------------------------------------------------

    @property
    def archive(self) -> ArchiveBook:
        """Sealed documents of these books, found by words and filters."""
        return ArchiveBook(self._parts.store.archive, self.server, self.codes)

    def duplicate(self, submission_id: int) -> Draft:
        """The same again as a new draft, without what was that document's alone."""
        row = self._parts.store.outbox.get(submission_id)
        return duplicate_of(self.credits.document_of(row), self.codes)

    @property
    def credits(self) -> CreditBook:
        """Credits of these books' documents."""
        return CreditBook(self._parts, self._way)

    @property
    def provider_files(self) -> ProviderFiles:
        """What the provider gives out of issued documents."""
        return ProviderFiles(self._parts)

    def credit(self, submission_id: int) -> Draft:
        """The credit of an issued document as a new draft. Raises UserError("credit_impossible")."""
        return self.credits.draft(submission_id)

    # --- submissions ----------------------------------------------------------------------------

    @property
    def series(self) -> SeriesBook:
        """The series of these books."""
        return SeriesBook(self._parts.store.numbers, self.server)

    def learn_series(self) -> None:
        """Reads the names of the series there are, so that composing warns about look-alikes of them."""
        self._known_series = self.series.names()

    def seal(
        self, draft: Draft, draft_id: int | None = None, *, source: str = "", asks: bool = False
    ) -> Submission:
        """Number, bytes and outbox row in one transaction; the worker sends it.

        `asks`: a person is there to be asked, so a series used for the first time is refused until its last
        number was set (`series.set_last_number`). Raises DocumentHasErrors, NumberInUse,
        UserError("series_unknown", series=), UserError.
        """
        uncounted = misread_problems(draft, held=True)
        if uncounted:
            raise DocumentHasErrors(uncounted)
        if asks and self.series.is_to_be_asked_about(draft.document):
            raise UserError("series_unknown", series=draft.document.series or "")
        now = self._parts.clock.now()
        request, _ = seal_request(
            draft.document,
            way_now(self._way, self._parts.encryption),
            self.surroundings(),
            now,
            self._parts.new_id,
            source=source,
            draft_id=draft_id,
        )
        try:
            seen = self._versions.of(draft_id)
            row = self._parts.store.outbox.seal(replace(request, draft_version=seen), now)
        except NumberTaken as taken:
            raise NumberInUse(taken.holder, _number_problem(taken.holder)) from None
        self._known_series |= {row.sealed.key.series}
        self._own = (draft.document.issuer, draft.document.series or FIRST_SERIES)
        return row

    # --- paper ----------------------------------------------------------------------------------

    def paper_of(self, composition: Composition, wishes: PaperWishes) -> PaperContent:
        """What stands on a draft's paper; pure and quick."""
        return paper_of_draft(composition, wishes, self.codes, self._environment(self.server))

    def issued_paper(self, submission_id: int, wishes: PaperWishes) -> PaperContent:
        """What stands on a sealed document's paper; reads the store."""
        row = self._parts.store.outbox.get(submission_id)
        document = self.credits.document_of(row)
        paper = paper_of_submission(document, row, wishes, self.codes, self._environment(row.server))
        if not is_kept_by_the_line(row):
            return paper
        try:
            address = self.offline_address(read_document(row.sealed.payload))
        except UserError:
            # Without a key there is no code, and without the code it is not handed out.
            return paper
        return handed_out(paper, address, wishes)

    def _environment(self, server: str) -> Environment:
        return environment_of(server, live=self._parts.live(server))

    def submissions(
        self, states: frozenset[State] | None = None, *, everywhere: bool = False
    ) -> list[Submission]:
        """Sealed documents in the order of sealing, without their bytes; of all books with `everywhere`."""
        return self._parts.store.outbox.rows(None if everywhere else self.server, states=states)

    def without_mark(self, *, everywhere: bool = False) -> list[Submission]:
        """Issued documents whose MARK is still to be fetched, without their bytes."""
        return self._parts.store.outbox.without_mark(None if everywhere else self.server)

    def latest_submission(self) -> Submission | None:
        """The one sealed last."""
        return self._parts.store.outbox.latest(self.server)

    def on_its_way(self) -> list[Submission]:
        """What the outbox shows, newest first: unsettled, issued in the last day, refused and not mended."""
        return self._parts.store.outbox.on_its_way(self.server, self._parts.clock.now() - KEPT)

    def submission(self, submission_id: int) -> Submission:
        """One, with its bytes."""
        return self._parts.store.outbox.get(submission_id)

    def journal(self, submission_id: int) -> list[Attempt]:
        """Every attempt at one submission."""
        return self._parts.store.outbox.journal(submission_id)

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

    def legal_clock(self, submission: Submission) -> LegalClock | None:
        """How long it may stay on its way; None where it is settled."""
        return legal_clock(submission, self._parts.clock.now())

    def offline_address(self, document: Document) -> str:
        """The address for the QR of a document issued while the line is down. May ask the keyring: not on
        the GUI thread. Raises UserError."""
        vat = bare_vat(document.issuer.vat) if document.issuer else ""
        portal, key = self._parts.offline_line(self.server, vat)
        return offline_address(offline_facts(document, self._parts.clock.now()), portal, key)

    def earlier_seals(self, submission_id: int) -> list[bytes]:
        """The bytes that were sealed before those that stand now, oldest first."""
        return self._parts.store.outbox.earlier_seals(submission_id)

    def first_broken_attempt(self) -> int | None:
        """Checks the journal of the data folder: None where nothing in it was altered."""
        return self._parts.store.outbox.first_broken_attempt()

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

    def signed_in_until(self, issuer_vat: str) -> datetime | None:
        """Till when that issuer is signed in on this desk's server; None where it is not. Asks nobody."""
        return self._parts.gateway.signed_in_until(self.server, bare_vat(issuer_vat))

    @property
    def signs_in(self) -> bool:
        """Whether this desk's way in is a sign-in that ends."""
        return not self.is_practice and self._way.sign_in is not SignIn.APIKEY

    def may_open(self, server: str, url: str) -> bool:
        """Whether an address that came in an answer is that server's own and may be opened."""
        return self._parts.own_address(server, url)

    def practice_address(self) -> str | None:
        """Where the practice provider's pages are served; None where they are not."""
        return self._parts.practice_address()

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
