"""The first steps of the wizard: whose number it is, and the company's own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from einvoice_desktop.app.companies import (
    BRANCHES_SETTING,
    CARD_SETTING,
    HIGHEST_BRANCH,
    branches_of,
    branches_text,
    card_from,
    card_of,
    card_text,
    card_texts,
)
from einvoice_desktop.app.connection import vat_fault
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.gui.companies.branches_box import BranchesBox
from einvoice_desktop.gui.companies.form import CompanyForm
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.set_up.step import Step, done
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.app.ports.registry import VatAnswer
    from einvoice_desktop.gui.office import Office

_MALFORMED = "connection_vat_malformed"


class VatStep(Step):
    """The number is told right or wrong while it is typed."""

    name = "vat"
    found = Signal(object)
    """What the registry knows of the number, by path inside a party."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office, parent)
        self.field = QLineEdit(self)
        self.field.setMaxLength(20)
        self.field.setFixedWidth(220)
        identify(self.field, "setUp.vat.field")
        self._verdict = label("muted", self, wrap=True)
        identify(self._verdict, "setUp.vat.verdict")
        self.ask_button = QPushButton(self)
        self.ask_button.setAutoDefault(False)
        identify(self.ask_button, "setUp.vat.ask")
        self.ask_button.clicked.connect(lambda _checked=False: self._ask())
        self._answer = label("", self, wrap=True)
        identify(self._answer, "setUp.vat.answer")
        self.field.textChanged.connect(lambda _text: self._tell())
        self.column.addWidget(self.field)
        self.column.addWidget(self._verdict)
        self.column.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._answer)
        self.column.addStretch(1)
        self.restore({"vat": card_texts(card_of(office.preferences.get(CARD_SETTING)))["vat"]})
        self.retranslate()

    def words(self) -> tuple[str, str]:
        return (
            self.tr("Your company's VAT number"),
            self.tr(
                "Nine digits. Meanwhile the practice company stays at hand: nothing that you do here is sent."
            ),
        )

    def first(self) -> QWidget:
        return self.field

    @property
    def vat(self) -> str:
        """Bare, "" for none."""
        return bare_vat(self.field.text())

    def enter(self) -> None:
        """The practice provider knows made-up companies alone: it is not asked about a real one."""
        desk = self.office.desk
        self.ask_button.setVisible(desk is not None and not desk.is_practice)

    def _ask(self) -> None:
        checks, vat = self.office.the_desk.vat_checks, self.vat
        self.ask_button.setEnabled(False)
        self.office.tasks.run(
            lambda: checks.look_up(vat, "GR", vat),
            while_alive(self, self._on_answer),
            while_alive(self, self._on_failed),
        )

    def _on_answer(self, answer: VatAnswer) -> None:
        from einvoice_desktop.app.vat_check import compare

        self.ask_button.setEnabled(True)
        facts = {row.path: row.found for row in compare(answer, lambda _path: "")} if answer.found else {}
        known = self.tr("Found, and filled in where nothing was typed: {0}")
        unknown = self.tr("The registry does not know this number.")
        self._answer.setText(known.format(", ".join(facts.values())) if facts else unknown)
        self.found.emit(facts)

    def _on_failed(self, error: Exception) -> None:
        self.ask_button.setEnabled(True)
        sentence = self.office.sentence_of(error)
        if sentence is None:
            raise error
        self._answer.setText(sentence)

    def typed(self) -> dict[str, object]:
        return {"vat": self.field.text()}

    def restore(self, typed: Mapping[str, object]) -> None:
        self.field.setText(str(typed.get("vat", "")))

    def fault(self) -> str:
        code = vat_fault(self.vat, real=True) if self.vat else ""
        return self.office.sentence(code, {}) if code == _MALFORMED else ""

    def _tell(self) -> None:
        """Made-up numbers are known to the test service: a wrong check digit is told and stops nobody."""
        code = vat_fault(self.vat, real=True)
        whole = len(self.vat) >= 9
        text, tone = "", "muted"
        if whole and code:
            text, tone = f"⚠ {self.office.sentence(code, {})}", "warning"
        elif whole:
            right = self.tr("The number is well-formed and its check digit is right.")
            text, tone = f"✓ {right}", "success"
        self._verdict.setText(text)
        if self._verdict.property("role") != tone:
            self._verdict.setProperty("role", tone)
            restyle(self._verdict)

    def retranslate(self) -> None:
        super().retranslate()
        self.field.setAccessibleName(self.tr("VAT number"))
        self.ask_button.setText(self.tr("Ask the registry whose it is"))
        self._tell()


class CompanyStep(Step):
    """What stands as issuer on new documents, and the branches."""

    name = "company"

    def __init__(self, office: Office, vat: Callable[[], str], parent: QWidget) -> None:
        super().__init__(office, parent)
        self._vat = vat
        self.form = CompanyForm("setUp.company", self)
        self._branches_name = label("section", self)
        self._branches_words = label("caption", self, wrap=True)
        self.branches = BranchesBox("setUp.company.branches", self)
        for widget in (self.form, self._branches_name, self._branches_words, self.branches):
            self.column.addWidget(widget)
        self.form.fields["vat"].setReadOnly(True)
        get = office.preferences.get
        self.form.fill(card_texts(card_of(get(CARD_SETTING))))
        self.branches.fill(branches_of(get(BRANCHES_SETTING)))
        self.retranslate()

    def words(self) -> tuple[str, str]:
        return (
            self.tr("Company data"),
            self.tr("They stand as issuer on every new document. You find them again in the settings."),
        )

    def first(self) -> QWidget:
        return self.form.fields["registeredName"]

    def enter(self) -> None:
        self.form.fields["vat"].setText(self._vat())

    def take(self, facts: Mapping[str, str]) -> None:
        """What a registry told goes where nothing was typed."""
        for path, text in facts.items():
            field = self.form.fields.get(path)
            if field is not None and not field.text().strip():
                field.setText(text)

    def typed(self) -> dict[str, object]:
        return {"card": self.form.texts, "branches": branches_text(self.branches.branches)}

    def restore(self, typed: Mapping[str, object]) -> None:
        card = typed.get("card")
        if isinstance(card, dict):
            self.form.fill({str(path): str(text) for path, text in card.items()})
        self.branches.fill(branches_of(str(typed.get("branches", ""))))

    def fault(self) -> str:
        if not self.branches.is_sound:
            return self.office.sentence("branch_number_malformed", {"most": str(HIGHEST_BRANCH)})
        chosen = self.form.texts["branchCode"]
        known = {"", "0", *(str(one.number) for one in self.branches.branches)}
        if chosen in known or (not self.branches.branches and chosen.isdigit()):
            return ""
        return self.tr("Branch {0} is not among the branches below.").format(chosen)

    def keep(self) -> Callable[[], None]:
        preferences, texts = self.office.preferences, self.form.texts
        preferences.choose(BRANCHES_SETTING, branches_text(self.branches.branches))
        if texts["vat"] or texts["registeredName"]:
            before = card_of(preferences.get(CARD_SETTING))
            preferences.choose(CARD_SETTING, card_text(card_from(texts, before)))
        return done

    def retranslate(self) -> None:
        super().retranslate()
        self._branches_name.setText(self.tr("Branches"))
        self._branches_words.setText(
            self.tr("As they are declared to the tax office; the seat is branch 0 and needs no row.")
        )
