"""Rotating logs that never hold a secret, a VAT number or a MARK's owner."""

from __future__ import annotations

import contextlib
import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MEGABYTE = 1024 * 1024
_SECRETS = (
    (re.compile(r"(?i)\b(bearer)\s+[\w.~+/=-]+"), r"\1 ***"),
    (
        re.compile(
            r"(?i)((?:api[-_ ]?key|password|secret|(?:access|refresh)_?token|key)\W{1,4})[^\s,;&\"']+"
        ),
        r"\1***",
    ),
    (re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", re.IGNORECASE), "***"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "***"),
    (re.compile(r"(?<!\d)(?:[A-Z]{2})?\d{8,9}(?!\d)"), "***"),
    (re.compile(r"(?i)\b[\w.+-]+@[\w-]+\.[\w.]+\b"), "***"),
    (re.compile(r"[Α-ΩΆΈΉΊΌΎΏα-ωάέήίόύώϊϋΐΰς]{2,}(?:[\s.&-]+[Α-ΩΆΈΉΊΌΎΏα-ωάέήίόύώϊϋΐΰς]{1,})*"), "***"),
)


def redact(text: str) -> str:
    """`text` without tokens, keys, VAT and telephone numbers, e-mail addresses and Greek words (names)."""
    for form, instead in _SECRETS:
        text = form.sub(instead, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Formats a record, then blanks what must not be kept. The traceback's lines are kept, its values not."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class PatientFileHandler(RotatingFileHandler):
    """Begins a new file only where the full one can be renamed.

    Windows renames no file that another process has open, as two windows or a command beside one have it. Its
    older files would each move on by one at every line, and the line itself be lost.
    """

    def doRollover(self) -> None:  # noqa: N802 - logging's own name
        """As ever, or not yet."""
        if self.stream:
            self.stream.close()
            self.stream = None
        full = Path(self.baseFilename)
        tried = full.with_name(f"{full.name}.full")
        try:
            full.rename(tried)
            tried.rename(full)
        except OSError:
            return
        super().doRollover()


def catch_faults(log_dir: Path) -> None:
    """From now on a crash of the process itself leaves the places it happened at in faults.log."""
    import faulthandler

    path = log_dir / "faults.log"
    if path.exists() and path.stat().st_size > _MEGABYTE:
        # Windows does not rename what another window of this folder has open: then it grows on.
        with contextlib.suppress(PermissionError):
            path.replace(log_dir / "faults.log.1")
    # Kept open as long as the process lives: it is written to when nothing else works any more.
    faulthandler.enable(path.open("a", encoding="utf-8"), all_threads=True)


def start_logging(log_dir: Path, *, level: int = logging.INFO) -> None:
    """Logs to `log_dir`/einvoice.log, five files of a megabyte. Chatty libraries are kept at WARNING."""
    log_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = PatientFileHandler(
        log_dir / "einvoice.log", maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for chatty in ("httpx", "httpcore", "werkzeug", "gnupg", "keyring", "filelock", "sqlalchemy"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
