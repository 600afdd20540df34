"""Rules on the documents that a document names: credit notes, supplements, what belongs together."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

MARK_DIGITS = 15
RETAIL_CREDIT = "11.4"
HARD_TO_CORRELATE = 13
"""Special category of a retail credit whose original cannot be named (RULES 3)."""

_CORRELATED_NOTES = frozenset({"9.1", "10.1"})


def correlated_invoices(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """5.1 and its kin name the original's MARK (204); 5.2 and 11.x never do (205)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    if row.correlated_invoices == "mandatory" and not document.correlated_invoices:
        yield error("correlatedInvoices", "correlated_missing", "204", type=row.code)
    if row.correlated_invoices == "forbidden" and document.correlated_invoices:
        # Both sources agree on 5.2; on retail one does (RULES 3).
        yield problem(row.code == "5.2", "correlatedInvoices", "correlated_forbidden", "205", type=row.code)


def connected_marks(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """1.6, 2.4 and 5.1 name their original only (205); delivery notes become connected MARKs (api 4.1)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None or row.multiple_connected_marks != "forbidden":
        return
    for path, marks in (
        ("multipleConnectedMarks", document.multiple_connected_marks),
        ("deliveryNoteMarks", document.delivery_note_marks),
    ):
        if marks:
            yield error(path, "connected_marks_not_of_type", "205", type=row.code)


def retail_credit(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """11.4 names its receipt among the connected MARKs, else special category 13 says why not (RULES 3)."""
    if (
        document.invoice_type_code == RETAIL_CREDIT
        and not document.multiple_connected_marks
        and document.special_invoice_category != HARD_TO_CORRELATE
    ):
        yield warning("multipleConnectedMarks", "retail_credit_without_link", "272")


def correlated_notes(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """9.1 and 10.1 are called correlated: they name what they belong to."""
    if document.invoice_type_code in _CORRELATED_NOTES and not (
        document.correlated_invoices or document.multiple_connected_marks or document.delivery_note_marks
    ):
        yield warning(
            "multipleConnectedMarks", "correlated_note_without_link", "204", type=document.invoice_type_code
        )


def marks_are_marks(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A MARK has 15 digits in everything seen so far (RULES 10)."""
    for name, marks in (
        ("correlatedInvoices", document.correlated_invoices),
        ("multipleConnectedMarks", document.multiple_connected_marks),
        ("deliveryNoteMarks", document.delivery_note_marks),
    ):
        for index, mark in enumerate(marks or ()):
            text = str(mark).strip()
            if not (text.isascii() and text.isdigit() and len(text) == MARK_DIGITS):
                yield warning(f"{name}[{index}]", "mark_odd", "252", value=text[:30])


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        correlated_invoices,
        (
            Tells("correlatedInvoices", "correlated_missing", "204"),
            Tells("correlatedInvoices", "correlated_forbidden", "205"),
        ),
        "high",
        "RULES 3",
    ),
    Rule(
        connected_marks,
        (
            Tells("multipleConnectedMarks", "connected_marks_not_of_type", "205"),
            Tells("deliveryNoteMarks", "connected_marks_not_of_type", "205"),
        ),
        "high",
        "RULES 3",
    ),
    Rule(
        retail_credit,
        (Tells("multipleConnectedMarks", "retail_credit_without_link", "272"),),
        "medium",
        "RULES 3, 15",
    ),
    Rule(
        correlated_notes,
        (Tells("multipleConnectedMarks", "correlated_note_without_link", "204"),),
        "low",
        "invoice_types.json",
    ),
    Rule(
        marks_are_marks,
        (
            Tells("correlatedInvoices[]", "mark_odd", "252"),
            Tells("multipleConnectedMarks[]", "mark_odd", "252"),
            Tells("deliveryNoteMarks[]", "mark_odd", "252"),
        ),
        "low",
        "RULES 10",
    ),
)
"""Of links to other documents."""
