"""What one set of books tells: its words, its archive, its paper, its submissions and their journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from einvoice_desktop.app.archive import ArchiveBook
from einvoice_desktop.app.credit_book import CreditBook
from einvoice_desktop.app.customer_book import CustomerBook
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.encryption import Encryption, goes_encrypted
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.item_book import ItemBook
from einvoice_desktop.app.legal_clock import LegalClock, legal_clock
from einvoice_desktop.app.parts import Parts as Parts
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.app.provider_files import ProviderFiles
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.app.series import SeriesBook
from einvoice_desktop.app.template_book import TemplateBook
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Attempt, SignIn, Submission

if TYPE_CHECKING:
    from einvoice_desktop.app.exporting import ExportBook
    from einvoice_desktop.app.figures import FiguresBook
    from einvoice_desktop.app.month_package import PackageBook
    from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
    from einvoice_desktop.app.paper.stamp import Environment
    from einvoice_desktop.app.vat_check import VatChecks

KEPT = timedelta(hours=24)
"""How long a document that was issued stays in sight in the outbox."""


class Records:
    """One data folder, read through one server's books. Methods that read the store block."""

    def __init__(self, parts: Parts, way: Way) -> None:
        self._parts = parts
        self._way = way
        self.codes = parts.codes
        self.messages = parts.messages

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

    # --- the archive ----------------------------------------------------------------------------

    @property
    def archive(self) -> ArchiveBook:
        """Sealed documents of these books, found by words and filters."""
        return ArchiveBook(self._parts.store.archive, self.server, self.codes)

    @property
    def figures(self) -> FiguresBook:
        """What these books' documents add up to."""
        from einvoice_desktop.app.figures import FiguresBook

        return FiguresBook(self._parts.store.figures, self.server, self.codes)

    @property
    def exports(self) -> ExportBook:
        """What is taken out of these books into spreadsheets."""
        from einvoice_desktop.app.exporting import ExportBook

        return ExportBook(self._parts, self.server)

    @property
    def packages(self) -> PackageBook:
        """What an accountant gets of these books."""
        from einvoice_desktop.app.month_package import PackageBook

        return PackageBook(self._parts, self.server)

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

    @property
    def vat_checks(self) -> VatChecks:
        """Whose VAT numbers are."""
        from einvoice_desktop.app.vat_check import VatChecks

        return VatChecks(self._parts, self._way)

    @property
    def series(self) -> SeriesBook:
        """The series of these books."""
        return SeriesBook(self._parts.store.numbers, self.server)

    @property
    def customers(self) -> CustomerBook:
        """Whom the office bills; one book for all servers."""
        return CustomerBook(self._parts.store.customers, self._parts.clock)

    @property
    def items(self) -> ItemBook:
        """What it sells; one book for all servers."""
        return ItemBook(self._parts.store.items, self._parts.clock)

    @property
    def templates(self) -> TemplateBook:
        """Documents that others begin as; one book for all servers."""
        return TemplateBook(self._parts.store.templates, self._parts.clock, self.codes)

    def series_of(self, server: str) -> SeriesBook:
        """The series of another server's books, by its one name."""
        return SeriesBook(self._parts.store.numbers, server)

    # --- paper ----------------------------------------------------------------------------------

    def paper_of(self, composition: Composition, wishes: PaperWishes) -> PaperContent:
        """What stands on a draft's paper; pure and quick."""
        from einvoice_desktop.app.printing import paper_of_draft

        return paper_of_draft(composition, wishes, self.codes, self._environment(self.server))

    def issued_paper(self, submission_id: int, wishes: PaperWishes) -> PaperContent:
        """What stands on a sealed document's paper; reads the store."""
        from einvoice_desktop.app.handing_out import handed_out, is_kept_by_the_line
        from einvoice_desktop.app.printing import paper_of_submission

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

    @property
    def environment(self) -> Environment:
        """Whose books these are: made up, the provider's test service's, or real."""
        return self._environment(self.server)

    def _environment(self, server: str) -> Environment:
        from einvoice_desktop.app.printing import environment_of

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

    def legal_clock(self, submission: Submission) -> LegalClock | None:
        """How long it may stay on its way; None where it is settled."""
        return legal_clock(submission, self._parts.clock.now())

    def offline_address(self, document: Document) -> str:
        """The address for the QR of a document issued while the line is down. May ask the keyring: not on
        the GUI thread. Raises UserError."""
        from einvoice_desktop.domain.offline_qr import offline_address, offline_facts

        vat = bare_vat(document.issuer.vat) if document.issuer else ""
        portal, key = self._parts.offline_line(self.server, vat)
        return offline_address(offline_facts(document, self._parts.clock.now()), portal, key)

    def earlier_seals(self, submission_id: int) -> list[bytes]:
        """The bytes that were sealed before those that stand now, oldest first."""
        return self._parts.store.outbox.earlier_seals(submission_id)

    def first_broken_attempt(self) -> int | None:
        """Checks the journal of the data folder: None where nothing in it was altered."""
        return self._parts.store.outbox.first_broken_attempt()

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
