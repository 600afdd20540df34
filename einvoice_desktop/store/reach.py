"""Whether a server with shared books can be reached, without touching anything there."""

from __future__ import annotations

from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.engine import BUSY_SECONDS, Password


def reach(url: str, password: Password) -> None:
    """Connects and lets go. Raises UserError."""
    from einvoice_desktop.store.on_postgres import PostgresBackend

    address = database_address(url)
    known = address.password if address.password is not None else password(address.keyring_name)
    backend = PostgresBackend(address, known, BUSY_SECONDS)
    with backend.told():
        backend.engine.connect().close()
    backend.engine.dispose()
