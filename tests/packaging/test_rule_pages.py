"""The reference pages of the rules are as the catalogue is, and account for every error of the authority."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import rule_pages  # noqa: E402
from authority_codes import NO_RULE  # noqa: E402


@pytest.mark.parametrize("language", ["el", "en"])
def test_the_page_is_as_the_catalogue_is(language: rule_pages.Language) -> None:
    """Otherwise: python packaging/rule_pages.py."""
    assert rule_pages.PAGES[language].read_text(encoding="utf-8") == rule_pages.page(language)


def test_every_error_of_the_authority_is_prevented_by_a_rule_or_has_one_reason_why_not() -> None:
    rows = json.loads((TOP / "resources" / "codes" / "error_codes.json").read_text(encoding="utf-8"))
    explained = [code for reason in NO_RULE for code in reason.codes]
    accounted = [*rule_pages.prevented_by(), *explained]
    assert sorted(accounted) == sorted(row["code"] for row in rows)


def test_every_room_of_rules_has_its_chapter() -> None:
    assert {rule_pages.room_of(rule) for rule, _ in rule_pages.all_rules()} == set(rule_pages.ROOMS)
