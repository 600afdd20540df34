"""The columns of the three tables as data: what each is called, which field it holds, how it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

CONTEXT = "Columns"
"""Translation context of every title and name here."""

LINES = "details"
TAXES = "taxes"
PAYMENTS = "paymentDetails.paymentMethods"

SideOf = Callable[[str], str]
"""Whether a document type's issuer classifies as "income" or "expense"."""

WITHOUT_RATE: dict[object, str] = {7: "0 %", 8: QT_TRANSLATE_NOOP("Columns", "none")}
"""How a narrow cell shows the two VAT categories whose words name no rate."""

FEE = 2
"""Part of a clearance that is the issuer's own income (table of detail types)."""

_TAX_TABLES = {"1": "withholding", "2": "fees", "3": "other_taxes", "4": "stamp_duty"}


class Kind(Enum):
    """How a cell is edited."""

    TEXT = "text"
    AMOUNT = "amount"
    CODE = "code"


class Shown(Enum):
    """How a cell shows a code: words, the rate that the words name, or the code without its first word."""

    LABEL = "label"
    RATE = "rate"
    CODE = "code"


class Values(Protocol):
    """What knows the values of a document: the session, or an edit that is under way."""

    def value(self, path: str) -> object:
        """The value at a path."""
        ...


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row, as what resolves a column's path or table sees it."""

    session: Values
    path: str
    side_of: SideOf

    def value(self, member: str) -> object:
        """The value of one of the row's members."""
        return self.session.value(f"{self.path}.{member}")

    def side(self) -> str:
        """ "income" or "expense", by the document's type; a fee is income in a clearance, too."""
        if self.value("invoiceDetailTypeCode") == FEE:
            return "income"
        return self.side_of(str(self.session.value("invoiceTypeCode") or ""))


Resolver = Callable[[RowPlace], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `path` is the field within the row, `table` its code table; either may depend on the row.

    `width` is in digits. `optional` columns give way, the highest first, where the room is small; 0 never
    does. One that a row needs (`needed_by`: member and value) stays. `computed`: usually follows from the
    others, so Tab passes it by and it is sent only when left. An `extra` one is shown where the document's
    type asks for it, its part `of_part` must be there, or a row holds something (but for `unsaid` values);
    a `spare` one gives way to those where the room is small. `need`: the member whose word decides whether
    the type has the column, where that is not its own.
    """

    title: str
    name: str
    path: str | Resolver
    kind: Kind = Kind.TEXT
    table: str | Resolver = ""
    as_number: bool = False
    shown: Shown = Shown.LABEL
    width: int = 10
    stretches: bool = False
    optional: int = 0
    computed: bool = False
    places: int = 2
    needed_by: tuple[str, int] | None = None
    extra: bool = False
    of_part: str = ""
    unsaid: tuple[object, ...] = ()
    need: str = ""
    spare: bool = False

    @property
    def member(self) -> str:
        """The member of a row by which the document's type knows it; "" where that depends on the row."""
        return self.need or (self.path if isinstance(self.path, str) else "")

    def path_in(self, row: RowPlace) -> str:
        """The whole JSON path of this column's field in `row`."""
        member = self.path if isinstance(self.path, str) else self.path(row)
        return f"{row.path}.{member}"

    def table_in(self, row: RowPlace) -> str:
        """The name of the code table that this column's field in `row` takes its code from."""
        return self.table if isinstance(self.table, str) else self.table(row)


def discount_member(member: str) -> Resolver:
    """The path of a member of the row's first discount; where it has none, of the one that would be next."""

    def resolve(row: RowPlace) -> str:
        held = row.value("allowancesCharges")
        count = len(held) if isinstance(held, tuple | list) else 0
        first = next((i for i in range(count) if not _is_charge(row, i)), count)
        return f"allowancesCharges[{first}].{member}"

    return resolve


def _is_charge(row: RowPlace, place: int) -> bool:
    return str(row.value(f"allowancesCharges[{place}].type")) == "CHARGE"


def classification_member(member: str) -> Resolver:
    """The path of a member of the row's classification, on the side of the document's type."""

    def resolve(row: RowPlace) -> str:
        if row.side() == "income":
            return f"incomeClassification.{member}"
        several = row.value("expensesClassifications")
        if several and row.value("expensesClassification") is None:
            return f"expensesClassifications[0].{member}"
        return f"expensesClassification.{member}"

    return resolve


def _categories(row: RowPlace) -> str:
    return f"{row.side()}_categories"


def _types(row: RowPlace) -> str:
    return f"{row.side()}_types"


def _tax_categories(row: RowPlace) -> str:
    """Deductions have none."""
    return _TAX_TABLES.get(str(row.value("taxTypeCode")), "")


LINE_COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Code"), QT_TRANSLATE_NOOP("Columns", "Item code"), "code", width=7),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Description"),
        QT_TRANSLATE_NOOP("Columns", "Description"),
        "descriptions[0]",
        width=20,
        stretches=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Unit"),
        QT_TRANSLATE_NOOP("Columns", "Unit of measurement"),
        "measurementUnitCode",
        Kind.CODE,
        "units",
        as_number=True,
        width=7,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Qty"),
        QT_TRANSLATE_NOOP("Columns", "Quantity"),
        "quantity",
        Kind.AMOUNT,
        width=5,
        places=0,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Price"),
        QT_TRANSLATE_NOOP("Columns", "Unit price"),
        "unitPrice",
        Kind.AMOUNT,
        width=7,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Disc.%"),
        QT_TRANSLATE_NOOP("Columns", "Discount %"),
        discount_member("percentage"),
        Kind.AMOUNT,
        width=5,
        places=0,
        need="unitPrice",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Discount"),
        QT_TRANSLATE_NOOP("Columns", "Discount amount"),
        discount_member("amount"),
        Kind.AMOUNT,
        width=8,
        optional=3,
        computed=True,
        need="unitPrice",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "VAT"),
        QT_TRANSLATE_NOOP("Columns", "VAT category"),
        "vatCategoryCode",
        Kind.CODE,
        "vat_categories",
        as_number=True,
        shown=Shown.RATE,
        width=5,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Reason"),
        QT_TRANSLATE_NOOP("Columns", "Reason for 0 % VAT"),
        "vatExemptionCategoryCode",
        Kind.CODE,
        "vat_exemptions",
        as_number=True,
        shown=Shown.CODE,
        width=6,
        optional=1,
        needed_by=("vatCategoryCode", 7),
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Class"),
        QT_TRANSLATE_NOOP("Columns", "Classification category (myDATA)"),
        classification_member("classificationCategoryCode"),
        Kind.CODE,
        _categories,
        shown=Shown.CODE,
        width=4,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "E3"),
        QT_TRANSLATE_NOOP("Columns", "Classification type (myDATA, E3)"),
        classification_member("classificationTypeCode"),
        Kind.CODE,
        _types,
        shown=Shown.CODE,
        width=7,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Net"),
        QT_TRANSLATE_NOOP("Columns", "Net value"),
        "netTotal",
        Kind.AMOUNT,
        width=8,
        computed=True,
        need="unitPrice",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "VAT amount"),
        QT_TRANSLATE_NOOP("Columns", "VAT amount"),
        "vatTotal",
        Kind.AMOUNT,
        width=8,
        optional=2,
        computed=True,
        need="unitPrice",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Total"),
        QT_TRANSLATE_NOOP("Columns", "Total value"),
        "total",
        Kind.AMOUNT,
        width=8,
        computed=True,
        spare=True,
        need="unitPrice",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Kind"),
        QT_TRANSLATE_NOOP("Columns", "Kind of line"),
        "recordTypeCode",
        Kind.CODE,
        "record_types",
        as_number=True,
        shown=Shown.CODE,
        width=5,
        optional=4,
        computed=True,
    ),
)

TAX_COLUMNS = (
    Column(
        QT_TRANSLATE_NOOP("Columns", "Tax"),
        QT_TRANSLATE_NOOP("Columns", "Kind of tax"),
        "taxTypeCode",
        Kind.CODE,
        "tax_types",
        as_number=True,
        width=22,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Category"),
        QT_TRANSLATE_NOOP("Columns", "Tax category"),
        "taxCategoryCode",
        Kind.CODE,
        _tax_categories,
        as_number=True,
        width=20,
        stretches=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Text on paper"),
        QT_TRANSLATE_NOOP("Columns", "Tax category as printed"),
        "taxCategory",
        width=20,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "On the amount"),
        QT_TRANSLATE_NOOP("Columns", "Amount that is taxed"),
        "underlyingValue",
        Kind.AMOUNT,
        width=13,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Tax amount"),
        QT_TRANSLATE_NOOP("Columns", "Tax amount"),
        "taxAmount",
        Kind.AMOUNT,
        width=13,
    ),
)

PAYMENT_COLUMNS = (
    Column(
        QT_TRANSLATE_NOOP("Columns", "Way of payment"),
        QT_TRANSLATE_NOOP("Columns", "Way of payment"),
        "paymentMethodTypeCode",
        Kind.CODE,
        "payment_methods",
        as_number=True,
        width=30,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Amount"),
        QT_TRANSLATE_NOOP("Columns", "Amount paid"),
        "amount",
        Kind.AMOUNT,
        width=13,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Text on paper"),
        QT_TRANSLATE_NOOP("Columns", "Way of payment as printed"),
        "paymentMethodType",
        width=20,
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Remarks"),
        QT_TRANSLATE_NOOP("Columns", "Remarks"),
        "remarks",
        width=20,
        stretches=True,
    ),
)
