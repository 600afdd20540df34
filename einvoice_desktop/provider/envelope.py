"""The provider's answer, read leniently and safely: whatever a member holds, what comes out is plain text."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from einvoice_desktop.domain.receipt import Receipt

_LONGEST_MESSAGE = 1000
_LONGEST_NAME = 200
_LONGEST_URL = 2000
_LONGEST_QR = 100_000
_MOST_FAULTS = 50
_XML_LOOKED_AT = 200_000
_MARK_DIGITS = 19
_SIGNATURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,199}")
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")

# An envelope has at least one of these (api 2.1 and the older members); a page or a gateway's own JSON none.
_TELLING = frozenset(
    {"success", "message", "statuscode", "mark", "uid", "authenticationcode"}
    | {"mydataerrors", "errors", "errormessage", "mydataresponse"}
)
# What the provider is known to say where it answers in plain text (api 2.2: the form of its error bodies
# is published nowhere).
_KNOWN_WORDS = re.compile(
    r"aade validation|already been transmitted|please resend|could not accept document|\belise\b|\biapr\b"
    r"|authentication failed|section is mandatory|is mandatory for",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing the provider or the authority holds against a document.

    `code` is the authority's number as text, "" where none is told; `member` the request's member that the
    answer files it under ("Issuer.Vat", "$.details[0].quantity"), "" where it does not.
    """

    text: str
    code: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An answer of the provider. `success` is None where it says nothing, or no plain yes or no.

    `is_object` is False for an answer in bare text, which can only be a refusal.
    """

    success: bool | None
    message: str
    receipt: Receipt
    faults: tuple[Fault, ...]
    is_object: bool = True


def read_envelope(body: bytes) -> Envelope | None:
    """The envelope in `body`, or None where these are not the provider's words (a page, garbage, nothing)."""
    value = _json(body)
    if isinstance(value, dict):
        members = _folded(value)
        return _envelope_of(members) if _is_envelope(members) else None
    if isinstance(value, str):
        return _bare_text(value)
    return _foreign_text(body) if value is None else None


def is_page(body: bytes, content_type: str) -> bool:
    """Whether an answer is a page made for people (a gateway, a portal, a web server's own error)."""
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"{", b"[", b'"')):
        return False
    return "html" in content_type.lower() or start.startswith(_PAGE_STARTS)


def is_torn(body: bytes) -> bool:
    """Whether an answer begins as JSON and cannot be read as it: a line that ended too early."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b'"')) and _json(body) is None


def page_title(body: bytes) -> str:
    """The title of a page as plain text, "" where it has none."""
    start = body[:20_000].decode("utf-8", "replace")
    found = re.search(r"<title[^>]{0,200}>([^<]{0,200})", start, re.IGNORECASE)
    return plain(html.unescape(found[1]), _LONGEST_NAME) if found else ""


def plain(value: object, limit: int = _LONGEST_MESSAGE) -> str:
    """`value` as one line of at most `limit` characters without control or direction characters.

    Numbers become their digits; anything that is neither text nor a number becomes "".
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value)[: 4 * limit]
    # What is printable has none of these characters, and most texts are.
    if not text.isprintable():
        text = "".join(c if unicodedata.category(c)[0] != "C" else " " * c.isspace() for c in text)
    return " ".join(text.split())[:limit]


def read_object(body: bytes) -> dict[str, Any]:
    """A JSON object's members with their names in lower case; empty where `body` holds none."""
    value = _json(body)
    return _folded(value) if isinstance(value, dict) else {}


def _json(body: bytes) -> object:
    """None for what is no JSON, nests too deep for Python's reader or holds endless numbers."""
    try:
        # A number with a point stays text: nothing here is to be counted with.
        return json.loads(body, parse_float=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None


def _folded(members: Mapping[str, Any]) -> dict[str, Any]:
    folded: dict[str, Any] = {}
    for name, value in members.items():
        if folded.get(name.lower()) in (None, ""):
            folded[name.lower()] = value
    return folded


def _is_envelope(members: Mapping[str, Any]) -> bool:
    problem_details = "title" in members and bool(members.keys() & {"status", "traceid"})
    return problem_details or bool(members.keys() & _TELLING)


def _envelope_of(members: Mapping[str, Any]) -> Envelope:
    success = members.get("success")
    faults = _each_once(_faults_of(members))[:_MOST_FAULTS]
    words = (plain(members.get(name)) for name in ("message", "errormessage", "detail", "title"))
    said = next((text for text in words if text), "")
    return Envelope(
        success=success if isinstance(success, bool) else None,
        message=said or _joined(faults),
        receipt=_receipt_of(members, said),
        faults=faults,
    )


def _joined(faults: Sequence[Fault]) -> str:
    return "; ".join(fault.text for fault in faults if fault.text)[:_LONGEST_MESSAGE]


def _receipt_of(members: Mapping[str, Any], message: str) -> Receipt:
    def name(member: str) -> str:
        return plain(members.get(member), _LONGEST_NAME)

    signature, domain = plain(members.get("signature")), _web_address(members.get("domain"))
    return Receipt(
        mark=_mark(members.get("mark")),
        uid=name("uid"),
        authentication_code=name("authenticationcode"),
        status=name("status"),
        url=_web_address(members.get("url")) if members.get("url") else _view_address(domain, signature),
        series=name("series"),
        number=name("number"),
        date_issued=name("dateissued"),
        internal_id=name("internalid"),
        message=message,
        signature=signature,
        integrity_signature=plain(members.get("integritysignature")),
        domain=domain,
        erp_qr_code=plain(members.get("erpqrcode"), _LONGEST_URL),
        unique_id=name("uniqueid"),
        cancellation_mark=_mark(members.get("cancellationmark")),
        qr_code_string=_qr_text(members.get("qrcodestring")),
    )


def _view_address(domain: str, signature: str) -> str:
    """Where the document is shown, by the parts that `url` is made of (api 2.1)."""
    if not domain or not _SIGNATURE.fullmatch(signature):
        return ""
    return _web_address(f"{domain.rstrip('/')}/v/{signature}")


def _qr_text(value: object) -> str:
    """Text or a picture in base64, whole or not at all: half of it is no code."""
    whole = isinstance(value, str) and len(value) <= _LONGEST_QR
    return plain(value, _LONGEST_QR) if whole else ""


def _mark(value: object) -> str:
    text = plain(value, _MARK_DIGITS + 1)
    if not (text.isascii() and text.isdigit()) or len(text) > _MARK_DIGITS:
        return ""
    return text if int(text) > 0 else ""


def _web_address(value: object) -> str:
    """An http(s) address, whole, or "": a cut or foreign one would lead somewhere else."""
    if not isinstance(value, str) or len(value) > _LONGEST_URL:
        return ""
    address = value.strip()
    if not address.isprintable() or any(c in address for c in " \\"):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def _faults_of(members: Mapping[str, Any]) -> Iterator[Fault]:
    for name in ("mydataerrors", "errors"):
        yield from _listed_faults(members.get(name))
    for name in ("mydataresponse", "message", "errormessage"):
        value = members.get(name)
        if isinstance(value, str):
            yield from _xml_faults(value)


def _each_once(faults: Iterator[Fault]) -> tuple[Fault, ...]:
    """Without repetition: an answer lists the same words with their number, without it, and as XML."""
    distinct = tuple(dict.fromkeys(faults))
    placed = [fault.text for fault in distinct if (fault.code or fault.member) and fault.text]
    return tuple(
        fault
        for fault in distinct
        if fault.code or fault.member or not any(text in fault.text or fault.text in text for text in placed)
    )


def _listed_faults(value: object) -> Iterator[Fault]:
    """From [{key, value}], [{code, message}], ["text"], {"229": "text"} or {"Issuer.Vat": ["text"]}."""
    if isinstance(value, dict):
        for key, texts in list(value.items())[:_MOST_FAULTS]:
            for text in (texts if isinstance(texts, list) else [texts])[:_MOST_FAULTS]:
                yield _keyed_fault(str(key), text)
    elif isinstance(value, list):
        for entry in value[:_MOST_FAULTS]:
            yield from _entry_faults(entry)


def _entry_faults(entry: object) -> Iterator[Fault]:
    if isinstance(entry, dict):
        members = _folded(entry)
        code = plain(members.get("key", members.get("code")), _LONGEST_NAME)
        yield _keyed_fault(code, members.get("value", members.get("message")))
    elif plain(entry):
        yield Fault(text=plain(entry))


def _keyed_fault(key: str, text: object) -> Fault:
    if key.isascii() and key.isdigit():
        return Fault(text=plain(text), code=key[:10])
    return Fault(text=plain(text), member=plain(key, _LONGEST_NAME))


def _xml_faults(text: str) -> Iterator[Fault]:
    """From the authority's XML: <error><message>…</message><code>229</code></error>, escaped or not."""
    looked_at = text[:_XML_LOOKED_AT]
    if "&lt;code" in looked_at:
        looked_at = html.unescape(looked_at)
    for block in looked_at.split("<error>")[1 : _MOST_FAULTS + 1]:
        inside = block.split("</error>", 1)[0]
        code = re.search(r"<code>\s*(\d{1,10})\s*<", inside)
        words = inside.partition("<message>")[2].partition("</message>")[0]
        if code:
            yield Fault(text=plain(html.unescape(words)), code=code[1])


def _bare_text(text: str) -> Envelope:
    faults = tuple(_xml_faults(text))
    message = _joined(faults) or plain(text)
    return Envelope(None, message, _receipt_of({}, message), faults, is_object=False)


def _foreign_text(body: bytes) -> Envelope | None:
    """Plain text or XML that only the provider or the authority can have written."""
    text = body[:_XML_LOOKED_AT].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _bare_text(text) if any(_xml_faults(text)) else None
    return _bare_text(text) if _KNOWN_WORDS.search(text) and not text.startswith(("{", "[")) else None
