"""Tokens in time: used while they hold, renewed before they end, whatever the clocks do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from einvoice_desktop.domain.submission import SealedDocument, SignIn
from tests.provider.loopback import (
    VAT,
    HeldClock,
    Loopback,
    Opener,
    Script,
    answer,
    issued,
    json_answer,
    reset,
    stall,
)
from tests.provider.signing_in import INVOICE, LOGIN, REFRESH, K, bearers, counted_tokens


def test_a_token_is_used_for_fourteen_minutes_and_renewed_in_the_fifteenth(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    one = provider(server.url)
    one.submit(sealed)
    clock.pass_time(13 * 60 + 59)
    one.submit(sealed)
    assert server.sent(REFRESH) == []
    clock.pass_time(2)
    one.submit(sealed)
    (refresh,) = server.sent(REFRESH)
    assert refresh.headers["authorization"] == "Bearer access-1"
    assert refresh.headers["content-type"] == "application/json"
    assert refresh.body == b'"refresh-1"'
    assert bearers(server) == ["Bearer access-1", "Bearer access-1", "Bearer access-2"]
    assert len(server.sent(LOGIN)) == 1


@pytest.mark.parametrize("clocks", ["the ticks stood still in sleep", "the wall clock was set back"])
def test_a_tokens_age_is_what_the_older_clock_says(
    clocks: str, server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    one = provider(server.url)
    one.submit(sealed)
    ticks, wall = clock.ticks, clock.wall
    clock.pass_time(14 * 60 + 1)
    if clocks.startswith("the ticks"):
        clock.ticks = ticks
    else:
        clock.wall = wall.replace(year=2001)
    one.submit(sealed)
    assert len(server.sent(REFRESH)) == 1
    assert bearers(server)[-1] == "Bearer access-2"


def test_a_clock_that_is_wrong_all_the_time_harms_nothing(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    clock.wall = clock.wall.replace(year=1999)
    one = provider(server.url)
    one.submit(sealed)
    clock.pass_time(60)
    one.submit(sealed)
    assert [len(server.sent(path)) for path in (LOGIN, REFRESH, INVOICE)] == [1, 0, 2]


@pytest.mark.parametrize(
    "refusal", [answer(401, b""), answer(500, b"{}"), answer(200, b"<html>", "text/html"), reset, stall]
)
def test_a_renewal_that_fails_becomes_a_login(
    refusal: Script, server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    server.on(LOGIN, counted_tokens())
    server.on(REFRESH, refusal)
    one = provider(server.url)
    one.submit(sealed)
    clock.pass_time(15 * 60)
    assert one.submit(sealed).kind is K.ISSUED
    assert len(server.sent(LOGIN)) == 2
    assert bearers(server) == ["Bearer access-1", "Bearer access-2"]


def test_after_a_week_nothing_can_be_renewed(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    one = provider(server.url)
    one.submit(sealed)
    clock.pass_time(7 * 24 * 3600)
    one.submit(sealed)
    assert [len(server.sent(path)) for path in (LOGIN, REFRESH)] == [2, 0]


@pytest.mark.parametrize("years", [-3, 3], ids=["set back", "set forward"])
@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_a_clock_that_is_set_while_signed_in_costs_one_renewal_at_most(
    sign_in: SignIn,
    years: int,
    server: Loopback,
    provider: Opener,
    sealed: SealedDocument,
    clock: HeldClock,
) -> None:
    grant = {"access_token": "access-1", "refresh_token": "refresh-1", "expires_in": 900}
    server.on("/oauth/token", json_answer(200, grant))
    one = provider(server.url, sign_in=sign_in)
    one.submit(sealed)
    clock.wall = clock.wall.replace(year=clock.wall.year + years)
    before = len(server.requests)
    assert {one.submit(sealed).kind for _ in range(3)} == {K.ISSUED}
    asked = len(server.requests) - before - 3
    assert asked == (1 if years > 0 else 0)


def test_till_when_we_are_signed_in_is_told_by_the_clock_of_now(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    one = provider(server.url)
    assert one.signed_in_until(VAT) is None
    one.submit(sealed)
    assert one.signed_in_until(VAT) == clock.wall + timedelta(minutes=15)
    clock.pass_time(60)
    clock.wall -= timedelta(hours=5)
    assert one.signed_in_until(VAT) == clock.wall + timedelta(minutes=14)
    clock.pass_time(14 * 60)
    assert one.signed_in_until(VAT) is None


def test_after_a_night_asleep_with_a_clock_set_back_the_server_has_the_last_word(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    """Neither clock knows that the token is old: the 401 does."""
    server.on(LOGIN, counted_tokens())
    server.on(INVOICE, json_answer(201, issued()), answer(401, b""), json_answer(201, issued()))
    one = provider(server.url)
    one.submit(sealed)
    clock.wall -= timedelta(hours=9)
    assert one.submit(sealed).kind is K.ISSUED
    assert bearers(server) == ["Bearer access-1", "Bearer access-1", "Bearer access-2"]


def test_a_renewal_without_a_new_refresh_token_goes_on_with_the_old_one(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    server.on(REFRESH, json_answer(200, {"accessToken": "access-2"}))
    one = provider(server.url)
    for _ in range(3):
        one.submit(sealed)
        clock.pass_time(15 * 60)
    assert [request.body for request in server.sent(REFRESH)] == [b'"refresh-1"', b'"refresh-1"']
    assert len(server.sent(LOGIN)) == 1


@pytest.mark.parametrize(
    "refresh", [None, 7, "plain-text", {"Token": "t"}, {"token": 7}, {}, [1], {"token": "x" * 9000}]
)
def test_a_refresh_token_of_any_shape_lets_the_document_go(
    refresh: object, server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    server.on(LOGIN, json_answer(200, {"accessToken": "access-1", "refreshToken": refresh}))
    one = provider(server.url)
    assert one.submit(sealed).kind is K.ISSUED
    clock.pass_time(15 * 60)
    assert one.submit(sealed).kind is K.ISSUED


@pytest.mark.parametrize(
    "access", [None, 7, True, "", " ", "two words", "line\nend", "κλειδί", ["t"], {"token": "t"}, "x" * 9000]
)
@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_an_access_token_that_is_none_lets_nothing_go(
    access: object, sign_in: SignIn, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    for path, name in ((LOGIN, "accessToken"), ("/oauth/token", "access_token")):
        server.on(path, json_answer(200, {name: access, "refreshToken": {"token": "refresh-1"}}))
    outcome = provider(server.url, sign_in=sign_in).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.NEVER_LEFT, "sign_in_garbled")
    assert server.sent(INVOICE) == []


@pytest.mark.parametrize("told", [None, "soon", -5, 0, 1, True, 1e300, 10**30, "900", {}])
def test_a_lifetime_of_any_shape_lets_the_document_go(
    told: object, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on("/oauth/token", json_answer(200, {"access_token": "access-1", "expires_in": told}))
    one = provider(server.url, sign_in=SignIn.OAUTH)
    assert {one.submit(sealed).kind for _ in range(2)} == {K.ISSUED}
