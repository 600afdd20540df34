"""The page of the settings on backups: where they go, how many stay, whether they are made by themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.settings.page import SettingsPage

if TYPE_CHECKING:
    from einvoice_desktop.gui.settings.page import Kit

translate = QCoreApplication.translate
# As in app.backups, which is not imported before the engine has come.
FOLDER, DAILY = "backup.folder", "backup.daily"
_COUNTS = {"backup.days": "14", "backup.weeks": "8", "backup.months": "12"}
_CHOICES = {
    "backup.days": ("7", "14", "30", "60"),
    "backup.weeks": ("0", "4", "8", "26"),
    "backup.months": ("0", "6", "12", "24", "60"),
}
_LONGEST_PATH = 1000


def backups_page(kit: Kit) -> SettingsPage:
    """Folder, how many, by itself or not."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "Backups"))
    page.add_choice(
        DAILY,
        "1",
        lambda: (
            translate("SettingsDialog", "Every day"),
            translate(
                "SettingsDialog",
                "Shortly after the first start of a day, and at closing where that did not come about.",
            ),
        ),
        ["1", "0"],
        lambda: [
            translate("SettingsDialog", "By itself"),
            translate("SettingsDialog", "Only when I ask for it"),
        ],
    )
    _add_folder(page)
    _add_counts(page)
    return page


def _add_folder(page: SettingsPage) -> None:
    folder = FolderBox(page)
    page.add_row(
        folder,
        lambda: (
            translate("SettingsDialog", "Folder"),
            translate(
                "SettingsDialog",
                "On another disk or a USB stick the backups outlive this computer's disk. Where it is not "
                "there, they go to the data folder. Empty: to the data folder.",
            ),
        ),
        folder.show_now,
        folder.retranslate,
        buddy=folder.line,
    )


def _add_counts(page: SettingsPage) -> None:
    words = {
        "backup.days": lambda: (
            translate("SettingsDialog", "Days kept"),
            translate("SettingsDialog", "The last backup of each of so many days stays."),
        ),
        "backup.weeks": lambda: (
            translate("SettingsDialog", "Weeks kept"),
            translate("SettingsDialog", "Beyond them, the last one of each of so many weeks."),
        ),
        "backup.months": lambda: (
            translate("SettingsDialog", "Months kept"),
            translate(
                "SettingsDialog",
                "And of each of so many months. The newest one always stays; other files are never touched.",
            ),
        ),
    }
    for name, choices in _CHOICES.items():
        page.add_choice(name, _COUNTS[name], words[name], choices, partial(list, choices))


class FolderBox(QWidget):
    """A line with the folder, and a button that looks for one."""

    def __init__(self, page: SettingsPage) -> None:
        super().__init__(page)
        self._page = page
        self.line = QLineEdit(self)
        identify(self.line, f"settings.{FOLDER}")
        self.line.setMaxLength(_LONGEST_PATH)
        self.line.editingFinished.connect(lambda: self._choose(self.line.text().strip()))
        self.button = QPushButton(self)
        identify(self.button, f"settings.{FOLDER}.choose")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def show_now(self) -> None:
        """What holds."""
        if not self.line.hasFocus():
            self.line.setText(self._page.value(FOLDER, ""))

    def retranslate(self) -> None:
        """Its own words."""
        self.button.setText(translate("SettingsDialog", "Choose…"))
        self.line.setPlaceholderText(translate("SettingsDialog", "in the data folder"))

    def _choose(self, folder: str) -> None:
        self._page.choose(FOLDER, "", folder)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, translate("SettingsDialog", "Folder of the backups"), self.line.text())
        identify(dialog, "settings.backup.folder.dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, folder: str) -> None:
        self.line.setText(folder)
        self._choose(folder)
