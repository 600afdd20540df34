"""What a desk is opened with, and what of it the environment tells."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import EllipsisType

API_KEY_VARIABLE = "EINVOICE_API_KEY"
DATABASE_VARIABLE = "EINVOICE_DATABASE_URL"


class Options:
    """How a desk is opened.

    `server`: "practice", a known host's name or an address; `company_vat`: whose new documents are, "" for
    whoever issued last; `serve_practice`: the practice provider's pages are served on their loopback port
    while the desk is open. `database_url`: without it the environment's; where that is empty the setting
    `database.url` counts, and without that the file of the data folder (None: that file, whatever is set;
    "" : nothing in the environment).
    """

    # No dataclass: making one is paid for before the first picture.
    def __init__(
        self,
        data_dir: Path,
        server: str = "practice",
        sign_in: str = "bearer",
        company_vat: str = "",
        encrypted: bool = False,
        pgp_key: str = "",
        pgp_fingerprint: str = "",
        retry_after: float | None = None,
        serve_practice: bool = False,
        database_url: str | EllipsisType | None = ...,
        lease_seconds: float | None = None,
    ) -> None:
        self.data_dir = data_dir
        self.server = server
        self.sign_in = sign_in
        self.company_vat = company_vat
        self.encrypted = encrypted
        self.pgp_key = pgp_key
        self.pgp_fingerprint = pgp_fingerprint
        self.retry_after = retry_after
        self.serve_practice = serve_practice
        self.database_url = take_database_url() if database_url is ... else database_url
        self.lease_seconds = lease_seconds


def take_api_key() -> str | None:
    """The key of the environment; taken out of it, so that no child process gets it."""
    return os.environ.pop(API_KEY_VARIABLE, None) or None


def take_database_url() -> str:
    """The address of the environment, "" for none; taken out of it, so that no child process gets it."""
    return os.environ.pop(DATABASE_VARIABLE, "").strip()
