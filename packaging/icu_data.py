"""Makes ICU's library of data small, which Qt links in Linux: 32 MB of words of languages never asked for.

What stays is the ground that all languages share and the two that this program speaks. A language that is not
there is sorted the common way, which is ICU's own answer to that.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from typing import NamedTuple

LIBRARY = re.compile(r"libicudata\.so\.(\d+)$")
_DATA_HEAD = 12
_ALIGNMENT = 16
# Of the folders by language the two of ours and the root; the rest of each folder is about all of them.
_LANGUAGE = re.compile(r"[^/]+/(?:(?:brkitr|coll|curr|lang|region|unit|zone)/)?([a-z]{2,3})(?:_\w+)?\.res$")
_LANGUAGES = frozenset({"el", "en"})
_NOT_A_LANGUAGE = frozenset({"root", "pool"})
# Transliteration, numbers in words, names of characters, words of languages written without spaces.
_UNASKED = re.compile(r"[^/]+/(translit/|rbnf/|unames\.icu|confusables\.cfu|brkitr/\w+\.dict)")
_LARGEST_CODE_PAGE = 16_000
"""Bytes. A code page of Europe needs a few hundred; larger ones are East Asia's."""


class Item(NamedTuple):
    """One file of the data, by its path."""

    name: str
    data: bytes


def small_library(library: Path, work: Path) -> Path:
    """A library like `library` in `work` that holds less, made with binutils' own linker."""
    found = LIBRARY.search(library.name)
    if found is None:
        raise ValueError(f"not ICU's data: {library}")
    work.mkdir(parents=True, exist_ok=True)
    whole, part, target = work / "whole.dat", work / "icu.dat", work / library.name
    _tool("objcopy", "-O", "binary", "--only-section=.rodata", library, whole, folder=work)
    head, items = unpacked(whole.read_bytes())
    part.write_bytes(packed(head, [item for item in items if is_wanted(item)]))
    _tool("ld", "-r", "-b", "binary", part.name, "-o", "raw.o", folder=work)
    section = ".data=.rodata,alloc,load,readonly,data,contents"
    symbol = f"_binary_icu_dat_start=icudt{found[1]}_dat"
    aligned = f"--set-section-alignment=.data={_ALIGNMENT}"
    renamed = ("--rename-section", section, "--redefine-sym", symbol)
    _tool("objcopy", aligned, *renamed, "raw.o", "icu.o", folder=work)
    linked = ("-shared", "-soname", library.name, "-z", "noexecstack")
    _tool("ld", *linked, "icu.o", "-o", target, folder=work)
    return target


def unpacked(blob: bytes) -> tuple[bytes, list[Item]]:
    """ICU's common data: its head, and the files in it."""
    size, magic = struct.unpack_from("<HH", blob)
    if magic != 0x27DA or blob[_DATA_HEAD : _DATA_HEAD + 4] != b"CmnD":
        raise ValueError("not ICU's common data")
    toc = blob[size:]
    (count,) = struct.unpack_from("<I", toc)
    places = [struct.unpack_from("<II", toc, 4 + 8 * i) for i in range(count)]
    ends = [data for _, data in places[1:]] + [len(toc)]
    return blob[:size], [
        Item(toc[name : toc.index(b"\0", name)].decode("ascii"), toc[data:end])
        for (name, data), end in zip(places, ends, strict=True)
    ]


def packed(head: bytes, items: list[Item]) -> bytes:
    """The same form with these files, which are in the order of their names."""
    names, name_places = b"", []
    start = 4 + 8 * len(items)
    for item in items:
        name_places.append(start + len(names))
        names += item.name.encode("ascii") + b"\0"
    body = _filled(b"\0" * start + names)
    data_places = []
    for item in items:
        data_places.append(len(body))
        body = _filled(body + item.data)
    pairs = zip(name_places, data_places, strict=True)
    toc = struct.pack("<I", len(items)) + b"".join(struct.pack("<II", *pair) for pair in pairs)
    return head + toc + body[len(toc) :]


def is_wanted(item: Item) -> bool:
    """Whether this program may ask for it."""
    if _UNASKED.match(item.name):
        return False
    if item.name.endswith(".cnv"):
        return len(item.data) <= _LARGEST_CODE_PAGE
    language = _LANGUAGE.match(item.name)
    return language is None or language[1] in _LANGUAGES | _NOT_A_LANGUAGE


def _filled(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNMENT)


def _tool(*command: str | Path, folder: Path) -> None:
    subprocess.run([str(word) for word in command], cwd=folder, check=True)
