"""Encryption as a part of a dialog: on or off, whose key, and the comparison of its fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from einvoice_desktop.gui.band import PRACTICE_SERVER
from einvoice_desktop.gui.fields.identity import identify, plain_tip, restyle
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.encryption import Encryption, EncryptionState
    from einvoice_desktop.app.ports import KeyFacts
    from einvoice_desktop.gui.office import Office

T = TypeVar("T")

_ROWS = ("file", "owner", "fingerprint", "typed", "expires", "maker")
_LONGEST_FINGERPRINT = 200


class EncryptionBox(QWidget):
    """Of one server's documents. Does nothing until `follow` has told whose."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._encryption: Encryption | None = None
        self._server = ""
        self._state: EncryptionState | None = None
        self._candidate: tuple[str, KeyFacts] | None = None
        self._showing = False
        identify(self, "encryption")
        self.on = QCheckBox(self)
        identify(self.on, "encryption.on")
        self.sentence = label("caption", self, wrap=True)
        self._names = {name: label("", self) for name in _ROWS}
        self.path = self._value("file")
        self.owner = self._value("owner")
        self.fingerprint = self._value("fingerprint")
        self.expires = self._value("expires")
        self.maker = self._value("maker")
        self.choose_button = self._button("encryption.choose")
        self.typed = QLineEdit(self)
        identify(self.typed, "encryption.typed")
        self.typed.setMaxLength(_LONGEST_FINGERPRINT)
        self.confirm_button = self._button("encryption.confirm")
        self.told = label("muted", self, wrap=True)
        identify(self.told, "encryption.told")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show()

    def _value(self, name: str) -> QLabel:
        shown = label("", self)
        identify(shown, f"encryption.{name}")
        # Read out, copied and compared, by keyboard too.
        flags = Qt.TextInteractionFlag
        shown.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._names[name].setBuddy(shown)
        return shown

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(self)
        identify(made, name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.on, 0, 0, 1, 2)
        grid.addWidget(self.sentence, 1, 0, 1, 2)
        # Right below the box: in a small window the lower rows are out of sight.
        grid.addWidget(self.told, 2, 0, 1, 2)
        fields: dict[str, tuple[QWidget, ...]] = {
            "file": (self.path, self.choose_button),
            "owner": (self.owner,),
            "fingerprint": (self.fingerprint,),
            "typed": (self.typed, self.confirm_button),
            "expires": (self.expires,),
            "maker": (self.maker,),
        }
        for row, name in enumerate(_ROWS, start=3):
            grid.addWidget(self._names[name], row, 0)
            line = QHBoxLayout()
            line.setSpacing(8)
            for place, widget in enumerate(fields[name]):
                line.addWidget(widget, 0 if place else 1)
            grid.addLayout(line, row, 1)
        self._names["typed"].setBuddy(self.typed)
        for shown in (self.path, self.owner, self.maker):
            # A file's name may be one long word: it must not make the window wider.
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        self.on.toggled.connect(self._on_toggled)
        self.choose_button.clicked.connect(lambda _checked=False: self._on_choose())
        self.confirm_button.clicked.connect(lambda _checked=False: self._on_confirm())
        self.typed.returnPressed.connect(self._on_confirm)

    # --- whose ----------------------------------------------------------------------------------

    def follow(self, encryption: Encryption | None, server: str) -> None:
        """From now on about `server`, its name; None while nothing is known of encryption."""
        if (encryption, server) == (self._encryption, self._server):
            return
        self._encryption, self._server = encryption, server
        self._state = self._candidate = None
        self.typed.clear()
        self._say("")
        self._show()
        self._ask()

    def _ask(self) -> None:
        encryption, server = self._encryption, self._server
        if encryption is not None:
            self._run(lambda: encryption.state(server), lambda state: self._on_state(server, state))

    def _on_state(self, server: str, state: EncryptionState) -> None:
        if server != self._server:
            return
        self._state = state
        self._show()
        if self._candidate is not None:
            return
        if state.fault and (state.on or state.fault != "pgp_key_missing"):
            self._say(self._office.sentence(state.fault, self._fingerprint_word()), "error")
        elif state.days_left is not None:
            self._say(expiry_warning(self._office, state), "warning")

    # --- what a person does -----------------------------------------------------------------------

    def _on_toggled(self, on: bool) -> None:
        encryption, server = self._encryption, self._server
        if self._showing or encryption is None:
            return
        self._run(lambda: encryption.switch(server, on=on), lambda _none: self._on_switched(on))

    def _on_switched(self, on: bool) -> None:
        if on:
            self._say(self.tr("From now on every document goes encrypted."), "success")
        else:
            self._say(self.tr("New documents go as they are; those that are sealed stay encrypted."), "muted")
        self._ask()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The provider's public key"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("PGP keys (*.asc *.gpg *.pgp *.key *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.examine)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def examine(self, path: str) -> None:
        """Shows what a key file holds, to be compared; nothing is kept yet."""
        encryption, self._candidate = self._encryption, None
        if encryption is not None:
            self._run(lambda: encryption.examine(path), lambda facts: self._on_examined(path, facts))

    def _on_examined(self, path: str, facts: KeyFacts) -> None:
        self._candidate = (path, facts)
        self._show()
        self._say(
            self.tr("Compare the fingerprint with the one the provider gave you, and type that one below."),
            "muted",
        )
        self.typed.clear()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm(self) -> None:
        encryption, server, typed = self._encryption, self._server, self.typed.text()
        path = self._path()
        if encryption is None or not path:
            return
        self._run(lambda: encryption.confirm(server, path, typed), lambda _facts: self._on_confirmed())

    def _on_confirmed(self) -> None:
        self._candidate = None
        self.typed.clear()
        self._say(self.tr("It is the same. The key is kept."), "success")
        self._ask()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._office.tasks.run(work, while_alive(self, done), while_alive(self, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._say(sentence, "error")
        self._show()

    # --- what is shown ------------------------------------------------------------------------------

    def _path(self) -> str:
        if self._candidate is not None:
            return self._candidate[0]
        return self._state.choice.path if self._state is not None else ""

    def _facts(self) -> KeyFacts | None:
        if self._candidate is not None:
            return self._candidate[1]
        return self._state.facts if self._state is not None else None

    def _fingerprint_word(self) -> dict[str, str]:
        shown = self.fingerprint.text().replace("\n", " ")
        return {"fingerprint": shown} if shown else {}

    def _show(self) -> None:
        self._showing = True
        state, facts, path = self._state, self._facts(), self._path()
        practice = self._server == PRACTICE_SERVER
        self.on.setEnabled(state is not None)
        self.on.setChecked(state is not None and state.on)
        self.path.setText(self._file_words(path, practice=practice))
        self.path.setToolTip(plain_tip(path))
        self.owner.setText(facts.user_id if facts is not None else "")
        self.owner.setToolTip(plain_tip(self.owner.text()))
        self.fingerprint.setText(_in_two_lines(facts) if facts is not None else "")
        self.expires.setText(self._expiry_words(facts))
        self.maker.setText(state.made_by if state is not None else "")
        for widget in (self.choose_button, self.typed, self.confirm_button):
            widget.setVisible(not practice)
            widget.setEnabled(state is not None)
        self._names["typed"].setVisible(not practice)
        self.typed.setEnabled(bool(path) and state is not None)
        self.confirm_button.setEnabled(self.typed.isEnabled())
        self._showing = False

    def _file_words(self, path: str, *, practice: bool) -> str:
        if path:
            return PurePath(path).name
        return self.tr("The practice provider's own key") if practice else self.tr("None chosen")

    def _expiry_words(self, facts: KeyFacts | None) -> str:
        if facts is None:
            return ""
        return self.tr("Does not expire") if facts.expires is None else f"{facts.expires:%d/%m/%Y}"

    def _say(self, text: str, tone: str = "muted") -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        if self.told.property("role") != tone:
            self.told.setProperty("role", tone)
            restyle(self.told)

    def _retranslate(self) -> None:
        self.on.setText(self.tr("Encrypt every document (PGP)"))
        self.sentence.setText(
            self.tr(
                "Each document goes encrypted with the provider's public key. Should that not be possible, "
                "nothing is sent. The key comes from the provider, and so does its fingerprint, by another "
                "way: a telephone call, a letter."
            )
        )
        self.on.setAccessibleDescription(self.sentence.text())
        words = {
            "file": self.tr("Key file"),
            "owner": self.tr("The key of"),
            "fingerprint": self.tr("Fingerprint"),
            "typed": self.tr("The provider's fingerprint"),
            "expires": self.tr("Valid until"),
            "maker": self.tr("Encrypts with"),
        }
        for name, word in words.items():
            self._names[name].setText(word)
        self.choose_button.setText(self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose the key file"))
        self.confirm_button.setText(self.tr("Compare and keep"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._say("")
            self._show()
            self._ask()


def expiry_warning(office: Office, state: EncryptionState) -> str:
    """The sentence about a key whose end is near."""
    expires = state.facts.expires if state.facts is not None else None
    date = expires.date().isoformat() if expires is not None else ""
    return office.sentence("pgp_key_expires_soon", {"days": str(state.days_left), "date": date})


def _in_two_lines(facts: KeyFacts) -> str:
    from einvoice_desktop.app.fingerprints import grouped

    return grouped(facts.fingerprint).replace("  ", "\n")
