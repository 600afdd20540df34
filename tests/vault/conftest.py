"""Both ciphers, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import CipherMaker
from einvoice_desktop.vault.pgp_gpg import GpgMaker, find_gpg
from einvoice_desktop.vault.pgp_sequoia import SequoiaMaker

# Greek letters, spaces, and longer than the path of a socket may be (108).
DEEP = Path("Φάκελος δεδομένων") / ("μακρύ όνομα " * 8).strip() / "pgp"


def gpg_in(home: Path) -> GpgMaker:
    program = find_gpg()
    assert program is not None, "gpg is not installed"
    return GpgMaker(program, home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / DEEP


MAKERS: dict[str, Callable[[Path], CipherMaker]] = {
    "gpg": gpg_in,
    "pysequoia": lambda _home: SequoiaMaker(),
}


@pytest.fixture(params=list(MAKERS))
def maker(request: pytest.FixtureRequest, home: Path) -> CipherMaker:
    return MAKERS[request.param](home)
