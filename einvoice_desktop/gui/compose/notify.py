"""The tab that says who is told of the document: one choice, its recipients, and what then happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.notifying import choose_way
from einvoice_desktop.domain.notification import CHOICES, chosen, recipients
from einvoice_desktop.gui.compose.notify_fields import (
    METHOD,
    NOTIFY_GROUPS,
    PDF_EMAILS,
    SEND_AS_PDF,
    SHOWN_FOR,
)
from einvoice_desktop.gui.compose.part_sheet import PartSheet
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.gui.fields.choices import ChoiceTables, Entry
    from einvoice_desktop.gui.session import DraftSession

CONTEXT = "Notification"
TABLE = "notifications"

_WORDS = {
    "nobody": QT_TRANSLATE_NOOP("Notification", "Nobody: to the archive only"),
    "link": QT_TRANSLATE_NOOP("Notification", "E-mail with a link"),
    "pdf": QT_TRANSLATE_NOOP("Notification", "E-mail with the PDF"),
    "linkPdf": QT_TRANSLATE_NOOP("Notification", "E-mail with a link, and e-mail with the PDF"),
    "phone": QT_TRANSLATE_NOOP("Notification", "Message to the mobile"),
    "both": QT_TRANSLATE_NOOP("Notification", "E-mail with a link, and message to the mobile"),
}


def define_choices(tables: ChoiceTables) -> None:
    """The list of ways, by its words alone."""
    words = [QCoreApplication.translate(CONTEXT, _WORDS[choice]) for choice in CHOICES]
    tables.define(TABLE, [(text, text) for text in words])


class NotificationBox(CodeBox):
    """One choice for two fields: transmissionMethod and sendAsPdf. It shows no codes."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget) -> None:
        super().__init__(session, METHOD, tables, TABLE, closed=True, parent=parent)

    def _held_text(self) -> str:
        if self.session.is_held(self.path):
            return self.session.text(self.path)
        return self.code_of(None)

    def code_of(self, value: object) -> str:  # noqa: ARG002 - two fields say it, not this one
        """The words of what the document's fields amount to."""
        choice = _choice_of(self.session)
        return "" if choice is None else self._tables.entries(TABLE)[CHOICES.index(choice)].code

    def choose(self, entry: Entry | None) -> None:
        """Puts the choice into the document, in one step of undo."""
        self._typed = False
        self.hidePopup()
        if entry is not None and self.session.ready:
            choice = CHOICES[list(self._tables.entries(TABLE)).index(entry)]
            if choice != _choice_of(self.session):
                self.session.rework(lambda draft, codes: choose_way(draft, choice, codes))
        self.refresh()


class NotifySheet(PartSheet):
    """Shows the recipients that the choice asks for, and says in a sentence who will be written to."""

    def __init__(
        self, session: DraftSession, tables: ChoiceTables, identifier: str, parent: QWidget | None = None
    ) -> None:
        define_choices(tables)
        self._says = label("caption", None, wrap=True)
        identify(self._says, "part.notify.says")
        super().__init__(session, NOTIFY_GROUPS, tables, identifier, parent)
        self.groups()[0].add_below(self._says)

    def refresh(self) -> None:
        """Every field shows what the session holds, of the recipients those that the choice asks for."""
        super().refresh()
        choice = _choice_of(self._session)
        for sheet in self.sheets():
            for path, choices in SHOWN_FOR.items():
                sheet.set_shown(path, choice in choices or bool(self._session.text(path)))
            left_out = bool(self._session.text(PDF_EMAILS)) and choice not in SHOWN_FOR[PDF_EMAILS]
            sheet.set_shown(SEND_AS_PDF, left_out)
        further = self.groups()[1]
        further.setVisible(any(not field.isHidden() for sheet in further.sheets for field in sheet.fields()))
        self._says.setText(self._sentence(choice))

    def _sentence(self, choice: str | None) -> str:
        draft = self._session.draft
        told = recipients(draft.document) if draft is not None else ()
        if choice is None:
            return self.tr("Recipients are given, but no way: until you choose one, nobody is sent anything.")
        if told:
            names = ", ".join(dict.fromkeys(recipient.address for recipient in told))
            return self.tr("When it is issued, the provider writes to: {0}").format(names)
        if choice == "nobody":
            return self.tr("The provider sends nobody a message.")
        return self.tr("Write down who is to be told.")

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        define_choices(self._tables)
        super().retranslate()


def _choice_of(session: DraftSession) -> str | None:
    draft = session.draft
    return chosen(draft.document.additional_details) if draft is not None else "nobody"
