"""New versions: nothing is read that is not signed, nothing old or expired is taken, nothing is half done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from einvoice_desktop.app import updates as module
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import BackupReason
from einvoice_desktop.app.ports.updates import Outcome, Package, Place, Progress, Ready, Step, Stopped
from einvoice_desktop.app.updates import Parts, Updates, read_release, version_key
from einvoice_desktop.vault.signatures import is_signed
from tests.updating.releases import manifest, new_key, signed

KEY, PUBLIC = new_key()
OTHER, OTHER_PUBLIC = new_key()
ADDRESS = "https://example.org/updates"
PACKAGE = b"the new program" * 1000


class FakeWeb:
    """What lies at the place."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.cut_at: int | None = None

    def lay(self, data: bytes, key: Any = KEY) -> None:
        self.files = {"update.json": data, "update.json.sig": signed(data, key), "new.zip": PACKAGE}

    def fetch(self, address: str, most: int) -> bytes:
        assert address.startswith(f"{ADDRESS}/")
        self.asked.append(address.rpartition("/")[2])
        data = self.files[self.asked[-1]]
        if len(data) > most:
            raise UserError("update_too_large")
        return data

    def stream(self, address: str, _size: int, keep: Callable[[bytes], object], stopped: Stopped) -> None:
        data = self.files[address.rpartition("/")[2]][: self.cut_at]
        for start in range(0, len(data), 1000):
            if stopped():
                raise UserError("update_stopped")
            keep(data[start : start + 1000])


class FakeInstallation:
    """Remembers what it was asked."""

    system = "linux"

    def __init__(self) -> None:
        self.did: list[str] = []
        self.kept = b""
        self.trouble: dict[str, str] = {}

    def _do(self, what: str) -> None:
        self.did.append(what)
        if what in self.trouble:
            raise UserError(self.trouble[what])

    def check(self) -> None:
        self._do("check")

    def make_room(self, _size: int) -> None:
        self._do("room")

    @contextmanager
    def keeping(self, _package: Package) -> Iterator[Callable[[bytes], object]]:
        pieces: list[bytes] = []
        yield pieces.append
        self.kept = b"".join(pieces)
        self._do("kept")

    def prepare(self, _ready: Ready, progress: Progress, _stopped: Stopped) -> None:
        progress(Step.TRY_OUT, 0, 0)
        self._do("prepare")

    def carry_out(self, _ready: Ready) -> bool:
        self._do("carry out")
        return True

    def outcome(self) -> Outcome | None:
        return None


class FakeBackups:
    """The backups of one company."""

    def __init__(self, server: str = "", *, is_verified: bool = True) -> None:
        self.where, self.is_verified = server, is_verified
        self.made: list[BackupReason] = []

    def server(self) -> str:
        return self.where

    def make(self, reason: BackupReason) -> Any:
        self.made.append(reason)
        return SimpleNamespace(is_verified=self.is_verified, path=Path("backup.zip"))


class MemorySettings(dict[str, str]):
    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        return super().get(name, default)

    def set(self, name: str, value: str) -> None:
        self[name] = value


class World:
    """Updates of version 0.1.0, and everything they touch."""

    def __init__(self) -> None:
        self.web, self.installation, self.settings = FakeWeb(), FakeInstallation(), MemorySettings()
        self.now = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
        self.companies: list[tuple[str, Any]] = [("", FakeBackups())]
        self.keys = (OTHER_PUBLIC, PUBLIC)
        self.steps: list[Step] = []
        self.web.lay(manifest(PACKAGE))

    @property
    def updates(self) -> Updates:
        clock: Any = SimpleNamespace(now=lambda: self.now)
        place = Place(ADDRESS, self.keys)
        parts = Parts(
            place=place,
            present="0.1.0",
            downloads=self.web,
            is_signed=is_signed,
            installation=self.installation,
            backups=lambda: self.companies,
            settings=self.settings,
            clock=clock,
            words=("--data-dir", "/books"),
        )
        return Updates(parts)

    def make_ready(self, *, trusting: bool = False, stopped: Stopped = lambda: False) -> Ready:
        updates = self.updates
        note = lambda step, _done, _total: self.steps.append(step)  # noqa: E731
        return updates.make_ready(updates.look(), note, stopped, trusting=trusting)


@pytest.fixture
def world() -> World:
    return World()


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        deed()
    return caught.value.code


# --- versions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high"),
    [("0.9.0", "0.10.0"), ("1.0", "1.0.1"), ("0.1.0", "0.2"), ("2", "10"), ("1.2.3", "1.2.3.1")],
)
def test_versions_are_compared_by_their_numbers(low: str, high: str) -> None:
    assert version_key(low) < version_key(high)
    assert version_key("1.0.0") == version_key("1")
    assert version_key("0.2.0.dev1") == version_key("0.2.0")


# --- looking ----------------------------------------------------------------------------------------


def test_a_newer_version_is_found_with_its_notes_and_this_systems_package(world: World) -> None:
    look = world.updates.look()
    assert look.release is not None
    assert (look.present, look.release.version) == ("0.1.0", "0.2.0")
    assert look.release.notes["el"] == "Ταχύτερη εκκίνηση."
    assert look.package is not None
    assert look.package.size == len(PACKAGE)
    assert world.settings["update.seen"] == "0.2.0"
    assert world.installation.did == ["check"]
    world.installation.trouble["check"] = "update_others_open"
    obstacle = world.updates.look().obstacle
    assert obstacle is not None
    assert obstacle.code == "update_others_open"


def test_in_windows_other_companies_windows_are_spoken_of_beforehand(world: World) -> None:
    world.installation.system = "windows"
    assert not world.updates.look().others_unseen
    world.companies.append(("Second", FakeBackups()))
    assert world.updates.look().others_unseen


def test_the_present_version_is_the_newest(world: World) -> None:
    world.web.lay(manifest(PACKAGE, version="0.1.0"))
    assert world.updates.look().release is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda web: web.files.update({"update.json": web.files["update.json"] + b" "}),
        lambda web: web.files.update({"update.json": web.files["update.json"].replace(b"0.2.0", b"9.2.0")}),
        lambda web: web.files.update({"update.json.sig": b""}),
        lambda web: web.files.update({"update.json.sig": b"%%%"}),
        lambda web: web.files.update({"update.json.sig": b"QUJD"}),
        lambda web: web.lay(manifest(PACKAGE), new_key()[0]),
    ],
)
def test_what_the_publisher_has_not_signed_is_not_even_read(
    world: World, spoil: Callable[[FakeWeb], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(world.web)
    monkeypatch.setattr(module, "read_release", lambda _data: pytest.fail("it was read"))
    assert refused(world.updates.look) == "update_unsigned"
    assert world.settings == {}


def test_either_of_two_keys_counts_and_none_counts_for_nothing(world: World) -> None:
    world.web.lay(manifest(PACKAGE), OTHER)
    assert world.updates.look().release is not None
    for keys in ((), ("",), ("no key",), (PUBLIC[:-4],)):
        world.keys = keys
        assert refused(world.updates.look) == "update_unsigned"


def test_an_older_version_is_refused_even_than_one_seen_before(world: World) -> None:
    world.web.lay(manifest(PACKAGE, version="0.0.9"))
    assert refused(world.updates.look) == "update_older"
    world.settings["update.seen"] = "0.3.0"
    world.web.lay(manifest(PACKAGE))
    assert refused(world.updates.look) == "update_older"


def test_a_description_past_its_day_is_refused(world: World) -> None:
    world.now = datetime(2030, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert refused(world.updates.look) == "update_expired"


def test_a_release_without_this_system_is_said(world: World) -> None:
    world.installation.system = "windows"
    told = manifest(PACKAGE, files={})
    world.web.lay(told)
    assert refused(world.updates.look) == "update_no_package"


HASH = "0" * 64


@pytest.mark.parametrize(
    "changes",
    [
        {"version": "1.x"},
        {"version": 2},
        {"version": "1.2.3.4.5"},
        {"released": None},
        {"validUntil": "soon"},
        {"notes": "new"},
        {"files": []},
        {"files": {"linux": {"name": "../new.zip", "size": 1, "sha256": HASH}}},
        {"files": {"linux": {"name": "a/b.zip", "size": 1, "sha256": HASH}}},
        {"files": {"linux": {"name": "", "size": 1, "sha256": HASH}}},
        {"files": {"linux": {"name": "a.zip", "size": True, "sha256": HASH}}},
        {"files": {"linux": {"name": "a.zip", "size": -1, "sha256": HASH}}},
        {"files": {"linux": {"name": "a.zip", "size": 2**40, "sha256": HASH}}},
        {"files": {"linux": {"name": "a.zip", "size": 1, "sha256": HASH.upper()[:-1] + "G"}}},
    ],
)
def test_a_signed_description_that_makes_no_sense_is_refused(changes: dict[str, object]) -> None:
    assert refused(lambda: read_release(manifest(PACKAGE, **changes))) == "update_unreadable"


def test_what_is_no_description_at_all_is_refused() -> None:
    for data in (b"", b"[]", b"\xff", b"[" * 60_000):
        assert refused(lambda data=data: read_release(data)) == "update_unreadable"  # type: ignore[misc]


def test_a_copy_without_a_place_asks_nobody(world: World) -> None:
    updates = Updates(
        Parts(
            Place(),
            "0.1.0",
            world.web,
            is_signed,
            world.installation,
            list,
            world.settings,
            world.updates,  # type: ignore[arg-type]
        )
    )
    assert not updates.has_place
    assert refused(updates.look) == "update_nowhere"
    assert world.web.asked == []


# --- making ready -----------------------------------------------------------------------------------


def test_it_is_downloaded_verified_backed_up_and_tried_in_this_order(world: World) -> None:
    second = FakeBackups()
    world.companies.append(("Second", second))
    ready = world.make_ready()
    assert (ready.version, ready.words) == ("0.2.0", ("--data-dir", "/books"))
    assert world.installation.did == ["check", "check", "room", "kept", "prepare"]
    assert world.installation.kept == PACKAGE
    assert list(dict.fromkeys(world.steps)) == [Step.DOWNLOAD, Step.BACK_UP, Step.TRY_OUT]
    assert [one.made for _, one in world.companies] == [[BackupReason.BEFORE_UPDATE]] * 2


@pytest.mark.parametrize("cut_at", [0, 999, len(PACKAGE) - 1])
def test_a_package_that_comes_short_is_not_kept(world: World, cut_at: int) -> None:
    world.web.cut_at = cut_at
    assert refused(world.make_ready) == "update_other_file"
    assert world.installation.did == ["check", "check", "room"]
    assert world.companies[0][1].made == []


def test_a_package_of_other_bytes_is_not_kept(world: World) -> None:
    world.web.files["new.zip"] = PACKAGE[:-1] + b"!"
    assert refused(world.make_ready) == "update_other_file"
    assert "kept" not in world.installation.did


def test_a_copy_that_cannot_be_replaced_downloads_nothing(world: World) -> None:
    world.installation.trouble["check"] = "update_not_frozen"
    assert refused(world.make_ready) == "update_not_frozen"
    assert world.installation.did == ["check", "check"]


def test_books_on_a_server_wait_for_the_persons_word(world: World) -> None:
    world.companies = [("Office", FakeBackups("db.office.gr"))]
    assert world.updates.look().servers == ("Office: db.office.gr",)
    assert refused(world.make_ready) == "update_server_books"
    assert "room" not in world.installation.did
    world.make_ready(trusting=True)
    assert world.companies[0][1].made == [BackupReason.BEFORE_UPDATE]


def test_a_backup_of_altered_books_waits_for_the_persons_word_too(world: World) -> None:
    world.companies = [("", FakeBackups(is_verified=False))]
    assert refused(world.make_ready) == "update_backup_doubtful"
    assert "prepare" not in world.installation.did
    world.make_ready(trusting=True)
    assert "prepare" in world.installation.did


def test_it_stops_where_the_person_stops_it(world: World) -> None:
    assert refused(lambda: world.make_ready(stopped=lambda: len(world.steps) > 3)) == "update_stopped"
    assert world.installation.did == ["check", "check", "room"]
    assert (
        refused(lambda: world.make_ready(stopped=lambda: "kept" in world.installation.did))
        == "update_stopped"
    )
    assert world.companies[0][1].made == []


def test_only_what_is_planned_is_carried_out_and_once(world: World) -> None:
    updates = world.updates
    assert not updates.carry_out()
    updates.plan(world.make_ready())
    assert updates.carry_out()
    assert not updates.carry_out()
    assert world.installation.did.count("carry out") == 1
