"""What the document adds up to and how it is paid, as rows of the paper."""

from __future__ import annotations

from decimal import Decimal

from einvoice_desktop.app.paper.content import Paragraph, Sum, Term
from einvoice_desktop.app.paper.lines import allowance_words, is_moneyless
from einvoice_desktop.app.paper.plain import flat, plain
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.app.paper.words import inline
from einvoice_desktop.domain.codes import TAX_KIND_BY_CODE, TAX_KINDS, TaxKind
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.settlement import CardLine, PaymentMethod
from einvoice_desktop.domain.totals import allowance_amount, is_charge, is_summed

_RECEIPT_LINES = ("card_line", "cash_line", "cheque_line", "voucher_line", "remittance_line")
"""Word of the paper; with an s the member of the sister document (8.4, 8.5)."""


def sums(composition: Composition, speech: Speech) -> tuple[Sum, ...]:
    """The way from the lines to the amount payable. Subtracted amounts carry a minus."""
    kind = speech.codes.invoice_type(composition.source.invoice_type_code)
    if is_moneyless(composition, speech) or (kind is not None and kind.is_receipt):
        return ()
    amounts = composition.summaries
    found: list[Sum] = []
    if amounts.allowances or amounts.charges:
        before = amounts.net + amounts.allowances - amounts.charges
        found.append(Sum(speech.term("before_discounts"), speech.amount(before)))
    if amounts.allowances:
        found.append(Sum(speech.term("allowances"), speech.amount(-amounts.allowances)))
    if amounts.charges:
        found.append(Sum(speech.term("charges"), speech.amount(amounts.charges)))
    found.append(Sum(speech.term("sum_net"), speech.amount(amounts.net)))
    found.append(Sum(speech.term("sum_vat"), speech.amount(amounts.vat)))
    others = [(kind, getattr(amounts, kind.field)) for kind in TAX_KINDS]
    if any(amount for _, amount in others):
        found.append(Sum(speech.term("sum_with_vat"), speech.amount(amounts.net + amounts.vat)))
    found += [
        Sum(speech.term(kind.field), speech.amount(kind.sign * amount)) for kind, amount in others if amount
    ]
    if composition.tally.returns:
        found.append(Sum(speech.term("of_which_returned"), speech.amount(composition.tally.returned)))
    return tuple(found)


def payable(composition: Composition, speech: Speech) -> Sum | None:
    """The amount to pay, or to give back; None on a document without money."""
    if is_moneyless(composition, speech):
        return None
    document = composition.source
    kind = speech.codes.invoice_type(document.invoice_type_code)
    amount = composition.summaries.payable
    words = speech.term("credited" if kind and kind.is_credit else "payable")
    return Sum(words, speech.money(amount, composition.currency))


def foreign_sums(composition: Composition, speech: Speech) -> tuple[Sum, ...]:
    """Net, VAT and what is to be paid in the document's own currency, where there is a rate."""
    twins = composition.twins
    if twins is None or is_moneyless(composition, speech):
        return ()
    currency, amounts = composition.source.currency_code, twins.summaries
    rows = (("sum_net", amounts.net), ("sum_vat", amounts.vat), ("sum_foreign", amounts.payable))
    return tuple(Sum(speech.term(key), speech.money(amount, currency)) for key, amount in rows)


def taxes(composition: Composition, speech: Speech) -> tuple[Sum, ...]:
    """Each discount, charge and tax that the sums hold, by its own name."""
    found: list[Sum] = []
    for item in composition.source.allowances_charges or ():
        amount = allowance_amount(item, composition.own_base)
        sign = 1 if is_charge(item) else -1
        found.append(Sum((allowance_words(item, speech),), speech.amount(sign * amount)))
    rows: dict[tuple[TaxKind, Term], Decimal] = {}
    for kind, words, amount in (*_of_document(composition, speech), *_of_lines(composition, speech)):
        rows[kind, words] = rows.get((kind, words), ZERO) + amount
    for (kind, words), amount in rows.items():
        named = ": ".join(part for part in (speech.run(kind.field), inline(words)) if part)
        found.append(Sum((named,), speech.amount(kind.sign * amount)))
    return tuple(found)


def _of_document(composition: Composition, speech: Speech) -> list[tuple[TaxKind, Term, Decimal]]:
    found = []
    for tax, amount in zip(composition.source.taxes or (), composition.tax_amounts, strict=True):
        kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
        if kind is not None:
            label = speech.label(kind.table, tax.tax_category_code) if kind.table else ()
            found.append((kind, label or (flat(tax.tax_category),), amount))
    return found


def _of_lines(composition: Composition, speech: Speech) -> list[tuple[TaxKind, Term, Decimal]]:
    found = []
    for line in composition.composed_lines:
        for kind in TAX_KINDS:
            amount = line.amounts.tax(kind)
            if amount and is_summed(line.detail):
                code = getattr(line.detail, kind.category) if kind.category else None
                found.append((kind, speech.label(kind.table, code) if kind.table else (), amount))
    return found


def payments(composition: Composition, speech: Speech) -> tuple[Sum, ...]:
    """Each way of paying and its amount."""
    details = composition.source.payment_details
    methods = details.payment_methods or () if details else ()
    found = [
        Sum(_method(method, speech), speech.amount(amount))
        for method, amount in zip(methods, composition.payment_amounts, strict=True)
    ]
    for word in _RECEIPT_LINES:
        for line in getattr(composition.source, f"{word}s") or ():
            if not line.is_hidden:
                words = (_joined(speech.run(word), *_transaction(line, speech)),)
                found.append(Sum(words, speech.amount(line.amount)))
    return tuple(found)


def _method(method: PaymentMethod, speech: Speech) -> Term:
    label = speech.label("payment_methods", method.payment_method_type_code)
    named = inline(label) or flat(method.payment_method_type)
    return (_joined(named, *_transaction(method, speech)),)


def _transaction(paid: PaymentMethod | CardLine, speech: Speech) -> list[str]:
    tip = speech.amount(paid.tip_amount) if paid.tip_amount else ""
    return [
        speech.named("tip", tip),
        speech.named("transaction", paid.transaction_id),
        speech.named("terminal", paid.terminal_id),
        flat(paid.remarks),
    ]


def remarks(composition: Composition, speech: Speech) -> tuple[Paragraph, ...]:
    """What is said in words: remarks, terms of payment, balances, banks."""
    document = composition.source
    misc = document.miscellaneous_data
    said = []
    if misc is not None:
        more = (misc.more_information1, misc.more_information2, misc.more_information3)
        said = [misc.comments1, misc.comments2, *more]
    found = [
        ("remarks", "\n".join(filter(None, map(plain, said)))),
        ("accompanying_text", plain(misc.accompanying_text) if misc else ""),
        ("payment_terms", _terms(composition, speech)),
        ("banks", _banks(composition)),
    ]
    if document.allowances_charges or composition.summaries.own_allowances:
        found.insert(0, ("allowances", speech.run("shared_discounts")))
    return tuple(Paragraph(speech.term(key), text) for key, text in found if text)


def _terms(composition: Composition, speech: Speech) -> str:
    details = composition.source.payment_details
    if details is None:
        return ""
    rows = [
        plain(details.transaction_payment_terms),
        speech.named("due", speech.date(details.payment_date)),
        *(
            speech.named("due", _joined(speech.date(term.payment_date), speech.amount(term.amount)))
            for term in details.payment_terms or ()
        ),
        speech.named("previous_balance", speech.amount(details.previous_balance)),
        speech.named("new_balance", speech.amount(details.new_balance)),
        plain(details.other_payment_details),
    ]
    return "\n".join(row for row in rows if row)


def _banks(composition: Composition) -> str:
    rows = [
        _joined(flat(bank.name), flat(bank.iban) or flat(bank.account), flat(bank.bic_code))
        for bank in composition.source.banks or ()
    ]
    return "\n".join(row for row in rows if row)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
