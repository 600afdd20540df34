"""How a sheet is read: what it holds, which sheet, encoding, separator and heading row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from einvoice_desktop.app.importing.targets import Subject
from einvoice_desktop.app.ports.sheets import ENCODINGS, SEPARATORS
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.importing import words

if TYPE_CHECKING:
    from einvoice_desktop.gui.importing.work import ImportWork

_HEADER_ROWS = 20


class ReadingOptions(QWidget):
    """Only what matters for the open file is in sight; a choice goes to the work at once."""

    only_remarks_changed = Signal(bool)

    def __init__(self, work: ImportWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._captions: dict[str, QLabel] = {}
        self._places: dict[str, QWidget] = {}
        self.subject = self._box("subject", 12, self._on_subject)
        self.sheet = self._box("sheet", 8, lambda: work.choose_sheet(int(self.sheet.value)))
        self.header = self._box("header", 8, self._on_header)
        self.encoding = self._box("encoding", 18, self._on_text)
        self.separator = self._box("separator", 12, self._on_text)
        self.update_there = QCheckBox(self)
        identify(self.update_there, "import.update")
        self.update_there.toggled.connect(work.choose_update)
        self.only_remarks = QCheckBox(self)
        identify(self.only_remarks, "import.onlyRemarks")
        self.only_remarks.toggled.connect(self.only_remarks_changed)
        self._hint = label("muted", self, wrap=True)
        self._lay_out()

    def _box(self, name: str, least: int, chosen: Callable[[], None]) -> ChoiceBox:
        place = QWidget(self)
        box = ChoiceBox(f"import.{name}", least, place)
        box.activated.connect(lambda _index: chosen())
        caption = label("caption", place)
        caption.setBuddy(box)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(box)
        self._captions[name], self._places[name] = caption, place
        return box

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, place in self._places.items():
            row.addWidget(place, 2 if name == "subject" else 1)
        checks = QHBoxLayout()
        checks.setSpacing(16)
        checks.addWidget(self.update_there)
        checks.addWidget(self._hint, 1)
        checks.addStretch(0)
        checks.addWidget(self.only_remarks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addLayout(checks)

    def _boxes(self) -> dict[str, ChoiceBox]:
        return {
            "subject": self.subject,
            "sheet": self.sheet,
            "header": self.header,
            "encoding": self.encoding,
            "separator": self.separator,
        }

    # --- choices ------------------------------------------------------------------------------------

    def _on_subject(self) -> None:
        self._work.choose_subject(Subject(self.subject.value))

    def _on_header(self) -> None:
        self._work.choose_header(int(self.header.value) - 1 if self.header.value != "0" else None)

    def _on_text(self) -> None:
        self._work.read_as(self.encoding.value, self.separator.value)

    # --- showing ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """As the open file is read now, in the language of now."""
        file, reading = self._work.file, self._work.reading
        workbook = file.workbook if file is not None else None
        self._name()
        for name, place in self._places.items():
            place.setVisible(reading is not None and self._is_wanted(name))
        is_cards = reading is not None and reading.wish.subject is not Subject.DOCUMENTS
        self.update_there.setVisible(is_cards)
        self._hint.setVisible(not is_cards)
        if reading is None or workbook is None:
            return
        self.subject.fill([(one.value, words.subject_words(one)) for one in Subject])
        self.subject.choose(reading.wish.subject.value)
        self.sheet.fill([(str(n), sheet.name) for n, sheet in enumerate(workbook.sheets)])
        self.sheet.choose(str(reading.sheet))
        self._fill_header()
        self.encoding.fill([(code, words.say(words.ENCODINGS[code])) for code in ENCODINGS])
        self.encoding.choose(workbook.encoding)
        self.separator.fill([(mark, words.say(words.SEPARATORS[mark])) for mark in SEPARATORS])
        self.separator.choose(workbook.separator)
        self.update_there.setChecked(reading.wish.update)

    def _is_wanted(self, name: str) -> bool:
        file = self._work.file
        workbook = file.workbook if file is not None else None
        if workbook is None:
            return False
        if name == "sheet":
            return len(workbook.sheets) > 1
        return bool(workbook.encoding) or name not in ("encoding", "separator")

    def _fill_header(self) -> None:
        assert self._work.reading is not None
        count = min(len(self._work.rows), _HEADER_ROWS)
        rows = [("0", self.tr("None")), *((str(n), str(n)) for n in range(1, count + 1))]
        self.header.fill(rows)
        header = self._work.reading.wish.header
        self.header.choose("0" if header is None else str(header + 1))

    def _name(self) -> None:
        for name, text in {
            "subject": self.tr("The file holds"),
            "sheet": self.tr("Sheet"),
            "header": self.tr("Row of headings"),
            "encoding": self.tr("Encoding"),
            "separator": self.tr("Values are apart by"),
        }.items():
            self._captions[name].setText(text)
            self._boxes()[name].setAccessibleName(text)
        self.update_there.setText(self.tr("Change those that are there already"))
        self.only_remarks.setText(self.tr("Only rows with remarks"))
        self._hint.setText(
            self.tr(
                "Each becomes a draft. Number and date are given at issue: those of the file are left behind."
            )
        )
