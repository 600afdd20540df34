"""A small panel that keeps the present document as a template: its name, and a day of the month if wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.app.template_book import LONGEST_NAME
from einvoice_desktop.gui.bottom_panel import BottomPanel
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.templates.list import day_field, month_hint


class TemplatePanel(BottomPanel):
    """Over the lower part of the page; Enter keeps, Esc does not."""

    answered = Signal(str, int)
    """The name, and the day of the month (0 for never)."""

    def __init__(self, page: QWidget) -> None:
        self._asking = False
        super().__init__(page, "template")
        self._heading = label("subheading", self)
        self.name, self.day = QLineEdit(self), day_field(self)
        self.name.setMaxLength(LONGEST_NAME)
        identify(self.name, "template.name")
        identify(self.day, "template.day")
        self._captions = label("muted", self), label("muted", self)
        for caption, field in zip(self._captions, (self.name, self.day), strict=True):
            caption.setBuddy(field)
        self._hint = label("muted", self, wrap=True)
        identify(self._hint, "template.hint")
        self._keep, self._cancel = KeyButton("Enter", "primary", self), KeyButton("Esc", "", self)
        identify(self._keep, "template.keep")
        identify(self._cancel, "template.cancel")
        self._lay_out()
        self.name.returnPressed.connect(self._on_answered)
        self.day.entered.connect(self._on_answered)
        self._keep.clicked.connect(self._on_answered)
        self._cancel.clicked.connect(lambda: self.end(by_person=True))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for caption, field, stretch in zip(self._captions, (self.name, self.day), (1, 0), strict=True):
            row.addWidget(caption)
            row.addWidget(field, stretch)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._keep)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addLayout(row)
        layout.addWidget(self._hint)
        layout.addLayout(foot)

    @property
    def is_open(self) -> bool:
        """Whether a name is being asked for."""
        return self._asking

    def ask(self, name: str) -> None:
        """Asks; `name` is what it is called unless the person says otherwise."""
        self._asking = True
        self.name.setText(name)
        self.day.clear()
        self.say_all()
        self.open_with(self.name)
        self.name.selectAll()
        self.announce(f"{self._heading.text()}. {self._hint.text()}")

    def close_quietly(self) -> None:
        """Nothing is asked any more."""
        self._asking = False
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        return (self.name, self.day, self._keep, self._cancel)

    def say_all(self) -> None:
        self._heading.setText(self.tr("Keep this document as a template"))
        for caption, field, text in zip(
            self._captions,
            (self.name, self.day),
            (self.tr("Name"), self.tr("Day of the month")),
            strict=True,
        ):
            caption.setText(text)
            field.setAccessibleName(text)
        self._hint.setText(month_hint())
        self._keep.setText(self.tr("Keep"))
        self._cancel.setText(self.tr("Cancel"))
        self.setAccessibleName(self._heading.text())

    def _on_answered(self) -> None:
        if self._asking and not self.is_deaf():
            if self.name.text().strip() and self.day.hasAcceptableInput():
                self.close_quietly()
                self.answered.emit(self.name.text(), int(self.day.text() or 0))
            else:
                self.name.setFocus()
