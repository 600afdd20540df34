"""What issued documents add up to: the database adds whole cents, by index, whatever else the books hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, bindparam, case, cast, func, literal_column, select

from einvoice_desktop.app.ports import DaySums, FiguresQuery, PartySums, VatSums
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums
from einvoice_desktop.store.columns import of_cents
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.schema import submission_sums, submission_vat, submissions

_ROW, _SUMS, _VAT = submissions.c, submission_sums.c, submission_vat.c
_CANCELLED = "note_cancelled"
"""The reason of an issued note that the provider has cancelled (app.cancelling)."""
_ISSUED = (
    _ROW.state == literal_column(f"'{State.ISSUED}'"),
    _ROW.server == bindparam("server"),
    _ROW.date >= bindparam("since"),
    _ROW.date <= bindparam("until"),
    _ROW.reason != _CANCELLED,
)
_ADDED = [func.sum(_SUMS[name]) for name in SUM_NAMES]


def _by_time(day: ColumnElement[str]) -> Select[Any]:
    grouped = (day, _ROW.type_code, _ROW.currency)
    joined = submissions.outerjoin(submission_sums, _SUMS.submission_id == _ROW.id)
    counts = func.count(), func.count(_SUMS.submission_id)
    listed = select(*grouped, *counts, *_ADDED).select_from(joined).where(*_ISSUED)
    return listed.group_by(*grouped).order_by(*grouped)


# Statements are built once: building one costs more than running it.
_BY_DAY = _by_time(_ROW.date)
# As constants: with parameters PostgreSQL takes the two expressions for different ones.
_BY_MONTH = _by_time(func.substr(_ROW.date, literal_column("1"), literal_column("7")))
_VAT_GROUPS = (_ROW.type_code, _ROW.currency, _VAT.category, _VAT.exemption)
_BY_VAT = (
    select(*_VAT_GROUPS, func.sum(_VAT.net), func.sum(_VAT.vat))
    .select_from(submissions.join(submission_vat, _VAT.submission_id == _ROW.id))
    .where(*_ISSUED)
    .group_by(*_VAT_GROUPS)
    .order_by(*_VAT_GROUPS)
)

_SIGN = case((_ROW.type_code.in_(bindparam("taken_off", expanding=True)), -1), else_=1)
_PARTY = case((_ROW.counterparty_vat != "", _ROW.counterparty_vat), else_=_ROW.counterparty_name)
_SIGNED = [func.sum(cast(_SUMS[name], BigInteger) * _SIGN) for name in SUM_NAMES]
_BY_PARTY = (
    select(func.max(_ROW.id), func.count(), *_SIGNED)
    .select_from(submissions.join(submission_sums, _SUMS.submission_id == _ROW.id))
    .where(
        *_ISSUED,
        _ROW.currency == bindparam("currency"),
        _ROW.type_code.in_(bindparam("types", expanding=True)),
    )
    .group_by(_PARTY)
    .order_by(_SIGNED[0].desc(), func.max(_ROW.id))
    .limit(bindparam("most", type_=BigInteger))
)
_NAMES = select(_ROW.id, _ROW.counterparty_vat, _ROW.counterparty_name).where(
    _ROW.id.in_(bindparam("ids", expanding=True))
)


class SqlFigures:
    """app.ports.FiguresStore on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_day(self, query: FiguresQuery) -> list[DaySums]:
        """By day, type and currency, in that order."""
        return self._by_time(_BY_DAY, query)

    def by_month(self, query: FiguresQuery) -> list[DaySums]:
        """By month, type and currency, in that order."""
        return self._by_time(_BY_MONTH, query)

    def _by_time(self, statement: Select[Any], query: FiguresQuery) -> list[DaySums]:
        with self._database.reading() as connection:
            rows = connection.execute(statement, _asked(query)).all()
        return [
            DaySums(day, type_, currency, added, DocumentSums.of_cents(cents), count - added)
            for day, type_, currency, count, added, *cents in rows
        ]

    def by_vat(self, query: FiguresQuery) -> list[VatSums]:
        """By type, currency, category and exemption, in that order."""
        with self._database.reading() as connection:
            rows = connection.execute(_BY_VAT, _asked(query)).all()
        return [
            VatSums(type_, currency, category, exemption, of_cents(int(net)), of_cents(int(vat)))
            for type_, currency, category, exemption, net, vat in rows
        ]

    def by_party(
        self,
        query: FiguresQuery,
        currency: str,
        added: Sequence[str],
        taken_off: Sequence[str],
        most: int,
    ) -> list[PartySums]:
        """By VAT number, and by name where there is none."""
        asked = _asked(query) | {"currency": currency, "most": most}
        asked |= {"types": [*added, *taken_off], "taken_off": list(taken_off)}
        with self._database.reading() as connection:
            rows = connection.execute(_BY_PARTY, asked).all()
            ids = [row[0] for row in rows]
            names = {id_: (vat, name) for id_, vat, name in connection.execute(_NAMES, {"ids": ids})}
        return [PartySums(*names[id_], count, DocumentSums.of_cents(cents)) for id_, count, *cents in rows]


def _asked(query: FiguresQuery) -> dict[str, Any]:
    return {"server": query.server, "since": query.since, "until": query.until}
