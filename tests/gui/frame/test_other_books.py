"""Going over to another connection: the window gives way to one on its books, and nothing moves along."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import deeds, main_window
from einvoice_desktop.practice import Practice

folder, provider = Path(sys.argv[1]), Practice(Path(sys.argv[1]) / "provider")
address = provider.serve(0).address
attach, starts = deeds.Deeds.attach, []

def on_attached(self, desk, draft, draft_id):
    attach(self, desk, draft, draft_id)
    starts.append(desk.server)
    QTimer.singleShot(0, lambda: STEPS[len(starts) - 1](self))

def tell(deeds):
    window, session = deeds._window, deeds._session
    issuer = session.composition.value("issuer.vat")
    print("books", window.office.desk.server.replace(address, "ADDRESS"), flush=True)
    print("issuer", issuer, "|", "customer", session.composition.value("counterParty.vat"), flush=True)
    print("band", window.band.text().replace(address, "ADDRESS"), flush=True)
    print("sign-in", window.office.desk._way.sign_in, flush=True)

def in_practice(deeds):
    tell(deeds)
    deeds._session.edit("counterParty.vat", "EL090000045")
    deeds.frame.show_connection()
    dialog = deeds.frame._open["connection"]
    dialog.form.server.choose("")
    dialog.form.address.setText(address)
    dialog.form.vat.setText("094014201")
    dialog.form.sign_in.choose("oauth")
    dialog.use.click()

def at_the_address(deeds):
    tell(deeds)
    deeds.frame.show_connection()
    dialog = deeds.frame._open["connection"]
    dialog.form.server.choose("practice")
    dialog.use.click()

def in_practice_again(deeds):
    tell(deeds)
    deeds._window.close()

STEPS = [in_practice, at_the_address, in_practice_again]
deeds.Deeds.attach = on_attached
QTimer.singleShot(40000, lambda: (print("too late", flush=True), sys.exit(3)))
status = program.main(["--data-dir", str(folder), *sys.argv[2:]])
print("ended", status, flush=True)
provider.close()
"""


def run(folder: Path, *words: str, settings: str = "language = en\n", program: str = PROGRAM) -> list[str]:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
    (folder / "settings.ini").write_text(f"[settings]\n{settings}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, str(folder), *words],
        env=environ,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_the_window_goes_over_and_back_and_each_books_drafts_stay_theirs(tmp_path: Path) -> None:
    assert run(tmp_path) == [
        "books practice",
        "issuer EL999999993 | customer None",
        "band PRACTICE – nothing leaves this computer",
        "sign-in bearer",
        "books ADDRESS",
        "issuer EL094014201 | customer None",
        "band Documents go to ADDRESS",
        "sign-in oauth",
        "books practice",
        "issuer EL999999993 | customer EL090000045",
        "band PRACTICE – nothing leaves this computer",
        "sign-in oauth",
        "ended 0",
    ]


def test_practice_on_the_command_line_opens_practice_whatever_is_chosen(tmp_path: Path) -> None:
    chosen = "language = en\nconnection.server = production\nconnection.vat = 094014201\n"
    assert run(tmp_path, "--practice", settings=chosen)[0] == "books practice"


BARRED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import deeds, main_window

attach, bar = deeds.Deeds.attach, main_window.MainWindow.bar_stage

def on_barred(window, panel):
    bar(window, panel)
    print("told", panel.words.text().splitlines()[0], flush=True)
    QTimer.singleShot(0, lambda: choose_practice(window))

def choose_practice(window):
    window.actions_["connection"].trigger()
    dialog = next(widget for widget in window.children() if widget.objectName() == "connection")
    print("chosen", dialog.form.choice.server, flush=True)
    dialog.form.server.choose("practice")
    dialog.use.click()

def on_attached(self, desk, draft, draft_id):
    attach(self, desk, draft, draft_id)
    print("books", desk.server, flush=True)
    QTimer.singleShot(0, self._window.close)

main_window.MainWindow.bar_stage = on_barred
deeds.Deeds.attach = on_attached
QTimer.singleShot(40000, lambda: sys.exit(3))
print("ended", program.main(["--data-dir", sys.argv[1]]), flush=True)
"""


def test_where_the_chosen_server_cannot_be_opened_another_one_can_be_chosen(tmp_path: Path) -> None:
    chosen = "language = en\nconnection.server = http://einvoice.example.gr\n"
    assert run(tmp_path, settings=chosen, program=BARRED) == [
        "told Server http://einvoice.example.gr is not https. "
        "Without encryption only this computer itself is served.",
        "chosen http://einvoice.example.gr",
        "books practice",
        "ended 0",
    ]
