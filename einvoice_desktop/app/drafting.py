"""A draft and the edits that a person can make to it; every edit gives a new draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from einvoice_desktop.app.companions import companions_of
from einvoice_desktop.app.entry import Language, show_amount, understand_date, understand_typed
from einvoice_desktop.app.following_type import follow_type
from einvoice_desktop.app.recomputing import (
    LINES,
    OWN,
    TAXES,
    follow_net,
    recompute_line,
    recompute_shares,
    recompute_taxes,
    without_twins,
)
from einvoice_desktop.domain.alternative import EURO
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.fields import (
    FieldKind,
    field_kind,
    get_value,
    insert_row,
    item_kind,
    member_at,
    move_row,
    remove_row,
    replace_value,
)
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.movement import AdditionalDetails
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Tax
from einvoice_desktop.domain.totals import is_blank

PAYMENTS = "paymentDetails.paymentMethods"

ON_CREDIT = 5
STRICT = 2
"""The default sign policy: the provider never signs in the authority's place."""

_CLEARED = (
    "number",
    "date_issued",
    "mark",
    "uid",
    "authentication_code",
    "unique_id",
    "integrity_signature",
    "cancellation_mark",
    "classification_mark",
    "internal_document_id",
    "public_salt",
    "public_signature",
    "private_signature",
)
"""What belongs to an issued document and never to the next one."""

_ALLOWANCE_PATH = re.compile(r"^((?:details\[\d+\]\.)?allowancesCharges)\[(\d+)\]\.")
_ROW_PATH = re.compile(r"^details\[(\d+)\]\.(.+)$")


@dataclass(frozen=True)
class Draft:
    """A document as given, and by JSON path the text of each field that was typed.

    Amounts that are computed are absent from `document`. A text that could not be understood stands in
    `typed` alone, and its path in `misread`: such a draft is not sealed. In `held` are the paths of amounts
    that could mean two things and were not shown back yet: the document has there what counted before.
    """

    document: Document
    typed: Mapping[str, str] = field(default_factory=dict)
    misread: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()


def new_draft(issuer: Party | None, series: str, codes: CodeTables) -> Draft:
    """A sales invoice with one empty line and one payment, on credit, that follows the gross."""
    document = Document(
        iapr_sign_policy=STRICT,
        currency_code="EUR",
        document_type_code="INVOICE",
        series=series,
        issuer=issuer or Party(address=Address(country_code="GR"), branch_code=0),
        counter_party=Party(address=Address(country_code="GR"), branch_code=0),
        additional_details=AdditionalDetails(transmission_method="A"),
        details=(new_line(None),),
        payment_details=PaymentDetails(payment_methods=(PaymentMethod(payment_method_type_code=ON_CREDIT),)),
    )
    draft = choose(Draft(document), "invoiceTypeCode", "1.1", codes)
    draft = choose(draft, f"{PAYMENTS}[0].paymentMethodTypeCode", ON_CREDIT, codes)
    return replace(draft, typed={})


def new_line(previous: Detail | None) -> Detail:
    """An empty line; VAT, unit and classification carry on from the line before it."""
    if previous is None:
        return Detail(quantity=Decimal(1), measurement_unit_code=1, vat_category_code=1, record_type_code=0)
    kept = {
        name: value
        for name in (
            "measurement_unit",
            "measurement_unit_code",
            "vat_category",
            "vat_category_code",
            "vat_exemption_category_code",
            "income_classification",
            "expenses_classification",
            "record_type_code",
        )
        if (value := getattr(previous, name)) is not None
    }
    return Detail(quantity=Decimal(1), **kept)


def draft_of(document: Document) -> Draft:
    """A new draft with the content of `document`; what made that one unique is left behind."""
    kept = document
    for name in _CLEARED:
        if name in kept.model_fields_set:
            kept = kept.without_member(name)
    distribution = kept.distribution_details
    if distribution is not None and "internal_document_id" in distribution.model_fields_set:
        kept = kept.with_member("distribution_details", distribution.without_member("internal_document_id"))
    return Draft(kept)


# --- edits ------------------------------------------------------------------------------------------


def edit_text(draft: Draft, path: str, text: str, language: Language, codes: CodeTables) -> Draft:
    """A field as it stands after a key press. What is not understood is kept as typed and gives no value.

    An amount that could mean two things is kept as it is shown back: from now on it can mean nothing else.
    """
    draft = _without_typed_rows(draft, path)
    understood, value = _value_of(path, text, language)
    if is_ambiguous(path, text, language):
        text = show_amount(value, language)
    typed = {**draft.typed, path: text}
    try:
        document = replace_value(draft.document, path, value if understood else None)
    except DocumentError:
        # The field takes something else: a yes or no, a name of a list.
        understood, value = False, None
        document = replace_value(draft.document, path, None)
    misread = draft.misread - {path} if understood else draft.misread | {path}
    return _followed(Draft(document, typed, misread, draft.held - {path}), path, value, codes, draft.document)


def hold_text(draft: Draft, path: str, text: str) -> Draft:
    """An amount while it can mean two things ("1.234"): nothing counts before it has been shown back."""
    return replace(draft, typed={**draft.typed, path: text}, held=draft.held | {path})


def put(draft: Draft, path: str, value: object) -> Draft:
    """A whole object (a party); what was typed into fields of the one before is gone with it."""
    kept = _without(draft, (f"{path}.", f"{path}["))
    return replace(kept, document=replace_value(draft.document, path, value))


def _without(draft: Draft, heads: str | tuple[str, ...]) -> Draft:
    """Without what was typed at paths that begin so."""
    return Draft(
        draft.document,
        {place: text for place, text in draft.typed.items() if not place.startswith(heads)},
        frozenset(place for place in draft.misread if not place.startswith(heads)),
        frozenset(place for place in draft.held if not place.startswith(heads)),
    )


def choose(draft: Draft, path: str, value: object, codes: CodeTables) -> Draft:
    """A code, a switch or a date that was chosen (None: taken away), with the texts that go with it."""
    if field_kind(path) in (FieldKind.INTEGER, FieldKind.ENUMERATION) and isinstance(value, str):
        value = int(value) if value.isascii() and value.isdigit() else value
    draft = _without_typed_rows(draft, path)
    typed = {place: text for place, text in draft.typed.items() if place != path}
    document = replace_value(draft.document, path, value)
    chosen = Draft(document, typed, draft.misread - {path}, draft.held - {path})
    chosen = _followed(chosen, path, value, codes, draft.document)
    return follow_type(draft.document, chosen, codes, choose) if path == "invoiceTypeCode" else chosen


def reread(document: Document, typed: Mapping[str, str], language: Language) -> Draft:
    """A draft as it was kept; what was typed is looked at again. What was not shown back does not count."""
    unshown = [path for path, text in typed.items() if is_ambiguous(path, text, language)]
    for path in unshown:
        document = replace_value(document, path, None)
    misread = frozenset(path for path, text in typed.items() if not _value_of(path, text, language)[0])
    return Draft(document, dict(typed), misread | frozenset(unshown))


def is_ambiguous(path: str, text: str, language: Language) -> bool:
    """Whether a text means one amount in `language` and another one in the other ("1.234")."""
    return field_kind(path) is FieldKind.DECIMAL and understand_typed(path, text, language).ambiguous


def _value_of(path: str, text: str, language: Language) -> tuple[bool, Any]:
    kind = field_kind(path)
    stripped = text.strip()
    if not stripped:
        return True, None
    if kind is FieldKind.DECIMAL:
        found = understand_typed(path, stripped, language)
        return found.ok, found.value
    if kind is FieldKind.LIST:
        return _rows_of(path, stripped)
    if kind is FieldKind.INTEGER:
        whole = stripped.isascii() and stripped.isdigit() and len(stripped) <= 18
        return whole, int(stripped) if whole else None
    if path.split(".")[-1] in ("dateIssued", "dispatchDate", "paymentDate", "vatPointDate"):
        date = understand_date(stripped)
        return date is not None, date
    return True, text


def _rows_of(path: str, text: str) -> tuple[bool, Any]:
    """A whole list typed in one field: numbers apart by anything, texts by commas or semicolons."""
    numbers = item_kind(path) is FieldKind.INTEGER
    parts = [part.strip() for part in re.split(r"[,;\s]+" if numbers else r"[,;\n]+", text) if part.strip()]
    if not numbers:
        return True, tuple(parts) or None
    understood = all(part.isascii() and part.isdigit() and len(part) <= 18 for part in parts)
    return understood, tuple(map(int, parts)) or None if understood else None


def _without_typed_rows(draft: Draft, path: str) -> Draft:
    """A list can be typed whole or row by row: what was typed the other way is out of date."""
    is_row = path.endswith("]")
    if not is_row and field_kind(path) is not FieldKind.LIST:
        return draft
    whole, row = path.rpartition("[")[0] if is_row else "", f"{path}["
    stale = [place for place in draft.typed if place == whole or place.startswith(row)]
    if not stale:
        return draft
    typed = {place: text for place, text in draft.typed.items() if place not in stale}
    return Draft(draft.document, typed, draft.misread - set(stale), draft.held - set(stale))


def _followed(draft: Draft, path: str, value: object, codes: CodeTables, before: Document) -> Draft:
    """What follows from an edit of `before`: texts that name a code, and amounts that are computed again."""
    document = draft.document
    for place, companion in companions_of(document, path, value, codes):
        document = replace_value(document, place, companion)
    allowance = _ALLOWANCE_PATH.match(path)
    if allowance:
        document = _tidy_allowance(document, allowance[1], int(allowance[2]), emptied=value is None)
    match = _ROW_PATH.match(path)
    if match:
        document = recompute_line(document, draft.typed, int(match[1]), match[2])
        document = follow_net(document, int(match[1]), match[2])
    if match or path.startswith(OWN):
        document = recompute_shares(before, document, draft.typed, path)
    if match or path.startswith((TAXES, OWN)):
        document = recompute_taxes(document, draft.typed, codes, path)
    if path == "currencyCode" and (value or EURO) == EURO:
        document = without_twins(document)
    return replace(draft, document=document)


def after_rows(before: Draft, draft: Draft, path: str, codes: CodeTables) -> Draft:
    """`draft` with the amounts computed again that rows of list `path`, gone or copied, have a part in."""
    if path not in (LINES, OWN):
        return draft
    document = recompute_shares(before.document, draft.document, draft.typed, path)
    return replace(draft, document=recompute_taxes(document, draft.typed, codes, path))


def _tidy_allowance(document: Document, rows: str, index: int, *, emptied: bool) -> Document:
    """A discount without a kind is an allowance; one of which nothing is left is taken away."""
    items: tuple[AllowanceCharge, ...] = get_value(document, rows) or ()
    if index >= len(items):
        return document
    item = items[index]
    if item.type is None and item.model_fields_set:
        return replace_value(document, f"{rows}[{index}].type", "ALLOWANCE")
    nothing_left = item.amount is None and item.percentage is None and not item.description
    # Only the last one may go: the others would change places under the hands that edit them.
    if emptied and nothing_left and index == len(items) - 1:
        return remove_row(document, rows, index) if len(items) > 1 else replace_value(document, rows, None)
    return document


# --- rows -------------------------------------------------------------------------------------------


def add_row(draft: Draft, path: str, index: int) -> Draft:
    """A new row of list `path` at `index`."""
    row = new_row(draft.document, path, index)
    document = insert_row(draft.document, path, index, row)
    return _shifted(draft, document, path, lambda i: i + 1 if i >= index else i)


def new_row(document: Document, path: str, index: int) -> Any:
    """What a new row of list `path` at `index` holds; a line carries on from the one above."""
    if path == LINES:
        lines = document.details or ()
        return new_line(lines[index - 1] if 0 < index <= len(lines) else None)
    if path == TAXES:
        return Tax()
    if path == PAYMENTS:
        return PaymentMethod()
    if path.endswith("allowancesCharges"):
        return AllowanceCharge(type="ALLOWANCE")
    node = member_at(path).node
    return "" if node is None else node()


def drop_row(draft: Draft, path: str, index: int) -> Draft:
    """Without row `index` of list `path`."""
    document = remove_row(draft.document, path, index)
    kept = _without(draft, f"{path}[{index}]")
    return _shifted(kept, document, path, lambda i: i - 1 if i > index else i)


def copy_row(draft: Draft, path: str, index: int) -> Draft:
    """With row `index` of list `path` once more, below itself; a line number is not copied."""
    rows = _rows(draft.document, path)
    row = rows[index]
    if isinstance(row, Detail) and row.line_no is not None:
        row = row.without_member("line_no")
    document = insert_row(draft.document, path, index + 1, row)
    return _shifted(draft, document, path, lambda i: i + 1 if i > index else i)


def shift_row(draft: Draft, path: str, index: int, to: int) -> Draft:
    """With row `index` of list `path` moved to place `to`."""
    document = move_row(draft.document, path, index, to)

    def moved(i: int) -> int:
        if i == index:
            return to
        if index < i <= to:
            return i - 1
        return i + 1 if to <= i < index else i

    return _shifted(draft, document, path, moved)


def _rows(document: Document, path: str) -> tuple[Any, ...]:
    rows = get_value(document, path)
    return rows if isinstance(rows, tuple) else ()


def _shifted(draft: Draft, document: Document, path: str, place: Callable[[int], int]) -> Draft:
    """The draft with rows of list `path` in other places: what was typed goes along with its row."""
    head = re.compile(rf"^{re.escape(path)}\[(\d+)\]")

    def moved(key: str) -> str:
        match = head.match(key)
        return f"{path}[{place(int(match[1]))}]{key[match.end() :]}" if match else key

    typed = {moved(key): text for key, text in draft.typed.items() if key != path}
    return Draft(document, typed, frozenset(map(moved, draft.misread)), frozenset(map(moved, draft.held)))


def without_blank_lines(document: Document) -> Document:
    """Without the lines on which nothing was typed: no code, no text, no price, no amount."""
    lines = document.details or ()
    kept = tuple(line for line in lines if not is_blank(line))
    return document if len(kept) == len(lines) else document.with_member("details", kept)
