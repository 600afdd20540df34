"""`offline-qr`: the address for the QR of a document that is issued while the line is down."""

from __future__ import annotations

from pathlib import Path

from einvoice_desktop import bootstrap
from einvoice_desktop.cli.files import read_file
from einvoice_desktop.cli.output import OK, Output
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.offline_qr import offline_address, offline_facts
from einvoice_desktop.domain.rules.surroundings import Surroundings


def offline_qr(name: str, server: str, data_dir: Path, api_key: str | None, output: Output) -> int:
    """Prints the address alone, whatever problems the document has. 2: no file, or no key."""
    document = read_file(name, output)
    if document is None:
        return output.status
    now = bootstrap.SystemClock().now()
    completed = compose(document, Surroundings(bootstrap.open_codes(), athens_day(now))).document
    facts = offline_facts(completed, now)
    portal, key = bootstrap.offline_line(server, facts.issuer_tin, data_dir, api_key)
    if not (facts.number and facts.internal_id):
        output.complain(output.messages.sentence("offline_qr_unsealed", {}, output.language))
    output.say(offline_address(facts, portal, key))
    return OK
