"""An invoice to seal, and a provider that gives the answers it was told to give."""

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn

INVOICE = b"""{
 "invoiceTypeCode": "1.1", "invoiceType": "Sales", "documentTypeCode": "INVOICE", "currencyCode": "EUR",
 "series": "A",
 "issuer": {"registeredName": "Seller", "vat": "EL999999993", "address": {"countryCode": "GR"}},
 "counterParty": {"registeredName": "Buyer", "vat": "EL094014201",
   "address": {"countryCode": "GR", "city": "A", "postal": "1"}},
 "details": [{"descriptions": ["Coffee"], "quantity": 2, "unitPrice": 10.00, "vatCategoryCode": 1}],
 "paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 5}]}
}"""


class Scripted:
    """A provider and its gateway: gives the outcomes it was told, and keeps what it was sent."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome | UserError] = []
        self.sent: list[bytes] = []
        self.pages: list[Outcome] = []
        self.read: list[str] = []

    def provider(self, _server: str, _sign_in: SignIn, **_: bool) -> "Scripted":
        if self.outcomes and isinstance(self.outcomes[0], UserError):
            raise self.outcomes.pop(0)
        return self

    def submit(self, sealed: SealedDocument) -> Outcome:
        self.sent.append(sealed.payload)
        outcome = self.outcomes.pop(0)
        assert isinstance(outcome, Outcome)
        return outcome

    def read_back(self, _: SealedDocument, receipt: Receipt) -> Outcome:
        self.read.append(receipt.url)
        return self.pages.pop(0) if self.pages else Outcome(OutcomeKind.UNKNOWN, "read_back_failed")

    def close(self) -> None:
        pass


def receipt(
    mark: str = "400001000000001", series: str = "A", number: str = "1", internal_id: str = ""
) -> Receipt:
    return Receipt(
        mark, "", "B" * 40, "SUBMITTED", "http://127.0.0.1:1/v/x", series, number, "", internal_id, ""
    )
