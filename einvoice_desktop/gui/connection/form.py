"""Which server, for which company, which way in, with which key: fields, and what each choice means."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from einvoice_desktop.app.connection import (
    SERVERS,
    ConnectionChoice,
    is_real,
    looks_like_key,
    vat_fault,
)
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.gui.connection.key_field import KeyField
from einvoice_desktop.gui.connection.newest import Newest
from einvoice_desktop.gui.connection.words import (
    OTHER,
    server_meaning,
    server_rows,
    sign_in_meaning,
    sign_in_rows,
)
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify, mark
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.gui.office import Office

_LONGEST_ADDRESS = 500
_ASK_AFTER_MS = 300


class ConnectionForm(QWidget):
    """Fields alone: what is done with the choice is for whoever shows them."""

    choice_changed = Signal()
    """Another server, company, way in or key."""

    def __init__(
        self, office: Office, connections: Connections, choice: ConnectionChoice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._connections = office, connections
        self._names: dict[str, QLabel] = {}
        self._sentences: dict[str, QLabel] = {}
        self.server = ChoiceBox("connection.server", 0, self)
        self.address = QLineEdit(self)
        self.vat = QLineEdit(self)
        self.sign_in = ChoiceBox("connection.signIn", 0, self)
        self.key = KeyField(self)
        self._key_state = ""
        self._key_trouble: Exception | None = None
        self._newest: Newest[str] = Newest(office.tasks, self)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(_ASK_AFTER_MS)
        self._lay_out()
        self._fill(choice)
        self._connect()
        self._retranslate()
        self._ask_for_key()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._fields: dict[str, QWidget] = {
            "server": self.server,
            "address": self.address,
            "vat": self.vat,
            "signIn": self.sign_in,
            "key": self.key,
        }
        for row, (name, field) in enumerate(self._fields.items()):
            shown, sentence = label("", self), label("caption", self)
            identify(field, f"connection.{name}")
            identify(sentence, f"connection.{name}.sentence")
            sentence.setWordWrap(True)
            sentence.setContentsMargins(0, 0, 0, 8)
            shown.setBuddy(field)
            grid.addWidget(shown, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(sentence, 2 * row + 1, 1)
            self._names[name], self._sentences[name] = shown, sentence
        self.address.setMaxLength(_LONGEST_ADDRESS)
        self.address.setPlaceholderText("https://")
        self.vat.setMaxLength(20)

    def _fill(self, choice: ConnectionChoice) -> None:
        self.server.fill(server_rows())
        self.sign_in.fill(sign_in_rows())
        self.show_choice(choice)

    def show_choice(self, choice: ConnectionChoice) -> None:
        """Puts `choice` into the fields."""
        known = choice.server in SERVERS
        self.server.choose(choice.server if known else OTHER)
        self.address.setText("" if known else choice.server)
        self.vat.setText(choice.vat)
        self.sign_in.choose(choice.sign_in)

    def _connect(self) -> None:
        self.server.currentIndexChanged.connect(lambda _place: self._on_another())
        for field in (self.address, self.vat):
            field.textChanged.connect(lambda _text: self._on_another())
        self.sign_in.currentIndexChanged.connect(lambda _place: self._on_changed())
        self.key.textChanged.connect(lambda _text: self._on_changed())
        self._ask.timeout.connect(self._ask_for_key)

    # --- what is chosen -------------------------------------------------------------------------

    @property
    def choice(self) -> ConnectionChoice:
        """As the fields stand; an address as it was typed."""
        server = self.server.value or self.address.text().strip()
        practice = server == PRACTICE
        vat = "" if practice else bare_vat(self.vat.text())
        return ConnectionChoice(server, vat, SignIn(self.sign_in.value))

    def fault(self) -> str:
        """The code of what stops this choice, its field marked; "" for nothing."""
        choice = self.choice
        missing = not choice.server
        vat = "" if choice.is_practice else vat_fault(choice.vat, real=is_real(choice.server))
        mark(self.address, "error" if missing else "", self._words("connection_address_missing", missing))
        mark(self.vat, "error" if vat else "", self._words(vat, bool(vat)))
        wrong = self.address if missing else self.vat if vat else None
        if wrong is not None:
            wrong.setFocus()
        return "connection_address_missing" if missing else vat

    def forget_key(self) -> None:
        """It is in the keyring now, and nowhere else."""
        self.key.clear()
        self._ask_for_key()

    def _words(self, code: str, is_told: bool) -> str:
        return self._office.sentence(code, {}) if is_told else ""

    # --- what the keyring knows -----------------------------------------------------------------

    def _on_another(self) -> None:
        """Another server or company: whether there is a key for it is not known yet."""
        for field in (self.address, self.vat):
            mark(field, "", "")
        self._key_state, self._key_trouble = "", None
        self._newest.forget()
        self._ask.start()
        self._on_changed()

    def _on_changed(self) -> None:
        self._say()
        self.choice_changed.emit()

    def _ask_for_key(self) -> None:
        """Whether there is a key for this server and company. The keyring may take its time."""
        choice, connections = self.choice, self._connections
        if choice.server and (choice.is_practice or not vat_fault(choice.vat, real=False)):
            work = partial(connections.key_state, choice.server, choice.vat)
            self._newest.ask(work, self._on_key_known, self._on_key_unknown)

    def _on_key_known(self, state: str) -> None:
        self._key_state, self._key_trouble = state, None
        self._say()

    def _on_key_unknown(self, error: Exception) -> None:
        if self._office.sentence_of(error) is None:
            raise error
        # An address that is still being typed is no trouble yet.
        half_typed = getattr(error, "code", "").startswith("server_")
        self._key_state, self._key_trouble = "", None if half_typed else error
        self._say()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        """What the choice of now means, and which fields it has at all."""
        choice = self.choice
        for name, field in self._fields.items():
            shown = self.server.value == OTHER if name == "address" else not choice.is_practice
            for widget in (field, self._names[name], self._sentences[name]):
                widget.setVisible(shown or name == "server")
        self._sentences["server"].setText(server_meaning(self.server.value))
        self._sentences["signIn"].setText(sign_in_meaning(self.sign_in.value))
        self._sentences["key"].setText(self._key_words())
        for name, sentence in self._sentences.items():
            if not self._fields[name].property("problem"):
                self._fields[name].setAccessibleDescription(sentence.text())

    def _key_words(self) -> str:
        if self.key.key:
            if not looks_like_key(self.key.key):
                return self.tr("A key mostly looks like 0a1b2c3d-0000-0000-0000-000000000000; is it whole?")
            return self.tr("It goes into the system's keyring and is never shown again.")
        told = {
            "stored": self.tr("A key is in the system's keyring; type another one to replace it."),
            "needless": self.tr("A server on this computer is for trying things; it needs no key."),
            "environment": self.tr("The key is taken from the variable EINVOICE_API_KEY."),
            "missing": self.tr("No key yet: paste the one that the provider gave you."),
            "": self.tr("The provider gives it, one for each company."),
        }
        trouble = self._key_trouble
        return (self._office.sentence_of(trouble) if trouble else None) or told[self._key_state]

    def _retranslate(self) -> None:
        self._names["server"].setText(self.tr("Environment"))
        self._names["address"].setText(self.tr("Address"))
        self._names["vat"].setText(self.tr("Company's VAT number"))
        self._names["signIn"].setText(self.tr("Way in"))
        self._names["key"].setText(self.tr("API key"))
        self._sentences["address"].setText(self.tr("As the provider gave it, without what follows the host."))
        self._sentences["vat"].setText(self.tr("The company that issues; new documents carry it."))
        self.server.fill(server_rows())
        self.sign_in.fill(sign_in_rows())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
