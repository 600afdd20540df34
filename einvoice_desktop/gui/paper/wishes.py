"""How the office wants its paper: from the settings, the logo from its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.gui.preferences import Preferences

LANGUAGE, FORM, LOGO = "paper.language", "paper.form", "paper.logo"
PROVIDER_LINE, ATTACH_DATA = "paper.providerLine", "paper.attachData"

LARGEST_LOGO = 4_000_000
"""Bytes. A logo is far smaller; what is larger is a photograph, and would go onto every page."""


class ReadWishes(NamedTuple):
    """The wishes, and the logo's path where it could not be read."""

    wishes: PaperWishes
    missing_logo: str = ""


class WishReader:
    """What was chosen at one moment, taken on the GUI thread; `read` fetches the logo and may block."""

    def __init__(self, preferences: Preferences, read_file: Callable[[Path], bytes]) -> None:
        self._texts = {name: preferences.get(name) for name in (LANGUAGE, FORM, LOGO, PROVIDER_LINE)}
        self._logo = self._texts[LOGO].strip()
        self.attaches_data = preferences.get(ATTACH_DATA, "0") == "1"
        self._read_file = read_file

    def read(self) -> ReadWishes:
        """Not on the GUI thread. A logo that is not there or far too large is left out, and named."""
        from einvoice_desktop.app.printing import wishes_of

        logo = self._read_logo()
        wishes = wishes_of(lambda name, default: self._texts[name] or default, logo)
        return ReadWishes(wishes, self._logo if self._logo and not logo else "")

    def _read_logo(self) -> bytes:
        if not self._logo:
            return b""
        try:
            logo = self._read_file(Path(self._logo))
        except OSError:
            return b""
        return logo if len(logo) <= LARGEST_LOGO else b""
