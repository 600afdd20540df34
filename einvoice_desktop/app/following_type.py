"""What follows when the type of a document changes: VAT, exemption, classification, quantity, payments.

Only what the former type had brought along, or what the new type cannot have, gives way; what was typed
otherwise stays, and the rules say what is wrong with it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.customer_kind import CustomerKind, country_group, customer_kinds, kind_of, trade_of
from einvoice_desktop.domain.codes import ANY, EXEMPT
from einvoice_desktop.domain.fields import insert_row, remove_row, replace_value
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.settlement import PaymentMethod
from einvoice_desktop.domain.type_fields import MUST, NOT, fields_of_type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.codes import CodeTables, InvoiceType
    from einvoice_desktop.domain.document import Document

    Choose = Callable[[Draft, str, object, CodeTables], Draft]

_PAYMENTS = "paymentDetails.paymentMethods"
_COUNTRY = "counterParty.address.countryCode"
EURO = "EUR"
_ONE = Decimal(1)
_PIECES = 1


class Usual(NamedTuple):
    """What a type brings along by itself."""

    type: InvoiceType | None
    kind: CustomerKind
    trade: str
    fields: Mapping[str, str]

    def vat_category(self) -> int | None:
        """The only VAT category of the type, else the first."""
        return min(self.type.vat_categories, default=None) if self.type else None

    def exemption(self) -> int | None:
        """The usual reason for 0 %."""
        usual = self.kind.exemptions.get(self.trade, ())
        return int(usual[0]) if usual else None


def usual_of(document: Document, codes: CodeTables) -> Usual:
    """What the type of `document` brings along for its customer."""
    code = document.invoice_type_code
    kind = kind_of(document, codes)
    return Usual(codes.invoice_type(code), kind, trade_of(code, codes), fields_of_type(code, codes))


def follow_type(before: Document, draft: Draft, codes: CodeTables, choose: Choose) -> Draft:
    """`draft`, whose type has just changed, with what follows from it. `before`: the document until then."""
    old, new = usual_of(before, codes), usual_of(draft.document, codes)
    if old.type is None or new.type is None or old.type is new.type:
        return draft
    draft = _with_country(draft, new, codes, choose)
    draft = _with_currency(draft, new, codes, choose)
    for index in range(len(draft.document.details or ())):
        draft = _follow_line(draft, index, old, new, codes, choose)
    return _with_payments(draft, old, new, codes, choose)


def _with_country(draft: Draft, new: Usual, codes: CodeTables, choose: Choose) -> Draft:
    """A customer of whom nothing is known yet is where the type wants him to be."""
    party = draft.document.counter_party
    known = party is not None and (party.vat or party.registered_name)
    wanted = new.type.counterpart_country if new.type else ANY
    held = party.address.country_code if party and party.address else None
    if known or wanted in (ANY, "any") or (held and country_group(held, codes) == wanted):
        return draft
    return choose(draft, _COUNTRY, new.kind.country, codes)


def _with_currency(draft: Draft, new: Usual, codes: CodeTables, choose: Choose) -> Draft:
    """The euro, which every document begins with, is not there where a type has no money."""
    word, held = new.fields.get("currencyCode"), draft.document.currency_code
    if word == NOT and held == EURO:
        return choose(draft, "currencyCode", None, codes)
    return choose(draft, "currencyCode", EURO, codes) if word == MUST and not held else draft


# --- lines -------------------------------------------------------------------------------------------


def _follow_line(
    draft: Draft, index: int, old: Usual, new: Usual, codes: CodeTables, choose: Choose
) -> Draft:
    row = f"details[{index}]"
    draft = _with_vat(draft, row, _line(draft, index), old, new, codes, choose)
    draft = _with_exemption(draft, row, _line(draft, index), old, new, codes, choose)
    draft = _with_quantity(draft, row, _line(draft, index), new, codes, choose)
    return replace(draft, document=_classified(draft.document, row, _line(draft, index), old, new, codes))


def _line(draft: Draft, index: int) -> Detail:
    return (draft.document.details or ())[index]


def _with_vat(
    draft: Draft, row: str, line: Detail, old: Usual, new: Usual, codes: CodeTables, choose: Choose
) -> Draft:
    """A category stays where the new type has it, unless the former type had no other."""
    assert old.type is not None
    assert new.type is not None
    held = line.vat_category_code
    forced = len(old.type.vat_categories) == 1 and held in old.type.vat_categories
    if held is None or (held in new.type.vat_categories and not forced):
        return draft
    return choose(draft, f"{row}.vatCategoryCode", new.vat_category(), codes)


def _with_exemption(
    draft: Draft, row: str, line: Detail, old: Usual, new: Usual, codes: CodeTables, choose: Choose
) -> Draft:
    """The usual reason, where there is none or the former type's."""
    held = line.vat_exemption_category_code
    if line.vat_category_code != EXEMPT or (held is not None and held != old.exemption()):
        return draft
    return choose(draft, f"{row}.vatExemptionCategoryCode", new.exemption(), codes)


def _with_quantity(
    draft: Draft, row: str, line: Detail, new: Usual, codes: CodeTables, choose: Choose
) -> Draft:
    """One piece is what every line begins with: it goes where there is no quantity, and comes back."""
    if NOT in (new.fields.get("details"), new.fields.get("details.quantity")):
        if (
            line.quantity == _ONE
            and line.measurement_unit_code == _PIECES
            and f"{row}.quantity" not in draft.typed
        ):
            draft = choose(draft, f"{row}.quantity", None, codes)
            draft = choose(draft, f"{row}.measurementUnitCode", None, codes)
    elif line.quantity is None and line.measurement_unit_code is None:
        draft = choose(draft, f"{row}.quantity", _ONE, codes)
        draft = choose(draft, f"{row}.measurementUnitCode", _PIECES, codes)
    return draft


def _classified(
    document: Document, row: str, line: Detail, old: Usual, new: Usual, codes: CodeTables
) -> Document:
    """The classification that the new type has for what the line was classified as."""
    assert new.type is not None
    if new.type.side == "income":
        if new.type.expense_classification == "forbidden" and not new.type.self_pricing:
            document = _without(document, row, "expensesClassification", line.expenses_classification)
            document = _without(document, row, "expensesClassifications", line.expenses_classifications)
        name, held = "incomeClassification", line.income_classification
    else:
        document = _without(document, row, "incomeClassification", line.income_classification)
        name, held = "expensesClassification", line.expenses_classification
        if line.expenses_classifications:
            return document
    wanted = _wanted(held, old, new, codes)
    return document if wanted == held else replace_value(document, f"{row}.{name}", wanted)


def _without(document: Document, row: str, name: str, held: object) -> Document:
    return document if held is None else replace_value(document, f"{row}.{name}", None)


def _wanted(held: Classification | None, old: Usual, new: Usual, codes: CodeTables) -> Classification | None:
    assert new.type is not None
    pairs = codes.pairs(new.type.code, new.type.side)
    if not pairs or any(ANY in pair for pair in pairs):
        return held
    if len(pairs) == 1:
        ((only, only_kind),) = pairs
        return Classification(classification_category_code=only, classification_type_code=only_kind)
    if held is None:
        return None
    name = _name_of(held.classification_type_code, codes)
    was_usual = old.kind.income_types.get(name) == held.classification_type_code
    return _fitted(held, new, codes, moves_on=was_usual)


def classification_for(held: Classification, new: Usual, codes: CodeTables) -> Classification | None:
    """A classification, whatever it was made for, as that type and that kind of customer have it; None where
    they have no such thing."""
    pairs = codes.pairs(new.type.code, new.type.side) if new.type else frozenset()
    if not pairs or any(ANY in pair for pair in pairs):
        return held
    return _fitted(held, new, codes, moves_on=True)


def _fitted(held: Classification, new: Usual, codes: CodeTables, *, moves_on: bool) -> Classification | None:
    """`moves_on`: what was usual for another kind of customer becomes what is usual for this one."""
    assert new.type is not None
    pairs = codes.pairs(new.type.code, new.type.side)
    category, kind = held.classification_category_code, held.classification_type_code
    twin = new.kind.income_types.get(_name_of(kind, codes), "")
    if (category, kind) in pairs and not (moves_on and (category, twin) in pairs):
        return held
    if (category, twin) in pairs:
        return held.with_member("classification_type_code", twin)
    kinds = sorted({pair[1] or "" for pair in pairs if pair[0] == category})
    if not kinds:
        return None
    if len(kinds) == 1:
        return held.with_member("classification_type_code", kinds[0] or None)
    return held.without_member("classification_type_code") if kind else held


def _name_of(income_type: str | None, codes: CodeTables) -> str:
    """What an income type of one kind of customer is called among all kinds."""
    for kind in customer_kinds(codes).values():
        for name, code in kind.income_types.items():
            if code == income_type:
                return name
    return ""


# --- payments ----------------------------------------------------------------------------------------


def _with_payments(draft: Draft, old: Usual, new: Usual, codes: CodeTables, choose: Choose) -> Draft:
    """The one usual payment that follows the sum comes and goes; payments that were typed stay."""
    details = draft.document.payment_details
    methods = (details.payment_methods if details else None) or ()
    word = new.fields.get(_PAYMENTS)
    usual = old.kind.payment_method
    untouched = len(methods) == 1 and _is_usual(methods[0], usual)
    if word == NOT and untouched:
        return _with(draft, remove_row(draft.document, _PAYMENTS, 0))
    if word == MUST and not methods:
        document = insert_row(draft.document, _PAYMENTS, 0, PaymentMethod())
        draft, untouched = _with(draft, document), True
    if word != NOT and untouched and (not methods or new.kind.payment_method != usual):
        path = f"{_PAYMENTS}[0].paymentMethodTypeCode"
        draft = choose(draft, path, new.kind.payment_method, codes)
    return draft


def _is_usual(method: PaymentMethod, code: int) -> bool:
    said = {name for name in method.model_fields_set if getattr(method, name) is not None}
    return method.payment_method_type_code == code and said <= {
        "payment_method_type_code",
        "payment_method_type",
    }


def _with(draft: Draft, document: Document) -> Draft:
    return replace(draft, document=document)
