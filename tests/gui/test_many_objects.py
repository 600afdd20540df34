"""While thousands of objects are made the collector leaves the window alone, and is on again afterwards."""

from __future__ import annotations

import gc

import pytest

from einvoice_desktop.gui.many_objects import ManyObjects


@pytest.fixture(autouse=True)
def as_before() -> None:
    assert gc.isenabled()


def test_the_collector_is_off_until_the_last_one_is_done() -> None:
    with ManyObjects():
        with ManyObjects():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_a_failure() -> None:
    with pytest.raises(OSError, match="gone"), ManyObjects():
        raise OSError("gone")
    assert gc.isenabled()


def test_only_many_are_put_aside() -> None:
    before = gc.get_freeze_count()
    try:
        with ManyObjects() as few:
            few.made = 10
        assert gc.get_freeze_count() == before
        with ManyObjects() as many:
            many.made = 20_000
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with ManyObjects():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
