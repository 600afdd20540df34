"""The one place that wires parts together. Importing it is cheap; `open_desk` imports the heavy parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from einvoice_desktop import paths
from einvoice_desktop.companies import SystemCompanies
from einvoice_desktop.connections import SystemConnections
from einvoice_desktop.options import API_KEY_VARIABLE as API_KEY_VARIABLE
from einvoice_desktop.options import DATABASE_VARIABLE as DATABASE_VARIABLE
from einvoice_desktop.options import Options as Options
from einvoice_desktop.options import take_api_key as take_api_key
from einvoice_desktop.options import take_database_url as take_database_url
from einvoice_desktop.practice import PRACTICE_KEY as PRACTICE_KEY
from einvoice_desktop.practice import Practice as Practice
from einvoice_desktop.practice import SystemClock as SystemClock
from einvoice_desktop.practice import load_table as load_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.connection import Settings
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.encryption import Encryption
    from einvoice_desktop.app.messages import Catalogue, Messages
    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.app.ports import CipherMaker, Gateway
    from einvoice_desktop.app.ports.sheets import Workbook
    from einvoice_desktop.app.submit import RetryPolicy
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.folders import Places
    from einvoice_desktop.store.engine import SqlStore
    from einvoice_desktop.store.settings import SettingsFile

DATABASE_SETTING = "database.url"


def open_codes() -> CodeTables:
    """The code tables."""
    from einvoice_desktop.domain.codes import CodeTables

    return CodeTables(load_table)


def load_messages() -> Catalogue:
    """Code -> language -> sentence."""
    import json

    catalogue: Catalogue = json.loads(paths.resource("i18n/messages.json").read_bytes())
    return catalogue


def open_messages() -> Messages:
    """The sentences."""
    from einvoice_desktop.app.messages import Messages

    return Messages(load_messages(), lambda: {str(row["code"]): row for row in load_table("error_codes")})


def open_settings(data_dir: Path) -> SettingsFile:
    """The settings of a data folder."""
    from einvoice_desktop.store.settings import SettingsFile

    return SettingsFile(paths.settings_file(data_dir))


def write_file(path: Path, data: bytes) -> None:
    """A file that a person keeps: whole and durable, or not at all. Raises OSError."""
    from einvoice_desktop.store.files import write_whole

    write_whole(path, data)


def keep_file(path: Path, data: bytes) -> None:
    """The same for a file of the program's own; its folder is made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, data)


def open_backups(data_dir: Path, database_url: str | None) -> Backups:
    """The backups of a data folder; `database_url` as in Options."""
    from einvoice_desktop import __version__
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.store.address import server_of
    from einvoice_desktop.store.shelf import FolderShelf

    shelf = FolderShelf(
        paths.database(data_dir),
        paths.settings_file(data_dir),
        __version__,
        lambda: server_of(database_url, open_settings(data_dir).get(DATABASE_SETTING)),
        SystemCompanies(data_dir).who_issues,
    )
    return Backups(shelf, lambda: open_settings(data_dir), SystemClock())


def mark_books_restored(data_dir: Path, database_url: str | None, made_at: datetime) -> tuple[int, int]:
    """For books that came back from a copy of `made_at` by other means than ours: how many documents are
    asked about, and how many series need their last number. Raises UserError."""
    from einvoice_desktop.app.errors import UserError
    from einvoice_desktop.store.lock import FolderSenderLock

    with FolderSenderLock(data_dir).hold() as mine:
        if not mine:
            raise UserError("restore_books_busy", who="")
        store = _open_books(Options(data_dir, database_url=database_url), data_dir)
        try:
            return store.mark_restored(made_at, SystemClock().now())
        finally:
            store.close()


def start_logging(data_dir: Path) -> None:
    """Logs of this data folder."""
    from einvoice_desktop import logs

    try:
        logs.start_logging(paths.log_dir(data_dir))
        logs.catch_faults(paths.log_dir(data_dir))
    except OSError:
        # Where no log can be written the books cannot either, and that is what the person is told.
        return


def window_places(data_dir: Path) -> Places:
    """What the window shows of the data folder, and where a second start finds the window."""
    from einvoice_desktop import handover
    from einvoice_desktop.gui.folders import Folders, Meeting, Places

    folders = Folders(data_dir, paths.database(data_dir), paths.log_dir(data_dir))
    return Places(folders, Meeting(paths.window_lock(data_dir), lambda: handover.address(data_dir)))


def open_desk(options: Options, api_key: str | None = None) -> Desk:
    """A data folder's desk, wired. Raises UserError for a bad server or a store that cannot be opened."""
    from einvoice_desktop.store.late import without_asyncio

    with without_asyncio():
        return _open_desk(options, api_key)


def _open_desk(options: Options, api_key: str | None) -> Desk:
    import random
    import uuid
    from functools import partial

    from einvoice_desktop.app.companies import own_issuer
    from einvoice_desktop.app.connection import is_real
    from einvoice_desktop.app.desk import Desk, Parts
    from einvoice_desktop.app.errors import UserError
    from einvoice_desktop.app.samples import every_sample
    from einvoice_desktop.app.sealing import Way
    from einvoice_desktop.domain.submission import SignIn
    from einvoice_desktop.provider.gateway import HttpGateway
    from einvoice_desktop.provider.servers import PRACTICE, is_own_address, resolve
    from einvoice_desktop.sheets.writing import write_tables
    from einvoice_desktop.store.files import new_file
    from einvoice_desktop.store.lock import FolderSenderLock
    from einvoice_desktop.vault.secrets import KeyringSecrets

    server = resolve(options.server).name
    try:
        data_dir = paths.private_dir(options.data_dir)
    except OSError:
        raise UserError("folder_unusable", path=options.data_dir) from None
    practice = Practice(data_dir)
    clock = SystemClock()
    encryption = _open_encryption(options, data_dir, practice)
    gateway = HttpGateway(
        KeyringSecrets(),
        clock,
        practice=practice.transport,
        practice_key=PRACTICE_KEY,
        environment_key=api_key,
        encryptor=lambda name: partial(encryption.encrypt, name),
    )
    parts = Parts(
        store=_open_books(options, data_dir),
        gateway=_ClosingGateway(gateway, practice),
        lock=FolderSenderLock(data_dir),
        clock=clock,
        codes=open_codes(),
        messages=open_messages(),
        samples=lambda: every_sample(_sample_bytes),
        new_id=lambda: str(uuid.uuid4()),
        jitter=random.random,
        live=is_real,
        own_address=is_own_address,
        practice_address=practice.address,
        offline_line=lambda name, vat: offline_line(name, vat, data_dir, api_key),
        company_vat=options.company_vat,
        company=lambda: own_issuer(open_settings(data_dir).get),
        encryption=encryption,
        registry=gateway.registry,
        read_workbook=_read_workbook,
        write_tables=write_tables,
        new_file=new_file,
    )
    if options.serve_practice and server == PRACTICE:
        practice.serve()
    way = Way(server, SignIn(options.sign_in), options.encrypted)
    return Desk(parts, way, _policy(options.retry_after))


def open_encryption(data_dir: Path) -> Encryption:
    """Of a data folder, for every server of it."""
    return _open_encryption(Options(data_dir, database_url=None), data_dir, Practice(data_dir))


def _open_encryption(options: Options, data_dir: Path, practice: Practice) -> Encryption:
    from einvoice_desktop.app.encryption import Encryption, KeyChoice

    def makers() -> Sequence[CipherMaker]:
        from einvoice_desktop.vault.pgp import cipher_makers

        return cipher_makers(paths.pgp_dir(data_dir))

    return Encryption(
        # Read anew each time: another process may have confirmed a key since.
        lambda: open_settings(data_dir),
        lambda path, limit: paths.read_bounded(Path(path), limit),
        makers,
        SystemClock(),
        practice.public_key,
        KeyChoice(options.pgp_key, options.pgp_fingerprint),
    )


def offline_line(server: str, vat: str, data_dir: Path, api_key: str | None = None) -> tuple[str, str]:
    """The portal that answers the QR of a document issued offline, and the key that signs it. Raises
    UserError. A server without a portal of its own answers at its own address."""
    from einvoice_desktop.domain.identity import bare_vat
    from einvoice_desktop.provider.keys import ApiKeys
    from einvoice_desktop.provider.servers import PRACTICE, resolve
    from einvoice_desktop.vault.secrets import KeyringSecrets

    known = resolve(server)
    key = ApiKeys(KeyringSecrets(), PRACTICE_KEY, api_key).of(known, bare_vat(vat))
    if known.name == PRACTICE:
        return f"http://127.0.0.1:{Practice(data_dir).port()}", key
    return known.portal_url or known.api_url, key


def _open_books(options: Options, data_dir: Path) -> SqlStore:
    """The data folder's own file, or what several desks share. Raises UserError."""
    from einvoice_desktop.store.choice import open_books
    from einvoice_desktop.vault.secrets import KeyringSecrets

    return open_books(
        paths.database(data_dir),
        options.database_url,
        open_settings(data_dir).get(DATABASE_SETTING),
        KeyringSecrets().database_password,
        options.lease_seconds,
    )


def save_database_password(url: str, password: str) -> str:
    """Keeps an address's password in the keyring; where it leads, for people. Raises UserError."""
    from einvoice_desktop.store.address import database_address
    from einvoice_desktop.vault.secrets import KeyringSecrets

    address = database_address(url)
    KeyringSecrets().set_database_password(address.keyring_name, password)
    return address.place


def database_state(url: str) -> str:
    """ "reached" where the server answers and lets this address in. Raises UserError."""
    from einvoice_desktop.store.reach import reach
    from einvoice_desktop.vault.secrets import KeyringSecrets

    reach(url, KeyringSecrets().database_password)
    return "reached"


def save_api_key(server: str, vat: str, key: str) -> str:
    """Keeps a key in the system's keyring; the server's name. Raises UserError."""
    from einvoice_desktop.domain.identity import bare_vat
    from einvoice_desktop.provider.servers import resolve
    from einvoice_desktop.vault.secrets import KeyringSecrets

    name = resolve(server).name
    KeyringSecrets().set_api_key(name, bare_vat(vat), key)
    return name


def chosen_sign_in(data_dir: Path) -> str:
    """The one setting for the way in."""
    from einvoice_desktop.app.connection import chosen_sign_in as chosen

    return str(chosen(open_settings(data_dir)))


def open_connections(
    data_dir: Path, settings: Settings, api_key: str | None = None, *, practice: bool = False
) -> SystemConnections:
    """What can be asked and changed of a data folder's connections; `api_key` is the environment's."""
    who_issues = SystemCompanies(data_dir).who_issues
    return SystemConnections(data_dir, settings, api_key, practice=practice, who_issues=who_issues)


def keyring_state() -> str:
    """ "present" or "keyring_locked" where this system has a keyring; "" where it has none."""
    from einvoice_desktop.app.errors import UserError
    from einvoice_desktop.vault.secrets import KeyringSecrets

    try:
        KeyringSecrets(limit=5.0).api_key("practice", "000000000")
    except UserError as error:
        return "" if error.code == "keyring_absent" else error.code
    return "present"


def save_picture(path: Path, data_dir: Path, view: str = "compose") -> None:
    """A picture (PNG) of the window on a data folder's practice books, on the Qt platform that is set."""
    from einvoice_desktop.gui.picture import picture

    options = Options(data_dir=data_dir, database_url=None)
    picture(path, lambda: open_desk(options), open_settings(data_dir), paths.resource, view=view)


def render_paper(
    composition: Composition, wishes: PaperWishes, kind: Literal["pdf", "png"], data: bytes = b""
) -> list[bytes]:
    """A draft's paper as it would print: one PDF, or a picture of each page; on Qt's platform that is set."""
    from einvoice_desktop.app.printing import paper_of_draft
    from einvoice_desktop.gui.paper.offscreen import rendered

    content = paper_of_draft(composition, wishes, composition.surroundings.codes, "live")
    return rendered(content, paths.resource, kind, data)


def _read_workbook(data: bytes, encoding: str = "", separator: str = "") -> Workbook:
    from einvoice_desktop.sheets.reading import read_workbook

    return read_workbook(data, encoding, separator)


class _ClosingGateway:
    """The gateway, which takes the practice provider's server with it when it closes."""

    def __init__(self, gateway: Gateway, practice: Practice) -> None:
        self._gateway = gateway
        self._practice = practice
        self.provider = gateway.provider
        self.signed_in_until = gateway.signed_in_until

    def close(self) -> None:
        self._gateway.close()
        self._practice.close()


def _policy(retry_after: float | None) -> RetryPolicy:
    from einvoice_desktop.app.submit import RetryPolicy

    return RetryPolicy(override=retry_after)


def _sample_bytes(name: str) -> bytes:
    return paths.resource(f"samples/{name}").read_bytes()
