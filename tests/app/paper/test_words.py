"""The paper's words: complete in both languages, and one for everything that paper must be able to say."""

import pytest

from einvoice_desktop.app.paper.stamp import OFFLINE_CODES
from einvoice_desktop.app.paper.words import WORDS, inline, term
from einvoice_desktop.domain.codes import TAX_KINDS
from einvoice_desktop.domain.lifecycle import State


@pytest.mark.parametrize("key", WORDS)
def test_each_word_is_there_in_greek_and_in_english(key):
    greek, english = WORDS[key]
    assert greek.strip() == greek != ""
    assert english.strip() == english != ""
    assert term(key, ("en", "el")) == (english, greek)


def test_every_state_tax_unit_and_loss_of_connection_has_its_words(tables):
    asked = [f"state_{state}" for state in State if state is not State.ISSUED]
    asked += [kind.field for kind in TAX_KINDS]
    asked += [f"unit_{row['code']}" for row in tables["units"]]
    asked += [f"delayed_{code}" for code in OFFLINE_CODES]
    assert set(asked) <= set(WORDS)


def test_the_words_for_a_lost_connection_are_the_authoritys(tables):
    printed = {row["code"]: row["printed_el"] for row in tables["transmission_failures"]}
    for code in OFFLINE_CODES:
        assert WORDS[f"delayed_{code}"][0] == printed[str(code)]


def test_the_same_word_in_two_languages_stands_once():
    assert inline(("UID", "UID")) == "UID"
    assert inline(("Σειρά", "Series")) == "Σειρά / Series"
