"""What only some documents say on paper: fuel, margin schemes, returns, movement, the state, languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.paper.content import PaperContent, PaperWishes, Sum
from einvoice_desktop.domain.document import B2GDetails, ContractOrderDetails
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.settlement import Tax
from tests.app.paper.papers import invoice, paper, ware
from tests.app.paper.test_content import all_of

D = Decimal


def facts_of(content: PaperContent) -> dict[str, str]:
    return {fact.label[0]: fact.value[0] for fact in (*content.facts, *content.references, *content.movement)}


def test_a_fuel_line_says_which_fuel_and_how_much_of_it_at_fifteen_degrees(codes):
    line = ware(
        0,
        fuel_code=20,
        quantity_in_15_deg=D("998.5"),
        density=D("0.835"),
        temperature=D("18"),
        container_name="ΔΕΞ-2",
    )
    (printed,) = paper(invoice(details=(line,), is_fuel_invoice=True), codes).lines
    assert printed.notes == (
        "Καύσιμο: 20 – Diesel",
        "Ποσότητα στους 15 °C: 998,5",
        "Πυκνότητα: 0,835 · Θερμοκρασία: 18 · Δεξαμενή: ΔΕΞ-2",
    )


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (20, "Καθεστώς περιθωρίου – Ταξιδιωτικά πρακτορεία"),
        (22, "Καθεστώς περιθωρίου – Μεταχειρισμένα αγαθά, έργα τέχνης"),
        (23, "Καθεστώς περιθωρίου – Πωλήσεις σε δημοπρασία"),
        (16, "Αντίστροφη επιβάρυνση"),
    ],
)
def test_the_words_of_an_exemption_and_its_article_stand_on_the_paper(codes, reason, words):
    line = ware(0, vat_category_code=7, vat_exemption_category_code=reason)
    content = paper(invoice(details=(line,)), codes)
    assert any(words in notice[0] for notice in content.notices)
    (row,) = content.vat_rows
    assert "του Κώδικα ΦΠΑ" in row.words[0]
    assert not paper(invoice(), codes).notices


def test_self_billing_says_so_and_the_other_side_is_no_customer(codes):
    content = paper(invoice(self_pricing=True), codes)
    assert content.notices == (("Αυτοτιμολόγηση",),)
    assert content.customer is not None
    assert content.customer.heading == ("Αντισυμβαλλόμενος",)


def test_returns_on_an_order_slip_are_named_and_their_part_of_the_sums_is_told(codes):
    lines = (
        Detail(
            descriptions=("Καφές",), quantity=D(3), unit_price=D(2), vat_category_code=1, record_type_code=0
        ),
        Detail(
            descriptions=("Καφές",), quantity=D(1), unit_price=D(2), vat_category_code=1, record_type_code=7
        ),
    )
    content = paper(invoice(invoice_type_code="8.6", details=lines, table_id="4"), codes)
    assert content.notices == (("Το παρόν δεν αποτελεί φορολογική απόδειξη",),)
    assert [line.carried.net for line in content.lines] == ["6,00", "8,00"]
    assert content.lines[1].notes
    assert content.sums[-1] == Sum(("Από τα οποία επιστροφές",), "2,48")


def test_a_rent_says_its_digital_fee(codes):
    rent = Detail(descriptions=("Μίσθωμα",), unit_price=D(500), vat_category_code=8)
    fee = Tax(tax_type_code=4, tax_category_code=3)
    content = paper(invoice(invoice_type_code="8.1", details=(rent,), taxes=(fee,)), codes)
    assert Sum(("Ψηφιακό τέλος συναλλαγής",), "18,00") in content.sums
    assert content.payable == Sum(("Πληρωτέο ποσό",), "518,00 €")
    assert content.vat_rows[0].words == ("Χωρίς ΦΠΑ",)


def test_an_acquisition_note_names_each_of_its_deductions(codes):
    taxes = tuple(
        Tax(tax_type_code=5, tax_category=name, tax_amount=D(amount))
        for name, amount in (("3,6%", "36"), ("ΕΦΚΑ", "101.84"), ("ΕΟΠΠΥ", "53.10"))
    )
    line = Detail(descriptions=("Έργο",), unit_price=D(1000), vat_category_code=8)
    content = paper(invoice(invoice_type_code="3.1", details=(line,), taxes=taxes), codes)
    assert [row.value for row in content.taxes] == ["-36,00", "-101,84", "-53,10"]
    assert content.payable == Sum(("Πληρωτέο ποσό",), "809,06 €")


def test_a_delivery_note_has_its_movement_and_no_prices(codes):
    line = Detail(descriptions=("Παλέτα",), quantity=D(4), measurement_unit_code=1, vat_category_code=8)
    content = paper(invoice(invoice_type_code="9.3", details=(line,), payment_details=None), codes)
    assert content.movement
    assert (content.sums, content.vat_rows, content.taxes, content.payments) == ((), (), (), ())
    assert content.payable is None
    assert (content.lines[0].price, content.lines[0].net, content.lines[0].total) == ("", "", "")


def test_an_invoice_to_the_state_has_its_references(codes):
    content = paper(
        invoice(
            document_type_code="ELB2G",
            b2g_details=B2GDetails(
                contracting_authority_code="1000.E00512.0001",
                contracting_authority="Δήμος Αθηναίων",
                contract_type_code="1|17",
                contract_reference_code="24SYMV015000000",
            ),
            contract_order_details=ContractOrderDetails(
                budget_registration_code="2026-Α-55",
                budget_commitment_code="ΑΑΥ 12",
                web_post_number="ΨΧΩ246Μ",
                mis_code="5001",
                order_numbers=("ΠΑΡ-9",),
            ),
            details=(ware(0, cpv_code="15511000-3"),),
        ),
        codes,
    )
    facts = facts_of(content)
    assert facts["Αναθέτουσα αρχή"] == "Δήμος Αθηναίων, 1000.E00512.0001"
    assert (facts["Αριθμός σύμβασης"], facts["ΑΔΑΜ"]) == ("17", "24SYMV015000000")
    assert (facts["Προϋπολογισμός"], facts["ΑΔΑ"]) == ("2026-Α-55, ΑΑΥ 12", "ΨΧΩ246Μ")
    assert (facts["Συγχρηματοδότηση"], facts["Παραγγελία"]) == ("5001", "ΠΑΡ-9")
    assert "CPV: 15511000-3" in content.lines[0].notes


def test_nought_for_a_contract_that_there_is_not_is_not_printed(codes):
    b2g = B2GDetails(
        contracting_authority_code="1000.E00512.0001", contract_type_code="3|0", contract_reference_code="0"
    )
    facts = facts_of(paper(invoice(b2g_details=b2g), codes))
    assert not {"Αριθμός σύμβασης", "ΑΔΑΜ"} & set(facts)


@pytest.mark.parametrize(
    ("code", "wished", "title"),
    [
        ("en", ("el",), ("Sales Invoice",)),
        ("EN-us", ("el",), ("Sales Invoice",)),
        ("el", ("en",), ("Τιμολόγιο Πώλησης",)),
        ("en", ("el", "en"), ("Sales Invoice", "Τιμολόγιο Πώλησης")),
        ("fr", ("el",), ("Τιμολόγιο Πώλησης",)),
        (None, ("en",), ("Sales Invoice",)),
    ],
)
def test_a_document_that_has_a_language_is_printed_in_it(codes, code, wished, title):
    content = paper(invoice(language_code=code), codes, PaperWishes(wished))
    assert content.title == title


def test_the_exemption_of_an_english_paper_names_the_law(codes):
    line = ware(0, vat_category_code=7, vat_exemption_category_code=14)
    content = paper(invoice(details=(line,), language_code="en"), codes)
    assert "article 33 of the VAT Code (law 5144/2024)" in content.vat_rows[0].words[0]


def test_another_currency_of_the_vat_is_named(codes):
    said = all_of(paper(invoice(currency_code="USD", vat_currency_code="EUR"), codes))
    assert "Νόμισμα ΦΠΑ" in said


def test_the_time_of_dispatch_is_read_with_its_date_before_it(codes):
    moved = invoice().distribution_details.with_member("dispatch_time", "2026-11-21T12:30:00")
    assert facts_of(paper(invoice(distribution_details=moved), codes))["Έναρξη αποστολής"].endswith(" 12:30")


def test_who_sends_the_goods_of_a_received_note_is_no_customer(codes):
    content = paper(invoice(invoice_type_code="10.2"), codes)
    assert content.customer is not None
    assert content.customer.heading == ("Αντισυμβαλλόμενος",)


def test_a_pos_receipt_has_no_net_value_and_no_vat_among_its_sums(codes):
    content = paper(invoice(invoice_type_code="8.4", details=(), total_amount=D(150)), codes)
    assert content.sums == ()
    assert content.payable is not None
