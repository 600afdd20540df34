"""`--self-check`: builds the real program without showing it and works one sample through every part."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from einvoice_desktop import __version__, bootstrap, paths, tryouts
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output

SAMPLE = "samples/published/3.1-4.json"
SAMPLE_GROSS = "609.06"
WAIT_SECONDS = 30.0
MISTYPED = (
    *("ATU13585628", "BE0428759498", "BG175074753", "CY10259034P", "CZ25123892", "DE136695975"),
    *("DK13585629", "EE100931559", "EL094259217", "ESB58378432", "FI20774741", "FR40303265046"),
    *("HR33392005962", "HU12892313", "IE6433435G", "IT00743110158", "LT119511516", "LU15027443"),
    *("LV40003521601", "MT11679113", "NL004495446B01", "PL8567346216", "PT501964844", "RO18547291"),
    *("SE123456789801", "SI50223055", "SK2022749610", "XI980780685"),
)
"""A number of every state of the Union, and of Northern Ireland, with a wrong check digit."""

ABSENT = "absent"

TRYOUTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("time zone", tryouts.try_zone),
    ("greek order", tryouts.try_order),
    ("manual", tryouts.try_manual),
    ("licences", tryouts.try_licences),
    ("signatures", tryouts.try_signature),
    ("shared books", tryouts.try_postgres),
)
"""Parts that are always there: each answers with a word about itself, or with nothing where it fails."""


class CheckFailed(Exception):
    """A part is there and does not work, or is missing from the program."""


def self_check(output: Output) -> int:
    """0 when every part that is present works. Absent: a keyring, gpg, PostgreSQL; that is no failure."""
    output.say(f"einvoice-desktop {__version__}")
    folder = Path(tempfile.mkdtemp(prefix="einvoice-check-"))
    checks: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("resources", _resources),
        ("totals", _totals),
        ("vat numbers", _vat_numbers),
        ("sheets", _sheets),
        *((name, partial(_tried, tryout)) for name, tryout in TRYOUTS),
        ("practice", _practice),
        ("keyring", _keyring),
        ("gpg", _gpg),
        ("pysequoia", _pysequoia),
        ("postgresql", _postgresql),
        ("window", _window),
        ("paper", _paper),
    )
    failed = False
    try:
        for name, check in checks:
            try:
                output.say(f"{name}: {check(folder)}")
            except Exception as error:  # noqa: BLE001 - a self-check reports whatever went wrong
                failed = True
                output.say(f"{name}: FAILED {type(error).__name__}: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    output.say("ok" if not failed else "failed")
    return HAS_ERRORS if failed else OK


def _resources(_: Path) -> str:
    tables = sorted(path.stem for path in paths.resource("codes").glob("*.json"))
    for name in tables:
        bootstrap.load_table(name)
    sentences = len(bootstrap.load_messages())
    for name in ("samples", "i18n", "icons"):
        paths.resource(name)
    return f"{len(tables)} tables, {sentences} sentences"


def _totals(_: Path) -> str:
    from einvoice_desktop.domain.composition import compose
    from einvoice_desktop.domain.dates import athens_day
    from einvoice_desktop.domain.reader import read_document
    from einvoice_desktop.domain.rules.surroundings import Surroundings

    document = read_document(paths.resource(SAMPLE).read_bytes())
    around = Surroundings(bootstrap.open_codes(), athens_day(bootstrap.SystemClock().now()))
    gross = compose(document, around).summaries.gross
    if str(gross) != SAMPLE_GROSS:
        raise CheckFailed(f"{gross} instead of {SAMPLE_GROSS}")
    return f"gross {gross}"


def _vat_numbers(_: Path) -> str:
    """Each state's rule is a module of its own, found by name: one left out would never say no."""
    from einvoice_desktop.app.vat_numbers import check_digit_is_wrong

    silent = [vat for vat in MISTYPED if not check_digit_is_wrong(vat)]
    if silent:
        raise CheckFailed(f"not noticed: {', '.join(silent)}")
    return f"{len(MISTYPED)} rules"


def _sheets(_: Path) -> str:
    """A table is written and read again."""
    told = tryouts.try_sheets("Καφεκοπτείο «Η Ωραία»")
    if not told:
        raise CheckFailed("what was written is not what was read")
    return told


def _tried(tryout: Callable[[], str], _: Path) -> str:
    told = tryout()
    if not told:
        raise CheckFailed("it is there and does not work")
    return told


def _practice(folder: Path) -> str:
    """A sample through store, worker, client and practice provider."""
    from einvoice_desktop.domain.reader import read_document

    desk = bootstrap.open_desk(bootstrap.Options(data_dir=folder, database_url=None))
    try:
        document = read_document(paths.resource(SAMPLE).read_bytes()).without_member("date_issued")
        row = desk.seal(Draft(document), source=SAMPLE)
        run_until(desk.sender(lambda _: None), lambda: is_settled(desk.submission(row.id)), WAIT_SECONDS)
        settled = desk.submission(row.id)
    finally:
        desk.close()
    if settled.receipt is None or not settled.receipt.mark:
        raise CheckFailed(f"{settled.state} {settled.reason} {settled.message}")
    return f"MARK {settled.receipt.mark}"


def _keyring(_: Path) -> str:
    return bootstrap.keyring_state() or ABSENT


def _gpg(folder: Path) -> str:
    """A sample is encrypted and opened again."""
    return tryouts.try_cipher("gpg", folder) or ABSENT


def _pysequoia(folder: Path) -> str:
    """The same; it is a part of the program, so its absence is a failure."""
    found = tryouts.try_cipher("pysequoia", folder)
    if not found:
        raise CheckFailed("the library does not load")
    return found


def _postgresql(_: Path) -> str:
    """Nothing is written there."""
    url = bootstrap.take_database_url()
    return bootstrap.database_state(url) if url else ABSENT


def _window(folder: Path) -> str:
    """The real window, built, filled by the engine and painted into a picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    target = folder / "window.png"
    bootstrap.save_picture(target, folder)
    size = target.stat().st_size
    if size < 2000:
        raise CheckFailed(f"an empty picture, {size} bytes")
    return f"painted, {size} bytes"


def _paper(_: Path) -> str:
    """A sample's paper as a PDF that carries its data. The window has made the application."""
    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.domain.composition import compose
    from einvoice_desktop.domain.dates import athens_day
    from einvoice_desktop.domain.reader import read_document
    from einvoice_desktop.domain.rules.surroundings import Surroundings

    data = paths.resource(SAMPLE).read_bytes()
    around = Surroundings(bootstrap.open_codes(), athens_day(bootstrap.SystemClock().now()))
    (pdf,) = bootstrap.render_paper(compose(read_document(data), around), PaperWishes(), "pdf", data)
    if not pdf.startswith(b"%PDF"):
        raise CheckFailed(f"no PDF, {len(pdf)} bytes")
    return f"{len(pdf)} bytes"
