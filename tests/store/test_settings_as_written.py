"""Settings in our own form are read without the whole parser, and mean what it says of them."""

from __future__ import annotations

import configparser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.store.settings import SettingsFile, _as_written

NAMES = st.text("abcxyz.:/- 0Α[#;", min_size=1, max_size=12)
VALUES = st.text("abc =;#[]:%\\.é\tΩ 1", max_size=12)


def _parsed(text: str) -> dict[str, str] | None:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return None
    return dict(parser["settings"]) if parser.has_section("settings") else None


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_what_is_written_reads_as_the_parser_reads_it(values: dict[str, str]) -> None:
    text = SettingsFile.text_of(values)
    found = _as_written(text)
    assert found is None or found == _parsed(text)


def test_ordinary_settings_need_no_parser() -> None:
    values = {"language": "el", "window": "0 0 1280 900", "connection.https://a:1": "", "note": "a = b; c"}
    assert _as_written(SettingsFile.text_of(values)) == values


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[other]\na = 1\n",
        "[settings]\na = 1\n  more\n",
        "[settings]\n# said\na = 1\n",
        "[settings]\na=1\n",
        "[settings]\na = 1\n\nb = 2\n",
        "[settings]\na = 1\n[settings]\nb = 2\n",
        "[settings]\nalone\n",
        "[settings]\na=b =c\n",
    ],
)
def test_whatever_a_person_wrote_is_left_to_the_parser(text: str) -> None:
    assert _as_written(text) is None
