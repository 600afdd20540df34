"""The samples page: documents of every kind as they print, their sums made anew, each a good start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.sample_drafts import sample_draft
from einvoice_desktop.app.samples import SumCheck, sum_checks
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.archive_filters import SearchBox
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.pages.page import SPACING
from einvoice_desktop.gui.pages.samples_list import SampleRow, SamplesModel, TypedWords, sample_rows
from einvoice_desktop.gui.pages.sums_table import SumsTable
from einvoice_desktop.gui.paper.fonts import point_at
from einvoice_desktop.gui.paper.pages import PaperPages, lay_out
from einvoice_desktop.gui.paper.view import PaperView
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.samples import Sample
    from einvoice_desktop.gui.office import Office

_LEFT, _RIGHT = 350, 680
_ROOM = 12
"""Pixels above and below the words of a row together."""
_BESIDE = 22
"""Pixels of room beside the words of a row."""
_TALL = 1000


@dataclass(frozen=True)
class ShownSample:
    """Everything that follows from a sample here."""

    checks: tuple[SumCheck, ...]
    pages: PaperPages


def shown_sample(desk: Desk, sample: Sample, language: Language) -> ShownSample:
    """Reads a sample, adds it up and lays it out. Blocks: not on the GUI thread."""
    composition = desk.compose(sample_draft(desk, sample))
    in_file = desk.read_document(sample.data).summaries
    pages = lay_out(desk.paper_of(composition, PaperWishes(languages=(language,))))
    return ShownSample(sum_checks(composition.summaries, in_file), pages)


class SamplesPage(ListPage[SampleRow]):
    """A list of samples in groups; the chosen one is shown as it prints, and opens as a new draft."""

    draft_made = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("samples", office, lambda row: row.identity, parent)
        self._samples: tuple[Sample, ...] = ()
        self._shown: tuple[object, ...] = ()
        point_at(office.resource)
        self.open_button = self.add_button("samples.open", self.open_chosen, "Enter", "compose", "primary")
        self.for_chosen = [self.open_button]
        self.search = SearchBox(self)
        self.about = label("muted", self, wrap=True)
        self.sums = SumsTable("samples", self)
        self.paper = PaperView("samples.paper", self)
        self._make_search()
        self._lay_out_parts()
        self.retranslate()
        self.follow_chosen()

    def make_model(self, identity: Callable[[SampleRow], object]) -> SamplesModel:
        return SamplesModel(self.columns(), identity, self)

    def _make_search(self) -> None:
        identify(self.search, "samples.search")
        identify(self.about, "samples.about")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(100)
        self.search.textChanged.connect(lambda _text: self._list_samples())
        self.search.returnPressed.connect(self.open_chosen)
        self.search.left_downwards.connect(self.table.setFocus)
        self._typed = TypedWords(self)
        self.table.installEventFilter(self._typed)
        self._typed.typed.connect(self._on_typed)

    def _lay_out_parts(self) -> None:
        self.table.horizontalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.table.viewport().installEventFilter(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.search)
        column.addWidget(self.shown, 1)
        column.addWidget(self.about)
        column.addWidget(self.sums)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self.paper)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT, _RIGHT])
        self.content.addWidget(splitter)

    def columns(self) -> list[Column[SampleRow]]:
        return [Column("title", lambda: self.tr("Sample"), self._words, width=0)]

    def _words(self, row: SampleRow) -> str:
        return row.words(self.office.language)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            # A title takes as many lines as the width asks for; the table has laid out its column by then.
            QTimer.singleShot(0, self._fit_rows)
        return super().eventFilter(watched, event)

    def _fit_rows(self) -> None:
        """Qt's own measure forgets the room that the style takes from a cell on both sides."""
        width = max(1, self.table.columnWidth(0) - _BESIDE)
        for place, row in enumerate(self.model.rows):
            words = self.table.fontMetrics().boundingRect(
                QRect(0, 0, width, _TALL), Qt.TextFlag.TextWordWrap, self._words(row)
            )
            self.table.setRowHeight(place, words.height() + _ROOM)
        self.table.scrollTo(self.table.currentIndex())

    # --- the list -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self._samples:
            self.office.tasks.run(self.office.the_desk.samples, self._on_samples, self.office.on_failed)

    def _on_samples(self, samples: tuple[Sample, ...]) -> None:
        self._samples = samples
        self._list_samples()
        if self.hasFocus():
            self.focus_first()

    def _list_samples(self) -> None:
        """Those with the typed words; the chosen one stays chosen while it is among them."""
        row = self.table.current_record()
        rows = sample_rows(self._samples, self.search.text())
        self.model.set_rows(rows)
        self._fit_rows()
        self.shown.hint.setText(self._empty_words())
        kept = row if row in rows else next((row for row in rows if row.sample), None)
        if kept is not None:
            self.table.choose(kept.identity)
        self.follow_chosen()

    def _empty_words(self) -> str:
        return self.tr("No sample has these words.") if self._samples else self.tr("Reading the samples…")

    def _on_typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    # --- the chosen one -----------------------------------------------------------------------------

    def follow_chosen(self) -> None:
        super().follow_chosen()
        sample, language = self._chosen(), self.office.language
        wanted = (sample.name if sample else "", language)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.about.setText(self._about(sample))
        self.about.setVisible(bool(self.about.text()))
        self.sums.show_checks((), language)
        self.paper.show_pages(None)
        if sample is None:
            return
        desk = self.office.the_desk
        self.sums.call_file(self._words_of_file(sample))
        self.office.tasks.run(
            lambda: shown_sample(desk, sample, language),
            lambda shown: self._on_shown(wanted, shown),
            self.office.on_failed,
        )

    def _chosen(self) -> Sample | None:
        row = self.table.current_record()
        return row.sample if row else None

    def _about(self, sample: Sample | None) -> str:
        """What it shows, and what must be issued before it."""
        if sample is None:
            return ""
        greek = self.office.language == "el"
        words = [sample.shows_el if greek else sample.shows_en]
        by_name = {other.name: other for other in self._samples}
        before = [by_name[name] for _path, name in sample.first]
        if before:
            titles = ", ".join(f"«{other.title_el if greek else other.title_en}»" for other in before)
            words.append(self.tr("To try it in practice, issue first: {0}.").format(titles))
        return "\n".join(filter(None, words))

    def _words_of_file(self, sample: Sample) -> str:
        return self.tr("Published") if sample.is_published else self.tr("In the sample")

    def _on_shown(self, wanted: tuple[object, ...], shown: ShownSample) -> None:
        """Of several rows in quick succession the last one is shown."""
        if wanted == self._shown:
            self.sums.show_checks(shown.checks, self.office.language)
            self.paper.show_pages(shown.pages)

    def open_chosen(self) -> None:
        sample = self._chosen()
        if sample is not None:
            desk = self.office.the_desk
            self.office.tasks.run(
                lambda: desk.ahead(sample_draft(desk, sample)), self._on_draft, self.office.on_failed
            )

    def _on_draft(self, draft: Draft) -> None:
        self.draft_made.emit(draft)

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Samples"))
        self.hint.setText(
            self.tr("Documents of every kind, added up anew. Open one as the start of your own.")
        )
        self.open_button.setText(self.tr("Open as new draft"))
        self.search.setPlaceholderText(self.tr("Search the samples"))
        self.search.setAccessibleName(self.tr("Search the samples"))
        self.table.setAccessibleName(self.tr("Samples"))
        self.shown.hint.setText(self._empty_words())
        self.paper.setAccessibleName(self.tr("The sample as it prints"))
        self.paper.set_hint(self.tr("Laying out…"))
        self.sums.retranslate()
        self.name_columns()
        self._fit_rows()
        self.follow_chosen()
