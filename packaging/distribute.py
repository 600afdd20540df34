"""Makes of a frozen folder what people get: setup program, portable ZIP, bill of materials, checksums.

python distribute.py TOP [FOLDER]    (dev.py build calls it once a build counts)

FOLDER is dist/einvoice-desktop. All of it lands in TOP/dist/release. The files of another platform of the
same version stay there, those of another version go. A folder with an .exe in it is a Windows one, wherever
this runs.
"""

from __future__ import annotations

import hashlib
import sys
from importlib import import_module
from pathlib import Path

import bill_of_materials
import contents
import portable
import setup_program
import signing
from bill_of_materials import BillWrong
from setup_program import SetupFailed
from signing import SigningFailed

NAME = "einvoice-desktop"
SUMS = "SHA256SUMS"
DESCRIPTION = ("update.json", "update.json.sig")
LICENCES = "THIRD-PARTY-LICENCES.txt"
PICTURE_COLOUR = "#e8eff8"


def main(top: Path, folder: Path | None = None) -> int:
    folder = (folder or top / "dist" / NAME).resolve()
    if not (folder / contents.INSIDE).is_dir():
        print(f"There is no frozen program in {folder}.", file=sys.stderr)
        return 1
    release = top / "dist" / "release"
    version: str = import_module("einvoice_desktop").__version__
    print(f"\nRelease files of {version}: {release}")
    try:
        distribute(top, folder, release, version)
    except (BillWrong, SetupFailed, SigningFailed) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def distribute(top: Path, folder: Path, release: Path, version: str) -> None:
    """Raises BillWrong, SetupFailed, SigningFailed."""
    windows = contents.is_windows(folder)
    stem = f"{NAME}-{version}"
    platform = "windows-x64" if windows else "linux-x64"
    _clear(release, stem)
    if windows:
        _say("Programs", sign_folder(folder))
    (folder / LICENCES).write_text(contents.third_party_text(folder), encoding="utf-8", newline="\n")
    _say("Licences", LICENCES)
    if windows:
        setup_program.write_list(folder)
    archive = release / f"{stem}-{platform}.zip"
    files = portable.pack(folder, archive)
    _say("Portable", f"{archive.name}, {files} files, {_megabytes(archive)}")
    if windows:
        _say("Setup", make_setup(top, folder, release / f"{stem}-setup.exe", version))
    bill = release / f"{stem}-{platform}.cdx.json"
    parts = [*contents.packages(folder), *contents.others(folder)]
    lock = (top / "packaging" / "locks" / "runtime.txt").read_text(encoding="utf-8")
    marks = bill_of_materials.WINDOWS if windows else bill_of_materials.LINUX
    number = bill_of_materials.write(parts, bill_of_materials.locked(lock, marks), platform, version, bill)
    _say("Bill of materials", f"{bill.name}, {number} parts")
    _say("Checksums", f"{SUMS}, {write_sums(release)} files")


def sign_folder(folder: Path) -> str:
    if not signing.configured():
        return f"not signed, neither {signing.PFX} nor {signing.COMMAND} is set"
    return f"{signing.sign(signing.unsigned(folder))} signed"


def make_setup(top: Path, folder: Path, output: Path, version: str) -> str:
    makensis = setup_program.find_makensis()
    if makensis is None:
        return "not made, there is no makensis (NSIS 3) on this machine"
    work = top / ".packaging" / "setup"
    work.mkdir(parents=True, exist_ok=True)
    drawing = top / "resources" / "icons" / f"{NAME}.svg"
    wish = setup_program.Wish(folder, output, version, _icon(drawing, work), _picture(drawing, work))
    setup_program.make(makensis, wish, work)
    state = "signed" if signing.is_signed(output) else "not signed"
    return f"{output.name}, {_megabytes(output)}, {state}"


def write_sums(release: Path) -> int:
    """Write SHA256SUMS of everything else in `release`, as sha256sum reads it; returns how many files.

    Without an update's description: that is written after it, anew every few months, and signed.
    """
    left_out = {SUMS, *DESCRIPTION}
    files = sorted(path for path in release.iterdir() if path.is_file() and path.name not in left_out)
    lines = [f"{_sha256(path)} *{path.name}\n" for path in files]
    (release / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(files)


def _clear(release: Path, stem: str) -> None:
    release.mkdir(parents=True, exist_ok=True)
    for path in release.glob(f"{NAME}-*"):
        if path.is_file() and not path.name.startswith(f"{stem}-"):
            path.unlink()


def _icon(drawing: Path, work: Path) -> Path:
    # Drawn by Qt, which nothing else here needs.
    from program_icon import write_icon

    return write_icon(drawing, work / f"{NAME}.ico")


def _picture(drawing: Path, work: Path) -> Path:
    """The left side of setup's first and last page, at twice its size for sharp screens."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(328, 628, QImage.Format.Format_RGB888)
    image.fill(QColor(PICTURE_COLOUR))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter, QRectF(84, 96, 160, 160))
    painter.end()
    path = work / "setup.bmp"
    if not image.save(str(path)):
        raise SetupFailed(f"{path} could not be written.")
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


def _say(what: str, words: str) -> None:
    print(f"{what}: {words}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
