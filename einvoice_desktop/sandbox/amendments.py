"""What may still be done to an issued document: a late card payment, the cancelling of a movement note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.auth import Gatekeeper, NotAuthenticatedError
from einvoice_desktop.sandbox.document import Payment, read_payment
from einvoice_desktop.sandbox.envelope import (
    AUTHENTICATION_FAILED,
    Answer,
    failure,
    json_answer,
    refusal,
    success,
)
from einvoice_desktop.sandbox.fields import FieldError, Node, UnreadableError, read_json
from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.objections import Objection, cents
from einvoice_desktop.sandbox.receipts import POS_RECEIPT_TYPES
from einvoice_desktop.sandbox.vat import vat_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.ledger import Ledger
    from einvoice_desktop.sandbox.registry import Original

CANCELLED = "Delivery note was cancelled"
_CARD = "7"
_DELIVERY_NOTE = "9.3"
_MOVEMENT = ("9.", "10.")


class Amendments:
    """Both take JSON with the owner's VAT number and a MARK, and answer 200."""

    def __init__(self, ledger: Ledger, gatekeeper: Gatekeeper, codes: CodeTables) -> None:
        self._ledger = ledger
        self._gatekeeper = gatekeeper
        self._codes = codes

    def cancel_delivery_note(
        self, body: bytes, authorization: str, api_key: str, now: datetime, before: Callable[[], None]
    ) -> Answer:
        """`{"vat", "mark", "notificationEmails"}`; only a 9.3 that is still merely registered (283, 251)."""
        try:
            root = Node.root(read_json(body))
            vat, mark = vat_digits(root.code("vat")), root.code("mark")
            root.texts("notificationEmails")
        except (UnreadableError, FieldError) as error:
            return failure(400, [str(error)])
        missing = [f"{name} is mandatory" for name, value in (("vat", vat), ("mark", mark)) if not value]
        if missing:
            return failure(400, missing)
        if not self._opened(vat, authorization, api_key, now):
            return _unauthenticated()
        objections = _against_cancelling(mark, self._ledger.original(mark, vat))
        if objections:
            return refusal(objections, {})
        before()
        cancellation = self._ledger.cancel(int(mark), body)
        if cancellation is None:
            return refusal([Objection(251, f"Document {mark} is already cancelled")], {})
        members = {"message": CANCELLED, "statusCode": "200", "mark": int(mark), "status": "CANCELLED"}
        return json_answer(200, success({**members, "cancellationMark": cancellation}))

    def update_payment(
        self, body: bytes, authorization: str, api_key: str, now: datetime, before: Callable[[], None]
    ) -> Answer:
        """`{"mark", "entityVatNumber", "paymentMethods"}`; the message is the payment's MARK (seen 2026)."""
        try:
            root = Node.root(read_json(body))
            vat, mark = vat_digits(root.code("entityVatNumber")), root.code("mark")
            payments = [read_payment(node) for node in root.nodes("paymentMethods")]
        except (UnreadableError, FieldError) as error:
            return failure(400, [str(error)])
        problems = self._payment_problems(vat, mark, payments)
        if problems:
            return failure(400, problems)
        if not self._opened(vat, authorization, api_key, now):
            return _unauthenticated()
        found = self._ledger.original(mark, vat)
        if found is None or found.invoice_type in POS_RECEIPT_TYPES or found.cancelled:
            return failure(400, [f"Document with Mark {mark} is invalid"])
        objections = _against_paying(found, payments)
        if objections:
            return refusal(objections, {})
        before()
        payment_mark = self._ledger.amend(int(mark), body)
        return json_answer(200, success({"message": str(payment_mark), "statusCode": "200"}))

    def _payment_problems(self, vat: str, mark: str, payments: Sequence[Payment]) -> list[str]:
        wanted = (("entityVatNumber", vat), ("mark", mark), ("paymentMethods", payments))
        missing = [f"{name} is mandatory" for name, value in wanted if not value]
        return missing + [
            f"{payment.path}.paymentMethodTypeCode {payment.method} is not a predefined value"
            for payment in payments
            if not self._codes.has("payment_methods", payment.method)
        ]

    def _opened(self, vat: str, authorization: str, api_key: str, now: datetime) -> bool:
        try:
            self._gatekeeper.check_document(vat, authorization, api_key, now)
        except NotAuthenticatedError:
            return False
        return True


def _unauthenticated() -> Answer:
    return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})


def _against_cancelling(mark: str, found: Original | None) -> list[Objection]:
    if found is None:
        return [Objection(252, f"MARK {mark} is not a valid invoice")]
    if found.invoice_type != _DELIVERY_NOTE:
        told = f"CancelDeliveryNote is only allowed for invoice type 9.3, not for {found.invoice_type}"
        return [Objection(283, told)]
    if found.cancelled:
        return [Objection(251, f"Document {mark} is already cancelled")]
    return []


def _against_paying(found: Original, payments: Sequence[Payment]) -> list[Objection]:
    objections = []
    if found.invoice_type.startswith(_MOVEMENT):
        told = f"Payment methods cannot be sent for invoice type {found.invoice_type}"
        objections.append(Objection(401, told))
    cards = [payment for payment in payments if payment.method == _CARD]
    if not cards:
        objections.append(Objection(402, "At least one payment must be of type POS"))
    if any(not (card.signature and card.terminal) for card in cards):
        objections.append(Objection(403, "A POS payment needs providersSignature and terminalId"))
    paid = sum((cents(payment.amount) for payment in payments), ZERO)
    if paid > found.gross:
        objections.append(Objection(407, f"The payments {paid} exceed the total value {found.gross}"))
    return objections
