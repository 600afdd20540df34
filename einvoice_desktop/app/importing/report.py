"""What became of each row, as a table that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from einvoice_desktop.app.importing.plan import Plan, Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """An import that was carried out. `source`: the name of its file; `written`: how many cards or drafts
    are in the books because of it; `digest` and `day`: of documents, to be remembered by."""

    source: str
    plan: Plan
    written: int
    digest: str = ""
    day: str = ""

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many of each."""
        return self.plan.counts


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was undone: how much of it, the names of what was changed since, which stays, and how
    many drafts were issued or deleted meanwhile; `digest`: of documents, to be forgotten."""

    count: int
    left: tuple[str, ...]
    digest: str = ""
    gone: int = 0
