"""Encryption in the settings: the key is looked at, compared and kept, by keyboard; its faults in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.encryption import Encryption
from einvoice_desktop.app.fingerprints import grouped
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui import encryption_watch
from einvoice_desktop.gui.encryption import EncryptionBox
from einvoice_desktop.vault.pgp_practice import PracticeKeys
from tests.pgp_keys import PgpKeys

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def encryption(tmp_path: Path) -> Encryption:
    return bootstrap.open_encryption(tmp_path / "data")


@pytest.fixture
def box(office: Any, encryption: Encryption, qtbot: QtBot) -> Iterator[Callable[[str], EncryptionBox]]:
    """The box about a server, in a window of its own, as a dialog holds it."""
    made: list[EncryptionBox] = []

    def show(server: str = "uat") -> EncryptionBox:
        one = EncryptionBox(office.window.office)
        made.append(one)
        qtbot.addWidget(one)
        one.show()
        one.follow(encryption, server)
        office.rest()
        return one

    yield show
    office.rest()


def chosen(office: Any, box: EncryptionBox, file: Path) -> None:
    """The file is picked in the system's dialog."""
    QTest.mouseClick(box.choose_button, Qt.MouseButton.LeftButton)
    (dialog,) = box.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    office.rest()


def typed(office: Any, box: EncryptionBox, text: str) -> None:
    QTest.keyClicks(box.typed, text)
    QTest.keyClick(box.typed, Qt.Key.Key_Return)
    office.rest()


def test_at_first_there_is_no_key_and_it_stays_off(office: Any, box: Any) -> None:
    one = box()
    assert not one.on.isChecked()
    assert one.fingerprint.text() == ""
    assert one.told.text() == ""
    assert one.maker.text().startswith("gpg ")
    one.on.setFocus()
    QTest.keyClick(one.on, Qt.Key.Key_Space)
    office.rest()
    assert not one.on.isChecked()
    assert one.told.text() == office.desk.sentence("pgp_key_missing", {}, "el")
    assert one.told.y() < one.choose_button.y(), "beside the box that did not stay on, not below all rows"


def test_a_key_is_chosen_compared_kept_and_switched_on_with_the_keyboard(
    office: Any, box: Any, encryption: Encryption, pgp_keys: PgpKeys
) -> None:
    one = box()
    chosen(office, one, pgp_keys.file("good"))
    good = pgp_keys.fingerprints["good"]
    assert one.fingerprint.text().split() == grouped(good).split()
    assert one.owner.text() == "Πάροχος good <good@example.gr>"
    assert one.path.text() == "good.asc"
    assert encryption.state("uat").fault == "pgp_key_missing"
    typed(office, one, "0x" + ":".join(good.lower()[at : at + 4] for at in range(0, 40, 4)))
    state = encryption.state("uat")
    assert (state.fault, state.facts and state.facts.fingerprint) == ("", good)
    one.on.setFocus()
    QTest.keyClick(one.on, Qt.Key.Key_Space)
    office.rest()
    assert one.on.isChecked()
    assert encryption.is_on("uat")
    QTest.keyClick(one.on, Qt.Key.Key_Space)
    office.rest()
    assert not encryption.is_on("uat")


@pytest.mark.parametrize(
    ("kind", "code"), [("other", "pgp_fingerprint_differs"), ("short", "pgp_fingerprint_short")]
)
def test_a_fingerprint_that_is_not_the_same_keeps_nothing(
    office: Any, box: Any, encryption: Encryption, pgp_keys: PgpKeys, kind: str, code: str
) -> None:
    one = box()
    chosen(office, one, pgp_keys.file("good"))
    good = pgp_keys.fingerprints["good"]
    typed(office, one, pgp_keys.fingerprints["other"] if kind == "other" else good[-16:])
    expected = office.desk.sentence(code, {"fingerprint": grouped(good)}, "el")
    assert one.told.text() == expected
    assert one.told.property("role") == "error"
    assert encryption.state("uat").fault == "pgp_key_missing"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("expired", "pgp_key_expired"),
        ("revoked", "pgp_key_revoked"),
        ("sign_only", "pgp_key_cannot_encrypt"),
        ("private", "pgp_key_private"),
        ("several", "pgp_key_several"),
    ],
)
def test_an_unfit_key_is_refused_in_words(
    office: Any, box: Any, pgp_keys: PgpKeys, name: str, code: str
) -> None:
    one = box()
    chosen(office, one, pgp_keys.file(name))
    assert one.told.text() == office.desk.sentence(code, {}, "el")
    assert one.fingerprint.text() == ""


def test_an_end_that_is_near_is_said_where_the_key_is(
    box: Any, encryption: Encryption, pgp_keys: PgpKeys
) -> None:
    encryption.confirm("uat", str(pgp_keys.file("soon")), pgp_keys.fingerprints["soon"])
    one = box()
    assert "9 ημέρες" in one.told.text()
    assert one.told.property("role") == "warning"


def test_practice_shows_its_own_key_and_asks_for_none(office: Any, box: Any) -> None:
    one = box("practice")
    assert one.owner.text().startswith("Practice provider")
    assert not one.choose_button.isVisible()
    assert not one.typed.isVisible()
    one.on.setFocus()
    QTest.keyClick(one.on, Qt.Key.Key_Space)
    office.rest()
    assert one.on.isChecked()


def test_each_part_can_be_read_out_and_reached_by_keyboard(box: Any) -> None:
    one = box()
    for widget in (one.on, one.choose_button, one.typed, one.confirm_button):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()
        assert widget.accessibleIdentifier().startswith("encryption.")
    named = {label.buddy() for label in one.findChildren(QLabel) if label.buddy() is not None}
    assert {one.path, one.fingerprint, one.typed, one.expires, one.maker, one.owner} <= named
    assert one.choose_button.accessibleName() != one.choose_button.text()


def test_in_the_other_language_every_word_is_other(office: Any, box: Any) -> None:
    one = box()
    before = [label.text() for label in one.findChildren(QLabel) if label.buddy() is not None]
    assert one.on.text() == "Κρυπτογράφηση κάθε παραστατικού (PGP)"
    office.window.choose("language", "en")
    office.rest()
    assert one.on.text() == "Encrypt every document (PGP)"
    after = [label.text() for label in one.findChildren(QLabel) if label.buddy() is not None and label.text()]
    assert not set(before) & set(after) - {one.maker.text()}


def with_encryption(desk: Desk, encryption: Encryption) -> None:
    desk._parts = replace(desk._parts, encryption=encryption)


def opened(office: Any) -> Any:
    office.key(Qt.Key.Key_Comma, CTRL)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "settings" and w.isVisible()]
    return dialog


def test_the_settings_have_a_page_of_it_for_the_books_that_are_open(
    office: Any, encryption: Encryption
) -> None:
    with_encryption(office.desk, encryption)
    settings = opened(office)
    office.rest()
    shown = settings.findChild(QWidget, "encryption")
    assert isinstance(shown, EncryptionBox)
    assert shown.owner.text().startswith("Practice provider")
    settings.close()


@pytest.mark.parametrize(("key", "tone"), [("soon", "9 ημέρες"), ("gone", "δεν διαβάζεται")])
def test_what_is_wrong_with_the_key_is_said_when_the_books_open(
    start: Any, encryption: Encryption, pgp_keys: PgpKeys, tmp_path: Path, key: str, tone: str
) -> None:
    file = tmp_path / "key.asc"
    file.write_bytes(pgp_keys.data("soon"))
    encryption.confirm("uat", str(file), pgp_keys.fingerprints["soon"])
    encryption.switch("uat", on=True)
    if key == "gone":
        file.unlink()
    office = start("uat", late=True)
    with_encryption(office.desk, encryption)
    office.engine_comes()
    office.wait(lambda: tone in office.window.message)


def test_with_a_key_that_is_gone_nothing_is_issued_and_the_reason_is_said(
    start: Any, encryption: Encryption, pgp_keys: PgpKeys, tmp_path: Path
) -> None:
    file = tmp_path / "key.asc"
    file.write_bytes(pgp_keys.data("good"))
    encryption.confirm("uat", str(file), pgp_keys.fingerprints["good"])
    encryption.switch("uat", on=True)
    office = start("uat", late=True)
    with_encryption(office.desk, encryption)
    office.engine_comes()
    office.rest()
    office.name_issuer()
    office.fill()
    office.first_number_is(1)
    file.unlink()
    office.press("action.issue")
    office.rest()
    assert office.text("message") == office.desk.sentence("pgp_key_unreadable", {}, "el")
    assert office.desk.submissions() == []
    assert office.line.sent == []


def test_in_practice_the_window_issues_encrypted(
    start: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bytes] = []
    decrypt = PracticeKeys.decrypt

    def seen(keys: PracticeKeys, message: bytes) -> bytes | None:
        opened.append(message)
        return decrypt(keys, message)

    monkeypatch.setattr(PracticeKeys, "decrypt", seen)
    desk = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path / "practising", database_url=None))
    assert desk.encryption is not None
    desk.encryption.switch("practice", on=True)
    office = start(late=True)
    office.desk.close()
    office.desk = desk
    office.engine_comes()
    office.rest()
    office.fill()
    office.first_number_is(1)
    office.press("action.issue")
    office.wait(lambda: [row.state for row in desk.submissions()] == [State.ISSUED])
    assert [row.encrypted for row in desk.submissions()] == [True]
    assert len(opened) == 1
    assert opened[0].startswith(b"-----BEGIN PGP MESSAGE-----")


def test_a_warning_does_not_talk_over_what_was_just_said(
    start: Any, encryption: Encryption, pgp_keys: PgpKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encryption_watch, "AGAIN_MS", 50)
    encryption.confirm("uat", str(pgp_keys.file("soon")), pgp_keys.fingerprints["soon"])
    encryption.switch("uat", on=True)
    office = start("uat", late=True)
    with_encryption(office.desk, encryption)
    office.window.office.say("Ανακτήθηκαν πρόχειρα.", "warning")
    office.engine_comes()
    office.rest()
    assert office.window.message == "Ανακτήθηκαν πρόχειρα."
    office.press("message.close")
    office.wait(lambda: "9 ημέρες" in office.window.message)
