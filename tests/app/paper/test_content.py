"""What stands on the paper: all that the law asks for, in the words of its languages."""

from dataclasses import fields, is_dataclass
from decimal import Decimal

import pytest

from einvoice_desktop.app.paper.content import PaperContent, PaperWishes, Sum
from einvoice_desktop.app.printing import environment_of, wishes_of
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.parties import Address
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.settlement import CardLine, PaymentDetails, PaymentMethod, Tax
from tests.app.paper.papers import PROVIDER_LINE, RECEIPT, customer, invoice, paper, ware
from tests.cli.conftest import PUBLISHED


def texts_of(part: object) -> list[str]:
    """Every text that stands anywhere in a part of the content, but the words of the layout."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [text for item in part for text in texts_of(item)]
    if is_dataclass(part):
        return [text for field in fields(part) for text in texts_of(getattr(part, field.name))]
    return []


def all_of(content: PaperContent) -> str:
    return "\n".join(texts_of(content))


def test_an_issued_invoice_has_what_the_law_asks_for(codes):
    said = all_of(paper(invoice(5), codes))
    for asked in (
        "Τιμολόγιο Πώλησης",
        "Εταιρεία Εξάσκησης Μονοπρόσωπη Ι.Κ.Ε.",
        "Εμπόριο και υπηρεσίες",
        "Οδός Δοκιμής 1, 10431 Αθήνα",
        "ΑΦΜ: EL999999993 · ΔΟΥ Α΄ Αθηνών",
        "Αρ. ΓΕΜΗ: 000000000000",
        "Παπαδόπουλος & Υιοί",
        "Εγνατία 154, 54636 Θεσσαλονίκη",
        "ΑΦΜ: EL094014201 · ΔΟΥ: ΦΑΕ Αθηνών",
        "1024",
        "21/11/2026",
        "10:15",
        "Χωρίς ΦΠΑ - άρθρο 27 του Κώδικα ΦΠΑ",
        "Πώληση",
        "21/11/2026 11:30",
        "ΙΖΧ 1234",
        "Μοναστηρίου 12, 54627 Θεσσαλονίκη",
        "Επί Πιστώσει",
        "GR1601101250000000012300695",
        RECEIPT.mark,
        RECEIPT.uid,
        RECEIPT.authentication_code,
        RECEIPT.url,
        PROVIDER_LINE,
    ):
        assert asked in said, asked


def test_a_line_has_its_figures_and_the_sums_down_to_it(codes):
    first, second, *_ = paper(invoice(2), codes).lines
    assert (first.code, first.texts, first.unit) == ("ΚΩΔ-100", ("Καφές φίλτρου Κολομβίας 250 γρ.",), "τεμ.")
    assert (first.quantity, first.price, first.net, first.rate) == ("1", "12,35", "12,35", "24%")
    assert (first.vat, first.total) == ("2,96", "15,31")
    assert (second.quantity, second.discount, second.net) == ("2,5", "10%", "55,57")
    assert (second.carried.net, second.carried.vat, second.carried.total) == ("67,92", "10,18", "78,10")


def test_english_figures_are_english(codes):
    content = paper(invoice(2), codes, PaperWishes(("en",)))
    assert content.title == ("Sales Invoice",)
    assert content.lines[1].quantity == "2.5"
    assert content.sums[-1] == Sum(("VAT",), "10.18")


def test_both_languages_stand_beside_each_other(codes):
    content = paper(invoice(), codes, PaperWishes(("el", "en")))
    assert content.title == ("Τιμολόγιο Πώλησης", "Sales Invoice")
    assert content.facts[0].label == ("Σειρά", "Series")
    assert content.lines[0].unit == "τεμ. / pcs"


def test_the_way_to_the_payable_amount_is_shown_step_by_step(codes):
    taxes = (
        Tax(tax_type_code=1, tax_category_code=2, tax_amount=Decimal(200)),
        Tax(tax_type_code=5, tax_category="ΕΟΠΠΥ", tax_amount=Decimal("53.10")),
    )
    line = Detail(descriptions=("Έργο",), unit_price=Decimal(1000), vat_category_code=1)
    content = paper(invoice(details=(line,), taxes=taxes), codes)
    assert [(row.label[0], row.value) for row in content.sums] == [
        ("Καθαρή αξία", "1.000,00"),
        ("ΦΠΑ", "240,00"),
        ("Σύνολο με ΦΠΑ", "1.240,00"),
        ("Παρακρατούμενος φόρος", "-200,00"),
        ("Κρατήσεις", "-53,10"),
    ]
    assert content.payable == Sum(("Πληρωτέο ποσό",), "986,90 €")
    assert [row.label[0] for row in content.taxes] == [
        "Παρακρατούμενος φόρος: Περιπτ. γ’ - Δικαιώματα - 20%",
        "Κρατήσεις: ΕΟΠΠΥ",
    ]


def test_discounts_of_the_document_are_named_and_taken_from_the_sum(codes):
    own = (
        AllowanceCharge(type="ALLOWANCE", description="Τζίρου", percentage=Decimal(5)),
        AllowanceCharge(type="CHARGE", description="Μεταφορικά", amount=Decimal(30)),
    )
    line = Detail(descriptions=("Έργο",), unit_price=Decimal(1000), vat_category_code=1)
    content = paper(invoice(details=(line,), allowances_charges=own), codes)
    assert [row.value for row in content.sums[:4]] == ["1.000,00", "-50,00", "30,00", "980,00"]
    assert content.taxes == (
        Sum(("Έκπτωση: Τζίρου 5%",), "-50,00"),
        Sum(("Επιβάρυνση: Μεταφορικά",), "30,00"),
    )


def test_the_vat_analysis_has_a_row_for_each_rate_and_each_exemption(codes):
    lines = tuple(
        ware(0, vat_category_code=category, vat_exemption_category_code=reason)
        for category, reason in ((1, None), (3, None), (7, 7), (7, 14), (1, None))
    )
    rows = paper(invoice(details=lines), codes).vat_rows
    assert [row.rate for row in rows] == ["24%", "6%", "0%", "0%"]
    assert (rows[0].base, rows[0].vat) == ("24,70", "5,92")
    assert {row.words for row in rows[2:]} == {
        ("Χωρίς ΦΠΑ - άρθρο 27 του Κώδικα ΦΠΑ",),
        ("Χωρίς ΦΠΑ - άρθρο 33 του Κώδικα ΦΠΑ",),
    }


def test_hidden_lines_are_not_printed_and_informative_ones_are_not_counted(codes):
    lines = (ware(0), ware(1, is_hidden=True), ware(2, is_informative=True), Detail())
    content = paper(invoice(details=lines), codes)
    assert [line.code for line in content.lines] == ["ΚΩΔ-100", "ΚΩΔ-102"]
    assert content.lines[1].counts is False
    assert content.lines[1].notes[-1] == "Πληροφοριακή γραμμή – δεν αθροίζεται"
    assert content.lines[1].carried == content.lines[0].carried


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"self_pricing": True}, "Αυτοτιμολόγηση"),
        ({"vat_payment_suspension": True}, "Αναστολή καταβολής ΦΠΑ"),
        ({"invoice_type_code": "8.6"}, "Το παρόν δεν αποτελεί φορολογική απόδειξη"),
        (
            {"details": (ware(0, vat_category_code=7, vat_exemption_category_code=16),)},
            "Αντίστροφη επιβάρυνση",
        ),
        (
            {
                "invoice_type_code": "2.2",
                "details": (ware(0, vat_category_code=7, vat_exemption_category_code=4),),
            },
            "Αντίστροφη επιβάρυνση",
        ),
        ({"is_delayed_code": 1}, "Απώλεια Διασύνδεσης Οντότητας - Παρόχου (Transmission Failure_1)"),
        ({"is_delayed_code": 2}, "Απώλεια Διασύνδεσης Παρόχου - ΑΑΔΕ (Transmission Failure_2)"),
        ({"is_delivery_note": True}, "Τιμολόγιο Πώλησης – Δελτίο Αποστολής"),
        ({"correlated_invoices": (400001234500000,)}, "400001234500000"),
        ({"delivery_note_marks": ("400001234500001",)}, "400001234500001"),
        ({"counter_party": customer(address=Address(country_code="DE", city="Köln"))}, "Köln, Γερμανία"),
        ({"counter_party": customer(branch_code=3)}, "Υποκατάστημα: 3"),
    ],
)
def test_words_that_the_law_wants_stand_where_they_apply(codes, members, words):
    assert words in all_of(paper(invoice(**members), codes))
    assert words not in all_of(paper(invoice(), codes))


def test_both_currencies_stand_on_the_paper_with_the_rate_between_them(codes):
    content = paper(invoice(currency_code="USD", exchange_currency_rate=Decimal("1.08")), codes)
    assert content.payable == Sum(("Πληρωτέο ποσό",), "15,31 €")
    assert [row.value for row in content.foreign] == ["13,34 USD", "3,20 USD", "16,54 USD"]
    facts = {fact.label[0]: fact.value[0] for fact in content.facts}
    assert (facts["Νόμισμα"], facts["Ισοτιμία"], facts["Ποσά σε"]) == ("USD", "1 EUR = 1,08 USD", "EUR")


def test_without_a_rate_the_currency_is_named_alone(codes):
    content = paper(invoice(currency_code="USD"), codes)
    assert content.payable is not None
    assert content.payable.value.endswith(" USD")
    assert content.foreign == ()


def test_an_internal_id_is_printed_where_a_person_gave_it(codes):
    assert "ORD-5" in all_of(paper(invoice(internal_document_id="ORD-5"), codes))
    made_up = "0b0f5a3e-97ab-4b3c-8b43-6a8f3f3f6f11"
    assert made_up not in all_of(paper(invoice(internal_document_id=made_up), codes))


def test_a_credit_note_credits(codes):
    content = paper(invoice(invoice_type_code="5.1"), codes)
    assert content.payable is not None
    assert content.payable.label == ("Πιστωτικό ποσό",)


def test_a_delivery_note_shows_quantities_and_no_money(codes):
    line = Detail(code="Κ1", descriptions=("Κιβώτιο",), quantity=Decimal(4), vat_category_code=8)
    content = paper(invoice(invoice_type_code="9.3", details=(line,), payment_details=None), codes)
    assert content.lines[0].quantity == "4"
    assert (content.lines[0].price, content.lines[0].net, content.lines[0].rate) == ("", "", "")
    assert (content.sums, content.payable, content.vat_rows) == ((), None, ())


def test_a_card_receipt_shows_its_payments_and_total(codes):
    document = Document(
        invoice_type_code="8.4",
        total_amount=Decimal("48.00"),
        card_lines=(CardLine(amount=Decimal("48.00"), transaction_id="T-77", terminal_id="16000001"),),
    )
    content = paper(document, codes)
    assert content.payable == Sum(("Πληρωτέο ποσό",), "48,00 €")
    assert content.payments == (Sum(("Κάρτα · συναλλαγή: T-77 · τερματικό: 16000001",), "48,00"),)


def test_a_draft_says_so_and_carries_no_mark_even_where_the_file_has_one(codes):
    document = invoice(mark=400001999999999, uid="A" * 40, authentication_code="B" * 40)
    content = paper(document, codes, state=State.DRAFT)
    said = all_of(content)
    assert "400001999999999" not in said
    assert "A" * 40 not in said
    assert content.stamp.address == ""
    assert content.watermark == (("ΠΡΟΣΧΕΔΙΟ",),)
    assert "Προσχέδιο – δεν έχει εκδοθεί" in said


def test_what_is_not_known_before_issue_is_given_at_issue(codes):
    content = paper(invoice(number=None, date_issued=None), codes, state=State.DRAFT)
    assert [fact.value for fact in content.facts] == [
        ("Α",),
        ("δίδεται στην έκδοση",),
        ("δίδεται στην έκδοση",),
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.WAITING, "Δεν έχει εκδοθεί ακόμη"),
        (State.SENDING, "Δεν έχει εκδοθεί ακόμη"),
        (State.UNKNOWN, "Δεν είναι ακόμη γνωστό αν εκδόθηκε"),
        (State.REFUSED, "Δεν εκδόθηκε – ο πάροχος το απέρριψε"),
    ],
)
def test_a_document_that_is_not_issued_says_why_and_lies_under_a_watermark(codes, state, words):
    content = paper(invoice(), codes, state=state)
    assert words in all_of(content)
    assert content.stamp.mark == ""
    assert content.watermark


def test_a_document_of_a_lost_connection_is_handed_out_before_it_has_a_mark(codes):
    content = paper(invoice(is_delayed_code=1), codes, state=State.WAITING)
    assert content.watermark == ()
    assert "Το ΜΑΡΚ θα δοθεί με την αποκατάσταση της σύνδεσης" in all_of(content)


@pytest.mark.parametrize("environment", ["practice", "uat"])
def test_practice_and_the_test_service_are_without_effect_and_say_so(codes, environment):
    content = paper(invoice(), codes, PaperWishes(("el", "en")), environment=environment)
    assert content.watermark == (("ΔΟΚΙΜΑΣΤΙΚΟ", "PRACTICE"), ("χωρίς νομική ισχύ", "no legal effect"))
    assert "no legal effect" in content.stamp.notices[0][1]


def test_a_live_issued_document_has_no_watermark(codes):
    assert paper(invoice(), codes).watermark == ()


def test_only_production_is_live():
    assert environment_of("practice", live=False) == "practice"
    assert environment_of("uat", live=False) == "uat"
    assert environment_of("https://unknown.example", live=False) == "uat"
    assert environment_of("production", live=True) == "live"


def test_the_settings_say_how_paper_is_wished():
    settings = {"paper.language": "both", "paper.form": "80mm", "paper.providerLine": "X"}
    assert wishes_of(settings.get, b"L") == PaperWishes(("el", "en"), "80mm", b"L", "X")
    assert wishes_of({"paper.language": "fr", "paper.form": "a5"}.get) == PaperWishes()


def test_the_published_samples_have_their_published_sums_in_both_languages(codes):
    for name, gross in (
        ("3.1-1", "9.000,00 €"),
        ("3.1-2", "946,90 €"),
        ("3.1-3", "9.000,00 €"),
        ("3.1-4", "609,06 €"),
        ("3.1-5", "946,90 €"),
    ):
        document = read_document((PUBLISHED / f"{name}.json").read_bytes())
        content = paper(document, codes, PaperWishes(("el", "en")), state=State.DRAFT)
        assert content.payable is not None
        assert content.payable.value == gross
        assert content.title == (
            "Τίτλος Κτήσης (μη υπόχρεος Εκδότης)",
            "Acquisition Title (issuer not liable)",
        )


def test_payments_show_what_follows_from_the_sum(codes):
    methods = (
        PaymentMethod(payment_method_type_code=3, amount=Decimal(5)),
        PaymentMethod(payment_method_type_code=7, transaction_id="T1", tip_amount=Decimal(2)),
    )
    line = Detail(descriptions=("Έργο",), unit_price=Decimal(100), vat_category_code=1)
    details = PaymentDetails(payment_methods=methods)
    content = paper(invoice(details=(line,), payment_details=details), codes)
    assert content.payments == (
        Sum(("Μετρητά",), "5,00"),
        Sum(("POS / e-POS · φιλοδώρημα: 2,00 · συναλλαγή: T1",), "119,00"),
    )
