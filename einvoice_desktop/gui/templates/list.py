"""The list of templates: found as one types, one press to a new document, renamed, renewed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.app.template_book import LONGEST_NAME
from einvoice_desktop.gui.bottom_panel import is_enter
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.list_dialog import ListDialog
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.app.ports import TemplateRecord
    from einvoice_desktop.gui.office import Office

_SIZE = (900, 560)
DAYS = "|[1-9]|[12][0-9]|3[01]"
"""What a day of the month may be typed as; nothing for never."""
DAY_WIDTH = 70
translate = QCoreApplication.translate


class TemplatesDialog(ListDialog["TemplateRecord"]):
    """What is wanted others do; they say here what came of it."""

    document_wanted = Signal(object)
    update_wanted = Signal(object)
    change_wanted = Signal(object, str, int)
    delete_wanted = Signal(object)
    undo_wanted = Signal()
    due_wanted = Signal()

    def __init__(self, office: Office, due: int, parent: QWidget) -> None:
        self._office = office
        self.search = _Search()
        super().__init__("templates", self._columns(), lambda row: row.id, _SIZE, parent)
        self.setWindowTitle(self.tr("Templates"))
        identify(self.search, "templates.search")
        self.name, self.day = _Field(self), day_field(self)
        self._add_search()
        self._add_fields()
        self._add_buttons(due)
        self.table.setAccessibleName(self.tr("Templates"))
        self.shown.hint.setText(self.tr("No templates yet. Ctrl+T keeps the present document as one."))
        self.say(month_hint())
        self._connect()
        self._follow()
        self.search.setFocus()

    def _columns(self) -> list[Column[TemplateRecord]]:
        office = self._office
        return [
            Column("name", lambda: self.tr("Name"), lambda row: row.name, width=0),
            Column("type", lambda: self.tr("Type"), lambda row: office.kind(row.type_code), width=190),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.counterparty_name or "–", width=0
            ),
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda row: show_amount(row.gross, office.language),
                sort=lambda row: row.gross,
                figure=True,
                width=100,
            ),
            Column(
                "monthly", lambda: self.tr("Monthly"), self._monthly, sort=lambda row: row.next_on, width=120
            ),
        ]

    def _monthly(self, row: TemplateRecord) -> str:
        return f"{row.monthly} · {show_date(row.next_on)}" if row.monthly else ""

    # --- building -------------------------------------------------------------------------------

    def _add_search(self) -> None:
        self.search.setParent(self)
        self.search.setPlaceholderText(self.tr("Name, customer, type…"))
        self.search.setAccessibleName(self.tr("Find a template"))
        self.search.setClearButtonEnabled(True)
        self.head.addWidget(self.search)

    def _add_fields(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, field, stretch in (
            (self.tr("Name"), self.name, 1),
            (self.tr("Day of the month"), self.day, 0),
        ):
            caption = label("muted", self, text=text)
            caption.setBuddy(field)
            field.setAccessibleName(text)
            row.addWidget(caption)
            row.addWidget(field, stretch)
        self.name.setMaxLength(LONGEST_NAME)
        identify(self.name, "templates.name")
        identify(self.day, "templates.day")
        self.keep = KeyButton("F2", "", self)
        identify(self.keep, "templates.keep")
        self.keep.setText(self.tr("Change"))
        self.give_key(self.keep, "F2")
        row.addWidget(self.keep)
        self.below.addLayout(row)

    def _add_buttons(self, due: int) -> None:
        self.use = self.add_button("use", self.tr("New document"), "Enter", self._on_use, role="primary")
        self.update_button = self.add_button(
            "update", self.tr("Take the present document"), "Ctrl+U", lambda: self._wish(self.update_wanted)
        )
        self.delete_button = self.add_button(
            "delete",
            self.tr("Delete"),
            "Del",
            lambda: self._wish(self.delete_wanted),
            works_in=self.table,
        )
        self.undo = self.add_button("undo", self.tr("Undo"), "Ctrl+Z", self.undo_wanted.emit)
        self.undo.hide()
        self.due = self.add_button("due", self.tr("Due: {0}").format(due), "", self.due_wanted.emit)
        self.due.setVisible(bool(due))
        self.foot.addStretch(1)
        self.add_button("close", self.tr("Close"), "Esc", self.reject)
        self.use.setDefault(True)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.opened.connect(self._on_use)
        self.table.current_changed.connect(self._follow)
        self.keep.clicked.connect(self._on_keep)
        for field in (self.name, self.day):
            field.entered.connect(self._on_keep)

    # --- what is pressed ------------------------------------------------------------------------

    def _on_search(self, text: str) -> None:
        self.table.filtered.search(text)
        self.table.choose_first()
        self._follow()

    def _follow(self) -> None:
        row = self.table.current_record()
        for button in (self.use, self.update_button, self.delete_button, self.keep, self.name, self.day):
            button.setEnabled(row is not None)
        self.name.setText("" if row is None else row.name)
        self.day.setText(str(row.monthly) if row is not None and row.monthly else "")

    def _wish(self, signal: SignalInstance) -> None:
        row = self.table.current_record()
        if row is not None:
            signal.emit(row)

    def _on_use(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.document_wanted.emit(row)

    def _on_keep(self) -> None:
        row = self.table.current_record()
        if row is None:
            return
        changed = self.name.text() != row.name or int(self.day.text() or 0) != row.monthly
        if changed and self.day.hasAcceptableInput():
            self.change_wanted.emit(row, self.name.text(), int(self.day.text() or 0))
        else:
            self.name.setFocus()
            self.name.selectAll()

    def show_templates(self, rows: list[TemplateRecord], chosen: int | None = None) -> None:
        """What there is now, and the one that the keys stand on."""
        self.show_rows(rows)
        if chosen is not None:
            self.table.choose(chosen)
        self._follow()

    def offer_undo(self, on: bool) -> None:
        """Whether a deleted one can be brought back."""
        self.undo.setVisible(on)


class _Field(QLineEdit):
    """Enter is its own: no button of the dialog is pressed by it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Search(QLineEdit):
    """The down key goes into the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


def day_field(parent: QWidget) -> _Field:
    """A day of the month, empty for never."""
    field = _Field(parent)
    field.setMaxLength(2)
    field.setFixedWidth(DAY_WIDTH)
    field.setValidator(QRegularExpressionValidator(DAYS, field))
    field.setPlaceholderText(translate("Templates", "never"))
    return field


def month_hint() -> str:
    """What stands beside the day of the month."""
    return translate(
        "Templates",
        "On that day of each month it is proposed, never sent by itself; in a shorter month on its last day. "
        "In the lines' descriptions {μήνας} or {month} becomes the month, {μηνός} its genitive in Greek, "
        "{έτος} or {year} the year.",
    )
