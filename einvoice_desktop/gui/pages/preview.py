"""The preview page: a document as it will print, in the language and on the paper that are chosen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.languages import NAMES
from einvoice_desktop.gui.pages.page import Page
from einvoice_desktop.gui.paper.view import Fit, PaperView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.paper.subjects import Sheet, Subject

_FITS: tuple[Fit, ...] = ("width", "page", "own")


class PreviewPage(Page):
    """Shows one document at a time; whoever opens the page lays it out."""

    back_requested = Signal()
    language_chosen = Signal(str)
    form_chosen = Signal(str)
    outdated = Signal()
    """The sealed document that is shown has moved (it was issued, for instance)."""

    def __init__(self, office: Office, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("preview", office, parent)
        self.subject: Subject | None = None
        self.sheet: Sheet | None = None
        for name in ("email", "savePdf", "print"):
            self.buttons.addWidget(self.make_action(actions, name, "primary" if name == "print" else ""))
        self.back_button = self.make_button("preview.back", self.back_requested.emit, key="Esc")
        self.language = ChoiceBox("preview.language", 10, self)
        self.form = ChoiceBox("preview.form", 10, self)
        self.fit = ChoiceBox("preview.fit", 12, self)
        self.smaller = self.make_button("preview.smaller", lambda: self.paper.zoom(-1), key="Ctrl+-")
        self.larger = self.make_button("preview.larger", lambda: self.paper.zoom(1), key="Ctrl++")
        self.count = label("muted", self)
        identify(self.count, "preview.page")
        self.paper = PaperView("preview.paper", self)
        self.content.addLayout(self._tools())
        self.content.addWidget(self.paper, 1)
        self._connect()
        self.retranslate()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.back_button)
        row.addSpacing(6)
        for box in (self.language, self.form, self.fit):
            row.addWidget(box)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        row.addStretch(1)
        row.addWidget(self.count)
        return row

    def _connect(self) -> None:
        self.language.activated.connect(lambda _n: self.language_chosen.emit(self.language.value))
        self.form.activated.connect(lambda _n: self.form_chosen.emit(self.form.value))
        self.fit.activated.connect(lambda _n: self.paper.set_fit(self.fit.currentData()))
        self.paper.looked_elsewhere.connect(self._say_place)

    # --- what is shown ------------------------------------------------------------------------------

    def show_choices(self, language: str, form: str) -> None:
        """What was chosen for paper before."""
        self.language.choose(language)
        self.form.choose(form)

    def show_waiting(self, subject: Subject) -> None:
        """`subject` is being laid out. The same one stays in sight as it was until then."""
        if subject != self.subject:
            self.sheet = None
            self.paper.show_pages(None)
        self.subject = subject
        self._say_texts()

    def show_sheet(self, subject: Subject, sheet: Sheet) -> None:
        """The pages of `subject`."""
        if subject == self.subject:
            self.sheet = sheet
            self.paper.show_pages(sheet.pages)
            self._say_texts()

    def on_submission(self, submission: Submission) -> None:
        if self.subject is not None and self.subject.submission_id == submission.id:
            self.outdated.emit()

    def focus_first(self) -> None:
        self.paper.setFocus()

    # --- words --------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Preview"))
        self.back_button.setText(self.tr("Back"))
        both = self.tr("Both languages")
        self._say_choice(
            self.language, self.tr("Language"), [("el", NAMES["el"]), ("en", NAMES["en"]), ("both", both)]
        )
        self._say_choice(
            self.form, self.tr("Paper"), [("a4", self.tr("A4")), ("80mm", self.tr("Roll of 80 mm"))]
        )
        fits = (self.tr("Whole width"), self.tr("Whole page"), self.tr("100 %"))
        self._say_choice(self.fit, self.tr("Size"), list(zip(_FITS, fits, strict=True)))
        self.smaller.setText("−")
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setText("+")
        self.larger.setAccessibleName(self.tr("Larger"))
        self.paper.setAccessibleName(self.tr("The document as it prints"))
        self.paper.set_hint(self.tr("Laying out…"))
        self._say_texts()
        self._say_place()

    def _say_choice(self, box: ChoiceBox, name: str, rows: Sequence[tuple[str, str]]) -> None:
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.fill(rows)

    def _say_texts(self) -> None:
        title = self.sheet.naming.title if self.sheet else ""
        if self.subject is not None and self.subject.submission_id is None:
            words = self.tr("Not issued yet: no number, no MARK.")
            self.hint.setText(f"{title} · {words}" if title else words)
        else:
            self.hint.setText(title)

    def _say_place(self) -> None:
        count = self.paper.page_count
        where = self.tr("Page {0} of {1}").format(self.paper.page_in_sight + 1, count) if count else ""
        self.count.setText(where)
        self.fit.choose(self.paper.fit)
