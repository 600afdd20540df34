"""What documents of books before version 6 add up to, read out of their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from einvoice_desktop.domain.sums import DocumentSums
from einvoice_desktop.store.sums import can_be_added, sums_of_payload, sums_row, vat_rows

_AT_ONCE = 2000

# The tables as that version has them, whatever becomes of schema.py later.
_NEXT = text(
    "SELECT id, server, gross, payload FROM submissions JOIN payloads ON submission_id = id "
    "WHERE id > :after AND kind <> 'credit' ORDER BY id LIMIT :most"
)
_ORDERS = text(
    "SELECT id, server, gross, payload FROM submissions JOIN payloads ON submission_id = id "
    "WHERE kind = 'credit' ORDER BY id"
)
_RECEIPTS = text("SELECT id, receipt FROM submissions WHERE id BETWEEN :first AND :last AND receipt <> ''")
_ADD_SUMS = text(
    "INSERT INTO submission_sums (submission_id, net, vat, gross, withheld, fees, stamp_duty, other_taxes, "
    "deductions, payable) VALUES (:submission_id, :net, :vat, :gross, :withheld, :fees, :stamp_duty, "
    ":other_taxes, :deductions, :payable)"
)
_ADD_VAT = text(
    "INSERT INTO submission_vat (submission_id, category, exemption, net, vat) "
    "VALUES (:submission_id, :category, :exemption, :net, :vat)"
)
Known = tuple[str, str]
"""Books and MARK: what an order to credit names."""


def fill_sums(connection: Connection) -> None:
    """Writes the sums of every row. An order to credit has those of the document that it credits, where that
    is in the books. Takes no memory that grows with the books but for the orders'."""
    orders = connection.execute(_ORDERS).all()
    named = {row.id: (row.server, _mark_in(bytes(row.payload))) for row in orders}
    credited: dict[Known, DocumentSums] = {}
    wanted = set(named.values())
    for rows in _pieces(connection):
        found = [(row, sums_of_payload(bytes(row.payload), Decimal(row.gross))) for row in rows]
        _write(connection, [(row.id, sums) for row, sums in found])
        if wanted:
            marks = _marks(connection, rows[0].id, rows[-1].id)
            known = (((row.server, marks.get(row.id, "")), sums) for row, sums in found)
            credited |= {key: sums for key, sums in known if key in wanted}
    of_orders = ((row, credited.get(named[row.id])) for row in orders)
    _write(
        connection, [(row.id, sums or DocumentSums.of_gross(Decimal(row.gross))) for row, sums in of_orders]
    )


def _pieces(connection: Connection) -> Iterator[Any]:
    after = 0
    while rows := connection.execute(_NEXT, {"after": after, "most": _AT_ONCE}).all():
        yield rows
        after = rows[-1].id


def _write(connection: Connection, found: list[tuple[int, DocumentSums]]) -> None:
    found = [(id_, sums) for id_, sums in found if can_be_added(sums)]
    if found:
        connection.execute(_ADD_SUMS, [sums_row(id_, sums) for id_, sums in found])
    parts = [row for id_, sums in found for row in vat_rows(id_, sums)]
    if parts:
        connection.execute(_ADD_VAT, parts)


def _marks(connection: Connection, first: int, last: int) -> dict[int, str]:
    rows = connection.execute(_RECEIPTS, {"first": first, "last": last})
    return {row.id: json.loads(row.receipt).get("mark", "") for row in rows}


def _mark_in(payload: bytes) -> str:
    """The MARK that an order to credit names; "" where its bytes tell none."""
    try:
        return str(json.loads(payload).get("mark", ""))
    except (ValueError, AttributeError):
        return ""
