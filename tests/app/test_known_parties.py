"""The parties of earlier days: each once, found by words, numbers, greeklish, at once."""

from __future__ import annotations

import json
import time

import pytest

from einvoice_desktop.app.known_parties import PartyIndex, known_parties


def payload(name: str, vat: str = "", **more: object) -> bytes:
    party = {"registeredName": name, "vat": vat, **more}
    return json.dumps({"invoiceTypeCode": "1.1", "counterParty": party}).encode()


CAFE, SONS, PSARAS, LATIN, NO_VAT = (
    payload("Καφεκοπτείο «Η Ωραία» Α.Ε.", "EL094014201", brandName="Mocca", address={"city": "Αθήνα"}),
    payload("Παπαδόπουλος και Υιοί Ο.Ε.", "EL999999993"),
    payload("Ψαροταβέρνα Ξενοφών Χρυσός", "EL123456783"),
    payload("Thessaloniki Trading Ltd", "GB123456789"),
    payload("Γιάννης Μπούκης"),
)


@pytest.fixture
def index() -> PartyIndex:
    return PartyIndex(known_parties([CAFE, SONS, PSARAS, LATIN, NO_VAT]))


def found(index: PartyIndex, typed: str) -> list[str]:
    return [known.name.split()[0] for known in index.find(typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("καφε", "Καφεκοπτείο"),
        ("ΚΑΦΕ ΩΡΑ", "Καφεκοπτείο"),
        ("ωραία καφέ", "Καφεκοπτείο"),
        ("αε", "Καφεκοπτείο"),
        ("α.ε. ωρ", "Καφεκοπτείο"),
        ("mocca", "Καφεκοπτείο"),
        ("kafekop", "Καφεκοπτείο"),
        ("wraia", "Καφεκοπτείο"),
        ("oraia", "Καφεκοπτείο"),
        ("094014", "Καφεκοπτείο"),
        ("EL094014201", "Καφεκοπτείο"),
        ("παπαδοπουλοσ", "Παπαδόπουλος"),
        ("παπαδόπουλος", "Παπαδόπουλος"),
        ("papadopoul yioi", "Παπαδόπουλος"),
        ("xrysos", "Ψαροταβέρνα"),
        ("chrisos", "Ψαροταβέρνα"),
        ("psarot ksenof", "Ψαροταβέρνα"),
        ("xenofon", "Ψαροταβέρνα"),
        ("thess", "Thessaloniki"),
        ("gb123", "Thessaloniki"),
        ("boukis", "Γιάννης"),
        ("mpoukhs", "Γιάννης"),
        ("giannis", "Γιάννης"),
    ],
)
def test_a_party_is_found(index: PartyIndex, typed: str, name: str) -> None:
    assert found(index, typed) == [name]


@pytest.mark.parametrize("typed", ["", "  ", "zzz", "ταβέρνα", "94014201", "«»"])
def test_what_no_word_begins_with_finds_nothing(index: PartyIndex, typed: str) -> None:
    assert found(index, typed) == []


def test_the_whole_number_comes_first_then_names_then_the_most_recent() -> None:
    parties = [payload("Αφοί Ζήση", "1"), payload("Ζήσης Νέος", "2"), payload("Ζήσης Παλιός", "3"),
               payload("Άλλος", "EL0000003")]  # fmt: skip
    index = PartyIndex(known_parties(parties))
    assert [known.name for known in index.find("ζηση")] == ["Ζήσης Νέος", "Ζήσης Παλιός", "Αφοί Ζήση"]
    assert next(iter(index.find("0000003"))).name == "Άλλος"


def test_a_party_is_there_once_as_in_its_latest_document() -> None:
    latest, older = payload("Νέα Επωνυμία", "EL094014201"), payload("Παλιά Επωνυμία", "GR 094014201")
    known = known_parties([latest, older, payload("Γιάννης"), payload("ΓΙΑΝΝΗΣ"), payload("")])
    assert [party.name for party in known] == ["Νέα Επωνυμία", "Γιάννης"]


def test_one_that_was_just_billed_comes_first_with_its_new_name(index: PartyIndex) -> None:
    (renamed,) = known_parties([payload("Καφεκοπτείο Νέο", "EL094014201")])
    index.put(renamed)
    assert [known.name for known in index.find("καφεκοπτειο")] == ["Καφεκοπτείο Νέο"]
    assert found(index, "ωραια") == []
    assert len(index) == 5


def test_a_known_number_is_known_with_and_without_its_country(index: PartyIndex) -> None:
    for typed in ("094014201", "EL094014201", "gr 094 014 201"):
        known = index.of_vat(typed)
        assert known is not None
        assert known.name.startswith("Καφεκοπτείο")
    assert index.of_vat("09401420") is None
    assert index.of_vat("Γιάννης Μπούκης") is None


def test_all_its_fields_come_with_it(index: PartyIndex) -> None:
    party = index.find("ωραια")[0].party
    assert (party.vat, party.brand_name) == ("EL094014201", "Mocca")
    assert party.address is not None
    assert party.address.city == "Αθήνα"


def test_a_search_among_five_thousand_takes_no_time() -> None:
    names = (
        "Παπαδόπουλος",
        "Ιωάννου",
        "Καφεκοπτείο",
        "Ωραία",
        "Αφοί",
        "Ξενοδοχείο",
        "Χρυσή",
        "Θάλασσα",
        "Υιοί",
        "Α.Ε.",
    )
    index = PartyIndex(
        known_parties(
            payload(" ".join(names[i % k] for k in (3, 5, 7, 10)), f"EL{i:09}") for i in range(5000)
        )
    )
    assert len(index) == 5000
    for typed in ("παπ", "papad", "xrysh thal", "EL0000", "u", "αε ωραια"):
        best = min(_seconds(index, typed) for _ in range(5))
        # Measured at 0.002.
        assert best < 0.02, typed


def _seconds(index: PartyIndex, typed: str) -> float:
    start = time.thread_time()
    index.find(typed)
    return time.thread_time() - start
