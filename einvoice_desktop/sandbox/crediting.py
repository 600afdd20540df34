"""POST /Invoice/credit: an earlier document credited as a whole.

Unconfirmed: the provider's pages name the members and no more. Here a related credit is a 5.1, or an 11.4 of
a retail document, an unrelated one a 5.2, with every amount of the original, dated now.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.auth import Gatekeeper, NotAuthenticatedError
from einvoice_desktop.sandbox.envelope import AUTHENTICATION_FAILED, Answer, failure
from einvoice_desktop.sandbox.fields import FieldError, Node, UnreadableError, read_json
from einvoice_desktop.sandbox.vat import is_number, vat_digits

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.issuing import Issuing, Submission
    from einvoice_desktop.sandbox.ledger import Entry, Ledger

_RETAIL = frozenset({"11.1", "11.2", "11.3", "11.5"})
_BUSINESS = frozenset(
    {"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "7.1", "8.1"}
)
_NOT_CREDITED = (
    *("mark", "uid", "authenticationcode", "uniqueid", "isdeliverynote", "correlatedinvoices"),
    *("multipleconnectedmarks", "deliverynotemarks", "relativedocuments", "isdelayedcode"),
)
_TEXTS = ("issuerTin", "authenticationCode", "mark", "series", "number", "internalId")
_FLAGS = ("relateCredit", "preventDocumentMapping")
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for; texts as sent."""

    issuer: str
    authentication_code: str
    mark: str
    series: str
    number: str
    internal_id: str
    related: bool


class Crediting:
    def __init__(self, ledger: Ledger, gatekeeper: Gatekeeper, codes: CodeTables, issuing: Issuing) -> None:
        self._ledger = ledger
        self._gatekeeper = gatekeeper
        self._codes = codes
        self._issuing = issuing

    def answer(self, submission: Submission, now: datetime, before_record: Callable[[], None]) -> Answer:
        """The provider's answer; `before_record` runs while the credit's UID is locked."""
        try:
            root = Node.root(read_json(submission.body))
            problems = _malformed(root)
            order = _order(root)
        except (UnreadableError, FieldError) as error:
            return failure(400, [str(error)])
        names = {"series": order.series, "number": order.number, "internalId": order.internal_id}
        if problems:
            return failure(400, problems, names)
        try:
            self._gatekeeper.check_document(order.issuer, submission.authorization, submission.api_key, now)
        except NotAuthenticatedError:
            return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})
        entry = self._ledger.by_mark(order.issuer, order.mark)
        said = self._objection(order, entry)
        if said or entry is None:
            return failure(400, [said], names)
        earlier = self._ledger.credit_of(order.issuer, order.mark)
        if earlier is not None:
            if earlier.answer["series"] == order.series and earlier.answer["number"] == order.number:
                return self._issuing.duplicate(str(earlier.answer["uid"]))
            return failure(400, [f"The document with Mark {order.mark} has already been credited"], names)
        credit = replace(submission, body=self._credit(order, entry, now))
        return self._issuing.answer(credit, now, before_record)

    def _objection(self, order: Order, entry: Entry | None) -> str:
        if entry is None:
            return f"Document with Mark {order.mark} was not found"
        if entry.answer["authenticationCode"] != order.authentication_code:
            return "AuthenticationCode does not belong to the document with that Mark"
        if not _credit_type(_type_of(entry), related=order.related):
            return f"Document with Mark {order.mark} is of a type that cannot be credited"
        return ""

    def _credit(self, order: Order, entry: Entry, now: datetime) -> bytes:
        body = _members(entry)
        code = _credit_type(_type_of(entry), related=order.related)
        for name in _NOT_CREDITED:
            body.pop(name, None)
        body |= {
            "invoicetypecode": code,
            "invoicetype": self._codes.invoice_type(code).get("label_el", code),
            "series": order.series,
            "number": order.number,
            "dateissued": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "distributiondetails": {"internaldocumentid": order.internal_id},
            "additionaldetails": {"transmissionmethod": "A"},
        }
        if order.related:
            body["correlatedinvoices" if code == "5.1" else "multipleconnectedmarks"] = [order.mark]
        return json.dumps(body, ensure_ascii=False, default=_plain).encode()


def _malformed(root: Node) -> list[str]:
    problems = [f"{name} is mandatory" for name in _TEXTS if not root.code(name)]
    problems += [f"{name} is mandatory" for name in _FLAGS if not root.has(name)]
    problems += [f"{name} is longer than {_LONGEST}" for name in _TEXTS if len(root.code(name)) > _LONGEST]
    if not problems and not is_number(vat_digits(root.code("issuerTin")), (8, 9)):
        problems.append("issuerTin is not a valid VAT number")
    return problems


def _order(root: Node) -> Order:
    root.flag("preventDocumentMapping")
    return Order(
        issuer=vat_digits(root.code("issuerTin")),
        authentication_code=root.code("authenticationCode"),
        mark=root.code("mark"),
        series=root.text("series"),
        number=root.code("number"),
        internal_id=root.text("internalId"),
        related=root.flag("relateCredit"),
    )


def _credit_type(original: str, *, related: bool) -> str:
    """ "" for a type that is not credited."""
    if original in _RETAIL:
        return "11.4"
    return ("5.1" if related else "5.2") if original in _BUSINESS else ""


def _type_of(entry: Entry) -> str:
    return Node.root(read_json(entry.body)).code("invoiceTypeCode")


def _members(entry: Entry) -> dict[str, object]:
    value = read_json(entry.body)
    return dict(value) if isinstance(value, dict) else {}


def _plain(value: object) -> str:
    """Numbers go as text: none of their digits is lost, and they are read like that too."""
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)
