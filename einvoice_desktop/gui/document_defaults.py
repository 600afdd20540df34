"""The settings that new documents of the window begin with; each set of books has its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.gui.preferences import Preferences

STRICT = "2"


def sign_policy_setting(server: str) -> str:
    """The name of the setting of one set of books."""
    return f"document.signPolicy.{_books(server)}"


def template_setting(server: str, type_code: str) -> str:
    """The same of a document type's form."""
    return f"document.template.{_books(server)}.{type_code}"


def series_setting(server: str) -> str:
    """The same of the series by type and branch."""
    return f"document.series.{_books(server)}"


def _books(server: str) -> str:
    """A name that a line of the settings file can begin with."""
    return re.sub(r"[^\w-]", "_", server)


def _place(draft: Draft) -> tuple[str | None, int | None]:
    issuer = draft.document.issuer
    return draft.document.invoice_type_code, issuer.branch_code if issuer else None


class DocumentDefaults:
    """What is settled for the books of `server`, as it stands at the moment it is asked."""

    def __init__(self, preferences: Preferences, server: str) -> None:
        self._preferences = preferences
        self._server = server

    def fill(self, draft: Draft) -> Draft:
        """A new draft as the office wishes it."""
        from einvoice_desktop.app.document_defaults import with_defaults

        policy = self._preferences.get(sign_policy_setting(self._server)) or STRICT
        return with_defaults(draft, policy, self._template_of, self._series_of)

    def in_series(self, draft: Draft) -> Draft:
        """A draft made of another document, in the series that is settled for its type and branch."""
        from einvoice_desktop.app.series_choice import with_series

        return draft if draft.document.number else with_series(draft, self._series_of)

    def follow(self, before: Draft, after: Draft) -> Draft:
        """What goes with an edit that a person made."""
        if _place(before) == _place(after):
            return after
        from einvoice_desktop.app.companies import BRANCHES_SETTING, branches_of
        from einvoice_desktop.app.document_defaults import follow

        branches = branches_of(self._preferences.get(BRANCHES_SETTING))
        return follow(before, after, self._template_of, self._series_of, branches)

    def _series_of(self, type_code: str, branch: int) -> str:
        from einvoice_desktop.app.series_choice import SeriesFor, series_table

        table = series_table(self._preferences.get(series_setting(self._server)))
        return table.get(SeriesFor(type_code, branch), "")

    def _template_of(self, type_code: str) -> str:
        return self._preferences.get(template_setting(self._server, type_code))
