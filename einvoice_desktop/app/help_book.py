"""The manual inside the program: pages of Markdown, their headings, finding words in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from einvoice_desktop.domain.folding import fold

MESSAGES = "messages"
"""The page of the authority's messages: made of the code tables, each message under its number."""

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: *\{#([a-z0-9-]+)\})?", re.ASCII)
_FILE = re.compile(r"(?:\d+-)?([a-z0-9-]+)\.md", re.ASCII)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_MARKS = re.compile(r"[*`_>|#\\]+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_SNIPPET = 90
_MOST_HITS = 60


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `anchor`: by which it is linked, "" for none."""

    heading: str
    anchor: str
    text: str
    folded: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """`markdown` as it is shown; `sections` in order, one a heading."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]
    links: tuple[str, ...]

    def place(self, anchor: str) -> int | None:
        """Which of its headings an anchor names, from 0; None for none."""
        return next((place for place, one in enumerate(self.sections) if one.anchor == anchor), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that has the words. `address`: page, "#", the section's number among the page's headings."""

    page: HelpPage
    place: int
    snippet: str

    @property
    def heading(self) -> str:
        """Of the section."""
        return self.page.sections[self.place].heading


class HelpBook:
    """The pages of one language, in their order."""

    def __init__(self, pages: Iterable[HelpPage]) -> None:
        self.pages = tuple(pages)
        self._by_name = {page.name: page for page in self.pages}

    def page(self, name: str) -> HelpPage | None:
        """None where there is none of that name."""
        return self._by_name.get(name)

    def find(self, typed: str) -> list[Hit]:
        """The sections that have every word, those that have them in their heading first."""
        words = fold(typed).split()
        if not words:
            return []
        hits = []
        for page in self.pages:
            for place, section in enumerate(page.sections):
                if all(word in section.folded for word in words):
                    title = fold(section.heading)
                    rank = sum(word not in title for word in words)
                    hits.append((rank, Hit(page, place, _snippet(section, words[0]))))
        hits.sort(key=lambda pair: pair[0])
        return [hit for _rank, hit in hits[:_MOST_HITS]]


def read_page(name: str, text: str) -> HelpPage:
    """A page as it was written: `{#anchor}` behind a heading names it for links."""
    shown, sections = [], []
    heading, anchor, under = "", "", list[str]()

    def close() -> None:
        if heading:
            plain = _plain("\n".join(under))
            sections.append(Section(heading, anchor, plain, fold(f"{heading} {plain}")))

    for line in text.splitlines():
        match = _HEADING.fullmatch(line)
        if match is None:
            shown.append(line)
            under.append(line)
            continue
        close()
        heading, anchor, under = match[2], match[3] or "", []
        shown.append(f"{match[1]} {heading}")
    close()
    clean = [Section(_plain(one.heading), one.anchor, one.text, one.folded) for one in sections]
    title = clean[0].heading if clean else name
    links = tuple(target for _words, target in _LINK.findall(text))
    return HelpPage(name, title, "\n".join(shown) + "\n", tuple(clean), links)


def page_name(file_name: str) -> str:
    """The page that a file of the manual holds ("03-vat-check.md" -> "vat-check"); "" for another file."""
    match = _FILE.fullmatch(file_name)
    return match[1] if match else ""


Row = Mapping[str, object]


def messages_page(
    intro: str,
    errors: Sequence[Row],
    told: Sequence[Row],
    remedies: Mapping[str, Mapping[str, str]],
    language: str,
) -> HelpPage:
    """Every error of the authority as message, cause, remedy.

    `intro`: the page's beginning, in which `%cause%` and `%remedy%` stand in lines of their own with the
    words for them; `told`: groups of codes with their cause and remedy; `remedies`: the catalogue of
    sentences, whose `remedy_<n>` is said wherever else the error is shown too.
    """
    words = dict(re.findall(r"^%(\w+)% *(.*)$", intro, re.MULTILINE))
    parts = [re.sub(r"^%\w+%.*\n?", "", intro, flags=re.MULTILINE).rstrip(), ""]
    groups = {code: row for row in told for code in _codes(row)}
    for error in errors:
        code = str(error["code"])
        row = groups.get(code, {})
        remedy = remedies.get(f"remedy_{code}", {}).get(language) or str(row.get(f"remedy_{language}", ""))
        parts += [
            f"### {code} – {escaped(str(error[f'message_{language}']))} {{#{code}}}",
            "",
            f"**{words.get('cause', '')}** {escaped(str(row.get(f'cause_{language}', '')))}",
            "",
            f"**{words.get('remedy', '')}** {escaped(remedy)}",
            "",
        ]
    return read_page(MESSAGES, "\n".join(parts))


def _codes(row: Row) -> list[str]:
    codes = row.get("codes", ())
    return [str(code) for code in codes] if isinstance(codes, list | tuple) else []


def escaped(text: str) -> str:
    """Data in a page: none of it is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _plain(text: str) -> str:
    """Without marks and addresses, for searching and showing."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def _snippet(section: Section, word: str) -> str:
    """What stands around the first word; from its beginning where the heading alone has it."""
    text = section.text
    if len(text) <= _SNIPPET:
        return text
    bare = fold(text)
    # Folding takes accents off and may shorten: near enough for a snippet.
    at = max(0, bare.find(word) - _SNIPPET // 3)
    start = 0 if at == 0 else text.find(" ", at) + 1
    cut = text[start : start + _SNIPPET].rsplit(" ", 1)[0]
    return ("… " if start else "") + cut + " …"
