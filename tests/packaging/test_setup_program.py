"""The setup program for Windows holds the folder it was made of, speaks two languages, touches its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))
sys.path.append(str(Path(__file__).parent))

import setup_program  # noqa: E402
import windows_folder  # noqa: E402

SCRIPTS = sorted((TOP / "packaging" / "installer").glob("*.ns[hi]"))
CODE = "\n".join(
    line
    for path in SCRIPTS
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()[:1] != ";"
)
GREEK = re.compile("[α-ωά-ώ]")


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder and the setup program that was made of it."""
    makensis = setup_program.find_makensis()
    assert makensis, "makensis (Debian: nsis) is missing; dev.py test installs it where it may"
    work = tmp_path_factory.mktemp("εγκατάσταση με κενά")
    folder = windows_folder.make(work / "einvoice-desktop")
    setup_program.write_list(folder)
    output = work / "einvoice-desktop-0.1.0-setup.exe"
    setup_program.make(makensis, setup_program.Wish(folder, output, "0.1.0"), work / "work")
    return folder, output


def test_it_holds_the_whole_folder_with_names_in_greek(setup: tuple[Path, Path]) -> None:
    folder, output = setup
    seven = shutil.which("7z")
    assert seven, "7z (Debian: p7zip-full) is missing; dev.py test installs it where it may"
    target = output.parent / "out"
    subprocess.run([seven, "x", f"-o{target}", str(output)], check=True, capture_output=True)
    inside = target / "einvoice-desktop-incoming"
    assert windows_folder.listed(inside) == windows_folder.listed(folder)
    for name in windows_folder.listed(folder):
        assert (inside / name).read_bytes() == (folder / name).read_bytes(), name
    assert {path.name for path in target.iterdir()} == {inside.name, "Uninstall.exe", "$PLUGINSDIR"}


def test_it_starts_without_an_administrator_and_tells_its_version(setup: tuple[Path, Path]) -> None:
    data = setup[1].read_bytes()
    manifest = re.search(rb"<requestedExecutionLevel level=\"(\w+)\"", data)
    assert manifest is not None
    assert manifest.group(1) == b"asInvoker"
    for words in ("Sets up eInvoice Desktop", "Εγκατάσταση του eInvoice Desktop", "0.1.0"):
        assert words.encode("utf-16-le") in data


def test_the_list_names_every_file_those_on_top_first_and_the_deepest_folder_first(tmp_path: Path) -> None:
    folder = windows_folder.make(tmp_path / "f")
    lines = setup_program.write_list(folder).read_bytes().decode("utf-16-le").split("\r\n")
    assert lines.pop() == ""
    files = [line for line in lines if not line.endswith("\\")]
    assert {line.replace("\\", "/") for line in files} == windows_folder.listed(folder)
    depth = [line.count("\\") > 0 for line in files]
    assert depth == sorted(depth)
    folders = [line for line in lines if line.endswith("\\")]
    assert folders.index("_internal\\PySide6\\plugins\\platforms\\") < folders.index("_internal\\PySide6\\")
    assert folders[-1] == "_internal\\"


def test_every_sentence_stands_in_both_languages_and_every_one_is_said() -> None:
    text = (TOP / "packaging" / "installer" / "texts.nsh").read_text(encoding="utf-8").replace("\\\n", " ")
    sentences = re.findall(r'^!insertmacro Text (\w+)\s+"([^"]*)"\s+"([^"]*)"$', text, re.MULTILINE)
    assert len(sentences) == text.count("\n!insertmacro Text ")
    for name, english, greek in sentences:
        assert english, name
        assert not GREEK.search(english), name
        assert GREEK.search(greek) or greek == english == "eInvoice Desktop ${VERSION}", name
    assert set(re.findall(r"\$\((\w+)\)", CODE)) == {name for name, _, _ in sentences}


def test_it_asks_for_no_administrator_and_writes_into_the_persons_own_branch_alone() -> None:
    assert re.findall(r"RequestExecutionLevel (\w+)", CODE) == ["user"]
    roots = re.findall(
        r"\b(?:WriteReg\w+|DeleteReg\w+(?: /ifempty)?|ReadReg\w+ \S+|InstallDirRegKey) (\w+)", CODE
    )
    assert len(roots) > 15
    assert set(roots) == {"HKCU"}
    assert not re.search(r"SetShellVarContext|HKLM|\$PROGRAMFILES|\$COMMON", CODE, re.IGNORECASE)
    assert ".json" not in CODE


def test_whole_folders_go_only_where_setup_made_them_or_the_person_said_so() -> None:
    deleted = re.findall(r'RMDir /r "?([^"\n]*)', CODE)
    assert sorted(set(deleted)) == ["$INSTDIR\\${INCOMING}", "${DATA}"]
    assert deleted.count("${DATA}") == 1
    asked = CODE.index("${If} $DeleteData = 1")
    assert asked < CODE.index('RMDir /r "${DATA}"') < CODE.index('RMDir "$INSTDIR"', asked)
    assert re.findall(r'"/DELETEDATA"', CODE) == ['"/DELETEDATA"']


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", "0.1.0.0"), ("1.2.3.4", "1.2.3.4"), ("0.2.0rc1", "0.2.0.0"), ("2", "2.0.0.0")],
)
def test_windows_gets_four_numbers(version: str, numbers: str) -> None:
    assert setup_program.numbers(version) == numbers


def test_what_nsis_says_is_told(tmp_path: Path) -> None:
    makensis = setup_program.find_makensis()
    assert makensis
    empty = tmp_path / "empty"
    empty.mkdir()
    wish = setup_program.Wish(empty, tmp_path / "einvoice-setup.exe", "0.1.0")
    with pytest.raises(setup_program.SetupFailed, match="no files found"):
        setup_program.make(makensis, wish, tmp_path / "work")
