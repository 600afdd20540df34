"""How far a document is: which of the fields that it requires are filled, as the rules themselves say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.faults import Faults, faults_of, is_missing
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.rules.surroundings import Surroundings

_FILLED_AT_SEALING = frozenset({"invoiceType", "documentTypeCode"})
"""Texts that follow from a choice: no person fills them in."""
_DECIDING = ("invoice_type_code", "document_type_code", "is_delivery_note", "is_fuel_invoice", "self_pricing")
"""What decides which fields are required."""


class Completeness(NamedTuple):
    """`filled` of `required` fields; `errors` is what else stands in the way of issuing."""

    filled: int
    required: int
    errors: int

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way of issuing."""
        return self.filled == self.required and not self.errors


def completeness(composition: Composition, of_lines: Faults) -> Completeness:
    """`of_lines`: what is wrong in the lines, counted already. A look at the document's own problems."""
    required = required_fields(composition)
    own = composition.document_problems
    missing = {problem.path for problem in own if is_missing(problem)}
    faults = faults_of(own)
    return Completeness(
        filled=len(required - missing),
        required=len(required | missing) + of_lines.missing,
        errors=faults.errors - faults.missing + of_lines.errors - of_lines.missing,
    )


def required_fields(composition: Composition) -> frozenset[str]:
    """The fields that a document of this kind must have, filled or not."""
    return _required(_skeleton(composition.source), composition.surroundings)


def _skeleton(document: Document) -> Document:
    """A document of which only that is known which decides about the others."""
    told = {name: getattr(document, name) for name in _DECIDING if getattr(document, name) is not None}
    return Document(**told)


def _required(skeleton: Document, around: Surroundings) -> frozenset[str]:
    """The fields that the rules miss in a document of which only the type is known."""
    problems = compose(skeleton, around).document_problems
    missing = frozenset(problem.path for problem in problems if is_missing(problem))
    return missing - _FILLED_AT_SEALING | {"invoiceTypeCode"}
