"""From what stands on a paper to its pages."""

from __future__ import annotations

from einvoice_desktop.app.paper.content import PaperContent
from einvoice_desktop.app.paper.page import Measure, Page
from einvoice_desktop.app.paper.roll import roll
from einvoice_desktop.app.paper.setting import Setter
from einvoice_desktop.app.paper.sheet import sheets


def pages_of(content: PaperContent, measure: Measure) -> tuple[Page, ...]:
    """At least one page; the same for screen, printer and PDF."""
    setter = Setter(measure)
    return roll(content, setter) if content.form == "80mm" else sheets(content, setter)
