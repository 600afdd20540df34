"""`render`: a document's paper as it would print, as a PDF or as pictures."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.printing import LANGUAGES, wishes_of
from einvoice_desktop.cli.files import read_file
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.rules.surroundings import Surroundings

_KINDS: dict[str, Literal["pdf", "png"]] = {".pdf": "pdf", ".png": "png"}
_LARGEST_LOGO = 4_000_000


def render(
    name: str, target: Path, output: Output, data_dir: Path, *, language: str | None, form: str | None
) -> int:
    """0, or 1 where the document has errors: its paper is written all the same. 2: nothing is written.

    What `language` and `form` leave open stands in the data folder's settings.
    """
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        raise UserError("render_kind", name=target.name)
    document = read_file(name, output)
    if document is None:
        return output.status
    today = athens_day(bootstrap.SystemClock().now())
    composition = compose(document, Surroundings(bootstrap.open_codes(), today))
    without_screen()
    made = bootstrap.render_paper(composition, _wishes(data_dir, language, form), kind)
    for place, data in enumerate(made, 1):
        path = target if place == 1 else target.with_stem(f"{target.stem}-{place}")
        try:
            bootstrap.write_file(path, data)
        except OSError as error:
            output.unusable(str(path), UserError("file_unwritable", reason=error.strerror or str(error)))
            return output.status
        output.say(str(path))
    errors = [problem for problem in composition.problems if problem.severity is Severity.ERROR]
    output.list_problems(errors)
    output.noted.append(HAS_ERRORS if errors else OK)
    return output.status


def without_screen() -> None:
    """Qt, wherever it is imported from now on, needs no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def _wishes(data_dir: Path, language: str | None, form: str | None) -> PaperWishes:
    settings = bootstrap.open_settings(data_dir)
    wishes = wishes_of(settings.get, _logo(settings.get("paper.logo")))
    if language is not None:
        wishes = replace(wishes, languages=LANGUAGES[language])
    return wishes if form is None else replace(wishes, form="80mm" if form == "80mm" else "a4")


def _logo(path: str) -> bytes:
    """A logo that is not there, or no logo's size, is left out."""
    if not path:
        return b""
    try:
        data = paths.read_bounded(Path(path), _LARGEST_LOGO)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= _LARGEST_LOGO else b""
