"""A window on a real desk with real books; only the line to the provider is played, act by act."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.desk import Desk, Parts
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.app.ports import Form
from einvoice_desktop.app.samples import every_sample
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.app.submit import RetryPolicy
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.gui import rescue
from einvoice_desktop.gui.folders import Folders
from einvoice_desktop.gui.main_window import MainWindow
from einvoice_desktop.gui.start import Opened, Program, attach, build_window, equip
from einvoice_desktop.provider.servers import is_own_address
from einvoice_desktop.sheets.reading import read_workbook
from einvoice_desktop.sheets.writing import write_tables
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.files import new_file
from einvoice_desktop.store.lock import FolderSenderLock

Act = Callable[[SealedDocument], Outcome]


QUICK = {"issue.countdown": "0"}
"""Without a review before each issue; where the review is what is tested, its seconds are given."""


class MemorySettings:
    """Settings of one test."""

    def __init__(self, **values: str) -> None:
        self.values = values

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def set(self, name: str, value: str) -> None:
        self.values[name] = value


def issued(sealed: SealedDocument) -> Outcome:
    """The provider takes it."""
    mark = str(400001900000000 + int(sealed.key.number or 0))
    body = json.dumps({"success": True, "mark": int(mark)}).encode()
    receipt = Receipt(
        mark=mark,
        uid="0F" * 20,
        authentication_code="A1B2C3D4E5F60718293A4B5C6D7E8F9001122334",
        status="SUBMITTED",
        url=f"https://einvoiceportaluat.impact.gr/v/EL999999993-{mark}-{'0F' * 20}",
        series=sealed.key.series,
        number=sealed.key.number,
        date_issued=sealed.key.date,
        internal_id=sealed.internal_id,
        message="Successfully submitted to IAPR",
    )
    return Outcome(OutcomeKind.ISSUED, "issued", receipt=receipt, http_status=201, answer=body)


def refused(_sealed: SealedDocument) -> Outcome:
    """The provider says no."""
    answer = b'{"success":false,"message":"Vat number is not valid","errors":["VatNumber EL1 is invalid"]}'
    return Outcome(OutcomeKind.REFUSED, "refused", "Vat number is not valid", http_status=400, answer=answer)


def unknown(_sealed: SealedDocument) -> Outcome:
    """The line breaks after the document has left."""
    return Outcome(OutcomeKind.UNKNOWN, "read_timeout", retry_after=90)


def never_left(_sealed: SealedDocument) -> Outcome:
    """No connection."""
    return Outcome(OutcomeKind.NEVER_LEFT, "connection_refused")


@dataclass
class Line:
    """The line to the provider: plays its acts one after the other, then issues everything.

    `hold` makes every call wait until `release` is called.
    """

    acts: SimpleQueue[Act] = field(default_factory=SimpleQueue)
    sent: list[SealedDocument] = field(default_factory=list)
    until: datetime | None = None
    offline_key: str = ""
    files: dict[Form, bytes] = field(default_factory=dict)
    """What the provider's page gives out."""
    fetched: list[tuple[str, Form]] = field(default_factory=list)
    page: Outcome = field(default_factory=lambda: Outcome(OutcomeKind.UNKNOWN, "read_back_failed"))
    _free: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._free.set()

    def will(self, *acts: Act) -> None:
        for act in acts:
            self.acts.put(act)

    def hold(self) -> None:
        self._free.clear()

    def release(self) -> None:
        self._free.set()

    def provider(self, _server: str, _sign_in: SignIn, *, encrypted: bool) -> Line:
        assert not encrypted
        return self

    def submit(self, sealed: SealedDocument) -> Outcome:
        self.sent.append(sealed)
        self._free.wait(30)
        try:
            act = self.acts.get_nowait()
        except Empty:
            act = issued
        return act(sealed)

    def fetch(self, sealed: SealedDocument, _receipt: Receipt, form: Form) -> bytes:
        self.fetched.append((sealed.key.number, form))
        if form not in self.files:
            raise UserError("provider_file_failed", reason="HTTP 404")
        return self.files[form]

    def read_back(self, _sealed: SealedDocument, _receipt: Receipt) -> Outcome:
        return self.page

    def offline_line(self, _server: str, vat: str) -> tuple[str, str]:
        if not self.offline_key:
            raise UserError("api_key_missing", vat=vat, server=_server)
        return "https://einvoiceportaluat.impact.gr", self.offline_key

    def signed_in_until(self, _server: str, _vat: str) -> datetime | None:
        return self.until

    def close(self) -> None:
        self.release()


@cache
def codes_of_all() -> CodeTables:
    """Read once for all windows of a process: they never change."""
    return bootstrap.open_codes()


@cache
def messages_of_all() -> Messages:
    """The same of the sentences."""
    return bootstrap.open_messages()


def make_desk(folder: Path, line: Line, server: str = "practice") -> Desk:
    """A desk as bootstrap wires it, on `line`."""
    parts = Parts(
        store=open_store(paths.database(folder)),
        gateway=line,
        lock=FolderSenderLock(folder),
        clock=bootstrap.SystemClock(),
        codes=codes_of_all(),
        messages=messages_of_all(),
        samples=lambda: every_sample(lambda name: paths.resource(f"samples/{name}").read_bytes()),
        new_id=lambda: str(uuid.uuid4()),
        jitter=lambda: 0.5,
        live=lambda _name: False,
        own_address=is_own_address,
        practice_address=lambda: None,
        offline_line=line.offline_line,
        read_workbook=read_workbook,
        write_tables=write_tables,
        new_file=new_file,
    )
    return Desk(parts, Way(server, SignIn.BEARER, encrypted=False), RetryPolicy(first=60.0))


FILLED = {
    "counterParty.vat": "EL094014201",
    "counterParty.registeredName": "Παπαδόπουλος και Υιοί Α.Ε.",
    "counterParty.address.city": "Αθήνα",
    "counterParty.address.postal": "10431",
    "counterParty.address.street": "Σταδίου",
    "details[0].descriptions[0]": "Καφές φίλτρου 1 kg",
    "details[0].unitPrice": "12,50",
    "details[0].quantity": "8",
}
"""What a person types for the simplest invoice that can be issued; the classification is chosen."""

CHOSEN = {
    "details[0].incomeClassification.classificationCategoryCode": "category1_1",
    "details[0].incomeClassification.classificationTypeCode": "E3_561_001",
}


@dataclass
class Office:
    """One person's window: program, desk, line."""

    qtbot: QtBot
    program: Program
    desk: Desk
    line: Line
    settings: MemorySettings

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def engine_comes(self) -> None:
        """The desk is attached, as after the first paint."""
        desk = self.desk
        latest = desk.latest_draft_id()
        draft = desk.load_draft(latest) if latest is not None else None
        attach(self.program, Opened(desk, desk.new_draft(), draft, latest))

    def engine_comes_in(self, milliseconds: int) -> None:
        """The same, later."""
        QTimer.singleShot(milliseconds, self.engine_comes)

    def wait(self, what: Callable[[], object], timeout: int = 20_000) -> None:
        self.qtbot.waitUntil(lambda: bool(what()), timeout=timeout)

    def rest(self) -> None:
        """Until nothing is under way and every posted event has been heard."""
        QApplication.processEvents()
        self.wait(lambda: self.window.tasks.is_idle)

    def fill(self) -> None:
        """Types an invoice that can be issued."""
        for path, text in FILLED.items():
            self.window.session.edit(path, text)
        for path, code in CHOSEN.items():
            self.window.session.choose(path, code)
        composition = self.window.session.composition
        assert not composition.has_errors, composition.problems

    def name_issuer(self) -> None:
        """Types the issuer, which only practice brings by itself."""
        party = {"vat": "EL999999993", "registeredName": "Εταιρεία Α.Ε.", "branchCode": "0"}
        address = {"city": "Αθήνα", "postal": "10431", "street": "Σταδίου"}
        for name, text in (party | {f"address.{name}": text for name, text in address.items()}).items():
            self.window.session.edit(f"issuer.{name}", text)
        self.window.session.choose("issuer.address.countryCode", "GR")

    def first_number_is(self, number: int) -> None:
        """The series of the document on the stage was used elsewhere up to the number before."""
        draft = self.window.session.draft
        assert draft is not None
        self.desk.series.set_last_number(draft.document, str(number - 1))

    def find(self, identifier: str) -> Any:
        """The widget that carries an accessible identifier; of a command's buttons the one in sight."""
        found = [
            widget
            for widget in QApplication.allWidgets()
            if widget.accessibleIdentifier() == identifier and widget.window() is self.window
        ]
        if len(found) > 1:
            found = [widget for widget in found if widget.isVisible()]
        assert len(found) == 1, f"{identifier}: {len(found)}"
        return found[0]

    def press(self, identifier: str) -> None:
        """Clicks a button that can be seen and pressed."""
        button = self.find(identifier)
        assert button.isVisible(), identifier
        assert button.isEnabled(), identifier
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key as the window system delivers it: shortcuts first, then the focused field."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifiers)

    def text(self, identifier: str) -> str:
        """What a label shows."""
        return str(self.find(identifier).text())

    def view(self, name: str) -> Any:
        """Opens a page and waits until it has read what it shows."""
        self.window.open_view(name)
        self.rest()
        return self.window.book.currentWidget()


def open_office(
    qtbot: QtBot, app: QApplication, folder: Path, line: Line, settings: MemorySettings, server: str
) -> Office:
    """A window that has painted and has no engine yet."""
    window = build_window(app, settings, paths.resource, server)
    window.office.folders = Folders(folder, paths.database(folder), paths.log_dir(folder))
    window.office.early_sentence = messages_of_all().sentence
    program = equip(window, settings, write_file=bootstrap.write_file, keep_file=bootstrap.keep_file)
    qtbot.addWidget(program.window, before_close_func=lambda _window: line.release())
    program.window.show()
    program.window.stage.page.focus_first()
    qtbot.waitExposed(program.window)
    return Office(qtbot, program, make_desk(folder, line, server), line, settings)


@pytest.fixture(autouse=True)
def rescued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The two folders for drafts that the books do not take."""
    folders = tmp_path / "documents" / "rescued", tmp_path / "home" / "rescued"
    monkeypatch.setattr(rescue, "rescue_folders", lambda: folders)
    return folders


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, line: Line) -> Iterator[Callable[..., Office]]:
    """Opens windows on the books of one folder; what is still open is closed at the end."""
    opened: list[Office] = []

    def go(server: str = "practice", *, late: bool = False, **settings: str) -> Office:
        office = open_office(qtbot, qapp, tmp_path, line, MemorySettings(**(QUICK | settings)), server)
        opened.append(office)
        if not late:
            office.engine_comes()
            office.rest()
        return office

    yield go
    line.release()
    for office in opened:
        office.window.close()


@pytest.fixture
def office(start: Callable[..., Office]) -> Office:
    """A window in Greek on an empty practice book."""
    return start()


class Play:
    """What the provider can be told to do."""

    issued = staticmethod(issued)
    refused = staticmethod(refused)
    unknown = staticmethod(unknown)
    never_left = staticmethod(never_left)


@pytest.fixture
def play() -> type[Play]:
    return Play
