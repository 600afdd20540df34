"""How an issued document is to be credited: by a draft of its own, or as a whole through the provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.app.entry import Language, show_amount
from einvoice_desktop.gui import words
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.credited import Credited
    from einvoice_desktop.domain.submission import Submission

_LONGEST = 50
_SHOWN = 5
_WIDTH = 560
_INDENT = 26
_FIELD_WIDTH = 160


class CreditDialog(QDialog):
    """The draft is what is chosen unless the person chooses otherwise. Goes when it is closed."""

    draft_wanted = Signal()
    whole_wanted = Signal(str, str)
    """The series, and the last number used in it ("" where nobody asked for it)."""

    def __init__(self, row: Submission, kind: str, why_not_whole: str, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "credit")
        self.setWindowTitle(self.tr("Credit"))
        self.draft = self._choice("credit.draft", self.tr("As a credit document that I can still change"))
        self.whole = self._choice(
            "credit.whole", self.tr("The whole document at once through the provider (unconfirmed)")
        )
        self.draft.setChecked(True)
        self.whole.setEnabled(not why_not_whole)
        self.series = self._field("credit.series", row.sealed.key.series)
        self.last = self._field("credit.last", "")
        self.last.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.last))
        self._series_name, self._last_name = label("muted", self), label("muted", self)
        self._fault = label("error", self, wrap=True)
        identify(self._fault, "credit.fault")
        self._go_on, self._cancel = KeyButton("Enter", "primary", self), KeyButton("Esc", "", self)
        self._row = row
        self._already = label("warning", self, wrap=True)
        identify(self._already, "credit.already")
        self._already.hide()
        self._say(row, kind, why_not_whole)
        self._lay_out()
        self._connect()
        self._follow()

    def _choice(self, identifier: str, text: str) -> QRadioButton:
        button = QRadioButton(text, self)
        identify(button, identifier)
        return button

    def _field(self, identifier: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMaxLength(_LONGEST)
        field.setFixedWidth(_FIELD_WIDTH)
        identify(field, identifier)
        return field

    def _say(self, row: Submission, kind: str, why_not_whole: str) -> None:
        self._heading = label("subheading", self, wrap=True)
        self._heading.setText(words.document_name(row, kind))
        self._of_draft = label("muted", self, wrap=True)
        self._of_draft.setText(
            self.tr(
                "A draft with the lines of the document opens: take off what is not credited, then issue it."
            )
        )
        self._of_whole = label("warning" if why_not_whole else "muted", self, wrap=True)
        identify(self._of_whole, "credit.aboutWhole")
        self._of_whole.setText(
            why_not_whole
            or self.tr(
                "It is sent at once and cannot be taken back. The provider's pages do not say which type, "
                "series and sums the credit gets: try it in practice or at the trial service first."
            )
        )
        self._series_name.setText(self.tr("Series"))
        self._last_name.setText(self.tr("Last number used"))
        self._go_on.setText(self.tr("Credit"))
        self._cancel.setText(self.tr("Cancel"))
        identify(self._go_on, "credit.goOn")
        identify(self._cancel, "credit.cancel")
        for name, field in ((self._series_name, self.series), (self._last_name, self.last)):
            name.setBuddy(field)
            field.setAccessibleName(name.text())

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setContentsMargins(_INDENT, 0, 0, 0)
        fields.setColumnStretch(2, 1)
        for place, (name, field) in enumerate(
            ((self._series_name, self.series), (self._last_name, self.last))
        ):
            fields.addWidget(name, place, 0)
            fields.addWidget(field, place, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._already)
        layout.addWidget(self.draft)
        layout.addLayout(_indented(self._of_draft))
        layout.addWidget(self.whole)
        layout.addLayout(_indented(self._of_whole))
        layout.addLayout(fields)
        layout.addWidget(self._fault)
        layout.addSpacing(8)
        layout.addLayout(foot)
        self.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self.whole.toggled.connect(lambda _on: self._follow())
        self._go_on.clicked.connect(self._on_go_on)
        self._cancel.clicked.connect(self.reject)
        self._go_on.setDefault(True)
        self.finished.connect(self.deleteLater)

    def _follow(self) -> None:
        """The series is asked for only where it is of use."""
        for part in (self._series_name, self.series):
            part.setVisible(self.whole.isChecked())
        for part in (self._last_name, self.last, self._fault):
            part.setVisible(self.whole.isChecked() and bool(self._fault.text()))
        self.adjustSize()

    def show_credited(self, credited: Credited, language: Language) -> None:
        """What has been credited of it so far, so that nobody does it twice unawares."""
        if not credited.rows:
            return
        names = ", ".join(words.document_name(row, "") for row in credited.rows[:_SHOWN])
        more = "…" if len(credited.rows) > _SHOWN else ""
        told = self.tr("⚠ Credited already: {0}. In all {1} of {2}.")
        shown = show_amount(credited.gross, language), show_amount(self._row.sealed.gross, language)
        self._already.setText(told.format(names + more, *shown))
        self._already.show()
        self.adjustSize()

    def say_fault(self, sentence: str, *, asks_last: bool) -> None:
        """It did not work; `asks_last`: the last number of the series is needed."""
        self._go_on.setEnabled(True)
        self._fault.setText(sentence)
        self._fault.show()
        for part in (self._last_name, self.last):
            part.setVisible(asks_last or part.isVisible())
        if asks_last:
            self.last.setFocus()
        self.adjustSize()

    def _on_go_on(self) -> None:
        self._go_on.setEnabled(False)
        if self.whole.isChecked():
            self.whole_wanted.emit(self.series.text().strip(), self.last.text())
        else:
            self.draft_wanted.emit()


def _indented(words_: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, 0, 0, 6)
    row.addWidget(words_)
    return row
