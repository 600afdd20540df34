"""The form of one card: its fields by their JSON path, and what is wrong with each in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from einvoice_desktop.app.drafting import reread
from einvoice_desktop.app.misread import misread_problems
from einvoice_desktop.gui.cards.begun import Begun
from einvoice_desktop.gui.cards.held import C, K
from einvoice_desktop.gui.cards.session import CardSession
from einvoice_desktop.gui.compose.form import NOT
from einvoice_desktop.gui.compose.part_sheet import PartSheet
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import identify, mark, restyle
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from einvoice_desktop.domain.cards import Customer, Item
    from einvoice_desktop.domain.codes import Choice
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.cards.prices import PricesPanel
    from einvoice_desktop.gui.compose.form import AnyField
    from einvoice_desktop.gui.compose.needs import Word
    from einvoice_desktop.gui.compose.part_fields import FieldGroup
    from einvoice_desktop.gui.office import Office

_TOLD = 3
"""Problems that are written out at once."""


class CardSheet(PartSheet):
    """A card must have nothing: what its document's type asks for is asked for on the document."""

    def words(self) -> Word:
        word = super().words()
        return lambda path: NOT if word(path) == NOT else "may"


class CardForm(QWidget, Generic[C, K]):
    """A tab of fields, and the prices in another one. A subclass makes the card of what is typed."""

    prices: PricesPanel

    touched = Signal()
    """Something is other than it was."""

    def __init__(
        self,
        office: Office,
        document: Document,
        typed: Mapping[str, str],
        groups: Sequence[FieldGroup],
        identifier: str,
        kept: K | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.kept = kept
        self.session = CardSession(office, reread(document, typed, office.language))
        self.session.setParent(self)
        self.tables = ChoiceTables(self._choices, self._other_choices)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        identify(self.tabs, f"{identifier}.tabs")
        self.sheet = CardSheet(self.session, groups, self.tables, f"{identifier}.fields", self)
        self.told = label("error", self, wrap=True)
        identify(self.told, f"{identifier}.problems")
        first = QWidget(self)
        self.column = QVBoxLayout(first)
        self.column.setContentsMargins(16, 8, 16, 4)
        self.column.addWidget(self.sheet, 1)
        self.tabs.addTab(first, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tabs, 1)
        self.session.composition_changed.connect(self._on_changed)

    # --- what it holds --------------------------------------------------------------------------

    def card(self) -> Customer | Item:
        """What is typed, as a card."""
        raise NotImplementedError

    def problems(self) -> Sequence[Problem]:
        """What the authority or the books do not take of it."""
        raise NotImplementedError

    def name(self) -> str:
        """What the card is called, as typed."""
        raise NotImplementedError

    def state(self) -> object:
        """All of what is typed; equal to what it was before while nothing is changed."""
        return (self.begun(), self.prices.state())

    def begun(self) -> Begun:
        """The same without the prices, as it is kept while it is not saved."""
        draft = self.session.draft
        assert draft is not None
        loose = {path: draft.typed[path] for path in draft.misread | draft.held}
        return Begun(self.card(), loose, 0 if self.kept is None else self.kept.version)

    def first_field(self) -> AnyField:
        """Where typing begins."""
        return next(self.sheet.fields())

    def faults(self) -> list[Problem]:
        """Everything that is wrong: what means nothing too."""
        draft = self.session.draft
        assert draft is not None
        return [*misread_problems(draft, held=True), *self.problems()]

    def commit(self) -> None:
        """Takes over what is still being typed."""
        self.prices.table.commit()
        for field in self.sheet.fields():
            if field.hasFocus():
                field.commit()

    # --- what is shown --------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.sheet.refresh()
        self.show_faults()
        self.touched.emit()

    def show_faults(self) -> None:
        """Marks the fields, and says the first ones in words under them."""
        found = self.faults()
        at: dict[str, list[Problem]] = {}
        for problem in found:
            at.setdefault(problem.path, []).append(problem)
        sentences = []
        for field in self.sheet.fields():
            here = at.get(field.path, [])
            words = [self._sentence(problem) for problem in here]
            severity = "" if not here else "error" if any(p.is_error for p in here) else "warning"
            mark(field, severity, "\n".join(words))
            sentences += [f"{self._caption(field)}: {words[0]}"] if words else []
        shown = {field.path for field in self.sheet.fields()}
        sentences += [self._sentence(problem) for problem in found if problem.path not in shown]
        self.told.setText("\n".join(sentences[:_TOLD]))
        self.told.setProperty("role", "error" if any(problem.is_error for problem in found) else "warning")
        restyle(self.told)
        self.told.setVisible(bool(sentences))

    def _caption(self, field: AnyField) -> str:
        return field.accessibleName().rpartition(": ")[2]

    def _sentence(self, problem: Problem) -> str:
        return self.office.the_desk.problem_sentence(problem, self.office.language)

    def go_to_fault(self) -> bool:
        """Puts the keys on the first field that is wrong; whether there is one."""
        wrong = {problem.path for problem in self.faults() if problem.is_error}
        for field in self.sheet.fields():
            if field.path in wrong:
                self.tabs.setCurrentIndex(0)
                self.sheet.bring_into_view(field)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return bool(wrong)

    def _choices(self, table: str) -> Sequence[Choice]:
        return self.office.the_desk.codes.choices(table, self.office.language)

    def _other_choices(self, table: str) -> Sequence[Choice]:
        other = "en" if self.office.language == "el" else "el"
        return self.office.the_desk.codes.choices(table, other)

    def retranslate(self) -> None:
        """Everything in the language of now."""
        self.session.language = self.office.language
        self.tables.forget()
        self.tabs.setTabText(0, self.tr("Card"))
        self.sheet.retranslate()
        self.sheet.refresh()
        self.show_faults()
