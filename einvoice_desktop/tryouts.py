"""What the self-check tries out of parts that the commands do not reach themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from einvoice_desktop import paths
from einvoice_desktop.practice import SystemClock

if TYPE_CHECKING:
    from pathlib import Path


def try_cipher(name: Literal["gpg", "pysequoia"], folder: Path) -> str:
    """Encrypts a sample to a key made for it and opens it again; what did it, "" where there is none on this
    computer. Raises UserError where there is one that does not work."""
    from einvoice_desktop.app.encryption import choose
    from einvoice_desktop.app.errors import UserError
    from einvoice_desktop.vault.pgp import gpg_maker, sequoia_maker
    from einvoice_desktop.vault.pgp_practice import PracticeKeys

    maker = gpg_maker(paths.pgp_dir(folder)) if name == "gpg" else sequoia_maker()
    if maker is None:
        return ""
    keys, sample = PracticeKeys(folder), "Τιμολόγιο ".encode() * 1000
    opened = keys.decrypt(choose([maker], keys.public(), SystemClock().now()).cipher.encrypt(sample))
    if opened != sample:
        raise UserError("encryption_failed")
    return maker.name


def try_sheets(text: str) -> str:
    """Writes a spreadsheet with that text and reads it again: how many bytes it takes, "" where what is read
    is something else. Raises UserError."""
    from io import BytesIO

    from einvoice_desktop.app.ports.tables import Table, TableColumn, TableForm
    from einvoice_desktop.sheets.reading import read_workbook
    from einvoice_desktop.sheets.writing import write_tables

    file = BytesIO()
    write_tables(file, [Table("1", [TableColumn(text)], [[text]])], TableForm.XLSX)
    (sheet,) = read_workbook(file.getvalue()).sheets
    read = [str(cell) for row in sheet.rows for cell in row]
    return f"xlsx, {len(file.getvalue())} bytes" if read == [text, text] else ""
