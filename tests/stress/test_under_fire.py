"""The practice provider and the client under long fire: thousands of broken requests and broken answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.sandbox.server import RunningServer
from tests.provider import hostile
from tests.provider.test_hostile_answers import Line, any_answer, any_sign_in, line
from tests.sandbox import broken
from tests.sandbox.conftest import sale
from tests.sandbox.test_broken_requests import (
    Target,
    any_bytes,
    any_json,
    any_request,
    chunked,
    head,
    headers,
    paths,
    server,
    spoilt_document,
    target,
)

__all__ = ["line", "server", "target"]

pytestmark = pytest.mark.leaves_running
"""Servers and clients live as long as all the tests here do."""

LONG = settings(phases=(Phase.generate, Phase.shrink))


@LONG
@given(
    method=st.sampled_from(broken.METHODS).filter(str.isascii),
    path=paths,
    given_headers=headers,
    content_type=st.sampled_from(broken.CONTENT_TYPES),
    body=broken.bodies(sale),
)
def test_any_request(
    target: Target, method: str, path: str, given_headers: Any, content_type: str, body: bytes
) -> None:
    any_request(target, method, path, given_headers, content_type, body)


@LONG
@given(document=broken.spoilt(sale))
def test_any_spoilt_document(target: Target, document: dict[str, Any]) -> None:
    spoilt_document(target, document)


@LONG
@given(path=st.sampled_from(broken.PATHS[2:7]), value=broken.values)
def test_any_json(target: Target, path: str, value: object) -> None:
    any_json(target, path, value)


@LONG
@given(data=st.binary(max_size=600), pieces=st.integers(1, 6), good_first=st.booleans())
def test_any_bytes(target: Target, server: RunningServer, data: bytes, pieces: int, good_first: bool) -> None:
    any_bytes(target, server, data, pieces, good_first=good_first)


@LONG
@given(
    shape=st.sampled_from([lambda body: head(body) + body, chunked]),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
    kept=st.floats(0.1, 1),
)
def test_a_good_request_whose_bytes_were_damaged(
    target: Target,
    server: RunningServer,
    shape: Callable[[bytes], bytes],
    changes: list[tuple[float, int]],
    kept: float,
) -> None:
    damaged = bytearray(shape(target.good()))
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    any_bytes(target, server, bytes(damaged[: int(kept * len(damaged))]), 1, good_first=False)


@LONG
@given(answer=hostile.wire_answers())
def test_any_answer(line: Line, answer: tuple[int, bytes, bytes]) -> None:
    any_answer(line, answer)


@LONG
@given(way=st.sampled_from([SignIn.BEARER, SignIn.OAUTH]), answer=hostile.wire_answers())
def test_any_sign_in(line: Line, way: SignIn, answer: tuple[int, bytes, bytes]) -> None:
    any_sign_in(line, way, answer)
