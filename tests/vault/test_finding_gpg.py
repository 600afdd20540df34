"""Where gpg is looked for: in folders of the search path, also where some of them may not be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from einvoice_desktop.vault.pgp_gpg import find_gpg


def gpg_in(folder: Path) -> Path:
    folder.mkdir()
    made = folder / "gpg"
    made.write_text("#!/bin/sh\n", encoding="ascii")
    made.chmod(0o755)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_of_the_search_path_that_may_not_be_read_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, found = gpg_in(tmp_path / "locked").parent, gpg_in(tmp_path / "open")
    monkeypatch.setenv("PATH", os.pathsep.join((str(locked), str(found.parent))))

    def stat_as_a_stranger(path: Path, **_how: object) -> os.stat_result:
        if path.parent == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return os.stat(path)  # noqa: PTH116

    locked.chmod(0)
    monkeypatch.setattr(Path, "stat", stat_as_a_stranger)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).parent != locked and access(path, mode))
    assert find_gpg() == found
    locked.chmod(0o755)
