"""A company's name and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.app.companies import COLOURS, LONGEST_NAME
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.companies.look import colour_name, company_icon
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.companies import Company
    from einvoice_desktop.gui.office import Office

_WIDTH = 440


class CompanyNameDialog(QDialog):
    """`work` keeps name and colour, in a thread; what it says no to is told here."""

    kept = Signal(object)
    """The Company."""

    def __init__(self, office: Office, title: str, name: str, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self.work: Callable[[str, str], Company] | None = None
        identify(self, "companyName")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(LONGEST_NAME)
        identify(self.name, "companyName.name")
        self.colour = ChoiceBox("companyName.colour", 0, self)
        self.colour.fill([(value, colour_name(value)) for value in ("", *COLOURS)])
        self.colour.choose(colour)
        self._fault = label("error", self, wrap=True)
        identify(self._fault, "companyName.fault")
        self._fault.hide()
        self._go_on, self._cancel = KeyButton("Enter", "primary", self), KeyButton("Esc", "", self)
        self._go_on.setText(self.tr("Keep"))
        self._cancel.setText(self.tr("Cancel"))
        identify(self._go_on, "companyName.keep")
        identify(self._cancel, "companyName.cancel")
        self._lay_out()
        self._go_on.setDefault(True)
        self._go_on.clicked.connect(lambda _checked=False: self._on_keep())
        self._cancel.clicked.connect(self.reject)
        self.name.textChanged.connect(lambda _text: self._draw())
        self._draw()
        self.name.selectAll()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        rows = ((self.tr("Name"), self.name), (self.tr("Colour"), self.colour))
        for row, (words, field) in enumerate(rows):
            caption = label("", self, text=words)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._fault)
        column.addLayout(foot)
        self.resize(_WIDTH, self.sizeHint().height())

    def _draw(self) -> None:
        """Each colour as it would look with this name's letter."""
        dark, scale = self._office.theme.is_dark, self.devicePixelRatioF()
        for place in range(self.colour.count()):
            colour = str(self.colour.itemData(place) or "")
            icon = company_icon(self.name.text(), colour, dark=dark, scale=scale)
            self.colour.setItemIcon(place, icon)

    def _on_keep(self) -> None:
        work, name, colour = self.work, self.name.text(), self.colour.value
        assert work is not None
        self._go_on.setEnabled(False)
        self._office.tasks.run(
            lambda: work(name, colour),
            while_alive(self, self._on_kept),
            while_alive(self, self._on_failed),
        )

    def _on_kept(self, company: Company) -> None:
        self.accept()
        self.kept.emit(company)

    def _on_failed(self, error: Exception) -> None:
        self._go_on.setEnabled(True)
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._fault.setText(sentence)
        self._fault.show()
        self.name.setFocus()
