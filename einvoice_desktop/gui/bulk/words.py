"""What documents that are chosen together, or issued together, are said to be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.entry import Language, show_amount

if TYPE_CHECKING:
    from einvoice_desktop.app.archive import ArchiveSums
    from einvoice_desktop.app.bulk import Figures

translate = QCoreApplication.translate


def whole(number: int, language: Language) -> str:
    """A count."""
    return show_amount(Decimal(number), language, places=0)


def gross_text(sums: ArchiveSums, language: Language) -> str:
    """The gross by currency."""
    parts = [f"{show_amount(amounts.gross, language)} {currency}" for currency, amounts in sums.amounts]
    return " + ".join(parts) or show_amount(Decimal(0), language)


def sums_text(sums: ArchiveSums, language: Language) -> str:
    """How many are chosen, and what they add up to."""
    parts = [translate("Bulk", "Selected: {0}").format(whole(sums.count, language))]
    parts.append(gross_text(sums, language))
    if sums.credits:
        told = translate("Bulk", "credit documents taken off: {0}")
        parts.append(told.format(whole(sums.credits, language)))
    return " · ".join(parts)


def figures_text(figures: Figures, language: Language) -> str:
    """How far they have come."""
    told = [
        translate("Bulk", "Sealed {0} of {1}").format(
            whole(figures.sealed, language), whole(figures.total, language)
        ),
        translate("Bulk", "issued {0}").format(whole(figures.issued, language)),
    ]
    if figures.on_its_way:
        told.append(translate("Bulk", "on their way {0}").format(whole(figures.on_its_way, language)))
    stopped = figures.refused + figures.stopped
    if stopped:
        told.append(translate("Bulk", "refused {0}").format(whole(stopped, language)))
    return " · ".join(told)


def summary_text(figures: Figures, language: Language) -> str:
    """What came of them, when nothing is left to be sealed."""
    told = [
        translate("Bulk", "Issued {0} of {1}").format(
            whole(figures.issued, language), whole(figures.total, language)
        )
    ]
    for count, text in (
        (figures.refused, translate("Bulk", "refused by the provider: {0}")),
        (figures.stopped, translate("Bulk", "stopped before the issue: {0}")),
        (figures.on_its_way, translate("Bulk", "on their way: {0}")),
        (figures.ready, translate("Bulk", "cancelled, drafts as they were: {0}")),
    ):
        if count:
            told.append(text.format(whole(count, language)))
    return " · ".join(told) + "."
