"""When a backup is made, where it goes, which ones stay, and what is planned with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup, BackupReason, BackupShelf, Clock, Outlook, Restored
from einvoice_desktop.domain.dates import ATHENS

FOLDER, DAILY = "backup.folder", "backup.daily"
DAYS, WEEKS, MONTHS = "backup.days", "backup.weeks", "backup.months"
KEPT = {DAYS: 14, WEEKS: 8, MONTHS: 12}
"""How many of each are kept unless the person says otherwise."""
MOST_KEPT = 99
BEFORE_CHANGES = (BackupReason.BEFORE_RESTORE, BackupReason.BEFORE_UPDATE)
"""What a person may want to go back to months later."""
LATE_DAYS = 3
PATIENCE_SECONDS = 20.0
"""How long a restore waits for a window that is just closing."""


class Wishes(Protocol):
    """The settings, as they are when they are asked for."""

    def get(self, name: str, default: str = "") -> str: ...


@dataclass(frozen=True, slots=True)
class Keep:
    """How many daily, weekly and monthly backups stay."""

    days: int = KEPT[DAYS]
    weeks: int = KEPT[WEEKS]
    months: int = KEPT[MONTHS]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the backups stand. `last` is the newest verified one of this data folder; `failed` why the last try
    came to nothing; `missing` the chosen folder that is not there today; `server` where the books are if not
    in a file here."""

    last: Backup | None
    failed: UserError | None = None
    missing: str = ""
    server: str = ""

    def is_late(self, now: datetime) -> bool:
        """Whether a person should look after it."""
        if self.failed is not None:
            return True
        return self.last is None or now - self.last.made_at > timedelta(days=LATE_DAYS)


def is_due(now: datetime, last: datetime | None) -> bool:
    """Whether none was made today, by Athens's calendar."""
    return last is None or last.astimezone(ATHENS).date() != now.astimezone(ATHENS).date()


def to_remove(backups: Iterable[Backup], keep: Keep) -> list[Backup]:
    """Those of this data folder that rotate out: of the latest days, weeks and months that have any, the last
    one of each stays, and so do all of the last day; one from before a restore or an update stays as long
    as the months reach; the newest verified one always stays. Those without books make no room for those
    with them."""
    own = sorted((b for b in backups if b.own), key=lambda b: b.made_at, reverse=True)
    with_books = [b for b in own if b.has_books]
    without = [b for b in own if not b.has_books]
    return [b for kind in (with_books, without) for b in _rotated(kind, keep)]


def _rotated(own: Sequence[Backup], keep: Keep) -> list[Backup]:
    if not own:
        return []
    verified = [b for b in own if b.is_verified]
    regular = [b for b in verified if b.reason not in BEFORE_CHANGES]
    stay = {*verified[:1], own[0]}
    stay |= _last_of_each(regular, keep.days, lambda day: day.date().isoformat())
    stay |= _last_of_each(regular, keep.weeks, lambda day: str(day.isocalendar()[:2]))
    stay |= _last_of_each(regular, keep.months, lambda day: f"{day:%Y-%m}")
    stay |= {b for b in own if own[0].made_at - b.made_at < _stays_for(b, keep)}
    return [b for b in own if b not in stay]


def _stays_for(backup: Backup, keep: Keep) -> timedelta:
    if backup.reason in BEFORE_CHANGES:
        return timedelta(days=31 * max(keep.months, 1))
    return timedelta(days=1)


def _last_of_each(backups: Sequence[Backup], count: int, span: Callable[[datetime], str]) -> set[Backup]:
    last: dict[str, Backup] = {}
    for backup in backups:
        last.setdefault(span(backup.made_at.astimezone(ATHENS)), backup)
    return set(list(last.values())[:count])


class Backups:
    """The backups of one data folder. Methods block, but for `planned`, `plan` and `ended`."""

    def __init__(self, shelf: BackupShelf, settings: Callable[[], Wishes], clock: Clock) -> None:
        self._shelf = shelf
        self._settings = settings
        self._clock = clock
        self._failed: UserError | None = None
        self.planned: Backup | None = None
        """What is to take the place of the books as soon as nothing has them open."""
        self.ended: Restored | Exception | None = None
        """What the last restore came to, until it has been told."""

    # --- where and how many -----------------------------------------------------------------------

    def folder(self) -> tuple[Path, str]:
        """Where the next one goes; the chosen folder, if it is not there today."""
        chosen = self._settings().get(FOLDER).strip()
        if not chosen:
            return self._shelf.own_folder, ""
        there = Path(chosen).is_absolute() and self._shelf.usable(Path(chosen))
        return (Path(chosen), "") if there else (self._shelf.own_folder, chosen)

    def keep(self) -> Keep:
        """As the settings say."""
        settings = self._settings()
        return Keep(*(_number(settings.get(name), KEPT[name]) for name in (DAYS, WEEKS, MONTHS)))

    def is_daily(self) -> bool:
        """Whether they are made without being asked for."""
        return self._settings().get(DAILY) != "0"

    def server(self) -> str:
        """Where the books are if not in a file of the data folder."""
        return self._shelf.server()

    # --- looking ----------------------------------------------------------------------------------

    def listed(self) -> list[Backup]:
        """In the chosen folder and the own one, newest first."""
        folders = dict.fromkeys((self.folder()[0], self._shelf.own_folder))
        found = [backup for folder in folders for backup in self._shelf.listed(folder)]
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    def standing(self) -> Standing:
        """For the status line."""
        return Standing(self._last(), self._failed, self.folder()[1], self._shelf.server())

    def _last(self) -> Backup | None:
        """The newest that counts; one made while the clock was wrong, and so after now, does not."""
        now = self._clock.now()
        return next((b for b in self.listed() if b.own and b.is_verified and b.made_at <= now), None)

    # --- making -----------------------------------------------------------------------------------

    def make(self, reason: BackupReason = BackupReason.WANTED) -> Backup:
        """A new one where they go; then those that rotate out are taken away. Raises UserError."""
        folder, _ = self.folder()
        try:
            made = self._shelf.make(folder, reason, self._clock.now())
        except UserError as error:
            self._failed = error
            raise
        self._failed = None
        if made.is_verified:
            for old in to_remove(self._shelf.listed(folder), self.keep()):
                self._shelf.remove(old)
        return made

    def make_at(self, path: Path) -> Backup:
        """A new one under a name of the person's own; nothing rotates. Raises UserError."""
        return self._shelf.make(path, BackupReason.WANTED, self._clock.now())

    def make_if_due(self, *, if_changed: bool = False) -> Backup | None:
        """The day's own, unless there is one or none is wanted; `if_changed`: only where the books may have
        changed since the last. Raises UserError."""
        if not self.is_daily():
            return None
        last = self._last()
        if not is_due(self._clock.now(), None if last is None else last.made_at):
            return None
        if if_changed and last is not None and not self._shelf.changed_since(last.made_at):
            return None
        return self.make(BackupReason.DAILY)

    # --- restoring --------------------------------------------------------------------------------

    def examine(self, path: Path) -> Outlook:
        """What restoring it would do. Raises UserError."""
        return self._shelf.examine(path)

    def plan(self, backup: Backup | None) -> None:
        """It is to be restored, by `carry_out`; None: none is."""
        self.planned = backup

    def carry_out(self, patience: float = PATIENCE_SECONDS) -> None:
        """Restores what is planned, once; `ended` says what came of it."""
        planned, self.planned = self.planned, None
        if planned is None:
            return
        try:
            self.ended = self._shelf.restore(planned.path, self._clock.now(), patience)
        except Exception as error:  # noqa: BLE001 - told in the next window, or in its crash dialog
            self.ended = error

    def restore(self, path: Path) -> Restored:
        """At once. Raises UserError."""
        return self._shelf.restore(path, self._clock.now(), 0.0)


def _number(text: str, default: int) -> int:
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) < 4):
        return default
    return min(int(plain), MOST_KEPT)
