"""The environment is made once, grows, is remade when a lock changed or a making was cut short."""

from __future__ import annotations

import base64
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import setup_env  # noqa: E402


def make_wheel(folder: Path, name: str, version: str) -> str:
    """Write a wheel with one module that tells its version; return its line for a lock."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f'VERSION = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}"
        for path, text in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,\n"])
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two locks, served by a folder of wheels instead of a registry."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    tree = tmp_path / "checkout"
    (tree / "packaging" / "locks").mkdir(parents=True)
    write_locks(tree, "1.0")
    return tree


def write_locks(tree: Path, version: str) -> None:
    wheels = tree.parent / "wheels"
    runtime, dev = make_wheel(wheels, "shipped", version), make_wheel(wheels, "helper", version)
    (tree / "packaging" / "locks" / "runtime.txt").write_text(runtime, encoding="utf-8")
    (tree / "packaging" / "locks" / "dev.txt").write_text(runtime + dev, encoding="utf-8")


def version_of(python: Path, module: str) -> str:
    code = f"import {module}; print({module}.VERSION)"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "absent"


def silent(_sentence: str) -> None: ...


def test_a_first_run_grows_into_a_test_environment_and_follows_its_locks(tree: Path) -> None:
    said: list[str] = []
    python = setup_env.environment("runtime", top=tree, say=said.append)
    assert (version_of(python, "shipped"), version_of(python, "helper")) == ("1.0", "absent")
    assert any("first time" in sentence for sentence in said)

    marker = tree / ".venv" / "still-the-same"
    marker.touch()
    setup_env.environment("dev", top=tree, say=silent)
    assert version_of(python, "helper") == "1.0"
    assert marker.exists(), "growing must not start over"

    said.clear()
    setup_env.environment("dev", top=tree, say=said.append)
    setup_env.environment("runtime", top=tree, say=said.append)
    assert said == []

    write_locks(tree, "2.0")
    setup_env.environment("runtime", top=tree, say=silent)
    assert not marker.exists(), "another lock, another environment"
    assert (version_of(python, "shipped"), version_of(python, "helper")) == ("2.0", "absent")


def test_what_an_office_gets_stands_in_an_environment_of_its_own(tree: Path) -> None:
    office = setup_env.environment("runtime", top=tree, say=silent, folder=setup_env.OFFICE)
    assert office.is_relative_to(tree / setup_env.OFFICE)
    assert (version_of(office, "shipped"), version_of(office, "helper")) == ("1.0", "absent")
    assert not (tree / ".venv").exists()


def test_what_was_cut_short_is_made_anew(tree: Path) -> None:
    lock = tree / "packaging" / "locks" / "runtime.txt"
    whole = lock.read_text(encoding="utf-8")
    lock.write_text(whole.replace("sha256:", "sha256:0"), encoding="utf-8")
    with pytest.raises(setup_env.SetupError, match="pip could not"):
        setup_env.environment("runtime", top=tree, say=silent)
    assert (tree / ".venv").exists()
    assert not (tree / ".venv" / setup_env.STAMP).exists()

    lock.write_text(whole, encoding="utf-8")
    python = setup_env.environment("runtime", top=tree, say=silent)
    assert version_of(python, "shipped") == "1.0"


def test_an_environment_of_another_python_is_made_anew(tree: Path) -> None:
    venv = tree / ".venv"
    python = setup_env.interpreter(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    wanted = setup_env._wanted(venv, tree)
    (venv / setup_env.STAMP).write_text(json.dumps({**wanted, "python": "3.10.0 linux"}), encoding="utf-8")
    assert setup_env.environment("runtime", top=tree, say=silent) == python
    assert version_of(python, "shipped") == "1.0"


def hold_for_a_while(path: Path, ready: Path) -> None:
    with setup_env.held(path, silent):
        ready.touch()
        time.sleep(0.6)


def test_two_commands_do_not_set_up_at_once(tmp_path: Path) -> None:
    lock, ready = tmp_path / "setup.lock", tmp_path / "ready"
    other = multiprocessing.get_context("spawn").Process(target=hold_for_a_while, args=(lock, ready))
    other.start()
    while not ready.exists():
        time.sleep(0.01)
    said: list[str] = []
    start = time.monotonic()
    with setup_env.held(lock, said.append):
        waited = time.monotonic() - start
    other.join()
    assert waited > 0.3
    assert said == ["Another command is setting up the environment; waiting for it."]
