"""Visits every page of the window and prints, as JSON, whatever is cut off there.

QT_SCALE_FACTOR=2 python scaled.py FOLDER
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[2]
SIZES = ((1280, 900), (1024, 700))
LANGUAGES = ("el", "en")
LONGEST_WAIT = 20.0


def main(folder: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(TOP))
    from einvoice_desktop import bootstrap, paths
    from einvoice_desktop.gui.picture import picture

    found: list[str] = []
    options = bootstrap.Options(data_dir=folder)
    picture(
        folder / "last.png",
        lambda: bootstrap.open_desk(options),
        bootstrap.open_settings(folder),
        paths.resource,
        act=lambda window: found.extend(visit(window)),
    )
    print(json.dumps(found, ensure_ascii=False))
    return 0


def visit(window: Any) -> Iterator[str]:
    """Every page in both languages and both sizes, with an invoice on the stage."""
    look = beside("look")
    load("pictures", TOP / "packaging" / "pictures.py").write_invoice(window)
    for language in LANGUAGES:
        window.choose_language(language)
        for size in SIZES:
            rest(window)
            window.resize(*size)
            for screen in screens(window):
                rest(window)
                where = f"{language} {size[0]}x{size[1]} {screen}"
                if (window.width(), window.height()) != size:
                    yield f"{where}: the window is {window.width()}x{window.height()}"
                for complaint in look.cut_words(window):
                    yield f"{where}: {complaint}"


def rest(window: Any) -> None:
    """Until everything is read and laid out, and what slides has come to its place."""
    from PySide6.QtCore import QCoreApplication, QPropertyAnimation

    def slides() -> bool:
        found = window.findChildren(QPropertyAnimation)
        return any(slide.state() is QPropertyAnimation.State.Running for slide in found)

    end = time.monotonic() + LONGEST_WAIT
    while not window.tasks.is_idle or slides():
        assert time.monotonic() < end, "the window does not come to rest"
        QCoreApplication.processEvents()
    for _ in range(5):
        QCoreApplication.processEvents()


def screens(window: Any) -> Iterator[str]:
    """Opens one screen after the other, and names it."""
    from PySide6.QtWidgets import QTabBar

    for view in window.rail.buttons:
        window.open_view(view)
        yield view
    window.open_view("compose")
    bar = window.stage.page.findChild(QTabBar)
    for place in range(bar.count()):
        if bar.isTabVisible(place):
            bar.setCurrentIndex(place)
            yield f"tab {bar.tabText(place)}"
    bar.setCurrentIndex(0)
    window.preferences.choose("issue.countdown", "30")
    window.actions_["issue"].trigger()
    yield "review"
    window.session.edit("number", "")
    window.stage.page.focus_first()
    window.unsay()


def beside(name: str) -> Any:
    return load(name, Path(__file__).with_name(f"{name}.py"))


def load(name: str, path: Path) -> Any:
    """A module by its place: neither the tests nor packaging are installed."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
