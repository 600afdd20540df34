"""The HTML page of an issued document: one self-contained page that reads well on a telephone."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.markup import escaped
from einvoice_desktop.sandbox.shown import EL, EN, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from einvoice_desktop.sandbox.shown import ShownDocument, ShownParty

_STYLE = """
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d9dfe6;--paper:#fff;--ground:#f3f5f8;
--warn:#7a4b00;--warnbg:#fff3d6}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf3;--soft:#a3afbd;--line:#3a4552;--paper:#1d242d;
--ground:#12171d;--warn:#ffd88a;--warnbg:#3b2e10}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem}
section,header{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1rem;
margin-bottom:1rem}
.notice{background:var(--warnbg);color:var(--warn);font-weight:600}
h1{font-size:1.35rem;margin:0 0 .5rem}
h2{font-size:.85rem;letter-spacing:.04em;color:var(--soft);margin:0 0 .5rem}
p{margin:.15rem 0;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.parties{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));background:none;border:0;padding:0}
.parties section{margin:0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0}
dt{color:var(--soft)}
.gross dt{color:inherit}
dd{margin:0;text-align:right;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.codes dd{font-family:ui-monospace,Consolas,monospace;font-size:.9rem}
h2:not(:first-child){margin-top:1rem}
.gross{font-size:1.25rem;font-weight:700}
article{border-top:1px solid var(--line);padding:.6rem 0}
article:first-of-type{border-top:0;padding-top:0}
.row{display:flex;justify-content:space-between;gap:1rem;font-variant-numeric:tabular-nums}
nav{display:flex;gap:1rem;flex-wrap:wrap}
a{color:inherit}
"""

_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
}
"""Nothing but the page's own style may load or run."""


def document_page(document: ShownDocument, language: str, signature: str) -> bytes:
    """The page in Greek or English, UTF-8; every text of the document is escaped."""
    words = WORDS[language]
    number = " ".join(filter(None, (document.series, document.number)))
    title = f"{document.title} {number}"
    parts = [
        f'<section class="notice"><p>{escaped(words["notice"])}</p></section>',
        _head(document, words, title),
        '<section class="parties">',
        _party(words["issuer"], document.issuer, words),
        _party(words["counterparty"], document.counterparty, words),
        "</section>",
        _lines(document, words),
        _totals(document, words),
        _codes(document, words),
        _links(words, language, signature),
    ]
    return _page(language, title, "".join(parts))


def missing_page(language: str) -> bytes:
    text = WORDS[language]["missing"]
    return _page(language, text, f"<section><h1>{escaped(text)}</h1></section>")


def _page(language: str, title: str, body: str) -> bytes:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escaped(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>"
    ).encode()


def _head(document: ShownDocument, words: Mapping[str, str], title: str) -> str:
    return (
        f"<header><h1>{escaped(title)}</h1>"
        f'<p class="soft">{escaped(words["date"])} {escaped(document.date)} · '
        f"{escaped(words['type'])} {escaped(document.invoice_type)}</p>"
        f'<p class="gross">{escaped(document.gross)}</p></header>'
    )


def _party(label: str, party: ShownParty, words: Mapping[str, str]) -> str:
    rows = [f"<p><strong>{escaped(party.name)}</strong></p>"] if party.name else []
    if party.vat:
        rows.append(f"<p>{escaped(words['vat'])} {escaped(party.vat)}</p>")
    rows += [f'<p class="soft">{escaped(row)}</p>' for row in party.details]
    return f"<section><h2>{escaped(label)}</h2>{''.join(rows) or '<p>—</p>'}</section>"


def _lines(document: ShownDocument, words: Mapping[str, str]) -> str:
    articles = []
    for line in document.lines:
        count = " × ".join(filter(None, (line.quantity, line.unit_price)))
        vat = f"{words['vat_amount']} {line.vat}" if line.vat else ""
        articles.append(
            f"<article><p>{escaped(line.description)}</p>"
            f'<div class="row"><span class="soft">{escaped(count)}</span>'
            f"<span>{escaped(line.net)}</span></div>"
            f'<div class="row soft"><span>{escaped(vat)}</span>'
            f"<span>{escaped(line.total)}</span></div></article>"
        )
    return f"<section><h2>{escaped(words['lines'])}</h2>{''.join(articles)}</section>"


def _totals(document: ShownDocument, words: Mapping[str, str]) -> str:
    """A delivery note has no amounts and so no totals."""
    if not document.gross:
        return ""
    parts = [
        f"<h2>{escaped(words['totals'])}</h2>",
        _list([(words[key], amount) for key, amount in document.totals]),
        f'<dl class="gross"><dt>{escaped(words["gross"])}</dt><dd>{escaped(document.gross)}</dd></dl>',
    ]
    if document.payments:
        parts += [f"<h2>{escaped(words['payments'])}</h2>", _list(document.payments)]
    return f"<section>{''.join(parts)}</section>"


def _codes(document: ShownDocument, words: Mapping[str, str]) -> str:
    rows = [
        ("MARK", document.mark),
        ("UID", document.uid),
        (words["authentication"], document.authentication_code),
    ]
    return f'<section class="codes"><h2>{escaped(words["codes"])}</h2>{_list(rows)}</section>'


def _list(rows: Sequence[tuple[str, str]]) -> str:
    items = (f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>" for name, value in rows)
    return f"<dl>{''.join(items)}</dl>"


def _links(words: Mapping[str, str], language: str, signature: str) -> str:
    other = EN if language == EL else EL
    place = escaped(signature)
    return (
        f'<nav><a href="/v/{place}/pdf?lang={language}">{escaped(words["pdf"])}</a>'
        f'<a href="/v/{place}?lang={other}" hreflang="{other}">{escaped(words["other"])}</a></nav>'
    )
