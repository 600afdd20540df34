"""Entry: the window, or a command without one. Nothing heavy is imported before it is known which."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.connection import Settings
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.connections import SystemConnections
    from einvoice_desktop.updating import LateUpdates

COMMANDS = frozenset(
    {
        "check",
        "submit",
        "credit",
        "cancel-note",
        "outbox",
        "render",
        "offline-qr",
        "sandbox",
        "login",
        "backup",
        "restore",
        "--self-check",
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if _is_command(words):
        from einvoice_desktop.cli.commands import run_command

        return run_command(words)
    return open_window(words)


def _is_command(words: Sequence[str]) -> bool:
    """Whether a command's name stands where one can stand: first, or after folder and company."""
    rest = list(words)
    while rest and rest[0].split("=")[0] in ("--data-dir", "--company"):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return bool(rest) and (rest[0] in COMMANDS or rest[0] in ("-h", "--help", "--version"))


class _Wish(NamedTuple):
    data_dir: Path
    practice: bool
    file: Path | None


def open_window(words: Sequence[str]) -> int:
    """`[--data-dir DIR] [--company NAME] [--practice] [FILE]`. Only what the first paint needs is loaded."""
    # Nothing that the start makes is let go before the first paint, after which the window lets it collect.
    gc.disable()
    from einvoice_desktop import bootstrap, handover, paths

    try:
        wish = _understand(words)
    except _Unusable as why:
        return _complain(why)
    settings = bootstrap.open_settings(wish.data_dir)
    surroundings = _surroundings(wish.data_dir)
    connections = bootstrap.open_connections(
        wish.data_dir, settings, surroundings.api_key, practice=wish.practice
    )
    if handover.hand_over(wish.data_dir, paths.window_lock(wish.data_dir), connections.server, wish.file):
        return 0
    if not _has_screen():
        return _complain(_Unusable("no_screen"))
    return _windows(wish, settings, connections, surroundings)


def _windows(
    wish: _Wish, settings: Settings, connections: SystemConnections, surroundings: _Surroundings
) -> int:
    """One window after the other, as long as each gives way to the next."""
    from functools import cache

    from einvoice_desktop import bootstrap
    from einvoice_desktop.gui.late_patterns import import_qt

    import_qt()
    from einvoice_desktop.gui.start import REOPEN

    data_dir = wish.data_dir
    # One for all windows to come: what is planned in one is told in the next.
    backups = cache(lambda: bootstrap.open_backups(data_dir, surroundings.database_url))
    # Started again it is this company's window, whichever was opened last meanwhile.
    again = ["--data-dir", str(data_dir)]
    practising = ["--practice"] if wish.practice else []
    words = [*again, *practising]
    updates = _updates(wish, settings, surroundings, words)
    status = _open(wish, settings, connections, surroundings, words, backups, updates)
    while status == REOPEN:
        is_update = updates().is_planned
        if is_update and updates()().carry_out():
            return 0
        # Whoever chose other books wants those; who restored a backup while practising goes on practising.
        practice = wish.practice and (is_update or backups().ended is not None)
        wish = _Wish(wish.data_dir, practice=practice, file=None)
        # Others may have come out of a backup.
        settings = bootstrap.open_settings(wish.data_dir)
        connections = bootstrap.open_connections(
            wish.data_dir, settings, surroundings.api_key, practice=practice
        )
        words = [*again, *practising] if practice else again
        updates = _updates(wish, settings, surroundings, words)
        status = _open(wish, settings, connections, surroundings, words, backups, updates, logs=False)
    return status


class _Surroundings(NamedTuple):
    """What the environment gave, once: it is taken out of it."""

    api_key: str | None
    database_url: str


def _surroundings(data_dir: Path) -> _Surroundings:
    """A further company has its own books and keys: the environment's are the first one's."""
    from einvoice_desktop import bootstrap, companies

    told = _Surroundings(bootstrap.take_api_key(), bootstrap.take_database_url())
    return _Surroundings(None, "") if companies.is_further(data_dir) else told


def _updates(
    wish: _Wish, settings: Settings, surroundings: _Surroundings, words: Sequence[str]
) -> Callable[[], LateUpdates]:
    """Of this copy, for a window that `words` would start again; first asked for when that has painted."""
    from functools import cache

    from einvoice_desktop import bootstrap, companies

    def backups(data_dir: Path) -> Backups:
        url = "" if companies.is_further(data_dir) else surroundings.database_url
        return bootstrap.open_backups(data_dir, url)

    @cache
    def late() -> LateUpdates:
        from einvoice_desktop.updating import LateUpdates

        # Both were taken out of the environment: a new process would do without them.
        restartable = not (surroundings.database_url or surroundings.api_key)
        return LateUpdates(wish.data_dir, settings, words, backups, restartable=restartable)

    return late


def _open(
    wish: _Wish,
    settings: Settings,
    connections: SystemConnections,
    surroundings: _Surroundings,
    words: Sequence[str],
    backups: Callable[[], Backups],
    updates: Callable[[], LateUpdates],
    *,
    logs: bool = True,
) -> int:
    """One window, on the books of `connections`; `words` would start it again."""
    from einvoice_desktop import bootstrap, companies, paths
    from einvoice_desktop.gui.start import run

    data_dir = wish.data_dir

    def open_desk() -> Desk:
        opened = connections.opened
        options = bootstrap.Options(
            data_dir=data_dir,
            server=opened.server,
            sign_in=str(opened.sign_in),
            company_vat=opened.vat,
            serve_practice=True,
            database_url=surroundings.database_url,
        )
        return bootstrap.open_desk(options, surroundings.api_key)

    return run(
        open_desk,
        settings,
        file=wish.file,
        resource=paths.resource,
        start_logging=(lambda: bootstrap.start_logging(data_dir)) if logs else None,
        server=connections.server,
        sentence=_sentence,
        write_file=bootstrap.write_file,
        keep_file=bootstrap.keep_file,
        places=lambda: bootstrap.window_places(data_dir),
        # Without the environment's address a new process would open this folder's own books.
        program=() if surroundings.database_url else _command_line(words),
        connections=connections,
        backups=backups,
        companies=companies.SystemCompanies(data_dir, _command_line([])),
        updates=updates,
    )


class _Unusable(Exception):
    """The words are off; `code` names the sentence that says how."""

    def __init__(
        self,
        code: str,
        word: str = "",
        data_dir: Path | None = None,
        params: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code, self.data_dir = code, data_dir
        self.params = {"word": word, **(params or {})}


def _understand(words: Sequence[str]) -> _Wish:
    from einvoice_desktop import paths

    rest = list(words)
    data_dir, practice, file = paths.default_data_dir(), False, None
    company, is_named = "", False
    while rest:
        word = rest.pop(0)
        name, given, value = word.partition("=")
        if word == "--practice":
            practice = True
        elif name == "--data-dir":
            value = value if given else (rest.pop(0) if rest else "")
            if not value:
                raise _Unusable("folder_not_named", data_dir=data_dir)
            data_dir, is_named = Path(value).absolute(), True
        elif name == "--company":
            company = value if given else (rest.pop(0) if rest else "")
            if not company:
                raise _Unusable("company_not_named", data_dir=data_dir)
        elif word.startswith("-"):
            raise _Unusable("word_unknown", word, data_dir)
        elif file is not None:
            raise _Unusable("word_left_over", word, data_dir)
        else:
            file = Path(word).absolute()
            if not _is_file(file):
                raise _Unusable("no_such_word", word, data_dir)
    return _Wish(_company_folder(data_dir, company, is_named=is_named), practice, file)


def _company_folder(data_dir: Path, company: str, *, is_named: bool) -> Path:
    """Of the named company; else the folder that the words name; else of the company opened last."""
    from einvoice_desktop import companies

    if not company:
        return data_dir if is_named else companies.last_opened(data_dir)
    from einvoice_desktop.app.errors import UserError

    try:
        return companies.folder_of(data_dir, company)
    except UserError as error:
        raise _Unusable(error.code, company, data_dir, error.params) from None


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        # A name that no file can have.
        return False


def _has_screen() -> bool:
    """Qt ends the process without a word where there is none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", ""):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _complain(why: _Unusable) -> int:
    """The sentence on standard error, or in a box where a windowed program has none; 2."""
    from einvoice_desktop import paths
    from einvoice_desktop.cli.output import UNUSABLE, language_of, speak_utf8

    is_heard = sys.stderr is not None
    speak_utf8()
    language = language_of(why.data_dir or paths.default_data_dir())
    sentence = _sentence(why.code, why.params, language)
    if is_heard:
        print(sentence, file=sys.stderr)
    else:
        _show(sentence)
    return UNUSABLE


def _show(sentence: str) -> None:
    """Windows' own box: Qt is not started for a word that is off."""
    if sys.platform == "win32":
        import ctypes

        exclamation, to_the_front = 0x30, 0x10000
        ctypes.windll.user32.MessageBoxW(None, sentence, "eInvoice Desktop", exclamation | to_the_front)


def _sentence(code: str, params: Mapping[str, str], language: Language) -> str:
    from einvoice_desktop import bootstrap

    return bootstrap.open_messages().sentence(code, params, language)


def _command_line(words: Sequence[str]) -> list[str]:
    """What starts this program again."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "einvoice_desktop", *words]


if __name__ == "__main__":
    sys.exit(main())
