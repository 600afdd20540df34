"""New versions of the program: what one is, who fetches it, and who puts it in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from einvoice_desktop.app.errors import UserError


class Step(StrEnum):
    """What is being done of an update, in this order."""

    DOWNLOAD = "download"
    BACK_UP = "back_up"
    UNPACK = "unpack"
    TRY_OUT = "try_out"


Progress = Callable[[Step, int, int], None]
"""The step, how much of it is done and of how much; 0 of 0 where that is not known."""
Stopped = Callable[[], bool]
"""Whether the person has stopped it."""
IsSigned = Callable[[bytes, bytes, Sequence[str]], bool]
"""Whether the bytes carry a signature (base64) of one of the keys (base64)."""


@dataclass(frozen=True, slots=True)
class Package:
    """One file of a release: its plain name, its bytes' count and SHA-256 (hexadecimal, small letters)."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """What the publisher says of a version; `notes` by language, `packages` by system."""

    version: str
    released: date
    valid_until: datetime
    notes: Mapping[str, str]
    packages: Mapping[str, Package]


@dataclass(frozen=True, slots=True)
class Place:
    """Where new versions lie ("" for nowhere), and whose signatures count (Ed25519, base64)."""

    address: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update came to that the person has not been told of: `failed` None where it worked."""

    version: str
    failed: UserError | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A package that lies there, checked, and takes the program's place once nothing runs."""

    version: str
    package: Package
    words: Sequence[str] = field(default=())
    """What starts the program again, without the program itself."""


class Downloads(Protocol):
    """Fetches over https, without credentials, from the address itself: a redirect is an error.

    Every call blocks. Raises UserError("update_unreachable" | "update_not_https" | "update_redirected" |
    "update_answer" | "update_too_large" | "update_cut_off" | "update_slow").
    """

    def fetch(self, address: str, most: int) -> bytes:
        """The bytes there, at most `most`."""
        ...

    def stream(self, address: str, size: int, keep: Callable[[bytes], object], stopped: Stopped) -> None:
        """Hands the bytes on piece by piece, never more than `size`; raises UserError("update_stopped") soon
        after `stopped` says so."""
        ...


class Installation(Protocol):
    """The program as it lies on this computer. Every call blocks but `system`."""

    system: str
    """ "windows", "linux" or "" for any other: a release names its packages by it."""

    def check(self) -> None:
        """Raises UserError("update_not_frozen" | "update_other_system" | "update_folder_locked" |
        "update_data_inside" | "update_others_open" | "update_not_restartable") where it cannot be."""
        ...

    def make_room(self, size: int) -> None:
        """Clears away what earlier updates left; raises UserError("update_no_room") where a package of so
        many bytes could not be laid down and unpacked."""
        ...

    def keeping(self, package: Package) -> AbstractContextManager[Callable[[bytes], object]]:
        """Writes the package piece by piece; whatever ends the block early leaves nothing behind."""
        ...

    def prepare(self, ready: Ready, progress: Progress, stopped: Stopped) -> None:
        """All that can be done while the program runs. Raises UserError("update_package_unsafe" |
        "update_check_failed" | "update_no_room" | "update_stopped")."""
        ...

    def carry_out(self, ready: Ready) -> bool:
        """Puts it in the present one's place and starts it, once no window is open any more; whether it goes
        on by itself. Where not, everything is as it was and `outcome` says why."""
        ...

    def outcome(self) -> Outcome | None:
        """What the last update came to; once."""
        ...
