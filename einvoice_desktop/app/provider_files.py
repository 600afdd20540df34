"""The provider's own PDF and the authority's XML of an issued document: kept beside its receipt."""

from __future__ import annotations

import re

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports import Form, KeptFile
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission

_INDENT = "  "


class ProviderFiles:
    """Asks the store first and the provider's page then. Every method blocks: not on the GUI thread."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def get(self, submission_id: int, form: Form) -> KeptFile:
        """What is kept, or else what the provider's page gives out now, kept from now on.

        Fetched without credentials and from the provider's own addresses only. Raises UserError(
        "provider_file_none" | "provider_file_foreign" | "provider_file_failed" | "provider_file_garbled" |
        "provider_file_another").
        """
        kept = self._parts.store.kept.get(submission_id, form)
        return kept if kept is not None else self.fetch(submission_id, form)

    def fetch(self, submission_id: int, form: Form) -> KeptFile:
        """From the provider's page, in the place of what was kept. Raises UserError as `get` does."""
        row = self._parts.store.outbox.get(submission_id)
        if not has_page(row) or row.receipt is None:
            raise UserError("provider_file_none")
        provider = self._parts.gateway.provider(row.server, row.sign_in, encrypted=row.encrypted)
        content = provider.fetch(row.sealed, row.receipt, form)
        file = KeptFile(content, self._parts.clock.now())
        self._parts.store.kept.keep(submission_id, form, file)
        return file


def readable_xml(content: bytes) -> str:
    """The XML with an element a line, every letter as it came."""
    text = content.decode("utf-8", "replace").lstrip("\ufeff")
    lines: list[str] = []
    depth = 0
    for part in re.findall(r"<[^>]*>[^<]*", text):
        tag, words = part[: part.index(">") + 1], part[part.index(">") + 1 :].strip()
        closes = tag.startswith("</")
        depth -= closes
        if closes and lines and not lines[-1].endswith(">"):
            lines[-1] += tag
        else:
            lines.append(f"{_INDENT * depth}{tag}{words}")
        depth += not (closes or tag.endswith("/>") or tag.startswith(("<?", "<!")))
    return "\n".join(lines)


def has_page(row: Submission) -> bool:
    """Whether the provider has told where the document can be seen."""
    return row.state is State.ISSUED and row.receipt is not None and bool(row.receipt.url)
