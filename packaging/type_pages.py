"""Remakes the reference page of the document types: resources/manual/types.md.

    python packaging/type_pages.py

One line a type: what its form must have, how many rules are its own, the samples of it, where it is sent,
and what stands on its paper.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "packaging")]

from einvoice_desktop import bootstrap, paths  # noqa: E402
from einvoice_desktop.app.paper.content import PaperContent, PaperWishes  # noqa: E402
from einvoice_desktop.app.printing import paper_of_draft  # noqa: E402
from einvoice_desktop.app.samples import Sample, own_samples  # noqa: E402
from einvoice_desktop.domain.codes import CodeTables, InvoiceType  # noqa: E402
from einvoice_desktop.domain.composition import compose  # noqa: E402
from einvoice_desktop.domain.reader import read_document  # noqa: E402
from einvoice_desktop.domain.rules.catalogue import DOCUMENT_RULES, LINE_RULES  # noqa: E402
from einvoice_desktop.domain.rules.surroundings import Surroundings  # noqa: E402
from einvoice_desktop.domain.type_fields import MAY, MUST, NOT, needs_of_type  # noqa: E402

PAGE = TOP / "resources" / "manual" / "types.md"
DAY = "2026-11-02"
"""The day that the samples are written for: nothing of it stands on the page."""

_EVERYWHERE = ("invoiceTypeCode", "invoiceType", "documentTypeCode", "series", "issuer.")
"""Heads of what every type must have; the introduction names it."""

_INTRO = """# Τύποι παραστατικών · Document types

Κάθε τύπος έχει υποχρεωτικά τύπο, τίτλο, σειρά και εκδότη με επωνυμία, ΑΦΜ και χώρα· η στήλη «Φόρμα» λέει
τι άλλο ζητά και τι δεν έχει. Οι κανόνες: {document} του παραστατικού και {line} της γραμμής ισχύουν για
όλους· η στήλη «Κανόνες» μετρά τα πεδία που ο τύπος ο ίδιος ζητά, επιτρέπει ή αποκλείει, και πόσα από αυτά
με υψηλή βεβαιότητα (μόνο αυτά σταματούν την έκδοση).

Every type must have its type, title, series and an issuer with name, VAT number and country; the column
"Form" tells what else it must have and what it has not. Of the rules {document} on the document and {line}
on a line hold for all; the column "Rules" counts the fields that the type itself requires, allows or
excludes, and how many of them with high certainty (only those stop an issue).

| Τύπος · Type | Φόρμα · Form | Κανόνες · Rules | Δείγματα · Samples | Πάροχος · Provider | Έντυπο · Paper |
|---|---|---|---|---|---|
"""

_PAPER = (
    ("customer", "counterparty"),
    ("references", "references"),
    ("movement", "movement"),
    ("notices", "legal words"),
    ("lines", "lines"),
    ("vat_rows", "VAT analysis"),
    ("taxes", "taxes and discounts"),
    ("foreign", "second currency"),
    ("payments", "payments"),
)
"""Parts of the paper that some documents have, by their name."""


def main() -> int:
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


def page() -> str:
    """The whole page."""
    codes = bootstrap.open_codes()
    samples = list(own_samples(lambda name: paths.resource(f"samples/{name}").read_bytes()))
    found = dict.fromkeys(sample.type_code for sample in samples)
    rows = [
        _row(kind, [sample for sample in samples if sample.type_code == kind.code], codes)
        for kind in sorted(filter(None, map(codes.invoice_type, found)), key=_order)
    ]
    return _INTRO.format(document=len(DOCUMENT_RULES), line=len(LINE_RULES)) + "".join(rows)


def _order(kind: InvoiceType) -> tuple[int, ...]:
    return tuple(map(int, kind.code.split(".")))


def _row(kind: InvoiceType, samples: Iterable[Sample], codes: CodeTables) -> str:
    known = list(samples)
    cells = (
        f"**{kind.code}** {kind.label_el}<br>{kind.label_en}",
        _form(kind, codes),
        _rules(kind, codes),
        "<br>".join(f"`{sample.name}`" for sample in known),
        _endpoint(kind),
        _paper(known, codes),
    )
    return f"| {' | '.join(cells)} |\n"


def _form(kind: InvoiceType, codes: CodeTables) -> str:
    """What must and what must not be filled in, apart from what every type must have."""
    needs = needs_of_type(kind.code, codes)
    must = [path for path, need in needs.items() if need.what == MUST and not path.startswith(_EVERYWHERE)]
    never = [path for path, need in needs.items() if need.what == NOT and need.certainty == "high"]
    told = f"must: {_paths(must)}"
    return told + (f"<br>never: {_paths(never)}" if never else "")


def _paths(paths_: list[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths_) or "–"


def _rules(kind: InvoiceType, codes: CodeTables) -> str:
    needs = needs_of_type(kind.code, codes).values()
    count = Counter(need.what for need in needs)
    certain = sum(need.certainty == "high" for need in needs)
    return f"{count[MUST]} must, {count[MAY]} may, {count[NOT]} not<br>{certain} high"


def _endpoint(kind: InvoiceType) -> str:
    return "`POST /Receipt`" if kind.is_receipt else "`POST /invoice/json`"


def _paper(samples: Iterable[Sample], codes: CodeTables) -> str:
    """The parts that the papers of its samples have, beside head, sums and stamp."""
    papers = [_content(sample, codes) for sample in samples]
    parts = [words for name, words in _PAPER if any(getattr(paper, name) for paper in papers)]
    return ", ".join(parts)


def _content(sample: Sample, codes: CodeTables) -> PaperContent:
    composition = compose(read_document(sample.data), Surroundings(codes, DAY))
    return paper_of_draft(composition, PaperWishes(), codes, "live")


if __name__ == "__main__":
    sys.exit(main())
