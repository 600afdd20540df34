"""Places: where the program's own data lies, and where it keeps what people write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DATA_DIR_VARIABLE = "EINVOICE_DATA_DIR"
COMPANIES = "companies"
_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The file or folder `name` under resources/: in a frozen program, in a wheel, in a source tree.

    Raises FileNotFoundError.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen)] if frozen else [_PACKAGE, _PACKAGE.parent]
    for root in roots:
        path = root / "resources" / name
        if path.exists():
            return path
    raise FileNotFoundError(name)


def default_data_dir() -> Path:
    """Where everything is kept that the program writes, unless the person says otherwise."""
    named = os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "eInvoice Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "eInvoice Desktop"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "einvoice-desktop"


def private_dir(path: Path) -> Path:
    """`path`, made if need be; on POSIX for its owner alone (on Windows the profile's rights do that)."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def database(data_dir: Path) -> Path:
    """The books."""
    return data_dir / "books.sqlite"


def companies_dir(data_dir: Path) -> Path:
    """The data folders of further companies, in the first one's."""
    return data_dir / COMPANIES


def practice_dir(data_dir: Path) -> Path:
    """What the practice provider remembers."""
    return data_dir / "practice"


def pgp_dir(data_dir: Path) -> Path:
    """Where gpg keeps the provider's public keys."""
    return data_dir / "pgp"


def log_dir(data_dir: Path) -> Path:
    """Rotating logs."""
    return data_dir / "logs"


def settings_file(data_dir: Path) -> Path:
    """The settings."""
    return data_dir / "settings.ini"


def window_lock(data_dir: Path) -> Path:
    """What an open window holds, so that a second start finds it."""
    return data_dir / "window.lock"


def read_bounded(path: Path, limit: int) -> bytes:
    """The file's bytes, at most `limit` + 1 of them (so that "too large" can be told). Raises OSError."""
    with path.open("rb") as file:
        return file.read(limit + 1)
