"""Every package that Windows needs comes as a finished wheel, and the lock knows that file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.tags import compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import remake_locks  # noqa: E402
import windows_wheels  # noqa: E402

LOCKS = TOP / "packaging" / "locks"
WHEELS = windows_wheels.read((LOCKS / "windows.txt").read_text(encoding="utf-8"))


def locked() -> dict[str, tuple[Requirement, frozenset[str]]]:
    """Each package of the runtime lock with its hashes."""
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", (LOCKS / "runtime.txt").read_text(encoding="utf-8"))[1:]:
        wanted = Requirement(block.splitlines()[0].removesuffix("\\").strip())
        found[canonicalize_name(wanted.name)] = wanted, frozenset(re.findall(r"sha256:(\w+)", block))
    return found


def wanted_in_windows(python: str) -> dict[str, Requirement]:
    about = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "os_name": "nt",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    return {
        name: package
        for name, (package, _) in locked().items()
        if package.marker is None or package.marker.evaluate(about)
    }


def fitting(wheel: windows_wheels.Wheel, python: str) -> bool:
    """As pip would say it."""
    version = tuple(int(part) for part in python.split("."))
    tags = {
        *cpython_tags(version, platforms=["win_amd64"]),
        *compatible_tags(version, f"cp{version[0]}{version[1]}", platforms=["win_amd64"]),
    }
    return not tags.isdisjoint(parse_wheel_filename(wheel.name)[3])


@pytest.mark.parametrize("python", remake_locks.PYTHONS)
def test_each_package_has_a_wheel_for_windows(python: str) -> None:
    wanted = wanted_in_windows(python)
    there = {canonicalize_name(wheel.package) for wheel in WHEELS if fitting(wheel, python)}
    assert set(wanted) - there == set()
    assert {"cryptography", "pyside6-essentials", "pywin32-ctypes", "tzdata"} <= set(wanted)


def test_no_wheel_is_left_over() -> None:
    wanted = {python: wanted_in_windows(python) for python in remake_locks.PYTHONS}
    for wheel in WHEELS:
        name = canonicalize_name(wheel.package)
        assert any(name in wanted[python] and fitting(wheel, python) for python in wanted), wheel.name


def test_each_wheel_is_of_the_locked_version_and_its_hash_stands_in_the_lock() -> None:
    packages = locked()
    for wheel in WHEELS:
        name, version, _, _ = parse_wheel_filename(wheel.name)
        package, hashes = packages[name]
        assert package.specifier.contains(version), wheel.name
        assert wheel.digest in hashes, wheel.name


def test_the_list_tells_nothing_but_files_and_hashes() -> None:
    text = (LOCKS / "windows.txt").read_text(encoding="utf-8")
    assert text == windows_wheels.text(WHEELS, remake_locks.HEADER)


@pytest.mark.parametrize(
    "line",
    [
        "demo-1.0-py3-none-any.whl",
        f"{'0' * 64}  https://example.test/demo-1.0-py3-none-any.whl",
        f"{'0' * 64}  demo-1.0.zip",
    ],
)
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        windows_wheels.read(f"{remake_locks.HEADER}{line}\n")


def wheel_of(*tags: str) -> str:
    wheels = "".join(
        f'[[packages.wheels]]\nurl = "https://example.test/{name}"\nhashes = {{sha256 = "{"0" * 64}"}}\n'
        for name in (f"demo-1.0-{tag}.whl" for tag in tags)
    )
    (found,) = windows_wheels.chosen(f'[[packages]]\nname = "demo"\n{wheels}', "3.12")
    return found.name


@pytest.mark.parametrize(
    ("tags", "taken"),
    [
        (("py3-none-any", "cp312-cp312-win_amd64"), "cp312-cp312-win_amd64"),
        (("cp39-abi3-win_amd64", "cp311-abi3-win_amd64", "cp313-abi3-win_amd64"), "cp311-abi3-win_amd64"),
        (("py2.py3-none-any", "cp312-cp312-win32"), "py2.py3-none-any"),
    ],
)
def test_the_nearest_wheel_is_taken(tags: tuple[str, ...], taken: str) -> None:
    assert wheel_of(*tags) == f"demo-1.0-{taken}.whl"


@pytest.mark.parametrize(
    "tag", ["cp311-cp311-win_amd64", "cp312-cp312-win32", "cp312-cp312-manylinux_2_34_x86_64"]
)
def test_a_package_without_a_wheel_for_windows_is_told_of(tag: str) -> None:
    with pytest.raises(LookupError, match="demo has no wheel for Windows"):
        wheel_of(tag)
