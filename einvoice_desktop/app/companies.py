"""The companies of an office: what one is called, its colour, whose documents it issues, its branches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Protocol

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lookalikes import skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.parties import Party

NAME_SETTING = "company.name"
COLOUR_SETTING = "company.colour"
CARD_SETTING = "company.card"
BRANCHES_SETTING = "company.branches"

COLOURS = ("blue", "green", "orange", "purple", "red", "teal")
"""A company's colour stands beside its name, never for it."""

LONGEST_NAME = 60
HIGHEST_BRANCH = 9999


@dataclass(frozen=True, slots=True)
class Company:
    """One data folder. `folder`: its name among the companies, "" for the first one; `place`: where it lies;
    `server` and `vat` of its connection."""

    folder: str
    place: str
    name: str = ""
    colour: str = ""
    vat: str = ""
    server: str = ""


class Companies(Protocol):
    """What the window asks of the world about companies. Every call may block and raise OSError."""

    @property
    def own(self) -> str:
        """The folder of the company that is open, "" for the first; at hand."""
        ...

    def listed(self) -> list[Company]:
        """The first company, then the others by name."""
        ...

    def make(self, name: str, colour: str) -> Company:
        """A new, empty one in a folder of its own. Raises UserError("company_…")."""
        ...

    def describe(self, folder: str, name: str, colour: str) -> None:
        """Another name or colour. Raises UserError("company_…")."""
        ...

    def note_opened(self, folder: str) -> None:
        """The next start without words opens that one."""
        ...

    def words(self, folder: str) -> list[str]:
        """The command that opens its window, or brings it to the front; at hand."""
        ...


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as the tax authority knows it: `number` above 0, which is the seat."""

    number: int
    name: str = ""
    street: str = ""
    street_number: str = ""
    postal: str = ""
    city: str = ""

    @property
    def words(self) -> str:
        """Name and address on one line."""
        street = " ".join(filter(None, (self.street, self.street_number)))
        town = " ".join(filter(None, (self.postal, self.city)))
        return ", ".join(filter(None, (self.name, street, town)))


def known_colour(text: str) -> str:
    """One of COLOURS, or "" for none."""
    return text if text in COLOURS else ""


def checked_name(text: str, others: Iterable[str]) -> str:
    """A company's name as it is kept, of letters that can be seen. Raises UserError("company_nameless" |
    "company_name_long" | "company_exists")."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not name:
        raise UserError("company_nameless")
    if len(name) > LONGEST_NAME:
        raise UserError("company_name_long", most=LONGEST_NAME)
    if any(fold(name) == fold(other) or skeleton(name) == skeleton(other) for other in others):
        raise UserError("company_exists", name=name)
    return name


def company_named(text: str, companies: Sequence[Company]) -> Company:
    """By name or folder, accents aside. Raises UserError("company_unknown")."""
    wanted = fold(" ".join(text.split()))
    named = [one for one in companies if wanted and wanted == fold(one.name)]
    found = named or [one for one in companies if wanted and wanted == fold(one.folder)]
    if len(found) != 1:
        names = ", ".join(one.name for one in companies if one.name) or "–"
        raise UserError("company_unknown", name=text, names=names)
    return found[0]


# --- the company's own data ---------------------------------------------------------------------------


def card_text(party: Party) -> str:
    """The issuer of new documents, as it is kept."""
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.writer import write_document

    return write_document(Document(issuer=party)).decode()


def card_of(text: str) -> Party | None:
    """What `card_text` wrote; None for nothing, and for what a person broke by hand."""
    from einvoice_desktop.domain.errors import UnreadableDocument
    from einvoice_desktop.domain.reader import read_document

    if not text.strip():
        return None
    try:
        return read_document(text.encode()).issuer
    except UnreadableDocument:
        return None


CARD_PATHS = (
    "vat",
    "registeredName",
    "brandName",
    "activities[0]",
    "taxOffice",
    "generalCommercialRegistryNumber",
    "address.street",
    "address.number",
    "address.postal",
    "address.city",
    "phones[0]",
    "emails[0]",
    "branchCode",
)
"""What is asked of a company, as paths inside a party."""
CARD_LIMITS = {"vat": 20, "registeredName": 200, "address.street": 150, "address.city": 50, "branchCode": 4}
"""Characters; the authority's own where it has one."""


def card_texts(card: Party | None) -> dict[str, str]:
    """A card as it is shown, by path."""
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.fields import get_value

    document = Document(issuer=card)
    found = {path: get_value(document, f"issuer.{path}") for path in CARD_PATHS}
    shown = {path: "" if value is None else str(value) for path, value in found.items()}
    return shown | {"vat": bare_vat(shown["vat"])}


def card_from(texts: Mapping[str, str], before: Party | None) -> Party:
    """The card that `texts` mean; what is not asked of a company stays as it was."""
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.fields import replace_value
    from einvoice_desktop.domain.parties import Address, Party

    document = Document(issuer=before or Party(address=Address(country_code="GR")))
    for path in CARD_PATHS:
        text = texts.get(path, "").strip()
        value: object = text or None
        if path == "vat" and text:
            value = f"EL{bare_vat(text)}"
        elif path == "branchCode":
            value = int(text) if text.isascii() and text.isdigit() else 0
        document = replace_value(document, f"issuer.{path}", value)
    assert document.issuer is not None
    return document.issuer


def own_issuer(get: Callable[[str], str]) -> Party | None:
    """The company's data with those of the branch that issues here; `get` reads a setting."""
    card = card_of(get(CARD_SETTING))
    branches = branches_of(get(BRANCHES_SETTING))
    return with_branch(card, branches) if card is not None and branches else card


# --- branches -------------------------------------------------------------------------------------------

_BRANCH_TEXTS = tuple(field.name for field in fields(Branch) if field.name != "number")
_LONGEST_TEXT = 150


def branches_text(branches: Iterable[Branch]) -> str:
    """As they are kept, by number."""
    rows = [asdict(branch) for branch in sorted(branches, key=lambda branch: branch.number)]
    return json.dumps(rows, ensure_ascii=False)


def branches_of(text: str) -> tuple[Branch, ...]:
    """What `branches_text` wrote, each number once; what is no branch is left out."""
    try:
        rows = json.loads(text or "[]")
    except ValueError:
        return ()
    found: dict[int, Branch] = {}
    for row in rows if isinstance(rows, list) else ():
        number = row.get("number") if isinstance(row, dict) else None
        if isinstance(number, int) and 0 < number <= HIGHEST_BRANCH and number not in found:
            texts = {name: str(row.get(name) or "")[:_LONGEST_TEXT] for name in _BRANCH_TEXTS}
            found[number] = Branch(number, **texts)
    return tuple(found[number] for number in sorted(found))


def with_branch(party: Party, branches: Sequence[Branch]) -> Party:
    """`party` with the name and address of the branch whose number it carries; the seat has neither."""
    from einvoice_desktop.domain.parties import Address

    chosen = next((one for one in branches if one.number == party.branch_code), None)
    if chosen is None:
        return party.without_member("branch").without_member("branch_address")
    address = Address(
        country_code="GR",
        street=chosen.street or None,
        number=chosen.street_number or None,
        postal=chosen.postal or None,
        city=chosen.city or None,
    )
    return party.with_member("branch", chosen.name or None).with_member("branch_address", address)


def follow_branch(before: Document, after: Document, branches: Sequence[Branch]) -> Document:
    """Another branch of the issuer was chosen: its name and address, unless a person typed others."""
    issuer, old = after.issuer, before.issuer
    if issuer is None or old is None or not branches or issuer.branch_code == old.branch_code:
        return after
    brought, held = with_branch(old, branches), (old.branch, old.branch_address)
    if held not in ((None, None), (brought.branch, brought.branch_address)):
        return after
    return after.with_member("issuer", with_branch(issuer, branches))
