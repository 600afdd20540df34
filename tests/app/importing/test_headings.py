"""What a sheet holds and what its columns mean, told by its headings in both languages or its contents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.importing.headings import columns_of, fingerprint, guess
from einvoice_desktop.app.importing.remembered import MOST, kept, recalled
from einvoice_desktop.app.importing.targets import TARGETS, Subject
from einvoice_desktop.domain.fields import member_at

CUSTOMERS = [
    "Κωδικός",
    "Επωνυμία",
    "Α.Φ.Μ.",
    "ΔΟΥ",
    "Διεύθυνση",
    "Πόλη",
    "Τ.Κ.",
    "Τηλ.",
    "e-mail",
    "Υπόλοιπο",
]
MEANT = [
    "counterParty.code",
    "counterParty.registeredName",
    "counterParty.vat",
    "counterParty.taxOffice",
    "counterParty.address.street",
    "counterParty.address.city",
    "counterParty.address.postal",
    "counterParty.phones[0]",
    "counterParty.emails[0]",
    "",
]


def test_customers_are_known_by_their_headings() -> None:
    found = guess([CUSTOMERS, ["1"]])
    assert (found.subject, found.header, list(found.columns)) == (Subject.CUSTOMERS, 0, MEANT)
    capitals = [heading.upper() for heading in CUSTOMERS]
    assert list(guess([capitals, ["1"]]).columns) == MEANT


def test_english_headings_are_known_too() -> None:
    found = guess(
        [["Customer code", "Company Name", "VAT Number", "Address", "City", "Zip", "Country", "Phone"]]
    )
    assert found.subject is Subject.CUSTOMERS
    assert list(found.columns[:6]) == MEANT[:3] + MEANT[4:7]


def test_items_are_known_and_the_price_is_the_one_without_vat() -> None:
    found = guess(
        [["ΚΩΔΙΚΟΣ ΕΙΔΟΥΣ", "ΠΕΡΙΓΡΑΦΗ", "Μ.Μ.", "ΤΙΜΗ ΛΙΑΝΙΚΗΣ", "ΤΙΜΗ ΧΟΝΔΡΙΚΗΣ (€)", "ΦΠΑ %"], ["1"]]
    )
    assert found.subject is Subject.ITEMS
    assert found.columns == (
        "details[0].code",
        "details[0].descriptions[0]",
        "details[0].measurementUnitCode",
        "details[0].grossPrice",
        "details[0].unitPrice",
        "details[0].vatCategoryCode",
    )


def test_documents_are_known_by_having_customers_and_lines() -> None:
    heads = [
        "Αρ. Τιμολογίου",
        "Τύπος",
        "ΑΦΜ Πελάτη",
        "Επωνυμία Πελάτη",
        "Κωδικός",
        "Περιγραφή",
        "Ποσότητα",
        "Τιμή",
    ]
    found = guess([heads, ["1"]])
    assert found.subject is Subject.DOCUMENTS
    assert found.columns[0] == "document"
    assert found.columns[2:5] == ("counterParty.vat", "counterParty.registeredName", "details[0].code")


def test_the_heading_may_stand_below_titles() -> None:
    rows = [["Πελατολόγιο 2026"], [], CUSTOMERS, ["00012", "Άνθη"]]
    assert guess(rows).header == 2


def test_without_headings_the_contents_tell() -> None:
    row = ["Παπαδόπουλος Α.Ε.", "094014201", "info@example.gr", "2101234567", Decimal(10431)]
    found = guess([row, ["Άνθη Αιγαίου ΕΠΕ", "999999993", "a@b.gr", "2281012345", Decimal(84100)]])
    assert (found.subject, found.header) == (Subject.CUSTOMERS, None)
    assert found.columns == (
        "counterParty.registeredName",
        "counterParty.vat",
        "counterParty.emails[0]",
        "counterParty.phones[0]",
        "counterParty.address.postal",
    )


def test_names_that_hold_the_words_of_headings_are_no_headings() -> None:
    rows = [
        ["Εταιρεία Υλικών Α.Ε.", "Οδός Ερμού 5", "094014201"],
        ["Πελάτης Β ΕΠΕ", "Πλατεία 3", "999999993"],
    ]
    assert guess(rows).header is None


@pytest.mark.parametrize("subject", list(Subject))
def test_each_meaning_is_known_by_its_own_first_name(subject: Subject) -> None:
    targets = TARGETS[subject]
    for target in targets:
        assert columns_of([[target.words[0]]], 0, subject) == (target.path,)


def test_every_meaning_is_a_field_of_a_document() -> None:
    for targets in TARGETS.values():
        for target in targets:
            if target.path not in ("document", "notes", "language", "details[0].grossPrice"):
                assert member_at(target.path) is not None


def test_what_columns_meant_is_remembered_for_the_same_headings() -> None:
    text = kept(
        "", Subject.CUSTOMERS, ["Κωδικός", "Επωνυμία", "Άλλο"], ["", "counterParty.registeredName", "notes"]
    )
    again = recalled(text, Subject.CUSTOMERS, ["ΚΩΔΙΚΟΣ", "επωνυμια", "αλλο"])
    assert again == ("", "counterParty.registeredName", "notes")
    assert recalled(text, Subject.ITEMS, ["Κωδικός", "Επωνυμία", "Άλλο"]) is None
    assert recalled(text, Subject.CUSTOMERS, ["Κωδικός", "Επωνυμία"]) is None
    assert recalled("no JSON", Subject.CUSTOMERS, ["Κωδικός"]) is None
    for number in range(MOST + 5):
        text = kept(text, Subject.ITEMS, [f"στήλη {number}"], [""])
    assert recalled(text, Subject.CUSTOMERS, ["Κωδικός", "Επωνυμία", "Άλλο"]) is None, (
        "the oldest is forgotten"
    )
    assert fingerprint(Subject.ITEMS, ["", ""]) == ""
