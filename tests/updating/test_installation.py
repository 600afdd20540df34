"""The program's folder in Linux: replaced whole by one that works, or left as it was, whatever happens."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.updates import Outcome, Package, Ready, Step
from einvoice_desktop.updating import LateUpdates, note_of, open_place, swap, trying
from einvoice_desktop.updating.installation import Copy, SystemInstallation, setup_command
from einvoice_desktop.updating.result import read_note, write_note
from tests.updating.releases import TOP, lay_down, packed, program_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows has its setup program")
REPOSITORY = Path(__file__).resolve().parents[2]


def package_of(path: Path) -> Package:
    data = path.read_bytes()
    return Package(path.name, len(data), hashlib.sha256(data).hexdigest())


class Desk:
    """A folder with a program of version 0.1.0, and its data."""

    def __init__(self, root: Path) -> None:
        self.root, self.data = root, root / "data"
        self.program = lay_down(root / TOP, "0.1.0")
        self.data.mkdir()
        self.steps: list[Step] = []

    def installation(
        self, version: str = "0.1.0", *, frozen: bool = True, platform: str = "linux"
    ) -> SystemInstallation:
        copy = Copy(self.program / TOP, frozen, platform, version)
        return SystemInstallation(copy, self.data, note_of(self.data), settle=lambda: None)

    def ready(self, *flaws: str, version: str = "0.2.0", announced: str = "0.2.0", **links: str) -> Ready:
        """A package of it lies in the data folder."""
        self.installation().make_room(1000)
        path = packed(self.data / "update" / "new.zip", program_files(version, *flaws), links)
        return Ready(announced, package_of(path), ("--data-dir", str(self.data), "--practice"))

    def prepare(self, ready: Ready) -> None:
        self.installation().prepare(ready, lambda step, *_: self.steps.append(step), lambda: False)

    def version(self) -> str:
        command = [self.program / f"{TOP}-console", "--version"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1]

    def starts(self) -> list[str]:
        told = self.root / "started"
        return told.read_text(encoding="utf-8").splitlines() if told.exists() else []

    def neighbours(self) -> set[str]:
        return {path.name for path in self.root.iterdir()} - {"data", "started", TOP}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def refused(installation: SystemInstallation) -> str:
    with pytest.raises(UserError) as caught:
        installation.check()
    return caught.value.code


# --- whether it can be ------------------------------------------------------------------------------


def test_a_copy_that_runs_from_source_says_how_it_is_updated(desk: Desk) -> None:
    assert refused(desk.installation(frozen=False)) == "update_not_frozen"
    assert refused(desk.installation(platform="darwin")) == "update_other_system"
    desk.installation().check()


def test_a_folder_of_somebody_elses_is_not_tried(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: path != desk.program)
    assert refused(desk.installation()) == "update_folder_locked"


def test_data_inside_the_programs_folder_are_not_taken_away_with_it(desk: Desk) -> None:
    inside = desk.program / "data"
    copy = Copy(desk.program / TOP, frozen=True, platform="linux", version="0.1.0")
    assert refused(SystemInstallation(copy, inside, note_of(inside))) == "update_data_inside"


def test_another_window_of_the_same_folder_is_waited_for_by_the_person(desk: Desk) -> None:
    sleeper = desk.program / "sleeper"
    shutil.copy2(shutil.which("sleep") or "", sleeper)
    other = subprocess.Popen([sleeper, "30"])
    try:
        assert refused(desk.installation()) == "update_others_open"
    finally:
        other.kill()
        other.wait()
    desk.installation().check()


def test_a_disk_that_is_full_is_said_before_anything_is_downloaded(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        desk.installation().make_room(2**60)
    assert caught.value.code == "update_no_room"


# --- a package ---------------------------------------------------------------------------------------


def test_a_package_is_written_whole_or_not_at_all(desk: Desk) -> None:
    made = desk.installation()
    made.make_room(10)
    package = Package("new.zip", 3, "")

    def cut_off() -> None:
        with made.keeping(package) as keep:
            keep(b"ab")
            raise UserError("update_cut_off")

    with pytest.raises(UserError):
        cut_off()
    assert list((desk.data / "update").iterdir()) == []
    with made.keeping(package) as keep:
        keep(b"abc")
    assert (desk.data / "update" / "new.zip").read_bytes() == b"abc"


@pytest.mark.parametrize(
    "name", ["../outside", "/outside", "a/../../outside", "a\\b", "C:/outside", "other/file", "a//b", "a/./b"]
)
def test_nothing_of_a_package_reaches_outside_its_folder(desk: Desk, name: str) -> None:
    desk.installation().make_room(10)
    path = packed(desk.data / "update" / "new.zip", program_files("0.2.0") | {name: "evil"})
    with pytest.raises(UserError) as caught:
        desk.prepare(Ready("0.2.0", package_of(path)))
    assert caught.value.code == "update_package_unsafe"
    assert desk.neighbours() == set()
    assert desk.version() == "0.1.0"


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "../../outside", "nowhere", "_internal/../../data", "link", ""]
)
def test_a_link_that_leads_outside_or_nowhere_is_refused(desk: Desk, target: str) -> None:
    ready = desk.ready(link=target)
    with pytest.raises(UserError) as caught:
        desk.prepare(ready)
    assert caught.value.code == "update_package_unsafe"
    assert desk.neighbours() == set()


def test_nothing_is_written_through_a_link(desk: Desk) -> None:
    desk.installation().make_room(10)
    files = program_files("0.2.0") | {"way/file": "evil"}
    path = packed(desk.data / "update" / "new.zip", files, {"way": "_internal"})
    with pytest.raises(UserError):
        desk.prepare(Ready("0.2.0", package_of(path)))
    assert desk.neighbours() == set()


def test_what_is_no_zip_or_lacks_the_program_is_refused(desk: Desk) -> None:
    desk.installation().make_room(10)
    path = desk.data / "update" / "new.zip"
    path.write_bytes(b"PK no zip")
    for _ in range(2):
        with pytest.raises(UserError) as caught:
            desk.prepare(Ready("0.2.0", package_of(path)))
        assert caught.value.code == "update_package_unsafe"
        packed(path, {"readme.txt": "only this"})
    assert desk.neighbours() == set()


def test_links_inside_and_executable_files_arrive_as_they_are(desk: Desk) -> None:
    ready = desk.ready(libQt="_internal/version")
    desk.prepare(ready)
    new = desk.root / f".{TOP}.new"
    assert (new / "libQt").readlink() == Path("_internal/version")
    assert os.access(new / TOP, os.X_OK)
    assert not os.access(new / "_internal" / "version", os.X_OK)
    assert {Step.UNPACK, Step.TRY_OUT} == set(desk.steps)
    assert desk.version() == "0.1.0", "untouched so far"


def test_a_version_that_does_not_work_here_is_thrown_away(desk: Desk) -> None:
    ready = desk.ready("broken")
    with pytest.raises(UserError) as caught:
        desk.prepare(ready)
    assert caught.value.code == "update_check_failed"
    assert "no fonts" in caught.value.params["why"]
    assert desk.neighbours() == set()
    ready = desk.ready(version="0.1.9")
    with pytest.raises(UserError) as caught:
        desk.prepare(ready)
    assert "0.1.9" in caught.value.params["why"], "not the version that was announced"


def test_the_trial_is_stopped_when_the_person_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = desk.ready("slow")
    began = time.monotonic()
    with pytest.raises(UserError) as caught:
        desk.installation().prepare(ready, lambda *_: None, lambda: time.monotonic() - began > 0.5)
    assert caught.value.code == "update_stopped"
    monkeypatch.setattr(trying, "SECONDS", 0.2)
    with pytest.raises(UserError) as caught:
        desk.prepare(ready)
    assert caught.value.code == "update_check_failed"
    assert desk.neighbours() == set()


def test_files_that_somebody_put_beside_the_program_stop_it(desk: Desk) -> None:
    ready = desk.ready()
    (desk.program / "my-invoices").mkdir()
    with pytest.raises(UserError) as caught:
        desk.prepare(ready)
    assert (caught.value.code, caught.value.params["names"]) == ("update_foreign_files", "my-invoices")
    assert desk.neighbours() == set()


# --- the change --------------------------------------------------------------------------------------


def test_the_new_version_takes_the_place_starts_with_the_same_words_and_tells_it(desk: Desk) -> None:
    ready = desk.ready()
    desk.prepare(ready)
    assert desk.installation().carry_out(ready)
    assert desk.version() == "0.2.0"
    assert desk.starts() == [f"0.2.0 --data-dir {desk.data} --practice"]
    assert desk.neighbours() == {f".{TOP}.previous"}
    # The stand-in takes the note; the real program reads it first.
    write_note(note_of(desk.data), {"version": "0.2.0"}, "linux")
    assert desk.installation("0.2.0").outcome() == Outcome("0.2.0")
    assert desk.installation("0.2.0").outcome() is None, "told once"
    assert not (desk.data / "update").exists(), "what was downloaded is cleared away"


def test_a_version_that_dies_at_its_start_gives_the_place_back(desk: Desk) -> None:
    ready = desk.ready("dies")
    desk.prepare(ready)
    assert not desk.installation().carry_out(ready)
    assert desk.version() == "0.1.0"
    assert desk.neighbours() == set()
    outcome = desk.installation().outcome()
    assert outcome is not None
    assert outcome.failed is not None
    assert outcome.failed.code == "update_back_start"
    # And another one can be tried.
    ready = desk.ready()
    desk.prepare(ready)
    assert desk.installation().carry_out(ready)
    assert desk.version() == "0.2.0"


def test_a_second_update_throws_away_the_version_before_the_present_one(desk: Desk) -> None:
    for version in ("0.2.0", "0.3.0"):
        ready = desk.ready(version=version, announced=version)
        desk.prepare(ready)
        assert desk.installation().carry_out(ready)
        assert desk.version() == version
    previous = desk.root / f".{TOP}.previous" / "_internal" / "version"
    assert previous.read_text(encoding="utf-8") == "0.2.0"


def test_a_file_system_without_the_one_step_is_told_of_before_anything(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(_one: Path, _other: Path) -> None:
        raise OSError(22, "Invalid argument")

    ready = desk.ready()
    desk.prepare(ready)
    monkeypatch.setattr(swap, "exchange", impossible)
    with pytest.raises(UserError) as caught:
        desk.installation().make_room(10)
    assert caught.value.code == "update_not_in_one_step"
    assert desk.neighbours() == set()
    assert not desk.installation().carry_out(ready)
    outcome = desk.installation().outcome()
    assert outcome is not None
    assert outcome.failed is not None
    assert outcome.failed.code == "update_back_replacing"
    assert desk.version() == "0.1.0"


@pytest.fixture(scope="module")
def troubles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """What is left after trouble at each step: number, how it ended, version there, what is told."""
    environ = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    runs = {}
    for way in ("kill", "fail"):
        root = tmp_path_factory.mktemp(way) / "desk"
        command = [sys.executable, "-m", "tests.updating.kill_driver", str(root), way]
        runs[way] = subprocess.Popen(command, env=environ, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
    told = {way: run.communicate(timeout=60)[0] for way, run in runs.items()}
    assert {way: run.returncode for way, run in runs.items()} == {"kill": 0, "fail": 0}
    return {way: [line.split() for line in text.splitlines()] for way, text in told.items()}


def test_killed_at_any_step_a_working_program_stands_there_and_tells_the_truth(
    troubles: dict[str, list[list[str]]],
) -> None:
    killed = [line for line in troubles["kill"] if line[1] == "killed"]
    assert len(killed) >= 10
    assert {version for _, _, version, _ in killed} == {"0.1.0", "0.2.0"}
    for step, _, version, told in killed:
        wanted = {"0.1.0": ("nothing", "update_back_interrupted"), "0.2.0": ("nothing", "done")}[version]
        assert told in wanted, (step, version, told)


def test_a_fault_at_any_step_leaves_the_version_that_goes_on(troubles: dict[str, list[list[str]]]) -> None:
    failed = [line for line in troubles["fail"] if line[1] != "2"]
    assert len(failed) >= 10
    for step, status, version, told in failed:
        assert (status, version) in (("0", "0.2.0"), ("1", "0.1.0")), step
        assert version == "0.2.0" or told.startswith(("update_back_", "nothing")), (step, told)


# --- Windows, as far as it can be seen here -----------------------------------------------------------


def test_the_setup_program_gets_the_words_that_it_reads(tmp_path: Path) -> None:
    command = setup_command(
        Path("C:/Δ a/setup.exe"), 7, Path("C:/Δ a/r.ini"), Path("C:/My Programs/e"), portable=True
    )
    assert command == (
        f'"{Path("C:/Δ a/setup.exe")}" /S /UPDATE /WAIT=7 /RESULT="{Path("C:/Δ a/r.ini")}" /PORTABLE'
        f" /D={Path('C:/My Programs/e')}"
    )
    note = tmp_path / "result.ini"
    write_note(note, {"state": "started", "start": '--data-dir "C:\\Δεδομένα μου"'}, "windows")
    assert note.read_bytes().startswith(b"\xff\xfe[\0u\0")
    assert '\r\nstart=--data-dir "C:\\Δεδομένα μου"\r\n' in note.read_bytes().decode("utf-16")
    assert read_note(note)["start"] == '--data-dir "C:\\Δεδομένα μου"'


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("still-open", "update_back_still_open"),
        ("", "update_back_interrupted"),
        ("?", "update_back_interrupted"),
    ],
)
def test_what_the_setup_program_says_is_told_in_words(desk: Desk, reason: str, code: str) -> None:
    note_of(desk.data).parent.mkdir()
    note = {"state": "failed", "reason": reason, "version": "0.2.0"}
    write_note(note_of(desk.data), note, "windows")
    outcome = desk.installation(platform="win32").outcome()
    assert outcome is not None
    assert outcome.failed is not None
    assert outcome.failed.code == code


def test_a_changed_setup_program_is_not_run(desk: Desk) -> None:
    ready = desk.ready()
    (desk.data / "update" / "new.zip").write_bytes(b"changed")
    made = desk.installation(platform="win32")
    assert not made.carry_out(ready)
    outcome = made.outcome()
    assert outcome is not None
    assert outcome.failed is not None
    assert outcome.failed.code == "update_back_setup"


def test_a_note_that_is_nonsense_is_no_news(desk: Desk) -> None:
    note_of(desk.data).parent.mkdir()
    for data in (b"", b"\xff\xfe\0", b"[update", b"[other]\nversion=1", b"[update]\nversion"):
        note_of(desk.data).write_bytes(data)
        assert desk.installation().outcome() is None


# --- this copy ---------------------------------------------------------------------------------------


def test_this_copy_has_no_place_for_updates_and_opens_without_asking_anybody(tmp_path: Path) -> None:
    assert open_place().address == ""
    door = LateUpdates(tmp_path, {}, [], lambda _: pytest.fail("nobody asked"))  # type: ignore[arg-type]
    assert not door.has_news()
    assert not door.is_planned
    assert not door().has_place
    assert door() is door()
