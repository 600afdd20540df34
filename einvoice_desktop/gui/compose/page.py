"""The page on which a document is composed: fields and tables on the left, sums and problems on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.customer import CustomerBox
from einvoice_desktop.gui.compose.form import AnyField, FieldSheet
from einvoice_desktop.gui.compose.head import HeadPanel
from einvoice_desktop.gui.compose.issuer import IssuerFold
from einvoice_desktop.gui.compose.panes import Panes
from einvoice_desktop.gui.compose.party import REMARKS
from einvoice_desktop.gui.compose.party_search import FindParties
from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.compose.problems import ProblemPanel
from einvoice_desktop.gui.compose.summary import SummaryPanel
from einvoice_desktop.gui.compose.tabs import ComposeTabs
from einvoice_desktop.gui.fields.choices import Choices, ChoiceTables
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.identity import is_undo, mark
from einvoice_desktop.gui.fields.text import TextField

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.offers import Offer
    from einvoice_desktop.app.pricing import Wish
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.compose.columns import SideOf
    from einvoice_desktop.gui.compose.credited import CreditedPanel
    from einvoice_desktop.gui.compose.followed import Followed
    from einvoice_desktop.gui.compose.places import Places
    from einvoice_desktop.gui.compose.price_popup import PricePopup
    from einvoice_desktop.gui.compose.table_model import Sentence
    from einvoice_desktop.gui.session import DraftSession

# Title of acquisition and clearance: their issuer sends expenses. The frame hands in the table's own word.
_EXPENSE_TYPES = ("1.5", "3.1", "3.2")
_LINES = "details"
_LEFT, _RIGHT = 860, 252
_GAP = 8


class ComposePage(QWidget):
    """Everything of one document. It draws from the session's one signal and writes only to the session.

    `choices` gives a code table's rows in the language shown (callable once the session is ready),
    `other_choices` in the other language, for searching; `sentence` says a problem in words; `side_of` tells
    whether a document type's lines are classified as "income" or "expense"; `find_parties` searches earlier
    customers (None: no search box). `lines_toolbar_layout` and `footer_layout` take the frame's buttons.
    """

    def __init__(
        self,
        session: DraftSession,
        choices: Choices,
        parent: QWidget | None = None,
        *,
        sentence: Sentence | None = None,
        side_of: SideOf | None = None,
        find_parties: FindParties | None = None,
        other_choices: Choices | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.choices = ChoiceTables(choices, other_choices, self._offer)
        self._sentence = sentence or _code
        self._head = HeadPanel(session, self.choices, self)
        self._issuer = IssuerFold(session, self.choices, self)
        self.customer = self._customer = CustomerBox(session, self.choices, find_parties, self)
        self._tabs = ComposeTabs(session, self.choices, side_of or _side_of, self._sentence, self)
        self._remarks = FieldSheet(session, ((REMARKS,),), self.choices, beside=True, parent=self)
        self._summary = SummaryPanel(session, self)
        self._known_places: Places | None = None
        self._price: PricePopup | None = None
        self._followed: Followed | None = None
        self.credited: CreditedPanel | None = None
        self.problems = self._problems = ProblemPanel(self._sentence, self.place_name, self)
        self._index = ProblemIndex(None)
        self._visited: set[str] = set()
        self.lines_toolbar_layout = self._tabs.toolbar
        self.footer_layout = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._show_all()

    def place_name(self, path: str) -> str:
        """What people call the field at a JSON path."""
        return self._places.name(path)

    def _offer(self, table: str, path: str) -> Offer | None:
        if self._session.draft is None:
            return None
        from einvoice_desktop.app.offers import offer

        return offer(self._session.draft.document, self._session.codes, table, path)

    @property
    def _places(self) -> Places:
        if self._known_places is None:
            from einvoice_desktop.gui.compose.places import Places

            sheets = (self._customer.sheet, self._remarks)
            folds = (self._issuer, self._customer)
            self._known_places = Places(self._head, sheets, folds, self._tabs)
        return self._known_places

    # --- building -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("compose.splitter")
        self.splitter.setHandleWidth(_GAP)
        self.splitter.setChildrenCollapsible(False)
        # Filled afterwards: with each part that comes to it the splitter asks all of it for its size.
        left, right = _Column(self), QWidget(self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([_LEFT, _RIGHT])
        self._fill_left(left)
        self._fill_right(right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(_GAP)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(self.footer_layout)

    def _fill_left(self, left: QWidget) -> None:
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._head)
        layout.addWidget(self._issuer)
        layout.addWidget(self._customer)
        layout.addWidget(self._tabs, 1)
        foot = QHBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self._remarks, 1)
        foot.addWidget(self._tabs.buttons)
        layout.addLayout(foot)

    def _fill_right(self, right: QWidget) -> None:
        layout = self._right_layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._summary)
        layout.addWidget(self._problems, 1)

    def _connect(self) -> None:
        self._session.composition_changed.connect(self._on_composition_changed)
        self._session.ready_changed.connect(self._on_ready)
        self._session.travelled.connect(self._on_travelled)
        for part in (self._issuer.opened, self._head.sheet_made):
            part.connect(self._on_sheet_made)
        self._tabs.sheet_made.connect(self._mark_fields)
        self._issuer.all_fields_wanted.connect(self._on_issuer_fields_wanted)
        self._tabs.finished.connect(self._remarks.field(REMARKS.path).setFocus)
        self._problems.chosen.connect(self.show_problem)
        self._customer.party_taken.connect(self.leave_customer)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._panes = Panes(
            self,
            (
                (self._head, lambda: self._head.sheet.field("invoiceTypeCode")),
                (self._customer, lambda: self.first_field),
                (self._tabs, self._tabs.currentWidget),
                (self._problems, lambda: self._problems.list),
            ),
        )

    # --- what others ask for ------------------------------------------------------------------------

    @property
    def first_field(self) -> AnyField:
        """What has the focus on a new document: the customer's VAT number."""
        return self._customer.sheet.field("counterParty.vat")

    def complete(self) -> None:
        """Makes what the window's first picture does without: the table of lines, the list of problems."""
        self._tabs.complete()
        self._summary.complete()
        self._customer.complete()
        if self._followed is None and self._session.ready:
            from einvoice_desktop.gui.compose.followed import Followed

            self._followed = Followed(self._session, self)
            self._followed.told.connect(self._tabs.lines().clipboard.told)
            from einvoice_desktop.gui.compose.credited import CreditedPanel

            self.credited = CreditedPanel(self._session, self)
            self._right_layout.insertWidget(1, self.credited)
        # Made late, it would come last; the Tab key comes to it from the remarks.
        self.setTabOrder(self._remarks.field(REMARKS.path), self._problems.list)

    def focus_first(self) -> None:
        """Puts the focus where a new document begins."""
        self.first_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, path: str) -> None:
        """Opens the tab or fold that holds the field at `path` and selects its text, or its cell."""
        self._visited.add(path)
        self._places.go_to(path)
        self._mark_fields()

    def find_customer(self) -> None:
        """Puts the focus into the search for a customer."""
        self._customer.begin_search()

    def leave_customer(self) -> None:
        """On to what the customer still lacks, else to the lines."""
        wrong = [problem.path for problem in self._index.shown() if problem.is_error]
        lacking = next((path for path in wrong if path.startswith("counterParty.")), "")
        if lacking:
            self.show_problem(lacking)
        else:
            self._tabs.bring_forward(_LINES).begin()

    def add_line(self) -> None:
        """A new row in the table in front: below the present one while it has the focus, else at the end."""
        table = self._tabs.rows_in_front() or self._tabs.bring_forward(_LINES)
        table.add_row()
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remove_line(self) -> None:
        """Takes the present row of the table in front away."""
        table = self._tabs.rows_in_front()
        if table is not None:
            table.remove_row()

    def duplicate_line(self) -> None:
        """The present row of the table in front once more."""
        table = self._tabs.table_in_front()
        if table is not None:
            table.duplicate_row()

    @property
    def tabs(self) -> ComposeTabs:
        """The tables, and what else lies in tabs."""
        return self._tabs

    def move_line(self, delta: int) -> None:
        """Moves the present row of the table in front by `delta` places."""
        table = self._tabs.table_in_front()
        if table is not None:
            table.move_row(delta)

    def ask_price(self, wish: Wish) -> None:
        """Asks for an amount from which the present line's price follows."""
        if not self._session.ready:
            return
        self.commit()
        if self._price is None:
            from einvoice_desktop.gui.compose.price_popup import PricePopup

            self._price = PricePopup(self._session, self)
        self._price.open_at(self._tabs.bring_forward(_LINES), wish)

    def commit(self) -> None:
        """Takes over what is still being typed (a code that is being searched, a sum that is being changed).

        For whatever works on the document as it stands; a key with Ctrl does it by itself.
        """
        focus = QApplication.focusWidget()
        if isinstance(focus, TextField | CodeBox) and self.isAncestorOf(focus):
            focus.commit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _commands(event):
            self.commit()
        return super().event(event)

    # --- drawing ------------------------------------------------------------------------------------

    def _on_composition_changed(self, composition: Composition, change: Change) -> None:
        line = change.row if change.scope == "row" and change.path == _LINES else None
        if self._session.row_count("allowancesCharges"):
            # Each line has its share of them: one line's edit changes the others.
            line = None
        before, self._index = self._index, ProblemIndex(composition, self._index, line)
        if change.scope == "all" and not (self._session.can_undo or self._session.can_redo):
            self._visited.clear()
            self._tabs.start_over()
        if change.scope in ("all", "field"):
            self._refresh_fields()
        self._tabs.apply(change, self._index)
        self._summary.show_sums(composition)
        if line is None:
            self._tabs.show_parts(composition)
        if self._index.differs_from(before, line):
            self._problems.show_index(self._index)
            self._tabs.count_problems()
            self._show_completeness(composition)
            self._mark_fields()

    def _show_completeness(self, composition: Composition) -> None:
        from einvoice_desktop.app.completeness import completeness

        self._problems.show_completeness(completeness(composition, self._index.of_lines))

    def _refresh_fields(self) -> None:
        for part in (self._head, self._issuer, self._customer, self._remarks):
            part.refresh()

    def _on_travelled(self, before: Draft, after: Draft) -> None:
        """Undo and redo show what they changed."""
        from einvoice_desktop.app.differences import first_difference

        path = first_difference(before, after)
        if path:
            self._places.go_to(path)

    def _on_ready(self) -> None:
        self.complete()
        self._show_all()

    def _show_all(self) -> None:
        self._refresh_fields()
        self._summary.show_sums(self._session.composition)

    def _mark_fields(self) -> None:
        """An empty field that nobody has come to yet is not marked: a new document is no row of faults."""
        for field in self._places.fields():
            told = field.path in self._visited or field.text()
            problems = self._index.at(field.path) if told else ()
            severity = "" if not problems else "error" if any(p.is_error for p in problems) else "warning"
            mark(field, severity, "\n".join(map(self._sentence, problems)))

    def _on_focus_changed(self, before: QWidget | None, _now: QWidget | None) -> None:
        path = getattr(before, "path", "")
        if path and path not in self._visited and before is not None and self.isAncestorOf(before):
            self._visited.add(path)
            self._mark_fields()

    def _on_sheet_made(self, sheet: FieldSheet) -> None:
        sheet.refresh()
        self._customer.give_way()
        self._tabs.keep_rows_in_sight()
        self._mark_fields()

    def _on_issuer_fields_wanted(self) -> None:
        self._tabs.show_more().search_for("issuer")

    # --- language -----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.choices.forget()
        for part in (
            self._head,
            self._issuer,
            self._customer,
            self._remarks,
            self._summary,
            self._problems,
        ):
            part.retranslate()
        if self._price is not None:
            self._price.retranslate()
        if self.credited is not None:
            self.credited.retranslate()
        self._tabs.forget()
        self._refresh_fields()
        self._mark_fields()


class _Column(QWidget):
    """Wishes for no more width than it needs: what else there is belongs to whoever has it."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


def _commands(event: QKeyEvent) -> bool:
    """Whether a key is about to become a command of the window: F5, Ctrl with anything but Ctrl itself."""
    if event.key() == Qt.Key.Key_F5:
        return True
    if is_undo(event):
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() != Qt.Key.Key_Control


def _code(problem: Problem) -> str:
    return problem.code


def _side_of(type_code: str) -> str:
    return "expense" if type_code in _EXPENSE_TYPES else "income"
