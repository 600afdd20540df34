"""Lays a release's ZIP down beside the program: nothing of it may reach outside its own folder."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.updates import Progress, Step, Stopped

MOST_FILES = 20_000
MOST_BYTES = 3 * 1024**3
_LONGEST_LINK = 1000
_PIECE = 1024 * 1024


def unpacked_size(package: Path) -> int:
    """The bytes that it takes unpacked. Raises UserError("update_package_unsafe")."""
    with _opened(package) as archive:
        return sum(info.file_size for info in archive.infolist())


def unpack(package: Path, into: Path, progress: Progress, stopped: Stopped) -> None:
    """The contents of the ZIP's one top folder into the new folder `into`; links last, so that nothing is
    written through one. Raises UserError("update_package_unsafe" | "update_stopped"), OSError."""
    into.mkdir(mode=0o755)
    with _opened(package) as archive:
        members = list(_members(archive))
        links: list[tuple[Path, zipfile.ZipInfo]] = []
        for done, (info, inner) in enumerate(members):
            if stopped():
                raise UserError("update_stopped")
            progress(Step.UNPACK, done, len(members))
            target = into.joinpath(*inner.parts)
            if stat.S_ISLNK(info.external_attr >> 16):
                links.append((target, info))
            elif info.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                _write(archive, info, target)
        for target, info in links:
            _link(archive, info, target)
    for target, info in links:
        if not _stays_inside(target, into):
            raise _unsafe(info.filename)


def _opened(package: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(package)
    except (zipfile.BadZipFile, ValueError) as error:
        raise UserError("update_package_unsafe", name=package.name) from error
    infos = archive.infolist()
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
        archive.close()
        raise UserError("update_package_unsafe", name=package.name)
    return archive


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Each with its place in the top folder; nothing outside it, nothing twice."""
    seen: set[PurePosixPath] = set()
    top = ""
    for info in archive.infolist():
        whole = PurePosixPath(info.filename)
        parts = info.filename.rstrip("/").split("/")
        plain = all(part not in ("", ".", "..") and part.isprintable() for part in parts)
        if not plain or "\\" in info.filename or ":" in info.filename or info.flag_bits & 1:
            raise _unsafe(info.filename)
        top = top or parts[0]
        if parts[0] != top or whole in seen:
            raise _unsafe(info.filename)
        seen.add(whole)
        if len(parts) > 1:
            yield info, PurePosixPath(*parts[1:])


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with archive.open(info) as source, target.open("xb") as file:
            shutil.copyfileobj(source, file, _PIECE)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, FileExistsError) as error:
        raise _unsafe(info.filename) from error
    # For its owner to write, for all to read; set-user-id and the like do not come out of a package.
    target.chmod(0o755 if (info.external_attr >> 16) & 0o111 else 0o644)


def _link(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    if info.file_size > _LONGEST_LINK:
        raise _unsafe(info.filename)
    try:
        leads_to = archive.read(info).decode()
        if not leads_to or PurePosixPath(leads_to).is_absolute() or not leads_to.isprintable():
            raise _unsafe(info.filename)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(leads_to)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, FileExistsError) as error:
        raise _unsafe(info.filename) from error


def _stays_inside(link: Path, into: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(into.resolve())
    except (OSError, RuntimeError):
        # It leads nowhere, or in a circle.
        return False


def _unsafe(name: str) -> UserError:
    return UserError("update_package_unsafe", name=os.path.basename(name)[:100] or "?")  # noqa: PTH119
