"""Breaks of classifications: pairs, sides, amounts, all or none."""

from __future__ import annotations

from random import Random

from tests.two_minds.facts import MOVEMENTS, Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Mutation, all_of, of_types

_MEMBERS = {"income": "incomeClassification", "expense": "expensesClassification"}
_LISTS = ("incomeClassifications", "expensesClassifications")


def _classified(document: Json, _facts: Facts) -> bool:
    return any(member in line for line in counted(document) for member in (*_MEMBERS.values(), *_LISTS))


def _judged(document: Json, facts: Facts) -> bool:
    """The pairs of the type are known of itself, not of another document."""
    code = document["invoiceTypeCode"]
    return (
        _classified(document, facts)
        and code not in ("1.6", "2.4", "5.1")
        and bool(facts.pairs[code, facts.side(code)])
    )


def _single(document: Json, facts: Facts) -> bool:
    """Every line has one pair, and the document is no settlement of third-party sales."""
    return (
        _judged(document, facts)
        and document["invoiceTypeCode"] != "1.5"
        and not any(name in line for line in counted(document) for name in _LISTS)
    )


def _entry(document: Json, facts: Facts, rng: Random) -> Json:
    line = rng.choice(counted(document))
    entry: Json = line[_MEMBERS[facts.side(document["invoiceTypeCode"])]]
    return entry


def _foreign_category(document: Json, facts: Facts, rng: Random) -> None:
    """A pair whose category the type does not take."""
    code = document["invoiceTypeCode"]
    side = facts.side(code)
    own = {category for category, _type in facts.pairs[code, side]}
    pairs = [pair for pair in facts.every_pair[side] if pair[0] not in own and pair[1]]
    _set(_entry(document, facts, rng), rng.choice(pairs))


def _wrong_type(document: Json, facts: Facts, rng: Random) -> None:
    """A category of the type with a kind that stands in the table and not beside it."""
    code = document["invoiceTypeCode"]
    side = facts.side(code)
    own = set(facts.pairs[code, side])
    kinds = sorted({kind for _category, kind in facts.every_pair[side] if kind.startswith("E3_")})
    category = rng.choice(sorted({category for category, _kind in own}))
    _set(
        _entry(document, facts, rng),
        rng.choice([(category, kind) for kind in kinds if (category, kind) not in own]),
    )


def _set(entry: Json, pair: tuple[str, str]) -> None:
    entry.clear()
    entry.update(classificationCategoryCode=pair[0], classificationTypeCode=pair[1])


def _no_type(document: Json, facts: Facts, rng: Random) -> None:
    code = document["invoiceTypeCode"]
    own = facts.pairs[code, facts.side(code)]
    category = rng.choice(sorted({c for c, kind in own if kind and (c, "") not in own}))
    entry = _entry(document, facts, rng)
    entry.clear()
    entry.update(classificationCategoryCode=category)


def _typed(document: Json, facts: Facts) -> bool:
    code = document["invoiceTypeCode"]
    own = facts.pairs[code, facts.side(code)]
    return _single(document, facts) and any(kind and (c, "") not in own for c, kind in own)


def _wrong_amount(document: Json, facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    line[_MEMBERS[facts.side(document["invoiceTypeCode"])]]["amount"] = round(line["netTotal"] / 2 + 1, 2)


def _priced(document: Json, facts: Facts) -> bool:
    return _single(document, facts) and all("netTotal" in line for line in counted(document))


def _one_unclassified(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    for name in (*_MEMBERS.values(), *_LISTS):
        line.pop(name, None)


def _several_lines(document: Json, _facts: Facts) -> bool:
    return len(counted(document)) > 1 and document["invoiceTypeCode"] != "1.5"


def _both_sides(document: Json, facts: Facts, rng: Random) -> None:
    code = document["invoiceTypeCode"]
    other = "income" if facts.side(code) == "expense" else "expense"
    pairs = [pair for pair in facts.pairs_of(code, other) if pair[1]]
    line = rng.choice(counted(document))
    line[_MEMBERS[other]] = {}
    _set(line[_MEMBERS[other]], rng.choice(pairs))


def _two_sided(document: Json, facts: Facts) -> bool:
    code = document["invoiceTypeCode"]
    other = "income" if facts.side(code) == "expense" else "expense"
    return _single(document, facts) and any(kind for _category, kind in facts.pairs_of(code, other))


def _twice(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    entry = line.pop("expensesClassification")
    half = round(line["netTotal"] / 2, 2)
    rest = round(line["netTotal"] - half, 2)
    line["expensesClassifications"] = [{**entry, "amount": half}, {**entry, "amount": rest}]


def _expense(document: Json, facts: Facts) -> bool:
    return _priced(document, facts) and facts.side(document["invoiceTypeCode"]) == "expense"


def _unknown(document: Json, facts: Facts, rng: Random) -> None:
    _entry(document, facts, rng)["classificationTypeCode"] = "E3_999_999"


def _vat_with_category(document: Json, facts: Facts, rng: Random) -> None:
    _set(_entry(document, facts, rng), ("category2_3", "VAT_361"))


def _moved_with_type(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice(counted(document))
    line["incomeClassification"]["classificationTypeCode"] = "E3_561_001"


def _wrong_side_of_detail(document: Json, _facts: Facts, _rng: Random) -> None:
    first = document["details"][0]
    del first["expensesClassification"]
    first["incomeClassification"] = {
        "classificationCategoryCode": "category1_1",
        "classificationTypeCode": "E3_561_001",
    }


CLASSIFICATIONS = (
    Mutation("category of another type", _foreign_category, _single),
    Mutation("type that does not go with the category", _wrong_type, _single),
    Mutation("category without its type", _no_type, _typed),
    Mutation("unknown classification", _unknown, _single),
    Mutation("classification of less than the net", _wrong_amount, _priced),
    Mutation("one line unclassified", _one_unclassified, all_of(_classified, _several_lines)),
    Mutation("income and expense", _both_sides, _two_sided),
    Mutation("the same classification twice", _twice, _expense),
    Mutation("VAT classification with a category", _vat_with_category, _expense),
    Mutation("movement with a classification type", _moved_with_type, of_types(*MOVEMENTS)),
    Mutation("sales of third parties as income", _wrong_side_of_detail, all_of(of_types("1.5"), _classified)),
)
