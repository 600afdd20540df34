"""Files fetched from the provider, kept beside the receipts that they belong to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, insert, select, update

from einvoice_desktop.app.ports import Form, KeptFile
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.schema import provider_files, submissions

_FILE = provider_files.c
_THE_ONE = (_FILE.submission_id == bindparam("its_submission"), _FILE.form == bindparam("its_form"))
# Where a database lets several writers in, one at a time keeps files of a submission.
_LOCK = select(submissions.c.id).where(submissions.c.id == bindparam("its_submission")).with_for_update()
_REPLACE = (
    update(provider_files)
    .where(*_THE_ONE)
    .values(fetched_at=bindparam("at", type_=_FILE.fetched_at.type), content=bindparam("new_content"))
)
_ADD = insert(provider_files)
_GET = select(_FILE.content, _FILE.fetched_at).where(*_THE_ONE)


class SqlKeptFiles:
    """app.ports.KeptFiles on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, submission_id: int, form: Form, file: KeptFile) -> None:
        """One transaction."""
        which: dict[str, Any] = {"its_submission": submission_id, "its_form": form.value}
        values = {"at": file.fetched_at, "new_content": file.content}
        with self._database.writing() as connection:
            connection.execute(_LOCK, which)
            if connection.execute(_REPLACE, which | values).rowcount == 0:
                moment, content = file.fetched_at, file.content
                row = {"submission_id": submission_id, "form": form.value}
                connection.execute(_ADD, {**row, "fetched_at": moment, "content": content})

    def get(self, submission_id: int, form: Form) -> KeptFile | None:
        """None where none was fetched yet."""
        which = {"its_submission": submission_id, "its_form": form.value}
        with self._database.reading() as connection:
            row = connection.execute(_GET, which).first()
        return None if row is None else KeptFile(row.content, row.fetched_at)
