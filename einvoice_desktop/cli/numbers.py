"""`outbox --report`: gaps and conflicts in the numbers of each series."""

from __future__ import annotations

from dataclasses import asdict

from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.numbers_report import SeriesReport
from einvoice_desktop.cli.output import OK, Output


def report(desk: Desk, output: Output, *, practice: bool) -> int:
    """Always 0: a gap is reported, never refused."""
    for series in desk.series.report(everywhere=not practice):
        if output.as_json:
            output.put(_row(series))
        else:
            _say(series, output)
    return OK


def _row(series: SeriesReport) -> dict[str, object]:
    told = asdict(series)
    place = told.pop("place")
    told["gaps"] = [[str(first), str(last)] for first, last in series.gaps]
    told["lowest"], told["highest"] = _text(series.lowest), _text(series.highest)
    names = {"issuer_vat": "issuerVat", "type_code": "typeCode"}
    plain = {"to_correct": "toCorrect", "looks_like": "looksLike"}
    return {names.get(name, name): value for name, value in place.items()} | {
        plain.get(name, name): value for name, value in told.items()
    }


def _say(series: SeriesReport, output: Output) -> None:
    place = series.place
    head = f"{place.server} · {place.issuer_vat} · {place.branch} · {place.type_code} · {place.series}"
    span = f"{_text(series.lowest) or '–'} … {_text(series.highest) or '–'}"
    output.say(f"{head}: {series.count} ({span})")
    listed = {
        "report_gaps": [f"{a}" if a == b else f"{a}–{b}" for a, b in series.gaps],
        "report_conflicts": list(series.conflicts),
        "report_to_correct": list(series.to_correct),
        "report_open": list(series.open),
        "report_looks_like": list(series.looks_like),
    }
    for code, numbers in listed.items():
        if numbers:
            sentence = output.messages.sentence(code, {"numbers": ", ".join(numbers)}, output.language)
            output.say(f"    {sentence}")


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
