"""Errors that a person can act on: a code here, its sentence in the translations."""

from __future__ import annotations

from einvoice_desktop.domain.problems import Problem


class UserError(Exception):
    """Something went wrong that the person can mend. `code` names the sentence, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}


class DocumentHasErrors(UserError):
    """The document may not be sealed; `problems` says why (errors and warnings)."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("document_has_errors", count=sum(p.is_error for p in problems))
        self.problems = problems
