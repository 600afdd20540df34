"""The review before issuing: the figures, and a countdown that Esc ends, over the lower part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from einvoice_desktop.gui.bottom_panel import BottomPanel
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.countdown import Countdown
from einvoice_desktop.gui.fields.identity import identify, restyle, tabular
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.review_figures import Figures
from einvoice_desktop.gui.review_parts import DocumentList, FigureGrid, TimeBar, WarningList

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.theme import Theme

_SLIDE_MS = 120


class ReviewPanel(BottomPanel):
    """Shows `Figures` and asks for nothing: it issues by itself unless it is cancelled or must wait."""

    confirmed = Signal()
    """Issue it: the countdown has ended, or the person does not want to wait for it."""

    def __init__(self, page: QWidget, icons: Icons, theme: Theme) -> None:
        self._make: Callable[[], Figures] | None = None
        super().__init__(page, "review")
        self._icons, self._theme = icons, theme
        self._waits = False
        self._countdown = Countdown(self._is_out_of_sight, self)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._build()
        self._lay_out()
        self._connect()

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
        self._warnings = self.make_warnings()
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
        self._cancel.clicked.connect(lambda: self.end(by_person=True))
        self._countdown.ticked.connect(self._on_ticked)
        self._countdown.ended.connect(self._confirm)

    def make_warnings(self) -> WarningList | DocumentList:
        """What stands between the figures and the countdown."""
        return WarningList(self)

    def heading(self) -> str:
        """What is reviewed."""
        return self.tr("About to issue")

    def why_it_waits(self) -> str:
        """What the person is to do where no seconds run."""
        return self.tr("It waits for you: read the warnings, then press Issue now.")

    # --- what others ask for --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a document is being reviewed."""
        return self._make is not None

    def review(self, make: Callable[[], Figures], seconds: int) -> None:
        """Shows what `make` gives, in every language that comes; with warnings it waits for the person."""
        self._make = make
        figures = self._show_figures()
        self._waits = bool(figures.warnings)
        self.open_with(self._issue_now)
        self._slide_in()
        # Seconds run only where the keyboard is.
        if not self._waits:
            self._countdown.start(seconds)
        self._on_ticked()
        self.announce(f"{self._seconds.text()}. {figures.spoken}")

    # --- ending ---------------------------------------------------------------------------------

    def _on_issue_now(self) -> None:
        if not self.is_deaf():
            self._confirm()

    def _confirm(self) -> None:
        # Once for each review: nothing is confirmed or cancelled twice.
        if self.is_open:
            self.close_quietly()
            self.confirmed.emit()

    def close_quietly(self) -> None:
        """The review is over."""
        self._make = None
        self._countdown.stop()
        self._slide.stop()
        self.hide()

    def _is_out_of_sight(self) -> bool:
        """Whether the keyboard is elsewhere: in another window, in a menu, in the rail."""
        focus = QApplication.focusWidget()
        return QApplication.activePopupWidget() is not None or focus is None or not self.isAncestorOf(focus)

    def stops(self) -> tuple[QWidget, ...]:
        return (self._warnings, self._issue_now, self._cancel)

    # --- drawing --------------------------------------------------------------------------------

    def say_all(self) -> None:
        self._show_figures()
        self._on_ticked()

    def _show_figures(self) -> Figures:
        assert self._make is not None
        figures = self._make()
        self._heading.setText(self.heading())
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
            text = self.why_it_waits()
        elif self._countdown.is_held:
            text = self.tr("Paused. It counts again from the start once you are back here.")
        else:
            text = self.tr("Issues in {0} s").format(self._countdown.seconds_left)
        if self._seconds.text() != text:
            self._seconds.setText(text)
        self._bar.setVisible(not self._waits)
        self._bar.update()

    def put_in_place(self) -> None:
        self._slide.stop()
        super().put_in_place()

    def _slide_in(self) -> None:
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if duration > 0:
            self._slide.setDuration(min(duration, _SLIDE_MS))
            self._slide.setStartValue(QPoint(self.x(), self._page.height()))
            self._slide.setEndValue(self.pos())
            self._slide.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.is_open:
            self._paint_icons()
