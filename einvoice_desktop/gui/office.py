"""What every page of the window is given: the session, the threads, the look, and a way to say something."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from einvoice_desktop.gui.tasks import TaskRunner
from einvoice_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.companies import Companies
    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.updates import UpdatesDoor
    from einvoice_desktop.gui.folders import Folders
    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.preferences import Preferences
    from einvoice_desktop.gui.session import DraftSession

PROGRAM = "eInvoice Desktop"
"""What the program is called, in every language."""


Sentence = Callable[[str, Mapping[str, str], "Language"], str]
WriteFile = Callable[[Path, bytes], None]


def _no_writer(path: Path, _data: bytes) -> None:
    """A window for a picture writes nothing."""
    raise PermissionError(errno.EROFS, os.strerror(errno.EROFS), str(path))


class Say(Protocol):
    """Shows one sentence in the message bar; `action` labels a button that does `then`."""

    def __call__(
        self, text: str, tone: str = "info", action: str = "", then: Callable[[], None] | None = None
    ) -> None: ...


class Office:
    """`desk` is None until the engine has arrived; no page is built before. `folders`: None in a picture."""

    def __init__(
        self,
        session: DraftSession,
        tasks: TaskRunner,
        theme: Theme,
        say: Say,
        resource: Callable[[str], Path],
        preferences: Preferences,
    ) -> None:
        self.session = session
        self.tasks = tasks
        self.theme = theme
        self.say = say
        self.preferences = preferences
        self.folders: Folders | None = None
        self.connections: Connections | None = None
        """None in a picture: there nothing can be connected."""
        self.companies: Companies | None = None
        """None in a picture: there are no others."""
        self.backups: Callable[[], Backups] | None = None
        """None in a picture: there nothing is kept. Not called before the engine has come or has failed."""
        self.updates: UpdatesDoor | None = None
        """None in a picture: there is nothing to be replaced."""
        self.reopen: Callable[[], None] = lambda: None
        """Closes this window and opens one on the books that the settings name now."""
        self.desk: Desk | None = None
        self.early_sentence: Sentence = lambda code, _params, _language: code
        """Says a code before the engine is there."""
        self.write_file: WriteFile = _no_writer
        """Writes a whole file or none, durably; blocks, raises OSError."""
        self.keep_file: WriteFile = _no_writer
        """The same, for the program's own rescue: makes the folder where there is none."""
        self.resource = resource
        self._icons: Icons | None = None

    @property
    def the_desk(self) -> Desk:
        """The desk, once it is there."""
        assert self.desk is not None
        return self.desk

    @property
    def icons(self) -> Icons:
        """The icons. The first call loads what draws them: not before the window has painted."""
        if self._icons is None:
            from einvoice_desktop.gui.icons import Icons

            self._icons = Icons(self.resource)
        return self._icons

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.session.language

    def sentence_of(self, error: Exception) -> str | None:
        """What to tell a person about `error`; None for a bug."""
        problem = getattr(error, "problem", None)
        if problem is not None:
            return self.the_desk.problem_sentence(problem, self.language)
        code, params = getattr(error, "code", None), getattr(error, "params", None)
        if isinstance(code, str) and params is not None:
            return self.sentence(code, params)
        if isinstance(error, OSError):
            from einvoice_desktop.app.file_faults import file_fault

            fault = file_fault(error)
            return self.sentence(fault.code, fault.params)
        return None

    def sentence(self, code: str, params: Mapping[str, str]) -> str:
        """A code in words, whether the engine is there or not."""
        if self.desk is not None:
            return self.desk.sentence(code, params, self.language)
        return self.early_sentence(code, params, self.language)

    def on_failed(self, error: Exception) -> None:
        """Says what went wrong; a bug goes on to the crash dialog."""
        sentence = self.sentence_of(error)
        if sentence is None:
            raise error
        self.say(sentence, "error")

    def kind(self, type_code: str) -> str:
        """A document type's code and label."""
        row = self.the_desk.codes.invoice_type(type_code or None)
        if row is None:
            return type_code
        return f"{row.code} {row.label_el if self.language == 'el' else row.label_en}"
