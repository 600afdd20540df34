"""POST /Invoice/secure: an encrypted document is opened, and then is a document like any other."""

from __future__ import annotations

from collections.abc import Callable

from einvoice_desktop.sandbox.envelope import Answer, failure

PATH = "/invoice/secure"
CONTENT_TYPE = "application/pgp-encrypted"
OPENED_AS = "/invoice/json"

Decrypt = Callable[[bytes], "bytes | None"]
"""An armoured message -> what it holds; None where it is none or is for another key."""

_ARMOUR = b"-----BEGIN PGP MESSAGE-----"


def opened(decrypt: Decrypt | None, body: bytes) -> bytes | Answer:
    """The document's bytes, or the 400 that says why there are none."""
    if decrypt is None:
        return failure(400, ["Encrypted documents are not accepted here"])
    if not body.lstrip().startswith(_ARMOUR):
        return failure(400, ["The request body is not an ASCII-armoured PGP message"])
    content = decrypt(body)
    if content is None:
        return failure(400, ["The request body could not be decrypted"])
    return content
