"""An hour of the day, typed in any of the usual ways; the session gets it as HH:mm."""

from __future__ import annotations

from einvoice_desktop.app.entry import understand_time
from einvoice_desktop.gui.fields.text import TextField


class TimeField(TextField):
    """What is typed goes to the session as it is; when the field is left, as the hour that it means."""

    selects_all = True

    def commit(self) -> None:
        meant = understand_time(self.text()) if self._typed else None
        if meant is not None and meant != self.text():
            self.session.choose(self.path, meant)
        super().commit()
