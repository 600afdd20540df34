"""What is remembered of imported documents."""

from __future__ import annotations

import pytest

from einvoice_desktop.app.importing.before import MOST, day_of, digest_of, kept, without


def test_an_import_is_remembered_until_it_is_taken_back() -> None:
    digest = digest_of([b"a", b"b"])
    text = kept("", digest, "2026-02-01")
    assert day_of(text, digest) == "2026-02-01"
    assert day_of(text, digest_of([b"ab"])) == ""
    assert day_of(without(text, digest), digest) == ""
    assert digest_of([]) == ""


def test_the_oldest_import_is_forgotten() -> None:
    text = ""
    for number in range(MOST + 1):
        text = kept(text, str(number), "2026-02-01")
    assert (day_of(text, "0"), day_of(text, "1")) == ("", "2026-02-01")


@pytest.mark.parametrize("broken", ["{", "[1]", '"x"'])
def test_a_damaged_memory_is_no_memory(broken: str) -> None:
    assert day_of(broken, "x") == ""
    assert day_of(kept(broken, "x", "2026-02-01"), "x") == "2026-02-01"
