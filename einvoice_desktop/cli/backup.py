"""`backup` and `restore`: a verified copy of the books in one file, and back into their place."""

from __future__ import annotations

from pathlib import Path

from einvoice_desktop.app.backups import Backups
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output
from einvoice_desktop.domain.dates import ATHENS


def make_backup(backups: Backups, path: Path | None, output: Output) -> int:
    """Under `path`, or where backups go, rotating. 1 where the journal in it was altered, or it could not go
    to the chosen folder."""
    missing = "" if path is not None else backups.folder()[1]
    made = backups.make() if path is None else backups.make_at(path.absolute())
    _tell(made, backups.server(), output)
    if missing:
        told = output.messages.sentence("backup_folder_missing", {"path": missing}, output.language)
        output.complain(told)
    return OK if made.is_verified and not missing else HAS_ERRORS


def list_backups(backups: Backups, output: Output) -> int:
    """Newest first."""
    for backup in backups.listed():
        _tell(backup, backups.server(), output)
    return OK


def restore(backups: Backups, path: Path, day: str, output: Output, *, other_books: bool = False) -> int:
    """Where `day` is the backup's own, in Athens; else its day is told. Another folder's books take the place
    of these only with `other_books`. Raises UserError."""
    outlook = backups.examine(path.absolute())
    backup = outlook.backup
    made = _day(backup)
    if outlook.other_books and not backup.own and not other_books:
        raise UserError("restore_other_books", file=path.name, missing=outlook.missing)
    if day != made:
        raise UserError("restore_date_differs", file=path.name, made=made)
    done = backups.restore(path.absolute())
    if output.as_json:
        told = _row(backup) | {"asked": done.asked, "series": done.series}
        output.put(told | {"before": None if done.before is None else str(done.before)})
        return OK
    words = {
        "made": made,
        "asked": str(done.asked),
        "series": str(done.series),
        "before": "–" if done.before is None else str(done.before),
    }
    code = "restore_done" if backup.has_books else "restore_done_settings"
    output.say(output.messages.sentence(code, words, output.language))
    return OK


def tell_marked(asked: int, series: int, day: str, output: Output) -> int:
    """What became of books that came back by other means."""
    if output.as_json:
        output.put({"asked": asked, "series": series})
        return OK
    words = {"made": day, "asked": str(asked), "series": str(series), "before": "–"}
    output.say(output.messages.sentence("restore_done", words, output.language))
    return OK


def _tell(backup: Backup, server: str, output: Output) -> None:
    if output.as_json:
        output.put(_row(backup))
        return
    words = {
        "file": str(backup.path),
        "documents": str(backup.documents),
        "attempt": str(backup.broken_at),
        "place": server or "–",
    }
    made = "backup_made" if backup.is_verified else "backup_made_unverified"
    alone = "backup_made_settings" if server else "backup_made_no_books"
    code = made if backup.has_books else alone
    output.say(output.messages.sentence(code, words, output.language))


def _row(backup: Backup) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "madeAt": backup.made_at.isoformat(),
        "day": _day(backup),
        "reason": str(backup.reason),
        "bytes": backup.size,
        "documents": backup.documents,
        "schema": backup.schema or None,
        "version": backup.program,
        "verified": backup.is_verified,
        "journalBrokenAt": backup.broken_at,
    }


def _day(backup: Backup) -> str:
    return backup.made_at.astimezone(ATHENS).date().isoformat()
