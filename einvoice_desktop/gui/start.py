"""Starts the window: first the picture and the keys, then, in a thread, everything heavy."""

from __future__ import annotations

import builtins
import gc
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.companies import Companies
    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.updates import UpdatesDoor
    from einvoice_desktop.gui.crash import CrashReporter
    from einvoice_desktop.gui.deeds import Deeds
    from einvoice_desktop.gui.folders import Meeting, Places
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.office import WriteFile
    from einvoice_desktop.gui.opening import ReadFile
    from einvoice_desktop.gui.preferences import Settings

PROBE_VARIABLE = "EINVOICE_START_PROBE"
CHECK_VARIABLE = "EINVOICE_WINDOW_CHECK"
_MEET_AFTER_MS = 500
REOPEN = 75
"""Exit status of a window that gives way to one on other books."""

Resource = Callable[[str], Path]
OpenDesk = Callable[[], "Desk"]
Sentence = Callable[[str, Mapping[str, str], "Language"], str]


class Opened(NamedTuple):
    """The desk, an empty draft, and the draft that was worked on last."""

    desk: Desk
    fresh: Draft
    latest: Draft | None
    latest_id: int | None
    drafts: int = 1
    """How many drafts there are."""


class Program(NamedTuple):
    """The window and what it is driven by."""

    window: MainWindow
    deeds: Deeds


def run(
    open_desk: OpenDesk,
    settings: Settings,
    *,
    file: Path | None,
    resource: Resource,
    start_logging: Callable[[], None] | None = None,
    server: str = "",
    sentence: Sentence | None = None,
    read_file: ReadFile | None = None,
    write_file: WriteFile | None = None,
    keep_file: WriteFile | None = None,
    places: Callable[[], Places] | None = None,
    program: Sequence[str] = (),
    connections: Connections | None = None,
    backups: Callable[[], Backups] | None = None,
    companies: Companies | None = None,
    updates: Callable[[], UpdatesDoor] | None = None,
) -> int:
    """The window until it is closed; the exit status, REOPEN where other books were chosen.

    `open_desk` imports everything heavy and is called in a thread after the first paint. `server` names the
    books, so that the band is there from the first paint on. `sentence` says an error that keeps the desk
    from opening. `file` opens as a new draft. `places` tells where things lie; with it, later starts find
    this window. `program` is what starts this program again. With `connections` others can be chosen, with
    `companies` other windows opened.
    """
    import_plainly()
    app = make_application()
    window = build_window(app, settings, resource, server)
    _watch(window)

    reporters: list[CrashReporter] = []

    def after_first_paint() -> None:
        from PySide6.QtGui import QIcon

        from einvoice_desktop.gui.crash import CrashReporter
        from einvoice_desktop.gui.thread_memory import share_heaps

        share_heaps()
        # Whoever called may have put the collector off for the start; what stands now stays.
        gc.freeze()
        gc.enable()
        app.setWindowIcon(QIcon(str(resource("icons/einvoice-desktop.svg"))))
        found = places() if places is not None else None
        window.office.folders = found.folders if found else None
        if sentence is not None:
            window.office.early_sentence = sentence
        window.office.connections = connections
        window.office.backups = backups
        window.office.companies = companies
        window.office.updates = updates() if updates is not None else None
        window.office.reopen = lambda: _give_way(app, window)
        reporter = CrashReporter(window, program, found.folders.logs if found else None)
        reporter.install()
        reporters.append(reporter)
        equipped = equip(window, settings, read_file, write_file, keep_file)
        load(equipped, _opening(open_desk, start_logging, window.session.language), file)
        if found is not None:
            # Later: the network's library is loaded for it, and the person types already.
            QTimer.singleShot(_MEET_AFTER_MS, window, lambda: meet(equipped, found.meeting, server))

    window.first_painted.connect(after_first_paint)
    window.show_on(window.screen().availableSize())
    window.stage.page.focus_first()
    status = app.exec()
    if status == REOPEN:
        for reporter in reporters:
            reporter.uninstall()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        if backups is not None and backups().planned is not None:
            from einvoice_desktop.gui.backups.restoring import carry_out

            carry_out(backups(), settings, resource)
    return status


def _watch(window: MainWindow) -> None:
    """What the environment asks for: the start is measured, or an invoice is issued by the program itself."""
    if os.environ.get(PROBE_VARIABLE) == "1":
        from einvoice_desktop.gui.start_probe import StartProbe

        StartProbe(window)
    if os.environ.get(CHECK_VARIABLE) == "1":
        from einvoice_desktop.gui.window_check import WindowCheck

        WindowCheck(window)


def _give_way(app: QApplication, window: MainWindow) -> None:
    """Closes the window as ever, which saves what was typed; where that fails it stays, and says so."""
    app.setQuitOnLastWindowClosed(False)
    if window.close():
        app.exit(REOPEN)
    else:
        app.setQuitOnLastWindowClosed(True)


def import_plainly() -> None:
    """Puts Python's own import back.

    PySide6 (6.9 to 6.11: shibokensupport/feature.py) replaces it, to read and keep the source of every module
    that comes after it, in search of `__feature__`, which is not used here. For the engine's modules that is
    20 MB and 0.1 s; the window's own are imported after this call for the same reason.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def load(program: Program, opening: Callable[[], Opened], file: Path | None) -> None:
    """Opens the desk in a thread; then the window can do everything. Where it cannot, the window says why."""
    window = program.window

    def on_opened(opened: Opened) -> None:
        window.release_stage()
        attach(program, opened)
        if file is not None:
            program.deeds.opening.open(file)

    def on_failed(error: Exception) -> None:
        from einvoice_desktop.gui.no_books import NoBooks

        panel = NoBooks(window.office, error, window)
        panel.try_again_wanted.connect(lambda: window.tasks.run(opening, on_opened, on_failed))
        window.bar_stage(panel)
        panel.again.setFocus()
        program.deeds.backups.tell_ended()
        program.deeds.updates.tell_outcome()
        program.deeds.drafts.rescue_early(error)
        if window.office.sentence_of(error) is None:
            raise error

    window.tasks.run(opening, on_opened, on_failed)


def meet(program: Program, meeting: Meeting, server: str) -> None:
    """Later starts with the same data folder and books hand their file to this window."""
    from einvoice_desktop.gui.instance import Instance

    window = program.window
    instance = Instance(meeting, server, window.tasks, window)

    def on_called(file: Path | None) -> None:
        window.come_forward()
        if file is not None:
            program.deeds.open_file(file)

    instance.called.connect(on_called)
    window.closing.connect(instance.stop)
    instance.start()


def make_application() -> QApplication:
    """The application object, with sharp pictures at any scale; there is one for all windows to come."""
    from einvoice_desktop.gui.office import PROGRAM

    before = QApplication.instance()
    if isinstance(before, QApplication):
        before.setQuitOnLastWindowClosed(True)
        return before
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # By argument: QApplication.setStyle answers with a QStyle, and PySide then makes all its enumerations.
    app = QApplication([PROGRAM, "-style", "fusion"])
    app.setApplicationName(PROGRAM)
    return app


def build_window(app: QApplication, settings: Settings, resource: Resource, server: str = "") -> MainWindow:
    """The window in its language and look, not shown yet; its commands do nothing before `equip`."""
    from einvoice_desktop.gui.languages import Languages, language_of
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.theme import Theme

    languages = Languages(resource)
    languages.install(language_of(settings.get("language")))
    theme = Theme(app)
    theme.prepare(settings.get("appearance", "system"))
    window = MainWindow(settings, resource, theme, languages, server)
    theme.dress()
    return window


def equip(
    window: MainWindow,
    settings: Settings,
    read_file: ReadFile | None = None,
    write_file: WriteFile | None = None,
    keep_file: WriteFile | None = None,
) -> Program:
    """Gives the window's commands their deeds, once it has painted."""
    from einvoice_desktop.gui.deeds import Deeds
    from einvoice_desktop.gui.opening import read_bounded

    if write_file is not None:
        window.office.write_file = write_file
    if keep_file is not None:
        window.office.keep_file = keep_file
    return Program(window, Deeds(window, settings, read_file or read_bounded))


def attach(program: Program, opened: Opened) -> None:
    """The desk has come: the last draft goes on, unless the person has begun to type a new one."""
    if opened.latest is None or program.window.has_typed:
        program.deeds.attach(opened.desk, opened.fresh, None)
    else:
        program.deeds.attach(opened.desk, opened.latest, opened.latest_id)
        if program.deeds.ended_suddenly:
            program.deeds.drafts.say_recovered(opened.drafts)


def _opening(
    open_desk: OpenDesk, start_logging: Callable[[], None] | None, language: Language
) -> Callable[[], Opened]:
    def work() -> Opened:
        if start_logging is not None:
            start_logging()
        desk = open_desk()
        latest_id = desk.latest_draft_id()
        latest = None if latest_id is None else desk.load_draft(latest_id, language)
        fresh = desk.new_draft()
        # Not on the window's thread: what a first document makes the engine load, and a long draft's sums.
        desk.ahead(fresh if latest is None else latest)
        return Opened(desk, fresh, latest, latest_id, len(desk.draft_rows()))

    return work
