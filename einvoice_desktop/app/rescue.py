"""Rescue files: a draft that could not be saved, as it was typed, to be opened like any other file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from einvoice_desktop.app.drafting import Draft, edit_text, reread
from einvoice_desktop.app.entry import Language
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.errors import DocumentError, UnreadableDocument
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document

_MARKER = "rescuedDraft"
_VERSION = 1
_HEAD = 64
"""Bytes within which the marker stands."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """`document`: its file, None for what was typed before there was one; `typed` by JSON path."""

    document: bytes | None
    typed: Mapping[str, str]


def rescue_bytes(draft: Draft) -> bytes:
    """A draft with every text as it was typed, half-typed ones too."""
    return _file(write_document(draft.document).decode("utf-8"), draft.typed)


def early_bytes(typed: Mapping[str, str]) -> bytes:
    """What was typed while the books were not open (yet)."""
    return _file(None, typed)


def _file(document: str | None, typed: Mapping[str, str]) -> bytes:
    told = {_MARKER: _VERSION, "typed": dict(typed), "document": document}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def read_rescued(data: bytes) -> Rescued | None:
    """None for a file that is no rescue file. Raises UnreadableDocument for a damaged one."""
    if f'"{_MARKER}"'.encode() not in data[:_HEAD]:
        return None
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise UnreadableDocument("not_json") from None
    document, typed = told.get("document"), told.get("typed")
    whole = isinstance(typed, dict) and all(isinstance(text, str) for text in typed.values())
    if not whole or not isinstance(document, str | None):
        raise UnreadableDocument("not_an_object", params={"found": type(document).__name__})
    return Rescued(None if document is None else document.encode("utf-8"), typed)


def recovered(rescued: Rescued, fresh: Callable[[], Draft], codes: CodeTables, language: Language) -> Draft:
    """The draft as it stood; over an empty one of `fresh` where there was no document yet.

    Raises UnreadableDocument.
    """
    if rescued.document is not None:
        try:
            return reread(read_document(rescued.document), rescued.typed, language)
        except (DocumentError, ValueError, LookupError, TypeError) as error:
            raise UnreadableDocument("not_json") from error
    draft = fresh()
    for path, text in rescued.typed.items():
        with suppress(DocumentError, ValueError, LookupError, TypeError):
            draft = edit_text(draft, path, text, language, codes)
    return draft
