"""Fingerprints as people write them."""

import pytest

from einvoice_desktop.app.fingerprints import grouped, plain_fingerprint, same_fingerprint

WHOLE = "092781AF6985B822EA3E3C02A1C41A56C9559190"


@pytest.mark.parametrize(
    "typed",
    [
        WHOLE,
        WHOLE.lower(),
        f"0x{WHOLE}",
        f"0X{WHOLE.lower()}",
        grouped(WHOLE),
        WHOLE.lower().translate(str.maketrans("abcdef", "αβψδεφ")),
        f"  {grouped(WHOLE)} \n",
        ":".join(WHOLE[at : at + 2] for at in range(0, 40, 2)),
        "-".join(WHOLE[at : at + 4] for at in range(0, 40, 4)),
        "\u00a0".join(WHOLE[at : at + 4] for at in range(0, 40, 4)),
    ],
)
def test_however_it_is_written_it_is_the_same(typed: str) -> None:
    assert plain_fingerprint(typed) == WHOLE
    assert same_fingerprint(WHOLE, typed)


@pytest.mark.parametrize(
    "typed",
    ["", "C9559190", "A1C41A56C9559190", f"0x{WHOLE[-16:]}", WHOLE[:-1], WHOLE + "0", WHOLE[:-1] + "G"],
)
def test_what_is_not_the_whole_of_one_is_none(typed: str) -> None:
    assert plain_fingerprint(typed) is None
    assert not same_fingerprint(WHOLE, typed)
    assert not same_fingerprint(typed, typed)


def test_it_is_shown_in_fours() -> None:
    assert grouped(WHOLE) == "0927 81AF 6985 B822 EA3E  3C02 A1C4 1A56 C955 9190"
