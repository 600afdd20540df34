"""JSON documents, singly, in one array or by the hundred: each becomes a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.file_faults import file_fault
from einvoice_desktop.app.importing.before import digest_of
from einvoice_desktop.app.importing.cells import Note
from einvoice_desktop.app.importing.document_plan import MOST_DOCUMENTS, DraftPlan, PlannedDraft, weigh
from einvoice_desktop.app.importing.plan import Plan, RowPlan, Verdict, counted
from einvoice_desktop.app.importing.progress import Progress
from einvoice_desktop.app.importing.targets import Subject
from einvoice_desktop.domain.errors import DocumentError, UnreadableDocument
from einvoice_desktop.domain.scan import parse_json
from einvoice_desktop.domain.writer import dump_json

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft

_CONTENT = ("issuer", "counter_party", "details", "invoice_type_code", "series", "total_amount")
"""A document has one of these at least."""
_MARK = re.compile(rb"""["'](?:invoice)?mark["']""", re.IGNORECASE)
_SHORTEST = 10


class JsonFile(NamedTuple):
    """A file's name, and what reads it (raises OSError)."""

    name: str
    read: Callable[[], bytes]


class _Piece(NamedTuple):
    name: str
    data: bytes = b""
    fault: Note | None = None


def is_json(data: bytes) -> bool:
    """Whether a file's first letter begins an object or an array."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\0", b"").lstrip()
    return head[:1] in (b"{", b"[")


def plan_json(files: Sequence[JsonFile], desk: Desk, language: Language, progress: Progress) -> DraftPlan:
    """A draft of each document; `row` is its place among them, from 1. Raises Cancelled, UserError(
    "import_too_many", limit=)."""
    planned: list[RowPlan] = []
    drafts: list[PlannedDraft] = []
    seen: dict[bytes, int] = {}
    for number, piece in enumerate(_pieces(files, progress), 1):
        if number > MOST_DOCUMENTS:
            raise UserError("import_too_many", limit=MOST_DOCUMENTS)
        draft, notes = _draft_of(piece, desk, language)
        if draft is not None:
            print_ = sha256(piece.data).digest()
            notes = (*notes, *_again(piece.data, print_, seen))
            seen.setdefault(print_, number)
        if draft is not None:
            gross, more = weigh(desk, draft)
            drafts.append(PlannedDraft(number, draft, gross))
            notes = (*notes, *more)
        verdict = Verdict.FAULTY if draft is None else Verdict.NEW
        planned.append(RowPlan(number, verdict, piece.name, notes))
    plan = Plan(Subject.DOCUMENTS, tuple(planned), counted(planned))
    return DraftPlan(plan, tuple(drafts), digest_of(seen))


def _pieces(files: Sequence[JsonFile], progress: Progress) -> Iterator[_Piece]:
    """The documents of every file in their order."""
    for place, file in enumerate(files):
        progress.step(place, len(files))
        try:
            yield from _documents_of(file.name, file.read())
        except OSError as error:
            fault = file_fault(error)
            yield _Piece(file.name, fault=Note("", fault.code, fault.params))
        except UnreadableDocument as error:
            yield _Piece(file.name, fault=_unread(error))


def _documents_of(name: str, data: bytes) -> Iterator[_Piece]:
    """The file, or each object of the array in it. Raises UnreadableDocument."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"["):
        yield _Piece(name, data)
        return
    found = parse_json(data)
    for place, one in enumerate(found if isinstance(found, list) else [found], 1):
        try:
            yield _Piece(f"{name} [{place}]", dump_json(one).encode())
        except (TypeError, DocumentError):
            # A name stands twice in it, or a number that is none.
            yield _Piece(f"{name} [{place}]", fault=Note("", "import_no_document"))


def _draft_of(piece: _Piece, desk: Desk, language: Language) -> tuple[Draft | None, tuple[Note, ...]]:
    if piece.fault is not None:
        return None, (piece.fault,)
    try:
        draft = desk.read_draft(piece.data, language)
    except UnreadableDocument as error:
        return None, (_unread(error),)
    document = draft.document
    if not any(getattr(document, name) for name in _CONTENT):
        return None, (Note("", "import_no_document"),)
    return draft, ()


def _again(data: bytes, print_: bytes, seen: Mapping[bytes, int]) -> Iterator[Note]:
    """What is issued already, or stands among these already, would be billed twice."""
    mark = _mark_of(data)
    if mark:
        yield Note("", "import_has_mark", {"mark": mark}, is_fault=False)
    if print_ in seen:
        yield Note("", "import_same_document", {"row": str(seen[print_])}, is_fault=False)


def _mark_of(data: bytes) -> str:
    """The authority's number, as programs write it beside a document that they have issued."""
    if not _MARK.search(data):
        return ""
    found = parse_json(data)
    members = found.items() if isinstance(found, dict) else ()
    told = (str(value).strip() for name, value in members if name.lower() in ("mark", "invoicemark"))
    return next((text for text in told if text.isascii() and text.isdigit() and len(text) >= _SHORTEST), "")


def _unread(error: UnreadableDocument) -> Note:
    return Note(error.path, error.code, dict(error.params))
