"""What the review before issuing says of a document: captions and values, as they will be sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.gui.band import PRACTICE_SERVER, TRIAL_SERVERS
from einvoice_desktop.gui.review_recipients import told_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.office import Office

translate = QCoreApplication.translate


class Figure(NamedTuple):
    """A value under its caption; `name` is the end of its identifier, `review.…`."""

    name: str
    caption: str
    value: str


class Figures(NamedTuple):
    """All of a review, in the language of the window."""

    document: tuple[Figure, ...]
    sums: tuple[Figure, ...]
    payable: Figure
    environment: str
    environment_role: str
    warnings: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Everything in one breath, for a screen reader."""
        told = (*self.document, *self.sums, self.payable)
        words = [self.environment, *(f"{figure.caption}: {figure.value}" for figure in told), *self.warnings]
        return ". ".join(words)


def figures_of(composition: Composition, office: Office, place_name: Callable[[str], str]) -> Figures:
    """The figures of the document on the stage; `place_name` is what people call the field at a path."""
    environment, role = environment_told(office.the_desk.server)
    warnings = [problem for problem in composition.problems if not problem.is_error]
    return Figures(
        _document(composition, office),
        _sums(composition, office),
        Figure("payable", translate("Review", "To pay"), _payable(composition, office)),
        environment,
        role,
        tuple(_warning(problem, office, place_name(problem.path)) for problem in warnings),
    )


def _warning(problem: Problem, office: Office, place: str) -> str:
    sentence = office.the_desk.problem_sentence(problem, office.language)
    return f"{place}: {sentence}" if place else sentence


def _document(composition: Composition, office: Office) -> tuple[Figure, ...]:
    def text(path: str) -> str:
        return office.session.show(path, composition.value(path))

    told = (flat(text(f"counterParty.{name}")) for name in ("registeredName", "vat"))
    customer = " · ".join(filter(None, told))
    number = text("number") or translate("Review", "the number is given at issue")
    return (
        Figure(
            "customer",
            translate("Review", "Customer"),
            customer or translate("Review", "without customer details"),
        ),
        Figure("type", translate("Review", "Type"), office.kind(text("invoiceTypeCode"))),
        Figure(
            "number",
            translate("Review", "Series and number"),
            " · ".join(filter(None, (text("series"), number))),
        ),
        Figure("date", translate("Review", "Date"), text("dateIssued") or translate("Review", "today")),
        Figure("lines", translate("Review", "Lines"), str(composition.tally.filled)),
        Figure("payment", translate("Review", "Payment"), _payment(composition, office)),
        Figure("notify", translate("Review", "Notified"), _told(composition, office)),
    )


def _payment(composition: Composition, office: Office) -> str:
    details = composition.source.payment_details
    methods = (details.payment_methods if details else None) or ()
    labels = {
        row.code: row.label for row in office.the_desk.codes.choices("payment_methods", office.language)
    }
    told = []
    for method, amount in zip(methods, composition.payment_amounts, strict=True):
        code = str(method.payment_method_type_code or "")
        told.append(f"{labels.get(code, code)} {_amount(amount, office)}".strip())
    return ", ".join(told) or translate("Review", "not stated")


def _told(composition: Composition, office: Office) -> str:
    return told_of(composition.source, office.the_desk.server)


def _sums(composition: Composition, office: Office) -> tuple[Figure, ...]:
    sums = composition.summaries
    rows: tuple[tuple[str, str, Decimal, str], ...] = (
        ("net", translate("Review", "Net"), sums.net, ""),
        ("vat", translate("Review", "VAT"), sums.vat, ""),
        ("fees", translate("Review", "Fees"), sums.fees, ""),
        ("stampDuty", translate("Review", "Stamp duty"), sums.stamp_duty, ""),
        ("otherTaxes", translate("Review", "Other taxes"), sums.other_taxes, ""),
        ("withheld", translate("Review", "Withholding"), sums.withheld, "−"),
        ("deductions", translate("Review", "Deductions"), sums.deductions, "−"),
    )
    return tuple(
        Figure(name, caption, sign + _amount(value, office))
        for name, caption, value, sign in rows
        if value or name in ("net", "vat")
    )


def _payable(composition: Composition, office: Office) -> str:
    return f"{_amount(composition.summaries.payable, office)} {composition.currency}"


def _amount(value: Decimal, office: Office) -> str:
    return show_amount(value, office.language)


def environment_told(server: str) -> tuple[str, str]:
    """Where it goes, and the look of the words that say so."""
    if server == PRACTICE_SERVER:
        return translate("Review", "Practice: nothing leaves this computer"), "practice"
    if server in TRIAL_SERVERS:
        return translate(
            "Review", "Trial: it goes to the provider's test service, with no legal effect"
        ), "trial"
    if "://" in server:
        return translate("Review", "It goes to {0}").format(server), "trial"
    return translate("Review", "For real: the document is issued and reported to myDATA"), "real"
