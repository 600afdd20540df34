"""The screens of the figures: a month, a year, and the package for the accountant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


def month(window: Any) -> None:
    from einvoice_desktop.gui.picture import settle

    window.open_view("figures")
    settle(window)


def of_size(size: str) -> Callable[[Any], None]:
    def opened(window: Any) -> None:
        month(window)
        window.book.page("figures").chooser.size_box.choose(size)

    return opened


def package(window: Any) -> Any:
    from einvoice_desktop.gui.package_dialog import PackageDialog
    from einvoice_desktop.gui.picture import settle

    of_size("month")(window)
    window.actions_["monthPackage"].trigger()
    settle(window)
    return window.findChild(PackageDialog)


def screens_of_figures() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """After a document has been issued."""
    yield "figures", month
    for size in ("quarter", "year", "own"):
        yield f"figures-{size}", of_size(size)
    yield "month-package", package
