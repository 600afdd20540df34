"""While an import computes, the window gets its turns."""

from __future__ import annotations

import sys

from einvoice_desktop.gui.importing.turns import SECONDS, ShortTurns


def test_turns_are_short_until_the_last_of_them_ends() -> None:
    usual = sys.getswitchinterval()
    first, second = ShortTurns(), ShortTurns()
    first.__enter__()
    second.__enter__()
    assert abs(sys.getswitchinterval() - SECONDS) < 1e-6
    first.__exit__(None, None, None)
    assert abs(sys.getswitchinterval() - SECONDS) < 1e-6, "the other one is still at work"
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
