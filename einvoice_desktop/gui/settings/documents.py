"""The page of the settings on what new documents begin with: signing, and the provider's form by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from einvoice_desktop.gui.document_defaults import STRICT, sign_policy_setting, template_setting
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.settings.page import LONGEST_LINE, SettingsPage

if TYPE_CHECKING:
    from einvoice_desktop.gui.settings.page import Kit

translate = QCoreApplication.translate
_FIRST_TYPE = "1.1"


def documents_page(kit: Kit) -> SettingsPage:
    """Each set of books has its own; until the books are open the fields wait."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "New documents"))
    _add_sign_policy(page)
    _add_templates(page)
    return page


def _server(kit: Kit) -> str:
    return kit.office.desk.server if kit.office.desk is not None else ""


def _add_sign_policy(page: SettingsPage) -> None:
    kit = page.kit
    field = ChoiceBox("settings.document.signPolicy", 30, page)

    def show() -> None:
        field.setEnabled(bool(_server(kit)))
        wanted = field.findData(page.value(sign_policy_setting(_server(kit)), STRICT))
        field.setCurrentIndex(max(0, wanted))

    def say() -> None:
        field.fill(
            [
                (STRICT, translate("SettingsDialog", "The provider never signs by itself")),
                ("0", translate("SettingsDialog", "The provider signs when myDATA does not answer")),
                (
                    "1",
                    translate("SettingsDialog", "The provider signs also when myDATA finds something wrong"),
                ),
            ]
        )

    say()
    field.currentIndexChanged.connect(
        lambda _place: page.choose(sign_policy_setting(_server(kit)), STRICT, field.value)
    )
    page.add_row(
        field,
        lambda: (
            translate("SettingsDialog", "When myDATA is down"),
            translate(
                "SettingsDialog",
                "Never: the document is issued with its MARK only, and waits until myDATA answers. "
                "Otherwise the provider's signature issues it and the MARK comes later; with the last choice "
                "even where myDATA would refuse. For new documents of these books; each can have its own, on "
                "the tab Notification.",
            ),
        ),
        show,
        say,
        default=lambda: translate("SettingsDialog", "The provider never signs by itself"),
    )


def _add_templates(page: SettingsPage) -> None:
    kit = page.kit
    kind = ChoiceBox("settings.document.type", 30, page)
    line = QLineEdit(page)
    identify(line, "settings.document.template")
    line.setMaxLength(LONGEST_LINE)

    def say() -> None:
        desk = kit.office.desk
        rows = desk.codes.choices("provider_types", kit.office.language) if desk is not None else ()
        chosen = kind.value or _FIRST_TYPE
        kind.fill([(row.code, f"{row.code} {row.label}") for row in rows])
        kind.choose(chosen)

    def show() -> None:
        for field in (kind, line):
            field.setEnabled(bool(_server(kit)))
        if not line.hasFocus():
            line.setText(page.value(template_setting(_server(kit), kind.value), ""))

    def keep() -> None:
        page.choose(template_setting(_server(kit), kind.value), "", line.text().strip())

    kind.currentIndexChanged.connect(lambda _place: show())
    line.editingFinished.connect(keep)
    page.add_row(kind, _type_words, show, say)
    page.add_row(line, _template_words, show)


def _type_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Document type"),
        translate("SettingsDialog", "The type that the form below is for."),
    )


def _template_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Form of the provider's document"),
        translate(
            "SettingsDialog",
            "The name of the form that the provider made for you, as it gave it; empty: its usual form. "
            "New documents of this type carry it.",
        ),
    )
