"""Puts `resources/`, which lies beside the package in the source tree, inside the package at its building."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

TOP = Path(__file__).resolve().parent.parent


class BuildWithResources(build_py):  # type: ignore[misc]  # setuptools has no types
    def run(self) -> None:
        super().run()
        target = Path(self.build_lib) / "einvoice_desktop" / "resources"
        shutil.copytree(TOP / "resources", target, dirs_exist_ok=True)
