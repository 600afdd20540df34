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


def _books(server: str) -> str:
    """A name that a line of the settings file can begin with."""
    return re.sub(r"[^\w-]", "_", server)


class DocumentDefaults:
    """What is settled for the books of `server`, as it stands at the moment it is asked."""

    def __init__(self, preferences: Preferences, server: str) -> None:
        self._preferences = preferences
        self._server = server

    def fill(self, draft: Draft) -> Draft:
        """A new draft as the office wishes it."""
        from einvoice_desktop.app.document_defaults import with_defaults

        policy = self._preferences.get(sign_policy_setting(self._server)) or STRICT
        return with_defaults(draft, policy, self._template_of)

    def follow(self, before: Draft, after: Draft) -> Draft:
        """What goes with a choice that a person made."""
        from einvoice_desktop.app.document_defaults import follow_type

        return follow_type(before, after, self._template_of)

    def _template_of(self, type_code: str) -> str:
        return self._preferences.get(template_setting(self._server, type_code))
