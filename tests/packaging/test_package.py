"""What is installed is the whole program: every module and every file of resources."""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import setup_env  # noqa: E402


def test_an_installed_package_holds_every_module_and_every_resource(tmp_path: Path) -> None:
    for part in setup_env.PACKAGE_PARTS:
        (tmp_path / part).parent.mkdir(exist_ok=True)
        (tmp_path / part).symlink_to(TOP / part)
    installed = setup_env.installed_package(Path(sys.executable), top=tmp_path)
    modules = {p.relative_to(TOP) for p in (TOP / "einvoice_desktop").rglob("*.py")}
    resources = {
        Path("einvoice_desktop") / p.relative_to(TOP) for p in (TOP / "resources").rglob("*") if p.is_file()
    }
    there = {p.relative_to(installed) for p in installed.rglob("*") if p.is_file()}
    assert modules | resources <= there
    assert not (TOP / "build").exists()
    assert list(TOP.glob("*.egg-info")) == []
