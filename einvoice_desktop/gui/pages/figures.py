"""The figures page: what was issued in a month, as cards, bars and tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.app.figures import bar_shares
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.figures_cards import FigureCards
from einvoice_desktop.gui.pages.figures_chart import Bar, BarChart
from einvoice_desktop.gui.pages.figures_span import SpanChooser, month_words, span_words
from einvoice_desktop.gui.pages.figures_tables import FigureTables
from einvoice_desktop.gui.pages.page import SPACING, Exported, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from einvoice_desktop.app.figures import Figures
    from einvoice_desktop.app.spans import Span
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

Nets = tuple[tuple[str, Decimal], ...]


class FiguresPage(Page):
    """Read off the GUI thread; of several spans in quick succession the last one is shown."""

    def __init__(self, office: Office, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("figures", office, parent)
        self.before = self.make_button("figures.before", lambda: self.chooser.step(-1), key="PgUp")
        self.after = self.make_button("figures.after", lambda: self.chooser.step(1), key="PgDown")
        today = office.the_desk.surroundings().today
        self.chooser = SpanChooser(today, self.before, self.after, self)
        practice = office.the_desk.environment == "practice"
        self.notice = label("chip-practice" if practice else "chip-trial", self)
        identify(self.notice, "figures.notice")
        self.others = label("warning", self, wrap=True)
        identify(self.others, "figures.others")
        self.cards = FigureCards(self)
        self.days = BarChart("figures.bars", office.theme, self)
        self.year = BarChart("figures.year", office.theme, self)
        self.tables = FigureTables(office, self)
        self.buttons.addWidget(self.make_action(actions, "monthPackage"))
        self.buttons.addWidget(self.make_action(actions, "export"))
        self._figures: Figures | None = None
        self._year: Nets = ()
        self._asked: Span | None = None
        self._again = False
        self._fill()
        self.chooser.changed.connect(self.refresh)
        self.retranslate()

    def _fill(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.chooser, 1)
        top.addWidget(self.notice)
        self.content.addLayout(top)
        charts = QHBoxLayout()
        charts.setSpacing(SPACING)
        charts.addWidget(self.days, 3)
        charts.addWidget(self.year, 2)
        inner = QWidget(self)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACING)
        for widget in (self.cards, self.others):
            lines.addWidget(widget)
        lines.addLayout(charts)
        lines.addWidget(self.tables, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.content.addWidget(area, 1)

    # --- asking ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self.isVisible():
            return
        if self._asked is not None:
            self._again = True
            return
        span, figures = self.chooser.span, self.office.the_desk.figures
        self._asked, self._again = span, False
        self.office.tasks.run(lambda: figures.of(span), self._on_figures, self._on_failed)

    def on_submission(self, submission: Submission) -> None:
        if submission.state is State.ISSUED:
            self.refresh()

    def _on_figures(self, figures: Figures) -> None:
        self._asked = None
        if self._again:
            self.refresh()
            return
        self._figures = figures
        self._show()
        span, book = figures.span, self.office.the_desk.figures
        self.office.tasks.run(
            lambda: book.year(span), lambda nets: self._on_year(span, nets), self.office.on_failed
        )

    def _on_year(self, span: Span, nets: Nets) -> None:
        if self._figures is not None and self._figures.span == span:
            self._year = nets
            self._show_year()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.office.on_failed(error)

    # --- what is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        figures, language = self._figures, self.office.language
        if figures is None:
            return
        self.cards.show_figures(figures, language)
        self.tables.retranslate(long=figures.span.is_long)
        self.tables.show_figures(figures, self._day_words)
        title = self.tr("Net by month") if figures.span.is_long else self.tr("Net by day")
        self.days.show_bars(title, self._bars(figures.bars))
        self.others.setText("\n".join(self._not_added(figures)))
        self.others.setVisible(bool(self.others.text()))
        self.sight_changed.emit()

    def _not_added(self, figures: Figures) -> Iterator[str]:
        language = self.office.language
        said = [f"{show_amount(total.sums.net, language)} {currency}" for currency, total in figures.others]
        if said:
            yield self.tr("Not added, without a rate to the euro: {0}").format(" · ".join(said))
        if figures.too_large:
            yield self.tr("Not added, with amounts that are too large: {0}").format(figures.too_large)

    def _show_year(self) -> None:
        self.year.show_bars(self.tr("Net by month, twelve months"), self._bars(self._year))

    def _bars(self, nets: Sequence[tuple[str, Decimal]]) -> list[Bar]:
        language = self.office.language
        shares = bar_shares([net for _, net in nets])
        return [
            Bar(self._short_words(day), share, f"{self._day_words(day)}: {show_amount(net, language)}")
            for (day, net), share in zip(nets, shares, strict=True)
        ]

    def _day_words(self, day: str) -> str:
        return show_date(day) if len(day) > len("yyyy-MM") else month_words(day, self.office.language)

    def _short_words(self, day: str) -> str:
        if len(day) > len("yyyy-MM"):
            return str(int(day[8:]))
        return month_words(day, self.office.language, short=True)

    # --- for others -----------------------------------------------------------------------------

    def to_export(self) -> Exported:
        span, language = self.chooser.span, self.office.language
        exports = self.office.the_desk.exports
        return Exported(
            f"{self.tr('Figures')} {span_words(span, language)}", lambda: exports.figures(span, language)
        )

    def span_in_sight(self) -> Span:
        """What is looked at now."""
        return self.chooser.span

    def focus_first(self) -> None:
        self.chooser.size_box.setFocus()

    def repaint_icons(self) -> None:
        self.days.update()
        self.year.update()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Figures"))
        self.hint.setText(self.tr("What was issued, by its own date; credits are taken off."))
        self.before.setText(self.tr("Before"))
        self.after.setText(self.tr("After"))
        environment = self.office.the_desk.environment
        notices = {
            "practice": self.tr("Practice: no real figures"),
            "uat": self.tr("Trial: no real figures"),
        }
        self.notice.setText(notices.get(environment, ""))
        self.notice.setVisible(environment in notices)
        self.chooser.retranslate(self.office.language)
        self.cards.retranslate()
        self.tables.retranslate(long=self.chooser.span.is_long)
        self._show()
        self._show_year()
