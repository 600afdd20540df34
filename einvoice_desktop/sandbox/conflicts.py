"""The shapes in which "already transmitted" may come: the real service's own is published nowhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.envelope import Answer, failure, plain, refusal
from einvoice_desktop.sandbox.objections import Objection

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENTENCE = "Document has already been transmitted"
_UID_SENT = 228
_PAGE = b"<!doctype html><html><title>409 Conflict</title><body>Conflict</body></html>"


def conflict_answer(shape: str, told: Mapping[str, object]) -> Answer:
    """The answer about a document that is in, whose names `told` holds (the members of a 409)."""
    words = f"{_SENTENCE}. UID: {told.get('uid')}, MARK: {told.get('mark')}"
    match shape:
        case "words":
            return failure(409, [words])
        case "authority":
            other = f"another invoice (MARK: {told.get('mark')})"
            sent = f"UID {told.get('uid')} has already been sent for {other}"
            return refusal([Objection(_UID_SENT, sent)], {})
        case "bare":
            return plain(409, "application/json; charset=utf-8", json.dumps(words).encode())
        case "silent":
            return failure(409, [_SENTENCE])
        case "html":
            return plain(409, "text/html; charset=utf-8", _PAGE)
        case _:
            return plain(409, "text/plain", b"")


def strangers(body: bytes) -> bytes:
    """The document of another desk under the same number: another internal id, twice the amounts."""
    document = json.loads(body)
    _doubled(document)
    if "internalId" in document:
        document["internalId"] = f"stranger-{document['internalId']}"
        return json.dumps(document, ensure_ascii=False).encode()
    details = document.setdefault("distributionDetails", {})
    details["internalDocumentId"] = f"stranger-{details.get('internalDocumentId', '')}"
    return json.dumps(document, ensure_ascii=False).encode()


def _doubled(node: object) -> None:
    """Every amount twice, so that all sums still agree; rates, codes and numbers stay."""
    if isinstance(node, list):
        for item in node:
            _doubled(item)
    elif isinstance(node, dict):
        for name, value in node.items():
            if _is_amount(name) and isinstance(value, int | float) and not isinstance(value, bool):
                node[name] = round(value * 2, 2)
            else:
                _doubled(value)


def _is_amount(name: str) -> bool:
    low = name.lower()
    if low.endswith(("code", "id", "rate")) or "percent" in low:
        return False
    return low in ("nettotal", "total", "amount") or low.endswith(("amount", "total", "value"))
