"""What a backup says of itself: written as JSON into it, and believed only as far as it can be checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import BackupReason
from einvoice_desktop.store.books_copy import BooksFacts

NAME = "manifest.json"
BOOKS, SETTINGS, FILES = "books.sqlite", "settings.ini", "files/"
FORMAT = 1
PROGRAM = "einvoice-desktop"
LARGEST = 1_000_000
"""Bytes of a manifest."""
MOST_FILES = 20
_DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`folder` names the data folder it was made of; `books` is None where only settings are in it; `files`
    says which setting named which member."""

    made_at: datetime
    reason: BackupReason
    version: str
    folder: str
    books: BooksFacts | None
    members: Mapping[str, Member]
    files: Mapping[str, str]


def manifest_bytes(manifest: Manifest) -> bytes:
    """As it stands in the file."""
    facts = manifest.books
    books = facts and {
        "schema": facts.schema,
        "rows": facts.rows,
        "lastId": facts.last_id,
        "lastInternalId": facts.last_internal_id,
        "lastSealedAt": facts.last_sealed_at and facts.last_sealed_at.isoformat(),
        "journalBrokenAt": facts.broken_at,
    }
    told = {
        "program": PROGRAM,
        "format": FORMAT,
        "version": manifest.version,
        "madeAt": manifest.made_at.isoformat(),
        "reason": str(manifest.reason),
        "folder": manifest.folder,
        "books": books,
        "members": {name: {"bytes": m.size, "sha256": m.sha256} for name, m in manifest.members.items()},
        "files": dict(manifest.files),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_manifest(data: bytes, file: str) -> Manifest:
    """Raises UserError("backup_not_ours" | "backup_newer", file=)."""
    try:
        told = json.loads(data)
        if told["program"] != PROGRAM:
            raise UserError("backup_not_ours", file=file)
        if _whole(told["format"]) > FORMAT:
            raise UserError("backup_newer", file=file)
        return Manifest(
            made_at=_moment(told["madeAt"]),
            reason=BackupReason(told["reason"]),
            version=str(told["version"])[:50],
            folder=str(told["folder"])[:50],
            books=None if told["books"] is None else _facts(told["books"]),
            members={str(name): _member(one) for name, one in dict(told["members"]).items()},
            files={str(name): str(member) for name, member in dict(told["files"]).items()},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("backup_not_ours", file=file) from error


def _facts(told: Mapping[str, Any]) -> BooksFacts:
    sealed, broken = told["lastSealedAt"], told["journalBrokenAt"]
    return BooksFacts(
        schema=_whole(told["schema"]),
        rows={str(name): _whole(count) for name, count in dict(told["rows"]).items()},
        last_id=_whole(told["lastId"]),
        last_internal_id=str(told["lastInternalId"])[:200],
        last_sealed_at=None if sealed is None else _moment(sealed),
        broken_at=None if broken is None else _whole(broken),
    )


def _member(told: Mapping[str, Any]) -> Member:
    digest = str(told["sha256"])
    if len(digest) != 64 or not set(digest) <= _DIGITS:
        raise ValueError(digest)
    return Member(_whole(told["bytes"]), digest)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise ValueError(value)
    return value


def _moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    # What no calendar of another place can say cannot be shown either.
    if moment.tzinfo is None or not 2000 <= moment.year < 9000:
        raise ValueError(text)
    return moment
