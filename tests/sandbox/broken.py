"""Requests that are wrong in every way that a line, a program or a person can make them, as strategies."""

from __future__ import annotations

import contextlib
import copy
import itertools
import json
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

PATHS = (
    "/invoice/json",
    "/Invoice/secure",
    "/Invoice/credit",
    "/Authentication/login",
    "/Authentication/refresh",
    "/oauth/token",
    "/practice/faults",
    "/v/EL999999990-1-A-B",
    "/v/EL999999990-1-A-B/pdf",
    "/v/EL999999990-1-A-B/aade",
    "/TransmissionFailure",
)
METHODS = ("POST", "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "post", "B\u00e9")
CONTENT_TYPES = (
    "application/json",
    "application/json; charset=utf-16",
    "application/json;;;=",
    "application/x-www-form-urlencoded",
    "application/pgp-encrypted",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "text/plain",
    "",
    "/",
)
ANSWERS = frozenset({200, 201, 400, 401, 404, 405, 408, 409, 413, 415})
"""Every status that the provider's pages name (api 2.2), and those of HTTP itself for what is no request."""

# --- JSON ---------------------------------------------------------------------------------------------

_texts = st.text(max_size=12) | st.sampled_from(
    [
        "",
        " ",
        "0",
        "-1",
        "1e999",
        "NaN",
        "\x00",
        "\ufeff",
        "\u202e",
        "Ω" * 300,
        "2026-11-23",
        "9" * 400,
        "true",
    ]
)
_numbers = st.sampled_from([0, -1, 1, 2**31, 2**63, 2**64, 10**25, -(10**25), 1e308, 1e-308, 0.1])
scalars = st.none() | st.booleans() | _numbers | st.integers() | _texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def spoilt(draw: st.DrawFn, good: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A good document in which some places hold something else, are gone, doubled, or wrapped."""
    document = copy.deepcopy(good())
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(document))
        holder, key = draw(st.sampled_from(places))
        deed = draw(st.sampled_from(["other", "gone", "list", "object", "twice"]))
        _do(deed, holder, key, draw(values))
    return document


def _places(node: Any) -> Any:
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in list(pairs):
        yield node, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _do(deed: str, holder: Any, key: Any, value: object) -> None:
    if deed == "other":
        holder[key] = value
    elif deed == "gone":
        del holder[key]
    elif deed == "list":
        holder[key] = [holder[key]]
    elif deed == "object":
        holder[key] = {str(key): holder[key]}
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[str(key).swapcase()] = value


# --- bytes --------------------------------------------------------------------------------------------


@st.composite
def bodies(draw: st.DrawFn, good: Callable[[], dict[str, Any]]) -> bytes:
    """Any bytes, any JSON, a spoilt document, or a good one whose bytes were damaged."""
    kind = draw(st.sampled_from(["bytes", "json", "spoilt", "damaged", "encoded", "deep", "form"]))
    if kind == "bytes":
        return draw(st.binary(max_size=200))
    if kind == "json":
        return json.dumps(draw(values)).encode()
    if kind == "spoilt":
        return json.dumps(draw(spoilt(good)), ensure_ascii=draw(st.booleans())).encode(
            "utf-8", "surrogatepass"
        )
    if kind == "deep":
        return draw(st.sampled_from([b"[", b'{"a":', b'{"details":[', b'"'])) * draw(st.integers(1, 3000))
    if kind == "form":
        pairs = draw(st.lists(st.tuples(st.text(max_size=10), st.text(max_size=10)), max_size=25))
        return "&".join(
            f"{quote(a, errors='replace')}={quote(b, errors='replace')}" for a, b in pairs
        ).encode()
    text = json.dumps(good(), ensure_ascii=False)
    if kind == "encoded":
        return text.encode(
            draw(st.sampled_from(["utf-16", "utf-32", "cp1253", "iso8859-7", "cp737"])), "replace"
        )
    body = bytearray(text.encode())
    for place in draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=5)):
        body[place] = draw(st.integers(0, 255))
    return bytes(body[: draw(st.integers(0, len(body)))])


header_values = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30) | st.sampled_from(
    ["practice-key", "Bearer", "Bearer ", "Bearer x.y.z", "Basic Zm9v", "bearer " + "A" * 5000, "none"]
)


# --- a socket -----------------------------------------------------------------------------------------

_numbers_of_requests = itertools.count(1)


def said(port: int, data: bytes, *, half_close: bool = True, pieces: int = 1) -> bytes:
    """Everything that the server says to raw bytes, until it hangs up or falls silent."""
    answer = bytearray()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        step = max(1, len(data) // pieces)
        try:
            for start in range(0, len(data), step):
                connection.sendall(data[start : start + step])
            if half_close:
                connection.shutdown(socket.SHUT_WR)
            while chunk := connection.recv(65536):
                answer += chunk
        except OSError:
            # It may hang up on what is no request, while more of it comes.
            with contextlib.suppress(OSError):
                answer += connection.recv(65536)
    return bytes(answer)


def statuses(answer: bytes) -> list[int]:
    """The status of each answer in a row of well-formed ones. Raises AssertionError where one is not."""
    found = []
    while answer:
        head, gap, rest = answer.partition(b"\r\n\r\n")
        assert gap, head[:200]
        first, *lines = head.split(b"\r\n")
        protocol, status, *_ = first.split(b" ", 2)
        assert protocol in (b"HTTP/1.0", b"HTTP/1.1"), first
        headers = dict(line.split(b": ", 1) for line in lines)
        length = int({name.lower(): value for name, value in headers.items()}.get(b"content-length", b"-1"))
        found.append(int(status))
        if length < 0:
            return found
        assert len(rest) >= length or int(status) == 405, (first, len(rest), length)
        answer = rest[length:]
    return found
