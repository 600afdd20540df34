"""Signatures: the publisher's bytes and no others, by any of the keys that count."""

from __future__ import annotations

import base64

import pytest

from einvoice_desktop.vault.signatures import is_signed

# RFC 8032, 7.1, test 2.
PUBLIC = base64.b64encode(
    bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
).decode()
DATA = bytes.fromhex("72")
MARK = base64.b64encode(
    bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
)


def test_a_known_signature_fits_its_bytes_alone() -> None:
    assert is_signed(DATA, MARK, [PUBLIC])
    assert is_signed(DATA, MARK + b"\r\n", ["", "AAAA", PUBLIC])
    assert not is_signed(b"r ", MARK, [PUBLIC])
    assert not is_signed(b"", MARK, [PUBLIC])
    assert not is_signed(DATA, MARK, [])


@pytest.mark.parametrize(
    "mark",
    [
        b"",
        b"A",
        b"!!!!",
        MARK[:-4],
        base64.b64encode(b"\0" * 64),
        MARK.lower(),
        b"\xff" * 88,
        MARK[:40] + b" " + MARK[40:],
    ],
)
def test_what_is_no_signature_fits_nothing(mark: bytes) -> None:
    assert not is_signed(DATA, mark, [PUBLIC])


@pytest.mark.parametrize(
    "key", ["", "no key", PUBLIC[:-1], "Ω" * 44, base64.b64encode(b"\xff" * 32).decode()]
)
def test_what_is_no_key_vouches_for_nothing(key: str) -> None:
    assert not is_signed(DATA, MARK, [key])
