"""Answers that no provider should give, as strategies, and what an outcome may never claim of them."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from tests.provider.loopback import issued

_texts = st.text(max_size=20) | st.sampled_from(
    ["", "true", "SUBMITTED", "UNKNOWN", "400001234567890", "\x00", "Ω" * 500, "<html>", "\ud800", "228"]
)
_numbers = st.integers() | st.sampled_from([0, -1, 2**63, 10**30, 400001234567890, 0.5])
values = st.recursive(
    st.none() | st.booleans() | _numbers | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=6,
)
statuses = st.sampled_from(
    [200, 201, 202, 204, 206, 301, 302, 400, 401, 403, 404, 405, 408, 409]
) | st.integers(200, 999)
_MESSAGES = (
    "Document has already been transmitted",
    "Could not accept document. Please resend.",
    "Aade Validation Error: IssueDate is invalid",
    "The request is still being processed.",
    "UID 96320551B54D8B011192637863C0EED9FF193B83 has already been sent (MARK: 400001234567890)",
)


@st.composite
def envelopes(draw: st.DrawFn) -> dict[str, object]:
    """The provider's envelope with some members of another kind, gone, doubled in another case, or more."""
    answer: dict[str, Any] = copy.deepcopy(issued())
    for name in draw(st.lists(st.sampled_from(sorted(answer)), max_size=6)):
        deed = draw(st.sampled_from(["other", "gone", "twice"]))
        if deed == "gone":
            answer.pop(name, None)
        else:
            answer[name if deed == "other" else name.swapcase()] = draw(values)
    if draw(st.booleans()):
        answer["message"] = draw(st.sampled_from(_MESSAGES))
    if draw(st.booleans()):
        answer[draw(st.sampled_from(["errors", "myDataErrors", "errorMessage", "myDataResponse"]))] = draw(
            values
        )
    return answer


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    kind = draw(st.sampled_from(["envelope", "json", "bytes", "torn", "encoded", "page"]))
    if kind == "bytes":
        return draw(st.binary(max_size=200))
    if kind == "json":
        return json.dumps(draw(values)).encode()
    if kind == "page":
        return b"<!doctype html><html><title>" + draw(st.binary(max_size=40)) + b"</title></html>"
    whole = json.dumps(draw(envelopes()))
    if kind == "torn":
        return whole.encode()[: draw(st.integers(0, len(whole)))]
    if kind == "encoded":
        return whole.encode(draw(st.sampled_from(["utf-16", "utf-8-sig", "utf-32", "cp037"])))
    return whole.encode()


_header_values = st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=30)
headers = st.dictionaries(
    st.sampled_from(
        ["Date", "Retry_After", "Location", "Content_Encoding", "Set_Cookie", "WWW_Authenticate", "X"]
    ),
    _header_values
    | st.sampled_from(
        ["gzip", "120", "1e9", "-5", "Mon, 23 Nov 2026 08:30:00 GMT", "9" * 400, "br, gzip", "://"]
    ),
    max_size=3,
)


@st.composite
def wire_answers(draw: st.DrawFn) -> tuple[int, bytes, bytes]:
    """(status, body, the bytes on the wire): mostly whole ones, some cut or damaged."""
    status, body = draw(statuses), draw(bodies())
    kind = draw(st.sampled_from(["application/json", "text/html", "", "application/problem+json", "x"]))
    told = {name: value for name, value in draw(headers).items() if name != "Date" or value}
    wire = bytearray(_head(status, body, kind, told))
    if draw(st.integers(0, 4)) == 0 and wire:
        for place in draw(st.lists(st.integers(0, len(wire) - 1), max_size=3)):
            wire[place] = draw(st.integers(0, 255))
        del wire[draw(st.integers(0, len(wire))) :]
    return status, body, bytes(wire)


def _head(status: int, body: bytes, kind: str, told: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def claims_nothing_wrong(outcome: Outcome, sealed: SealedDocument) -> None:
    """What was sent and answered: issued only with a proper answer, refused only by the provider itself."""
    assert isinstance(outcome.kind, OutcomeKind)
    assert outcome.kind is not OutcomeKind.NEVER_LEFT
    status, answer = outcome.http_status, outcome.answer
    if outcome.kind is OutcomeKind.ISSUED:
        assert status is not None
        assert 200 <= status < 300
        assert outcome.receipt is not None
        said = folded(answer)
        assert True in said["success"] or "true" in said["success"], said
        assert outcome.receipt.mark.isdigit()
        assert int(outcome.receipt.mark) > 0
        assert any(str(mark) == outcome.receipt.mark for mark in said["mark"])
        assert outcome.receipt.series in ("", sealed.key.series)
        assert outcome.receipt.number in ("", sealed.key.number)
    elif outcome.kind is OutcomeKind.REFUSED:
        assert status in (400, 404, 405, 413, 415, 422)
        assert answer is not None
    elif outcome.kind is OutcomeKind.UNAUTHORISED:
        assert status in (401, 403)
    assert outcome.retry_after is None or 0 <= outcome.retry_after <= 3600


def folded(answer: bytes | None) -> dict[str, list[object]]:
    """Every value that a JSON object says under a name, whatever its case."""
    told: dict[str, list[object]] = {"success": [], "mark": []}
    for name, value in json.loads(answer or b"", object_pairs_hook=list):
        told.setdefault(name.lower(), []).append(value)
    return told
