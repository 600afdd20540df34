"""The tables below the figures: VAT by rate, customers, types, and the values of the bars."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.table_words import word
from einvoice_desktop.app.tables import label_of
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.pages.table import RecordTable, TableOrHint
from einvoice_desktop.gui.records import Column, RecordModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from einvoice_desktop.app.figures import Figures
    from einvoice_desktop.gui.office import Office


_IDENTIFIERS = {
    "vat": "figures.byVat",
    "customers": "figures.byCustomer",
    "types": "figures.byType",
    "days": "figures.byDay",
}


@dataclass(frozen=True)
class FigureRow:
    """A row of any of the tables; what a table has no column for stays as it is."""

    name: str
    detail: str = ""
    count: int = 0
    net: Decimal = Decimal(0)
    vat: Decimal = Decimal(0)
    gross: Decimal = Decimal(0)
    day: str = ""


class FigureTables(QTabWidget):
    """One tab a table; each sorts by its titles."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._models: dict[str, RecordModel[FigureRow]] = {}
        self._tables: dict[str, RecordTable[FigureRow]] = {}
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        identify(self, "figures.tables")
        money = ("net", "vat", "gross")
        for name, keys in (
            ("vat", ("name", "detail", "net", "vat")),
            ("customers", ("name", "detail", "count", *money)),
            ("types", ("name", "detail", "count", *money)),
            ("days", ("day", "net")),
        ):
            self._add(name, keys)
        self.setMinimumHeight(230)

    def _add(self, name: str, keys: Sequence[str]) -> None:
        columns = [self._column(name, key) for key in keys]
        model = self._models[name] = RecordModel[FigureRow](columns, lambda row: row, self)
        table = self._tables[name] = RecordTable(_IDENTIFIERS[name], model, self)
        self.addTab(TableOrHint(table, self), "")

    def _column(self, table: str, key: str) -> Column[FigureRow]:
        language = self._office.session

        def amount(row: FigureRow) -> str:
            return show_amount(getattr(row, key), language.language)

        def title() -> str:
            return _titles(table)[key]

        if key in ("net", "vat", "gross"):
            return Column(key, title, amount, sort=lambda row: getattr(row, key), figure=True, width=116)
        if key == "count":
            return Column(
                key, title, lambda row: str(row.count), sort=lambda row: row.count, figure=True, width=92
            )
        if key == "day":
            return Column(key, title, lambda row: row.name, sort=lambda row: row.day, width=0)
        if key == "detail":
            return Column(key, title, lambda row: row.detail, width=0 if table == "vat" else 150)
        return Column(key, title, lambda row: row.name, width=0)

    def show_figures(self, figures: Figures, spoken_day: Callable[[str], str]) -> None:
        """All tables anew; `spoken_day` says a day or a month."""
        rows = {
            "vat": self._vat(figures),
            "customers": self._customers(figures),
            "types": self._types(figures),
            "days": [FigureRow(spoken_day(day), net=net, day=day) for day, net in figures.bars],
        }
        for name, of_table in rows.items():
            self._models[name].set_rows(of_table)
            self._tables[name].fit_figures(of_table)

    def _vat(self, figures: Figures) -> list[FigureRow]:
        codes, language = self._office.the_desk.codes, self._office.language

        def called(table: str, code: int) -> str:
            return label_of(codes, table, code, language) if code else ""

        return [
            FigureRow(
                called("vat_categories", row.category) or "–",
                called("vat_exemptions", row.exemption),
                net=row.net,
                vat=row.vat,
            )
            for row in figures.vat
        ]

    def _customers(self, figures: Figures) -> list[FigureRow]:
        language = self._office.language
        rows = [
            FigureRow(
                row.name or word("retail", language),
                row.vat,
                row.count,
                row.sums.net,
                row.sums.vat,
                row.sums.gross,
            )
            for row in figures.customers
        ]
        rest = figures.rest
        if rest.count:
            sums = rest.sums
            rows.append(FigureRow(word("rest", language), "", rest.count, sums.net, sums.vat, sums.gross))
        return rows

    def _types(self, figures: Figures) -> list[FigureRow]:
        """Those that are no turnover say so; a currency that is not added to the euro is named."""
        told = []
        for row in figures.types:
            notes = [] if row.currency == "EUR" else [row.currency]
            if not row.sign:
                notes.append(self.tr("no turnover"))
            total = row.total
            told.append(
                FigureRow(
                    self._office.kind(row.type_code),
                    " · ".join(notes),
                    total.count,
                    total.sums.net,
                    total.sums.vat,
                    total.sums.gross,
                )
            )
        return told

    def retranslate(self, *, long: bool) -> None:
        """The words of the language of now."""
        titles = (
            self.tr("VAT by rate"),
            self.tr("Customers"),
            self.tr("Document types"),
            self.tr("By month") if long else self.tr("By day"),
        )
        for place, ((_, table), title) in enumerate(zip(self._tables.items(), titles, strict=True)):
            self.setTabText(place, title)
            table.setAccessibleName(title)
            hint = self.widget(place)
            assert isinstance(hint, TableOrHint)
            hint.hint.setText(self.tr("Nothing was issued in this period."))
        for model in self._models.values():
            model.refresh()
        for table in self._tables.values():
            table.fit_titles()


def _titles(table: str) -> dict[str, str]:
    translate = QCoreApplication.translate
    names = {
        "vat": translate("FigureTables", "VAT category"),
        "customers": translate("FigureTables", "Customer"),
        "types": translate("FigureTables", "Document type"),
        "days": "",
    }
    details = {
        "vat": translate("FigureTables", "Reason of exemption"),
        "customers": translate("FigureTables", "VAT number"),
        "types": translate("FigureTables", "Note"),
        "days": "",
    }
    return {
        "name": names[table],
        "detail": details[table],
        "count": translate("FigureTables", "Documents"),
        "net": translate("FigureTables", "Net"),
        "vat": translate("FigureTables", "VAT"),
        "gross": translate("FigureTables", "Total"),
        "day": translate("FigureTables", "Date"),
    }
