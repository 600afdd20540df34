"""Names the file that each package of the runtime lock is installed from in Windows: `locks/windows.txt`.

A line is a wheel's SHA-256, as the lock has it too, and the wheel's name. A package whose wheels are made for
one Python each has a line for each Python.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import NamedTuple

LINE = re.compile(
    r"([0-9a-f]{64})  ([A-Za-z0-9_.]+-[A-Za-z0-9_.!+]+-([a-z0-9_.]+)-([a-z0-9_.]+)-(any|win_amd64)\.whl)"
)
_STABLE = re.compile(r"cp3(\d+)")


class Wheel(NamedTuple):
    """A file and what it fits: the parts of its name say it."""

    digest: str
    name: str

    @property
    def package(self) -> str:
        return self.name.split("-")[0].lower().replace("_", "-").replace(".", "-")

    def rank(self, python: str) -> int:
        """How near the wheel comes to `python` ("3.12"); -1 where it does not fit in Windows at all."""
        found = LINE.fullmatch(f"{self.digest}  {self.name}")
        if found is None:
            return -1
        tags, abis, minor = found[3].split("."), found[4].split("."), int(python.split(".")[1])
        if f"cp3{minor}" in tags and f"cp3{minor}" in abis:
            return 1000
        stable = [int(tag[1]) for tag in map(_STABLE.fullmatch, tags) if tag and "abi3" in abis]
        fitting = [least for least in stable if least <= minor]
        if fitting:
            return 100 + max(fitting)
        return 1 if "none" in abis and "py3" in tags else -1


def chosen(pylock: str, python: str) -> list[Wheel]:
    """Of each package in a pylock.toml (PEP 751) the wheel that `python` takes in Windows.

    Raises LookupError.
    """
    return [_best(package, python) for package in tomllib.loads(pylock)["packages"]]


def text(wheels: Iterable[Wheel], header: str) -> str:
    lines = sorted(set(wheels), key=lambda wheel: wheel.name.lower())
    return header + "".join(f"{wheel.digest}  {wheel.name}\n" for wheel in lines)


def read(lines: str) -> list[Wheel]:
    """What `text` wrote. Raises ValueError where a line is not of that form."""
    found = []
    for line in lines.splitlines():
        if line.startswith("#"):
            continue
        parts = LINE.fullmatch(line)
        if parts is None:
            raise ValueError(line)
        found.append(Wheel(parts[1], parts[2]))
    return found


def _best(package: dict, python: str) -> Wheel:  # type: ignore[type-arg]
    wheels = [
        Wheel(wheel["hashes"]["sha256"], wheel["url"].rpartition("/")[2])
        for wheel in package.get("wheels", ())
    ]
    best = max(wheels, key=lambda wheel: wheel.rank(python), default=None)
    if best is None or best.rank(python) < 0:
        raise LookupError(f"{package['name']} has no wheel for Windows and Python {python}")
    return best
