"""Entry: the window, or a command without one. Nothing heavy is imported before it is known which."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.app.entry import Language

COMMANDS = frozenset(
    {"check", "submit", "outbox", "render", "offline-qr", "sandbox", "login", "--self-check"}
)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if _is_command(words):
        from einvoice_desktop.cli.commands import run_command

        return run_command(words)
    return open_window(words)


def _is_command(words: Sequence[str]) -> bool:
    """Whether a command's name stands where one can stand: first, or after the data folder."""
    rest = list(words)
    while rest and rest[0].split("=")[0] in ("--data-dir",):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return bool(rest) and (rest[0] in COMMANDS or rest[0] in ("-h", "--help", "--version"))


def open_window(words: Sequence[str]) -> int:
    """`[--data-dir DIR] [--practice] [FILE]`. Only what the first paint needs is imported."""
    # Nothing that the start makes is let go before the first paint, after which the window lets it collect.
    gc.disable()
    from einvoice_desktop import bootstrap, paths
    from einvoice_desktop.gui.start import run

    rest = list(words)
    data_dir = paths.default_data_dir()
    practice, file = False, None
    while rest:
        word = rest.pop(0)
        if word == "--practice":
            practice = True
        elif word.startswith("--data-dir"):
            _, given, value = word.partition("=")
            if not given and not rest:
                return _usage("--data-dir DIR")
            data_dir = Path(value if given else rest.pop(0))
        elif word.startswith("-") or file is not None:
            return _usage(word)
        else:
            file = Path(word)
    settings = bootstrap.open_settings(data_dir)
    server = "practice" if practice else settings.get("server", "practice")
    options = bootstrap.Options(data_dir=data_dir, server=server, serve_practice=True)
    key = bootstrap.take_api_key()
    return run(
        lambda: bootstrap.open_desk(options, key),
        settings,
        file=file,
        resource=paths.resource,
        start_logging=lambda: bootstrap.start_logging(data_dir),
        server=server,
        sentence=_sentence,
    )


def _sentence(code: str, params: Mapping[str, str], language: Language) -> str:
    from einvoice_desktop import bootstrap

    return bootstrap.open_messages().sentence(code, params, language)


def _usage(word: str) -> int:
    print(f"einvoice-desktop [--data-dir DIR] [--practice] [FILE]: {word}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
