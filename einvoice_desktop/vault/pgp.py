"""Which ciphers this machine has, the better liked first: the installed gpg, else the library that comes with
the program."""

from __future__ import annotations

from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import CipherMaker
from einvoice_desktop.vault.pgp_gpg import GpgMaker, find_gpg
from einvoice_desktop.vault.pgp_sequoia import SequoiaMaker


def cipher_makers(home: Path) -> list[CipherMaker]:
    """`home`: the folder that gpg keeps keys in. A gpg that does not answer is left out."""
    makers = (gpg_maker(home), sequoia_maker())
    return [maker for maker in makers if maker is not None]


def gpg_maker(home: Path) -> CipherMaker | None:
    """None where there is no gpg of use."""
    program = find_gpg()
    try:
        return None if program is None else GpgMaker(program, home)
    except UserError:
        return None


def sequoia_maker() -> CipherMaker | None:
    """None where the library does not load."""
    try:
        return SequoiaMaker()
    except UserError:
        return None
