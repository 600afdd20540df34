"""The archive's columns, and chosen documents as a block that a spreadsheet takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.gui import words
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office

_TONE_COLOUR = {"info": "accent", "warning": "warning", "success": "success", "error": "error"}


GIVE_WAY = ("net", "tax")
"""Columns that are shown where there is room for them beside all others."""


def archive_columns(office: Office) -> list[Column[Submission]]:
    """In their order; the state is hidden while only what was issued is shown, GIVE_WAY where there is
    little room."""
    translate = QCoreApplication.translate

    def amount(row: Submission) -> str:
        text = show_amount(row.sealed.gross, office.language)
        return text if row.sealed.currency == "EUR" else f"{text} {row.sealed.currency}".strip()

    def part(row: Submission, name: str) -> str:
        return show_amount(getattr(row.sealed.sums, name, None), office.language)

    def icon(row: Submission) -> QIcon:
        colours = office.theme.colours
        colour = getattr(colours, _TONE_COLOUR[words.tone(row)])
        return office.icons.sign("warning" if words.is_to_be_told(row) else row.state, colour, colours)

    def number(row: Submission) -> str:
        return f"{row.sealed.key.series} {row.sealed.key.number}".strip()

    return [
        Column(
            "date", lambda: translate("ArchivePage", "Date"), lambda r: show_date(r.sealed.key.date), width=92
        ),
        Column(
            "state",
            lambda: translate("ArchivePage", "State"),
            words.listed_state,
            icon=icon,
            width=116,
        ),
        Column(
            "type",
            lambda: translate("ArchivePage", "Type"),
            lambda r: office.kind(r.sealed.key.type_code),
            width=0,
        ),
        Column("number", lambda: translate("ArchivePage", "Number"), number, width=76),
        Column(
            "customer",
            lambda: translate("ArchivePage", "Customer"),
            lambda r: r.sealed.counterparty_name or "–",
            width=0,
        ),
        Column(
            "vat",
            lambda: translate("ArchivePage", "VAT number"),
            lambda r: r.sealed.counterparty_vat,
            figure=True,
            width=92,
        ),
        Column(
            "net", lambda: translate("ArchivePage", "Net"), lambda r: part(r, "net"), figure=True, width=84
        ),
        Column(
            "tax", lambda: translate("ArchivePage", "VAT"), lambda r: part(r, "vat"), figure=True, width=76
        ),
        Column("gross", lambda: translate("ArchivePage", "Amount"), amount, figure=True, width=84),
        Column(
            "mark",
            lambda: translate("ArchivePage", "MARK"),
            words.mark_or_word,
            figure=True,
            width=84,
        ),
    ]


def titles_of(columns: Sequence[Column[Submission]]) -> str:
    """The first line of a block."""
    return "\t".join(column.title() for column in columns) + "\n"


def block_of(columns: Sequence[Column[Submission]], rows: Iterable[Submission]) -> str:
    """One line a document, its cells parted by tabs."""
    return "".join("\t".join(_plain(column.text(row)) for column in columns) + "\n" for row in rows)


def _plain(text: str) -> str:
    return " ".join(text.split())
