"""What backups are called, and what is said of them, in the language of the window."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.ports import BackupReason
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.gui import words

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Standing
    from einvoice_desktop.app.ports import Backup, Outlook, Restored
    from einvoice_desktop.gui.office import Office

translate = QCoreApplication.translate
_UNITS = ("B", "KB", "MB", "GB", "TB")


def day_text(moment: datetime) -> str:
    """dd/MM/yyyy in Athens."""
    return moment.astimezone(ATHENS).strftime("%d/%m/%Y")


def status_text(office: Office, standing: Standing, now: datetime) -> tuple[str, str]:
    """What the status line says, and its tone."""
    if standing.server:
        return translate("Backups", "Backups: by the books' server"), "muted"
    if standing.failed is not None:
        why = office.sentence(standing.failed.code, standing.failed.params)
        return "⚠ " + translate("Backups", "Backup failed: {0}").format(why), "warning"
    if standing.last is None:
        return "⚠ " + translate("Backups", "No backup yet"), "warning"
    text = translate("Backups", "Last backup {0}").format(_when(standing.last.made_at, now))
    if standing.missing:
        return "⚠ " + text + translate("Backups", " – in the data folder"), "warning"
    return ("⚠ " + text, "warning") if standing.is_late(now) else (text, "muted")


def status_tip(standing: Standing) -> str:
    """What the status line has no room for."""
    if standing.missing:
        told = translate("Backups", "The chosen folder is not there: {0}. The backup is in the data folder.")
        return told.format(standing.missing)
    return str(standing.last.path) if standing.last is not None else ""


def _when(moment: datetime, now: datetime) -> str:
    day, today = moment.astimezone(ATHENS).date(), now.astimezone(ATHENS).date()
    if day == today:
        return translate("Backups", "today {0}").format(words.clock(moment))
    if day == today - timedelta(days=1):
        return translate("Backups", "yesterday {0}").format(words.clock(moment))
    return words.moment_text(moment)


def reason_word(backup: Backup) -> str:
    """Why it was made."""
    return {
        BackupReason.DAILY: translate("Backups", "daily"),
        BackupReason.WANTED: translate("Backups", "by hand"),
        BackupReason.BEFORE_RESTORE: translate("Backups", "before a restore"),
        BackupReason.BEFORE_UPDATE: translate("Backups", "before an update"),
    }[backup.reason]


def documents_word(backup: Backup) -> str:
    """How many documents are in it."""
    return translate("Backups", "settings alone") if backup.documents is None else str(backup.documents)


def verified_word(backup: Backup) -> str:
    """Whether all was well with the books."""
    if backup.is_verified:
        return translate("Backups", "✓ verified")
    return translate("Backups", "⚠ journal altered")


def size_text(size: int) -> str:
    """In the largest unit that leaves a whole number."""
    unit = 0
    while size >= 1024 and unit < len(_UNITS) - 1:
        size, unit = size // 1024, unit + 1
    return f"{size} {_UNITS[unit]}"


def outlook_text(outlook: Outlook) -> str:
    """What restoring would change, a paragraph each."""
    backup = outlook.backup
    if not backup.has_books:
        return translate("Backups", "Only settings are in it: the books stay as they are.")
    lines = [
        translate("Backups", "The books will be as they were on {0}, with {1} documents.").format(
            words.moment_text(backup.made_at), backup.documents
        )
    ]
    if outlook.other_books:
        told = translate(
            "Backups", "They are other books than those here. Issued here and missing then: {0}."
        )
        lines.append(told.format(outlook.missing) + " " + _stay())
    elif outlook.missing is None:
        told = translate("Backups", "What was issued since cannot be read from the books here.")
        lines.append(told + " " + _stay())
    elif outlook.missing:
        told = translate("Backups", "Issued since and missing then: {0}.")
        lines.append(told.format(outlook.missing) + " " + _stay())
    else:
        lines.append(translate("Backups", "No document has been issued since."))
    lines.append(
        translate(
            "Backups",
            "What was on its way then is asked about at the provider. Each series asks for its last number "
            "before its next document. Drafts are as they were: each says so before it is issued, for it may "
            "have been issued since.",
        )
    )
    lines.append(translate("Backups", "The books as they are now are kept as a backup first."))
    if not backup.is_verified:
        lines.append(
            translate("Backups", "⚠ The journal was altered at entry {0} when it was made.").format(
                backup.broken_at
            )
        )
    return "\n".join(lines)


def _stay() -> str:
    return translate("Backups", "They stay at the provider and the authority.")


def restored_text(done: Restored) -> str:
    """What a restore came to."""
    made = words.moment_text(done.backup.made_at)
    if not done.backup.has_books:
        return translate("Backups", "The settings of {0} are back.").format(made)
    told = translate(
        "Backups",
        "The books of {0} are back. Asked about at the provider: {1}. Each series asks for its last number "
        "before its next document.",
    ).format(made, done.asked)
    if done.before is None:
        return told
    return told + " " + translate("Backups", "The books before: {0}").format(done.before.name)
