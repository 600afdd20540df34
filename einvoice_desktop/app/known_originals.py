"""The originals of the credits that are being written: what was credited of each already by the books.

Read off the GUI thread when a document begins to name them, and looked at by every composing from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from einvoice_desktop.app.credit_ceiling import Creditable, credited_sums, net_of
from einvoice_desktop.app.credit_rules import book_problems, originals_named
from einvoice_desktop.app.errors import DocumentHasErrors
from einvoice_desktop.app.ports import ArchiveQuery, SealRequest, Store
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Kind, Submission

_MOST_HITS = 20


class KnownOriginals:
    """Of one server's books. `problems` and `of` are pure and quick; the others read the store."""

    def __init__(self, store: Store, server: str) -> None:
        self._store = store
        self._server = server
        self._known: Mapping[str, Creditable] = {}

    def of(self, document: Document) -> tuple[Creditable, ...]:
        """Those of a document's originals that have been learnt."""
        known = self._known
        return tuple(known[mark] for mark in originals_named(document) if mark in known)

    def problems(self, composition: Composition) -> Composition:
        """With what stands against it by the originals that have been learnt."""
        found = book_problems(composition, self._known)
        if not found:
            return composition
        return replace(composition, document_problems=(*composition.document_problems, *found))

    def learn(self, marks: Sequence[str]) -> None:
        """Reads these originals anew. Blocks."""
        found = ((mark, self.creditable(mark)) for mark in marks)
        learnt = {mark: one for mark, one in found if one is not None}
        self._known = {**{m: one for m, one in self._known.items() if m not in marks}, **learnt}

    def creditable(self, mark: str) -> Creditable | None:
        """The issued document with this MARK and its credits; None where it is not in these books."""
        original = self.original(mark)
        if original is None:
            return None
        return creditable(original, self._store.outbox.credits_of(self._server, mark))

    def original(self, mark: str) -> Submission | None:
        """The issued document with this MARK, with its bytes; None where it is not in these books."""
        if not mark.isdecimal():
            return None
        page = self._store.archive.page(self._server, ArchiveQuery(words=mark), None, _MOST_HITS)
        found = (row.id for row in page.rows if row.receipt is not None and row.receipt.mark == mark)
        id_ = next(found, None)
        return None if id_ is None else self._store.outbox.get(id_)

    def guarded(self, request: SealRequest, document: Document, around: Surroundings) -> SealRequest:
        """A request that is refused where, by the credits that stand in the books in the very moment of
        sealing, it would credit too much."""
        rows = {mark: row for mark in originals_named(document) if (row := self.original(mark)) is not None}
        if not rows:
            return request
        composition = compose(document, around)

        def check(found: Mapping[str, Sequence[Submission]]) -> None:
            known = {mark: creditable(row, found.get(mark, ())) for mark, row in rows.items()}
            self._known = {**self._known, **known}
            problems = book_problems(composition, known)
            if any(problem.is_error for problem in problems):
                raise DocumentHasErrors((*problems, *composition.problems))

        return replace(request, credited=tuple(rows), check_credits=check)


def creditable(original: Submission, credits: Sequence[Submission]) -> Creditable:
    """What stands in the original and in its credits. Each comes with its bytes."""
    document = read_document(original.sealed.payload)
    alone = [row for row in credits if _credits_it_alone(row)]
    credited, lines = credited_sums(document, (_as_credit(row, document) for row in alone))
    key = original.sealed.key
    return Creditable(
        mark=original.receipt.mark if original.receipt else "",
        type_code=key.type_code,
        named=f"{key.type_code} {key.series} {key.number}",
        date=key.date,
        counterparty=original.sealed.counterparty_vat or bare_vat(_vat(document)),
        net=net_of(document),
        credited=credited,
        lines=lines,
        credits=tuple(row.id for row in alone),
    )


def _credits_it_alone(row: Submission) -> bool:
    if row.state is State.REFUSED:
        return False
    return row.sealed.kind is Kind.CREDIT or len(originals_named(read_document(row.sealed.payload))) == 1


def _as_credit(row: Submission, original: Document) -> Document:
    """An order credits the whole of the original (unconfirmed)."""
    return original if row.sealed.kind is Kind.CREDIT else read_document(row.sealed.payload)


def _vat(document: Document) -> str:
    return (document.counter_party.vat or "") if document.counter_party else ""
