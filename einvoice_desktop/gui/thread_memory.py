"""Keeps the C library from giving every thread a heap of its own, of which each keeps what it once took."""

from __future__ import annotations

import sys

_M_ARENA_MAX = -8
_HEAPS = 2
"""The window's and one for all others: none of the threads here does anything but wait and fetch."""


def share_heaps() -> None:
    """Where the C library is GNU's; others have no such habit. Before the first thread of our own."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _HEAPS)
