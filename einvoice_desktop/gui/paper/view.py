"""Paper on a desk: the pages of a document as they print, to scroll through and to look at closely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from einvoice_desktop.app.paper.page import Text
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.paper.pages import PaperPages

Fit = Literal["width", "page", "own"]
"""How the size follows the room: the paper's whole width, a whole page, or a size of its own."""

SMALLEST, LARGEST = 0.25, 4.0
"""Times the paper's own size. Wide room makes a narrow roll no larger than FITTED."""
FITTED = 1.25

_STEP = 1.25
_EDGE = 20
_GAP = 16
_SHADOW = 6
_MM_PER_INCH = 25.4
_LONGEST = 20_000
"""Characters of a paper that a screen reader is given."""
_LINE = 48
"""Pixels that an arrow key moves the paper."""

_WHITE, _INK = QColor("#ffffff"), QColor("#000000")


class PaperView(QAbstractScrollArea):
    """Shows pages, painted by the same hand that prints them.

    Keys: arrows, Page Up and Page Down, Home and End move; Ctrl with plus, minus and 0 changes the size.
    """

    looked_elsewhere = Signal()
    """Another page is in sight, or the size has changed."""

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PaperPages | None = None
        self._fit: Fit = "width"
        self._factor = 1.0
        self._told: tuple[object, ...] = ()
        self._hint = ""
        identify(self, identifier)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 160)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # --- what is shown ------------------------------------------------------------------------------

    def show_pages(self, pages: PaperPages | None) -> None:
        """Shows `pages` from their top; None: an empty desk, with the hint on it."""
        self._pages = pages
        self.setAccessibleDescription("" if pages is None else _text_of(pages))
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self._tell()

    def set_hint(self, text: str) -> None:
        """What stands on the empty desk."""
        self._hint = text
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def page_in_sight(self) -> int:
        """The page that fills most of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        places = self._places()
        return max((n for n, place in enumerate(places) if place.top() <= middle), default=0)

    # --- size ---------------------------------------------------------------------------------------

    @property
    def fit(self) -> Fit:
        """How the size follows the room."""
        return self._fit

    @property
    def factor(self) -> float:
        """Times the paper's own size."""
        return self._factor

    def set_fit(self, fit: Fit) -> None:
        """The whole width, a whole page, or ("own") the paper's own size."""
        self._fit = fit
        if fit == "own":
            self._factor = 1.0
        self._arrange_about_the_middle()

    def zoom(self, steps: int) -> None:
        """Larger or smaller by `steps`."""
        self._fit = "own"
        self._factor = min(LARGEST, max(SMALLEST, self._factor * _STEP**steps))
        self._arrange_about_the_middle()

    def _arrange_about_the_middle(self) -> None:
        bar = self.verticalScrollBar()
        before = (bar.value() + self.viewport().height() / 2) / max(1, self._whole().height())
        self._arrange()
        bar.setValue(round(before * self._whole().height() - self.viewport().height() / 2))
        self.viewport().update()
        self._tell()

    def _pixels_per_mm(self) -> float:
        return self.logicalDpiX() / _MM_PER_INCH * self._factor

    def _fitting(self) -> float:
        """The factor at which the paper fits the room in the way that was chosen."""
        if self._fit == "own" or self._pages is None:
            return self._factor
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        per_mm = self.logicalDpiX() / _MM_PER_INCH
        sizes = self._sizes()
        widest = max(size.width() for size in sizes) * per_mm
        factor = (room.width() - bar - 2 * _EDGE) / widest
        if self._fit == "page":
            tallest = max(size.height() for size in sizes) * per_mm
            factor = min(factor, (room.height() - 2 * _EDGE) / tallest)
        return min(FITTED, max(SMALLEST, factor))

    # --- places -------------------------------------------------------------------------------------

    def _sizes(self) -> list[QSizeF]:
        pages = self._pages
        return [] if pages is None else [pages.size(n) for n in range(pages.count)]

    def _whole(self) -> QRect:
        """All pages with the desk around them, from (0, 0)."""
        places = self._places()
        if not places:
            return QRect()
        right = max(place.right() for place in places)
        return QRect(0, 0, right + 1 + _EDGE, places[-1].bottom() + 1 + _EDGE)

    def _places(self) -> list[QRect]:
        """Where each page lies, in the middle of the desk."""
        scale = self._pixels_per_mm()
        sizes = [(round(size.width() * scale), round(size.height() * scale)) for size in self._sizes()]
        room = max([self.viewport().width(), *(width + 2 * _EDGE for width, _ in sizes)])
        places, top = [], _EDGE
        for width, height in sizes:
            places.append(QRect((room - width) // 2, top, width, height))
            top += height + _GAP
        return places

    def _arrange(self) -> None:
        self._factor = self._fitting()
        whole, room = self._whole(), self.viewport().size()
        for bar, length, seen in (
            (self.verticalScrollBar(), whole.height(), room.height()),
            (self.horizontalScrollBar(), whole.width(), room.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, length - seen))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _tell(self) -> None:
        told = (self._pages, self.page_in_sight, self._fit, self._factor)
        if told != self._told:
            self._told = told
            self.looked_elsewhere.emit()

    # --- painting -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        if self._pages is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            area = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        for number, place in enumerate(self._places()):
            lies = place.translated(-self._offset())
            if lies.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW).intersects(event.rect()):
                self._paint_page(painter, number, lies)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        assert self._pages is not None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 5 + 3 * (_SHADOW - spread)))
            soft = QRectF(place).adjusted(-spread + 1, -spread + 3, spread - 1, spread)
            painter.drawRoundedRect(soft, spread, spread)
        painter.fillRect(place, _WHITE)
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        painter.translate(place.topLeft())
        scale = self._pixels_per_mm()
        painter.scale(scale, scale)
        painter.setPen(_INK)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pages.paint(painter, number)
        painter.restore()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        # Shadow and focus ring do not move along: all of it is painted.
        self.viewport().update()

    # --- keys, wheel, room --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._zoom_by(event) or self._move_by(event)):
            super().keyPressEvent(event)

    def _zoom_by(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not control:
            return False
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(-1)
        elif event.key() == Qt.Key.Key_0:
            self.set_fit("own")
        else:
            return False
        return True

    def _move_by(self, event: QKeyEvent) -> bool:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        match event.key():
            case Qt.Key.Key_PageDown:
                bar.setValue(self._next_stop(bar.value(), room))
            case Qt.Key.Key_PageUp:
                bar.setValue(self._stop_before(bar.value(), room))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                return False
        return True

    def _stops(self) -> list[int]:
        """Where the view stands with a page's top in sight."""
        return [0, *(place.top() - _GAP // 2 for place in self._places()[1:])]

    def _next_stop(self, now: int, room: int) -> int:
        """The next page, or first what could not be seen yet of this one."""
        after = [stop for stop in self._stops() if stop > now]
        if not after:
            return now + room - _LINE
        whole_in_sight = after[0] - _GAP <= now + room
        return after[0] if whole_in_sight else min(now + room - _LINE, after[0])

    def _stop_before(self, now: int, room: int) -> int:
        before = max((stop for stop in self._stops() if stop < now), default=0)
        return before if now - before <= room else now - room + _LINE

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)


def _text_of(pages: PaperPages) -> str:
    """What stands on the paper, for a screen reader."""
    texts = (item.text for page in pages.pages for item in page.items if isinstance(item, Text))
    return " ".join(texts)[:_LONGEST]
