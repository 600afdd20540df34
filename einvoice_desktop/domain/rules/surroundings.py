"""What rules know beside the document: code tables, the date, whether the document counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.tally import Tally
from einvoice_desktop.domain.totals import SummaryAmounts


def _nobody_knows(_vat: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`today` is the date in Athens, yyyy-MM-dd. `live`: a production server, where a wrong check digit of a
    Greek VAT number is an error. `sealing`: the document is about to be sent, so its date must be today.
    `known_series`: the names of the series that these books hold. `check_digit_is_wrong`: of another state's
    VAT number with its prefix; quick, and asks nobody."""

    codes: CodeTables
    today: str
    live: bool = False
    sealing: bool = False
    known_series: frozenset[str] = frozenset()
    check_digit_is_wrong: Callable[[str], bool] = _nobody_knows


@dataclass(frozen=True, slots=True)
class Sums:
    """What the document adds up to, for the rules that look at it as a whole."""

    tally: Tally
    tax_amounts: tuple[Decimal, ...]
    payment_amounts: tuple[Decimal, ...]
    summaries: SummaryAmounts
    unshared: Decimal = Decimal(0)
    """Of the document's own discounts and charges, what no line's net has taken."""


def error(path: str, code: str, authority: str = "", **params: object) -> Problem:
    """A problem that stands in the way of sealing."""
    return Problem(path, code, Severity.ERROR, _texts(params), authority)


def warning(path: str, code: str, authority: str = "", **params: object) -> Problem:
    """A problem that is shown and never blocks."""
    return Problem(path, code, Severity.WARNING, _texts(params), authority)


def problem(certain: bool, path: str, code: str, authority: str = "", **params: object) -> Problem:
    """An error where the source of the rule is certain, else a warning: what is uncertain never blocks."""
    severity = Severity.ERROR if certain else Severity.WARNING
    return Problem(path, code, severity, _texts(params), authority)


def _texts(params: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items()}
