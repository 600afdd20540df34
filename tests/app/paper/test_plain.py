"""Names and remarks as they may stand on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.app.paper.plain import MOST_MARKS, flat, plain


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Οδός  Ερμού\t5", "Οδός Ερμού 5"),
        ("πρώτη\r\nδεύτερη\u2028τρίτη", "πρώτη\nδεύτερη\nτρίτη"),
        ("fi\u202egnp.exe", "fignp.exe"),
        ("a\u200b\ufeffb\u00ad", "ab"),
        ("bell\x07 nul\x00.", "bell nul ."),
        ("<b>όχι</b> &amp;", "<b>όχι</b> &amp;"),
        ("Η\u0301λιος", "Ήλιος"),
        ("e" + "\u0301" * 40, "é" + "\u0301" * (MOST_MARKS - 1)),
        ("\ue000", "\ufffd"),
        (None, ""),
    ],
)
def test_text_is_printed_as_typed_without_what_paper_cannot_bear(typed, printed):
    assert plain(typed) == printed


@given(st.text())
def test_nothing_invisible_or_disordering_is_left(text):
    printed = plain(text)
    assert all(c == "\n" or c.isprintable() for c in printed)
    assert not set(printed) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\n" not in flat(text)
