"""Between two windows: what was made ready takes place once nothing is open, or the old window comes back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import __main__ as entry
from einvoice_desktop import bootstrap
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.updates import Package, Ready
from einvoice_desktop.gui.start import REOPEN
from einvoice_desktop.updating.installation import SystemInstallation

READY = Ready("0.2.0", Package("new.zip", 1, "0" * 64))


class Windows:
    """Plays the windows of one process: each does its part and ends with a status."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, goes_on: bool) -> None:
        self.folder = folder
        self.words: list[list[str]] = []
        self.carried: list[Ready] = []
        self.wants_update = True

        def open_window(*given: Any, **_: Any) -> int:
            words, updates = given[4], given[6]
            self.words.append([str(word) for word in words])
            if len(self.words) == 1:
                if self.wants_update:
                    updates()().plan(READY)
                return REOPEN
            return 0

        def carry_out(_installation: SystemInstallation, ready: Ready) -> bool:
            self.carried.append(ready)
            return goes_on

        monkeypatch.setattr(entry, "_open", open_window)
        monkeypatch.setattr(SystemInstallation, "carry_out", carry_out)

    def run(self, *, practice: bool = False) -> int:
        settings = bootstrap.open_settings(self.folder)
        connections = bootstrap.open_connections(self.folder, settings, None, practice=practice)
        wish = entry._Wish(self.folder, practice=practice, file=None)
        return entry._windows(wish, settings, connections, entry._Surroundings(None, ""))


def test_a_new_version_that_goes_on_ends_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows(tmp_path, monkeypatch, goes_on=True)
    assert windows.run() == 0
    assert windows.carried == [READY]
    assert len(windows.words) == 1


def test_where_it_does_not_go_on_the_same_window_opens_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = Windows(tmp_path, monkeypatch, goes_on=False)
    assert windows.run(practice=True) == 0
    assert windows.carried == [READY]
    assert windows.words == [["--data-dir", str(tmp_path), "--practice"]] * 2


@pytest.mark.parametrize("given", [("the key", ""), (None, "postgresql://desk@db.office.gr/books")])
def test_what_only_the_environment_said_would_be_lost_so_it_is_not_begun(
    given: tuple[str | None, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    wish = entry._Wish(tmp_path, practice=False, file=None)
    late = entry._updates(wish, bootstrap.open_settings(tmp_path), entry._Surroundings(*given), [])
    with pytest.raises(UserError) as refused:
        late()()._parts.installation.check()
    assert refused.value.code == "update_not_restartable"


def test_other_books_are_opened_without_any_update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(tmp_path, monkeypatch, goes_on=True)
    windows.wants_update = False
    assert windows.run(practice=True) == 0
    assert windows.carried == []
    assert windows.words[1] == ["--data-dir", str(tmp_path)]
