"""What a PDF of an issued document costs, over reportlab's canvas drawing the same text at the same places.

Ours is all that a person waits for: the paper laid out, painted, and completed to the PDF/A-3 that carries
the document's data. reportlab is given the places and only draws, with the same typeface embedded.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench import TOP, Row, median_seconds, ratio

if TYPE_CHECKING:
    from einvoice_desktop.app.paper.content import PaperContent
    from einvoice_desktop.gui.paper.pages import PaperPages

LINES = (20, 300)
GOAL = 1.0
SAMPLE = TOP / "resources" / "samples" / "own" / "1.1-discounts.json"
_MM = 72 / 25.4
_FONTS = {False: "NotoSans-Regular", True: "NotoSans-Bold"}


def rows() -> list[Row]:
    """By the number of lines."""
    return [_row(_paper(lines)) for lines in LINES]


def _row(paper: Paper) -> Row:
    parts = {"laid out": paper.lay_out, "painted": paper.painted, "completed": paper.completed}
    told = ", ".join(f"{name} {1000 * median_seconds(work, rounds=5):.1f}" for name, work in parts.items())
    rounds = 15 if paper.lines < 100 else 9
    measured = ratio(paper.whole, paper.by_reportlab, rounds=rounds)
    base = 1000 * median_seconds(paper.by_reportlab, rounds=5)
    return Row(
        f"PDF of {paper.lines} lines, over reportlab's canvas",
        measured,
        GOAL,
        f"ms: {told}; reportlab {base:.1f}",
    )


@dataclass
class Paper:
    """One document's paper."""

    lines: int
    content: PaperContent
    data: bytes
    pages: PaperPages
    plain: bytes

    def whole(self) -> bytes:
        """From what stands on the paper to the file."""
        from einvoice_desktop.gui.paper.output import pdf_bytes
        from einvoice_desktop.gui.paper.pages import lay_out

        return pdf_bytes(lay_out(self.content), title=self.content.name, data=self.data)

    def lay_out(self) -> None:
        """The first part of it."""
        from einvoice_desktop.gui.paper.pages import lay_out

        lay_out(self.content)

    def painted(self) -> None:
        """The second."""
        from einvoice_desktop.gui.paper.output import pdf_bytes

        pdf_bytes(self.pages, title=self.content.name)

    def completed(self) -> None:
        """The third."""
        from einvoice_desktop.gui.paper.archival import with_attachment

        with_attachment(self.plain, self.data)

    def by_reportlab(self) -> bytes:
        """The texts of the pages."""
        from reportlab.pdfgen.canvas import Canvas

        from einvoice_desktop.app.paper.page import Text

        written = io.BytesIO()
        canvas = Canvas(written, pageCompression=1)
        for page in self.pages.pages:
            canvas.setPageSize((page.width * _MM, page.height * _MM))
            for item in page.items:
                if isinstance(item, Text):
                    _draw(canvas, item, page.height)
            canvas.showPage()
        canvas.save()
        return written.getvalue()


def _draw(canvas: Any, item: Any, height: float) -> None:
    x, y = item.x * _MM, (height - item.y) * _MM
    canvas.setFillColor(str(item.ink))
    canvas.setFont(_FONTS[item.face.bold], item.face.size * _MM)
    if not item.angle:
        canvas.drawString(x, y, item.text)
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(item.angle)
    canvas.drawString(0, 0, item.text)
    canvas.restoreState()


def _paper(lines: int) -> Paper:
    from PySide6.QtGui import QGuiApplication
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from einvoice_desktop import paths
    from einvoice_desktop.gui.paper.fonts import point_at
    from einvoice_desktop.gui.paper.output import pdf_bytes
    from einvoice_desktop.gui.paper.pages import lay_out

    _application.append(QGuiApplication.instance() or QGuiApplication(["bench"]))
    point_at(paths.resource)
    for name in _FONTS.values():
        pdfmetrics.registerFont(TTFont(name, str(paths.resource(f"fonts/{name}.ttf"))))
    content, data = _content(lines)
    pages = lay_out(content)
    return Paper(lines, content, data, pages, pdf_bytes(pages, title=content.name))


_application: list[object] = []


def _content(lines: int) -> tuple[PaperContent, bytes]:
    """An issued invoice of so many different lines."""
    from einvoice_desktop import bootstrap
    from einvoice_desktop.app.paper.content import PaperWishes
    from einvoice_desktop.app.printing import paper_in_state
    from einvoice_desktop.domain.composition import compose
    from einvoice_desktop.domain.lifecycle import State
    from einvoice_desktop.domain.reader import read_document
    from einvoice_desktop.domain.receipt import Receipt
    from einvoice_desktop.domain.rules.surroundings import Surroundings
    from einvoice_desktop.domain.writer import write_document

    whole = json.loads(SAMPLE.read_bytes())
    samples = whole["details"]
    whole["details"] = [_line(samples[place % len(samples)], place + 1) for place in range(lines)]
    del whole["summaries"]
    codes = bootstrap.open_codes()
    composition = compose(read_document(json.dumps(whole).encode()), Surroundings(codes, "2026-11-23"))
    signature = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"
    receipt = Receipt(
        mark="400001234567890",
        uid=signature[:40],
        authentication_code=signature[24:],
        status="SUBMITTED",
        url=f"https://einvoice.impact.gr/v/{signature}",
        series="A",
        number="1",
        date_issued="2026-11-23",
        internal_id="",
        message="",
    )
    content = paper_in_state(composition, State.ISSUED, receipt, PaperWishes(), codes, "live")
    return content, write_document(composition.document)


def _line(sample: dict[str, Any], place: int) -> dict[str, Any]:
    words = [f"{text} {place}" for text in sample.get("descriptions", ["Είδος"])]
    computed = ("netTotal", "total", "vatTotal", "lineNo")
    kept = {name: value for name, value in sample.items() if name not in computed}
    return {**kept, "lineNo": place, "descriptions": words, "code": f"ΚΩΔ-{place:05}"}
