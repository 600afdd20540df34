"""Signing in to the practice provider: three ways, their lives, and what they do not open."""

from __future__ import annotations

import base64
import json

import pytest

MINUTE, DAY = 60, 86400


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def refresh(desk, token, access):
    return desk.post("/Authentication/refresh", token, **bearer(access))


@pytest.mark.parametrize("path", ["/Authentication/login", "/authentication/LOGIN", "/Authentication/login/"])
@pytest.mark.parametrize("vat", ["EL999999990", "999999990", " el 999999990"])
def test_login_gives_two_tokens(desk, path, vat):
    response = desk.post(path, {"vat": vat, "key": "practice-key"})
    answer = response.get_json()
    assert response.status_code == 200
    assert set(answer) == {"accessToken", "refreshToken"}
    assert answer["refreshToken"]["expiryDate"] == "2026-11-30T08:30:00+00:00"
    head, claims, signature = answer["accessToken"].split(".")
    assert json.loads(base64.urlsafe_b64decode(head + "=="))["alg"] == "HS256"
    assert json.loads(base64.urlsafe_b64decode(claims + "=="))["vat"] == "999999990"
    assert signature


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"vat": "EL999999990"}, 400),
        ({"vat": "EL999999990", "key": ""}, 400),
        ({"vat": "EL999999990", "key": ["a"]}, 400),
        ("EL999999990", 400),
        ({"vat": "EL12", "key": "practice-key"}, 401),
    ],
)
def test_login_refuses_what_is_no_login(desk, body, status):
    response = desk.post("/Authentication/login", body)
    assert response.status_code == status
    assert response.get_json()["success"] is False


def test_a_key_belongs_to_the_vat_number_that_first_used_it(desk):
    def status(vat, key):
        return desk.post("/Authentication/login", {"vat": vat, "key": key}).status_code

    assert status("EL999999990", "my key") == 200
    assert status("999999990", "my key") == 200
    assert status("EL999999990", "another key") == 401
    assert status("EL888888880", "another key") == 200
    assert status("EL888888880", "my key") == 401
    assert status("EL888888880", "practice-key") == 200


def test_the_key_header_opens_its_own_documents_only(desk, make):
    desk.login(key="my key")
    desk.post("/Authentication/login", {"vat": "EL777777770", "key": "their key"})
    assert desk.send(make(), key="my key").status_code == 201
    other = make(change={"issuer.vat": "EL777777770", "number": "2"})
    answer = desk.send(other, key="my key")
    assert answer.status_code == 401
    assert answer.get_json()["message"] == "Authentication failed"
    assert desk.send(other, key="practice-key").status_code == 201
    assert desk.send(make(change={"number": "3"}), key="").status_code == 401


def test_a_token_opens_the_documents_of_its_vat_number_for_a_quarter_of_an_hour(desk, make, clock):
    headers = bearer(desk.login()["accessToken"])
    assert desk.post("/Invoice/JSON", make(), **headers).status_code == 201
    other = make(change={"issuer.vat": "EL777777770", "number": "2"})
    assert desk.post("/invoice/json", other, **headers).status_code == 401
    clock.pass_seconds(15 * MINUTE - 1)
    assert desk.post("/invoice/json", make(change={"number": "3"}), **headers).status_code == 201
    clock.pass_seconds(1)
    answer = desk.post("/invoice/json", make(change={"number": "4"}), **headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_that_was_touched_is_refused(desk, make):
    token = desk.login()["accessToken"]
    head, _claims, signature = token.split(".")
    forged = base64.urlsafe_b64encode(b'{"vat":"999999990","sid":"x","exp":9999999999}').decode().rstrip("=")
    for bad in (
        f"{head}.{forged}.{signature}",
        token[:-2],
        "a.b.c",
        "",
        "Ελληνικά".encode().decode("latin-1"),
    ):
        assert desk.post("/invoice/json", make(), **bearer(bad)).status_code == 401
    without_space = {"Authorization": f"Bearer{token}"}
    assert desk.post("/invoice/json", make(), **without_space).status_code == 401


def test_refresh_renews_an_expired_token_once(desk, make, clock):
    first = desk.login()
    clock.pass_seconds(7 * DAY - 1)
    answer = refresh(desk, first["refreshToken"]["token"], first["accessToken"])
    second = answer.get_json()
    assert answer.status_code == 200
    document = make(change={"dateIssued": clock().date().isoformat()})
    assert desk.post("/invoice/json", document, **bearer(second["accessToken"])).status_code == 201
    assert refresh(desk, first["refreshToken"]["token"], second["accessToken"]).status_code == 401
    assert refresh(desk, second["refreshToken"]["token"], second["accessToken"]).status_code == 200


def test_a_refresh_token_lives_seven_days(desk, clock):
    first = desk.login()
    clock.pass_seconds(7 * DAY)
    assert refresh(desk, first["refreshToken"]["token"], first["accessToken"]).status_code == 401


def test_refresh_wants_the_session_s_own_access_token(desk):
    first, other = desk.login(), desk.login()
    token = first["refreshToken"]["token"]
    assert desk.post("/Authentication/refresh", token).status_code == 401
    assert refresh(desk, token, other["accessToken"]).status_code == 401
    assert refresh(desk, {"token": token}, first["accessToken"]).status_code == 400
    assert refresh(desk, token, first["accessToken"]).status_code == 200


def test_tokens_stay_good_over_a_restart(desk, make, open_provider):
    headers = bearer(desk.login()["accessToken"])
    desk.provider.close()
    desk.client.application = open_provider()
    assert desk.post("/invoice/json", make(), **headers).status_code == 201


class TestOAuth:
    def token(self, desk, **form):
        return desk.client.post("/oauth/token", data=form)

    def test_client_credentials(self, desk, make):
        answer = self.token(
            desk, grant_type="client_credentials", client_id="EL999999990", client_secret="practice-key"
        ).get_json()
        assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 900)
        assert desk.post("/invoice/json", make(), **bearer(answer["access_token"])).status_code == 201
        again = self.token(desk, grant_type="refresh_token", refresh_token=answer["refresh_token"])
        assert again.status_code == 200
        spent = self.token(desk, grant_type="refresh_token", refresh_token=answer["refresh_token"])
        assert spent.status_code == 400

    @pytest.mark.parametrize(
        "form",
        [
            {"grant_type": ""},
            {"grant_type": "password", "client_id": "EL999999990", "client_secret": "practice-key"},
            {"grant_type": "client_credentials", "client_id": "EL999999990", "client_secret": "wrong"},
            {"grant_type": "client_credentials", "client_id": "EL999999990"},
            {"grant_type": "refresh_token", "refresh_token": "nonsense"},
        ],
    )
    def test_bad_credentials(self, desk, form):
        desk.login(key="the right one")
        response = self.token(desk, **form)
        assert response.status_code == 400
        assert response.get_json() == {
            "error": "invalid_request",
            "error_description": "Invalid credentials",
        }
