"""Documents for paper: invoices of any length, and what their pages are asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
from einvoice_desktop.app.paper.page import Face
from einvoice_desktop.app.paper.stamp import Environment
from einvoice_desktop.app.practice import practice_company
from einvoice_desktop.app.printing import paper_in_state, paper_of_draft
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document, MiscellaneousData
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.movement import DeliveryDetails, DistributionDetails
from einvoice_desktop.domain.parties import Address, Bank, Party
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod

TODAY = "2026-11-21"
WARES = (
    "Καφές φίλτρου Κολομβίας 250 γρ.",
    "Υπηρεσίες τεχνικής υποστήριξης δικτύου, μηνιαία συνδρομή",
    "Χαρτί εκτύπωσης Α4 80 g",
    "Ελαιόλαδο εξαιρετικό παρθένο 5 L",
    "Τσάι βουνού",
)
_CATEGORIES = (1, 2, 3, 7, 1)
RECEIPT = Receipt(
    mark="400001234567890",
    uid="66CE2B1F0DB19CDC486A182FDF527D767C12102A",
    authentication_code="F2A1B6E3C09D48A7715BB0C1D2E3F40516273849",
    status="SUBMITTED",
    url="https://einvoice.impact.gr/v/EL094352564-42547400-66CE2B1F0DB19CDC486A182FDF527D767C12102A-A1B2C3",
    series="Α",
    number="1024",
    date_issued=TODAY,
    internal_id="INV-1024",
    message="",
)
PROVIDER_LINE = "2024_01_119Parochos IT SA_001_Parochos Online_V1_05012024"


WISHES = PaperWishes(provider_line=PROVIDER_LINE)


class EvenMeasure:
    """Every letter as wide as every other: layout without any font."""

    def width(self, text: str, face: Face) -> float:
        return len(text) * face.size * (0.6 if face.bold else 0.56)

    def proportion(self, picture: bytes) -> float:
        return 2.5 if picture else 0.0


def ware(place: int, **members: Any) -> Detail:
    """One line like an office's, each fifth of another kind; `place` counts from 0."""
    category = _CATEGORIES[place % 5]
    values: dict[str, Any] = {
        "code": f"ΚΩΔ-{100 + place}",
        "descriptions": (WARES[place % 5], *(("Δεύτερη γραμμή περιγραφής",) if place % 7 == 3 else ())),
        "measurement_unit_code": 1 + place % 3,
        "quantity": Decimal(place % 9 + 1) + (Decimal("0.5") if place % 3 == 1 else 0),
        "unit_price": Decimal("12.35") * (place % 11 + 1),
        "vat_category_code": category,
        "vat_exemption_category_code": 7 if category == 7 else None,
        "lot_number": "L-2026/11" if place % 6 == 5 else None,
    }
    if place % 4 == 1:
        values["allowances_charges"] = (AllowanceCharge(type="ALLOWANCE", percentage=Decimal(10)),)
    return Detail(**(values | members))


def customer(**members: Any) -> Party:
    """A Greek business."""
    values: dict[str, Any] = {
        "registered_name": "Παπαδόπουλος & Υιοί Ανώνυμη Εμπορική Εταιρεία Ειδών Διατροφής",
        "vat": "EL094014201",
        "tax_office": "ΦΑΕ Αθηνών",
        "activities": ("Χονδρικό εμπόριο τροφίμων",),
        "address": Address(
            country_code="GR", city="Θεσσαλονίκη", street="Εγνατία", number="154", postal="54636"
        ),
        "phones": ("2310000000",),
        "emails": ("logistirio@papadopoulos.example",),
    }
    return Party(**(values | members))


def invoice(lines: int = 1, **members: Any) -> Document:
    """A sales invoice of the practice company."""
    destination = Address(
        country_code="GR", city="Θεσσαλονίκη", street="Μοναστηρίου", number="12", postal="54627"
    )
    values: dict[str, Any] = {
        "invoice_type_code": "1.1",
        "series": "Α",
        "number": "1024",
        "date_issued": f"{TODAY}T10:15:00",
        "currency_code": "EUR",
        "issuer": practice_company(),
        "counter_party": customer(),
        "details": tuple(ware(place) for place in range(lines)),
        "payment_details": PaymentDetails(
            payment_methods=(
                PaymentMethod(payment_method_type_code=3, amount=Decimal("10.00")),
                PaymentMethod(payment_method_type_code=5),
            )
        ),
        "distribution_details": DistributionDetails(
            internal_document_id="INV-1024",
            move_purpose_code=1,
            dispatch_date=TODAY,
            dispatch_time="11:30:00",
            vehile_number="ΙΖΧ 1234",
            delivery_destination_details=DeliveryDetails(address=destination),
        ),
        "banks": (Bank(name="Τράπεζα Πειραιώς", iban="GR1601101250000000012300695"),),
        "miscellaneous_data": MiscellaneousData(comments1="Παράδοση εντός τριών ημερών."),
    }
    return Document(**(values | members))


def paper(
    document: Document,
    codes: CodeTables,
    wishes: PaperWishes = WISHES,
    state: State = State.ISSUED,
    environment: Environment = "live",
) -> PaperContent:
    """What stands on the paper of `document`, issued unless the state is another."""
    composition = compose(document, Surroundings(codes, TODAY))
    if state is State.DRAFT:
        return paper_of_draft(composition, wishes, codes, environment)
    receipt = RECEIPT if state is State.ISSUED else None
    return paper_in_state(composition, state, receipt, wishes, codes, environment)
