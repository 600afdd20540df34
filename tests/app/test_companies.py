"""A company's name, data and branches, and the series that its new documents get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.companies import (
    CARD_SETTING,
    Branch,
    Company,
    branches_of,
    branches_text,
    card_from,
    card_of,
    card_text,
    card_texts,
    checked_name,
    company_named,
    known_colour,
)
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.document_defaults import follow, with_defaults
from einvoice_desktop.app.drafting import Draft, choose, edit_text, new_draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.series_choice import SeriesFor, series_table, series_text

TEXTS = {
    "vat": "EL 094014201",
    "registeredName": "Καφεκοπτείο Α.Ε.",
    "activities[0]": "Εμπόριο καφέ",
    "address.city": "Αθήνα",
    "branchCode": "",
}
PIRAEUS = Branch(2, "Πειραιάς", "Ακτή Μιαούλη", "5", "18535", "Πειραιάς")
PATRAS = Branch(3, "Πάτρα", "Γούναρη", "1", "26221", "Πάτρα")
BRANCHES = (PIRAEUS, PATRAS)
SERIES = {SeriesFor("1.1", 0): "Α", SeriesFor("1.1", 2): "ΠΕΙΡ", SeriesFor("2.1", 0): "ΥΠ"}


def series_of(type_code: str, branch: int) -> str:
    return SERIES.get(SeriesFor(type_code, branch), "")


def no_form(_type_code: str) -> str:
    return ""


@pytest.fixture
def codes():
    return bootstrap.open_codes()


@pytest.fixture
def edited(codes):
    """An edit as the window makes it, with what follows from it."""

    def go(draft: Draft, path: str, value: object) -> Draft:
        return follow(draft, choose(draft, path, value, codes), no_form, series_of, BRANCHES)

    return go


@pytest.fixture
def fresh(codes):
    card = card_from(TEXTS, None)
    return with_defaults(new_draft(card, "X", codes), "2", no_form, series_of)


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("   ", "company_nameless"),
        ("\u200b\u202e", "company_nameless"),
        ("α" * 61, "company_name_long"),
        ("ΚΑΦΕΔΕΣ", "company_exists"),
        ("Καφέ\u200bδες", "company_exists"),
        ("KAΦΕ", "company_exists"),
    ],
)
def test_a_name_that_tells_no_company_apart_is_refused(name: str, code: str) -> None:
    with pytest.raises(UserError) as told:
        checked_name(name, ["Καφέδες", "Καφέ δες", "ΚΑΦΕ"])
    assert told.value.code == code
    assert checked_name("  Νέα   εταιρεία ", ["Καφέδες"]) == "Νέα εταιρεία"


def test_a_company_is_found_by_name_or_folder_and_never_guessed() -> None:
    known = [Company("", "/a", "Πρώτη"), Company("two", "/a/companies/two", "Δεύτερη")]
    assert company_named("δευτερη", known) is known[1]
    assert company_named("two", known) is known[1]
    for name in ("", "Τρίτη", "Δεύτ"):
        with pytest.raises(UserError) as told:
            company_named(name, known)
        assert told.value.code == "company_unknown"
        assert "Πρώτη" in told.value.params["names"]
    with pytest.raises(UserError) as told:
        company_named("Τρίτη", [Company("", "/a")])
    assert told.value.params["names"] == "–"


def test_a_colour_that_nobody_knows_is_none() -> None:
    assert (known_colour("green"), known_colour("#00ff00")) == ("green", "")


# --- the company's data -------------------------------------------------------------------------------


def test_the_card_is_kept_as_it_was_typed_and_keeps_what_is_not_asked() -> None:
    card = card_from(TEXTS, None)
    assert (card.vat, card.branch_code, card.registered_name) == ("EL094014201", 0, "Καφεκοπτείο Α.Ε.")
    assert card_of(card_text(card)) == card
    assert card_texts(card)["vat"] == "094014201"
    more = card.with_member("url", "https://kafes.gr")
    again = card_from(card_texts(more) | {"address.city": "Πάτρα"}, more)
    assert (again.url, again.address and again.address.city) == ("https://kafes.gr", "Πάτρα")


@pytest.mark.parametrize("text", ["", " ", "{", "[]", '{"issuer": 5}', "{}"])
def test_a_card_that_is_none_is_none(text: str) -> None:
    assert card_of(text) is None


def test_branches_are_kept_by_number_and_rubbish_is_left_out() -> None:
    assert branches_of(branches_text((PATRAS, PIRAEUS))) == BRANCHES
    assert branches_of('[{"number": 0}, {"number": "x"}, 7, {"number": 4}, {"number": 4}]') == (Branch(4),)
    assert branches_of("{") == ()
    assert PIRAEUS.words == "Πειραιάς, Ακτή Μιαούλη 5, 18535 Πειραιάς"


# --- a branch is chosen -------------------------------------------------------------------------------


def test_a_branch_brings_its_name_and_address_and_the_seat_takes_them_away(fresh, edited) -> None:
    there = edited(fresh, "issuer.branchCode", 2).document.issuer
    assert (there.branch, there.branch_address.city) == ("Πειραιάς", "Πειραιάς")
    assert there.address.city == "Αθήνα"
    other = edited(edited(fresh, "issuer.branchCode", 2), "issuer.branchCode", 3).document.issuer
    assert (other.branch, other.branch_address.city) == ("Πάτρα", "Πάτρα")
    seat = edited(edited(fresh, "issuer.branchCode", 2), "issuer.branchCode", 0).document.issuer
    assert (seat.branch, seat.branch_address) == (None, None)


def test_what_a_person_typed_of_a_branch_stays(fresh, edited) -> None:
    typed = edited(edited(fresh, "issuer.branchCode", 9), "issuer.branch", "Αποθήκη Ασπροπύργου")
    assert edited(typed, "issuer.branchCode", 2).document.issuer.branch == "Αποθήκη Ασπροπύργου"


# --- series by type and branch --------------------------------------------------------------------------


def test_a_new_document_and_a_changed_one_are_in_the_settled_series(fresh, edited) -> None:
    assert fresh.document.series == "Α"
    assert edited(fresh, "invoiceTypeCode", "2.1").document.series == "ΥΠ"
    assert edited(fresh, "issuer.branchCode", 2).document.series == "ΠΕΙΡ"
    # Nothing is settled for it: it stays.
    assert edited(fresh, "invoiceTypeCode", "5.2").document.series == "Α"


def test_a_series_typed_by_hand_stays_and_so_does_that_of_a_document_with_a_number(
    fresh, edited, codes
) -> None:
    typed = edit_text(fresh, "series", "Β", "el", codes)
    assert edited(typed, "invoiceTypeCode", "2.1").document.series == "Β"
    numbered = replace(fresh, document=fresh.document.with_member("number", "7"))
    assert edited(numbered, "invoiceTypeCode", "2.1").document.series == "Α"


def test_the_table_of_series_is_kept_and_rubbish_is_left_out() -> None:
    assert series_table(series_text(SERIES)) == SERIES
    assert series_table('{"1.1/0": "A", "/0": "B", "1.1/x": "C", "2.1/1": ""}') == {SeriesFor("1.1", 0): "A"}
    assert series_table("[") == {}


# --- the issuer of new documents ------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on the trial service's books, whose company told its data."""
    bootstrap.open_settings(tmp_path).set(CARD_SETTING, card_text(card_from(TEXTS, None)))
    made = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path, server="uat", company_vat="094014201"))
    yield made
    made.close()


def test_the_company_issues_whatever_one_document_said_of_it(desk: Desk) -> None:
    first = desk.new_draft()
    assert first.document.issuer == desk.company
    moved = first.document.issuer.with_member("registered_name", "Κάτι άλλο")
    told_otherwise = Draft(first.document.with_member("issuer", moved).with_member("series", "Β"))
    following = desk.next_draft(told_otherwise)
    assert following.document.issuer == desk.company
    assert following.document.series == "Β"


def test_another_company_s_data_are_not_taken(desk: Desk) -> None:
    desk.company = card_from(TEXTS | {"vat": "123456783"}, None)
    assert desk.new_draft().document.issuer.vat == "EL094014201"


def test_practice_has_a_company_of_its_own(tmp_path: Path) -> None:
    bootstrap.open_settings(tmp_path).set(CARD_SETTING, card_text(card_from(TEXTS, None)))
    desk = bootstrap.open_desk(bootstrap.Options(data_dir=tmp_path))
    try:
        draft = desk.new_draft()
        assert draft.document.issuer.vat == "EL999999993"
        assert desk.next_draft(draft).document.issuer.vat == "EL999999993"
    finally:
        desk.close()
    assert paths.database(tmp_path).exists()
