"""Counting problems: errors, warnings, and of the errors those that say "this is not filled in"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.domain.problems import Problem

MISSING = frozenset(
    {
        "field_missing",
        "correlated_missing",
        "counterparty_vat_missing",
        "counterparty_name_missing",
        "delivery_field_missing",
        "exchange_rate_missing",
        "exemption_missing",
        "lines_missing",
        "payments_missing",
        "recipients_missing",
        "tax_amount_missing",
        "tax_category_missing",
        "vat_category_missing",
        "classification_category_missing",
        "clearance_lines_missing",
        "delivery_address_incomplete",
        "issuer_address_incomplete",
        "moved_line_incomplete",
        "other_unit_incomplete",
    }
)
"""Codes of the problems of fields that are required and empty."""


class Faults(NamedTuple):
    """How much is wrong somewhere. `missing` errors are among the errors."""

    errors: int = 0
    warnings: int = 0
    missing: int = 0

    @property
    def severity(self) -> str:
        """Of the worst one; "" for none."""
        return "error" if self.errors else "warning" if self.warnings else ""

    def plus(self, other: Faults, sign: int = 1) -> Faults:
        """Both together; with sign -1 without the other."""
        return Faults(*(mine + sign * theirs for mine, theirs in zip(self, other, strict=True)))


NO_FAULTS = Faults()


def is_missing(problem: Problem) -> bool:
    """Whether it stops the issue because something required is empty."""
    return problem.is_error and problem.code in MISSING


def faults_of(problems: Iterable[Problem]) -> Faults:
    """How much these are."""
    errors = warnings = missing = 0
    for problem in problems:
        if problem.is_error:
            errors += 1
            missing += is_missing(problem)
        else:
            warnings += 1
    return Faults(errors, warnings, missing)
