"""Whose a VAT number is: asks the right registry, and lays what it found beside what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports import RegistrySource, VatAnswer
from einvoice_desktop.app.practice import PRACTICE, PRACTICE_VAT
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identifiers import whole_vat
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat
from einvoice_desktop.domain.rules.parties import CITY_LENGTH, GREECE, NAME_LENGTH, STREET_LENGTH

_AFM = re.compile(r"\d{9}", re.ASCII)
_POSTAL_AND_CITY = re.compile(r"(?:[A-Z]{1,3}[- ])?(\d[\d \-]{2,9}[A-Z]{0,2})\s+(\D.*)")
_LIMITS: Mapping[str, int] = {
    "registeredName": NAME_LENGTH,
    "address.street": STREET_LENGTH,
    "address.city": CITY_LENGTH,
}

Typed = Callable[[str], str]
"""A path inside a party ("address.city") -> what stands there now."""


@dataclass(frozen=True, slots=True)
class FoundField:
    """One fact of the registry beside what was typed. `limit`: the authority's, where the found text is
    longer than that; 0 where it is not."""

    path: str
    typed: str
    found: str
    same: bool
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A number as it is asked about: with its prefix, and of whom."""

    vat: str
    source: RegistrySource


class VatChecks:
    """The look-ups of one set of books."""

    def __init__(self, parts: Parts, way: Way) -> None:
        self._parts = parts
        self._way = way

    def look_up(self, vat: str, country: str, issuer_vat: str = "") -> VatAnswer:
        """Asks the registry; blocks. `country`: the customer's, "" where it is not known; `issuer_vat`: whose
        documents these are, "" for the company of these books.

        A number that cannot exist is told without asking anybody. Raises UserError.
        """
        question = question_of(vat, country, self._parts.codes)
        issuer = bare_vat(issuer_vat) or self._parts.company_vat
        if not issuer and self._way.server == PRACTICE:
            issuer = bare_vat(PRACTICE_VAT)
        if not issuer:
            raise UserError("vat_check_no_company")
        registry = self._parts.registry(self._way.server, self._way.sign_in, issuer)
        return registry.look_up(question.vat, question.source)


def question_of(vat: str, country: str, codes: CodeTables) -> Question:
    """Which registry knows a number. Raises UserError("vat_check_missing" | "vat_check_mistyped" |
    "vat_check_elsewhere")."""
    shown = vat.strip()
    if not shown:
        raise UserError("vat_check_missing")
    formats = codes.rows("eu_vat_formats")
    bare = bare_vat(shown)
    letters = re.sub(r"[\s.\-]", "", shown).upper()[:2]
    greek = _AFM.fullmatch(bare) and (letters in ("EL", GREECE) or country in ("", GREECE))
    if greek:
        if not afm_is_valid(bare):
            raise UserError("vat_check_mistyped", value=shown[:30])
        return Question(f"EL{bare}", RegistrySource.GREEK)
    if letters in ("EL", GREECE):
        raise UserError("vat_check_mistyped", value=shown[:30])
    row = next((row for row in formats.values() if row["vat_prefix"] == letters), None)
    row = row or (formats.get(country) if country != GREECE else None)
    if row is None:
        raise UserError("vat_check_elsewhere")
    whole = whole_vat(shown, str(row["vat_prefix"]))
    if check_digit_is_wrong(whole):
        raise UserError("vat_check_mistyped", value=shown[:30])
    return Question(whole, RegistrySource.UNION)


def compare(answer: VatAnswer, typed: Typed) -> tuple[FoundField, ...]:
    """What the registry tells, field by field; what it does not tell has no row. Nothing is changed."""
    rows = []
    for path, found in _facts(answer).items():
        there = typed(path).strip()
        limit = _LIMITS.get(path, 0)
        over = limit if limit and len(found) > limit else 0
        rows.append(FoundField(path, there, found, _alike(there, found), over))
    return tuple(rows)


def _facts(answer: VatAnswer) -> dict[str, str]:
    """By path inside a party. The one text that VIES gives for an address is taken apart where its last line
    begins with a postcode; whoever looks at it sees both."""
    street, postal, city = answer.street, answer.postal, answer.city
    if answer.address and not (street or postal or city):
        street, postal, city = _taken_apart(answer.address)
    told = {
        "registeredName": answer.name,
        "brandName": answer.brand_name,
        "taxOffice": answer.tax_office,
        "activities[0]": answer.activities[0] if answer.activities else "",
        "address.street": street,
        "address.number": answer.street_number,
        "address.postal": postal,
        "address.city": city,
    }
    return {path: text for path, text in told.items() if text}


def _taken_apart(address: str) -> tuple[str, str, str]:
    """Street, postcode and town of an address in lines."""
    *street, last = address.split("\n")
    match = _POSTAL_AND_CITY.fullmatch(last.strip()) if street else None
    if match is None:
        return ", ".join(address.split("\n")), "", ""
    return ", ".join(street), match[1].strip(), match[2].strip()


def _alike(one: str, other: str) -> bool:
    """Accents, case, dots and blanks are no difference."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]", "", fold(text))
