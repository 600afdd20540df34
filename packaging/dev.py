"""The commands of this project: run, test, bench, stress, build, pack, lock; each sets up what it needs.

python3 packaging/dev.py run [option ...]    the window, in practice mode (options are the program's)
python3 packaging/dev.py test                every check and every test (with arguments: pytest alone)
python3 packaging/dev.py bench [name ...]    one table of what things cost, as ratios
                                             (--keep: into resources/manual/ratios.md too)
python3 packaging/dev.py stress              the long tests
python3 packaging/dev.py build               the program as a folder that needs no Python, in dist/
                                             (--keep: what it measures, into resources/manual/builds.md)
python3 packaging/dev.py pack [folder]       what build does last: ZIP, setup program, checksums
python3 packaging/dev.py lock                new versions of everything, in packaging/locks/
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one gets a sentence, not a traceback
    sys.exit("This project needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import remake_locks
import setup_env
import system_packages

TOP = setup_env.TOP
HERE = TOP / "packaging"
NOT_IN_TEST = ("tests/stress", "tests/bench")


def main(argv: list[str]) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Our own lines stay in order with those of the programs started, and a path in Greek stops nothing.
        sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    name, args = (argv[0], argv[1:]) if argv else ("", [])
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in ("-h", "--help", "help") else 2
    try:
        return COMMANDS[name](args)
    except setup_env.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(args: list[str]) -> int:
    system_packages.provide(system_packages.for_running())
    python = setup_env.environment("runtime")
    if _has_screen():
        return _call([python, "-P", "-m", "einvoice_desktop", "--practice", *args], _source_environ())
    print("There is no screen here: doing the same without one.")
    return _call([python, HERE / "no_screen.py", *args], _source_environ(QT_QPA_PLATFORM="offscreen"))


def test(args: list[str]) -> int:
    """Run every step, whatever the earlier ones said; the exit status is that of the first that failed."""
    system_packages.provide(system_packages.for_testing())
    python = setup_env.environment("dev")
    ignored = [f"--ignore={folder}" for folder in NOT_IN_TEST]
    steps: list[tuple[str, list[str | Path]]] = [
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy, the program", [python, "-m", "mypy"]),
        ("mypy, these commands", [python, "-m", "mypy", "packaging"]),
        ("import contracts", [_tool(python, "lint-imports"), "--no-logo"]),
        ("pytest", _private([python, HERE / "run_tests.py", *ignored])),
    ]
    if args:
        steps = [("pytest", _private([python, "-m", "pytest", *args]))]
    return _work_through(steps)


def bench(args: list[str]) -> int:
    system_packages.provide(system_packages.for_running())
    python = setup_env.environment("dev")
    installed = setup_env.installed_package(python)
    # Whole programs are measured with what an office gets alone: others look for their friends and load them.
    office = setup_env.environment("runtime", folder=setup_env.OFFICE)
    environ = _plain_environ(
        PYTHONPATH=os.pathsep.join((str(installed), str(HERE))),
        QT_QPA_PLATFORM="offscreen",
        BENCH_OFFICE=str(office),
    )
    # Away from the source tree, so that only the installed package can be found.
    return _call([python, "-u", "-P", HERE / "bench.py", *args], environ, cwd=installed)


def stress(args: list[str]) -> int:
    system_packages.provide(system_packages.for_testing())
    python = setup_env.environment("dev")
    environ = _source_environ(HYPOTHESIS_PROFILE="stress", QT_QPA_PLATFORM="offscreen")
    # A long test is not one that hangs.
    patient = ["-o", "faulthandler_timeout=1800"]
    return _call(_private([python, "-m", "pytest", *patient, "tests/stress", *args]), environ, cwd=TOP)


def build(args: list[str]) -> int:
    return _on_installed([["freeze.py", TOP, *args], ["distribute.py", TOP]])


def pack(args: list[str]) -> int:
    """What `build` does last, for a folder that was frozen before or elsewhere."""
    return _on_installed([["distribute.py", TOP, *(Path(arg).resolve() for arg in args[:1])]])


def _on_installed(scripts: list[list[str | Path]]) -> int:
    """Run scripts of this folder with the package installed as a person gets it, until one fails."""
    system_packages.provide(system_packages.for_building())
    python = setup_env.environment("dev")
    installed = setup_env.installed_package(python)
    environ = _plain_environ(PYTHONPATH=os.pathsep.join((str(installed), str(HERE))))
    for name, *args in scripts:
        status = _call([python, "-u", "-P", HERE / name, *args], environ, cwd=installed)
        if status != 0:
            return status
    return 0


def lock(_args: list[str]) -> int:
    return remake_locks.main(TOP)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "stress": stress,
    "build": build,
    "pack": pack,
    "lock": lock,
}


def _work_through(steps: list[tuple[str, list[str | Path]]]) -> int:
    environ = _source_environ(QT_QPA_PLATFORM="offscreen")
    results: list[tuple[str, int, float]] = []
    for name, command in steps:
        print(f"\n== {name}")
        start = time.monotonic()
        status = _call(command, environ, cwd=TOP)
        results.append((name, status, time.monotonic() - start))
    print()
    for name, status, seconds in results:
        print(f"{'ok    ' if status == 0 else 'FAILED'}  {name}  ({seconds:.1f} s)")
    return next((status for _, status, _ in results if status != 0), 0)


def _call(command: list[str | Path], environ: dict[str, str], cwd: Path | None = None) -> int:
    try:
        status = subprocess.call([str(part) for part in command], env=environ, cwd=cwd)
    except OSError as error:
        print(f"{command[0]} could not be started: {error}", file=sys.stderr)
        return 1
    # A child that a signal ended answers with a negative number, which no caller would see as it is.
    return status if status >= 0 else 128 - status


def _private(command: list[str | Path]) -> list[str | Path]:
    """Wrap a command so that it meets a home, a session bus and a keyring of its own, never the person's."""
    if not sys.platform.startswith("linux"):
        return command
    bus: list[str | Path] = ["dbus-run-session", "--"] if shutil.which("dbus-run-session") else []
    return [*bus, command[0], HERE / "private_session.py", *command]


def _tool(python: Path, name: str) -> Path:
    return python.with_name(f"{name}.exe" if os.name == "nt" else name)


def _source_environ(**more: str) -> dict[str, str]:
    return setup_env.clean_environ(PYTHONPATH=str(TOP), PYTHONUTF8="1", **more)


def _plain_environ(**more: str) -> dict[str, str]:
    """For what is measured or frozen: as a person has it, with compiled modules kept."""
    environ = setup_env.clean_environ(PYTHONUTF8="1", **more)
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
