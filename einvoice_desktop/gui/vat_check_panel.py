"""What a registry knows of a VAT number, beside what was typed: taken only where a person takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.app.ports.registry import RegistrySource
from einvoice_desktop.app.vat_check import FoundField, compare
from einvoice_desktop.gui.bottom_panel import BottomPanel
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.compose.form import CONTEXT
from einvoice_desktop.gui.compose.party import CUSTOMER_ROWS
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.ports.registry import VatAnswer
    from einvoice_desktop.app.vat_check import Typed

_HEADS = 3
_ONE_LINE = 28
"""Characters that fit beside each other in the smallest window."""


class VatCheckPanel(BottomPanel):
    """Lies over the lower part of a form, so that the fields above it stay in sight. Esc closes it."""

    taken = Signal(object)
    """Path inside the party -> text, of one fact or of all that differ."""

    def __init__(self, page: QWidget, identifier: str = "vatCheck") -> None:
        self._open = False
        self._vat = ""
        self._fault = ""
        self._answer: VatAnswer | None = None
        self._typed: Typed = lambda _path: ""
        self._rows: Sequence[FoundField] = ()
        self._takes: list[KeyButton] = []
        super().__init__(page, identifier)
        self._heading = label("subheading", self)
        self._state = label(parent=self, wrap=True)
        self._source = label("muted", self, wrap=True)
        self._address = label("muted", self, wrap=True)
        for name, made in (("state", self._state), ("source", self._source), ("address", self._address)):
            identify(made, f"{identifier}.{name}")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column, stretch in ((1, 2), (2, 3)):
            self._grid.setColumnStretch(column, stretch)
        self._take_all = KeyButton("", "primary", self)
        self._close = KeyButton("Esc", "", self)
        identify(self._take_all, f"{identifier}.takeAll")
        identify(self._close, f"{identifier}.close")
        self._take_all.clicked.connect(self._on_take_all)
        self._close.clicked.connect(lambda: self.end(by_person=True))
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._source, 1)
        foot.addWidget(self._take_all)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        for line in (self._heading, self._state, self._address):
            layout.addWidget(line)
        layout.addLayout(self._grid)
        layout.addLayout(foot)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return self._open

    @property
    def rows(self) -> Sequence[FoundField]:
        """What is shown: found beside typed."""
        return self._rows

    def wait(self, vat: str, typed: Typed) -> None:
        """Says that the registry is being asked. `typed`: what stands in the form now."""
        self._vat, self._typed, self._answer, self._fault = vat, typed, None, ""
        self._open = True
        self.say_all()
        self.open_with(self._close)

    def show_answer(self, answer: VatAnswer) -> None:
        """What was found, or that nothing was."""
        self._answer = answer
        self._renew()
        self.open_with(self._close if self._take_all.isHidden() else self._take_all)

    def show_fault(self, sentence: str) -> None:
        """Why there is no answer."""
        self._fault = sentence
        self._renew()

    def refresh(self) -> None:
        """What stands in the form has changed."""
        if self._answer is not None:
            self._renew()

    def _renew(self) -> None:
        self.say_all()
        self.put_in_place()
        self.announce(f"{self._heading.text()}. {self._state.text()}")

    def close_quietly(self) -> None:
        """Nothing is asked any more; an answer that still comes finds nobody."""
        self._open = False
        self._answer = None
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        return (*self._takes, self._take_all, self._close)

    # --- words ----------------------------------------------------------------------------------

    def say_all(self) -> None:
        self._heading.setText(self.tr("VAT check: {0}").format(self._vat))
        self.setAccessibleName(self._heading.text())
        self._take_all.setText(self.tr("Take all"))
        self._close.setText(self.tr("Close"))
        answer = self._answer
        self._rows = compare(answer, self._typed) if answer is not None and answer.found else ()
        self._say_state()
        self._source.setText("" if answer is None else self._source_words(answer))
        raw = answer.address.replace("\n", ", ") if answer is not None else ""
        self._address.setText(self.tr("Address as the registry writes it: {0}").format(raw) if raw else "")
        self._address.setVisible(bool(raw))
        self._show_rows()
        self._take_all.setVisible(any(not row.same for row in self._rows))

    def _say_state(self) -> None:
        text, role = self._state_words()
        self._state.setText(text)
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            restyle(self._state)

    def _state_words(self) -> tuple[str, str]:
        answer = self._answer
        if self._fault:
            return self._fault, "warning"
        if answer is None:
            return self.tr("Asking the registry…"), "muted"
        if not answer.found:
            return " ".join(
                filter(None, (self.tr("The registry does not know this number."), answer.words))
            ), "error"
        if answer.is_active is False:
            return self.tr("The number exists, but the business is no longer active."), "warning"
        if not self._rows:
            return self.tr("The number is valid. Its state tells neither name nor address."), "success"
        if all(row.same for row in self._rows):
            return self.tr("The number is valid, and what you typed agrees with the registry."), "success"
        return self.tr("The number is valid. Nothing is changed unless you take it."), "success"

    def _source_words(self, answer: VatAnswer) -> str:
        greek = answer.source is RegistrySource.GREEK
        named = (
            self.tr("Registry of the tax authority") if greek else self.tr("VIES, registries of the Union")
        )
        return self.tr("{0}, by way of the provider. How it is asked is not confirmed yet.").format(named)

    # --- rows -----------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        focus = self.focusWidget()
        here = focus.objectName() if focus in self._takes else ""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._takes = []
        if not self._rows:
            return
        for column, text in enumerate((self.tr("Typed"), self.tr("Found")), 1):
            self._put(label("caption", self, text=text), 0, column)
        for place, row in enumerate(self._rows, 1):
            self._add_row(place, row)
        if here:
            next((take for take in self._takes if take.objectName() == here), self._close).setFocus()

    def _add_row(self, place: int, row: FoundField) -> None:
        caption = _captions().get(row.path, row.path)
        self._put(label("muted", self, text=caption), place, 0)
        self._put(_text(row.typed or "–", self, "muted" if row.same else ""), place, 1)
        found = row.found
        if row.limit:
            found += "\n" + self.tr(
                "Longer than the {0} characters that the authority takes: shorten it."
            ).format(row.limit)
        self._put(_text(found, self, "warning" if row.limit else ""), place, 2)
        if row.same:
            self._put(label("success", self, text="✓ " + self.tr("the same")), place, _HEADS)
            return
        take = KeyButton("", "", self)
        identify(take, f"{self.objectName()}.take.{row.path}")
        take.setText(self.tr("Take"))
        take.setAccessibleName(self.tr("Take: {0}").format(f"{caption}, {row.found}"))
        take.clicked.connect(self._taker(row))
        self._put(take, place, _HEADS)
        self._takes.append(take)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        """Shown at once: the panel measures itself before the next turn of events."""
        self._grid.addWidget(widget, row, column)
        widget.show()

    def _taker(self, row: FoundField) -> Callable[[], None]:
        return lambda: self._take({row.path: row.found})

    def _on_take_all(self) -> None:
        self._take({row.path: row.found for row in self._rows if not row.same})

    def _take(self, facts: dict[str, str]) -> None:
        if facts and not self.is_deaf():
            self.taken.emit(facts)
            self.refresh()
            if not self._take_all.isVisible():
                self._close.setFocus(Qt.FocusReason.OtherFocusReason)


def _text(text: str, parent: QWidget, role: str) -> QLabel:
    made = label(role, parent, text=text, wrap=len(text) > _ONE_LINE)
    # As high as its words are at the width that it gets.
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(made.wordWrap())
    made.setSizePolicy(policy)
    return made


def _captions() -> dict[str, str]:
    """What the form calls its fields, by their path inside the party."""
    return {
        spec.path: QCoreApplication.translate(CONTEXT, spec.caption) for row in CUSTOMER_ROWS for spec in row
    }
