"""The companies of an office as data folders: the first one's holds the others, each complete in itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from einvoice_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.companies import Company

_LAST = "companies.last"
"""In the first company's settings: the folder of the one that was opened last, "" for the first."""
_CONNECTION = ("connection.server", "connection.vat")


def first_folder(data_dir: Path) -> Path:
    """The first company's data folder, whichever company's `data_dir` is."""
    place = _further_place(data_dir)
    return data_dir if place is None else place.parent.parent


def is_further(data_dir: Path) -> bool:
    """Whether this is not the first company's: the books and keys that the environment tells are not its."""
    return _further_place(data_dir) is not None


def _further_place(data_dir: Path) -> Path | None:
    """Where a further company lies, however its folder is named: from within, by a link, through one."""
    for place in (Path(os.path.abspath(data_dir)), data_dir.resolve()):  # noqa: PTH100 - links stay
        above = place.parent
        if above.name == paths.COMPANIES and paths.settings_file(above.parent).exists():
            return place
    return None


def last_opened(first: Path) -> Path:
    """The data folder of the company that was opened last; the first one's where that is gone."""
    folder = _setting(first, _LAST)
    further = paths.companies_dir(first) / folder
    return further if folder and Path(folder).name == folder and further.is_dir() else first


def folder_of(first: Path, name: str) -> Path:
    """The data folder of a company by its name. Raises UserError("company_unknown")."""
    from einvoice_desktop.app.companies import company_named

    return Path(company_named(name, SystemCompanies(first).listed()).place)


class SystemCompanies:
    """`app.companies.Companies` on the file system, seen from the company of `data_dir`.

    `program` starts this program; the words that name a company are added to it.
    """

    def __init__(self, data_dir: Path, program: Sequence[str] = ()) -> None:
        self._own = _further_place(data_dir) or data_dir
        self._first = first_folder(data_dir)
        self._program = program

    @property
    def own(self) -> str:
        """The folder of the company that is open, "" for the first."""
        return "" if self._own == self._first else self._own.name

    def listed(self) -> list[Company]:
        """The first company, then the others by name."""
        from einvoice_desktop.domain.folding import fold

        further = sorted(path for path in self._dir().glob("*") if path.is_dir()) if self._is_there() else []
        found = sorted((self._read(path) for path in further), key=lambda one: fold(one.name))
        return [self._read(self._first), *found]

    def who_issues(self, vat: str) -> str:
        """The name of another company here that issues for real with this VAT number; "" for none."""
        from einvoice_desktop.app.connection import is_real
        from einvoice_desktop.domain.identity import bare_vat

        for one in self.listed():
            real = bool(one.server) and is_real(one.server)
            if real and one.folder != self.own and bare_vat(one.vat) == bare_vat(vat) != "":
                return one.name or one.place
        return ""

    def make(self, name: str, colour: str) -> Company:
        """A new company in a folder of its own, empty but for its name. Raises UserError("company_…"), and
        OSError; never touches a folder that is there already."""
        from einvoice_desktop.app.companies import checked_name
        from einvoice_desktop.app.errors import UserError
        from einvoice_desktop.app.file_names import file_name

        name = checked_name(name, [one.name for one in self.listed()])
        self._dir().mkdir(mode=0o700, parents=True, exist_ok=True)
        # A further company is known by the settings of the first beside it.
        self._write(self._first, _LAST, _setting(self._first, _LAST))
        place = self._dir() / file_name([name], "x").removesuffix(".x")
        try:
            place.mkdir(mode=0o700)
        except FileExistsError:
            raise UserError("company_folder_there", path=place) from None
        self.describe(place.name, name, colour)
        # Its window begins with what a new company needs.
        self._write(place, "setUp.offered", "open")
        language = _setting(self._own, "language")
        if language:
            self._write(place, "language", language)
        return self._read(place)

    def describe(self, folder: str, name: str, colour: str) -> None:
        """Another name or colour of a company; its folder stays. Raises UserError("company_…"), OSError."""
        from einvoice_desktop.app.companies import (
            COLOUR_SETTING,
            NAME_SETTING,
            checked_name,
            known_colour,
        )

        others = [one.name for one in self.listed() if one.folder != folder]
        name = checked_name(name, others)
        place = self._place(folder)
        self._write(place, NAME_SETTING, name)
        self._write(place, COLOUR_SETTING, known_colour(colour))

    def note_opened(self, folder: str) -> None:
        """The next start without words opens that company. Raises OSError."""
        # The only company there is opens anyhow.
        if _setting(self._first, _LAST) != folder and self._is_there():
            self._write(self._first, _LAST, folder)

    def words(self, folder: str) -> list[str]:
        """What opens the window of a company, or brings it to the front: a process of its own, which gets
        neither the key nor the database that this one was started with."""
        return [*self._program, "--data-dir", str(self._place(folder))]

    def _dir(self) -> Path:
        return paths.companies_dir(self._first)

    def _is_there(self) -> bool:
        return self._dir().is_dir()

    def _place(self, folder: str) -> Path:
        return self._dir() / folder if folder else self._first

    def _read(self, place: Path) -> Company:
        from einvoice_desktop.app.companies import COLOUR_SETTING, NAME_SETTING, Company, known_colour
        from einvoice_desktop.store.settings import SettingsFile

        settings = SettingsFile(paths.settings_file(place))
        server, vat = (settings.get(name) for name in _CONNECTION)
        folder = "" if place == self._first else place.name
        return Company(
            folder=folder,
            place=str(place),
            name=settings.get(NAME_SETTING) or folder,
            colour=known_colour(settings.get(COLOUR_SETTING)),
            vat=vat,
            server=server,
        )

    def _write(self, place: Path, name: str, value: str) -> None:
        from einvoice_desktop.store.settings import SettingsFile

        SettingsFile(paths.settings_file(place)).set(name, value)


def _setting(place: Path, name: str) -> str:
    from einvoice_desktop.store.settings import SettingsFile

    return SettingsFile(paths.settings_file(place)).get(name)
