"""Random documents as JSON: amounts of every length, lines of every kind, keys as found in the wild."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Strategy = st.SearchStrategy[Any]

UNKNOWN = "somethingUnknown"
"""A member that no model knows."""


def numbers(low: str, high: str, places: int) -> Strategy:
    """Decimals with at most so many places, written with or without trailing noughts."""
    return st.integers(0, places).flatmap(
        lambda p: st.decimals(Decimal(low), Decimal(high), places=p, allow_nan=False, allow_infinity=False)
    )


money = st.one_of(numbers("0", "100", 3), numbers("0", "99999", 2), numbers("0", "9999999999.99", 2))
quantities = st.one_of(numbers("0", "10", 3), numbers("0", "100000", 6))
prices = st.one_of(numbers("0", "100", 4), numbers("0", "1000000", 6))
rates = st.one_of(numbers("0", "100", 2), numbers("0", "100", 4))


def sometimes(**members: Strategy) -> Strategy:
    """An object in which each member stands or does not."""
    return st.fixed_dictionaries({}, optional=members)


allowances = st.one_of(
    st.fixed_dictionaries({"percentage": rates}, optional={"type": st.sampled_from(["ALLOWANCE", "CHARGE"])}),
    st.fixed_dictionaries({"amount": money}, optional={"type": st.sampled_from(["ALLOWANCE", "CHARGE"])}),
)

_RARE = st.sampled_from([False, False, False, True])

line_taxes = sometimes(
    withheldPercentCategoryCode=st.integers(1, 18),
    withheldAmount=money,
    feesPercentCategoryCode=st.integers(1, 22),
    feesAmount=money,
    otherTaxesPercentCategoryCode=st.integers(1, 30),
    stampDutyPercentCategoryCode=st.integers(1, 4),
    deductionsAmount=money,
)

plain_lines = st.fixed_dictionaries(
    {"unitPrice": prices, "vatCategoryCode": st.integers(1, 10), "descriptions": st.just(["Είδος"])},
    optional={"quantity": quantities, "allowancesCharges": st.lists(allowances, max_size=2)},
)

any_lines = sometimes(
    code=st.sampled_from(["", "ΑΒ-1"]),
    descriptions=st.lists(st.sampled_from(["", "Καφές"]), max_size=2),
    unitPrice=prices,
    quantity=quantities,
    allowancesCharges=st.lists(allowances, max_size=3),
    vatCategoryCode=st.integers(1, 10),
    netTotal=money,
    vatTotal=money,
    total=money,
    isInformative=_RARE,
    isHidden=_RARE,
    recordTypeCode=st.sampled_from([0, 0, 0, 2, 3, 6, 7]),
)

lines = st.one_of(
    plain_lines, any_lines, st.tuples(plain_lines, line_taxes).map(lambda pair: {**pair[0], **pair[1]})
)

document_taxes = st.one_of(
    *(
        st.fixed_dictionaries(
            {"taxTypeCode": st.just(kind), "taxCategoryCode": st.integers(1, last)},
            optional={"taxAmount": money, "underlyingValue": money},
        )
        for kind, last in ((1, 18), (2, 22), (3, 30), (4, 4))
    ),
    st.fixed_dictionaries({"taxTypeCode": st.just(5), "taxAmount": money}),
)

payments = st.fixed_dictionaries({"paymentMethodTypeCode": st.integers(1, 6)}, optional={"amount": money})

wrong_sums = sometimes(
    totalNetAmount=money,
    totalVATAmount=money,
    totalGrossValue=money,
    totalAllowances=money,
    totalFeesAmount=money,
)

wrong_analysis = st.lists(
    st.fixed_dictionaries(
        {"percentage": st.sampled_from([Decimal(24), Decimal("13.00"), Decimal(0)])},
        optional={"vatAmount": money, "underlyingValue": money, "name": st.just("ΦΠΑ")},
    ),
    max_size=4,
)

documents = st.fixed_dictionaries(
    {"invoiceTypeCode": st.sampled_from(["1.1", "2.1", "3.1", "5.2", "8.1", "11.1", "11.2"])},
    optional={
        "details": st.lists(lines, max_size=12),
        "taxes": st.lists(document_taxes, max_size=4),
        "allowancesCharges": st.lists(allowances, max_size=2),
        "paymentDetails": st.fixed_dictionaries(
            {"paymentMethods": st.lists(payments, max_size=3)},
            optional={"exchangeCurrencyRate": st.one_of(numbers("0.00001", "50000", 5), st.just(Decimal(0)))},
        ),
        "currencyCode": st.sampled_from(["EUR", "USD", "GBP"]),
        "summaries": wrong_sums,
        "vatAnalysis": wrong_analysis,
        UNKNOWN: st.just("kept as it is"),
    },
)

beyond_measure = st.integers(10**15, 10**27 - 1).map(Decimal)
"""More than the fifteen digits that the authority takes."""

documents_beyond_measure = st.fixed_dictionaries(
    {"invoiceTypeCode": st.just("1.1"), "details": st.lists(plain_lines, max_size=2)},
    optional={
        "taxes": st.lists(
            st.fixed_dictionaries(
                {"taxTypeCode": st.integers(1, 5)},
                optional={
                    "taxCategoryCode": st.just(1),
                    "taxAmount": beyond_measure,
                    "underlyingValue": beyond_measure,
                },
            ),
            max_size=2,
        ),
        "allowancesCharges": st.lists(st.fixed_dictionaries({"amount": beyond_measure}), max_size=1),
    },
).flatmap(
    lambda document: sometimes(
        quantity=beyond_measure,
        unitPrice=beyond_measure,
        netTotal=beyond_measure,
        vatTotal=beyond_measure,
        total=beyond_measure,
        withheldAmount=beyond_measure,
        allowancesCharges=st.lists(st.fixed_dictionaries({"percentage": beyond_measure}), max_size=1),
    ).map(
        lambda line: {
            **document,
            "details": [
                *document["details"],
                {"code": "ΑΒ-1", "unitPrice": Decimal(1), "vatCategoryCode": 1, **line},
            ],
        }
    )
)

spellings: Strategy = st.sampled_from([str, str.lower, str.upper, lambda name: name[0].upper() + name[1:]])
"""How keys are written; any casing is to be understood."""


def as_file(document: Any, spell: Callable[[str], str], *, as_texts: bool) -> bytes:
    """A document as a file: keys spelled in one way, numbers as numbers or as texts."""
    return _text(document, spell, as_texts).encode()


def _text(value: Any, spell: Callable[[str], str], as_texts: bool) -> str:
    match value:
        case dict():
            rows = (f"{_key(name, spell)}: {_text(v, spell, as_texts)}" for name, v in value.items())
            return "{" + ", ".join(rows) + "}"
        case list():
            return "[" + ", ".join(_text(row, spell, as_texts) for row in value) + "]"
        case Decimal() | int() if not isinstance(value, bool):
            number = format(Decimal(value), "f")
            return f'"{number}"' if as_texts else number
    return json.dumps(value, ensure_ascii=False)


def _key(name: str, spell: Callable[[str], str]) -> str:
    return json.dumps(name if name == UNKNOWN else spell(name))
