"""The pages as PDF, as picture, on a printer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QPrinter

from einvoice_desktop.gui.paper.pages import PaperPages

_INCH = 25.4
_RESOLUTION = 1200
_CREATOR = "eInvoice Desktop"
_A4 = QSizeF(210.0, 297.0)


def pdf_bytes(pages: PaperPages, *, title: str, data: bytes = b"") -> bytes:
    """A PDF prepared as PDF/A-1b; with `data` (the document's JSON, attached) as PDF/A-3b."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    _paint_all(pages, writer, _RESOLUTION, range(pages.count))
    buffer.close()
    plain = bytes(written.data())
    if not data:
        return plain
    from einvoice_desktop.gui.paper.archival import with_attachment

    return with_attachment(plain, data)


def png_bytes(pages: PaperPages, page: int = 0, dpi: int = 144) -> bytes:
    """A picture of one page (from 0)."""
    image = picture(pages, page, dpi)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(written.data())


def picture(pages: PaperPages, page: int, dpi: int) -> QImage:
    """One page as an image on white."""
    size = pages.size(page) * (dpi / _INCH)
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / _INCH * 1000))
    image.setDotsPerMeterY(round(dpi / _INCH * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(dpi / _INCH, dpi / _INCH)
    pages.paint(painter, page)
    painter.end()
    return image


def print_on(pages: PaperPages, printer: QPrinter) -> None:
    """Prints the printer's chosen page range (all of it where none is chosen)."""
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    chosen = range(max(first, 1) - 1, min(last, pages.count))
    _paint_all(pages, printer, printer.resolution(), chosen)


def _paint_all(pages: PaperPages, device: QPagedPaintDevice, resolution: int, chosen: range) -> None:
    """Each page on a sheet of its own size, at its own measure."""
    painter = QPainter()
    for page in chosen:
        _set_size(device, pages.size(page))
        if not painter.isActive():
            painter.begin(device)
        else:
            device.newPage()
        painter.save()
        painter.scale(resolution / _INCH, resolution / _INCH)
        pages.paint(painter, page)
        painter.restore()
    if painter.isActive():
        painter.end()


def _set_size(device: QPagedPaintDevice, size: QSizeF) -> None:
    if size == _A4:
        paper = QPageSize(QPageSize.PageSizeId.A4)
    else:
        paper = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    device.setPageLayout(
        QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
    )
