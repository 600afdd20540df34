"""What is wrong with a document: a stable code at a JSON path, errors apart from warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the issue; a warning is shown and never blocks."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `code` names the sentence in resources/i18n, `params` fill it.

    `authority_code` is the myDATA error that the rule prevents ("" when none is known).
    """

    path: str
    code: str
    severity: Severity = Severity.ERROR
    params: Mapping[str, str] = field(default_factory=dict)
    authority_code: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the document may not be sealed while this stands."""
        return self.severity is Severity.ERROR
