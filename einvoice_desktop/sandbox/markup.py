"""Text made safe for XML and HTML, whatever a name holds."""

from __future__ import annotations

import html
import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Without the characters that XML cannot hold even when escaped."""
    return _NOT_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Safe between tags and inside a quoted attribute."""
    return html.escape(clean(text), quote=True)
