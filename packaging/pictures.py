"""Remakes the README's pictures: the real window, offscreen, on an invoice really issued in practice.

.venv/bin/python packaging/pictures.py [folder]
.venv/bin/python packaging/pictures.py --all folder     every screen, in every language, look and size
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
MANUAL = TOP / "resources" / "manual"

FIELDS = {
    "counterParty.vat": "EL094014201",
    "counterParty.registeredName": "Καφεκοπτείο «Η Ωραία» Α.Ε.",
    "counterParty.activities[0]": "Εμπόριο καφέ",
    "counterParty.taxOffice": "ΚΕΦΟΔΕ Αττικής",
    "counterParty.address.street": "Λεωφόρος Συγγρού",
    "counterParty.address.number": "120",
    "counterParty.address.postal": "11741",
    "counterParty.address.city": "Αθήνα",
}
LINES = (
    ("ΚΦ-101", "Καφές ελληνικός, 1 κιλό", "12", "12,50", "10"),
    ("ΚΦ-220", "Καφές εσπρέσο, 1 κιλό", "8", "18,40", ""),
    ("ΜΤ-001", "Μεταφορικά", "1", "15", ""),
)


def main(folder: Path) -> int:
    """Each language in a process of its own: a translator stays installed as long as its process."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, __file__, str(folder)]
    return max(subprocess.call([*words, language]) for language in ("el", "en"))


def take_all(folder: Path) -> int:
    """Each language and look in a process and a data folder of its own."""
    from screens import LANGUAGES, LOOKS

    words = [sys.executable, __file__, "--all", str(folder)]
    return max(subprocess.call([*words, language, look]) for language in LANGUAGES for look in LOOKS)


def take_screens(folder: Path, language: str, look: str) -> int:
    """Every screen in one language and look; 1 where some could not be taken."""
    prepare()
    from screens import take_all

    from einvoice_desktop import bootstrap, paths
    from einvoice_desktop.gui.picture import picture

    failed: list[str] = []
    target = folder / f"{language}-{look}"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        options = bootstrap.Options(data_dir=Path(data), serve_practice=True)
        picture(
            target / "last.png",
            lambda: bootstrap.open_desk(options),
            bootstrap.open_settings(Path(data)),
            paths.resource,
            language=language,  # type: ignore[arg-type]
            act=lambda window: failed.extend(take_all(window, target, look)),
        )
    (target / "last.png").unlink()
    print(target)
    return 1 if failed else 0


def prepare() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    sys.path.insert(0, str(TOP))


def take(folder: Path, language: str) -> int:
    prepare()
    from einvoice_desktop import bootstrap, paths
    from einvoice_desktop.gui.picture import picture

    with tempfile.TemporaryDirectory() as data:
        options = bootstrap.Options(data_dir=Path(data), serve_practice=True)
        for name, act in (("compose", write_invoice), ("receipt", issue_invoice)):
            path = folder / f"{name}-{language}.png"
            picture(
                path,
                lambda: bootstrap.open_desk(options),
                bootstrap.open_settings(Path(data)),
                paths.resource,
                language=language,  # type: ignore[arg-type]
                act=act,
            )
            print(path)
    return 0


def write_invoice(window: Any) -> None:
    """Types the invoice into the session, as the fields do."""
    session = window.session
    for path, text in FIELDS.items():
        session.edit(path, text)
    for index, (code, text, quantity, price, discount) in enumerate(LINES):
        if index:
            session.insert_row("details")
        row = f"details[{index}]"
        session.edit(f"{row}.code", code)
        session.edit(f"{row}.descriptions[0]", text)
        session.edit(f"{row}.quantity", quantity)
        session.edit(f"{row}.unitPrice", price if session.language == "el" else price.replace(",", "."))
        session.choose(f"{row}.incomeClassification.classificationCategoryCode", "category1_1")
        session.choose(f"{row}.incomeClassification.classificationTypeCode", "E3_561_001")
        if discount:
            session.choose(f"{row}.allowancesCharges[0].type", "ALLOWANCE")
            session.edit(f"{row}.allowancesCharges[0].percentage", discount)


def issue_invoice(window: Any) -> None:
    """Presses the button and waits for the MARK."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    write_invoice(window)
    window.preferences.choose("issue.countdown", "0")
    window.findChild(QAbstractButton, "action.issue").click()

    def has_mark() -> bool:
        mark = window.findChild(QLabel, "receipt.mark")
        return mark is not None and mark.text().isdigit()

    wait_for(has_mark)


def wait_for(done: Callable[[], bool], seconds: float = 20.0) -> None:
    import time

    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    given = sys.argv[1:]
    if given[:1] == ["--all"]:
        folder = Path(given[1])
        sys.exit(take_screens(folder, *given[2:]) if len(given) > 2 else take_all(folder))
    target = Path(given[0]) if given else MANUAL
    sys.exit(take(target, given[1]) if len(given) > 1 else main(target))
