"""The parts of others that this program is made of: their versions and the licences they are given under."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import metadata
from typing import NamedTuple

PARTS = {
    "PySide6-Essentials": "LGPL-3.0-only (Qt and its Python bindings, linked dynamically)",
    "shiboken6": "LGPL-3.0-only",
    "annotated-types": "MIT",
    "anyio": "MIT",
    "backports.tarfile": "MIT",
    "certifi": "MPL-2.0",
    "cffi": "MIT",
    "colorama": "BSD-3-Clause",
    "cryptography": "Apache-2.0 OR BSD-3-Clause",
    "filelock": "MIT",
    "greenlet": "MIT AND PSF-2.0",
    "h11": "MIT",
    "httpcore": "BSD-3-Clause",
    "httpx": "BSD-3-Clause",
    "idna": "BSD-3-Clause",
    "importlib-metadata": "Apache-2.0",
    "jaraco.classes": "MIT",
    "jaraco.context": "MIT",
    "jaraco.functools": "MIT",
    "jeepney": "MIT",
    "keyring": "MIT",
    "lazy-importer": "Apache-2.0",
    "lxml": "BSD-3-Clause",
    "MarkupSafe": "BSD-3-Clause",
    "more-itertools": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pikepdf": "MPL-2.0",
    "pillow": "MIT-CMU",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only",
    "pycparser": "BSD-3-Clause",
    "pydantic": "MIT",
    "pydantic-core": "MIT",
    "pysequoia": "Apache-2.0 (with Sequoia-PGP in it, LGPL-2.0-or-later)",
    "python-calamine": "MIT",
    "python-gnupg": "BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "pywin32-ctypes": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "SecretStorage": "BSD-3-Clause",
    "SQLAlchemy": "MIT",
    "truststore": "MIT",
    "typing-extensions": "PSF-2.0",
    "typing-inspection": "MIT",
    "tzdata": "Apache-2.0 (the data: public domain)",
    "Werkzeug": "BSD-3-Clause",
    "xlsxwriter": "BSD-2-Clause",
    "zipp": "MIT",
}
"""Every distribution that may come along, and its licence where the distribution itself is not asked."""

OTHERS = {"Python": "PSF-2.0", "Noto Sans": "OFL-1.1"}
_LICENCE_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


class Part(NamedTuple):
    """`version` is "" and `text` is "" where this copy of the program does not tell."""

    name: str
    version: str
    licence: str
    text: str


def parts(places: Sequence[str] | None = None) -> list[Part]:
    """Those that are really here, or in `places`. Reads files: not on the GUI thread."""
    found = []
    for name, licence in PARTS.items():
        there = metadata.distributions(name=name, path=list(sys.path if places is None else places))
        distribution = next(iter(there), None)
        if distribution is None:
            continue
        told = (distribution.metadata.get_all("License-Expression") or [licence])[0]
        found.append(Part(name, distribution.version, told, _text(distribution)))
    return found


def _text(distribution: metadata.Distribution) -> str:
    """The licence texts that a distribution brings along, in full."""
    texts = []
    for file in distribution.files or ():
        inside = file.parts[0].endswith(".dist-info")
        if inside and ("licenses" in file.parts or file.name.upper().startswith(_LICENCE_NAMES)):
            try:
                texts.append(file.read_text().strip())
            except (OSError, UnicodeDecodeError):
                # A copy without its texts still names the licence.
                continue
    return "\n\n".join(texts)
