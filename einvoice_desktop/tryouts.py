"""What the self-check tries out of parts that the commands do not reach themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from einvoice_desktop import paths
from einvoice_desktop.practice import SystemClock

if TYPE_CHECKING:
    from pathlib import Path

_NO_SERVER = "postgresql://nobody@localhost/nothing?sslmode=disable"


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


def try_zone() -> str:
    """Athens as the program's own zone data has it, which is all there is in Windows. Raises OSError."""
    from datetime import datetime, timedelta
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    with (files("tzdata.zoneinfo.Europe") / "Athens").open("rb") as file:
        zone = ZoneInfo.from_file(file, "Europe/Athens")
    ahead = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    return "Athens" if ahead == [timedelta(hours=2), timedelta(hours=3)] else ""


def try_order() -> str:
    """Greek as a telephone book has it: the window's own sorting, which leans on the language's data."""
    from einvoice_desktop.gui.greek_order import greek_key

    book = ["αβρός", "Άγιος", "ελιά", "Έλλη", "ωμέγα", "Ώρα"]
    return ", ".join(book) if sorted(set(book), key=greek_key(str)) == book else ""


def try_manual() -> str:
    """The manual in both languages: how many pages. Raises OSError."""
    from einvoice_desktop.gui.manual.files import read_manual

    counts = [len(read_manual(paths.resource, language, ()).pages) for language in ("el", "en")]
    return f"{counts[0]} pages" if counts[0] == counts[1] > 0 else ""


def try_licences() -> str:
    """The licences of the parts that are here, with their texts: how many parts."""
    from einvoice_desktop.gui.parts import parts

    told = parts()
    return f"{len(told)} parts" if any(part.text for part in told) else ""


def try_signature() -> str:
    """A signature that fits and one that does not (RFC 8032, 7.1, the second test)."""
    from base64 import b64encode

    from einvoice_desktop.vault.signatures import is_signed

    key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    mark = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    fits = [is_signed(data, b64encode(mark), [b64encode(key).decode()]) for data in (b"\x72", b"\x73")]
    return "Ed25519" if fits == [True, False] else ""


def try_postgres() -> str:
    """What speaks to a server of shared books, loaded with its library; nothing is asked of anybody."""
    from einvoice_desktop.store.address import database_address
    from einvoice_desktop.store.on_postgres import PostgresBackend

    engine = PostgresBackend(database_address(_NO_SERVER), None, 1.0).engine
    return f"{engine.name} by {engine.driver}"
