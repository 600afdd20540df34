"""The reference page of the document types is as the tables, the rules and the samples are."""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import type_pages  # noqa: E402

from tests.two_minds.facts import TYPES  # noqa: E402


def test_the_page_is_as_the_tables_and_samples_are() -> None:
    """Otherwise: python packaging/type_pages.py."""
    assert type_pages.PAGE.read_text(encoding="utf-8") == type_pages.page()


def test_every_type_of_the_provider_channel_has_its_row_and_a_sample() -> None:
    rows = [row.split(" | ") for row in type_pages.page().splitlines() if row.startswith("| **")]
    assert {row[0].split("**")[1] for row in rows} == set(TYPES)
    assert all(row[3].startswith("`") for row in rows)
