"""The commands' words, and which part of the program answers each."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from einvoice_desktop import __version__, bootstrap, companies, paths
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.cli.output import OK, UNUSABLE, Output, language_of, speak_utf8

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.desk import Desk

DEFAULT_WAIT = 60.0
_WAYS_IN = ("bearer", "apikey", "oauth")
_SELF_CHECK = "self-check"


def run_command(words: Sequence[str]) -> int:
    """The exit status."""
    speak_utf8()
    # argparse takes a command's name that begins with dashes for an option.
    arguments = _parser().parse_args([_SELF_CHECK if word == f"--{_SELF_CHECK}" else word for word in words])
    data_dir: Path = arguments.data_dir
    output = Output(
        bootstrap.open_messages(), language_of(data_dir), as_json=getattr(arguments, "json", False)
    )
    try:
        if arguments.company is not None:
            arguments.data_dir = companies.folder_of(data_dir, arguments.company)
        if companies.is_further(arguments.data_dir):
            # The environment's address is the first company's books.
            bootstrap.take_database_url()
        status: int = _ANSWERS[arguments.command](arguments, output)
        sys.stdout.flush()
    except UserError as error:
        output.unusable("", error)
        return UNUSABLE
    except BrokenPipeError:
        # Whoever read has heard enough; the interpreter's own flush at the end must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="einvoice-desktop",
        usage="%(prog)s [--data-dir DIR] [--company NAME] [--practice] [FILE]\n"
        "       %(prog)s [--data-dir DIR] [--company NAME] COMMAND …",
        description="Without a command the window opens, with FILE as a new draft.",
        epilog="EINVOICE_DATA_DIR: the data folder. EINVOICE_DATABASE_URL: books that several desks share, "
        "postgresql://USER@HOST/NAME.",
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", type=_folder, default=paths.default_data_dir(), metavar="DIR")
    parser.add_argument("--company", metavar="NAME", help="one of several, by its name")
    parser.add_argument("--version", action="version", version=f"einvoice-desktop {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="read, recompute, say what is wrong", allow_abbrev=False)
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true")
    submit = commands.add_parser("submit", help="seal, queue, send", allow_abbrev=False)
    submit.add_argument("files", nargs="+", metavar="FILE")
    credit = commands.add_parser("credit", help="credit an issued document", allow_abbrev=False)
    credit.add_argument("document", metavar="MARK_OR_ID", help="its MARK, or its number in the outbox")
    credit.add_argument("--series", default="", metavar="S", help="of the credit; else the document's own")
    credit.add_argument(
        "--whole", action="store_true", help="tell the provider to credit it at once (unconfirmed)"
    )
    cancel = commands.add_parser("cancel-note", help="cancel an issued delivery note", allow_abbrev=False)
    cancel.add_argument("document", metavar="MARK_OR_ID", help="its MARK, or its number in the outbox")
    cancel.add_argument("--json", action="store_true")
    for command in (submit, credit, cancel):
        where = command.add_mutually_exclusive_group(required=True)
        where.add_argument("--practice", action="store_true")
        where.add_argument("--server", metavar="NAME_OR_URL")
        command.add_argument("--auth", choices=_WAYS_IN, help="the way in; else the one of the settings")
        if command is cancel:
            continue
        command.add_argument("--secure", action="store_true", help="encrypted with the provider's public key")
        command.add_argument("--pgp-key", default="", metavar="FILE", help="with --secure: that key")
        command.add_argument(
            "--pgp-fingerprint", default="", metavar="F", help="with --secure: what it must be"
        )
    submit.add_argument("--today", action="store_true", help="date the documents now")
    submit.add_argument(
        "--last-number", default="", metavar="N", help="the last number of the series that was used"
    )
    outbox = commands.add_parser("outbox", help="list every sealed submission", allow_abbrev=False)
    outbox.add_argument("--practice", action="store_true", help="only those of practice")
    outbox.add_argument("--resume", action="store_true", help="take up everything unsettled")
    for sending in (submit, credit, outbox):
        sending.add_argument("--wait", type=_seconds, default=DEFAULT_WAIT, metavar="SECONDS")
        sending.add_argument("--retry-after", type=_seconds, default=None, metavar="SECONDS")
        sending.add_argument("--json", action="store_true")
    outbox.add_argument("--verify", action="store_true", help="check the journal and print each attempt")
    outbox.add_argument(
        "--report", action="store_true", help="gaps and conflicts in the numbers of each series"
    )
    offline = commands.add_parser("offline-qr", help="the loss-of-connection QR address", allow_abbrev=False)
    offline.add_argument("file", metavar="FILE")
    offline.add_argument("--server", metavar="NAME_OR_URL", default="practice")
    render = commands.add_parser("render", help="the page as it would print", allow_abbrev=False)
    render.add_argument("file", metavar="FILE")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf|OUT.png")
    render.add_argument("--language", choices=("el", "en", "both"))
    render.add_argument("--form", choices=("a4", "80mm"))
    sandbox = commands.add_parser("sandbox", help="the practice provider on a loopback port")
    sandbox.add_argument("--port", type=int, default=None, metavar="N")
    login = commands.add_parser("login", help="API key from standard input into the keyring")
    whose = login.add_mutually_exclusive_group(required=True)
    whose.add_argument("--server", metavar="NAME_OR_URL")
    whose.add_argument("--database", metavar="URL", help="keep the password of shared books instead")
    login.add_argument("--vat", metavar="VAT")
    login.add_argument("--test", action="store_true", help="try the connection instead; sends no document")
    login.add_argument("--auth", choices=_WAYS_IN, help="with --test: the way in")
    login.add_argument("--json", action="store_true", help="with --test: one JSON object")
    backup = commands.add_parser("backup", help="a verified copy of the books", allow_abbrev=False)
    backup.add_argument("-o", "--output", type=Path, metavar="FILE.zip", help="under this name, a new file")
    backup.add_argument("--list", action="store_true", help="list those that there are instead")
    restore = commands.add_parser("restore", help="a backup in the place of the books", allow_abbrev=False)
    restore.add_argument("file", type=Path, nargs="?", metavar="FILE.zip")
    restore.add_argument(
        "--already-back", action="store_true", help="the books came back by other means: only mark them so"
    )
    restore.add_argument(
        "--yes-date", default="", metavar="YYYY-MM-DD", help="the day of the backup, to confirm it"
    )
    restore.add_argument(
        "--other-books", action="store_true", help="the books of another folder, instead of those here"
    )
    for command in (backup, restore):
        command.add_argument("--json", action="store_true")
    commands.add_parser(_SELF_CHECK, help="work one sample through every part that is present")
    return parser


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("DIR")
    return Path(text)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 1_000_000:
        raise argparse.ArgumentTypeError(text)
    return seconds


def _check(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.check import check

    return check(arguments.files, output)


def _submit(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.encryption import prepare_encryption
    from einvoice_desktop.cli.submit import submit

    desk = _desk_that_sends(arguments)
    try:
        prepare_encryption(desk, output)
        return submit(
            desk,
            arguments.files,
            output,
            today=arguments.today,
            wait=arguments.wait,
            last_number=arguments.last_number,
        )
    finally:
        desk.close()


def _credit(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.credit import credit
    from einvoice_desktop.cli.encryption import prepare_encryption

    desk = _desk_that_sends(arguments)
    try:
        prepare_encryption(desk, output)
        named, series = arguments.document, arguments.series
        return credit(desk, named, output, whole=arguments.whole, series=series, wait=arguments.wait)
    finally:
        desk.close()


def _cancel_note(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.cancel_note import cancel_note

    arguments.retry_after, arguments.secure = None, False
    arguments.pgp_key = arguments.pgp_fingerprint = ""
    desk = _desk_that_sends(arguments)
    try:
        return cancel_note(desk, arguments.document, output)
    finally:
        desk.close()


def _desk_that_sends(arguments: argparse.Namespace) -> Desk:
    options = bootstrap.Options(
        data_dir=arguments.data_dir,
        server="practice" if arguments.practice else arguments.server,
        sign_in=arguments.auth or bootstrap.chosen_sign_in(arguments.data_dir),
        retry_after=arguments.retry_after,
        encrypted=arguments.secure,
        pgp_key=os.path.abspath(arguments.pgp_key) if arguments.pgp_key else "",  # noqa: PTH100 - links stay
        pgp_fingerprint=arguments.pgp_fingerprint,
    )
    if not arguments.secure and (arguments.pgp_key or arguments.pgp_fingerprint):
        raise UserError("pgp_without_secure")
    return bootstrap.open_desk(options, bootstrap.take_api_key())


def _outbox(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.journal import verify
    from einvoice_desktop.cli.numbers import report
    from einvoice_desktop.cli.submit import outbox

    options = bootstrap.Options(data_dir=arguments.data_dir, retry_after=arguments.retry_after)
    desk = bootstrap.open_desk(options, bootstrap.take_api_key())
    try:
        if arguments.verify:
            return verify(desk, output, practice=arguments.practice)
        if arguments.report:
            return report(desk, output, practice=arguments.practice)
        return outbox(desk, output, practice=arguments.practice, resume=arguments.resume, wait=arguments.wait)
    finally:
        desk.close()


def _offline_qr(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.offline_qr import offline_qr

    key = bootstrap.take_api_key()
    return offline_qr(arguments.file, arguments.server, arguments.data_dir, key, output)


def _render(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.render import render

    return render(
        arguments.file,
        arguments.output,
        output,
        arguments.data_dir,
        language=arguments.language,
        form=arguments.form,
    )


def _sandbox(arguments: argparse.Namespace, output: Output) -> int:
    """Serves until it is interrupted or terminated; its address is the first line."""
    practice = bootstrap.Practice(arguments.data_dir)
    try:
        server = practice.serve(arguments.port if arguments.port is not None else 0)
    except (FileExistsError, NotADirectoryError, FileNotFoundError, PermissionError):
        raise UserError("folder_unusable", path=arguments.data_dir) from None
    except OSError as error:
        raise UserError("port_in_use", port=arguments.port, number=error.errno or 0) from None
    assert server is not None
    # So that the file to encrypt to is there from the first moment on.
    practice.public_key()
    output.say(server.address)
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: ended.set())
    while not ended.wait(0.5):
        # Windows wakes a waiting main thread for a signal only now and then.
        pass
    practice.close()
    return OK


def _backup(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.backup import list_backups, make_backup

    if arguments.list and arguments.output is not None:
        _parser().error("backup: --list | -o")
    backups = _open_backups(arguments.data_dir)
    if arguments.list:
        return list_backups(backups, output)
    return make_backup(backups, arguments.output, output)


def _restore(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.backup import restore, tell_marked

    if (arguments.file is None) is not arguments.already_back:
        _parser().error("restore: FILE.zip | --already-back")
    if not arguments.already_back:
        backups, day = _open_backups(arguments.data_dir), arguments.yes_date
        return restore(backups, arguments.file, day, output, other_books=arguments.other_books)
    try:
        day = datetime.strptime(arguments.yes_date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        _parser().error("restore --already-back: --yes-date YYYY-MM-DD")
    marked = bootstrap.mark_books_restored(arguments.data_dir, bootstrap.take_database_url(), day)
    return tell_marked(*marked, arguments.yes_date, output)


def _open_backups(data_dir: Path) -> Backups:
    try:
        folder = paths.private_dir(data_dir.absolute())
    except OSError:
        raise UserError("folder_unusable", path=data_dir) from None
    return bootstrap.open_backups(folder, bootstrap.take_database_url())


def _login(arguments: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.login import save_key, save_password, test_connection

    if arguments.database is not None and arguments.test:
        _parser().error("login --test: --server NAME_OR_URL")
    if (arguments.auth or arguments.json) and not arguments.test:
        _parser().error("login: --auth, --json: --test")
    if arguments.database is not None:
        return save_password(arguments.database, output)
    if arguments.vat is None:
        _parser().error("login --server: --vat VAT")
    if arguments.test:
        auth, data_dir = arguments.auth, arguments.data_dir
        return test_connection(arguments.server, arguments.vat, auth, data_dir, output)
    return save_key(arguments.server, arguments.vat, output)


def _self_check(_: argparse.Namespace, output: Output) -> int:
    from einvoice_desktop.cli.selfcheck import self_check

    return self_check(output)


_ANSWERS = {
    "check": _check,
    "submit": _submit,
    "credit": _credit,
    "cancel-note": _cancel_note,
    "outbox": _outbox,
    "offline-qr": _offline_qr,
    "render": _render,
    "sandbox": _sandbox,
    "login": _login,
    "backup": _backup,
    "restore": _restore,
    _SELF_CHECK: _self_check,
}
