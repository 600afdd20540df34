"""Undo and redo of everything on the page: one step each, there and back again over long series of edits."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.gui.session import DraftSession

STEPS = 100
TEXTS = ("", "1", "12,5", "1.234", "12x", "Ω", "EL094014201", "2026-11-30")
FIELDS = (
    "series",
    "number",
    "counterParty.vat",
    "counterParty.address.city",
    "counterParty.phones[0]",
    "issuer.registeredName",
    "distributionDetails.vehileNumber",
    "distributionDetails.packingDeclarations[0].quantity",
    "correlatedInvoices",
    "relativeDocuments",
    "miscellaneousData.comments1",
    "orderNumber",
)
CODES: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("invoiceTypeCode", ("1.1", "2.1", "3.1", "9.3", "5.1")),
    ("currencyCode", ("EUR", "USD")),
    ("isDeliveryNote", (True, False, None)),
    ("dateIssued", ("2026-11-30", None)),
    ("distributionDetails.movePurposeCode", (1, 19, None)),
)
LISTS = {
    "details": ("code", "quantity", "unitPrice", "allowancesCharges[0].percentage", "netTotal"),
    "taxes": ("taxTypeCode", "taxAmount"),
    "paymentDetails.paymentMethods": ("paymentMethodTypeCode", "amount"),
}


def edit_somewhere(session: DraftSession, dice: random.Random) -> None:
    kind = dice.randrange(6)
    path = dice.choice(list(LISTS))
    rows = session.row_count(path)
    if kind == 0:
        session.edit(dice.choice(FIELDS), dice.choice(TEXTS))
    elif kind == 1:
        field, values = dice.choice(CODES)
        session.choose(field, dice.choice(values))
    elif kind == 2:
        session.insert_row(path, dice.randint(0, rows))
    elif rows and kind == 3:
        session.edit(f"{path}[{dice.randrange(rows)}].{dice.choice(LISTS[path])}", dice.choice(TEXTS))
    elif rows and kind == 4:
        dice.choice((session.remove_row, session.duplicate_row))(path, dice.randrange(rows))
    elif rows and kind == 5:
        session.move_row(path, dice.randrange(rows), dice.randrange(rows))


def state(session: DraftSession) -> tuple[Document, dict[str, str], frozenset[str]]:
    assert session.draft is not None
    return session.draft.document, dict(session.draft.typed), session.draft.misread


@pytest.mark.parametrize("seed", range(3))
def test_all_undone_is_the_beginning_and_all_redone_the_end(office: Office, seed: int) -> None:
    session, dice = office.session, random.Random(seed)
    begin = state(session)
    for _ in range(STEPS):
        edit_somewhere(session, dice)
    end = state(session)
    undone = 0
    while session.can_undo:
        session.undo()
        undone += 1
    assert state(session) == begin
    assert undone > STEPS / 3
    while session.can_redo:
        session.redo()

    assert state(session) == end


@pytest.mark.parametrize("seed", range(2))
def test_there_and_back_a_few_steps_at_a_time(office: Office, seed: int) -> None:
    session, dice = office.session, random.Random(100 + seed)
    for _ in range(60):
        for _ in range(dice.randint(1, 4)):
            edit_somewhere(session, dice)
        here = state(session)
        steps = 0
        while session.can_undo and steps < dice.randint(1, 5):
            session.undo()
            steps += 1
        for _ in range(steps):
            session.redo()
        assert state(session) == here


def test_letters_of_one_field_are_one_step_and_choices_are_steps(office: Office) -> None:
    office.field("counterParty.registeredName").setFocus()
    office.type("Παπαδόπουλος")
    office.session.choose("invoiceTypeCode", "2.1")
    office.field("series").setFocus()
    office.type("Β")
    session = office.session
    session.undo()
    assert session.value("series") == "A"
    session.undo()
    assert session.value("invoiceTypeCode") == "1.1"
    session.undo()

    assert session.value("counterParty.registeredName") is None
    assert not session.can_undo


def test_typing_after_an_undo_is_a_step_of_its_own(office: Office) -> None:
    session = office.session
    session.edit("orderNumber", "1")
    session.choose("currencyCode", "USD")
    session.undo()
    session.edit("orderNumber", "12")
    session.undo()

    assert session.value("orderNumber") == "1"


def test_what_is_computed_is_no_step(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "100")
    steps = 0
    while office.session.can_undo:
        office.session.undo()
        steps += 1

    assert steps == 2  # description and price; the quantity was 1 before


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_typing_goes_on_where_an_undo_has_led(office: Office, key: Qt.Key) -> None:
    office.go(0, "Price")
    office.type("5")
    office.key(key)
    office.field("counterParty.vat").setFocus()
    office.session.undo()

    table = office.table()
    assert office.focus() is table
    assert table.currentIndex().column() == office.column("Price")
    office.type("7")
    office.key(key)
    assert office.cell(0, "Price") == "7,00"
