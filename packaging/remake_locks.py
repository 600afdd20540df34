"""Makes `packaging/locks/*.txt` anew from pyproject.toml, for Linux and Windows at once, and checks them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import setup_env
import windows_wheels

# Every combination the locks must install on; each is resolved from ready-made wheels alone.
PLATFORMS = ("x86_64-manylinux_2_34", "x86_64-pc-windows-msvc")
PYTHONS = ("3.11", "3.12", "3.13")
HEADER = "# Made by: python3 packaging/dev.py lock\n"
# All that a line may be: no registry's address, no place of a file, nothing of the maker's machine.
LINE = re.compile(
    r"[a-z0-9._\[\]-]+==[0-9a-z.!+]+( ; [^:/@\\]+)? \\"  # a package at a version, and where it is wanted
    r"|    --hash=sha256:[0-9a-f]{64}( \\)?"
)


def main(top: Path) -> int:
    uv = find_uv()
    with tempfile.TemporaryDirectory() as made:
        for name in ("runtime", "dev"):
            (Path(made) / f"{name}.txt").write_text(
                compiled(uv, top, name, Path(made)), encoding="utf-8", newline="\n"
            )
            check(uv, Path(made) / f"{name}.txt")
        (Path(made) / "windows.txt").write_text(
            for_windows(uv, Path(made) / "runtime.txt"), encoding="utf-8", newline="\n"
        )
        for name in ("runtime", "dev", "windows"):
            target = top / "packaging" / "locks" / f"{name}.txt"
            shutil.copyfile(Path(made) / f"{name}.txt", target)
            print(f"Made {target.relative_to(top).as_posix()}")
    return 0


def find_uv() -> list[str]:
    """Return the command that starts uv: the environment's, or the machine's while no lock can set one up."""
    try:
        return [str(setup_env.environment("dev")), "-m", "uv"]
    except (OSError, setup_env.SetupError):
        found = shutil.which("uv")
        if found is None:
            raise setup_env.SetupError(
                "The present locks cannot be installed, and there is no uv on this machine."
            ) from None
        return [found]


def compiled(uv: list[str], top: Path, name: str, made: Path) -> str:
    """Return the text of one lock; what both locks name has the runtime lock's version in both."""
    extra = [] if name == "runtime" else ["--group", "dev", "--constraints", str(made / "runtime.txt")]
    wanted = ["--universal", "--python-version", PYTHONS[0], "--only-binary", ":all:", "--generate-hashes"]
    command = [
        *uv,
        "pip",
        "compile",
        "pyproject.toml",
        *extra,
        "--quiet",
        *wanted,
        "--no-header",
        "--no-annotate",
    ]
    return HEADER + _output(command, top)


def check(uv: list[str], lock: Path) -> None:
    """Raise SetupError if a lock has a foreign line, or a package with no wheel for one of the platforms."""
    foreign = foreign_lines(lock.read_text(encoding="utf-8"))
    if foreign:
        raise setup_env.SetupError(f"{lock.name} holds what it should not: {foreign[0]!r}")
    for platform in PLATFORMS:
        for python in PYTHONS:
            target = ["--python-platform", platform, "--python-version", python]
            _output(
                [*uv, "pip", "compile", str(lock), *target, "--quiet", "--only-binary", ":all:"], lock.parent
            )


def for_windows(uv: list[str], lock: Path) -> str:
    """Return the list of the files that the runtime lock is installed from in Windows."""
    wheels: list[windows_wheels.Wheel] = []
    for python in PYTHONS:
        target = ["--python-platform", PLATFORMS[1], "--python-version", python, "--format", "pylock.toml"]
        command = [*uv, "pip", "compile", str(lock), *target, "--quiet", "--only-binary", ":all:"]
        try:
            wheels += windows_wheels.chosen(_output(command, lock.parent), python)
        except LookupError as error:
            raise setup_env.SetupError(str(error)) from None
    return windows_wheels.text(wheels, HEADER)


def foreign_lines(text: str) -> list[str]:
    return [line for line in text.removeprefix(HEADER).splitlines() if not LINE.fullmatch(line)]


def _output(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise setup_env.SetupError(f"uv could not resolve the packages:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(setup_env.TOP))
