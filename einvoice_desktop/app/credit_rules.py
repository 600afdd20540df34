"""What the books know against a credit: whose it is, of what type the original is, how much is left of it.

The authority's errors 318, 319, 320 and 322, which need the original: only where it is in these books.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from einvoice_desktop.app.credit_ceiling import Creditable, taken_off
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.credited import CORRELATED, RETAIL
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import error, warning

NET = "summaries.totalNetAmount"
_SUPPLEMENTS = {"1.6": "1.", "2.4": "2."}
_NEVER_CREDITED = ("5.", "8.4", "8.5", "8.6", "9.", "10.", "11.")
_RETAIL_RECEIPTS = frozenset({"11.1", "11.2", "11.3", "11.5"})


def originals_named(document: Document) -> tuple[str, ...]:
    """The MARKs by which a document names originals that the books are asked about."""
    code = document.invoice_type_code
    if code == RETAIL:
        named = document.multiple_connected_marks or ()
    elif code == CORRELATED or code in _SUPPLEMENTS:
        named = document.correlated_invoices or ()
    else:
        return ()
    return tuple(dict.fromkeys(str(mark) for mark in named))


def book_problems(composition: Composition, known: Mapping[str, Creditable]) -> tuple[Problem, ...]:
    """What stands against a composed document by its originals, of which `known` are those in the books."""
    document = composition.source
    marks = originals_named(document)
    found = [known[mark] for mark in marks if mark in known]
    if not found:
        return ()
    problems = [*_kinds(document, found), *_parties(document, found)]
    if len(marks) == 1 and document.invoice_type_code in (CORRELATED, RETAIL):
        problems += _ceiling(composition, found[0])
    return tuple(problems)


def _kinds(document: Document, originals: list[Creditable]) -> Iterator[Problem]:
    code = document.invoice_type_code or ""
    if code == RETAIL:
        return
    for original in originals:
        told = {"type": code, "original": original.type_code, "named": original.named}
        if original.type_code.startswith(_NEVER_CREDITED):
            yield error("correlatedInvoices", "original_not_credited", "322", **told)
        elif code in _SUPPLEMENTS and not original.type_code.startswith(_SUPPLEMENTS[code]):
            yield error("correlatedInvoices", "original_of_other_kind", "320", **told)


def _parties(document: Document, originals: list[Creditable]) -> Iterator[Problem]:
    if document.invoice_type_code == RETAIL:
        return
    ours = bare_vat(document.counter_party.vat) if document.counter_party else ""
    for original in originals:
        if ours != original.counterparty:
            told = {"named": original.named, "theirs": original.counterparty or "–", "ours": ours or "–"}
            yield error("counterParty.vat", "credit_other_party", "318", **told)


def _ceiling(composition: Composition, original: Creditable) -> Iterator[Problem]:
    """A retail credit may also take back more than a receipt: an order form's, which is no receipt."""
    if composition.source.invoice_type_code == RETAIL and original.type_code not in _RETAIL_RECEIPTS:
        return
    net = composition.summaries.net
    if net > original.left:
        told = {"named": original.named, "gross": original.net, "credited": original.credited}
        yield error(NET, "credit_above_original", "319", **told, left=original.left, given=net)
    yield from _lines(composition, original)


def _lines(composition: Composition, original: Creditable) -> Iterator[Problem]:
    """A line that is credited beyond what is left of it: shown, never in the way while the whole is not."""
    credit = [(line.detail, line.amounts.net) for line in composition.composed_lines]
    after, places = taken_off(original.lines, credit)
    for at, place in places.items():
        before, now = original.lines[at], after[at]
        if now.credited_net > now.net:
            given = now.credited_net - before.credited_net
            told = {"line": now.name, "left": before.left_net, "given": given}
            yield warning(f"details[{place}].quantity", "credit_line_above", "", **told)
