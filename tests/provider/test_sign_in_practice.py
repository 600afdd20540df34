"""The three ways in against the practice provider on a real port; both sides' clocks are moved by hand."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.provider.checking import Target, check_connection
from einvoice_desktop.provider.wire import Timeouts
from einvoice_desktop.sandbox.app import PracticeProvider
from einvoice_desktop.sandbox.server import serve
from tests.provider.loopback import KEY, VAT, HeldClock, Opener

K = OutcomeKind
TOKENS = ("/Authentication/login", "/Authentication/refresh", "/oauth/token")
PATIENT = Timeouts(connect=5.0, read=20.0, write=5.0, total=30.0)


class Counting(PracticeProvider):
    """Counts what it is asked for."""

    counting: threading.Lock
    asked: Counter[str]

    def __call__(self, environ: Any, start_response: Any) -> Any:
        with self.counting:
            self.asked[environ["PATH_INFO"]] += 1
        return super().__call__(environ, start_response)


class Served:
    """A practice provider on a port."""

    def __init__(self, folder: Path, tables: Mapping[str, Any], clock: HeldClock) -> None:
        Counting.counting, Counting.asked = threading.Lock(), Counter()
        self.provider = Counting(
            folder, tables, now=clock.now, address=lambda: "http://127.0.0.1:1", practice_key="practice-key"
        )
        self.asked = self.provider.asked
        self.running = serve(self.provider, 0)
        self.url = self.running.address

    def close(self) -> None:
        self.running.close()


@pytest.fixture
def practice(tmp_path: Path, tables: Mapping[str, Any], clock: HeldClock) -> Iterator[Served]:
    served = Served(tmp_path / "practice", tables, clock)
    yield served
    served.close()


@pytest.fixture
def submit(
    practice: Served, provider: Opener, sealed: SealedDocument
) -> Callable[[SignIn], Callable[[], OutcomeKind]]:
    """Sends the same document again and again. It is none that would be issued: REFUSED means let in."""

    def of(sign_in: SignIn) -> Callable[[], OutcomeKind]:
        one = provider(practice.url, sign_in=sign_in, timeouts=PATIENT)
        return lambda: one.submit(sealed).kind

    return of


@pytest.mark.parametrize("sign_in", SignIn)
def test_each_way_lets_a_document_in(sign_in: SignIn, submit: Any, practice: Served) -> None:
    assert submit(sign_in)() is K.REFUSED
    paths = {SignIn.BEARER: TOKENS[0], SignIn.OAUTH: TOKENS[2]}
    assert [path for path in TOKENS if practice.asked[path]] == [
        paths[sign_in] for _ in "x" if sign_in in paths
    ]


@pytest.mark.parametrize(("sign_in", "renewal"), [(SignIn.BEARER, TOKENS[1]), (SignIn.OAUTH, TOKENS[2])])
def test_a_day_at_the_desk_is_one_sign_in_and_then_renewals(
    sign_in: SignIn, renewal: str, submit: Any, practice: Served, clock: HeldClock
) -> None:
    send = submit(sign_in)
    for _ in range(10):
        assert send() is K.REFUSED
        clock.pass_time(15 * 60)
    assert practice.asked[renewal] == (9 if sign_in is SignIn.BEARER else 10)
    assert practice.asked[TOKENS[0]] == (1 if sign_in is SignIn.BEARER else 0)


@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
@pytest.mark.parametrize("away", [timedelta(hours=9), timedelta(days=6, hours=23), timedelta(days=30)])
def test_after_the_computer_slept_the_next_document_goes(
    away: timedelta, sign_in: SignIn, submit: Any, clock: HeldClock
) -> None:
    send = submit(sign_in)
    assert send() is K.REFUSED
    # The ticks stand still while it sleeps.
    clock.wall += away
    assert send() is K.REFUSED


@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_a_session_that_the_server_has_forgotten_is_begun_anew(
    sign_in: SignIn, submit: Any, practice: Served
) -> None:
    send = submit(sign_in)
    assert send() is K.REFUSED
    practice.provider.faults.add("/invoice/json", _forgets())
    assert send() is K.REFUSED
    assert sum(practice.asked[path] for path in TOKENS) == 2


@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_fifty_at_once_ask_for_one_token(sign_in: SignIn, submit: Any, practice: Served) -> None:
    send, together = submit(sign_in), threading.Barrier(50)

    def one() -> OutcomeKind:
        together.wait(20)
        return send()

    with ThreadPoolExecutor(50) as pool:
        kinds = {future.result() for future in [pool.submit(one) for _ in range(50)]}
    assert kinds == {K.REFUSED}
    assert sum(practice.asked[path] for path in TOKENS) == 1
    assert practice.asked["/invoice/json"] == 50


@pytest.mark.parametrize("sign_in", SignIn)
def test_another_companys_key_is_refused_in_words(
    sign_in: SignIn, practice: Served, clock: HeldClock
) -> None:
    def check(vat: str, key: str) -> str:
        target = Target(practice.url, vat, sign_in)
        return check_connection(target, lambda _: key, clock, monotonic=clock.monotonic).verdict.code

    fine = "connection_key_taken" if sign_in is SignIn.APIKEY else "connection_signed_in"
    assert check(VAT, KEY) == fine
    assert check("090000045", "another-key") == fine
    assert check(VAT, "another-key") == "connection_key_refused"
    assert practice.asked["/invoice/json"] == 0


def _forgets() -> Any:
    from einvoice_desktop.sandbox.faults import Fault, FaultKind

    return Fault(FaultKind.FORGET_TOKEN)
