"""New versions of the program: what counts as one, and the steps from finding it to its being ready."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from einvoice_desktop.app.backups import Backups
from einvoice_desktop.app.connection import Settings
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import BackupReason, Clock
from einvoice_desktop.app.ports.updates import (
    Downloads,
    Installation,
    IsSigned,
    Outcome,
    Package,
    Place,
    Progress,
    Ready,
    Release,
    Step,
    Stopped,
)

MANIFEST, SIGNATURE = "update.json", "update.json.sig"
SEEN = "update.seen"
"""A setting: the newest version ever offered."""
LARGEST_MANIFEST, LARGEST_SIGNATURE = 64 * 1024, 1024
LARGEST_PACKAGE = 1024**3
LONGEST_NOTES = 4000
_VERSION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_HASH = re.compile(r"[0-9a-f]{64}")
LANGUAGES = ("el", "en")


@dataclass(frozen=True, slots=True)
class Look:
    """What a look came to: `release` None where the present version is the newest; `servers` the books that
    are shared on a server, by company; `obstacle` why this copy cannot be replaced now, None where it can;
    `others_unseen`: other companies' windows may be open, which only the setup program will notice."""

    present: str
    release: Release | None = None
    package: Package | None = None
    servers: tuple[str, ...] = ()
    obstacle: UserError | None = None
    others_unseen: bool = False


def version_key(text: str) -> tuple[int, ...]:
    """A version by its numbers, so that 0.10 is above 0.9 and 1.0.0 is 1.0; of "0.2.0.dev1" what stands
    before the letters. Raises ValueError where there are none."""
    found = _VERSION.match(text)
    if found is None:
        raise ValueError(text)
    numbers = [int(part) for part in found[0].split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def read_release(data: bytes) -> Release:
    """What a manifest says; its signature was right. Raises UserError("update_unreadable")."""
    try:
        told = json.loads(data)
        return Release(
            version=_checked(_VERSION, told["version"]),
            released=date.fromisoformat(told["released"][:10]),
            valid_until=_moment(told["validUntil"]),
            notes={name: str(told["notes"].get(name, ""))[:LONGEST_NOTES] for name in LANGUAGES},
            packages={str(name): _package(one) for name, one in told["files"].items()},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("update_unreadable") from error


def _package(told: Mapping[str, Any]) -> Package:
    size = told["size"]
    if type(size) is not int or not 0 < size <= LARGEST_PACKAGE:
        raise ValueError("size")
    return Package(_checked(_NAME, told["name"]), size, _checked(_HASH, told["sha256"]))


def _checked(shape: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not shape.fullmatch(text):
        raise ValueError(text)
    return text


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def judge(release: Release, present: str, seen: str, now: datetime) -> bool:
    """Whether it is newer than the `present` version. Raises UserError("update_expired") where the publisher
    no longer vouches for it: somebody may be holding the newer ones back; UserError("update_older") for one
    below the present version or below what was `seen` there before."""
    if now > release.valid_until:
        raise UserError("update_expired", date=release.valid_until.date().isoformat())
    offered, here = version_key(release.version), version_key(present)
    known = max(here, version_key(seen)) if _VERSION.fullmatch(seen) else here
    if offered < known:
        raise UserError("update_older", offered=release.version, present=present)
    return offered > here


@dataclass(frozen=True, slots=True)
class Parts:
    """What the updates are made of. `backups`: those of every company of this data folder, by its name."""

    place: Place
    present: str
    downloads: Downloads
    is_signed: IsSigned
    installation: Installation
    backups: Callable[[], Sequence[tuple[str, Backups]]]
    settings: Settings
    clock: Clock
    words: Sequence[str] = ()


class UpdatesDoor(Protocol):
    """Opens the updates when they are first needed; at hand."""

    def __call__(self) -> Updates: ...

    def has_news(self) -> bool:
        """Whether an update has been tried that the person has not been told of."""
        ...


class Updates:
    """The way to a newer version of this very copy. Methods block, but for `present`, `has_place`, `planned`
    and `plan`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.present = parts.present
        self.has_place = bool(parts.place.address)
        self.company = ""
        """Whose books are being backed up."""
        self.planned: Ready | None = None
        """What takes the program's place as soon as no window is open."""

    # --- looking ----------------------------------------------------------------------------------

    def look(self) -> Look:
        """Asks the place. Raises UserError("update_nowhere" | "update_unsigned" | "update_unreadable" |
        "update_expired" | "update_older" | "update_no_package") and what Downloads raises."""
        parts = self._parts
        release = self._release()
        seen = parts.settings.get(SEEN)
        is_newer = judge(release, parts.present, seen, parts.clock.now())
        if release.version != seen:
            parts.settings.set(SEEN, release.version)
        if not is_newer:
            return Look(parts.present)
        package = release.packages.get(parts.installation.system)
        if package is None:
            raise UserError("update_no_package", version=release.version)
        is_windows = parts.installation.system == "windows"
        others_unseen = is_windows and len(parts.backups()) > 1
        return Look(parts.present, release, package, self.servers(), self._obstacle(), others_unseen)

    def _obstacle(self) -> UserError | None:
        try:
            self._parts.installation.check()
        except UserError as error:
            return error
        return None

    def _release(self) -> Release:
        parts = self._parts
        if not self.has_place:
            raise UserError("update_nowhere")
        data = parts.downloads.fetch(self._address(MANIFEST), LARGEST_MANIFEST)
        signature = parts.downloads.fetch(self._address(SIGNATURE), LARGEST_SIGNATURE)
        # Nothing of it is read before this.
        if not parts.is_signed(data, signature, parts.place.keys):
            raise UserError("update_unsigned")
        return read_release(data)

    def _address(self, name: str) -> str:
        return f"{self._parts.place.address.rstrip('/')}/{name}"

    def servers(self) -> tuple[str, ...]:
        """The companies whose books are on a server, each with where that is."""
        found = ((name, backups.server()) for name, backups in self._parts.backups())
        return tuple(f"{name}: {server}" if name else server for name, server in found if server)

    # --- making ready -----------------------------------------------------------------------------

    def make_ready(
        self, look: Look, progress: Progress, stopped: Stopped, *, trusting: bool = False
    ) -> Ready:
        """Downloads, verifies, backs up, and does all that can be done while the program runs. Nothing of the
        present version is touched. Raises UserError. `trusting`: the person has said that the server's
        books, or books whose journal was altered, are cared for."""
        if look.release is None or look.package is None:
            raise UserError("update_none")
        if look.servers and not trusting:
            raise UserError("update_server_books", places=", ".join(look.servers))
        installation = self._parts.installation
        ready = Ready(look.release.version, look.package, self._parts.words)
        installation.check()
        installation.make_room(look.package.size)
        self._download(look.package, progress, stopped)
        self._back_up(progress, stopped, trusting)
        installation.prepare(ready, progress, stopped)
        return ready

    def _download(self, package: Package, progress: Progress, stopped: Stopped) -> None:
        digest, done = hashlib.sha256(), 0
        address = self._address(package.name)
        with self._parts.installation.keeping(package) as keep:

            def take(piece: bytes) -> None:
                nonlocal done
                done += len(piece)
                digest.update(piece)
                keep(piece)
                progress(Step.DOWNLOAD, done, package.size)

            progress(Step.DOWNLOAD, 0, package.size)
            self._parts.downloads.stream(address, package.size, take, stopped)
            if done != package.size or digest.hexdigest() != package.sha256:
                raise UserError("update_other_file", name=package.name)

    def _back_up(self, progress: Progress, stopped: Stopped, trusting: bool) -> None:
        every = self._parts.backups()
        for done, (name, backups) in enumerate(every):
            if stopped():
                raise UserError("update_stopped")
            self.company = name
            progress(Step.BACK_UP, done, len(every))
            made = backups.make(BackupReason.BEFORE_UPDATE)
            if not made.is_verified and not trusting:
                raise UserError("update_backup_doubtful", company=name, file=made.path.name)
        self.company = ""

    # --- the change itself ------------------------------------------------------------------------

    def plan(self, ready: Ready | None) -> None:
        """It is to take the program's place, by `carry_out`; None: none is."""
        self.planned = ready

    def carry_out(self) -> bool:
        """Installs what is planned, once; whether the new version goes on by itself."""
        planned, self.planned = self.planned, None
        return planned is not None and self._parts.installation.carry_out(planned)

    def outcome(self) -> Outcome | None:
        """What the last update came to; once."""
        return self._parts.installation.outcome()
