"""Cards found while somebody types: by words, numbers, sounds, and in spite of slips."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from einvoice_desktop.app.card_index import CardIndex, customer_index, item_index
from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.item_book import KeptItem
from einvoice_desktop.domain.cards import Customer, Item, write_customer, write_item
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Address, Party

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def kept(place: int, name: str, **more: object) -> KeptCustomer:
    city = Address(city=more.pop("city", None))  # type: ignore[arg-type]
    party = Party(registered_name=name, address=city, **more)
    source = write_customer(Customer(Document(counter_party=party)))
    return KeptCustomer(place, source, 1, NOW - timedelta(days=place))


CAFE = kept(1, "Καφεκοπτείο «Η Ωραία» Α.Ε.", vat="EL094014201", city="Θεσσαλονίκη", brand_name="Mocca")
SONS = kept(2, "Παπαδόπουλος και Υιοί Ο.Ε.", vat="EL999999993", phones=("+30 210 1234567",), code="Π-007")
ATTIC = kept(3, "ΑΒΕΖ Αττικής", vat="EL123456783", emails=("info@avez.gr",))
MIXED = kept(4, "KAΦΕΣ Ζωής")
"""Its first two letters are Latin."""
PAPPAS = kept(5, "Παππάς Γεώργιος", phones=("6941234567",))


@pytest.fixture
def index() -> CardIndex[KeptCustomer]:
    return customer_index([PAPPAS, MIXED, ATTIC, SONS, CAFE])


def found(index: CardIndex[KeptCustomer], typed: str) -> list[int]:
    return [hit.id for hit in index.find(typed)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ωραία καφεκ", 1),
        ("θεσσαλ καφε", 1),
        ("mocca", 1),
        ("kafekop thes", 1),
        ("gr 094 014 201", 1),
        ("EL0940", 1),
        ("ελ094", 1),
        ("EΛ 094 014", 1),
        ("210 123", 2),
        ("2101234567", 2),
        ("+30 210 1234", 2),
        ("π-007", 2),
        ("Π007", 2),
        ("παπαδόπουλοσ", 2),
        ("info@avez", 3),
        ("ABEZ", 3),
        ("αβεζ", 3),
        ("καφεσ", 4),
        ("KAFES", 4),
        ("694", 5),
    ],
)
def test_a_customer_is_found(index: CardIndex[KeptCustomer], typed: str, place: int) -> None:
    assert found(index, typed)[0] == place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Παπδόπουλος", 2),
        ("Παπαδόοπυλος", 2),
        ("Παπδόπολος", 2),
        ("παπαδωπουλος", 2),
        ("papdopoulos", 2),
        ("Ατιτκής", 3),
        ("καφεκοπτιο", 1),
        ("θεσαλονκη", 1),
        ("Παπάς", 5),
        ("γεοργιος", 5),
    ],
)
def test_a_slip_is_forgiven(index: CardIndex[KeptCustomer], typed: str, place: int) -> None:
    assert place in found(index, typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("dei", "ΔΕΗ"), ("voitheia", "Βοήθεια"), ("ai giorgis", "Αη Γιώργης"), ("eirini", "Ειρήνη")],
)
def test_vowels_that_only_look_like_one_sound_are_read_apart_too(typed: str, name: str) -> None:
    assert found(customer_index([kept(1, "Ντίνος"), kept(2, name)]), typed)[:1] == [2]


@pytest.mark.parametrize("typed", ["", " ", "«»", "πυπ", "094014202", "6941234576", "ζζζζζζζζζ", "Πππδπλος"])
def test_numbers_short_words_and_too_many_slips_are_not(index: CardIndex[KeptCustomer], typed: str) -> None:
    assert found(index, typed) == []


def test_what_is_so_comes_before_what_is_nearly_so() -> None:
    index = customer_index([kept(1, "Μακρής"), kept(2, "Μικρής"), kept(3, "Νέος Μικρής"), kept(4, "Μικρός")])
    assert found(index, "μικρης") == [2, 3, 1, 4]


def test_a_number_typed_whole_comes_first_then_names_then_the_newest() -> None:
    index = customer_index(
        [kept(1, "Άλλος 55"), kept(2, "55 μέτρα"), kept(3, "Ζ", code="55"), kept(4, "55 ναι")]
    )
    assert found(index, "55") == [3, 2, 4, 1]


def test_no_more_are_given_than_wanted() -> None:
    many = customer_index([kept(place, f"Παπάς {place}") for place in range(1, 40)])
    assert len(many.find("παπ")) == 12
    assert len(many.find("παπας", most=100)) == 39


def test_it_follows_what_is_saved_and_deleted(index: CardIndex[KeptCustomer]) -> None:
    index.put(kept(2, "Ιωάννου"))
    assert found(index, "παπαδοπουλος") == []
    assert found(index, "2101234567") == []
    assert found(index, "ioannou") == [2]
    index.put(kept(6, "Καφές Έξι"))
    assert found(index, "καφε") == [6, 1, 4]
    index.remove(6)
    index.remove(6)
    assert found(index, "καφε") == [1, 4]
    assert (len(index), index.get(6)) == (5, None)


def test_after_any_changes_it_finds_what_a_new_one_would() -> None:
    rows = [CAFE, SONS, ATTIC, MIXED, PAPPAS]
    index = customer_index(rows)
    for row in reversed(rows):
        index.remove(row.id)
    assert [index.find(typed) for typed in ("κ", "p", "2", "παπαδοπουλος")] == [[], [], [], []]
    for row in reversed(rows):
        index.put(row)
    again = customer_index(rows)
    for typed in ("κ", "p", "2", "παπαδοπολος", "kafe", "el", "α.ε."):
        assert index.find(typed) == again.find(typed), typed


def test_items_are_found_by_code_and_by_every_description() -> None:
    def item(place: int, code: str, *descriptions: str) -> KeptItem:
        return KeptItem(place, write_item(Item(Detail(code=code, descriptions=descriptions))), 1, NOW)

    index = item_index([item(1, "Κ-10/2", "Καφές ελληνικός"), item(2, "K-20", "Ζάχαρη", "λευκή, 1 kg")])
    assert [hit.id for hit in index.find("k-10")] == [1]
    assert [hit.id for hit in index.find("κ102")] == [1]
    assert [hit.id for hit in index.find("λευκη ζαχ")] == [2]
    assert [hit.id for hit in index.find("zaxari 1")] == [2]
    assert [hit.id for hit in index.find("elinikos")] == [1]


def test_a_whole_word_comes_before_longer_ones() -> None:
    names = [*(f"Κοσμοπολίτης {n}" for n in range(20)), "Κοσμο Α.Ε."]
    index = customer_index([kept(place, name) for place, name in enumerate(names, 1)])
    assert found(index, "κοσμο")[0] == 21
    assert found(index, "kosmo")[0] == 21
