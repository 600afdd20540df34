"""Breaks of the lines: VAT, exemptions, measures, record types, fuel, orders, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.two_minds.facts import MOVEMENTS, Facts, Json
from tests.two_minds.lines import counted
from tests.two_minds.mutation import Apply, Mutation, Where, all_of, of_types, put
from tests.two_minds.specials import fuel

Test = Callable[[Json], bool]

_CERTAIN_WITHOUT_8 = ("1.1", "2.1", "11.1", "11.2")
_CERTAIN_8_ONLY = ("3.1", "3.2", "8.1", "8.2")


def _set(target: Json, members: Mapping[str, object]) -> None:
    for name, value in members.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value


def line(**members: object) -> Apply:
    """Sets members of one line; None takes a member away."""

    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        _set(rng.choice(counted(document)), members)

    return apply


def _some_line(test: Test) -> Where:
    return lambda document, _facts: any(test(line) for line in counted(document))


def _priced(document: Json, _facts: Facts) -> bool:
    return "details" in document and document["invoiceTypeCode"] not in MOVEMENTS


def _change(test: Test, **members: object) -> Apply:
    """Sets members of a line for which `test` holds."""

    def apply(document: Json, _facts: Facts, rng: Random) -> None:
        _set(rng.choice([line for line in counted(document) if test(line)]), members)

    return apply


def _exempt(line: Json) -> bool:
    return line.get("vatCategoryCode") == 7


def _taxed(line: Json) -> bool:
    return line.get("vatCategoryCode") not in (7, 8)


def _without_vat(line: Json) -> bool:
    return line.get("vatCategoryCode") == 8 and "netTotal" in line


def _far_vat(document: Json, _facts: Facts, rng: Random) -> None:
    line = rng.choice([line for line in counted(document) if _taxed(line)])
    line["vatTotal"] = round(line["vatTotal"] + rng.choice((1.01, 5)), 2)
    line.pop("total", None)


def _not_order(document: Json, facts: Facts) -> bool:
    return _priced(document, facts) and document["invoiceTypeCode"] != "8.6"


def _not_settlement(document: Json, _facts: Facts) -> bool:
    return "details" in document and document["invoiceTypeCode"] != "1.5"


def _other_charges(document: Json, _facts: Facts, _rng: Random) -> None:
    for line in counted(document):
        line["fuelCode"] = 999


def _no_fuel(document: Json, _facts: Facts, _rng: Random) -> None:
    for line in counted(document):
        line.pop("fuelCode", None)


def _dear_charges(document: Json, _facts: Facts, _rng: Random) -> None:
    first, *others = counted(document)
    net = sum(line["netTotal"] for line in others)
    first.update(fuelCode=999, quantity=1, unitPrice=net + 100, netTotal=net + 100)
    for name in ("vatTotal", "total", "vatExemptionCategoryCode"):
        first.pop(name, None)
    first.update(vatCategoryCode=1)
    document.pop("taxes", None)


def _fuel(document: Json, _facts: Facts) -> bool:
    return bool(document.get("isFuelInvoice"))


def _several(count: int) -> Where:
    return lambda document, _facts: len(counted(document)) >= count


def _plain(document: Json, _facts: Facts) -> bool:
    """No taxes and no classification amounts, so that a line may be changed alone."""
    taxed = any(key.endswith("Amount") for line in counted(document) for key in line)
    several = any("expensesClassifications" in line for line in counted(document))
    return not (taxed or several or "taxes" in document)


def _cancel_with_amounts(document: Json, _facts: Facts, _rng: Random) -> None:
    document["totalCancelDeliveryOrders"] = True


_WITH_FUEL = (("1.1", "11.1"), fuel)

LINES = (
    Mutation("no VAT category", line(vatCategoryCode=None)),
    Mutation("unknown VAT category", line(vatCategoryCode=44)),
    Mutation(
        "category 8 on a sale",
        line(vatCategoryCode=8, vatTotal=0, total=None, vatExemptionCategoryCode=None),
        of_types(*_CERTAIN_WITHOUT_8),
    ),
    Mutation(
        "VAT where there is none",
        line(vatCategoryCode=1, vatTotal=None, total=None),
        of_types(*_CERTAIN_8_ONLY),
    ),
    Mutation("movement with VAT", line(vatCategoryCode=1), of_types(*MOVEMENTS)),
    Mutation("no exemption", _change(_exempt, vatExemptionCategoryCode=None), _some_line(_exempt)),
    Mutation("unknown exemption", _change(_exempt, vatExemptionCategoryCode=99), _some_line(_exempt)),
    Mutation("exemption with VAT", _change(_taxed, vatExemptionCategoryCode=14), _some_line(_taxed)),
    Mutation(
        "exemption without VAT", _change(_without_vat, vatExemptionCategoryCode=14), _some_line(_without_vat)
    ),
    Mutation("VAT far from its rate", _far_vat, _some_line(_taxed)),
    Mutation(
        "VAT amount without VAT", _change(_without_vat, vatTotal=3.5, total=None), _some_line(_without_vat)
    ),
    Mutation("negative net", line(netTotal=-5, vatTotal=0, total=None), all_of(_priced, _plain)),
    Mutation("quantity 0", line(quantity=0), all_of(_some_line(lambda line: "quantity" in line), _plain)),
    Mutation("quantity below 0", line(quantity=-1), of_types(*MOVEMENTS)),
    Mutation("unknown unit", line(measurementUnitCode=55)),
    Mutation("unit 7 without its title", line(measurementUnitCode=7, otherMeasurementUnitQuantity=3)),
    Mutation("unit 7 without its quantity", line(measurementUnitCode=7, otherMeasurementUnitTitle="Παλέτες")),
    Mutation("record type out of use", line(recordTypeCode=4)),
    Mutation("unknown record type", line(recordTypeCode=44)),
    Mutation("negative record type", line(recordTypeCode=7), _not_order),
    Mutation("unknown fuel", line(fuelCode=11111)),
    Mutation("detail type of another type", line(invoiceDetailTypeCode=1), _not_settlement),
    Mutation(
        "1.5 without sales",
        line(invoiceDetailTypeCode=None),
        all_of(of_types("1.5"), lambda document, _facts: len(counted(document)) == 2),
    ),
    Mutation("movement with a long description", line(descriptions=["Α" * 301]), of_types(*MOVEMENTS)),
    Mutation("TARIC of another length", line(taricNo="12345")),
    Mutation("fuel invoice without fuel", _no_fuel, _fuel, _WITH_FUEL),
    Mutation("fuel invoice of other charges", _other_charges, all_of(_fuel, _several(2)), _WITH_FUEL),
    Mutation("other charges above the fuel", _dear_charges, all_of(_fuel, _several(2), _plain), _WITH_FUEL),
    Mutation("total cancel with amounts", _cancel_with_amounts, of_types("8.6")),
    Mutation(
        "total cancel of another type",
        put("totalCancelDeliveryOrders", True),
        lambda document, _facts: "details" in document and document["invoiceTypeCode"] != "8.6",
    ),
    Mutation("movement without a description", line(descriptions=[]), of_types(*MOVEMENTS)),
    Mutation("movement without a unit", line(measurementUnitCode=None), of_types(*MOVEMENTS)),
    Mutation("movement with a net", line(netTotal=10), of_types(*MOVEMENTS)),
)
