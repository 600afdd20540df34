"""How text is searched: accents, case, final sigma, initials and codes."""

import pytest

from einvoice_desktop.domain.folding import fold, look_alikes, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Καφεκοπτεῖο «Ἡ Ὡραία»", ["καφεκοπτειο", "η", "ωραια"]),
        ("ΓΕΩΡΓΙΟΣ γεωργίος", ["γεωργιοσ", "γεωργιοσ"]),
        ("Αφοί Παππά Α.Ε.", ["αφοι", "παππα", "αε"]),
        ("Ο.Ε", ["οε"]),
        ("Κ.Παπαδόπουλος", ["κ", "παπαδοπουλοσ"]),
        ("1.1 11.2.", ["1.1", "11.2"]),
        ("ΤΔΑ-2026/007_x", ["τδα", "2026", "007", "x"]),
        ("Straße ÅNGSTRÖM", ["strasse", "angstrom"]),
        ("\ud800\x00\u0301 ", []),
        ("", []),
    ],
)
def test_text_is_cut_into_folded_words(text, words):
    assert words_of(text) == words


def test_plain_letters_fold_as_all_others():
    assert fold("ABC-abc 1") == "abc-abc 1"


def test_letters_that_look_alike_are_found_from_either_alphabet():
    assert set(look_alikes("ab7")) == {"ab7", "αβ7"}
    assert set(look_alikes("χυζ")) == {"χυζ", "xyz"}
    assert look_alikes("123") == ["123"]
