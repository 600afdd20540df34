"""What a person sees of an issued document: the words and figures that page and PDF lay out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.dates import athens
from einvoice_desktop.sandbox.fields import FieldError, Node, read_json
from einvoice_desktop.sandbox.lines import TAX_KINDS
from einvoice_desktop.sandbox.objections import cents
from einvoice_desktop.sandbox.receipts import RECEIPT_LINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.sandbox.ledger import Entry

EL, EN = "el", "en"

WORDS: Mapping[str, Mapping[str, str]] = {
    EL: {
        "notice": "Παραστατικό εξάσκησης: δεν έχει καμία φορολογική αξία και δεν διαβιβάστηκε στην ΑΑΔΕ.",
        "number": "Αριθμός",
        "series": "Σειρά",
        "date": "Ημερομηνία",
        "type": "Τύπος",
        "issuer": "Εκδότης",
        "counterparty": "Λήπτης",
        "vat": "ΑΦΜ",
        "lines": "Γραμμές",
        "description": "Περιγραφή",
        "quantity": "Ποσότητα",
        "unit_price": "Τιμή",
        "net": "Καθαρή αξία",
        "vat_amount": "ΦΠΑ",
        "total": "Σύνολο",
        "totals": "Σύνολα",
        "1": "Παρακρατούμενος φόρος",
        "2": "Τέλη",
        "3": "Λοιποί φόροι",
        "4": "Ψηφιακό τέλος συναλλαγής",
        "5": "Κρατήσεις",
        "gross": "Τελικό ποσό",
        "payments": "Πληρωμές",
        "codes": "Στοιχεία διαβίβασης",
        "authentication": "Κωδικός αυθεντικοποίησης",
        "pdf": "Λήψη PDF",
        "other": "English",
        "missing": "Δεν βρέθηκε παραστατικό σε αυτή τη διεύθυνση.",
    },
    EN: {
        "notice": "Practice document: it has no tax value and was not sent to the tax authority.",
        "number": "Number",
        "series": "Series",
        "date": "Date",
        "type": "Type",
        "issuer": "Issuer",
        "counterparty": "Counterparty",
        "vat": "VAT number",
        "lines": "Lines",
        "description": "Description",
        "quantity": "Quantity",
        "unit_price": "Price",
        "net": "Net value",
        "vat_amount": "VAT",
        "total": "Total",
        "totals": "Totals",
        "1": "Withheld tax",
        "2": "Fees",
        "3": "Other taxes",
        "4": "Digital transaction fee",
        "5": "Deductions",
        "gross": "Total due",
        "payments": "Payments",
        "codes": "Transmission",
        "authentication": "Authentication code",
        "pdf": "Download PDF",
        "other": "Ελληνικά",
        "missing": "There is no document at this address.",
    },
}


@dataclass(frozen=True, slots=True)
class ShownParty:
    name: str
    vat: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownLine:
    description: str
    quantity: str
    unit_price: str
    net: str
    vat: str
    total: str


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """All texts as they appear.

    `totals` pairs a key of WORDS with an amount, `payments` a name with one; `gross` carries the currency
    and is "" for a document without amounts.
    """

    title: str
    invoice_type: str
    series: str
    number: str
    date: str
    issuer: ShownParty
    counterparty: ShownParty
    lines: tuple[ShownLine, ...]
    totals: tuple[tuple[str, str], ...]
    gross: str
    payments: tuple[tuple[str, str], ...]
    mark: str
    uid: str
    authentication_code: str


def figure(amount: Decimal | None, language: str, decimals: int = 2) -> str:
    """1.234,56 in Greek, 1,234.56 in English; a price keeps the decimals it has beyond `decimals`."""
    if amount is None:
        return ""
    exact = amount.normalize()
    exponent = exact.as_tuple().exponent
    places = max(decimals, -exponent if isinstance(exponent, int) else 0)
    english = f"{exact:,.{places}f}"
    return english if language == EN else english.translate(str.maketrans(",.", ".,"))


def issue_moment(entry: Entry) -> datetime:
    """When the document was issued, in Athens; the answer holds it in UTC."""
    return datetime.fromisoformat(str(entry.answer["dateIssued"])).astimezone(athens())


def show(entry: Entry, language: str) -> ShownDocument:
    """The document of a ledger entry in `language`."""
    root = Node.root(read_json(entry.body))
    lines = [node for node in root.nodes("details") if not node.flag("isHidden")]
    summaries, answer = root.node("summaries"), entry.answer
    moment, gross = issue_moment(entry), _money(summaries, "totalGrossValue", language)
    gross = gross or _money(root, "totalAmount", language)
    return ShownDocument(
        title=_text(root, "invoiceType"),
        invoice_type=root.code("invoiceTypeCode"),
        series=root.text("series"),
        number=root.code("number"),
        date=moment.strftime("%d/%m/%Y %H:%M"),
        issuer=_party(root.node("issuer")),
        counterparty=_party(root.node("counterParty")),
        lines=tuple(_line(node, language) for node in lines),
        totals=_totals(summaries, language),
        gross=f"{gross} {root.code('currencyCode').upper()}" if gross else "",
        payments=_payments(root.node("paymentDetails"), language) + _receipt_lines(root, language),
        mark=str(answer["mark"]),
        uid=str(answer["uid"]),
        authentication_code=str(answer["authenticationCode"]),
    )


def _party(node: Node) -> ShownParty:
    address = node.node("address")
    street = " ".join(filter(None, (_text(address, "street"), _text(address, "number"))))
    city = " ".join(filter(None, (_text(address, "postal"), _text(address, "city"))))
    rows = (_text(node, "taxOffice"), street, city, _text(address, "countryCode"))
    return ShownParty(_text(node, "registeredName"), node.code("vat"), tuple(filter(None, rows)))


def _line(node: Node, language: str) -> ShownLine:
    quantity = node.amount("quantity")
    return ShownLine(
        description=" ".join(node.texts("descriptions")),
        quantity=" ".join(filter(None, (figure(quantity, language, 0), _text(node, "measurementUnit")))),
        unit_price=_price(node, language),
        net=_money(node, "netTotal", language),
        vat=_money(node, "vatTotal", language),
        total=_money(node, "total", language),
    )


def _price(node: Node, language: str) -> str:
    try:
        return figure(node.amount("unitPrice"), language)
    except FieldError:
        return ""


def _money(node: Node, name: str, language: str) -> str:
    amount = node.amount(name)
    return "" if amount is None else figure(cents(amount), language)


def _totals(summaries: Node, language: str) -> tuple[tuple[str, str], ...]:
    rows = [
        ("net", _money(summaries, "totalNetAmount", language)),
        ("vat_amount", _money(summaries, "totalVATAmount", language)),
    ]
    for kind in TAX_KINDS:
        amount = summaries.amount(kind.summary)
        if amount:
            rows.append((kind.code, figure(cents(kind.sign * amount), language)))
    return tuple((key, text) for key, text in rows if text)


def _payments(details: Node, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_text(node, "paymentMethodType") or node.code("paymentMethodTypeCode"), amount)
        for node in details.nodes("paymentMethods")
        if (amount := _money(node, "amount", language))
    )


def _receipt_lines(root: Node, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_text(node, "remarks") or WORDS[language]["payments"], amount)
        for name in RECEIPT_LINES
        for node in root.nodes(name)
        if not node.flag("isHidden") and (amount := _money(node, "amount", language))
    )


def _text(node: Node, name: str) -> str:
    """A member that no check has looked at: of a wrong type it is shown as nothing."""
    try:
        return node.text(name).strip()
    except FieldError:
        return ""
