"""Tells an Enter that is held down from one that is pressed anew."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent


class HeldEnter:
    """Of one widget, which lets it see each release.

    Under X a repeat is a release and a press of the same moment. Where Qt sees the release before the press
    has come, it takes both for a person's: their equal time tells them.
    """

    def __init__(self) -> None:
        self._released = 0

    def see_release(self, event: QKeyEvent) -> None:
        """A key was let go, or so it says."""
        self._released = event.timestamp()

    def is_held(self, press: QKeyEvent) -> bool:
        """Whether nobody has let go since."""
        return press.isAutoRepeat() or (self._released != 0 and press.timestamp() == self._released)
