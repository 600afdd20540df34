"""The provider's answer: one set of members for success and failure, and the authority's XML inside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from einvoice_desktop.sandbox.objections import Objection

SUCCESS_MESSAGE = "Successfully submitted to IAPR"
AUTHENTICATION_FAILED = "Authentication failed"

_EMPTY: Mapping[str, object] = {
    "success": False,
    "message": "",
    "statusCode": "",
    "integritySignature": "",
    "signature": "",
    "uid": "",
    "mark": 0,
    "cancellationMark": 0,
    "authenticationCode": "",
    "myDataResponse": "",
    "status": "UNKNOWN",
    "series": "",
    "number": "",
    "dateIssued": None,
    "domain": "",
    "url": "",
    "qrCodeString": "",
    "erpQrCode": "",
    "uniqueId": "",
    "internalId": "",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer before it is sent; `chunks` is the body, `length` its bytes."""

    status: int
    content_type: str
    chunks: Iterable[bytes]
    length: int
    headers: Mapping[str, str] = field(default_factory=dict)


def plain(status: int, content_type: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, content_type, [body], len(body), headers or {})


def json_answer(status: int, value: object, headers: Mapping[str, str] | None = None) -> Answer:
    body = json.dumps(value, ensure_ascii=False).encode()
    return plain(status, "application/json; charset=utf-8", body, headers)


def success(members: Mapping[str, object]) -> dict[str, object]:
    """The members of a 201; a failure's `errors` are absent, as in the published example."""
    return {**_EMPTY, "success": True, "message": SUCCESS_MESSAGE, "statusCode": "201", **members}


def failure(
    status: int,
    errors: Sequence[str],
    members: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """An error in the envelope: `message` joins the sentences, `errors` lists them."""
    message = "; ".join(errors)
    body = {
        **_EMPTY,
        "message": message,
        "statusCode": str(status),
        "errorMessage": message,
        "errors": list(errors),
        "myDataErrors": [],
        **(members or {}),
    }
    return json_answer(status, body, headers)


def refusal(objections: Sequence[Objection], members: Mapping[str, object]) -> Answer:
    """400 of the authority: its sentences, its numbers, and its XML as `myDataResponse`."""
    message = "Aade Validation Error: " + "; ".join(objection.message for objection in objections)
    return failure(
        400,
        [message],
        {
            **members,
            "errors": [objection.message for objection in objections],
            "myDataErrors": [{"key": item.code, "value": item.message} for item in objections],
            "myDataResponse": _refusal_xml(objections),
        },
    )


def success_xml(uid: str, mark: int, authentication_code: str, address: str) -> str:
    """What the authority answers to the provider for a document it took."""
    return _response_xml(
        "<statusCode>Success</statusCode>"
        f"<invoiceUid>{uid}</invoiceUid><invoiceMark>{mark}</invoiceMark>"
        f"<authenticationCode>{authentication_code}</authenticationCode><qrUrl>{escaped(address)}</qrUrl>"
    )


def _refusal_xml(objections: Sequence[Objection]) -> str:
    errors = "".join(
        f"<error><message>{escaped(item.message)}</message><code>{item.code}</code></error>"
        for item in objections
    )
    return _response_xml(f"<errors>{errors}</errors><statusCode>ValidationError</statusCode>")


def _response_xml(inner: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f"<ResponseDoc><response><index>1</index>{inner}</response></ResponseDoc>"
    )
