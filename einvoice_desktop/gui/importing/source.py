"""The first step of an import: which file, or taking the last import back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label


class SourceStep(QWidget):
    """Files can be dropped here too."""

    files_wanted = Signal()
    folder_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("muted", self, wrap=True)
        self._forms = label("muted", self, wrap=True)
        self._last = label("", self, wrap=True)
        identify(self._last, "import.last")
        self.files = self._button("import.files", "Enter", "primary", self.files_wanted)
        self.folder = self._button("import.folder", "", "", self.folder_wanted)
        self.undo = self._button("import.undoLast", "", "", self.undo_wanted)
        self._told = ""
        self._lay_out()

    def _button(self, identifier: str, key: str, role: str, signal: object) -> KeyButton:
        button = KeyButton(key, role, self)
        identify(button, identifier)
        button.clicked.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        undo = QHBoxLayout()
        undo.addWidget(self._last, 1)
        undo.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 8)
        layout.setSpacing(14)
        layout.addWidget(self._words)
        layout.addWidget(self._forms)
        layout.addLayout(buttons)
        layout.addStretch(1)
        layout.addLayout(undo)

    def show_last(self, name: str) -> None:
        """The import that can be taken back; "" for none."""
        self._told = name
        self._last.setText(self.tr("The last import of this session: {0}").format(name) if name else "")
        self._last.setVisible(bool(name))
        self.undo.setVisible(bool(name))

    def retranslate(self) -> None:
        """The words of the language of now."""
        self._words.setText(
            self.tr(
                "Customers, items or whole documents out of a spreadsheet, and documents out of JSON files."
                " Nothing is written before you have seen what will happen."
            )
        )
        self._forms.setText(
            self.tr(
                "Spreadsheets (xlsx, xls, ods, csv) one at a time; JSON one or hundreds together, or a whole"
                " folder. Files can be dropped here."
            )
        )
        self.files.setText(self.tr("Choose files…"))
        self.folder.setText(self.tr("Folder of documents…"))
        self.undo.setText(self.tr("Undo it"))
        self.show_last(self._told)

    def focus_first(self) -> None:
        """Where the keys begin."""
        self.files.setFocus()
