"""Which part of the manual tells of what: of every page, field, dialog and command."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from einvoice_desktop.gui.compose.problem_list import ProblemList

FIRST = "first-invoice"
MESSAGE = "messages"

VIEWS = {
    "compose": "first-invoice#fields",
    "drafts": "templates#drafts",
    "outbox": "line-down#outbox",
    "receipt": "first-invoice#receipt",
    "archive": "archive#find",
    "customers": "customers#customers",
    "items": "customers#items",
    "figures": "archive#figures",
    "samples": "first-invoice#practice",
}
"""By page of the rail."""

WIDGETS = {
    "counterParty.vat": "vat-check#typing",
    "counterParty.search": "customers#in-the-document",
    "counterParty": "customers#in-the-document",
    "vatCheck": "vat-check#found",
    "customer.vatCheck": "vat-check#found",
    "invoiceTypeCode": "kinds#types",
    "customerKind": "kinds#customers",
    "specialInvoiceCategory": "kinds#special",
    "series": "numbers#series",
    "number": "numbers#numbers",
    "dateIssued": "line-down#dates",
    "currencyCode": "abroad#currency",
    "issuer": "companies#issuer",
    "recipient": "public-bodies#fields",
    "b2GDetails": "public-bodies#fields",
    "details": "first-invoice#lines",
    "allowancesCharges": "first-invoice#discounts",
    "taxes": "kinds#taxes",
    "paymentDetails": "kinds#payments",
    "distributionDetails": "delivery-notes#note",
    "transporter": "delivery-notes#note",
    "correlatedInvoices": "credit-notes#linked",
    "additionalDetails": "first-invoice#recipients",
    "problems": "first-invoice#problems",
    "review.documents": "templates#bulk",
    "review": "first-invoice#issue",
    "credit": "credit-notes#credit",
    "cancelNote": "delivery-notes#cancel",
    "connection.encryption": "encryption#on",
    "connection.confirm": "connection#live",
    "connection.live": "connection#live",
    "connection.key": "connection#key",
    "connection": "connection#connection",
    "settings.language": "settings#window",
    "settings.appearance": "settings#window",
    "settings.issue": "settings#issuing",
    "settings.document": "settings#documents",
    "settings.paper": "settings#paper",
    "settings.company": "settings#company",
    "settings.connection": "settings#connection",
    "settings.database": "settings#connection",
    "settings.series": "settings#series",
    "settings.backup": "settings#backups",
    "settings": "settings",
    "encryption": "settings#encryption",
    "companies": "companies#several",
    "company": "companies#several",
    "setUp": "companies#set-up",
    "companyName": "companies#several",
    "customerCard": "customers#customers",
    "itemCard": "customers#items",
    "customer": "customers#customers",
    "item": "customers#items",
    "prices": "customers#prices",
    "template": "templates#templates",
    "templates": "templates#templates",
    "repeats": "templates#repeats",
    "bulk": "templates#bulk",
    "import": "import-export#import",
    "export": "import-export#export",
    "monthPackage": "import-export#package",
    "package": "import-export#package",
    "figures": "archive#figures",
    "pricing": "first-invoice#prices",
    "backups": "backups#backups",
    "offered": "backups#moving",
    "restore": "backups#restore",
    "restoring": "backups#restore",
    "numbers": "numbers#report",
    "journal": "line-down#journal",
    "keys": "keys",
    "about": "backups#places",
    "noBooks": "backups#cannot-open",
    "update": "install#update",
}
"""By the beginning of a field's path or of a dialog's identifier; the longest one counts."""

COMMANDS = {
    "new": "first-invoice",
    "open": "import-export#documents",
    "save": "templates#drafts",
    "preview": "first-invoice#paper",
    "print": "first-invoice#paper",
    "savePdf": "first-invoice#paper",
    "email": "first-invoice#paper",
    "quit": "templates#drafts",
    "undo": "keys",
    "redo": "keys",
    "cut": "keys",
    "copy": "keys",
    "paste": "import-export#paste",
    "addLine": "first-invoice#lines",
    "removeLine": "first-invoice#lines",
    "duplicateLine": "first-invoice#lines",
    "fillDown": "first-invoice#lines",
    "grossPrice": "first-invoice#prices",
    "wantedTotal": "first-invoice#prices",
    "findCustomer": "customers#in-the-document",
    "checkVat": "vat-check#ask",
    "moveLineUp": "first-invoice#lines",
    "moveLineDown": "first-invoice#lines",
    "issue": "first-invoice#issue",
    "tryNow": "line-down#outbox",
    "duplicate": "templates#duplicate",
    "credit": "credit-notes#credit",
    "join": "delivery-notes#bill",
    "cancelNote": "delivery-notes#cancel",
    "providerPdf": "archive#provider",
    "providerXml": "archive#provider",
    "columns": "first-invoice#lines",
    "find": "archive#find",
    "search": "archive#everything",
    "connection": "connection#connection",
    "settings": "settings",
    "numbers": "numbers#report",
    "verifyJournal": "line-down#journal",
    "openLogs": "backups#places",
    "details": "backups#places",
    "help": "keys#help",
    "keys": "keys",
    "about": "backups#places",
    "keepCustomer": "customers#keep",
    "keepItem": "customers#keep",
    "import": "import-export#import",
    "export": "import-export#export",
    "monthPackage": "import-export#package",
    "companies": "companies#several",
    "setUp": "companies#set-up",
    "issueMany": "templates#bulk",
    "saveTemplate": "templates#templates",
    "templates": "templates#templates",
    "backups": "backups#backups",
    "update": "install#update",
}
"""By command; the pages of the rail stand in VIEWS."""

_CODE = re.compile(r"\[(\d{3})\]\s*$", re.ASCII)


def address_of_command(name: str) -> str:
    """Where the manual tells of a command; its beginning where it does not."""
    if name.startswith("view."):
        return VIEWS.get(name.removeprefix("view."), FIRST)
    return COMMANDS.get(name, FIRST)


def address_of(widget: QWidget | None, view: str) -> str:
    """Where the manual tells of what has the keyboard, else of the page in sight."""
    if isinstance(widget, ProblemList):
        code = authority_code(str(widget.currentIndex().data() or ""))
        if code:
            return message_address(code)
    for name in _names(widget):
        address = _longest(name)
        if address:
            return address
    return VIEWS.get(view, FIRST)


def message_address(code: str) -> str:
    """Where the manual tells of a message of the authority."""
    return f"{MESSAGE}#{code}"


def authority_code(sentence: str) -> str:
    """The authority's number that a problem's sentence ends with; "" for none."""
    match = _CODE.search(sentence)
    return match[1] if match else ""


def _names(widget: QWidget | None) -> Iterator[str]:
    """The identifiers from the widget outwards."""
    if widget is not None:
        yield from _in_front(widget)
    while widget is not None:
        if widget.accessibleIdentifier():
            yield widget.accessibleIdentifier()
        widget = widget.parentWidget()


def _in_front(widget: QWidget) -> Iterator[str]:
    """Beside the pages of a dialog: what stands on the page that is shown."""
    dialog = widget.window()
    stack = dialog.findChild(QStackedWidget) if isinstance(dialog, QDialog) else None
    page = stack.currentWidget() if stack is not None else None
    if page is not None and not page.isAncestorOf(widget):
        names = (inside.accessibleIdentifier() for inside in page.findChildren(QWidget))
        yield from list(filter(None, names))[:1]


def _longest(name: str) -> str:
    """By "counterParty.address.city", then "counterParty.address", then "counterParty"."""
    while name:
        if name in WIDGETS:
            return WIDGETS[name]
        cut = max(name.rfind("."), name.rfind("["))
        name = name[:cut] if cut > 0 else ""
    return ""
