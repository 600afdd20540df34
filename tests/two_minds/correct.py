"""Correct documents of every type, made from the tables."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.two_minds import lines, parties, specials
from tests.two_minds.facts import MOVEMENTS, POS_RECEIPTS, TODAY, Facts, Json

ELSEWHERE = 400009990000000
"""MARKs from here on belong to documents that another provider issued."""
TITLES = {"1.1": "Τιμολόγιο πώλησης", "8.6": "Δελτίο παραγγελίας", "9.3": "Δελτίο αποστολής"}
_CREDITS_AND_SUPPLEMENTS = ("1.6", "2.4", "5.1")


class Maker:
    """Makes documents that nobody should refuse; numbers run on, so that none is sent twice."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        self.facts = facts
        self.rng = rng
        self._number = 0

    def next_number(self) -> str:
        self._number += 1
        return str(self._number)

    def make(self, code: str, wish: specials.Special | None = None) -> Json:
        """A document of the type; `wish` is the speciality that it must have."""
        self._number += 1
        if code in POS_RECEIPTS:
            return self._pos_receipt(code)
        document = self._head(code)
        document["details"] = lines.lines(code, self.facts, self.rng)
        if code in MOVEMENTS:
            specials.moved(document, self.facts, self.rng)
            document["summaries"] = {}
            if self.rng.random() < 0.3:
                specials.special(document, self.facts, self.rng)
            return document
        document["currencyCode"] = "EUR"
        self._order(document)
        for part in (self._taxes, self._links, self._payments):
            part(document)
        if wish is not None:
            wish(document, self.facts, self.rng)
        elif self.rng.random() < 0.4:
            specials.special(document, self.facts, self.rng)
        return document

    def _order(self, document: Json) -> None:
        if document["invoiceTypeCode"] == "8.6":
            document |= {"tableId": "2/20", "orderCode": "Παραγγελία 1"}

    def _head(self, code: str) -> Json:
        document: Json = {
            "invoiceType": TITLES.get(code, f"Παραστατικό {code}"),
            "invoiceTypeCode": code,
            "documentTypeCode": "INVOICE",
            "series": "Α",
            "number": str(self._number),
            "dateIssued": f"{TODAY}T10:00:00",
            "issuer": parties.issuer(),
            "distributionDetails": {"internalDocumentId": f"doc-{self._number}"},
            "additionalDetails": {"transmissionMethod": "A"},
            "isDelayedCode": 0,
        }
        party = parties.counterparty(code, self.facts, self.rng)
        if party is not None:
            document["counterParty"] = party
        return document

    def _taxes(self, document: Json) -> None:
        code, rng = document["invoiceTypeCode"], self.rng
        if code == "8.6" or rng.random() < 0.5:
            return
        kinds = rng.sample(("1", "2", "3", "4", "5"), rng.choice((1, 1, 2)))
        if rng.random() < 0.5:
            for kind in kinds:
                lines.add_line_tax(rng.choice(document["details"]), kind, self.facts, rng)
        else:
            net = sum(map(lines.net_of, document["details"]), Decimal(0))
            document["taxes"] = [lines.document_tax(kind, net, self.facts, rng) for kind in kinds]

    def _links(self, document: Json) -> None:
        """MARKs of other documents; the practice provider judges those alone that it has given."""
        code, rng = document["invoiceTypeCode"], self.rng
        mark = ELSEWHERE + rng.randint(1, 9_999_999)
        if code in _CREDITS_AND_SUPPLEMENTS:
            document["correlatedInvoices"] = [mark]
        elif code == "11.4":
            if rng.random() < 0.5:
                document["multipleConnectedMarks"] = [mark]
            else:
                document["specialInvoiceCategory"] = 13
        elif rng.random() < 0.1 and self.facts.types[code]["multiple_connected_marks"] == "allowed":
            document["multipleConnectedMarks"] = [mark]

    def _payments(self, document: Json) -> None:
        if self.facts.types[document["invoiceTypeCode"]]["payment_methods"] == "forbidden":
            return
        document["paymentDetails"] = {"paymentMethods": [self._payment()]}

    def _payment(self) -> Json:
        """Its amount is left to the program: what there is to pay."""
        method = self.rng.choice((1, 2, 3, 4, 5, 6, 7))
        payment: Json = {"paymentMethodType": "Τρόπος", "paymentMethodTypeCode": method}
        if method == 7:
            payment |= {"providersSignature": "MEQ", "terminalId": "T1", "transactionId": "1"}
        return payment

    def _pos_receipt(self, code: str) -> Json:
        document = self._head(code)
        del document["distributionDetails"]
        amount = self.rng.randint(100, 90000) / 100
        card = {"lineNo": 1, "amount": amount, "terminalId": "T1", "transactionId": "1"}
        if self.rng.random() < 0.5:
            card["providersSignature"] = "MEQ"
        return document | {
            "currencyCode": "EUR",
            "internalDocumentId": f"doc-{self._number}",
            "totalAmount": amount,
            "cardLines": [card],
        }
