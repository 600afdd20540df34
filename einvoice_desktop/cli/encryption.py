"""Before anything is sealed: the key that it would be encrypted to, checked, and its end foretold."""

from __future__ import annotations

from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.encryption import days_left
from einvoice_desktop.bootstrap import SystemClock
from einvoice_desktop.cli.output import Output


def prepare_encryption(desk: Desk, output: Output) -> None:
    """Does nothing where documents go in clear. Raises UserError for a key or fingerprint that is refused."""
    encryption = desk.encryption
    if encryption is None or not desk.encrypts:
        return
    facts = encryption.take_given(desk.server)
    left = days_left(facts, SystemClock().now())
    if left is not None and facts.expires is not None:
        words = {"days": str(left), "date": facts.expires.date().isoformat()}
        output.complain(output.messages.sentence("pgp_key_expires_soon", words, output.language))
