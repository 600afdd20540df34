"""The screens of backups: the list, a restore about to be confirmed, what is said after one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

Screen = tuple[str, Callable[[Any], Any]]


@cache
def _backups() -> Any:
    """Of a folder with an empty set of books, a few days old each."""
    from einvoice_desktop import bootstrap
    from einvoice_desktop.app.ports import BackupReason

    folder = Path(tempfile.mkdtemp())
    bootstrap.open_desk(bootstrap.Options(folder, database_url=None)).close()
    backups = bootstrap.open_backups(folder, None)
    shelf, now = backups._shelf, datetime.now(UTC)
    reasons = (BackupReason.DAILY, BackupReason.WANTED, BackupReason.BEFORE_RESTORE)
    for days in (40, 9, 4, 2, 1):
        shelf.make(shelf.own_folder, reasons[days % 3], now - timedelta(days=days))
    return backups


def _dialog(window: Any) -> Any:
    from einvoice_desktop.gui.backups.dialog import BackupsDialog
    from einvoice_desktop.gui.picture import settle

    shown = BackupsDialog(window.office, _backups(), window)
    shown.show()
    settle(window)
    return shown


def _restore(window: Any) -> Any:
    from einvoice_desktop.gui.picture import settle

    shown = _dialog(window)
    shown.restore_button.click()
    settle(window)
    return shown


def _last_number(window: Any) -> None:
    """The question of a series whose books came back."""
    from einvoice_desktop.gui.first_use import FirstUsePanel

    window.actions_["new"].trigger()
    window.open_view("compose")
    panel = FirstUsePanel(window.stage.page)
    panel.ask(window.session.draft.document, "412")


def _standing(window: Any) -> None:
    """The status line four days after the last backup."""
    from einvoice_desktop.app.backups import Standing
    from einvoice_desktop.gui.backups.words import status_text

    last = _backups().listed()[2]
    window.open_view("archive")
    window.status.show_backup(*status_text(window.office, Standing(last), datetime.now(UTC)))


def screens_of_backups() -> Iterator[Screen]:
    """In the order in which a person meets them; the panel of the last number stays open at the end."""
    yield "backups", _dialog
    yield "backups-restore", _restore
    yield "backups-late", _standing
    yield "backups-last-number", _last_number
