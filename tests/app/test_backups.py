"""When a backup is made, where it goes and which ones stay; the calendar is Athens's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.app.backups import Backups, Keep, Standing, is_due, to_remove
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup, BackupReason, Outlook, Restored

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OWN = Path("/data/backups")
STICK = Path("/stick")


def backup(made: datetime, **told: Any) -> Backup:
    plain = {
        "path": OWN / f"einvoice-backup-{made:%Y%m%d-%H%M%S}.zip",
        "reason": BackupReason.DAILY,
        "size": 1000,
        "documents": 3,
        "last_sealed_at": made,
        "schema": 6,
        "program": "1",
        "own": True,
        "broken_at": None,
    }
    return Backup(made_at=made, **(plain | told))


class Shelf:
    """Backups in memory, by folder."""

    own_folder = OWN

    def __init__(self, *there: Backup) -> None:
        self.folders: dict[Path, list[Backup]] = {OWN: list(there)}
        self.changed = True
        self.fault: UserError | None = None
        self.restored: list[Path] = []

    def server(self) -> str:
        return ""

    def usable(self, folder: Path) -> bool:
        return folder in self.folders

    def make(self, where: Path, reason: BackupReason, now: datetime) -> Backup:
        if self.fault is not None:
            raise self.fault
        made = backup(now, reason=reason)
        self.folders[where].append(made)
        return made

    def listed(self, folder: Path) -> list[Backup]:
        return sorted(self.folders.get(folder, []), key=lambda one: one.made_at, reverse=True)

    def changed_since(self, moment: datetime) -> bool:
        return self.changed and moment < NOW

    def remove(self, gone: Backup) -> None:
        for there in self.folders.values():
            if gone in there:
                there.remove(gone)

    def read(self, path: Path) -> Backup:
        return next(one for one in self.folders[OWN] if one.path == path)

    def examine(self, path: Path) -> Outlook:
        return Outlook(self.read(path), 0)

    def restore(self, path: Path, now: datetime, patience: float) -> Restored:
        assert patience > 0
        assert now == NOW
        self.restored.append(path)
        if self.fault is not None:
            raise self.fault
        return Restored(self.read(path), 2, 1, None)


class Clock:
    def now(self) -> datetime:
        return NOW

    def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


def books(shelf: Shelf, **settings: str) -> Backups:
    told = {name.replace("_", "."): value for name, value in settings.items()}
    return Backups(shelf, lambda: _Settings(told), Clock())


class _Settings:
    def __init__(self, told: dict[str, str]) -> None:
        self.told = told

    def get(self, name: str, default: str = "") -> str:
        return self.told.get(name, default)


# --- when -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, True),
        (NOW, False),
        (NOW - timedelta(hours=11), False),
        # 23:59 of the day before in Athens is 21:59 of it in Greenwich.
        (datetime(2026, 11, 22, 21, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 22, 22, 0, tzinfo=UTC), False),
    ],
)
def test_one_is_due_on_each_day_of_athens(last: datetime | None, due: bool) -> None:
    assert is_due(NOW, last) is due


def test_the_day_has_one_by_itself_unless_none_is_wanted_or_one_is_there() -> None:
    shelf = Shelf()
    assert books(shelf, backup_daily="0").make_if_due() is None
    made = books(shelf).make_if_due()
    assert made is not None
    assert made.reason is BackupReason.DAILY
    assert books(shelf).make_if_due() is None


def test_anothers_or_an_unverified_one_does_not_stand_for_the_days_own() -> None:
    for there in (backup(NOW, own=False), backup(NOW, broken_at=7)):
        assert books(Shelf(there)).make_if_due() is not None


def test_at_closing_nothing_is_made_of_books_that_have_not_changed() -> None:
    shelf = Shelf(backup(NOW - timedelta(days=1)))
    shelf.changed = False
    assert books(shelf).make_if_due(if_changed=True) is None
    shelf.changed = True
    assert books(shelf).make_if_due(if_changed=True) is not None


# --- where ------------------------------------------------------------------------------------------


def test_they_go_to_the_chosen_folder_and_to_the_own_one_where_that_is_not_there() -> None:
    shelf = Shelf()
    on_stick = books(shelf, backup_folder=str(STICK))
    assert on_stick.folder() == (OWN, str(STICK))
    on_stick.make()
    assert on_stick.standing().missing == str(STICK)
    shelf.folders[STICK] = []
    on_stick.make()
    assert (len(shelf.folders[OWN]), len(shelf.folders[STICK])) == (1, 1)
    assert on_stick.folder() == (STICK, "")
    assert len(on_stick.listed()) == 2
    # A name without a place could be anywhere.
    assert books(shelf, backup_folder="backups").folder() == (OWN, "backups")


def test_the_standing_warns_when_the_last_is_old_or_the_try_failed() -> None:
    shelf = Shelf(backup(NOW - timedelta(days=2)))
    assert not books(shelf).standing().is_late(NOW)
    assert books(Shelf(backup(NOW - timedelta(days=4)))).standing().is_late(NOW)
    assert Standing(None).is_late(NOW)
    full = books(shelf)
    shelf.fault = UserError("backup_no_room", path=OWN)
    with pytest.raises(UserError):
        full.make()
    assert full.standing().is_late(NOW)
    assert full.standing().failed is shelf.fault
    shelf.fault = None
    full.make()
    assert full.standing().failed is None


def test_one_made_while_the_clock_was_a_year_ahead_hides_nothing() -> None:
    ahead, old = backup(NOW + timedelta(days=365)), backup(NOW - timedelta(days=5))
    standing = books(Shelf(ahead, old)).standing()
    assert standing.last == old
    assert standing.is_late(NOW)
    shelf = Shelf(ahead)
    assert books(shelf).make_if_due() is not None
    # Once a day, not at every look.
    assert books(shelf).make_if_due() is None


# --- which stay -------------------------------------------------------------------------------------


def kept(there: list[Backup], keep: Keep | None = None) -> list[Backup]:
    gone = to_remove(there, keep or Keep())
    return [one for one in there if one not in gone]


def test_of_two_years_of_days_fourteen_days_eight_weeks_and_twelve_months_stay() -> None:
    there = [backup(NOW - timedelta(days=days)) for days in range(730)]
    days = [(NOW - one.made_at).days for one in kept(there)]
    assert days[:14] == list(range(14))
    # The last of each week is its Sunday: this week's is today, a Monday.
    assert days[14:20] == [15, 22, 23, 29, 36, 43]
    months = {f"{one.made_at:%Y-%m}" for one in kept(there)}
    assert len(months) == 12
    assert 14 + 6 < len(days) <= 14 + 8 + 12


def test_of_a_day_with_several_the_last_stays_and_all_of_the_last_day() -> None:
    today = [backup(NOW - timedelta(hours=hours)) for hours in range(0, 24, 6)]
    before = [backup(NOW - timedelta(days=2, hours=hours)) for hours in range(0, 9, 2)]
    assert kept(today + before) == today + before[:1]


def test_settings_alone_make_no_room_for_themselves_among_books() -> None:
    books_of_then = backup(NOW - timedelta(days=700))
    there = [backup(NOW - timedelta(days=days), documents=None) for days in range(0, 100, 2)]
    assert books_of_then in kept([*there, books_of_then])
    assert len(kept([*there, books_of_then])) < 40


def test_what_is_not_of_these_books_is_never_touched() -> None:
    there = [backup(NOW)] + [backup(NOW - timedelta(minutes=m), own=False) for m in range(1, 50)]
    assert kept(there) == there


def test_the_newest_verified_one_stays_whatever_the_numbers_say() -> None:
    none = Keep(0, 0, 0)
    verified, altered = backup(NOW - timedelta(days=400)), backup(NOW, broken_at=3)
    assert kept([altered, verified], none) == [altered, verified]
    assert kept([backup(NOW), verified], none) == [backup(NOW)]
    assert kept([], none) == []


def test_one_from_before_a_restore_stays_as_long_as_the_months_reach() -> None:
    before = backup(NOW - timedelta(days=300), reason=BackupReason.BEFORE_RESTORE)
    old = backup(NOW - timedelta(days=500), reason=BackupReason.BEFORE_RESTORE)
    there = [backup(NOW), before, old]
    assert kept(there) == [backup(NOW), before]


def test_the_numbers_are_settings_and_what_is_none_counts_as_the_usual() -> None:
    assert books(Shelf()).keep() == Keep(14, 8, 12)
    told = books(Shelf(), backup_days="3", backup_weeks="x", backup_months="9999")
    assert told.keep() == Keep(3, 8, 12)
    shelf = Shelf(*(backup(NOW - timedelta(days=days)) for days in range(1, 40)))
    books(shelf, backup_days="3", backup_weeks="0", backup_months="0").make()
    assert len(shelf.folders[OWN]) == 3


# --- a planned restore ------------------------------------------------------------------------------


def test_what_is_planned_is_carried_out_once_and_its_end_is_kept_for_the_next_window() -> None:
    there = backup(NOW)
    shelf = Shelf(there)
    planned = books(shelf)
    planned.carry_out()
    assert (shelf.restored, planned.ended) == ([], None)
    planned.plan(there)
    planned.carry_out()
    planned.carry_out()
    assert shelf.restored == [there.path]
    assert planned.planned is None
    assert planned.ended == Restored(there, 2, 1, None)
    shelf.fault = UserError("restore_books_busy", who="")
    planned.plan(there)
    planned.carry_out()
    assert planned.ended is shelf.fault
