"""The month's package for the accountant: list, totals, and each document's bytes, paper and receipt."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from einvoice_desktop.app.archive import ArchiveBook
from einvoice_desktop.app.entry import Language, show_amount, show_date
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.exporting import found_rows, rows_of
from einvoice_desktop.app.figures import Figures, FiguresBook
from einvoice_desktop.app.file_names import file_name
from einvoice_desktop.app.package_words import readme
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.app.ports.tables import Table, TableForm
from einvoice_desktop.app.printing import environment_of
from einvoice_desktop.app.spans import Span
from einvoice_desktop.app.tables import documents_table, figures_tables
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.domain.submission import Submission

if TYPE_CHECKING:
    from zipfile import ZipFile

MakePdf = Callable[[int], bytes]
"""A document's paper by its id; blocks. Raises UserError where it can have none."""
_ENDINGS = {TableForm.XLSX: "xlsx", TableForm.CSV_GREEK: "csv"}


class PackageStopped(Exception):
    """A person has stopped it: nothing was written."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What went into a package; `without_pdf` names the documents whose paper could not be made."""

    documents: int
    without_pdf: tuple[str, ...]


class PackageBook:
    """Packages of one server's books. Every method reads the store: not on the GUI thread."""

    def __init__(self, parts: Parts, server: str) -> None:
        self._parts = parts
        self._environment = environment_of(server, live=parts.live(server))
        self._archive = ArchiveBook(parts.store.archive, server, parts.codes)
        self._figures = FiguresBook(parts.store.figures, server, parts.codes)

    def count(self, span: Span) -> int:
        """How many documents a package of that span would hold."""
        return self._archive.count(_query(span))

    def write(
        self,
        path: Path,
        span: Span,
        language: Language,
        make_pdf: MakePdf,
        told: Callable[[int], bool],
    ) -> Packed:
        """One ZIP, whole or not at all. `told` hears after each document how many are done, and says whether
        to go on. Memory does not grow with the documents. Raises PackageStopped, UserError, OSError."""
        with self._parts.new_file(path) as file:
            return self._write(file, span, language, make_pdf, told)

    def _write(
        self,
        file: BinaryIO,
        span: Span,
        language: Language,
        make_pdf: MakePdf,
        told: Callable[[int], bool],
    ) -> Packed:
        # Loaded when a first package is made.
        from zipfile import ZipFile

        now = self._parts.clock.now().astimezone(ATHENS)
        with ZipFile(file, "w") as archive:
            folder, codes = _Folder(archive, now), self._parts.codes
            # As they were issued, the first one first.
            ids = sorted(row.id for row in found_rows(self._archive, _query(span)))
            without_pdf = self._write_documents(folder, ids, make_pdf, told)
            figures = self._figures.of(span)
            for form in _ENDINGS:
                documents = documents_table(rows_of(self._archive, ids), codes, language)
                self._write_tables(folder, "documents", [documents], form)
                totals = figures_tables(figures, self._environment, codes, language)
                self._write_tables(folder, "totals", totals, form)
            text = self._readme(span, figures, folder.documents, without_pdf, now)
            # As Notepad likes it.
            folder.add("README.txt", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        return Packed(folder.documents, without_pdf)

    def _write_documents(
        self, folder: _Folder, ids: Sequence[int], make_pdf: MakePdf, told: Callable[[int], bool]
    ) -> tuple[str, ...]:
        missing = []
        for id_ in ids:
            row = self._parts.store.outbox.get(id_)
            name = folder.name_for(row)
            folder.add(f"json/{name}.json", row.sealed.payload)
            folder.add(f"receipts/{name}.json", _receipt(row))
            try:
                folder.add(f"pdf/{name}.pdf", make_pdf(row.id), packed=False)
            except UserError:
                # Of an order whose document is not in these books there is nothing to print.
                missing.append(name)
            if not told(folder.documents):
                raise PackageStopped
        return tuple(missing)

    def _write_tables(self, folder: _Folder, name: str, tables: Sequence[Table], form: TableForm) -> None:
        written = BytesIO()
        self._parts.write_tables(written, tables, form)
        folder.add(f"{name}.{_ENDINGS[form]}", written.getvalue())

    def _readme(
        self, span: Span, figures: Figures, count: int, without_pdf: tuple[str, ...], now: datetime
    ) -> str:
        days = f"{show_date(span.since)} – {show_date(span.until)}"
        sums = figures.total.sums
        money = tuple(show_amount(amount, "el") for amount in (sums.net, sums.vat, sums.gross))
        return readme(self._environment, days, count, money, without_pdf, f"{now:%d/%m/%Y %H:%M}")


class _Folder:
    """What is being packed; names are safe on every system, and each is there once."""

    def __init__(self, archive: ZipFile, now: datetime) -> None:
        self._archive = archive
        self._moment = (now.year, now.month, now.day, now.hour, now.minute, now.second)
        self._taken: set[str] = set()
        self.documents = 0

    def name_for(self, row: Submission) -> str:
        """ "2026-11-03 1.1 A-12": sorted by day, the same for all files of a document."""
        key = row.sealed.key
        words = (key.date, key.type_code, "-".join(filter(None, (key.series, key.number))))
        name = file_name(words, "x").removesuffix(".x")
        if name.casefold() in self._taken:
            name = f"{name} ({row.id})"
        self._taken.add(name.casefold())
        self.documents += 1
        return name

    def add(self, name: str, data: bytes, *, packed: bool = True) -> None:
        """A file; what is packed already is only stored."""
        from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

        entry = ZipInfo(name, self._moment)
        entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        entry.external_attr = 0o644 << 16
        self._archive.writestr(entry, data)


def package_name(span: Span, environment: str) -> str:
    """What its file is called at first; what is no real month says so in its name."""
    month = span.since[:7] if span.size == "month" else f"{span.since} {span.until}"
    words = ("documents", month, *(() if environment == "live" else (environment.upper(),)))
    return file_name(words, "zip")


def _query(span: Span) -> ArchiveQuery:
    return ArchiveQuery(since=span.since, until=span.until)


def _receipt(row: Submission) -> bytes:
    told = {} if row.receipt is None else asdict(row.receipt)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
