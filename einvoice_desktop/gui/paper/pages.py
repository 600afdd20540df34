"""The pages of one paper, ready to be painted anywhere."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from einvoice_desktop.app.paper.content import PaperContent
from einvoice_desktop.app.paper.layout import pages_of
from einvoice_desktop.app.paper.page import Code, Page
from einvoice_desktop.gui.paper.fonts import QtMeasure
from einvoice_desktop.gui.paper.painting import PagePainter
from einvoice_desktop.gui.qr import matrix_of


class PaperPages:
    """Laid out once; screen, printer, PDF and pictures paint the same."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages

    @property
    def count(self) -> int:
        """At least 1."""
        return len(self.pages)

    def size(self, page: int) -> QSizeF:
        """Of a page (from 0), in mm."""
        return QSizeF(self.pages[page].width, self.pages[page].height)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints a page (from 0) on `painter`, whose unit is a millimetre from the page's top left corner."""
        PagePainter(painter).paint(self.pages[page])


def lay_out(content: PaperContent) -> PaperPages:
    """The pages of a paper; on any thread. `fonts.point_at` must have been called once before.

    What is slow about painting is done here: the QR code's mask is chosen, the logo is read.
    """
    pages = pages_of(content, QtMeasure())
    for page in pages:
        for item in page.items:
            if isinstance(item, Code):
                matrix_of(item.address)
    return PaperPages(pages)
