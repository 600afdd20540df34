"""The review before many documents are issued: figures, and which are left out or warned about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.bulk.words import gross_text, whole
from einvoice_desktop.gui.review import ReviewPanel
from einvoice_desktop.gui.review_figures import Figure, Figures, environment_told
from einvoice_desktop.gui.review_parts import DocumentList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.app.bulk_plan import BulkPlan, Planned, SeriesPlan
    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.theme import Theme

_MOST_SERIES = 6
translate = QCoreApplication.translate


class BulkReview(ReviewPanel):
    """Counts down as the review of one does; where something is to be said of documents, it waits."""

    opened = Signal(int)
    """The place among what is to be told of a document that the person wants to look at."""

    def __init__(self, page: QWidget, icons: Icons, theme: Theme) -> None:
        self._ready = 0
        super().__init__(page, icons, theme)

    def make_warnings(self) -> DocumentList:
        documents = DocumentList(self)
        documents.opened.connect(self._on_opened)
        return documents

    def heading(self) -> str:
        return self.tr("About to issue many documents")

    def why_it_waits(self) -> str:
        if not self._ready:
            return self.tr("None of them can be issued. Enter opens the one that is marked.")
        return self.tr("It waits for you: look at these documents, then press Issue now.")

    def review_many(self, make: Callable[[], Figures], seconds: int, ready: int) -> None:
        """`ready`: how many of them can be issued."""
        self._ready = ready
        self.review(make, seconds)

    def open_with(self, first: QWidget) -> None:
        # Nothing can be issued: then the keys are on what is to be mended.
        super().open_with(first if self._ready else self._warnings)

    def say_all(self) -> None:
        super().say_all()
        self._issue_now.setEnabled(bool(self._ready))

    def _show_figures(self) -> Figures:
        figures = super()._show_figures()
        self._issue_now.setEnabled(bool(self._ready))
        return figures

    def _on_opened(self, place: int) -> None:
        if self.is_open and not self.is_deaf():
            self.close_quietly()
            self.opened.emit(place)


def bulk_figures(plan: BulkPlan, office: Office) -> Figures:
    """What the review says of them, in the language of the window."""
    environment, role = environment_told(office.the_desk.server)
    return Figures(
        _documents(plan, office),
        _sums(plan, office),
        Figure("payable", translate("Bulk", "Sum"), gross_text(plan.sums, office.language)),
        environment,
        role,
        tuple(_told(planned, office) for planned in plan.to_be_told),
    )


def _documents(plan: BulkPlan, office: Office) -> tuple[Figure, ...]:
    language = office.language
    count = whole(len(plan.ready), language)
    if plan.faulty:
        left_out = translate("Bulk", "{0}; {1} are left out and stay drafts")
        count = left_out.format(count, whole(len(plan.faulty), language))
    rows = [
        Figure("count", translate("Bulk", "Documents"), count),
        Figure("order", translate("Bulk", "Order"), translate("Bulk", "as they are listed, from the top")),
    ]
    for place, series in enumerate(plan.series[:_MOST_SERIES]):
        rows.append(Figure(f"series{place}", _series_name(series), _series_text(series, office)))
    if len(plan.series) > _MOST_SERIES:
        more = whole(len(plan.series) - _MOST_SERIES, language)
        rows.append(Figure("more", "…", translate("Bulk", "{0} series more").format(more)))
    return tuple(rows)


def _series_name(series: SeriesPlan) -> str:
    named = f"{series.type_code} · {series.series or '–'}"
    if series.branch:
        named += " · " + translate("Bulk", "branch {0}").format(series.branch)
    return named


def _series_text(series: SeriesPlan, office: Office) -> str:
    if series.asks:
        numbers = translate("Bulk", "the last number used is asked next")
    elif not series.first:
        numbers = translate("Bulk", "with numbers of their own")
    elif series.first == series.last:
        numbers = translate("Bulk", "number {0}").format(series.first)
    else:
        numbers = translate("Bulk", "numbers {0} to {1}").format(series.first, series.last)
    told = whole(series.sums.count, office.language), numbers, gross_text(series.sums, office.language)
    return " · ".join(told)


def _sums(plan: BulkPlan, office: Office) -> tuple[Figure, ...]:
    """Of one currency; several are told by their gross alone."""
    if len(plan.sums.amounts) != 1:
        return ()
    amounts = plan.sums.amounts[0][1]
    return (
        Figure("net", translate("Bulk", "Net"), show_amount(amounts.net, office.language)),
        Figure("vat", translate("Bulk", "VAT"), show_amount(amounts.vat, office.language)),
    )


def _told(planned: Planned, office: Office) -> str:
    desk, language = office.the_desk, office.language
    problems = sorted(planned.problems, key=lambda problem: not problem.is_error)
    sentence = desk.problem_sentence(problems[0], language)
    more = f" (+{len(problems) - 1})" if len(problems) > 1 else ""
    customer = planned.customer or translate("Bulk", "without customer details")
    amount = show_amount(planned.sums.gross, language)
    sign = "✖" if planned.is_faulty else "⚠"
    return f"{sign} {customer} · {amount}: {sentence}{more}"
