"""The last look before the wire: an encrypted message and nothing else passes."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.armour import dearmoured, hides, is_encrypted_message, shows
from tests.pgp_messages import ENCRYPTED, KEY, armoured, packet

PAYLOAD = '{"series":"A","invoiceType":"Τιμολόγιο πώλησης","number":"7"}'.encode()


@pytest.mark.parametrize(
    "raw",
    [
        KEY + ENCRYPTED,
        KEY + KEY + ENCRYPTED,
        # The old form, with one byte of length.
        bytes([0x84, 20]) + b"k" * 20 + ENCRYPTED,
        # Parts: 512 bytes, then the last 3.
        KEY + bytes([0xC0 | 18, 224 | 9]) + b"e" * 512 + bytes([3]) + b"eee",
        KEY + packet(20, b"e" * 40),
    ],
)
def test_session_keys_and_one_protected_block_are_a_message(raw: bytes) -> None:
    assert is_encrypted_message(armoured(raw))
    assert is_encrypted_message(armoured(raw, head="Comment: x\n"))


@pytest.mark.parametrize(
    "raw",
    [
        packet(11, b"b\x00\x00\x00\x00\x00" + PAYLOAD),  # stored, not encrypted
        packet(8, b"\x00" + PAYLOAD),  # compressed
        packet(3, b"s" * 20) + ENCRYPTED,  # with a password
        KEY + packet(9, b"e" * 90),  # not protected against change
        ENCRYPTED,  # for nobody
        KEY,
        KEY + ENCRYPTED + packet(11, PAYLOAD),
        packet(11, PAYLOAD) + KEY + ENCRYPTED,
        (KEY + ENCRYPTED)[:-1],
        KEY + ENCRYPTED + b"\x00",
        PAYLOAD,
        b"",
    ],
)
def test_anything_else_is_none(raw: bytes) -> None:
    assert not is_encrypted_message(armoured(raw))


def test_armour_must_be_whole_and_alone() -> None:
    good = armoured(KEY + ENCRYPTED)
    assert is_encrypted_message(b"\n" + good + b"\r\n")
    for bad in (
        good + PAYLOAD,
        PAYLOAD + good,
        good + good,
        good[:-30],
        good.replace(b"MESSAGE", b"SIGNATURE"),
    ):
        assert not is_encrypted_message(bad)
    assert not is_encrypted_message(KEY + ENCRYPTED)


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(raw: bytes) -> None:
    assert is_encrypted_message(raw) is False
    assert is_encrypted_message(armoured(raw)) in (True, False)
    assert dearmoured(armoured(raw)) == (raw or None)


def test_a_piece_of_the_document_is_seen_wherever_it_stands() -> None:
    long = PAYLOAD * 200
    assert shows(PAYLOAD, PAYLOAD)
    assert shows(b"head " + long[5000:9000], long)
    assert shows(armoured(packet(11, long)), long)
    assert not shows(armoured(KEY + ENCRYPTED), long)


@given(st.integers(0, 4000), st.sampled_from([b"", b"Comment: x\n"]))
def test_a_message_hides_a_document_only_where_no_piece_of_it_stands_anywhere(at: int, head: bytes) -> None:
    long = b"".join(b'{"line":%d,"text":"\xce\x91"}' % number for number in range(300))
    clear = long[at : at + 600]
    good = armoured(KEY + ENCRYPTED, head=head.decode())
    assert hides(good, long)
    assert not hides(armoured(KEY + packet(18, clear), head=head.decode()), long)
    assert not hides(good.replace(b"\n", b"\nComment: " + clear + b"\n", 1), long)
    assert not hides(good + clear, long)
    assert not hides(clear, long)


def test_words_that_base64_could_be_are_sought_in_the_armour_too() -> None:
    word = b"ABCDabcd0123" * 20
    spelled = base64.b64decode(word)
    assert not hides(armoured(KEY + packet(18, bytes(4) + spelled)), word)
    assert shows(b"x" + word, word)
