"""The commands of packaging/dev.py as a person meets them, and the private session the tests run in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGING = TOP / "packaging"
sys.path.append(str(PACKAGING))

import dev  # noqa: E402
import run_tests  # noqa: E402
import system_packages  # noqa: E402


def test_without_a_command_it_says_what_there_is() -> None:
    done = subprocess.run([sys.executable, PACKAGING / "dev.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    for name in ("run", "test", "bench", "stress", "build", "lock"):
        assert f"dev.py {name} " in done.stdout


def test_every_step_runs_and_the_first_failure_is_the_answer(capfd: pytest.CaptureFixture[str]) -> None:
    def step(status: int) -> list[str | Path]:
        return [sys.executable, "-c", f"print('step {status}'); raise SystemExit({status})"]

    assert dev._work_through([("one", step(0)), ("two", step(3)), ("three", step(4)), ("four", step(0))]) == 3
    said = capfd.readouterr().out
    assert [said.index(f"step {status}") for status in (3, 4)] == sorted(
        said.index(f"step {s}") for s in (3, 4)
    )
    assert said.count("FAILED") == 2


SLOW_START = """
import pathlib
def test_late():
    came = pathlib.Path(__file__).with_name("came")
    if not came.exists():
        came.touch()
        assert False, "the machine was busy"
def test_wrong():
    assert {right}
"""


@pytest.mark.parametrize(("right", "status"), [(True, 0), (False, 1)])
def test_what_fails_among_others_is_run_once_more_by_itself(
    tmp_path: Path,
    right: bool,
    status: int,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    # How many at once does not matter here, and each of them takes a second to start.
    monkeypatch.setattr(run_tests, "at_once", list)
    (tmp_path / "test_one.py").write_text(SLOW_START.format(right=right))
    options = ["-q", "-c", str(TOP / "pyproject.toml"), "--rootdir", str(tmp_path)]
    own = ["--confcutdir", str(TOP), "-p", "tests.conftest"]
    done = run_tests.main([*options, *own, str(tmp_path / "test_one.py")])
    assert done == status
    said = capfd.readouterr().out
    assert "test_one.py::test_late" in said.split("now once more by themselves:")[1].splitlines()[1]


def test_continuous_integration_runs_the_same_test_command() -> None:
    lines = (TOP / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 packaging/dev.py test </dev/null"


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not Debian")
def test_debian_is_asked_for_what_is_missing() -> None:
    assert system_packages.missing(["dpkg", "einvoice-no-such-package"]) == ["einvoice-no-such-package"]
    virtual = "awk"  # no package of that name: mawk or gawk provides it
    assert system_packages.missing([virtual]) == []


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not Debian")
def test_who_may_not_install_is_told_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "_may_install", lambda: False)
    system_packages.provide(["dpkg", "einvoice-no-such-package"])
    assert "sudo apt-get install einvoice-no-such-package\n" in capsys.readouterr().out


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="no Secret Service here",
)
def test_the_session_of_the_tests_has_a_home_and_a_keyring_of_its_own() -> None:
    code = (
        "import keyring, os, pathlib\n"
        "keyring.set_password('einvoice-test', 'EL123456789', 'κλειδί')\n"
        "print(keyring.get_password('einvoice-test', 'EL123456789'))\n"
        "print(pathlib.Path.home())\n"
        "print(os.environ.get('EINVOICE_API_KEY'), os.environ.get('DISPLAY'))\n"
    )
    environ = {**os.environ, "EINVOICE_API_KEY": "a real one", "DISPLAY": ":77", "PYTHONUTF8": "1"}
    session = ["dbus-run-session", "--", sys.executable, PACKAGING / "private_session.py"]
    done = subprocess.run(
        [*session, sys.executable, "-c", code],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    secret, home, hidden = done.stdout.splitlines()
    assert (secret, hidden) == ("κλειδί", "None None")
    assert Path(home) != Path.home()
    assert not Path(home).exists()
    assert _ended("gnome-keyring-daemon", home)


def _ended(name: str, home: str) -> bool:
    """Whether no process of that name with that home is left, waiting a little for its end."""
    end = time.monotonic() + 5
    while any(_is(process, name, home) for process in Path("/proc").glob("[0-9]*")):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _is(process: Path, name: str, home: str) -> bool:
    try:
        command = (process / "cmdline").read_bytes()
        return name.encode() in command and f"HOME={home}".encode() in (process / "environ").read_bytes()
    except OSError:
        return False
