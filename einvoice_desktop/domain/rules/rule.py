"""What a rule is: its check, what it tells and where, which of the authority's errors it prevents, how
certain its source is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from einvoice_desktop.domain.codes import Certainty
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings
from einvoice_desktop.domain.totals import LineAmounts

DocumentCheck = Callable[[Document, Sums, Surroundings], Iterator[Problem]]
LineCheck = Callable[[Detail, LineAmounts, Document, Surroundings], Iterator[Problem]]

Check = TypeVar("Check", DocumentCheck, LineCheck)


class Tells(NamedTuple):
    """One problem that a rule may tell: where ("[]" for any row), our code, the authority's ("" for none).

    `certainty`: where it is less certain than the rule, and so never stops an issue.
    """

    path: str
    code: str
    authority: str = ""
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Check]):
    """One rule. Only a rule of `high` certainty tells errors, and even that one only where the column of the
    type's table that it reads is certain too; what is less certain warns and never blocks.
    """

    check: Check
    tells: tuple[Tells, ...]
    certainty: Certainty
    source: str
    only_with: frozenset[str] = frozenset()
    """Members of a line: without any of them it has nothing to say of one. Empty: it looks at every line."""

    @property
    def name(self) -> str:
        """As it stands in the reference pages."""
        return self.check.__name__

    @property
    def authority_codes(self) -> frozenset[str]:
        """The authority's errors that it prevents."""
        return frozenset(tells.authority for tells in self.tells if tells.authority)
