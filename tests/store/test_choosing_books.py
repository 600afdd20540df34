"""Which books a desk opens: the environment's, the setting's, the data folder's own; what it then does."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.errors import UserError
from tests.store.server import GUARDED, Server
from tests.stress.bad_line import TOP, program, surroundings

SECRET = "zx-secret-9"


@pytest.fixture
def shared(postgres_server: Server) -> Iterator[str]:
    address = postgres_server.new_database()
    yield address
    postgres_server.drop(address)


def desk_of(folder: Path, **more: str) -> Desk:
    return bootstrap.open_desk(bootstrap.Options(data_dir=folder, **more))


def has_own_books(folder: Path) -> bool:
    return paths.database(folder).exists()


# --- which ------------------------------------------------------------------------------------------


def test_without_a_word_the_folder_has_its_own(tmp_path: Path) -> None:
    desk_of(tmp_path).close()
    assert has_own_books(tmp_path)


def test_the_environments_address_is_used_and_no_child_gets_it(
    tmp_path: Path, shared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, shared)
    options = bootstrap.Options(data_dir=tmp_path)
    assert bootstrap.DATABASE_VARIABLE not in os.environ
    assert shared not in repr(options)
    # As often as the same options are opened, as after a change of server.
    for _ in range(2):
        bootstrap.open_desk(options).close()
    assert not has_own_books(tmp_path)


def test_the_setting_counts_where_the_environment_says_nothing(tmp_path: Path, shared: str) -> None:
    bootstrap.open_settings(tmp_path).set(bootstrap.DATABASE_SETTING, shared)
    desk_of(tmp_path).close()
    assert not has_own_books(tmp_path)
    desk_of(tmp_path, database_url=shared).close()
    bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path, database_url=None)).close()
    assert has_own_books(tmp_path)


def test_the_environment_goes_before_the_setting(
    tmp_path: Path, shared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.open_settings(tmp_path).set(bootstrap.DATABASE_SETTING, "postgresql://x@127.0.0.1:1/nothing")
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, shared)
    desk_of(tmp_path).close()


def test_a_password_in_the_settings_is_refused(tmp_path: Path) -> None:
    bootstrap.open_settings(tmp_path).set(bootstrap.DATABASE_SETTING, f"postgresql://x:{SECRET}@127.0.0.1/b")
    with pytest.raises(UserError) as error:
        desk_of(tmp_path)
    assert (error.value.code, error.value.params) == ("database_password_in_settings", {})


# --- on the command line ----------------------------------------------------------------------------


def said(folder: Path, url: str, *words: str, given: str = "") -> tuple[int, str]:
    done = subprocess.run(
        program(folder, *words),
        cwd=TOP,
        env={**surroundings(), bootstrap.DATABASE_VARIABLE: url},
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://maria:{SECRET}@127.0.0.1/books",
        f"postgresql://maria:{SECRET}@db.example/books?sslmode=require",
        f"postgresql://maria:{SECRET}@127.0.0.1:1/books",
    ],
)
def test_an_address_that_leads_nowhere_ends_with_a_sentence(tmp_path: Path, url: str) -> None:
    status, words = said(tmp_path, url, "outbox")
    assert status == 2
    assert words.strip()
    assert "Traceback" not in words
    assert SECRET not in words
    assert "maria" not in words
    assert not has_own_books(tmp_path)
    logs = list(tmp_path.rglob("*.log"))
    assert [path for path in logs if SECRET in path.read_text(encoding="utf-8")] == []


def test_the_password_is_given_once_and_kept_in_the_keyring(
    tmp_path: Path, shared: str, postgres_server: Server
) -> None:
    if bootstrap.keyring_state() != "present":
        pytest.skip("no keyring in this session; the vault's tests make their own")
    url = shared.replace("desk@", f"{GUARDED}@")
    with postgres_server.connect("postgres") as admin:
        admin.execute(f"CREATE ROLE {GUARDED} LOGIN SUPERUSER PASSWORD '{SECRET}'".encode())
    status, words = said(tmp_path, url, "outbox")
    assert (status, SECRET in words) == (2, False)
    status, words = said(tmp_path, "", "login", "--database", url, given=f"{SECRET}\n")
    assert (status, SECRET in words) == (0, False)
    assert said(tmp_path, url, "outbox") == (0, "")
    with postgres_server.connect("postgres") as admin:
        admin.execute(f"DROP OWNED BY {GUARDED}".encode())
        admin.execute(f"ALTER DATABASE {shared.rpartition('/')[2]} OWNER TO desk".encode())
        admin.execute(f"DROP ROLE {GUARDED}".encode())


# --- what a desk does with it -----------------------------------------------------------------------


@pytest.fixture(params=["file", "server"])
def two_desks(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two windows on one file; two offices on one server."""
    url, folders = None, (tmp_path, tmp_path)
    if request.param == "server":
        url, folders = request.getfixturevalue("shared"), (tmp_path / "one", tmp_path / "two")
    desks = [bootstrap.open_desk(bootstrap.Options(data_dir=folder, database_url=url)) for folder in folders]
    yield desks[0], desks[1]
    for desk in desks:
        desk.close()


def test_a_desk_remembers_what_it_read_and_saves_over_nobody(two_desks: tuple[Desk, Desk]) -> None:
    one, other = two_desks
    draft = one.new_draft()
    draft_id = one.save_draft(draft, None)
    assert one.save_draft(draft, draft_id) == draft_id
    read = other.load_draft(draft_id)
    assert read is not None
    other.save_draft(read, draft_id)
    other.save_draft(read, draft_id)
    for _ in range(2):
        with pytest.raises(UserError) as error:
            one.save_draft(draft, draft_id)
        assert error.value.code == "draft_changed_elsewhere"
    kept = one.save_draft(draft, None)
    assert kept != draft_id
    again = one.load_draft(draft_id)
    assert again is not None
    one.save_draft(again, draft_id)


def test_a_desk_hears_of_what_another_does(two_desks: tuple[Desk, Desk]) -> None:
    one, other = two_desks
    while one.wait_for_change(0.05):
        pass
    other.save_draft(other.new_draft(), None)
    assert one.wait_for_change(10)


def test_closing_a_desk_ends_its_waiting(two_desks: tuple[Desk, Desk]) -> None:
    one, _ = two_desks
    answers: list[bool] = []
    one.wait_for_change(0.05)
    thread = threading.Thread(target=lambda: answers.append(one.wait_for_change(30)))
    thread.start()
    one.close()
    thread.join(5)
    assert answers == [False]
