"""Lines of generated documents: amounts, VAT, classifications and taxes that agree."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from tests.two_minds.facts import MOVEMENTS, TAX_MEMBERS, Facts, Json

CENT = Decimal("0.01")
TAX_SIGNS = {"1": -1, "2": 1, "3": 1, "4": 1, "5": -1}


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def lines(code: str, facts: Facts, rng: Random) -> list[Json]:
    """One to three lines of a type, all classified or none, as the authority wants it."""
    count = rng.choice((1, 1, 2, 3))
    if code in MOVEMENTS:
        return [_moved(number, rng) for number in range(1, count + 1)]
    made = [_priced(number, code, facts, rng) for number in range(1, count + 1)]
    if code == "1.5":
        return _third_party_sales(made, facts, rng)
    if rng.random() < 0.9:
        for line in made:
            classify(line, code, facts, rng)
    return made


def _moved(number: int, rng: Random) -> Json:
    return {
        "lineNo": number,
        "code": f"Κ{number}",
        "descriptions": [f"Είδος {number}"],
        "measurementUnitCode": rng.choice((1, 2, 3, 4, 5, 6)),
        "quantity": float(rng.randint(1, 400)) / 10,
        "vatCategoryCode": 8,
        "incomeClassification": {"classificationCategoryCode": "category3"},
    }


def _priced(number: int, code: str, facts: Facts, rng: Random) -> Json:
    category = rng.choice(facts.vat_categories(code))
    line: Json = {"lineNo": number, "descriptions": [f"Είδος {number}"], "vatCategoryCode": int(category)}
    if category == "7":
        line["vatExemptionCategoryCode"] = int(rng.choice(facts.exemptions))
    quantity, price = rng.randint(1, 9), Decimal(rng.randint(1000, 90000)) / 100
    line |= {"quantity": quantity, "unitPrice": float(price)}
    if facts.types[code]["quantity"] == "forbidden":
        del line["quantity"]
        quantity = 1
    else:
        line["measurementUnitCode"] = rng.choice((1, 2, 3, 4, 5, 6))
    set_net(line, cents(quantity * price), facts)
    return line


def set_net(line: Json, net: Decimal, facts: Facts) -> None:
    """Net, VAT and total of a line that has no other tax."""
    vat = cents(net * facts.rate(str(line["vatCategoryCode"])) / 100)
    line |= {"netTotal": float(net), "vatTotal": float(vat), "total": float(net + vat)}


def counted(document: Json) -> list[Json]:
    """The lines that stand in the sums."""
    return [
        line
        for line in document.get("details", ())
        if not (line.get("isInformative") or line.get("isHidden"))
    ]


def net_of(line: Json) -> Decimal:
    return Decimal(str(line.get("netTotal", 0)))


def classify(line: Json, code: str, facts: Facts, rng: Random, side: str = "") -> None:
    """One pair for the whole line, or two that share its net."""
    side = side or facts.side(code)
    pairs = facts.pairs_of(code, side)
    if not pairs:
        return
    single, several = ("incomeClassification", "incomeClassifications")
    if side == "expense":
        single, several = ("expensesClassification", "expensesClassifications")
    net = net_of(line)
    if side == "expense" and len(pairs) > 1 and rng.random() < 0.3 and net > 1:
        first, second = rng.sample(pairs, 2)
        part = cents(net * rng.randint(1, 9) / 10)
        line[several] = [_entry(first, part), _entry(second, net - part)]
    else:
        line[single] = _entry(rng.choice(pairs))


def _entry(pair: tuple[str, str], amount: Decimal | None = None) -> Json:
    entry: Json = {"classificationCategoryCode": pair[0]}
    if pair[1]:
        entry["classificationTypeCode"] = pair[1]
    if amount is not None:
        entry["amount"] = float(amount)
    return entry


def _third_party_sales(made: list[Json], facts: Facts, rng: Random) -> list[Json]:
    """1.5: the sales are an expense without a type, the fee is income."""
    while len(made) < 2:
        made.append(_priced(len(made) + 1, "1.5", facts, rng))
    for index, line in enumerate(made):
        line["invoiceDetailTypeCode"] = 1 if index == 0 else 2
        if index == 0:
            line["expensesClassification"] = {"classificationCategoryCode": "category2_9"}
        else:
            classify(line, "1.5", facts, rng)
    return made


def add_line_tax(line: Json, kind: str, facts: Facts, rng: Random) -> None:
    """One tax on the line: a percentage of its net, or an amount below it."""
    amount_name, category_name, _table = TAX_MEMBERS[kind]
    net = net_of(line)
    if not category_name or rng.random() < 0.3:
        amount = cents(net * rng.randint(1, 20) / 100)
        if category_name:
            line[category_name] = int(facts.fixed(kind, rng)["code"])
    else:
        row = facts.percentage(kind, rng)
        amount, line[category_name] = cents(net * Decimal(str(row["rate"])) / 100), int(row["code"])
    line[amount_name] = float(amount)
    line["total"] = float(Decimal(str(line["total"])) + TAX_SIGNS[kind] * amount)


def document_tax(kind: str, net: Decimal, facts: Facts, rng: Random) -> Json:
    """One tax of the document on all its net, or on a named part of it."""
    tax: Json = {"taxTypeCode": int(kind), "taxType": "Φόρος"}
    base = net
    if rng.random() < 0.5:
        base = cents(net * rng.randint(5, 10) / 10)
        tax["underlyingValue"] = float(base)
    if kind == "5" or rng.random() < 0.3:
        amount = cents(base * rng.randint(1, 15) / 100)
        if kind != "5":
            tax["taxCategoryCode"] = int(facts.fixed(kind, rng)["code"])
    else:
        row = facts.percentage(kind, rng)
        amount, tax["taxCategoryCode"] = cents(base * Decimal(str(row["rate"])) / 100), int(row["code"])
    tax["taxAmount"] = float(amount)
    return tax
