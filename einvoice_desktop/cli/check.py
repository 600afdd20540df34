"""`check`: reads documents, adds them up, says what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from einvoice_desktop import bootstrap
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.cli.files import read_file
from einvoice_desktop.cli.output import HAS_ERRORS, OK, Output
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.writer import to_plain


def check(files: Sequence[str], output: Output) -> int:
    """The exit status: 0 all well, 1 a document has errors, 2 a file cannot be read."""
    now: datetime = bootstrap.SystemClock().now()
    surroundings = Surroundings(
        bootstrap.open_codes(), athens_day(now), check_digit_is_wrong=check_digit_is_wrong
    )
    for name in files:
        document = read_file(name, output)
        if document is None:
            continue
        composition = compose(document, surroundings)
        output.noted.append(HAS_ERRORS if composition.has_errors else OK)
        _tell(name, composition, output)
    return output.status


def _tell(name: str, composition: Composition, output: Output) -> None:
    if output.as_json:
        output.put(
            {
                "file": name,
                "document": to_plain(composition.document),
                "problems": output.problems(composition.problems),
            }
        )
        return
    sums = composition.summaries
    shown = {
        key: show_amount(getattr(sums, key), output.language) for key in ("net", "vat", "gross", "payable")
    }
    output.say(f"{name}: {output.messages.sentence('check_sums', shown, output.language)}")
    output.list_problems(composition.problems)
