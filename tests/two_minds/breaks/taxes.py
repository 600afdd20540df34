"""Breaks of taxes other than VAT, of classifications and of payments."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.two_minds.facts import MOVEMENTS, TAX_MEMBERS, Facts, Json
from tests.two_minds.lines import counted, document_tax, net_of
from tests.two_minds.mutation import Apply, Mutation, drop, has, of_types, put

_KINDS = ("1", "2", "3", "4")
_ORDER = "8.6"


def _line_taxes(document: Json) -> list[tuple[Json, str]]:
    return [
        (line, kind) for line in counted(document) for kind in TAX_MEMBERS if TAX_MEMBERS[kind][0] in line
    ]


def _untaxed(document: Json, _facts: Facts) -> bool:
    return (
        "details" in document
        and not _line_taxes(document)
        and "taxes" not in document
        and document["invoiceTypeCode"] not in (*MOVEMENTS, _ORDER)
    )


def _new_line_tax(change: Callable[..., None]) -> Apply:
    """A line gets a tax of a percentage and then `change(line, amount name, category name)`."""

    def apply(document: Json, facts: Facts, rng: Random) -> None:
        line = rng.choice(counted(document))
        kind = rng.choice(_KINDS)
        amount, category, _table = TAX_MEMBERS[kind]
        row = facts.percentage(kind, rng)
        line[category] = int(row["code"])
        line[amount] = round(line["netTotal"] * float(row["rate"]) / 100, 2)
        line.pop("total", None)
        change(line, amount, category, facts, rng, kind)

    return apply


def _no_category(line: Json, _amount: str, category: str, *_rest: object) -> None:
    line.pop(category)
    line[_amount] = 1.5


def _unknown_category(line: Json, _amount: str, category: str, *_rest: object) -> None:
    line[category] = 99


def _far(line: Json, amount: str, *_rest: object) -> None:
    line[amount] = round(line[amount] + 0.5, 2)


def _above(line: Json, amount: str, category: str, facts: Facts, rng: Random, kind: str) -> None:
    line[category] = int(facts.fixed(kind, rng)["code"])
    line[amount] = round(line["netTotal"] + 1, 2)


def _no_amount(line: Json, amount: str, category: str, facts: Facts, rng: Random, kind: str) -> None:
    line[category] = int(facts.fixed(kind, rng)["code"])
    line.pop(amount)


def _on_tax_line(line: Json, _amount: str, _category: str, *_rest: object) -> None:
    line["recordTypeCode"] = 2


def _dead(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    code, rate = rng.choice(((1, 15), (2, 5)))
    line["otherTaxesPercentCategoryCode"] = code
    line["otherTaxesAmount"] = round(line["netTotal"] * rate / 100, 2)
    line.pop("total", None)


def _net(document: Json) -> float:
    return round(sum(line["netTotal"] for line in counted(document)), 2)


def _tax(**members: object) -> Apply:
    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        tax = rng.choice(document["taxes"])
        for name, value in members.items():
            if value is None:
                tax.pop(name, None)
            else:
                tax[name] = value

    return apply


def _fixed_tax(change: Callable[[Json, float], None]) -> Apply:
    """The document gets one tax whose amount is typed, changed by `change(tax, net)`."""

    def apply(document: Json, facts: Facts, rng: Random) -> None:
        kind = rng.choice(_KINDS)
        tax = {
            "taxTypeCode": int(kind),
            "taxCategoryCode": int(facts.fixed(kind, rng)["code"]),
            "taxAmount": 1.0,
        }
        change(tax, _net(document))
        document["taxes"] = [tax]

    return apply


def _base_above(tax: Json, net: float) -> None:
    tax["underlyingValue"] = round(net + 1, 2)


def _amount_above(tax: Json, net: float) -> None:
    tax.update(underlyingValue=net, taxAmount=round(net + 0.5, 2))


def _above_base(tax: Json, net: float) -> None:
    tax.update(underlyingValue=round(net / 2, 2), taxAmount=round(net / 2 + 0.5, 2))


def _without_amount(tax: Json, _net: float) -> None:
    del tax["taxAmount"]


def _without_category(tax: Json, _net: float) -> None:
    del tax["taxCategoryCode"]


def _percentage_far(document: Json, facts: Facts, rng: Random) -> None:
    kind = rng.choice(_KINDS)
    row, net = facts.percentage(kind, rng), _net(document)
    amount = round(net * float(row["rate"]) / 100 + 0.5, 2)
    document["taxes"] = [{"taxTypeCode": int(kind), "taxCategoryCode": int(row["code"]), "taxAmount": amount}]


def _dead_document_tax(document: Json, _facts: Facts, _rng: Random) -> None:
    amount = round(_net(document) * 15 / 100, 2)
    document["taxes"] = [{"taxTypeCode": 3, "taxCategoryCode": 1, "taxAmount": amount}]


def _deduction_with_category(document: Json, _facts: Facts, _rng: Random) -> None:
    document["taxes"] = [{"taxTypeCode": 5, "taxCategoryCode": 1, "taxAmount": 1}]


def _both_places(document: Json, facts: Facts, rng: Random) -> None:
    line = document["details"][0]
    line.update(feesPercentCategoryCode=10, feesAmount=1.5)
    line.pop("total", None)
    document["taxes"] = [document_tax("5", sum(map(net_of, counted(document))), facts, rng)]


def _roomy(document: Json, facts: Facts) -> bool:
    """An order form and a movement apart: taxes may stand there."""
    return _untaxed(document, facts) and _net(document) > 20


TAXES = (
    Mutation("line tax without a category", _new_line_tax(_no_category), _untaxed),
    Mutation("line tax of an unknown category", _new_line_tax(_unknown_category), _untaxed),
    Mutation("line tax far from its rate", _new_line_tax(_far), _untaxed),
    Mutation("line tax above the net", _new_line_tax(_above), _untaxed),
    Mutation("line tax category without an amount", _new_line_tax(_no_amount), _untaxed),
    Mutation("a tax on a line that is a tax", _new_line_tax(_on_tax_line), _untaxed),
    Mutation("line tax of a dead category", _dead, _untaxed),
    Mutation("document tax of an unknown kind", _tax(taxTypeCode=9), has("taxes")),
    Mutation("document tax of an unknown category", _tax(taxTypeCode=1, taxCategoryCode=99), has("taxes")),
    Mutation("document tax without a category", _fixed_tax(_without_category), _roomy),
    Mutation("document tax without an amount", _fixed_tax(_without_amount), _roomy),
    Mutation("document tax on more than the net", _fixed_tax(_base_above), _roomy),
    Mutation("document tax above the net", _fixed_tax(_amount_above), _roomy),
    Mutation("document tax above its base", _fixed_tax(_above_base), _roomy),
    Mutation("document tax far from its rate", _percentage_far, _roomy),
    Mutation("document tax of a dead category", _dead_document_tax, _roomy),
    Mutation("deduction with a category", _deduction_with_category, _roomy),
    Mutation("taxes in both places", _both_places, _roomy),
)


def _single_payment(document: Json, _facts: Facts) -> bool:
    return bool(document.get("paymentDetails", {}).get("paymentMethods"))


def _card(**members: object) -> Apply:
    def apply(document: Json, _facts: Facts, _rng: Random) -> None:
        card = {"paymentMethodTypeCode": 7, "providersSignature": "MEQ", "terminalId": "T1"}
        document["paymentDetails"]["paymentMethods"] = [{**card, **members}]

    return apply


PAYMENTS = (
    Mutation(
        "no payment where one must be",
        drop("paymentDetails.paymentMethods"),
        of_types("1.1", "2.1", "5.1", "11.1"),
    ),
    Mutation(
        "payment of a movement",
        put("paymentDetails", {"paymentMethods": [{"paymentMethodTypeCode": 3, "amount": 1}]}),
        of_types("9.3"),
    ),
    Mutation(
        "unknown payment method",
        put("paymentDetails.paymentMethods.0.paymentMethodTypeCode", 44),
        _single_payment,
    ),
    Mutation("card without a signature", _card(providersSignature=None), _single_payment),
    Mutation("card without a terminal", _card(terminalId=None), _single_payment),
    Mutation(
        "paid above the gross", put("paymentDetails.paymentMethods.0.amount", 99999999), _single_payment
    ),
    Mutation("paid below nothing", put("paymentDetails.paymentMethods.0.amount", -5), _single_payment),
)
