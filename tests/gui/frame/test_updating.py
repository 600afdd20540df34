"""Updates in the window: off until wanted, one click from there on, never while something is being sent."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from einvoice_desktop import __version__, bootstrap
from einvoice_desktop.app.ports.updates import Place
from einvoice_desktop.app.updates import Parts, Updates
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.updating import deeds
from einvoice_desktop.provider.downloads import WebDownloads
from einvoice_desktop.updating import note_of
from einvoice_desktop.updating.installation import Copy, SystemInstallation
from einvoice_desktop.updating.result import write_note
from einvoice_desktop.vault.signatures import is_signed
from tests.provider.loopback import Loopback, answer, drip, http
from tests.updating.releases import TOP, lay_down, manifest, new_key, packed, program_files, signed

CTRL = Qt.KeyboardModifier.ControlModifier
KEY, PUBLIC = new_key()
LATER = "99.1.0"
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the stand-in program is a script"
)


class Publisher:
    """A place with a newer version, a program that it fits, and the door that the window knows."""

    def __init__(self, root: Path, data: Path) -> None:
        self.root, self.data = root, data
        self.web = Loopback()
        self.program = lay_down(root / TOP, __version__)
        self.opened = 0
        self.address = self.web.url
        self.frozen, self.servers = True, ""
        self._updates: Updates | None = None
        self.lay(packed(root / "new.zip", program_files(LATER)).read_bytes())

    def lay(self, package: bytes, key: Any = KEY, **changes: object) -> None:
        self.package = package
        told = manifest(package, **{"version": LATER, **changes})
        self.web.on("/update.json", answer(200, told))
        self.web.on("/update.json.sig", answer(200, signed(told, key)))
        self.web.on("/new.zip", answer(200, package))

    def has_news(self) -> bool:
        return note_of(self.data).exists()

    def __call__(self) -> Updates:
        if self._updates is None:
            self.opened += 1
            self._updates = self._open()
        return self._updates

    def _open(self) -> Updates:
        copy = Copy(self.program / TOP, self.frozen, "linux", __version__)
        installation = SystemInstallation(copy, self.data, note_of(self.data), settle=lambda: None)
        backups = bootstrap.open_backups(self.data, self.servers)
        parts = Parts(
            place=Place(self.address, (PUBLIC,)),
            present=__version__,
            downloads=WebDownloads(),
            is_signed=is_signed,
            installation=installation,
            backups=lambda: [("", backups)],
            settings=bootstrap.open_settings(self.data),
            clock=bootstrap.SystemClock(),
            words=("--data-dir", str(self.data)),
        )
        return Updates(parts)


@pytest.fixture
def publisher(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Publisher]:
    monkeypatch.setattr(deeds, "AFTER_START_MS", 0)
    made = Publisher(tmp_path_factory.mktemp("publisher"), tmp_path)
    yield made
    made.web.close()


@pytest.fixture
def opened(start: Any, publisher: Publisher) -> Callable[..., Any]:
    """A window whose copy of the program knows a place."""

    def go(**settings: str) -> Any:
        office = start(late=True, **{"language": "en", **settings})
        office.reopened = []
        office.window.office.updates = publisher
        office.window.actions_["update"].setEnabled(True)

        def reopen() -> None:
            office.reopened.append(publisher().planned)
            office.window.close()

        office.window.office.reopen = reopen
        office.engine_comes()
        office.rest()
        return office

    return go


def dialog(office: Any) -> Any:
    office.key(Qt.Key.Key_F5, CTRL)
    (found,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "update" and w.isVisible()]
    return found


def heading(shown: Any) -> str:
    return str(shown.heading.text())


def test_a_new_copy_asks_nobody(opened: Any, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    connections: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: connections.append(address))
    office = opened()
    office.rest()
    assert (publisher.opened, publisher.web.connections, connections) == (0, 0, [])


def test_one_click_downloads_backs_up_tries_and_gives_way(opened: Any, publisher: Publisher) -> None:
    office = opened()
    shown = dialog(office)
    office.wait(lambda: heading(shown) == f"Version {LATER} is there")
    assert "Starts faster." in shown.notes.toPlainText()
    assert "20/11/2026" in shown._offered.text()
    assert not shown.tick.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    office.wait(lambda: office.reopened)
    (ready,) = office.reopened
    assert ready.version == LATER
    (backup,) = publisher._updates._parts.backups()[0][1].listed()  # type: ignore[union-attr]
    assert str(backup.reason) == "before-update"
    assert publisher().carry_out()
    assert (publisher.root / "started").read_text(encoding="utf-8").split() == [
        LATER,
        "--data-dir",
        str(publisher.data),
    ]


def test_without_a_place_it_says_so_plainly_and_asks_nobody(opened: Any, publisher: Publisher) -> None:
    publisher.address = ""
    shown = dialog(opened())
    assert heading(shown) == "This copy was made without a place for updates"
    assert "installed over it" in shown._told.text()
    assert not shown.install_button.isVisible()
    assert not shown.again_button.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert publisher.web.connections == 0


def test_the_newest_version_says_so_and_looks_again(opened: Any, publisher: Publisher) -> None:
    publisher.lay(publisher.package, version=__version__)
    office = opened()
    shown = dialog(office)
    office.wait(lambda: heading(shown) == "This is the newest version")
    assert not shown.install_button.isVisible()
    publisher.lay(publisher.package)
    QTest.keyClick(shown, Qt.Key.Key_F5)
    office.wait(lambda: heading(shown) == f"Version {LATER} is there")
    shown.close()


def test_a_stranger_s_signature_is_told_and_offers_nothing(opened: Any, publisher: Publisher) -> None:
    publisher.lay(publisher.package, new_key()[0])
    office = opened()
    shown = dialog(office)
    office.wait(lambda: heading(shown) == "No new version could be looked for")
    assert "does not carry the publisher's signature" in shown._told.text()
    assert not shown.install_button.isVisible()
    shown.close()


def test_a_copy_from_source_says_how_it_is_updated(opened: Any, publisher: Publisher) -> None:
    publisher.frozen = False
    office = opened()
    shown = dialog(office)
    office.wait(lambda: "git pull" in shown._told.text())
    assert not shown.install_button.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    office.rest()
    assert "/new.zip" not in publisher.web.paths()
    assert office.reopened == []
    shown.close()


def test_books_on_a_server_need_the_persons_word_first(opened: Any, publisher: Publisher) -> None:
    publisher.servers = "postgresql://desk@db.office.gr/books"
    office = opened()
    shown = dialog(office)
    office.wait(lambda: heading(shown) == f"Version {LATER} is there")
    assert "all desks run one version" in shown._told.text()
    assert "db.office.gr" in shown._told.text()
    assert not shown.install_button.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert heading(shown) == f"Version {LATER} is there"
    assert shown.tick.hasFocus()
    QTest.keyClick(shown.tick, Qt.Key.Key_Space)
    assert shown.install_button.isEnabled()
    shown.close()


def test_esc_stops_a_download_and_nothing_is_left_of_it(opened: Any, publisher: Publisher) -> None:
    publisher.web.on("/new.zip", drip(http(200, publisher.package), 0.01))
    office = opened()
    shown = dialog(office)
    office.wait(shown.install_button.isEnabled)
    shown.install_button.click()
    office.wait(lambda: shown._told.text().startswith("Downloading"))
    assert shown.bar.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    office.wait(lambda: heading(shown) == f"Version {LATER} is there")
    assert list((publisher.data / "update").iterdir()) == []
    assert office.reopened == []
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_it_waits_for_the_answer_to_what_is_being_sent(opened: Any, line: Any) -> None:
    office = opened()
    office.fill()
    line.hold()
    office.key(Qt.Key.Key_F9)
    sending = frozenset({State.SENDING})
    office.wait(lambda: line.sent and office.desk.submissions(sending))
    shown = dialog(office)
    office.wait(shown.install_button.isEnabled)
    shown.install_button.click()
    office.wait(lambda: heading(shown) == f"Version {LATER} is ready")
    QTest.qWait(400)
    assert office.reopened == []
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert heading(shown) == f"Version {LATER} is there"
    shown.install_button.click()
    office.wait(lambda: heading(shown) == f"Version {LATER} is ready")
    line.release()
    office.wait(lambda: office.reopened)
    assert office.desk is not None


def test_it_waits_until_what_is_being_reviewed_is_issued(opened: Any) -> None:
    office = opened(**{"issue.countdown": "60"})
    office.fill()
    office.key(Qt.Key.Key_F9)
    office.wait(lambda: office.find("review").isVisible())
    shown = dialog(office)
    office.wait(shown.install_button.isEnabled)
    shown.install_button.click()
    office.wait(lambda: heading(shown) == f"Version {LATER} is ready")
    QTest.qWait(400)
    assert office.reopened == []
    office.press("review.issueNow")
    office.wait(lambda: office.reopened)
    assert [one.state for one in office.desk.submissions()] == [State.ISSUED]


def test_a_window_that_cannot_close_stays_and_nothing_is_planned(opened: Any, publisher: Publisher) -> None:
    office = opened()
    office.window.office.reopen = lambda: None
    shown = dialog(office)
    office.wait(shown.install_button.isEnabled)
    shown.install_button.click()
    office.wait(lambda: "could not close" in shown._told.text())
    assert publisher().planned is None
    shown.close()


# --- by itself --------------------------------------------------------------------------------------


def test_wanted_it_looks_once_a_day_and_says_it_discreetly(opened: Any, publisher: Publisher) -> None:
    office = opened(**{"update.look": "1"})
    office.wait(lambda: office.window.message == f"Version {LATER} of the program is there.")
    assert office.settings.values["update.looked"] == datetime.now(ATHENS).date().isoformat()
    asked = publisher.web.connections
    office.program.deeds.updates.begin()
    office.rest()
    QApplication.processEvents()
    assert publisher.web.connections == asked
    office.press("message.action")
    (shown,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "update" and w.isVisible()]
    office.wait(lambda: heading(shown) == f"Version {LATER} is there")
    shown.close()


def test_a_look_by_itself_that_fails_troubles_nobody(opened: Any, publisher: Publisher) -> None:
    publisher.web.on("/update.json", answer(503, b""))
    office = opened(**{"update.look": "1"})
    office.wait(lambda: publisher.web.paths() == ["/update.json"])
    office.rest()
    assert office.window.message == ""


# --- afterwards -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (__version__, f"This is version {__version__} now."),
        (LATER, "everything is as it was. It was interrupted"),
    ],
)
def test_the_next_window_tells_what_it_came_to_once(
    opened: Any, publisher: Publisher, version: str, said: str
) -> None:
    note_of(publisher.data).parent.mkdir()
    write_note(note_of(publisher.data), {"state": "started", "version": version}, "linux")
    office = opened()
    office.wait(lambda: said in office.window.message)
    assert not publisher.has_news()
    assert not [one for one in publisher.root.iterdir() if one.name.endswith(".new")]


def test_the_setting_is_off_and_the_command_rests_where_there_is_nothing_to_replace(office: Any) -> None:
    assert office.window.preferences.get("update.look") == ""
    assert not office.window.actions_["update"].isEnabled()
    office.key(Qt.Key.Key_Comma, CTRL)
    office.rest()
    (shown,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "settings" and w.isVisible()]
    box = shown.findChild(object, "settings.update.look")
    assert not box.isChecked()
    box.click()
    assert office.window.preferences.get("update.look") == "1"
    office.rest()
    shown.close()
