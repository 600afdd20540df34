"""What an office settled for its documents: who signs, forms by type, series by type and branch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from einvoice_desktop.app.companies import Branch, follow_branch
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.series_choice import SeriesOf, follow_series, with_series
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value, replace_value

SIGN_POLICIES = ("0", "1", "2")
STRICT = "2"
"""api 5: never signs by itself, and the one taken when nothing is given."""
_TEMPLATE = "additionalDetails.documentTemplate"

TemplateOf = Callable[[str], str]
"""The form that the provider made for a document type; "" where none is settled."""


def _no_series(_type_code: str, _branch: int) -> str:
    return ""


def with_defaults(
    draft: Draft, sign_policy: str, template_of: TemplateOf, series_of: SeriesOf = _no_series
) -> Draft:
    """A new draft as the office wishes it; an unknown policy is the strict one."""
    draft = with_series(draft, series_of)
    policy = int(sign_policy if sign_policy in SIGN_POLICIES else STRICT)
    document = replace_value(draft.document, "iaprSignPolicy", policy)
    return Draft(_with_template(document, template_of), draft.typed, draft.misread, draft.held)


def follow(
    before: Draft,
    after: Draft,
    template_of: TemplateOf,
    series_of: SeriesOf,
    branches: Sequence[Branch],
) -> Draft:
    """After an edit: what the office settled for the type and the branch of now."""
    document = follow_branch(before.document, after.document, branches)
    settled = replace(after, document=document)
    return follow_series(before, follow_type(before, settled, template_of), series_of)


def follow_type(before: Draft, after: Draft, template_of: TemplateOf) -> Draft:
    """After another type was chosen: its form, unless the document has one that a person wrote."""
    kind = before.document.invoice_type_code or ""
    if kind == (after.document.invoice_type_code or ""):
        return after
    written = get_value(after.document, _TEMPLATE)
    if written and written != template_of(kind):
        return after
    return Draft(_with_template(after.document, template_of), after.typed, after.misread, after.held)


def _with_template(document: Document, template_of: TemplateOf) -> Document:
    return replace_value(document, _TEMPLATE, template_of(document.invoice_type_code or "") or None)
