"""What a try of the connection brought: step by step, without a document being sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class StepName(StrEnum):
    """What is looked at, in this order."""

    KEY = "key"
    LINE = "line"
    CLOCK = "clock"
    SIGN_IN = "signIn"


class StepEnd(StrEnum):
    """How a step ended."""

    FINE = "fine"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ConnectionStep:
    """One step. `code` names its sentence, `params` fill it; neither ever holds a key or a token."""

    name: StepName
    end: StepEnd
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConnectionCheck:
    """All steps up to the first that failed. `until` (aware UTC): till when the sign-in holds; None where
    there is none, or where it has no end."""

    steps: tuple[ConnectionStep, ...]
    until: datetime | None = None

    @property
    def is_fine(self) -> bool:
        """Whether documents could go this way now."""
        return all(step.end is not StepEnd.FAILED for step in self.steps)

    @property
    def verdict(self) -> ConnectionStep:
        """The step that says it all: what failed, or the last one."""
        return self.steps[-1]
