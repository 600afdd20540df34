"""The authority's checks of the two parties: VAT numbers, countries, names and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.objections import Objection, too_long
from einvoice_desktop.sandbox.party import GREECE
from einvoice_desktop.sandbox.vat import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document
    from einvoice_desktop.sandbox.party import Address, Party

NO_VAT_NUMBER = "000000000"
_RESILIENCE_FEE = "8.2"
"""Beside retail, the type whose counterpart's VAT number nobody looks at."""
_BETWEEN_OWN_BRANCHES = "8"
_COMPLEX_TRANSACTION = "5"
_COUNTRY_RULE = {"GR": 242, "EU_not_GR": 243, "non_EU": 244}
_LONGEST_NAME, _LONGEST_PLACE = 200, 150


def check_parties(document: Document, codes: CodeTables) -> Iterator[Objection]:
    """Test numbers such as 999999999 pass: the check digit is not looked at."""
    yield from _vat_numbers(document, codes)
    yield from _same_party(document)
    yield from _country(document, codes)
    if document.moves_goods:
        yield from _names_and_places(document)
    elif _sent(document, codes) and document.counterparty.address.begun:
        yield from incomplete(document.counterparty.address, "Counterpart")
    for party in (document.issuer, document.counterparty):
        if party.branch < 0:
            told = f"{party.path}.branchCode must not be negative"
            yield Objection(101, f"XML Syntax Validation Error: {told}")
        if document.moves_goods or (party is document.counterparty and _sent_by_name(document, codes)):
            yield from _lengths(party)


def _vat_numbers(document: Document, codes: CodeTables) -> Iterator[Objection]:
    issuer, party = document.issuer, document.counterparty
    if issuer.greek and not is_number(issuer.digits, (9,)):
        yield Objection(202, f"Issuer VAT number {issuer.digits} is invalid")
    unchecked = document.retail or document.invoice_type == _RESILIENCE_FEE
    if party.vat and not unchecked and party.greek and not is_number(party.digits, (9,)):
        yield Objection(202, f"Counterpart VAT number {party.digits} is invalid")
    if not party.vat and _sent(document, codes):
        yield Objection(204, f"Counterpart vatNumber is mandatory for invoice type {document.invoice_type}")
    unregistered = document.invoice_type == "9.2" or document.non_obligated_recipient
    if (
        unregistered
        and (party.vat or (not document.retail and party.given))
        and party.digits != NO_VAT_NUMBER
    ):
        yield Objection(289, f"Counterpart vatNumber must be {NO_VAT_NUMBER}")


def _same_party(document: Document) -> Iterator[Objection]:
    same = bool(document.counterparty.vat) and document.issuer.digits == document.counterparty.digits
    own_move = document.movement.purpose == _BETWEEN_OWN_BRANCHES
    if same and not own_move:
        yield Objection(235, "Issuer and counterpart must be different")
    if own_move and not same and not (document.retail and not document.counterparty.vat):
        yield Objection(286, "Issuer must be the same as counterpart for movePurpose 8")


def _country(document: Document, codes: CodeTables) -> Iterator[Objection]:
    country = document.counterparty.country
    wanted = codes.invoice_type(document.invoice_type).get("counterpart_country")
    if not country or document.special_category == _COMPLEX_TRANSACTION or wanted not in _COUNTRY_RULE:
        return
    union = codes.row("countries", country).get("eu") is True
    actual = "GR" if country == "GR" else "EU_not_GR" if union else "non_EU"
    if actual != wanted:
        told = f"Counterpart country {country} is not allowed for invoice type {document.invoice_type}"
        yield Objection(_COUNTRY_RULE[str(wanted)], told)
        if actual == GREECE:
            yield Objection(287, "Counterpart country must not be Greece")


def _names_and_places(document: Document) -> Iterator[Objection]:
    """Goods that travel need the issuer's name and address and the counterpart's name.

    A retail delivery note may have a counterpart; without one there is no name to ask for.
    """
    issuer, party = document.issuer, document.counterparty
    yield from incomplete(issuer.address, "Issuer")
    if not party.name and not (document.retail and not party.vat):
        yield Objection(204, f"Counterpart name is mandatory for invoice type {document.invoice_type}")
    if party.address.begun:
        yield from incomplete(party.address, "Counterpart")


def incomplete(address: Address, whose: str) -> Iterator[Objection]:
    """What the authority's schema wants of any address that is sent."""
    for name, value in (("postalCode", address.postal), ("city", address.city)):
        if not value:
            yield Objection(204, f"{whose} address {name} is mandatory")


def _sent(document: Document, codes: CodeTables) -> bool:
    """Whether the authority certainly takes the counterpart; of 6.x and 8.6 nobody knows for certain."""
    row = codes.invoice_type(document.invoice_type)
    return row.get("counterpart") == "required" and row.get("counterpart_certainty") == "high"


def _sent_by_name(document: Document, codes: CodeTables) -> bool:
    """Of a Greek party the authority takes no name."""
    party = document.counterparty
    return _sent(document, codes) and not party.greek and bool(party.country)


def _lengths(party: Party) -> Iterator[Objection]:
    address = party.address
    yield from too_long(f"{party.path}.registeredName", party.name, _LONGEST_NAME)
    yield from too_long(f"{address.path}.street", address.street, _LONGEST_PLACE)
    yield from too_long(f"{address.path}.city", address.city, _LONGEST_PLACE)
