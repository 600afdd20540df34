"""Who will be written to when the document is issued, for the review before issuing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.domain.notification import LINK, PDF, PHONE, recipients
from einvoice_desktop.gui.band import PRACTICE_SERVER

if TYPE_CHECKING:
    from einvoice_desktop.domain.document import Document

translate = QCoreApplication.translate
_SHOWN = 6
"""So many addresses are named; of more, how many more."""


def told_of(document: Document, server: str) -> str:
    """Addresses and numbers by the way they are written to; "nobody" where there are none."""
    by_way: dict[str, list[str]] = {}
    told = recipients(document)
    for recipient in told[:_SHOWN]:
        by_way.setdefault(recipient.by, []).append(flat(recipient.address))
    parts = [f"{_way(way)}: {', '.join(addresses)}" for way, addresses in by_way.items()]
    if len(told) > _SHOWN:
        parts.append(translate("Review", "and {0} more").format(len(told) - _SHOWN))
    if not parts:
        return translate("Review", "nobody")
    if server == PRACTICE_SERVER:
        parts.append(translate("Review", "in practice nothing is sent"))
    return " · ".join(parts)


def _way(way: str) -> str:
    return {
        LINK: translate("Review", "E-mail"),
        PDF: translate("Review", "E-mail with the PDF"),
        PHONE: translate("Review", "Mobile"),
    }.get(way, translate("Review", "May be told too"))
