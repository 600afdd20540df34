"""The first document of a series: asks for the number that was used last, over the lower part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.gui.bottom_panel import BottomPanel, is_enter
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.held_enter import HeldEnter

if TYPE_CHECKING:
    from einvoice_desktop.domain.document import Document

_LONGEST = 50
_FIELD_WIDTH = 180
_MAIN_BRANCH = "0"


class FirstUsePanel(BottomPanel):
    """Where the review was: nothing is issued before the number is given, and Esc issues nothing."""

    answered = Signal(str)
    """The last number that was used; "0" for none."""

    def __init__(self, page: QWidget) -> None:
        self._document: Document | None = None
        self._known = ""
        self._held = HeldEnter()
        super().__init__(page, "firstUse")
        self._heading = label("subheading", self)
        self._question = label(parent=self, wrap=True)
        identify(self._question, "firstUse.question")
        self.number = QLineEdit(self)
        self.number.setMaxLength(_LONGEST)
        self.number.setFixedWidth(_FIELD_WIDTH)
        self.number.setValidator(QRegularExpressionValidator("[0-9]*", self.number))
        identify(self.number, "firstUse.number")
        self._question.setBuddy(self.number)
        self._what = label("muted", self, wrap=True)
        identify(self._what, "firstUse.meaning")
        self._fault = label("error", self, wrap=True)
        identify(self._fault, "firstUse.fault")
        self._go_on = KeyButton("Enter", "primary", self)
        identify(self._go_on, "firstUse.issue")
        self._cancel = KeyButton("Esc", "", self)
        identify(self._cancel, "firstUse.cancel")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.number)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for line in (self._heading, self._question, self._what, self._fault):
            layout.addWidget(line)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._on_answered)
        self.number.textChanged.connect(lambda _text: self._say_what())
        self._go_on.clicked.connect(self._on_answered)
        self._cancel.clicked.connect(lambda: self.end(by_person=True))
        self.number.installEventFilter(self)

    # --- what others ask for --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a number is being asked for."""
        return self._document is not None

    def ask(self, document: Document, known: str = "") -> None:
        """Asks for the last number of the series of `document`; `known`: the books came back from a backup,
        and this is the last one that they know of."""
        self._document, self._known = document, known
        self.number.clear()
        self._fault.hide()
        self.say_all()
        self.open_with(self.number)
        self.announce(f"{self._heading.text()}. {self._question.text()} {self._what.text()}")

    def say_fault(self, sentence: str) -> None:
        """The number cannot be that one."""
        self._fault.setText(sentence)
        self._fault.show()
        self.put_in_place()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._fault, sentence))

    def close_quietly(self) -> None:
        """The number stands in the books."""
        self._document = None
        self.hide()

    # --- ending ---------------------------------------------------------------------------------

    def _on_answered(self) -> None:
        """A key or a click that comes so soon meant what was there before the panel."""
        if self.is_open and not self.is_deaf():
            # None yet can be said of a new series alone.
            self.answered.emit(self.number.text() or ("" if self._known else "0"))

    def stops(self) -> tuple[QWidget, ...]:
        return (self.number, self._go_on, self._cancel)

    # --- words and place ------------------------------------------------------------------------

    def say_all(self) -> None:
        document = self._document
        if document is None:
            return
        branch = document.issuer.branch_code if document.issuer else None
        heading = self.tr("First document of series {0}, type {1}, branch {2}")
        question = self.tr("Which number of this series was used last, in another program or on paper?")
        if self._known:
            heading = self.tr("After the restore: series {0}, type {1}, branch {2}")
            question = self.tr(
                "The books came back from a backup. Which number of this series was used last? These books "
                "know of {0}; later ones stand at the provider, on paper or in your mail."
            ).format(self._known)
        self._heading.setText(
            heading.format(document.series or "–", document.invoice_type_code or "–", branch or _MAIN_BRANCH)
        )
        self._question.setText(question)
        self.number.setAccessibleName(self.tr("Last number used"))
        self.number.setPlaceholderText("" if self._known else self.tr("none yet"))
        self._go_on.setText(self.tr("Keep and issue"))
        self._cancel.setText(self.tr("Cancel"))
        self.setAccessibleName(self._heading.text())
        self._say_what()

    def _say_what(self) -> None:
        last = int(self.number.text() or self._known or 0)
        self._fault.hide()
        self._what.setText(
            self.tr("This document gets number {0}, the next ones follow it. It is asked once.").format(
                last + 1
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        super().eventFilter(watched, event)
        if watched is not self.number or not isinstance(event, QKeyEvent) or not is_enter(event):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._held.see_release(event)
            return False
        # An Enter that is held since the review is no answer.
        return event.type() is QEvent.Type.KeyPress and self._held.is_held(event)
