"""A small panel at the present line: an amount with VAT included, or a wanted total, becomes its price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from einvoice_desktop.app.entry import show_amount, understand_amount
from einvoice_desktop.app.pricing import Lever, Offer, Wish, offer
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from decimal import Decimal

    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.session import DraftSession

_DECIMAL_KEYS = (Qt.Key.Key_Period, Qt.Key.Key_Comma)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PricePopup(QFrame):
    """Enter takes what is offered, Escape leaves the line as it is."""

    def __init__(self, session: DraftSession, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._view: RowsView | None = None
        self._row = 0
        self._wish: Wish = "grossPrice"
        self._offer: Offer | None = None
        self.setProperty("role", "popover")
        identify(self, "pricing")
        self._title = label("section", self)
        self._amount = _Amount(session, self)
        identify(self._amount, "pricing.amount")
        self._whole, self._discount = QCheckBox(self), QCheckBox(self)
        identify(self._whole, "pricing.wholeDocument")
        identify(self._discount, "pricing.discount")
        self._answer = label("muted", self)
        identify(self._answer, "pricing.answer")
        self._take = KeyButton("Enter", "primary", self)
        identify(self._take, "pricing.take")
        self._cancel = KeyButton("Esc", "", self)
        identify(self._cancel, "pricing.cancel")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._amount, 0, 1)
        choices = QHBoxLayout()
        choices.addWidget(self._whole)
        choices.addWidget(self._discount)
        choices.addStretch()
        grid.addLayout(choices, 1, 0, 1, 2)
        grid.addWidget(self._answer, 2, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._take)
        grid.addLayout(buttons, 3, 0, 1, 2)

    def _connect(self) -> None:
        self._amount.textChanged.connect(self._look)
        self._whole.toggled.connect(self._look)
        self._discount.toggled.connect(self._look)
        self._take.clicked.connect(self.take)
        self._cancel.clicked.connect(self.leave)
        self._session.composition_changed.connect(self._on_composition_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # --- opening and closing ------------------------------------------------------------------------

    def open_at(self, view: RowsView, wish: Wish) -> None:
        """Asks about the present line of the table of lines, else its last one."""
        count = view.rows.rowCount()
        if not count:
            return
        row = view.currentIndex().row()
        self._view, self._row, self._wish = view, row if 0 <= row < count else count - 1, wish
        view.setFocus()
        view.go(self._row, max(view.currentIndex().column(), 0))
        wanted = wish != "grossPrice"
        self._whole.setVisible(wanted)
        self._discount.setVisible(wanted)
        self._whole.setChecked(wish == "payable")
        self.retranslate()
        self._amount.setText("")
        self._look()
        self._place()
        self.show()
        self.raise_()
        self._amount.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        """Under the line, above it where there is no room below."""
        view, page = self._view, self.parentWidget()
        if view is None or page is None:
            return
        self.adjustSize()
        cell = view.visualRect(view.currentIndex())
        corner = view.viewport().mapTo(page, cell.bottomLeft()) + QPoint(0, 4)
        if corner.y() + self.height() > page.height():
            corner.setY(max(corner.y() - cell.height() - self.height() - 8, 0))
        corner.setX(max(min(corner.x(), page.width() - self.width()), 0))
        self.move(corner)

    def take(self) -> None:
        """Puts the offered values into the line."""
        if self._offer is None or self._session.is_sealing:
            return
        edits = self._offer.edits
        self.leave()
        if len(edits) == 1:
            self._session.choose(*edits[0])
        else:
            with self._session.together():
                for path, value in edits:
                    self._session.choose(path, value)

    def leave(self) -> None:
        """Back to the line."""
        self.hide()
        if self._view is not None:
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not (now is self or self.isAncestorOf(now)):
            self.hide()

    def _on_composition_changed(self) -> None:
        if self.isVisible():
            self._look()

    # --- the offer ----------------------------------------------------------------------------------

    def _look(self) -> None:
        composition, draft = self._session.composition, self._session.draft
        understood = understand_amount(self._amount.text(), self._session.language)
        self._offer = None
        if composition is not None and draft is not None and understood.value is not None:
            self._offer = offer(composition, draft, self._row, self._meant(), understood.value, self._lever())
        self._answer.setText(self._sentence(understood.value, understood.ok))
        self._take.setEnabled(self._offer is not None)
        if self.isVisible():
            self._place()

    def _meant(self) -> Wish:
        if self._wish == "grossPrice":
            return "grossPrice"
        return "payable" if self._whole.isChecked() else "lineTotal"

    def _lever(self) -> Lever:
        return "discount" if self._discount.isChecked() and self._wish != "grossPrice" else "price"

    def _sentence(self, typed: Decimal | None, ok: bool) -> str:
        if typed is None:
            return self.tr("Type an amount.") if ok else self.tr("This is no amount.")
        found = self._offer
        if found is None:
            return self.tr("This line cannot be priced so: it has no quantity, or enters no sum.")
        language = self._session.language
        value, reached = show_amount(found.value, language), show_amount(found.reached, language)
        if found.lever == "discount":
            told = self.tr("Discount {0}: it comes to {1}").format(value, reached)
        else:
            told = self.tr("Unit price {0}: it comes to {1}").format(value, reached)
        if found.difference:
            wanted = show_amount(found.wanted, language)
            told += "\n" + self.tr("{0} cannot be reached; this is the nearest.").format(wanted)
        return told

    # --- language -----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        gross = self._wish == "grossPrice"
        self._title.setText(self.tr("Unit price with VAT") if gross else self.tr("Wanted total"))
        self._amount.setAccessibleName(self._title.text())
        self.setAccessibleName(self._title.text())
        self._whole.setText(self.tr("Of the whole document"))
        self._discount.setText(self.tr("By a discount"))
        self._take.setText(self.tr("Take"))
        self._cancel.setText(self.tr("Cancel"))
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and not held:
            self.take()
        else:
            super().keyPressEvent(event)


class _Amount(QLineEdit):
    """The keypad's decimal key writes the language's decimal mark. Not of the document: nothing is saved."""

    def __init__(self, session: DraftSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(tabular(self.font()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if keypad and event.key() in _DECIMAL_KEYS:
            self.insert("," if self._session.language == "el" else ".")
        elif event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)
