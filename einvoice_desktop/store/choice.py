"""Which books a data folder's desk opens: the environment's, else the setting's, else the folder's own."""

from __future__ import annotations

import platform
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.desk_id import desk_id
from einvoice_desktop.store.desks import LEASE_SECONDS
from einvoice_desktop.store.engine import Password, SqlStore, open_store


def open_books(
    own: Path, given: str | None, setting: str, password: Password, lease_seconds: float | None
) -> SqlStore:
    """`given` is the environment's address, "" for none; None for `own` whatever is set.

    Raises UserError as open_store does, and "database_password_in_settings": that file may be copied.
    """
    url = given
    if url == "":
        url = setting
        if url and database_address(url).password is not None:
            raise UserError("database_password_in_settings")
    return open_store(
        url or own,
        folder_id=desk_id(own.parent),
        desk_name=platform.node(),
        password=password,
        lease_seconds=lease_seconds or LEASE_SECONDS,
    )
