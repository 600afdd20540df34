"""What was fetched from the provider's page of a document and is kept beside its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Form(StrEnum):
    """A form in which the provider gives a document out; also the end of its address."""

    PDF = "pdf"
    XML = "aade"
    """The authority's own XML."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """`fetched_at` is aware UTC."""

    content: bytes
    fetched_at: datetime


class KeptFiles(Protocol):
    """One file of each form for a submission. Lists never read them."""

    def keep(self, submission_id: int, form: Form, file: KeptFile) -> None:
        """In the place of what was kept of that form before. Durable when it returns."""
        ...

    def get(self, submission_id: int, form: Form) -> KeptFile | None: ...
