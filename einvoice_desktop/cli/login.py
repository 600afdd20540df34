"""`login`: the key into the keyring, or a try of the connection, which sends no document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from einvoice_desktop import bootstrap
from einvoice_desktop.app.connection import ConnectionChoice, chosen_sign_in
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import ConnectionCheck, StepEnd
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.submission import SignIn

_MARKS = {StepEnd.FINE: "✓", StepEnd.WARNING: "!", StepEnd.FAILED: "✗"}


def save_key(server: str, vat: str, output: Output) -> int:
    """The first line of standard input is the key."""
    key = sys.stdin.readline().strip()
    if not key:
        raise UserError("api_key_empty")
    name = bootstrap.save_api_key(server, vat, key)
    output.say(output.messages.sentence("login_done", {"server": name}, output.language))
    return OK


def save_password(url: str, output: Output) -> int:
    """The same for the password of shared books."""
    place = bootstrap.save_database_password(url, sys.stdin.readline().rstrip("\r\n"))
    output.say(output.messages.sentence("database_login_done", {"place": place}, output.language))
    return OK


def test_connection(server: str, vat: str, auth: str | None, data_dir: Path, output: Output) -> int:
    """Signs in with the key that is kept and says what came of it; 1 where documents could not go."""
    settings = bootstrap.open_settings(data_dir)
    connections = bootstrap.open_connections(data_dir, settings, bootstrap.take_api_key())
    sign_in = SignIn(auth) if auth else chosen_sign_in(settings)
    choice = ConnectionChoice(connections.server_name(server), bare_vat(vat), sign_in)
    check = connections.check(choice)
    if output.as_json:
        output.put(_row(choice, check, output))
    else:
        _tell(check, output)
    return OK if check.is_fine else HAS_ERRORS


def _tell(check: ConnectionCheck, output: Output) -> None:
    for step in check.steps:
        sentence = output.messages.sentence(step.code, step.params, output.language)
        output.say(f"{_MARKS[step.end]} {sentence}")
    if check.until is not None:
        until = check.until.astimezone().strftime("%H:%M")
        output.say(output.messages.sentence("connection_until", {"until": until}, output.language))


def _row(choice: ConnectionChoice, check: ConnectionCheck, output: Output) -> dict[str, Any]:
    return {
        "server": choice.server,
        "vat": choice.vat,
        "signIn": str(choice.sign_in),
        "ok": check.is_fine,
        "signedInUntil": check.until.isoformat() if check.until else None,
        "steps": [
            {
                "step": str(step.name),
                "end": str(step.end),
                "code": step.code,
                "message": output.messages.sentence(step.code, step.params, output.language),
            }
            for step in check.steps
        ],
    }
