"""The review before issuing: the figures, and a countdown that Esc ends, over the lower part of the page."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.countdown import Countdown
from einvoice_desktop.gui.fields.identity import identify, restyle, tabular
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.review_figures import Figures
from einvoice_desktop.gui.review_parts import FigureGrid, TimeBar, WarningList

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.theme import Theme

DEAF_SECONDS = 0.3
"""A key or a click that comes so soon meant what was there before the panel."""
_MARGIN = 12
_SLIDE_MS = 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewPanel(QFrame):
    """Shows `Figures` and asks for nothing: it issues by itself unless it is cancelled or must wait.

    It lies on `page` and is no window of its own. It keeps the keyboard: Tab goes round inside it.
    """

    confirmed = Signal()
    """Issue it: the countdown has ended, or the person does not want to wait for it."""
    cancelled = Signal(bool)
    """Do not issue it. True: the person said so; False: something else took its place."""

    def __init__(self, page: QWidget, icons: Icons, theme: Theme) -> None:
        super().__init__(page)
        self._page, self._icons, self._theme = page, icons, theme
        self._waits = False
        self._opened_at = 0.0
        self._make: Callable[[], Figures] | None = None
        self._countdown = Countdown(self._is_out_of_sight, self)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setProperty("role", "review")
        identify(self, "review")
        self._build()
        self._lay_out()
        self._connect()
        self.hide()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._heading = label("subheading", self)
        self._environment = label("", self)
        identify(self._environment, "review.environment")
        self._document, self._sums = FigureGrid(self), FigureGrid(self, right=True)
        self._payable_caption = label("section", self)
        self._payable = label("payable", self)
        self._payable.setFont(tabular(self._payable.font()))
        identify(self._payable, "review.payable")
        self._payable_caption.setBuddy(self._payable)
        self._warnings = WarningList(self)
        self._seconds = label("section", self)
        identify(self._seconds, "review.countdown")
        self._bar = TimeBar(self._countdown, self)
        self._issue_now = KeyButton("Enter", "primary", self)
        identify(self._issue_now, "review.issueNow")
        self._cancel = KeyButton("Esc", "", self)
        identify(self._cancel, "review.cancel")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._environment)
        payable = QVBoxLayout()
        payable.addWidget(self._payable_caption, 0, Qt.AlignmentFlag.AlignRight)
        payable.addWidget(self._payable, 0, Qt.AlignmentFlag.AlignRight)
        payable.addStretch(1)
        figures = QHBoxLayout()
        figures.setSpacing(28)
        figures.addWidget(self._document, 1, Qt.AlignmentFlag.AlignTop)
        figures.addWidget(self._sums, 0, Qt.AlignmentFlag.AlignTop)
        figures.addLayout(payable)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._seconds, 1)
        # Where the button stood that opened this: a double click on it must not issue.
        foot.addWidget(self._issue_now)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(figures)
        layout.addWidget(self._warnings)
        layout.addWidget(self._bar)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._issue_now.clicked.connect(self._on_issue_now)
        self._cancel.clicked.connect(lambda: self._end(by_person=True))
        self._countdown.ticked.connect(self._on_ticked)
        self._countdown.ended.connect(self._confirm)
        self._page.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # --- what others ask for --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a document is being reviewed."""
        return self._make is not None

    def review(self, make: Callable[[], Figures], seconds: int) -> None:
        """Shows what `make` gives, in every language that comes; with warnings it waits for the person."""
        self._make = make
        figures = self._say_all()
        self._waits = bool(figures.warnings)
        self._opened_at = time.monotonic()
        self._slide_in()
        self._issue_now.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._waits:
            self._countdown.start(seconds)
        self._on_ticked()
        spoken = f"{self._seconds.text()}. {figures.spoken}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def cancel(self) -> None:
        """Something else has taken the document's place."""
        self._end(by_person=False)

    # --- ending ---------------------------------------------------------------------------------

    def _on_issue_now(self) -> None:
        if time.monotonic() - self._opened_at >= DEAF_SECONDS:
            self._confirm()

    def _confirm(self) -> None:
        if self._close():
            self.confirmed.emit()

    def _end(self, *, by_person: bool) -> None:
        if self._close():
            self.cancelled.emit(by_person)

    def _close(self) -> bool:
        """Whether it was open. Once for each review: nothing is confirmed or cancelled twice."""
        was_open, self._make = self.is_open, None
        self._countdown.stop()
        self._slide.stop()
        self.hide()
        return was_open

    def _is_out_of_sight(self) -> bool:
        """Whether the keyboard is elsewhere: in another window, in a menu, in the rail."""
        focus = QApplication.focusWidget()
        return QApplication.activePopupWidget() is not None or focus is None or not self.isAncestorOf(focus)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes back to a field means to change something."""
        if self.is_open and now is not None and self._page.isAncestorOf(now) and not self.isAncestorOf(now):
            self.cancel()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.cancel()

    # --- keys -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_esc(event):
            # No shortcut of the window may take it.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_esc(event):
            self._end(by_person=True)
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        stops = [w for w in (self._warnings, self._issue_now, self._cancel) if w.isVisible()]
        if not stops:
            return super().focusNextPrevChild(next)
        focus = self.focusWidget()
        here = stops.index(focus) if focus in stops else -1
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    # --- drawing --------------------------------------------------------------------------------

    def _say_all(self) -> Figures:
        assert self._make is not None
        figures = self._make()
        self._heading.setText(self.tr("About to issue"))
        self._environment.setText(figures.environment)
        self._environment.setProperty("role", f"chip-{figures.environment_role}")
        restyle(self._environment)
        self._document.show_figures(figures.document)
        self._sums.show_figures(figures.sums)
        self._payable_caption.setText(figures.payable.caption)
        self._payable.setText(figures.payable.value)
        self._warnings.show_warnings(figures.warnings, self.tr("Warnings"))
        self._issue_now.setText(self.tr("Issue now"))
        self._cancel.setText(self.tr("Cancel"))
        self.setAccessibleName(self.tr("Review before issuing"))
        self._paint_icons()
        return figures

    def _paint_icons(self) -> None:
        colours = self._theme.colours
        self._issue_now.setIcon(self._icons.button_icon("issue", colours.on_accent, colours.field_line))

    def _on_ticked(self) -> None:
        if not self.is_open:
            return
        if self._waits:
            text = self.tr("It waits for you: read the warnings, then press Issue now.")
        elif self._countdown.is_held:
            text = self.tr("Paused. It counts again from the start once you are back here.")
        else:
            text = self.tr("Issues in {0} s").format(self._countdown.seconds_left)
        if self._seconds.text() != text:
            self._seconds.setText(text)
        self._bar.setVisible(not self._waits)
        self._bar.update()

    def _place(self) -> QPoint:
        """Over the lower part of the page, as high as its words need."""
        width = self._page.width() - 2 * _MARGIN
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = min(self.heightForWidth(width), self._page.height() - _MARGIN)
        self.resize(width, height)
        return QPoint(_MARGIN, self._page.height() - height - _MARGIN // 2)

    def _slide_in(self) -> None:
        self.show()
        self.raise_()
        end = self._place()
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self.move(end)
        if duration > 0:
            self._slide.setDuration(min(duration, _SLIDE_MS))
            self._slide.setStartValue(QPoint(end.x(), self._page.height()))
            self._slide.setEndValue(end)
            self._slide.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Resize and self.is_open:
            self._slide.stop()
            self.move(self._place())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.is_open:
            self._say_all()
            self._on_ticked()
            self.move(self._place())
        elif event.type() is QEvent.Type.PaletteChange and self.is_open:
            self._paint_icons()


def _is_esc(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
