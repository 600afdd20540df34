"""`backup` and `restore`: without a window, deliberate, and what they leave is what the window leaves."""

import json
import zipfile

from tests.cli.conftest import PUBLISHED


def test_books_go_into_a_file_and_come_back_with_every_doubt_that_they_must_have(
    command, without_number, tmp_path
):
    first, second, *_ = [file for file in without_number if "3.1-5" not in file.name]
    assert command("submit", first, "--practice", "--today").status == 0
    assert command("submit", second, "--practice", "--today", "--wait", "0").status in (0, 3)
    file = tmp_path / "αντίγραφο.zip"
    made = command("backup", "-o", file, "--json")
    assert made.status == 0, made.err
    (row,) = made.rows
    assert (row["file"], row["documents"], row["verified"], row["reason"]) == (str(file), 2, True, "wanted")
    later = command("submit", first, "--practice", "--today", "--json").rows[0]
    asked = command("restore", file, "--yes-date", "2020-01-01", "--json")
    assert (asked.status, asked.out) == (2, "")
    assert row["day"] in asked.err
    done = command("restore", file, "--yes-date", row["day"], "--json")
    assert done.status == 0, done.err
    (told,) = done.rows
    assert told["before"] is not None
    assert told["series"] >= 1
    rows = command("outbox", "--json").rows
    assert len(rows) == 2
    assert {one["state"] for one in rows} <= {"issued", "unknown"}

    refused = command("submit", first, "--practice", "--today", "--json")
    assert refused.status == 1
    (said,) = refused.rows
    assert (said["state"], [problem["code"] for problem in said["problems"]]) == ("draft", ["series_unsure"])
    last = later["number"]
    given = command("submit", first, "--practice", "--today", "--last-number", last, "--json")
    assert given.status == 0, given.out + given.err
    assert given.rows[0]["number"] == str(int(last) + 1)
    verified = command("outbox", "--verify", "--json").rows
    assert verified[-1] == {"journal": "whole", "brokenAt": None}
    assert "restored" in {one.get("outcome") for one in verified}


def test_other_books_take_the_place_of_these_only_if_that_is_said(command, without_number, tmp_path):
    file = tmp_path / "other.zip"
    elsewhere = ("--data-dir", tmp_path / "other")
    assert command(*elsewhere, "submit", without_number[0], "--practice", "--today").status == 0
    day = command(*elsewhere, "backup", "-o", file, "--json").rows[0]["day"]
    assert command("submit", without_number[1], "--practice", "--today").status == 0
    before = command("outbox", "--json").rows
    refused = command("restore", file, "--yes-date", day, "--json")
    assert (refused.status, refused.out) == (2, "")
    assert "--other-books" in refused.err
    assert command("outbox", "--json").rows == before
    assert command("restore", file, "--yes-date", day, "--other-books", "--json").status == 0
    assert command("outbox", "--json").rows != before


def test_backups_go_to_the_data_folder_and_are_listed(command, folder):
    assert command("backup").status == 0
    assert command("submit", PUBLISHED / "3.1-1.json", "--practice", "--today").status in (0, 1)
    made = command("backup", "--json")
    assert made.status == 0
    listed = command("backup", "--list", "--json").rows
    assert [row["documents"] for row in listed] == [1, None]
    assert all(row["file"].startswith(str(folder / "backups")) for row in listed)
    with zipfile.ZipFile(listed[0]["file"]) as archive:
        assert json.loads(archive.read("manifest.json"))["books"]["rows"]["submissions"] == 1


def test_a_chosen_folder_that_is_away_is_told_and_the_backup_made_all_the_same(command, folder, tmp_path):
    stick = tmp_path / "stick"
    folder.mkdir()
    (folder / "settings.ini").write_text(f"[settings]\nbackup.folder = {stick}\n", encoding="utf-8")
    made = command("backup", "--json")
    assert made.status == 1
    assert made.rows[0]["file"].startswith(str(folder / "backups"))
    assert str(stick) in made.err
    stick.mkdir()
    made = command("backup", "--json")
    assert (made.status, made.err) == (0, "")
    assert made.rows[0]["file"].startswith(str(stick))


def test_what_is_no_backup_is_a_sentence_and_two(command, tmp_path):
    file = tmp_path / "x.zip"
    file.write_bytes(b"no zip")
    for words in (["restore", file], ["restore", tmp_path / "nowhere.zip"]):
        said = command(*words)
        assert (said.status, said.out) == (2, "")
        assert len(said.err.strip().splitlines()) == 1


def test_of_books_on_a_server_the_settings_alone_are_kept_and_it_is_said(command):
    server = {"EINVOICE_DATABASE_URL": "postgresql://me@db.example.gr/books", "EINVOICE_LANGUAGE": "en"}
    said = command("backup", env=server)
    assert said.status == 0
    assert "db.example.gr" in said.out
    assert "own backup" in said.out


def test_where_there_are_no_books_nothing_is_said_of_a_server(command, tmp_path):
    done = command("backup", "-o", tmp_path / "empty.zip", env={"EINVOICE_LANGUAGE": "en"})
    assert done.status == 0, done
    assert done.out.endswith("empty.zip. There are no books in it.\n")


def test_the_settings_of_a_desk_are_carried_to_another_that_keeps_its_books_address(command, tmp_path):
    address = "postgresql://me@db.example.gr/books"
    server = {"EINVOICE_DATABASE_URL": address, "EINVOICE_LANGUAGE": "en"}
    for folder, text in (("one", "company.vat = EL094014201"), ("other", f"database.url = {address}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "settings.ini").write_text(f"[settings]\n{text}\n", encoding="utf-8")
    file, one, other = tmp_path / "settings.zip", tmp_path / "one", tmp_path / "other"
    day = command("--data-dir", one, "backup", "-o", file, "--json", env=server).rows[0]["day"]
    done = command("--data-dir", other, "restore", file, "--yes-date", day, env={"EINVOICE_LANGUAGE": "en"})
    assert done.status == 0, done.err
    assert done.out.startswith(f"The settings of {day} are back.")
    settings = (other / "settings.ini").read_text(encoding="utf-8")
    assert "company.vat = EL094014201" in settings
    assert f"database.url = {address}" in settings


def test_books_that_came_back_by_other_means_are_marked_on_request(command, without_number):
    first = without_number[0]
    assert command("submit", first, "--practice", "--today").status == 0
    for words in (["restore"], ["restore", "--already-back"], ["restore", first, "--already-back"]):
        assert command(*words).status == 2
    done = command("restore", "--already-back", "--yes-date", "2026-11-20", "--json")
    assert (done.status, done.rows) == (0, [{"asked": 0, "series": 1}])
    assert command("submit", first, "--practice", "--today").status == 1
