"""What stands on a document's paper: words and figures as they are read, no measures yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from einvoice_desktop.app.entry import Language

Form = Literal["a4", "80mm"]

Term = tuple[str, ...]
"""The same words in each language of the paper, in their order; one text where it is in no language."""


@dataclass(frozen=True, slots=True)
class PaperWishes:
    """How the office wants its paper. `logo`: a PNG, JPEG or SVG; `provider_line`: the licensed provider's
    words; "" or empty: none."""

    languages: tuple[Language, ...] = ("el",)
    form: Form = "a4"
    logo: bytes = b""
    provider_line: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something with a name."""

    label: Term
    value: Term


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """Issuer, customer or another party: `rows` are ready to read."""

    heading: Term
    name: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """The sums of the lines down to one of them."""

    net: str
    vat: str
    total: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: `texts` its description, `notes` what is said below it in small print.

    `counts`: whether its amounts enter the sums.
    """

    number: str = ""
    code: str = ""
    texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unit: str = ""
    quantity: str = ""
    price: str = ""
    discount: str = ""
    net: str = ""
    rate: str = ""
    vat: str = ""
    total: str = ""
    counts: bool = True
    carried: Carried = Carried("", "", "")


@dataclass(frozen=True, slots=True)
class VatRow:
    """One rate of the VAT analysis; `words` name the provision of an exemption."""

    rate: str
    words: Term
    base: str
    vat: str
    total: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A labelled amount."""

    label: Term
    value: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading and its text; line breaks in `text` are kept."""

    heading: Term
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What proves the issue: the provider's and the authority's marks, or `words` that it is not issued.

    `notices` are legal words that belong beside the marks (loss of connection).
    """

    words: tuple[Term, ...] = ()
    notices: tuple[Term, ...] = ()
    mark: str = ""
    uid: str = ""
    authentication_code: str = ""
    address: str = ""
    provider_line: str = ""


@dataclass(frozen=True, slots=True)
class PaperContent:
    """Everything that stands on the paper. `name` is what its pages and files are called by; `foreign` are
    the sums in the document's own currency, where that is not the euro."""

    form: Form
    title: Term
    subtitle: str
    name: str
    issuer: PartyBlock
    customer: PartyBlock | None
    parties: tuple[PartyBlock, ...]
    facts: tuple[Fact, ...]
    references: tuple[Fact, ...]
    movement: tuple[Fact, ...]
    notices: tuple[Term, ...]
    lines: tuple[PaperLine, ...]
    vat_rows: tuple[VatRow, ...]
    taxes: tuple[Sum, ...]
    sums: tuple[Sum, ...]
    payable: Sum | None
    foreign: tuple[Sum, ...]
    payments: tuple[Sum, ...]
    remarks: tuple[Paragraph, ...]
    stamp: Stamp
    watermark: tuple[Term, ...]
    words: Mapping[str, Term] = field(default_factory=dict)
    logo: bytes = b""
