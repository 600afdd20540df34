"""`check`: the published sums, sentences with a place, and a status that scripts can trust."""

import sys

import pytest

from tests.cli.conftest import PUBLISHED

SUMS = {"3.1-1": "9000.00", "3.1-2": "946.90", "3.1-3": "9000.00", "3.1-4": "609.06", "3.1-5": "946.90"}


def test_published_samples_give_the_published_sums(command):
    said = command("check", "--json", *sorted(PUBLISHED.glob("*.json")))
    assert said.status == 0
    assert len(said.rows) == 5
    for row, (name, gross) in zip(said.rows, SUMS.items(), strict=True):
        assert set(row) == {"file", "document", "problems"}
        assert row["file"].endswith(f"{name}.json")
        assert float(row["document"]["summaries"]["totalGrossValue"]) == float(gross)
        assert {p["severity"] for p in row["problems"]} == {"warning"}
        assert set(row["problems"][0]) == {"path", "code", "severity", "message"}


def test_people_read_greek_unless_they_ask_for_english(command):
    file = PUBLISHED / "3.1-2.json"
    assert "καθαρή αξία 1.000,00" in command("check", file).out
    assert "net 1,000.00" in command("check", file, env={"EINVOICE_LANGUAGE": "en"}).out


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"this is no document", "1"),
        (b'{"series": "A",\n "number": NaN}', "number"),
        (b'{"series": "A", "Series": "B"}', "series"),
        (b'{"details": [{"quantity": "two"}]}', "details[0].quantity"),
        (b'{"details": 5}', "details"),
        ('{"series": "Τιμολόγιο"}'.encode("cp1253"), "13"),
        (b"[" * 200_000, "1"),
        (b"", "1"),
        (b'{"number": ' + b"9" * 5000 + b"}", "number"),
    ],
    ids=["garbage", "NaN", "twice", "type", "list", "cp1253", "nested", "empty", "digits"],
)
def test_what_cannot_be_read_gives_a_sentence_with_its_place_and_no_row(command, tmp_path, content, place):
    file = tmp_path / "παραστατικό.json"
    file.write_bytes(content)
    said = command("check", "--json", file)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "παραστατικό.json" in said.err
    assert place in said.err
    assert "Traceback" not in said.err


def test_sixty_megabytes_are_refused_at_once(command, tmp_path):
    file = tmp_path / "large.json"
    with file.open("wb") as large:
        large.write(b'{"series": "')
        for _ in range(60):
            large.write(b"A" * 1_000_000)
        large.write(b'"}')
    said = command("check", file)
    assert said.status == 2
    assert "Traceback" not in said.err


def test_all_files_are_worked_and_the_worst_status_is_told(command, tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"invoiceTypeCode": "1.1"}')
    good = PUBLISHED / "3.1-3.json"
    assert command("check", wrong, good).status == 1
    said = command("check", "--json", tmp_path / "missing.json", wrong, good)
    assert said.status == 2
    assert [row["file"] for row in said.rows] == [str(wrong), str(good)]


def test_wrong_words_are_status_2(command):
    assert command("check").status == 2
    assert command("submit", PUBLISHED / "3.1-1.json").status == 2
    assert command("nonsense", "--x").status == 2


def test_commands_never_import_qt():
    sample = str(PUBLISHED / "3.1-1.json")
    code = (
        "import sys; from einvoice_desktop.__main__ import main;"
        f"main(['--data-dir', sys.argv[1], 'check', {sample!r}]);"
        f"main(['--data-dir', sys.argv[1], 'submit', {sample!r}, '--practice', '--today']);"
        "main(['--data-dir', sys.argv[1], 'outbox']);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as data:
        process = subprocess.run(
            [sys.executable, "-c", code, data], cwd=PUBLISHED.parents[2], capture_output=True, check=False
        )
    assert process.returncode == 0, process.stderr


def test_the_program_checks_itself(command):
    said = command("--self-check")
    assert said.status == 0, said.out
    assert "609.06" in said.out
    assert "MARK 4" in said.out
    assert said.out.endswith("ok\n")
