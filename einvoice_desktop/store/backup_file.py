"""A backup's file: one ZIP with a manifest, written whole or not at all, read as if a stranger made it."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
import struct
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store import manifest as said
from einvoice_desktop.store.files import give_name, settle
from einvoice_desktop.store.manifest import Manifest, Member

LARGEST_SETTINGS, LARGEST_FILE = 1_000_000, 5_000_000
"""Bytes."""
UNFINISHED = ".einvoice-backup-"
"""How the name begins while it is being written."""

_CHUNK = 1 << 20
_LEVEL = 4
_MOST_ENTRIES = said.MOST_FILES + 3
_LARGEST_DIRECTORY = 100_000
_END = struct.Struct("<4s4H2LH")
_WELL_PACKED = 250
"""Books become this many times smaller at most, unless they are small."""
_SMALL = 64_000_000
_FILE_NAME = re.compile(r"files/[0-9]{1,2}\.[a-z0-9]{1,5}")
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    UnicodeError,
)
"""What zipfile says of a file that is not as it should be."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})

Content = Path | bytes


# --- writing ----------------------------------------------------------------------------------------


def write_backup(
    folder: Path, target: Path | Callable[[], Path], manifest: Manifest, contents: Mapping[str, Content]
) -> tuple[Path, Manifest]:
    """Its path, and `manifest` with the members' sizes and hashes, as written. The file has been read back
    whole before it has its name in `folder`, which no other may have; where `target` makes names, another one
    is taken then. Raises OSError, and leaves no half file behind."""
    beside = folder / f"{UNFINISHED}{uuid.uuid4().hex}.tmp"
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "r+b") as file:
            whole = _write(file, manifest, contents)
            file.flush()
            os.fsync(file.fileno())
        with opened(beside) as written:
            written.check()
        path = _named(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    settle(path.parent)
    return path, whole


def _named(beside: Path, target: Path | Callable[[], Path]) -> Path:
    if isinstance(target, Path):
        give_name(beside, target)
        return target
    while True:
        path = target()
        # Another company's, which goes to the same folder, may have been quicker.
        with contextlib.suppress(FileExistsError):
            give_name(beside, path)
            return path


def _write(file: IO[bytes], manifest: Manifest, contents: Mapping[str, Content]) -> Manifest:
    members: dict[str, Member] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in contents.items():
            with _source(content) as source, archive.open(name, "w", force_zip64=True) as member:
                members[name] = _copied(source, member.write)
        whole = replace(manifest, members=members)
        archive.writestr(said.NAME, said.manifest_bytes(whole))
    return whole


@contextmanager
def _source(content: Content) -> Iterator[IO[bytes]]:
    if isinstance(content, bytes):
        yield BytesIO(content)
        return
    with content.open("rb") as file:
        yield file


def _copied(source: IO[bytes], write: Callable[[bytes], object], most: int | None = None) -> Member:
    """Copies all of it, but not one chunk beyond `most`; how much it was."""
    size, digest = 0, hashlib.sha256()
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if most is not None and size > most:
            break
        digest.update(chunk)
        write(chunk)
    return Member(size, digest.hexdigest())


# --- reading ----------------------------------------------------------------------------------------


class BackupFile:
    """An opened backup whose names, sizes and manifest have been checked; no name in it is ever a path."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest, path: Path) -> None:
        self._archive = archive
        self.manifest = manifest
        self.path = path

    def check(self) -> None:
        """Reads every member. Raises UserError("backup_damaged", file=)."""
        for name in self.manifest.members:
            self._copy(name, lambda _chunk: None)

    def extract(self, name: str, target: Path) -> None:
        """One member into a new file of the caller's own choosing, for its owner alone. Raises UserError
        ("backup_damaged", file=), OSError."""
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            self._copy(name, file.write)
            file.flush()
            os.fsync(file.fileno())

    def content(self, name: str) -> bytes:
        """A small member; b"" where there is none. Raises UserError("backup_damaged", file=)."""
        if name not in self.manifest.members:
            return b""
        chunks: list[bytes] = []
        self._copy(name, chunks.append)
        return b"".join(chunks)

    def _copy(self, name: str, write: Callable[[bytes], object]) -> None:
        promised = self.manifest.members[name]
        with _told(self.path), self._archive.open(name) as member:
            found = _copied(member, write, promised.size)
        if found != promised:
            raise UserError("backup_damaged", file=self.path.name)


@contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """Raises UserError("backup_not_ours" | "backup_newer" | "backup_unsafe" | "backup_damaged", file=),
    OSError where it cannot be read at all."""
    with path.open("rb") as file:
        if not _has_small_directory(file):
            raise UserError("backup_not_ours", file=path.name)
        with contextlib.ExitStack() as stack:
            with _told(path):
                archive = stack.enter_context(zipfile.ZipFile(file))
                entries = _checked_names(archive, path)
                manifest = _manifest(archive, path)
                _check_sizes(entries, manifest, path)
            yield BackupFile(archive, manifest, path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise UserError("backup_damaged", file=path.name) from error


@contextmanager
def told_of_reading(path: Path) -> Iterator[None]:
    """What the system says of the file `path`, as UserError."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("file_missing") from error
    except (PermissionError, IsADirectoryError) as error:
        raise UserError("file_forbidden") from error
    except OSError as error:
        if error.errno in NO_ROOM:
            raise UserError("disk_full") from error
        raise UserError("backup_damaged", file=path.name) from error


def _has_small_directory(file: IO[bytes]) -> bool:
    """zipfile reads the whole list of members into memory: a long one is none of ours."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END.size - 0xFFFF))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return False
    _, _, _, _, count, length, _, _ = _END.unpack(tail[at : at + _END.size])
    return bool(count <= _MOST_ENTRIES and length <= _LARGEST_DIRECTORY)


def _checked_names(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """Only names that a backup can have, each once, plain files all of them."""
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = info.orig_filename
        known = name in (said.NAME, said.BOOKS, said.SETTINGS) or _FILE_NAME.fullmatch(name) is not None
        mode = info.external_attr >> 16
        plain = stat.S_IFMT(mode) in (0, stat.S_IFREG) and not info.flag_bits & 0x1
        if not known or not plain or info.filename != name or name in entries:
            raise UserError("backup_unsafe", file=path.name)
        entries[name] = info
    if said.NAME not in entries:
        raise UserError("backup_not_ours", file=path.name)
    return entries


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    with archive.open(said.NAME) as member:
        data = member.read(said.LARGEST + 1)
    if len(data) > said.LARGEST:
        raise UserError("backup_unsafe", file=path.name)
    return said.read_manifest(data, path.name)


def _check_sizes(entries: Mapping[str, zipfile.ZipInfo], manifest: Manifest, path: Path) -> None:
    """What is there is what the manifest promises, and none of it is larger than such a thing can be."""
    names = set(entries) - {said.NAME}
    if names != set(manifest.members) or (said.BOOKS in names) != (manifest.books is not None):
        raise UserError("backup_damaged", file=path.name)
    if not set(manifest.files.values()) <= names:
        raise UserError("backup_damaged", file=path.name)
    for name in names:
        info, size = entries[name], manifest.members[name].size
        if info.file_size != size:
            raise UserError("backup_damaged", file=path.name)
        most = {
            said.SETTINGS: LARGEST_SETTINGS,
            said.BOOKS: max(_SMALL, info.compress_size * _WELL_PACKED),
        }.get(name, LARGEST_FILE)
        if size > most:
            raise UserError("backup_unsafe", file=path.name)
