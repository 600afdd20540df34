"""A paper made without a window, for commands: Qt runs here without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QGuiApplication

from einvoice_desktop.app.paper.content import PaperContent
from einvoice_desktop.gui.paper.fonts import point_at
from einvoice_desktop.gui.paper.output import pdf_bytes, png_bytes
from einvoice_desktop.gui.paper.pages import lay_out

Kind = Literal["pdf", "png"]


def rendered(
    content: PaperContent, resource: Callable[[str], Path], kind: Kind, data: bytes = b""
) -> list[bytes]:
    """One PDF (with `data` attached, if any), or a picture of each page. On the Qt platform that is set."""
    application = QGuiApplication.instance() or QGuiApplication(["einvoice-desktop"])
    assert application is not None
    point_at(resource)
    pages = lay_out(content)
    if kind == "pdf":
        return [pdf_bytes(pages, title=content.name, data=data)]
    return [png_bytes(pages, page) for page in range(pages.count)]
