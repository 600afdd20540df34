"""Check digits of VAT numbers all over the Union (and of Northern Ireland): asked at once, without a line."""

from __future__ import annotations

from functools import lru_cache

_MOST_KEPT = 512
_LONGEST = 30


@lru_cache(maxsize=_MOST_KEPT)
def check_digit_is_wrong(vat: str) -> bool:
    """Whether a number with its prefix (EL, DE, XI…) has a check digit that its state would not give.

    False also for a number whose form is wrong, which other rules tell, and where nothing is known of it.
    """
    # Not before it is needed: the window is on the screen by then.
    from stdnum.eu import vat as union
    from stdnum.exceptions import InvalidChecksum, ValidationError

    if not vat.isascii() or len(vat) > _LONGEST:
        return False
    try:
        union.validate(vat)
    except InvalidChecksum:
        return True
    except ValidationError:
        return False
    return False
