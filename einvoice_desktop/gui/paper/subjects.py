"""The documents that paper is made of: the one on the stage as it stands, and issued ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from einvoice_desktop.app.customer_paper import wishes_for
from einvoice_desktop.app.naming import Naming, naming_of
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.gui.paper.pages import lay_out

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.paper.pages import PaperPages


@dataclass(frozen=True)
class Sheet:
    """A document laid out, with what belongs to it. `data` is its JSON as it was, or would be, sent;
    b"" where the PDF is to go without it."""

    pages: PaperPages
    naming: Naming
    wishes: PaperWishes
    data: bytes


class Subject(Protocol):
    """A document that can be laid out."""

    @property
    def submission_id(self) -> int | None:
        """Which sealed document it is; None for one that is being composed."""
        ...

    def lay_out(self, desk: Desk, wishes: PaperWishes) -> Sheet:
        """Blocks: not on the GUI thread. Raises UserError."""
        ...


@dataclass(frozen=True)
class ComposedSubject:
    """The document on the stage, with everything that has been typed by now."""

    composition: Composition

    @property
    def submission_id(self) -> None:
        """Nothing is sealed yet."""
        return None

    def lay_out(self, desk: Desk, wishes: PaperWishes) -> Sheet:
        """As `Subject`."""
        document = self.composition.document
        wishes = wishes_for(document, wishes, desk.customers)
        pages = lay_out(desk.paper_of(self.composition, wishes))
        naming = naming_of(document, desk.codes, wishes.languages[0])
        return Sheet(pages, naming, wishes, write_document(document))


@dataclass(frozen=True)
class SealedSubject:
    """A document that has been sealed; its paper is made of the very bytes that are sent."""

    submission_id: int

    def lay_out(self, desk: Desk, wishes: PaperWishes) -> Sheet:
        """As `Subject`."""
        submission = desk.submission(self.submission_id)
        document = desk.credits.document_of(submission)
        wishes = wishes_for(document, wishes, desk.customers)
        pages = lay_out(desk.issued_paper(self.submission_id, wishes))
        naming = naming_of(document, desk.codes, wishes.languages[0], submission.receipt)
        return Sheet(pages, naming, wishes, submission.sealed.payload)
