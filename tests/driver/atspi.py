"""Works a real window as a person or a screen reader does: through its accessibility tree, mouse and keys.

    with Desktop() as desktop:  # a session bus, an accessibility bus and a screen of its own
        app = desktop.start([sys.executable, "-m", "einvoice_desktop", "--practice"])
        app.paste("counterParty.vat", "094014201")
        app.press("action.issue")
        app.wait_for_text("receipt.mark", re.compile(r"\\d{15}"))

A widget is named by its accessible id (the JSON path or `view.…`, `action.…`); where it has none, by what a
screen reader would say: `Named("push button", "Έκδοση")`. Nothing here knows the program's code.

Needs Debian's at-spi2-core, gir1.2-atspi-2.0, python3-gi, dbus, xvfb, xdotool, xclip, imagemagick, and
zbar-tools for `decode_qr`. The tree itself is read by a second process (atspi_reader.py) under Debian's own
Python: python3-gi exists for that one alone, and libatspi never leaves the first bus it met, so that each
Desktop needs a process of its own.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from tests.driver.nodes import Named, NotFound, Reader, Target, Widget, widget_of

Found = TypeVar("Found")

DEBIAN_PYTHON = "/usr/bin/python3"
READER = [DEBIAN_PYTHON, "-W", "ignore", str(Path(__file__).with_name("atspi_reader.py"))]
TOOLS = ("Xvfb", "dbus-daemon", "xdotool", "xclip", "import", "zbarimg")
POLL_SECONDS = 0.03
TOOL_SECONDS = 20
# Qt ignores a click soon after a list has opened: it may be the second half of a double click.
POPUP_SECONDS = 0.3
# How long a field of an active window needs at most to take the focus.
ACTIVE_SECONDS = 0.5
PRESSING = ("Press", "Toggle", "Show Menu", "click")


def missing_tools() -> list[str]:
    """Return what this machine lacks for a real window on a virtual screen."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        subprocess.run([DEBIAN_PYTHON, "-c", probe], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return [*lacking, "gir1.2-atspi-2.0"]
    return lacking


def decode_qr(image: Path) -> str:
    """Return the text of the one QR code in a picture; raise NotFound if there is none or more than one."""
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(image)]
    codes = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    if len(codes) != 1:
        raise NotFound(f"{len(codes)} QR codes in {image}")
    return codes[0]


class Desktop:
    """A virtual screen with a session bus of its own; what runs in it sees nothing of a person's session."""

    def __init__(self, size: str = "1280x900") -> None:
        self._size = size
        self._undo = contextlib.ExitStack()
        self.environ: dict[str, str] = {}

    def __enter__(self) -> Self:
        with self._undo:
            # The accessibility bus keeps its socket in this folder: two desktops must not share one.
            run = self._undo.enter_context(
                tempfile.TemporaryDirectory(prefix="eid-", ignore_cleanup_errors=True)
            )
            own = {"XDG_RUNTIME_DIR": run, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
            leading_out = ("AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY")
            self.environ = {**{k: v for k, v in os.environ.items() if k not in leading_out}, **own}
            self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
            self.environ["DISPLAY"] = self._start_screen()
            self.reader = Reader(
                self._spawn(READER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            self._undo = self._undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # In reverse: programs first, then the screen, then the bus, which takes the accessibility bus along.
        self._undo.close()

    def start(
        self, command: Sequence[str | Path], environ: Mapping[str, str] | None = None, seconds: float = 30
    ) -> App:
        """Start a program and wait for its first window. Raises NotFound if it ends or shows none in time."""
        process = self._spawn([str(part) for part in command], environ)
        end = time.monotonic() + seconds
        while not self.reader.ask("has_window", pid=process.pid):
            if process.poll() is not None:
                raise NotFound(f"{command[0]} ended with {process.returncode} before it showed a window")
            if time.monotonic() > end:
                raise NotFound(f"no window of {command[0]} after {seconds} s")
            time.sleep(POLL_SECONDS)
        app = App(self, process)
        app.activate()
        return app

    def key(self, *keys: str) -> None:
        """Press keys one after another, in xdotool's names: "Tab", "ctrl+s", "F5"."""
        self._tool("xdotool", "key", "--clearmodifiers", *keys)

    def paste(self, text: str) -> None:
        """Paste into what has the focus: typing through X loses Greek letters, the clipboard never did."""
        self._tool("xclip", "-selection", "clipboard", "-in", input=text)
        self.key("ctrl+v")

    def clipboard(self) -> str:
        command = ["xclip", "-selection", "clipboard", "-out"]
        return subprocess.run(command, env=self.environ, capture_output=True, text=True, check=True).stdout

    def click(self, x: int, y: int, times: int = 1) -> None:
        self._tool(
            "xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "60", "1"
        )

    def screenshot(self, path: Path) -> Path:
        self._tool("import", "-window", "root", str(path))
        return path

    def _tool(self, *command: str, input: str | None = None) -> None:
        # No pipe for output: xclip stays behind to serve the clipboard and would hold it open.
        quiet = subprocess.DEVNULL
        subprocess.run(
            command, env=self.environ, input=input, text=True, check=True, stdout=quiet, timeout=TOOL_SECONDS
        )

    def _spawn(
        self, command: Sequence[str], environ: Mapping[str, str] | None = None, **how: Any
    ) -> subprocess.Popen[Any]:
        process = subprocess.Popen(command, env={**self.environ, **(environ or {})}, **how)
        self._undo.callback(_end, process)
        return process

    def _start_bus(self) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        bus = self._spawn(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address: str = bus.stdout.readline().strip() if bus.stdout else ""
        if not address:
            raise RuntimeError("the session bus did not start")
        return address

    def _start_screen(self) -> str:
        """Let Xvfb choose a free display and say which; the pipe stays open until the newline has come."""
        here, there = os.pipe()
        with os.fdopen(here) as answer:
            options = ["-displayfd", str(there), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"]
            self._spawn(
                ["Xvfb", *options], pass_fds=(there,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            os.close(there)
            number = answer.readline().strip() if select.select([here], [], [], 15)[0] else ""
        if not number:
            raise RuntimeError("the virtual screen did not start")
        return f":{number}"


class App:
    """One program on a Desktop. Every look at it is fresh, and waits a while for what is not there yet."""

    def __init__(self, desktop: Desktop, process: subprocess.Popen[Any]) -> None:
        self.desktop = desktop
        self.process = process

    def activate(self, title: str = "") -> None:
        """Give the keyboard to the window whose title matches (a pattern); no window manager does it here."""
        command = ["xdotool", "search", "--sync", "--onlyvisible", "--all", "--pid", str(self.process.pid)]
        self.desktop._tool(*command, "--name", title, "windowfocus", "--sync")

    def find_all(self, target: str | Named) -> list[Widget]:
        spec = {"id": target} if isinstance(target, str) else target.spec()
        return [widget_of(found) for found in self.ask("find", **spec)]

    def find(self, target: Target, seconds: float = 5) -> Widget:
        """Return the first match that is showing, else the first; NotFound tells the tree after `seconds`."""
        if isinstance(target, Widget):
            return target
        found = self._until(lambda: self.find_all(target), seconds, f"{target} is not there")
        return next((widget for widget in found if "showing" in widget.states), found[0])

    def gone(self, target: str | Named, seconds: float = 5) -> None:
        """Wait until nothing that matches is showing."""
        showing = lambda: [w for w in self.find_all(target) if "showing" in w.states]  # noqa: E731
        self._until(lambda: not showing(), seconds, f"{target} is still there")

    def text(self, target: Target) -> str:
        """Return the text of a field, or of a display: what it shows, else its name."""
        return str(self._of(self.find(target), "text"))

    def wait_for_text(self, target: Target, wanted: str | re.Pattern[str], seconds: float = 10) -> str:
        pattern = wanted if isinstance(wanted, re.Pattern) else re.compile(f"^{re.escape(wanted)}$")

        def look() -> tuple[str] | None:
            text = self.text(target)
            return (text,) if pattern.search(text) else None

        return self._until(look, seconds, f"{target} does not say {pattern.pattern!r}")[0]

    def press(self, target: Target) -> None:
        """Press a button, a menu item, a box. Raises AssertionError if it is disabled."""
        widget = self.find(target)
        assert "enabled" in widget.states, f"{target} is disabled"
        self._of(widget, "act", names=PRESSING)

    def click(self, target: Target, times: int = 1) -> None:
        self.desktop.click(*self.find(target).centre, times)

    def focus(self, target: Target) -> Widget:
        """Give a field the keyboard and wait until it has it; a window that is not active is clicked into."""
        widget = self.find(target)
        focused = lambda: "focused" in self._again(widget).states  # noqa: E731
        self._of(widget, "focus")
        try:
            self._until(focused, ACTIVE_SECONDS, "")
        except NotFound:
            self.click(widget)
            self._until(focused, 5, f"{target} does not take the focus")
        return widget

    def paste(self, target: Target, text: str) -> None:
        """Replace a field's text as a person would: go there, select all, paste."""
        widget = self.focus(target)
        self.desktop.key("ctrl+a")
        self.desktop.paste(text)
        self._until(lambda: text in self.text(widget), 5, f"{target} did not take {text!r}")

    def type(self, target: Target, text: str) -> None:
        """Replace a field's text key by key; only for letters and digits of the Latin keyboard."""
        self.focus(target)
        self.desktop.key("ctrl+a")
        self.desktop._tool("xdotool", "type", "--clearmodifiers", "--delay", "15", text)

    def choose(self, target: Target, item: str | re.Pattern[str]) -> None:
        """Open a combo box and click one of its items."""
        combo = self.find(target)
        self._of(combo, "act", names=("Show Menu", "Press"))
        spec = Named("list item", item).spec()

        def shown() -> Widget | None:
            items = [widget_of(found) for found in self.ask("find", under=combo.handle, **spec)]
            return next(
                (widget for widget in items if "showing" in widget.states and widget.height > 0), None
            )

        self._until(shown, 5, f"{target} offers no {item}")
        time.sleep(POPUP_SECONDS)
        self.click(self._until(shown, 5, f"{target} offers no {item}"))

    def focused(self) -> Widget | None:
        """What has the keyboard: a cell rather than its table; None while nothing has it."""
        found = self.ask("focused")
        return None if found is None else widget_of(found)

    def labels(self, target: Target) -> list[str]:
        """What a screen reader says before a field or a display: the names of what labels it."""
        return list(self._of(self.find(target), "labels"))

    def description(self, target: Target) -> str:
        """What a screen reader says of a widget beside its name."""
        return str(self._of(self.find(target), "described_as"))

    def heads(self, cell: Widget) -> list[str]:
        """The heads of a cell's column and row."""
        return list(self._of(cell, "heads"))

    def rows(self, table: Target) -> int:
        return int(self._of(self.find(table), "table_size")[0])

    def columns(self, table: Target) -> list[str]:
        """Return the titles of a table's columns."""
        return list(self._of(self.find(table), "column_titles"))

    def cell(self, table: Target, row: int, column: int) -> Widget:
        return widget_of(self._of(self.find(table), "cell", row=row, column=column))

    def cell_text(self, table: Target, row: int, column: int) -> str:
        return self.cell(table, row, column).name

    def edit_cell(self, table: Target, row: int, column: int, text: str, end: str = "Return") -> None:
        """Double click, select all, paste, `end`; the editor that Qt opens in a cell is not in the tree."""
        self.desktop.click(*self.cell(table, row, column).centre, 2)
        time.sleep(POPUP_SECONDS)
        self.desktop.key("ctrl+a")
        self.desktop.paste(text)
        self.desktop.key(end)

    def tree(self) -> str:
        """Return the whole tree, one node a line: depth, role, id, name."""
        return str(self.ask("tree"))

    def stop(self, seconds: float = 10) -> int:
        """Ask the program to end and return its exit status (negative: the signal)."""
        self.process.terminate()
        return self.process.wait(seconds)

    def ask(self, question: str, **details: Any) -> Any:
        return self.desktop.reader.ask(question, pid=self.process.pid, **details)

    def _of(self, widget: Widget, question: str, **details: Any) -> Any:
        return self.desktop.reader.ask(question, handle=widget.handle, **details)

    def _again(self, widget: Widget) -> Widget:
        return widget_of(self._of(widget, "look"))

    def _until(self, look: Callable[[], Found | None], seconds: float, complaint: str) -> Found:
        end = time.monotonic() + seconds
        while True:
            # A node may vanish between being found and being asked: that is "not yet".
            with contextlib.suppress(NotFound):
                if found := look():
                    return found
            if self.process.poll() is not None:
                raise NotFound(f"{complaint}: the program ended with {self.process.returncode}")
            if time.monotonic() > end:
                raise NotFound(f"{complaint} after {seconds} s\n{self.tree()}")
            time.sleep(POLL_SECONDS)


def _end(process: subprocess.Popen[Any]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
