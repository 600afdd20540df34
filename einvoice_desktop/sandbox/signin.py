"""The endpoints at which a client signs in: login, refresh, and the OAuth token form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from einvoice_desktop.sandbox.auth import Gatekeeper, Grant, NotAuthenticatedError, bearer
from einvoice_desktop.sandbox.envelope import AUTHENTICATION_FAILED, Answer, failure, json_answer
from einvoice_desktop.sandbox.fields import FieldError, Node, UnreadableError, read_json

if TYPE_CHECKING:
    from datetime import datetime


def login(gatekeeper: Gatekeeper, body: bytes, now: datetime) -> Answer:
    """`{"vat", "key"}` to an access token and a refresh token; needs no header."""
    try:
        root = Node.root(read_json(body))
        vat, key = root.code("vat"), root.code("key")
    except (UnreadableError, FieldError) as error:
        return failure(400, [str(error)])
    if not vat or not key:
        return failure(400, ["vat and key are mandatory"])
    try:
        return _granted(gatekeeper.login(vat, key, now))
    except NotAuthenticatedError:
        return failure(401, [AUTHENTICATION_FAILED])


def refresh(gatekeeper: Gatekeeper, body: bytes, authorization: str, now: datetime) -> Answer:
    """A bare JSON string with the refresh token; the access token, expired or not, stands in the header."""
    try:
        token = read_json(body)
    except UnreadableError as error:
        return failure(400, [str(error)])
    if not isinstance(token, str) or not token:
        return failure(400, ["The body must be the refresh token as a JSON string"])
    try:
        return _granted(gatekeeper.refresh(token, now, bearer(authorization)))
    except NotAuthenticatedError:
        return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})


def oauth_token(gatekeeper: Gatekeeper, body: bytes, now: datetime) -> Answer:
    """OAuth 2.0 client credentials: client_id is the VAT number, client_secret the key."""
    try:
        form = parse_qs(body.decode("ascii"), max_num_fields=20)
    except ValueError:
        form = {}
    fields = {name: values[0] for name, values in form.items()}
    try:
        if fields.get("grant_type") == "refresh_token":
            grant = gatekeeper.refresh(fields.get("refresh_token", ""), now, access_token=None)
        elif fields.get("grant_type") == "client_credentials":
            grant = gatekeeper.login(fields.get("client_id", ""), fields.get("client_secret", ""), now)
        else:
            raise NotAuthenticatedError
    except NotAuthenticatedError:
        return json_answer(400, {"error": "invalid_request", "error_description": "Invalid credentials"})
    return json_answer(
        200,
        {
            "access_token": grant.access_token,
            "token_type": "Bearer",
            "expires_in": grant.expires_in,
            "refresh_token": grant.refresh_token,
        },
    )


def _granted(grant: Grant) -> Answer:
    return json_answer(
        200,
        {
            "accessToken": grant.access_token,
            "refreshToken": {
                "token": grant.refresh_token,
                "createdDate": grant.issued_at.isoformat(),
                "expiryDate": grant.refresh_until.isoformat(),
            },
        },
    )
