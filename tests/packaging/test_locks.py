"""The locks hold what pyproject.toml asks for, agree with each other, and tell nothing of their maker."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import remake_locks  # noqa: E402

SETTINGS = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = {"runtime": SETTINGS["project"]["dependencies"], "dev": SETTINGS["dependency-groups"]["dev"]}


def lock_text(name: str) -> str:
    return (TOP / "packaging" / "locks" / f"{name}.txt").read_text(encoding="utf-8")


def locked(name: str) -> dict[str, Requirement]:
    lines = re.findall(r"^([a-z0-9].*?) \\$", lock_text(name), re.MULTILINE)
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


@pytest.mark.parametrize(
    ("name", "wanted"), [(name, line) for name, lines in DIRECT.items() for line in lines]
)
def test_each_dependency_is_locked_at_a_version_it_allows(name: str, wanted: str) -> None:
    asked = Requirement(wanted)
    pinned = locked(name)[canonicalize_name(asked.name)]
    (pin,) = pinned.specifier
    assert pin.operator == "=="
    assert asked.specifier.contains(pin.version)


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    dev = locked("dev")
    assert {name: dev[name].specifier for name in locked("runtime")} == {
        name: pinned.specifier for name, pinned in locked("runtime").items()
    }


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_every_package_has_hashes_and_no_line_is_foreign(name: str) -> None:
    text = lock_text(name)
    assert remake_locks.foreign_lines(text) == []
    for block in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        assert block.count("--hash=sha256:") >= 1, block


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index https://packages.example.test/simple",
        "--find-links /srv/wheels",
        "demo @ file:///home/someone/demo-1.0-py3-none-any.whl",
        "demo==1.0",
        "-e .",
        "# via -r /home/someone/dev.in",
    ],
)
def test_a_line_that_tells_of_the_machine_is_seen(line: str) -> None:
    assert remake_locks.foreign_lines(f"{remake_locks.HEADER}{line}\n") == [line]


def test_windows_gets_what_only_it_needs() -> None:
    runtime = locked("runtime")
    windows = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
    linux = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    for name, on in (("pywin32-ctypes", windows), ("secretstorage", linux), ("tzdata", windows)):
        marker = runtime[name].marker
        assert marker is None or marker.evaluate(on), name
