"""Newer versions of this copy: found at the publisher's place, checked, and put where the present one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.connection import Settings
    from einvoice_desktop.app.ports.updates import Place
    from einvoice_desktop.app.updates import Updates


def note_of(data_dir: Path) -> Path:
    """Where one version of the program leaves word for the next."""
    return data_dir / "update" / "result.ini"


def open_place() -> Place:
    """What this copy was made with: where new versions come from, and whose signature counts."""
    import json

    from einvoice_desktop.app.ports.updates import Place

    told = json.loads(paths.resource("update.json").read_bytes())
    return Place(str(told["address"]), tuple(str(key) for key in told["keys"]))


class LateUpdates:
    """`app.updates.UpdatesDoor` for the window of one data folder.

    `words` start that window again; `backups` opens those of a company's data folder; `restartable`: with
    these words alone.
    """

    def __init__(
        self,
        data_dir: Path,
        settings: Settings,
        words: Sequence[str],
        backups: Callable[[Path], Backups],
        *,
        restartable: bool = True,
    ) -> None:
        self._data_dir, self._settings = data_dir, settings
        self._words, self._backups = words, backups
        self._restartable = restartable
        self._opened: Updates | None = None

    def __call__(self) -> Updates:
        """The same ones every time."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    @property
    def is_planned(self) -> bool:
        """Whether an update is to take place now."""
        return self._opened is not None and self._opened.planned is not None

    def has_news(self) -> bool:
        """Whether an update has been tried that the person has not been told of."""
        return note_of(self._data_dir).exists()

    def _every_backup(self) -> list[tuple[str, Backups]]:
        from pathlib import Path

        from einvoice_desktop.companies import SystemCompanies

        listed = SystemCompanies(self._data_dir).listed()
        return [(one.name, self._backups(Path(one.place))) for one in listed]

    def _open(self) -> Updates:
        from einvoice_desktop import __version__
        from einvoice_desktop.app.updates import Parts, Updates
        from einvoice_desktop.practice import SystemClock
        from einvoice_desktop.provider.downloads import WebDownloads
        from einvoice_desktop.updating.installation import Copy, SystemInstallation
        from einvoice_desktop.vault.signatures import is_signed

        copy = Copy.of_this_process(__version__, restartable=self._restartable)
        parts = Parts(
            place=open_place(),
            present=__version__,
            downloads=WebDownloads(),
            is_signed=is_signed,
            installation=SystemInstallation(copy, self._data_dir, note_of(self._data_dir)),
            backups=self._every_backup,
            settings=self._settings,
            clock=SystemClock(),
            words=self._words,
        )
        return Updates(parts)
