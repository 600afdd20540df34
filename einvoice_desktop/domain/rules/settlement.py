"""Rules on discounts of the document, payments, banks, and the sums that a file brings along."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.completion import SUMMARY_BY_JSON_NAME, SUMMARY_FIELDS
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identifiers import iban_is_valid
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.amounts import allowance_item
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.settlement import PaymentMethod

CARD, IRIS = 7, 8
"""Payment methods: POS / e-POS, which carries the provider's signature and the terminal (403), and IRIS."""
SIMPLIFIED, SIMPLIFIED_LIMIT = "11.3", Decimal(100)
"""A simplified invoice is of up to 100 euro (law 4308/2014 art. 10)."""


def own_allowances(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The document's own discounts and charges are sound, and the lines' nets have taken them (207)."""
    for index, item in enumerate(document.allowances_charges or ()):
        yield from allowance_item(item, f"allowancesCharges[{index}]")
    if sums.unshared < 0 and sums.tally.filled and not sums.tally.net:
        yield error("allowancesCharges", "allowance_above_lines", "207", amount=-sums.unshared)
    elif sums.unshared:
        yield warning("allowancesCharges", "allowance_not_shared", "207", amount=sums.unshared)


def payments(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """How it is paid: present where the type asks for it (204), absent where it has none (205)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    methods, path = payment_methods(document), "paymentDetails.paymentMethods"
    if row.is_receipt:
        if methods:
            yield warning(path, "payments_not_of_type", "205", type=row.code)
    elif row.payment_methods == "mandatory" and not methods:
        yield problem(row.payment_certain, path, "payments_missing", "204")
    elif row.payment_methods == "forbidden" and methods:
        certain = row.payment_certain or row.movement
        yield problem(certain, path, "payments_not_of_type", "205", type=row.code)


def payment_methods_exist(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Each payment is by a method that exists (api 7.1.2), of an amount that is not below zero."""
    for index, method in enumerate(payment_methods(document)):
        path = f"paymentDetails.paymentMethods[{index}]"
        code = method.payment_method_type_code
        if not code:
            yield error(f"{path}.paymentMethodTypeCode", "field_missing")
        elif not around.codes.has("payment_methods", code):
            yield error(f"{path}.paymentMethodTypeCode", "code_unknown", value=code)
        for name, amount in (("amount", method.amount), ("tipAmount", method.tip_amount)):
            if amount is not None and amount < 0:
                yield error(f"{path}.{name}", "amount_negative", "101")


def card_payments(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A card payment has the provider's signature and the terminal (403), the signature and what it signs go
    together (api 7.1.4)."""
    for index, method in enumerate(payment_methods(document)):
        if method.payment_method_type_code != CARD:
            continue
        path = f"paymentDetails.paymentMethods[{index}]"
        if not method.providers_signature:
            yield error(f"{path}.providersSignature", "card_signature_missing", "403")
        elif not method.terminal_id:
            yield error(f"{path}.terminalId", "card_signature_missing", "403")
        elif not method.pos_input or not method.transaction_id:
            name = "transactionId" if method.pos_input else "posInput"
            yield warning(f"{path}.{name}", "card_data_incomplete", "403")


def iris_payments(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """An IRIS payment has the id of its transaction (RULES 9; api 9b)."""
    for index, method in enumerate(payment_methods(document)):
        if method.payment_method_type_code == IRIS and not method.transaction_id:
            path = f"paymentDetails.paymentMethods[{index}].transactionId"
            yield warning(path, "iris_transaction_missing", "403")


def ibans(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """An IBAN leaves 1 by 97; a Greek one has 27 characters (RULES 12). It is printed. Published examples
    have a country and zeros where none is told."""
    for index, bank in enumerate(document.banks or ()):
        if bank.iban and bank.iban.strip()[2:].strip("0") and not iban_is_valid(bank.iban):
            yield warning(f"banks[{index}].iban", "iban_invalid", value=bank.iban[:40])


def simplified_limit(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A simplified invoice is of up to 100 euro (law 4308/2014 art. 10)."""
    if document.invoice_type_code == SIMPLIFIED and sums.tally.net + sums.tally.vat > SIMPLIFIED_LIMIT:
        yield warning("summaries.totalGrossValue", "simplified_above_limit", limit=SIMPLIFIED_LIMIT)


def payments_against_gross(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Payments do not pass the gross value (407); less is shown."""
    if not payment_methods(document):
        return
    paid, gross = sum(sums.payment_amounts, ZERO), sums.summaries.gross
    shown = {"paid": paid, "gross": gross}
    if paid > max(gross, ZERO):
        yield error("paymentDetails.paymentMethods", "payments_above_gross", "407", **shown)
    elif paid < gross:
        yield warning("paymentDetails.paymentMethods", "payments_below_gross", "", **shown)


def gross_is_positive(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """What is withheld and deducted leaves something to pay, or nothing: no amount is below zero (RULES 2).
    A line below zero is told where it stands."""
    tally, gross = sums.tally, sums.summaries.gross
    if gross < 0 <= min(tally.net, tally.vat):
        yield error("summaries.totalGrossValue", "gross_negative", "101", gross=gross)


def payment_methods(document: Document) -> tuple[PaymentMethod, ...]:
    """How a document is paid, row by row."""
    details = document.payment_details
    return (details.payment_methods or ()) if details else ()


def summaries_as_given(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The sums that a file brings against the sums made anew: shown, and the new ones are sent."""
    given = document.summaries
    if given is None:
        return
    for (attribute, source), name in zip(SUMMARY_FIELDS.items(), SUMMARY_BY_JSON_NAME, strict=True):
        value: Decimal | None = getattr(given, attribute)
        expected: Decimal = getattr(sums.summaries, source)
        if value is not None and value != expected:
            yield warning(f"summaries.{name}", "summary_differs", given=value, expected=expected)


def vat_analysis_as_given(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The VAT analysis that a file brings, likewise; rows of one rate are taken together."""
    given: dict[Decimal, tuple[int, Decimal, Decimal]] = {}
    for index, row in enumerate(document.vat_analysis or ()):
        first, base, vat = given.get(row.percentage or ZERO, (index, ZERO, ZERO))
        base += row.underlying_value or ZERO
        given[row.percentage or ZERO] = (first, base, vat + (row.vat_amount or ZERO))
    by_rate = sums.tally.by_rate or {}
    for rate, (index, base, vat) in given.items():
        expected = by_rate.get(rate)
        path = f"vatAnalysis[{index}]"
        expected_base, expected_vat = (expected.base, expected.vat) if expected else (ZERO, ZERO)
        if base != expected_base:
            yield warning(f"{path}.underlyingValue", "summary_differs", given=base, expected=expected_base)
        if vat != expected_vat:
            yield warning(f"{path}.vatAmount", "summary_differs", given=vat, expected=expected_vat)


_PAYMENT = "paymentDetails.paymentMethods[]"

RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        own_allowances,
        (
            Tells("allowancesCharges[].type", "code_unknown"),
            Tells("allowancesCharges[].amount", "amount_negative"),
            Tells("allowancesCharges[].percentage", "amount_negative"),
            Tells("allowancesCharges[].amount", "allowance_empty", "", "medium"),
            Tells("allowancesCharges", "allowance_not_shared", "207", "medium"),
            Tells("allowancesCharges", "allowance_above_lines", "207"),
        ),
        "high",
        "RULES 2, 5; api 4.2",
    ),
    Rule(
        payments,
        (
            Tells("paymentDetails.paymentMethods", "payments_missing", "204"),
            Tells("paymentDetails.paymentMethods", "payments_not_of_type", "205"),
        ),
        "high",
        "RULES 3, 7",
    ),
    Rule(
        payment_methods_exist,
        (
            Tells(f"{_PAYMENT}.paymentMethodTypeCode", "field_missing"),
            Tells(f"{_PAYMENT}.paymentMethodTypeCode", "code_unknown"),
            Tells(f"{_PAYMENT}.amount", "amount_negative", "101"),
            Tells(f"{_PAYMENT}.tipAmount", "amount_negative", "101"),
        ),
        "high",
        "RULES 2; api 7.1.2",
    ),
    Rule(
        card_payments,
        (
            Tells(f"{_PAYMENT}.providersSignature", "card_signature_missing", "403"),
            Tells(f"{_PAYMENT}.terminalId", "card_signature_missing", "403"),
            Tells(f"{_PAYMENT}.posInput", "card_data_incomplete", "403", "medium"),
            Tells(f"{_PAYMENT}.transactionId", "card_data_incomplete", "403", "medium"),
        ),
        "high",
        "RULES 9; api 7.1.4, 9",
    ),
    Rule(
        iris_payments,
        (Tells(f"{_PAYMENT}.transactionId", "iris_transaction_missing", "403"),),
        "medium",
        "RULES 9; api 9b",
    ),
    Rule(
        payments_against_gross,
        (
            Tells("paymentDetails.paymentMethods", "payments_above_gross", "407"),
            Tells("paymentDetails.paymentMethods", "payments_below_gross", "", "medium"),
        ),
        "high",
        "RULES 5",
    ),
    Rule(
        gross_is_positive,
        (Tells("summaries.totalGrossValue", "gross_negative", "101"),),
        "high",
        "RULES 2, 5",
    ),
    Rule(ibans, (Tells("banks[].iban", "iban_invalid"),), "medium", "RULES 12"),
    Rule(
        simplified_limit,
        (Tells("summaries.totalGrossValue", "simplified_above_limit"),),
        "medium",
        "law 4308/2014 art. 10",
    ),
    Rule(
        summaries_as_given,
        tuple(Tells(f"summaries.{name}", "summary_differs") for name in SUMMARY_BY_JSON_NAME),
        "medium",
        "RULES 5",
    ),
    Rule(
        vat_analysis_as_given,
        (
            Tells("vatAnalysis[].underlyingValue", "summary_differs"),
            Tells("vatAnalysis[].vatAmount", "summary_differs"),
        ),
        "medium",
        "api 7.1",
    ),
)
"""Of discounts of the whole, payments, banks and sums."""
